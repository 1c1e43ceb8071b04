"""Every limit of what a source may hold: it refuses what is more by its name, and gives way when it is moved."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import gov_disclosure as gd
from docx_cases import cell, office_file, paragraph, run, table
from gov_disclosure.__main__ import main
from gov_disclosure.limits import USUAL, Limits
from pdf_pages import Sheet
from pdf_pages import pdf as written

FIGURES = gd.Report.blank(year=2024, organization="甲局")


def packed(data: bytes, name: str = "a.txt", *more: str) -> bytes:
    """An archive of a file, and of empty ones."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
        for other in more:
            archive.writestr(other, b"")
    return buffer.getvalue()


def sheets(*texts: str) -> bytes:
    """A PDF of a line a page."""
    pages = []
    for text in texts:
        page = Sheet()
        page.write(50, 400, text)
        pages.append(page)
    return written(pages)


BODY = paragraph(run("正文"))
MERGED = '<table><tr><td colspan="4" rowspan="5">甲<td>乙</td></tr></table>'
WIDE = table(*[cell("甲", '<w:gridSpan w:val="4"/>') + cell("乙")] * 2)
LONG = packed(b"0" * 99_000)

# Of each limit: what has just as much as a number, that number, and the name of the source.
CASES: dict[str, list[tuple[bytes, int, str]]] = {
    "source_bytes": [(b"12345", 5, "a.txt"), (b'{"a": 12}', 9, "a.json"), (packed(b"0" * 200), 200, "a.zip")],
    "pieces": [(b"1\n2\n3\n", 3, "a.txt"), (b"1\t2\n3\t4\n5", 5, "a.txt"), (MERGED.encode(), 2, "a.html")],
    "tags": [(b"<p>1<p>2</p>", 3, "a.html"), (b"<table><tr><td>1</td></tr></table>", 6, "a.md")],
    "table_places": [(MERGED.encode(), 5, "a.html"), (office_file(WIDE), 10, "a.docx"), (b"1\t2\n3\t4\n", 4, "a.txt")],
    "parts": [(office_file(BODY, None), 3, "a.docx")],
    "part_bytes": [(office_file("", None, parts={"word/document.xml": "<w/>" + " " * 800}), 804, "a.docx")],
    "ratio": [(office_file(" " * 300_000, None), 294, "a.docx"), (LONG, 97, "a.zip")],
    "pages": [(sheets("甲", "乙", "丙"), 3, "a.pdf")],
    "letters": [(sheets("甲乙", "丙"), 3, "a.pdf"), ("甲乙丙".encode(), 3, "a.txt"), ("甲乙".encode(), 2, "a.md")],
    "members": [(packed(b"1", "a.txt", "b.txt", "c.png"), 3, "a.zip")],
    "archive_depth": [(packed(packed(b"1"), "b.zip"), 2, "a.zip")],
}


def refusal(name: str, data: bytes, limits: Limits) -> str:
    """What is said of a source, in English."""
    errors = [outcome.error for outcome in gd.read_many((name, data), limits=limits)]
    return " ".join(error.say("en") for error in errors if isinstance(error, gd.DisclosureError))


def test_every_limit_has_cases() -> None:
    """A limit that is added must be shown to hold."""
    assert list(CASES) == [each.name for each in attrs.fields(Limits)]


@pytest.mark.parametrize(
    ("limit", "data", "most", "name"),
    [(limit, *case) for limit, cases in CASES.items() for case in cases],
    ids=[f"{limit} {case[2]}" for limit, cases in CASES.items() for case in cases],
)
def test_a_limit_refuses_one_more_and_names_itself(limit: str, data: bytes, most: int, name: str) -> None:
    """What is as much as the limit is looked at; with one less allowed it is refused, and how to allow more is said."""
    assert f"Limits({limit}=" not in refusal(name, data, attrs.evolve(USUAL, **{limit: most}))
    said = refusal(name, data, attrs.evolve(USUAL, **{limit: most - 1}))
    assert f"Limits({limit}=" in said
    assert f"more than {most - 1} " in said
    assert name in said


@pytest.mark.parametrize("function", [gd.read, gd.examine])
def test_one_source_is_read_within_its_limits(function: Callable[..., object]) -> None:
    """`read` and `examine` take limits as `read_many` does."""
    data = FIGURES.to_text().encode()
    assert function(data, limits=Limits(source_bytes=len(data)))
    with pytest.raises(gd.UnreadableSource, match=r"Limits\(source_bytes="):
        function(data, limits=Limits(source_bytes=len(data) - 1))


@pytest.mark.parametrize("source", [io.StringIO("年报"), io.BytesIO("年报".encode())])
def test_an_open_file_is_read_within_its_limits(source: io.IOBase) -> None:
    """No more of it is taken than is allowed and one."""
    with pytest.raises(gd.UnreadableSource, match="source_bytes"):
        gd.read(source, limits=Limits(source_bytes=5))  # type: ignore[arg-type]  # both kinds are files


def test_a_row_of_wide_cells_is_refused_before_it_is_laid_out() -> None:
    """Cells that say that they are a thousand columns wide cost nothing."""
    page = "<table><tr>" + '<td colspan="1000">1' * 2_000 + "</table>"
    with pytest.raises(gd.UnreadableSource, match="table_places"):
        gd.read(page.encode(), format="html")


@pytest.mark.parametrize("number", [0, -1, 1.5, "5", True, None, 10**30])
def test_a_limit_is_a_number_from_one_on(number: object) -> None:
    """What is no number of things is refused where it is said."""
    with pytest.raises(gd.InvalidChoice, match=r"Limits\.pages"):
        Limits(pages=number)  # type: ignore[arg-type]  # that is the test


@pytest.mark.parametrize("limits", [None, {"pages": 3}])
def test_limits_are_limits(limits: object) -> None:
    """What is none is refused where it is given."""
    with pytest.raises(gd.InvalidChoice, match="limits"):
        gd.read(b"1", limits=limits)  # type: ignore[arg-type]  # that is the test


def test_a_page_is_read_to_its_end_however_large_it_is() -> None:
    """Pages that are saved with their pictures in them hold more bytes than parsers take for usual."""
    picture = f'<img src="data:image/png;base64,{"A" * 4_000_000}">'
    page = FIGURES.to_html().replace("<table", f"{picture}<table", 3)
    assert len(page) > 12_000_000
    assert gd.examine(page.encode(), format="html").coverage == 1.0


def test_the_command_line_moves_limits(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    """The option may be repeated, and the advice names it."""
    path = f"{tmp_path}/a.txt"
    FIGURES.write(path)
    assert main(["check", path, "--lang", "en"]) < 2
    assert main(["check", path, "--limit", "pieces=9", "--limit", "pages=3", "--lang", "en"]) == 2
    assert "--limit pieces=…" in capsys.readouterr().err


@pytest.mark.parametrize("said", ["pages", "pages=", "pages=0", "pages=-3", "pages=many", "sheets=3", "=3"])
def test_the_command_line_names_the_limits_that_there_are(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages, with what was found."""
    with pytest.raises(SystemExit):
        main(["check", "a.txt", "--limit", said])
    message = capsys.readouterr().err
    assert said in message
    assert "上限有 source_bytes, pieces" in message
    assert "The limits are source_bytes, pieces" in message


def test_the_page_on_reading_lists_every_limit() -> None:
    """With the number that it usually has."""
    page = (Path(__file__).parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = [f"| `{each.name}` | {each.default:,} |" for each in attrs.fields(Limits)]
    assert rows == re.findall(r"^\| `\w+` \| [\d,]+ \|", page, re.MULTILINE)
