"""Documents with English labels: all that the form prints is English, all that an office wrote is left as it is."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html

from docx_cases import ORGAN, report
from docx_checker import W, elements, faults, part, values
from gov_disclosure import FORMS, InvalidChoice, NotAReport, Report, examine
from gov_disclosure.cells import Mark
from gov_disclosure.columns import width_of
from gov_disclosure.document import Frame, Heading, Role
from gov_disclosure.formats import _docx_fit, text
from gov_disclosure.formats._docx_fit import fit
from gov_disclosure.formats._docx_look import look_of
from gov_disclosure.formats._short import shorts
from gov_disclosure.forms import Table, walk
from gov_disclosure.forms._tree import numbered
from gov_disclosure.layout import lay_out
from gov_disclosure.names import Section
from gov_disclosure.printed import frame_of
from gov_disclosure.rendering import Renderable
from gov_disclosure.sections import ForeignTable, Overview, Problems
from gov_disclosure.tables import ReviewLitigationTable
from gov_disclosure.words import by_language
from strategies import reports

CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
TABLES = [pytest.param(table, id=f"{form.edition}-{table.section}") for form in FORMS.values() for table in form.tables]
EDITIONS = sorted(FORMS)
STYLES = "word/styles.xml"
TABLE = ForeignTable((("股室", "件数"), ("办公室", "3")))


def printed(value: Renderable) -> dict[str, str]:
    """Write a value in English in every format and every way, as text."""
    return {
        "list": value.to_text(lang="en"),
        "ascii": value.to_text(lang="en", frame="ascii"),
        "unicode": value.to_text(lang="en", frame="unicode", width=120),
        "pipe": value.to_markdown(lang="en"),
        "tables": value.to_markdown(lang="en", tables="html"),
        "page": value.to_html(lang="en"),
        "fragment": value.to_html(lang="en", fragment=True),
        "docx": part(value.to_docx(lang="en")) + part(value.to_docx(lang="en"), "docProps/core.xml"),
    }


# ---- the words of the form

REQUESTS = """\
(In every column, the sum of items I and II equals the sum of items III and IV.)
I. Requests received this year
II. Requests carried over from last year
III. Results of this year
(1) Disclosed
(2) Partly disclosed (separable treatment; counted here only)
(3) Refused
1. State secret
2. Prohibited by other laws or administrative regulations
3. Endangers national, public or economic security or social stability
4. Protects lawful rights of third parties
5. Internal affairs (three kinds)
6. Process information (four kinds)
7. Administrative enforcement case file
8. Administrative enquiry
(4) Unavailable
1. Not held by this organ
2. No existing information, would have to be created
3. Still unclear after correction
(5) Not processed
1. Petition, report or complaint
2. Repeated request
3. Asks for a public publication
4. Excessive repeated requests without good reason
5. Asks to confirm or reissue information already obtained
(6) Otherwise handled
1. Not corrected in time without good reason, no longer processed
2. Fee not paid in time as notified, no longer processed
3. Other
(7) Total concluded
IV. Requests carried forward to next year""".splitlines()


def test_the_request_table_reads_as_in_print() -> None:
    """The labels of the newest form, numbered as the Chinese ones are."""
    (outline,) = frame_of(FORMS[2021].by_table[Section.REQUESTS], "en").outlines
    assert REQUESTS == [outline.corner, *(row.label for row in outline.rows)]


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("四、其他", "IV. Other"),
        ("（七）总计", "(7) Other"),
        ("3.其他", "3. Other"),
        ("总计", "Other"),
        ("12.其他", "12. Other"),
    ],
)
def test_english_words_keep_the_number_of_the_chinese(label: str, english: str) -> None:
    """一、（一） and 1. are I., (1) and 1., and the words after them begin with a capital letter."""
    assert english == numbered(label, "other").en


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_a_table_is_declared_in_english(table: Table) -> None:
    """Rows, columns, groups, captions and corners have words of plain letters, which need no Chinese type."""
    blocks = [words for block in table.blocks for words in (block.caption, block.corner, block.title) if words]
    nodes = [node.words for block in table.blocks for node, _ in chain(walk(block.rows), walk(block.columns))]
    assert [] == [words for words in (*blocks, *nodes) if not words.en or not words.en.isascii()]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_the_same_cells_in_both_languages(table: Table) -> None:
    """Only the words differ: places, spans, roles, slots and addresses are those of the Chinese form."""

    def shape(frame: Frame) -> list[tuple[object, ...]]:
        return [(c.row, c.column, c.rowspan, c.colspan, c.role, c.slot, c.address) for c in frame.cells]

    assert shape(frame_of(table)) == shape(frame_of(table, "en"))


@pytest.mark.parametrize("table", TABLES)
def test_words_that_differ_in_chinese_differ_in_english(table: Table) -> None:
    """No two rows and no two columns under one another are told apart in Chinese only."""
    words = {node.words for block in table.blocks for node, _ in chain(walk(block.rows), walk(block.columns))}
    assert len({word.zh for word in words}) == len({word.en for word in words})


# ---- what is English, and what is not


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_blank_form_has_no_chinese_in_any_format(edition: int) -> None:
    """Title, headings, captions, labels, units, notes, descriptions and properties are English."""
    written = printed(Report.blank(edition=edition))
    assert [] == [(name, found[0]) for name, text in written.items() if (found := CHINESE.findall(text))]


@pytest.mark.parametrize("edition", EDITIONS)
def test_tables_and_parts_alone_are_english_too(edition: int) -> None:
    """A part and a table are written like the report that they are of."""
    blank = Report.blank(edition=edition)
    written = [printed(value) for value in (*blank.sections, *blank.tables)]
    assert [] == [text for formats in written for text in formats.values() if CHINESE.search(text)]


@pytest.mark.parametrize("name", ["list", "pipe", "page", "docx"])
def test_what_an_office_wrote_stays_chinese(name: str) -> None:
    """Its name, its paragraphs with their own headings, and its tables are not translated."""
    written = re.sub(r"\s|<[^>]*>", "", printed(report())[name])
    assert all(words in written for words in (ORGAN, "（一）主动公开情况。", "农田建设股", "未收取信息处理费"))


def test_the_usual_title_is_english_and_another_stays() -> None:
    """A title that was chosen is an office's own words."""
    usual = Report(organization="青禾县水务局", year=2024)
    own = usual.evolve(title="青禾县水务局关于2024年信息公开的报告")
    assert (
        Heading(0, "青禾县水务局 2024 Government Information Disclosure Annual Report", "en"),
        Heading(0, "青禾县水务局关于2024年信息公开的报告"),
    ) == (lay_out(usual, "en").blocks[0], lay_out(own, "en").blocks[0])


