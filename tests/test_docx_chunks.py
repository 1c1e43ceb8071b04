"""Files that stand in a DOCX in the place of text: each is read by the reader of its format, within limits."""

import pytest

from docx_cases import cell, office_file, paragraph, report, run, table
from gov_disclosure.document import Document, Grid, Paragraph
from gov_disclosure.errors import UnreadableSource
from gov_disclosure.formats import docx
from gov_disclosure.limits import USUAL, Limits
from gov_disclosure.reading import read

LINK = '<Relationship Id="c{n}" Type="http://x/aFChunk" Target="/{name}"/>'
TAKEN = '<w:altChunk r:id="c0"/>'


def taking(body: str, **parts: bytes) -> bytes:
    """Make a DOCX whose text takes in files, the first as ``c0``; two underscores stand for the dot in a name."""
    files = {name.replace("__", "."): data for name, data in parts.items()}
    links = "".join(LINK.format(n=n, name=name) for n, name in enumerate(files))
    return office_file(body, relationships=links, parts=files)


def taken(data: bytes, limits: Limits = USUAL) -> Document:
    """Read a DOCX within limits."""
    return docx.read(data, limits)


@pytest.mark.parametrize(
    ("name", "data"),
    {
        "a page": ("a__html", "<p>甲</p>".encode()),
        "a text": ("a__txt", "甲".encode()),
        "a document": ("a__docx", office_file(paragraph(run("甲")))),
    }.values(),
)
def test_a_file_is_read_where_it_stands(name: str, data: bytes) -> None:
    """What stands in such a file stands between what is before and behind it."""
    body = f"{paragraph(run('前'))}{TAKEN}{paragraph(run('后'))}"

    assert (Paragraph("前"), Paragraph("甲"), Paragraph("后")) == taken(taking(body, **{name: data})).blocks


def test_a_file_in_a_cell_is_its_text() -> None:
    """A cell that takes in a page says what the page says."""
    (found,) = taken(taking(table(f"<w:tc>{TAKEN}</w:tc>{cell('3')}"), a__htm=b"<p>12</p>")).blocks

    assert isinstance(found, Grid)
    assert (("12", "3"),) == found.texts()


def test_a_report_that_is_taken_in_is_read() -> None:
    """A file that only takes in a page with a report holds that report."""
    expected = read(report().to_html().encode(), format="html")

    assert expected.requests == read(taking(TAKEN, a__html=report().to_html().encode()), format="docx").requests


def test_what_stands_in_no_text_is_passed_over() -> None:
    """A file that is taken in where no text stands is not read."""
    assert () == taken(taking(f"<w:unknown>{TAKEN}</w:unknown>", a__html=b"<p>x</p>")).blocks


@pytest.mark.parametrize(
    "data",
    [taking(TAKEN, a__rtf=b"{}"), taking(TAKEN), office_file(TAKEN, relationships=LINK.format(n=0, name="b.html"))],
    ids=["another format", "nothing", "no file"],
)
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    """A file that has no reader, or is not there, refuses the whole: figures may stand in it."""
    with pytest.raises(UnreadableSource, match="嵌入的文件"):
        taken(data)


def nested(times: int) -> bytes:
    """Make a DOCX that takes in a DOCX, so many times."""
    data = office_file(paragraph(run("甲")))
    for _ in range(times):
        data = taking(TAKEN, a__docx=data)
    return data


TWICE = taking(TAKEN + TAKEN.replace("c0", "c1"), a__txt=b"1" * 2000, b__txt=b"2" * 2000)
OVER = {
    "as often": (taking(TAKEN * 3, a__txt="甲".encode()), Limits(pieces=6), Limits(pieces=5), "pieces"),
    "as large": (TWICE, Limits(part_bytes=4000), Limits(part_bytes=3999), "part_bytes"),
    "as deep": (nested(2), USUAL, Limits(archive_depth=2), "archive_depth"),
    "deep": (nested(2), Limits(archive_depth=3), Limits(archive_depth=1), "archive_depth"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "enough", "less", "name"), OVER.values(), ids=OVER)
def test_files_are_bounded_together(data: bytes, enough: Limits, less: Limits, name: str) -> None:
    """What all of them hold, and how deep they lie, has the limits of a source."""
    assert taken(data, enough).blocks
    with pytest.raises(UnreadableSource, match=name):
        taken(data, less)
