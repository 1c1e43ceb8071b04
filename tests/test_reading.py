"""Opening a source and telling its format, and what a reading says of itself."""

import io
from datetime import date
from pathlib import Path

import pytest

import gov_disclosure as gd
from gov_disclosure.errors import NotAReport, UnreadableSource
from gov_disclosure.reading import examine, read
from gov_disclosure.words import Language
from sampled import Blanks, sampled_report

REPORT = sampled_report(3, Blanks.NONE, 2021)
READING = examine(REPORT.to_html().encode())


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx", ".json"])
def test_a_file_is_read_by_its_name(tmp_path: Path, suffix: str) -> None:
    """What was written under a suffix is read under it."""
    path = tmp_path / f"report{suffix}"
    REPORT.write(path)
    assert REPORT == read(path)
    assert path.name == examine(str(path)).source


@pytest.mark.parametrize("data", [REPORT.to_html().encode(), REPORT.to_docx(), REPORT.to_json().encode()])
def test_bytes_tell_their_format(data: bytes) -> None:
    """Bytes without a name are read by what they are."""
    assert REPORT == read(data)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("written", [REPORT.to_html(), REPORT.to_markdown(), REPORT.to_text()])
def test_bytes_of_utf_16_tell_their_format_too(encoding: str, written: str) -> None:
    """Word saves pages and texts as Unicode of two bytes a character."""
    assert read(io.StringIO(written)) == read(f"\ufeff{written}".encode(encoding))


def test_open_files_are_read() -> None:
    """A file of text and a file of bytes are read alike."""
    text = REPORT.to_text()
    assert read(io.StringIO(text)) == read(io.BytesIO(text.encode()))


def test_text_given_as_a_path_is_refused() -> None:
    """A string is a path; the text of a report says how to give it."""
    with pytest.raises(UnreadableSource, match="StringIO"):
        read(REPORT.to_text())


def test_an_unknown_format_is_refused() -> None:
    """The error lists the formats that there are."""
    with pytest.raises(UnreadableSource, match="markdown"):
        read(b"x", format="odt")


@pytest.mark.parametrize("data", [b"%PDF-", b"\x89PNG\r\n\x1a\n"])
def test_bytes_that_cannot_be_read_are_refused(data: bytes) -> None:
    """The error is of the source and not of the format."""
    with pytest.raises(UnreadableSource, match="来源"):
        read(data)


def test_headings_without_tables_are_a_report() -> None:
    """Where the tables were published as pictures, the text is read and the tables are missed."""
    page = f"{REPORT.title}\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    reading = examine(page.encode())
    assert (0.0, ("平稳。",)) == (reading.coverage, reading.report.overview.text)
    assert "table_missing" in reading.findings.rules


def test_a_line_of_too_few_figures_is_no_missing_table() -> None:
    """Where table four has not all columns, its line of twelve figures is refused, and what it says is told."""
    outcomes = "结果维持 | 结果纠正 | 其他结果 | 总计 | " * 3
    heading = REPORT.review_litigation.heading
    page = REPORT.to_text().split(heading)[0]
    page += f"{heading}\n行政复议 | 行政诉讼 |\n未经复议直接起诉 | 复议后起诉 |\n{outcomes}\n{'1 | ' * 12}\n五、问题\n"
    found = [f for f in examine(page.encode()).findings if str(f.where[0]).startswith("review_litigation")]
    assert ["row_refused"] == [finding.rule for finding in found]
    assert "15 expected, 12 found" in found[0].message.say("en")


def test_a_title_alone_is_no_report() -> None:
    """The error names the title that was found."""
    with pytest.raises(NotAReport, match=REPORT.title):
        read(f"{REPORT.title}\n见附件。".encode())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reading_tells_what_was_read(lang: Language) -> None:
    """Text, Markdown and HTML begin with the title, the edition and how many cells were read."""
    for told in (READING.to_text(lang), READING.to_markdown(lang), READING.to_html(lang)):
        assert REPORT.title in told
        assert "2021" in told
        assert str(len(REPORT.form.places)) in told