def test_headings_of_parts_are_english_however_they_are_worded() -> None:
    """A part is known for what it is, and has no heading where it had none."""
    assert "I. Overview\n" == Overview(heading="一、概述").to_text(lang="en")
    assert "\n" == Problems(heading=None).to_text(lang="en")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_figures_are_those_of_the_chinese_document(edition: int) -> None:
    """Label for label the same numbers stand in the same order."""
    value = report(edition, figure=54321).requests.matrix
    figure = re.compile(r"(?<= )(?:\d+|_)(?= |$)", re.MULTILINE)
    assert figure.findall(value.to_text(width=200)) == figure.findall(value.to_text(width=200, lang="en"))


def test_writing_english_leaves_no_trace_in_chinese() -> None:
    """What is kept of a form is kept by its language."""
    value = report()
    before = (value.to_text(), value.to_markdown(), value.to_html(), value.to_docx())
    printed(value)
    assert before == (value.to_text(), value.to_markdown(), value.to_html(), value.to_docx())


def test_a_draft_has_its_findings_in_english() -> None:
    """Heading, severity, sentence and advice."""
    value = report()
    text = value.to_text(width=1000, lang="en", findings=value.validate())
    notes = text[text.index("Findings\n") :]
    assert notes.count("What to do: ") == len(value.validate())
    assert "12 [1]" in text


