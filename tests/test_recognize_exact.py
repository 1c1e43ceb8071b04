"""Tables that stand exactly as the form prints them: read by place, and as they would be read row by row."""

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gov_disclosure.document import Cell, Document, Grid, Paragraph
from gov_disclosure.formats import READERS
from gov_disclosure.forms import FORMS
from gov_disclosure.layout import lay_out
from gov_disclosure.limits import USUAL
from gov_disclosure.printed import grid_of
from gov_disclosure.recognize import Recognized, recognize
from gov_disclosure.report import Report
from sampled import Blanks, sampled_report
from strategies import reports

SAMPLE = sampled_report(5, Blanks.NONE, 2021)
DOCUMENT = lay_out(SAMPLE)

Change = Callable[[Cell, str], Cell | None]


def row_by_row(document: Document) -> Recognized:
    """Read a document as if its tables did not stand exactly as the form prints them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gov_disclosure.recognize.exact_of", lambda _: None)
        return recognize(document)


def by_place(document: Document) -> bool:
    """Tell whether tables are read by place: then no rows are matched."""

    def refuse(*_: object) -> None:
        raise LookupError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gov_disclosure.recognize.find_tables", refuse)
        try:
            recognize(document)
        except LookupError:
            return False
    return True


@given(seed=st.integers(0, 10**6), blanks=st.sampled_from(list(Blanks)), edition=st.sampled_from(list(FORMS)))
def test_exact_tables_say_what_their_rows_say(seed: int, blanks: Blanks, edition: int) -> None:
    """Reading by place gives the same report, findings and leftovers as looking for rows."""
    document = lay_out(sampled_report(seed, blanks, edition))

    assert by_place(document)
    assert row_by_row(document) == recognize(document)


@settings(max_examples=60)
@given(reports())
def test_no_cell_differs_whatever_stands_in_cells_and_texts(report: Report) -> None:
    """With any text and any mark, a cell says the same by place as by its row, or its row is refused."""
    document = lay_out(report)
    exact, other = recognize(document).report, row_by_row(document).report

    for section in ("proactive", "requests", "review_litigation"):
        pairs = zip(getattr(exact, section).table.cells, getattr(other, section).table.cells, strict=True)
        assert [] == [(one, two) for one, two in pairs if two is not None and one != two]


def changed(change: Change, number: int = 1) -> Document:
    """Change the cells of one of the tables of the document; `None` takes a cell out."""
    grids = [block for block in DOCUMENT.blocks if isinstance(block, Grid)]
    cells = [change(cell, grids[number].text_of(cell)) for cell in grids[number].frame.cells]
    other = Grid.of_cells(cell for cell in cells if cell)
    return evolve(DOCUMENT, blocks=tuple(other if block is grids[number] else block for block in DOCUMENT.blocks))


def fixed(cell: Cell, text: str) -> Cell:
    """Give a cell with its text, as readers of files do."""
    return evolve(cell, text=text, slot=None)


def test_words_are_compared_folded() -> None:
    """Full-width signs, spaces and traditional characters in labels make no difference."""
    document = changed(lambda cell, text: fixed(cell, text.replace("（", "( ").replace("总计", "總　計")))

    assert by_place(document)
    assert SAMPLE == recognize(document).report.evolve(leftovers=())


@pytest.mark.parametrize(
    "change",
    [
        lambda cell, text: fixed(cell, "予以公幵" if text == "（一）予以公开" else text),
        lambda cell, text: fixed(evolve(cell, colspan=1) if text == "申请人情况" else cell, text),
        lambda cell, text: None if cell.slot == 6 else fixed(cell, text),
        lambda cell, text: fixed(cell, "2 2" if cell.slot == 6 else text),
        lambda cell, text: fixed(cell, "总计" if cell.slot == 6 else text),
    ],
    ids=["another word", "another span", "a cell less", "two figures", "a label for a figure"],
)
def test_tables_that_differ_are_read_row_by_row(change: Change) -> None:
    """One word, one span, one cell or one figure that is none is enough to look closer."""
    assert not by_place(changed(change))


@pytest.mark.parametrize("beside", ["（一）予以公开 9 0 0 0 0 0 9", "行政许可 12", "本年处理决定数量"])
def test_a_row_or_header_elsewhere_is_looked_at(beside: str) -> None:
    """A row of the form in another place may be the right one, and a header beside a table may be part of it."""
    place = next(i for i, block in enumerate(DOCUMENT.blocks) if isinstance(block, Grid))
    blocks = (*DOCUMENT.blocks[:place], Paragraph(beside), *DOCUMENT.blocks[place:])
    document = evolve(DOCUMENT, blocks=blocks)

    assert not by_place(document)


def test_a_table_that_is_there_twice_is_looked_at() -> None:
    """Which of two tables is meant is not decided by place."""
    again = grid_of(sampled_report(6, Blanks.NONE, 2021).requests.table)

    assert not by_place(evolve(DOCUMENT, blocks=(*DOCUMENT.blocks, again, Paragraph("此页无正文"))))


def test_tables_of_another_report_behind_are_not_taken() -> None:
    """The tables of a report in lines of text are its own, although exact ones follow in another report."""
    other = READERS["text"](sampled_report(6, Blanks.NONE, 2021).to_text().encode(), USUAL)
    both = Document((*other.blocks, *DOCUMENT.blocks))

    assert not by_place(both)
    assert sampled_report(6, Blanks.NONE, 2021).requests.table == recognize(both).report.requests.table


def test_a_table_at_the_end_is_looked_at() -> None:
    """Where a source ends with a table, the table may be cut off."""
    last = max(place for place, block in enumerate(DOCUMENT.blocks) if isinstance(block, Grid))

    assert not by_place(Document(DOCUMENT.blocks[: last + 1]))