def test_a_notebook_shows_what_was_read() -> None:
    """The two ways in which a notebook asks are those that a caller has."""
    assert (READING.to_html(), READING.to_markdown()) == (READING._repr_html_(), READING._repr_markdown_())


def test_what_is_wrong_is_told_together() -> None:
    """Findings about the source come with those about the report."""
    reading = examine(REPORT.to_html().replace(REPORT.title, "公告").encode())
    assert "title_missing" in reading.validate().rules


@pytest.mark.parametrize(
    ("stated", "expected"), [("2023-01-21", date(2023, 1, 21)), ("2023-13-41", None), ("昨天", None)]
)
def test_the_day_that_a_page_states_is_a_day_or_nothing(stated: str, expected: date | None) -> None:
    """A day that the calendar has not is none."""
    html = f'<meta name="PubDate" content="{stated}">{REPORT.to_html(fragment=True)}'
    assert expected == examine(html.encode(), format="html").published


def test_pictures_stand_where_they_stood() -> None:
    """A picture among the text is kept by its reference."""
    html = REPORT.to_html(fragment=True).replace("<p>", '<p><img src="figure.png"></p><p>', 1)
    assert "figure.png" in str(examine(html.encode(), format="html").report.overview.text)


@pytest.mark.parametrize("address", ["http://www.example.gov.cn/a.html", "HTTPS://www.example.gov.cn/"])
def test_an_address_of_the_network_is_not_fetched(address: str) -> None:
    """Nothing connects to the network; the error says to download the page first."""
    with pytest.raises(UnreadableSource, match="请先下载"):
        read(address)


def test_rich_text_is_refused_by_name() -> None:
    """RTF begins like JSON, but is a document of a word processor."""
    with pytest.raises(UnreadableSource, match="DOCX"):
        read(rb"{\rtf1\ansi\ansicpg936 }")


def test_a_table_of_which_all_rows_are_refused_is_one() -> None:
    """The report says why each of them is, and is not called none."""
    rows = (
        ("信息内容", "现行有效件数", "本年制发件数", "本年废止件数"),
        ("规章", "2", "12", "1"),
        ("行政规范性文件", "2", "3", "4"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<h1>青禾县水务局2023年政府信息公开工作年度报告</h1><table>{cells}</table><p>特此报告。</p>"
    reading = examine(page.encode(), format="html")

    assert "columns_reordered" in reading.findings.rules
    assert 0.0 == reading.coverage


@pytest.mark.parametrize("path", ["a\0b", "a\nb"])
def test_a_text_is_no_path(path: str) -> None:
    """What no file can be called is told to be a text."""
    with pytest.raises(gd.UnreadableSource, match="不是文件的路径"):
        gd.read(path)


def test_half_a_character_is_kept_as_one_that_cannot_be_read() -> None:
    """Text that was cut in the middle of a pair does not end the reading."""
    text = gd.Report.blank(organization="甲局", year=2023).to_text()
    assert "甲局" == gd.read(io.StringIO(f"{text}\n\ud800")).organization


@pytest.mark.parametrize("start", ["<w:wordDocument xmlns:w='w'>", "<pkg:package xmlns:pkg='p'>"])
@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.xml"])
def test_word_xml_is_refused_by_name(name: str, start: str) -> None:
    """Systems of offices write it under the names of documents."""
    file = io.BytesIO(f'<?xml version="1.0"?><?mso-application progid="Word.Document"?>{start}'.encode())
    file.name = name
    with pytest.raises(gd.UnreadableSource, match="Word XML"):
        gd.read(file)


def test_a_page_that_is_called_a_document_is_read_as_a_page() -> None:
    """Offices rename files; those of Word are known by how they begin."""
    report = gd.Report.blank(organization="甲局", year=2023)
    file = io.BytesIO(report.to_html().encode())
    file.name = "年报.docx"
    assert report.tables == gd.read(file).tables