# ---- languages that there are


WAYS: dict[str, Callable[[Renderable, Any], object]] = {
    "text": lambda value, lang: value.to_text(lang=lang),
    "markdown": lambda value, lang: value.to_markdown(lang=lang),
    "html": lambda value, lang: value.to_html(lang=lang),
    "docx": lambda value, lang: value.to_docx(lang=lang),
    "document": lambda value, lang: value.to_document(lang=lang),
    "pdf": lambda value, lang: value.to_pdf(lang=lang),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("value", [Report(), Overview(), ReviewLitigationTable.of()], ids=["report", "part", "table"])
@pytest.mark.parametrize("lang", ["fr", "EN", "", None])
def test_another_language_is_refused(way: Callable[[Renderable, Any], object], value: Renderable, lang: Any) -> None:
    """The error names the languages that there are, in both of them."""
    with pytest.raises(InvalidChoice, match="lang 应为 zh、en 之一") as caught:
        way(value, lang)
    assert "lang must be one of zh, en" in caught.value.say("en")


def test_a_file_is_written_in_the_language_asked_for(tmp_path: Path) -> None:
    """`write` takes it as the formats do; JSON has keys and no labels, and is the same in both."""
    value = report()
    for name in ("a.txt", "b.json"):
        value.write(tmp_path / name, lang="en")
    assert value.to_text(lang="en") == (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert value == examine(tmp_path / "b.json").report


def test_a_document_to_be_edited_is_english() -> None:
    """python-docx has the same headings."""
    texts = [paragraph.text for paragraph in Report.blank(year=2024).to_document(lang="en").paragraphs]
    assert ["2024 Government Information\nDisclosure Annual Report", "I. Overview"] == texts[:2]


def test_a_pdf_is_made_of_the_english_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """What LibreOffice is given to print."""
    monkeypatch.setattr("gov_disclosure.formats._pdf_office.pdf_of", lambda data, **_: data)
    assert report().to_docx(lang="en") == report().to_pdf(lang="en")


def test_texts_are_parted_where_their_language_changes() -> None:
    """Chinese keeps its punctuation; quotes are in the language that quotes."""
    text = "Table 3: “青禾县（本级）” has 2 faults"
    assert [("en", "Table 3: “"), ("zh", "青禾县（本级）"), ("en", "” has 2 faults")] == list(by_language(text, "en"))
    assert [("zh", "WPS 文档")] == list(by_language("WPS 文档", "zh"))


# ---- text


@pytest.mark.parametrize("frame", ["list", "ascii", "unicode"])
@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("edition", EDITIONS)
def test_text_keeps_to_its_width(edition: int, width: int, frame: Literal["list", "ascii", "unicode"]) -> None:
    """With figures of five digits no line is too long."""
    written = report(edition, figure=54321).to_text(width=width, frame=frame, lang="en")
    assert max(map(width_of, written.splitlines())) <= width


@pytest.mark.parametrize("frame", ["list", "ascii"])
def test_words_are_abbreviated_only_where_they_do_not_fit(frame: Literal["list", "ascii"]) -> None:
    """What is abbreviated is told below the table; where there is room nothing is."""
    table = report().requests.matrix
    narrow, wide = (table.to_text(width=width, frame=frame, lang="en") for width in (80, 120))
    assert "Res. inst. = Research institutions" in narrow.replace("\n", " ")
    assert not set(shorts(frame_of(table.form, "en")).values()) & set(re.findall(r"\w+\.", wide))
    assert "institutions" in wide


def test_a_picture_is_named_in_english() -> None:
    """The line stands for a picture in text and Word."""
    assert "\n[Picture: word/media/image1.png]\n" in report().to_text(lang="en")
    assert "[Picture: word/media/image1.png]" in part(report().to_docx(lang="en"))


# ---- HTML


def page_of(value: Renderable, **options: Any) -> Any:
    """Parse the English page of a value."""
    return lxml_html.document_fromstring(value.to_html(lang="en", **options))


def test_every_element_of_a_page_has_its_language() -> None:
    """The page is English; paragraphs, tables and names of an office are Chinese."""
    page = page_of(report())
    languages = [page.get("lang"), *(p.get("lang") for p in page.iter("p") if p.text_content())]
    assert ["en", *["zh-CN"] * (len(languages) - 1)] == languages
    assert [("zh-CN", ORGAN)] == [(span.get("lang"), span.text) for span in page.find(".//h1").iter("span")]


def test_a_table_and_its_region_have_languages_of_their_own() -> None:
    """The name of a region comes from the heading above it, which may be Chinese or English."""
    page = page_of(report().evolve(overview=["（一）办件情况", TABLE], problems=[TABLE]))
    named = [(div.get("aria-label"), div.get("lang"), div.find("table").get("lang")) for div in page.iter("div")]
    assert [
        ("（一）办件情况", "zh-CN", None),
        ("II. Proactive disclosure", None, None),
        ("III. Requests received and processed", None, None),
        ("IV. Administrative reconsideration and litigation", None, None),
        ("V. Main problems and improvements", None, "zh-CN"),
    ] == named


def test_no_chinese_stands_in_a_page_without_being_called_so() -> None:
    """A reader for the blind changes its voice for every Chinese word, those of marks and findings too."""
    value = report().with_cells({"requests.received.total": Mark("无法统计"), "proactive.rules.in_force": 1})
    page = page_of(value, findings=value.validate())

    def spoken(element: Any, lang: str) -> Iterator[tuple[str, str]]:
        own = element.get("lang", lang)
        yield own, element.text or ""
        for child in element:
            yield from spoken(child, own)
            yield own, child.tail or ""

    body = page.find("body")
    assert {"zh-CN"} == {lang for lang, words in spoken(body, page.get("lang")) if CHINESE.search(words)}
    assert "无法统计" in body.text_content()


def test_a_chinese_page_names_no_other_language() -> None:
    """Nothing changes for a page whose labels are Chinese."""
    assert {"zh-CN"} == set(re.findall(r'lang="([^"]*)"', report().to_html()))


# ---- Word


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("figure", [0, 12345, 654321])
def test_an_english_document_has_no_fault(edition: int, figure: int) -> None:
    """It passes the checker of packages, styles, tables and text."""
    assert [] == faults(report(edition, figure=figure).to_docx(lang="en", document_number="青水〔2024〕3号"))


def test_a_document_says_that_it_is_english() -> None:
    """Language, subject and key words; captions and sizes of tables for those who hear them."""
    data = report().to_docx(lang="en")
    core = part(data, "docProps/core.xml")
    assert "<dc:language>en-US</dc:language>" in core
    assert "<dc:subject>2023 Government Information Disclosure Annual Report</dc:subject>" in core
    assert "<cp:category>Government Information Disclosure Annual Report</cp:category>" in core
    assert "III. Requests received and processed" in values(data, "tblCaption")
    assert ["3 rows, 3 columns", "3 rows, 3 columns", "14 rows, 4 columns"] == values(data, "tblDescription")[:3]


def test_a_long_title_breaks_behind_the_organ_and_in_its_middle() -> None:
    """The organ stands alone, in Chinese type; the English words are parted into two lines of like length."""
    assert [ORGAN, "2023 Government Information", "Disclosure Annual Report"] == [
        text.text for text in next(elements(report().to_docx(lang="en"), "p")).iter(f"{W}t")
    ]


@pytest.mark.parametrize(("lang", "bold"), [("zh", ["Heading3"]), ("en", ["Title", "Heading1", "Heading3"])])
def test_english_headings_are_bold(lang: Literal["zh", "en"], bold: list[str]) -> None:
    """Chinese has faces of its own for title and headings, English has not."""
    styles = re.findall(r'<w:style [^>]*w:styleId="(\w+)">(.*?)</w:style>', part(report().to_docx(lang=lang), STYLES))
    assert sorted(bold) == sorted(name for name, content in styles if "<w:b/>" in content)


def test_notes_have_english_quotes_in_latin_type() -> None:
    """Only what is Chinese in a note is set in Chinese type."""
    value = report()
    data = value.to_docx(lang="en", findings=value.validate())
    assert "<w:r><w:t>[1] warning (rules_of_townships): “</w:t></w:r>" in part(data)
    assert f"<w:t>{ORGAN}</w:t>" in part(data)


def test_a_day_is_written_as_english_writes_it() -> None:
    """The organ stays as it is."""
    data = report().to_docx(lang="en", signature=(ORGAN, date(2024, 1, 5)))
    assert [ORGAN, "5 January 2024"] == [element.text for element in elements(data, "t")][-2:]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("latin", ["Times New Roman", "Arial"])
def test_no_word_of_a_table_is_broken_and_it_stays_on_its_page(table: Table, latin: str) -> None:
    """The type is large enough to be read, and every word is narrower than its cell."""
    frame, look = frame_of(table, "en"), look_of(fonts={"latin": latin})
    found = fit(frame, lambda cell: cell.text if cell.slot is None else "12345", look)
    ruler = _docx_fit._ruler(frame, look)
    wide = [
        word
        for cell in frame.cells
        for word in cell.text.split()
        if ruler.width(word) > _docx_fit.room_of(cell, frame, found.widths, found.size)
    ]
    assert [] == wide
    assert found.whole
    assert found.size >= (16 if latin == "Times New Roman" else 13)


def test_labels_stand_at_the_left_beside_one_row_and_in_the_middle_beside_more() -> None:
    """As in the Chinese table, though the columns of labels are narrower."""
    frame = frame_of(FORMS[2021].by_table[Section.REQUESTS], "en")
    left = {cell.rowspan > 1 for cell in frame.cells if cell.role is Role.LABEL and not _docx_fit.is_broad(cell, frame)}
    assert {True} == left


# ---- reading it again


def sources(value: Report) -> Iterator[tuple[str, bytes]]:
    """Write a report in English in every format."""
    yield "text", value.to_text(lang="en").encode()
    yield "text", value.to_text(lang="en", frame="ascii").encode()
    yield "markdown", value.to_markdown(lang="en").encode()
    yield "html", value.to_html(lang="en").encode()
    yield "docx", value.to_docx(lang="en")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_english_document_is_refused_by_name(edition: int) -> None:
    """The reader says that it is the form in English, and what to read instead."""
    for format, data in sources(report(edition)):
        with pytest.raises(NotAReport, match="英文格式的报告") as caught:
            examine(data, format=format)
        assert "read the report in Chinese, or as JSON" in caught.value.say("en")


@given(reports())
@settings(max_examples=25)
def test_no_number_is_ever_read_from_an_english_table(value: Report) -> None:
    """Whatever its texts say, an English document is refused, or its tables are blank."""
    for format, data in sources(value):
        try:
            found = examine(data, format=format)
        except NotAReport:
            continue
        assert (0, 0, 0) == tuple(map(len, found.report.tables))


def test_text_in_english_is_read_as_text() -> None:
    """The reader of the format itself loses nothing of it."""
    blocks = text.read(io.BytesIO(report().to_text(lang="en").encode()).read()).blocks
    assert "II. Proactive disclosure" in [getattr(block, "text", "") for block in blocks]


def test_no_column_of_figures_is_narrower_than_its_figures() -> None:
    """Where the columns of a table are nearly alike the broader ones give way together."""
    frame, look = frame_of(FORMS[2021].by_table[Section.REVIEW_LITIGATION], "en"), look_of()
    found = fit(frame, lambda cell: cell.text if cell.slot is None else "12345678", look)

    assert look.width == sum(found.widths)
    assert 8 * found.size * 5 + 2 * 28 <= min(found.widths)
