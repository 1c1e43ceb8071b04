"""Tables of several years in one source: that of the title's year is read where the source says which it is."""

import io
from collections.abc import Callable, Iterator

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.document import Block, Cell, Document, Grid, Heading, Paragraph
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from gov_disclosure.recognize import Recognized, recognize
from gov_disclosure.recognize._doubts.years import year_said
from gov_disclosure.report import Report
from gov_disclosure.sections import ForeignTable
from published import LAYOUTS, Keeps
from sampled import Blanks, sampled_report

Caption = Callable[[int], str]
SEEDS = range(4)
CAPTIONS: tuple[Caption, ...] = (
    lambda year: f"{year}年",
    lambda year: f"（{year}年度）",
    lambda year: f"表：{year}年政府信息公开申请情况统计表",
    lambda year: f"政府信息公开情况（{year}年）",
    lambda year: f"{year}年度情况",
)


def pair(seed: int, blanks: Blanks | None = None) -> tuple[Report, Report]:
    """A report and that of the year before, in the same edition, with other figures."""
    report = sampled_report(seed, blanks)
    return report, sampled_report(seed + 500, blanks, report.edition)


def one_after_another(report: Report, earlier: Report, caption: Caption, *, first: bool = True) -> Document:
    """Print the tables of the year before beside each table, each below its caption."""
    assert report.year is not None
    old = [block for block in lay_out(earlier).blocks if isinstance(block, Grid)]
    blocks: list[Block] = []
    for block in lay_out(report).blocks:
        if not isinstance(block, Grid):
            blocks.append(block)
            continue
        both = [(caption(report.year), block), (caption(report.year - 1), old.pop(0))]
        for said, grid in both if first else reversed(both):
            blocks += [Paragraph(said), grid] if said else [grid]
    return evolve(lay_out(report), blocks=tuple(blocks))


def moved(cells: list[Cell], grid: Grid, at: int, by: int, first: int) -> None:
    """Put the cells of a grid right of its labels into columns of another, below a line for the years."""
    for cell in grid.frame.cells:
        if cell.column >= first:
            column = first + (cell.column - first) * by + at
            cells.append(Cell(cell.row + 1, column, grid.text_of(cell), cell.rowspan, cell.colspan))


def side_by_side(report: Report, earlier: Report, said: tuple[str, str]) -> Document:
    """Print the columns of the year before right of those of each table, below the years."""
    old = [block for block in lay_out(earlier).blocks if isinstance(block, Grid)]

    def beside(grid: Grid) -> Grid:
        first = min(cell.column for cell in grid.frame.cells if cell.slot is not None)
        count = grid.frame.columns - first
        cells = [Cell(0, 0, "", 1, first)] if first else []
        cells += [Cell(0, first, said[0], 1, count), Cell(0, first + count, said[1], 1, count)]
        for cell in grid.frame.cells:
            if cell.column < first:
                # A caption over all columns stands over those of both years.
                more = count if cell.column + cell.colspan > first else 0
                cells.append(Cell(cell.row + 1, cell.column, grid.text_of(cell), cell.rowspan, cell.colspan + more))
        moved(cells, grid, 0, 1, first)
        moved(cells, old.pop(0), count, 1, first)
        return Grid.of_cells(cells)

    blocks = (beside(block) if isinstance(block, Grid) else block for block in lay_out(report).blocks)
    return evolve(lay_out(report), blocks=tuple(blocks))


def taken(recognized: Recognized) -> Iterator[str]:
    """Which tables were said to be of another year, too."""
    return (finding.where[0] for finding in recognized.findings if finding.rule == "other_year")


@pytest.mark.parametrize("caption", CAPTIONS, ids=lambda caption: caption(2023))
@pytest.mark.parametrize("first", [True, False])
def test_the_table_below_the_year_of_the_title_is_read(caption: Caption, first: bool) -> None:
    """Whichever stands first; each choice is said, and the other tables stay in the text."""
    for seed in SEEDS:
        report, earlier = pair(seed)
        recognized = recognize(one_after_another(report, earlier, caption, first=first))
        assert report.tables == recognized.report.tables
        assert ["proactive", "requests", "review_litigation"] == sorted(taken(recognized))
        assert any(isinstance(item, ForeignTable) for item in recognized.report.requests.text)


@pytest.mark.parametrize("said", [("{this}年", "{last}年"), ("{this}年度", "（{last}年度）"), ("本年", "上年")])
@pytest.mark.parametrize("first", [True, False])
def test_columns_below_the_year_of_the_title_are_read(said: tuple[str, str], first: bool) -> None:
    """A table of two years side by side is one of each."""
    for seed in SEEDS:
        report, earlier = pair(seed)
        assert report.year is not None
        years = {"this": report.year, "last": report.year - 1}
        this, last = (text.format(**years) for text in said)
        document = side_by_side(report, earlier, (this, last))
        if not first:
            document = evolve(
                side_by_side(earlier, report, (last, this)), blocks=renamed(document, report, earlier, last, this)
            )
        recognized = recognize(document)
        assert report.tables == recognized.report.tables
        assert ["proactive", "requests", "review_litigation"] == sorted(taken(recognized))


def renamed(document: Document, report: Report, earlier: Report, last: str, this: str) -> tuple[Block, ...]:
    """Take the text of a report with tables in which the year before stands first."""
    grids = iter([block for block in side_by_side(earlier, report, (last, this)).blocks if isinstance(block, Grid)])
    return tuple(next(grids) if isinstance(block, Grid) else block for block in document.blocks)


@pytest.mark.parametrize(
    "caption",
    [
        lambda _: "",
        lambda year: f"{year}" if year % 2 else "",
        lambda year: "另附" if year % 2 else "",
        lambda year: f"{year - 5}年",
        lambda _: "2017年",
        lambda year: f"与{year}年相比的情况",
        lambda year: f"{year}年收到申请5件",
        lambda year: f"{year}年和{year + 1}年情况",
    ],
    ids=range(8),
)
@pytest.mark.parametrize("first", [True, False])
def test_without_the_year_of_the_title_nothing_is_chosen(caption: Caption, first: bool) -> None:
    """No figure of a table is read that stands there twice, and none of them is wrong."""
    for seed in SEEDS:
        report, earlier = pair(seed, Blanks.NONE)
        recognized = recognize(one_after_another(report, earlier, caption, first=first))
        assert [] == list(taken(recognized))
        assert all(
            read in (None, one) and (read is None or one == other)
            for now, before, table in zip(report.tables, earlier.tables, recognized.report.tables, strict=True)
            for one, other, read in zip(now.cells, before.cells, table.cells, strict=True)
        )


@pytest.mark.parametrize("which", [0, 1])
def test_a_table_without_a_year_beside_one_with_it_is_not_passed_over(which: int) -> None:
    """A year may as well stand below its table."""
    report, earlier = pair(3, Blanks.NONE)
    document = one_after_another(report, earlier, lambda year: f"{year}年")
    years = [block for block in document.blocks if isinstance(block, Paragraph) and block.text.endswith("年")]
    without = [block for block in document.blocks if not any(block is year for year in years[which::2])]
    recognized = recognize(evolve(document, blocks=tuple(without)))
    assert [] == list(taken(recognized))
    assert report.requests.table.cells != recognized.report.requests.table.cells


def test_years_below_their_tables_choose_nothing() -> None:
    """A source that has captions below is not read the wrong way round."""
    report, earlier = pair(3, Blanks.NONE)
    blocks = list(one_after_another(report, earlier, lambda year: f"{year}年").blocks)
    for place in range(len(blocks) - 1):
        one, two = blocks[place : place + 2]
        if isinstance(one, Paragraph) and isinstance(two, Grid):
            blocks[place : place + 2] = [two, one]
    recognized = recognize(Document(tuple(blocks)))
    assert [] == list(taken(recognized))


def test_years_in_the_headings_of_the_parts_tell() -> None:
    """A part that stands there once for each year is that of the title's year."""
    report, earlier = pair(3, Blanks.NONE)
    document = one_after_another(report, earlier, lambda year: f"三、{year}年收到和处理政府信息公开申请情况")
    blocks = [block for block in document.blocks if not (isinstance(block, Heading) and block.text.startswith("三、"))]
    assert report.requests.table == recognize(evolve(document, blocks=tuple(blocks))).report.requests.table


def test_rows_of_last_year_fill_none_that_was_lost() -> None:
    """A row that this year's table has lost stays blank, and is said."""
    report, earlier = pair(3, Blanks.NONE)
    page = LAYOUTS[7].page(one_after_another(report, earlier, lambda year: f"{year}年"))
    line = next(line for line in page.splitlines() if line.startswith("2.重复申请"))
    reading = examine(io.StringIO(page.replace(line + "\n", "", 1)))
    row = [cell for (key, _), cell in reading.report.requests.table.items() if key == "unprocessed_repeat"]
    assert [] == row
    assert "row_missing" in reading.findings.rules


@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.keeps is not Keeps.NOTHING], ids=lambda layout: layout.name
)
def test_years_tell_in_every_layout(layout: object) -> None:
    """No figure of the year before is read, and what the layout keeps of this year is."""
    read = whole = 0
    for seed in SEEDS:
        report, earlier = pair(seed, Blanks.NONE)
        page = layout.page(one_after_another(report, earlier, lambda year: f"{year}年"))  # type: ignore[attr-defined]  # one
        for expected, actual in zip(report.tables, examine(io.StringIO(page)).report.tables, strict=True):
            assert all(two in (None, one) for one, two in zip(expected.cells, actual.cells, strict=True))
            read += sum(cell is not None for cell in actual.cells)
            whole += len(expected.cells)
    assert read == whole


def test_a_caption_of_a_grid_tells_its_year() -> None:
    """As a line above it does."""
    report, earlier = pair(3)
    document = one_after_another(report, earlier, lambda _: "")
    assert report.year is not None
    years = [report.year, report.year - 1] * 3
    blocks = [
        evolve(block, frame=evolve(block.frame, caption=f"{years.pop(0)}年")) if isinstance(block, Grid) else block
        for block in document.blocks
    ]
    assert report.tables == recognize(Document(tuple(blocks))).report.tables


@given(st.text(st.sampled_from("2023年度上本情况表一、（）附与较，的申请收到5 "), max_size=20))
def test_a_caption_says_one_year_and_no_number(text: str) -> None:
    """Whatever else stands there makes it none."""
    year = year_said(text, 2023)
    assert year is None or (year in (2022, 2023, 2002, 2032, 2033, 2000, 2020, 2030, 2003) and "5" not in text)
    assert year is None or not {"与", "较"} & set(text) or "与" in text


@pytest.mark.parametrize(
    "caption",
    [
        "2023年收到和处理政府信息公开申请情况",
        "（2023年度）",
        "统计时间：2023年1月1日至12月31日",
        "上年度收到和处理政府信息公开申请情况",
    ],
)
def test_a_table_of_another_year_alone_is_not_that_of_the_report(caption: str) -> None:
    """Its figures stay where they are, and a finding says the year; the other tables are read."""
    report = evolve(sampled_report(3, Blanks.NONE, 2021), year=2024)
    blocks = list(lay_out(report).blocks)
    blocks.insert(blocks.index([block for block in blocks if isinstance(block, Grid)][1]), Paragraph(caption))
    found = recognize(evolve(lay_out(report), blocks=tuple(blocks)))

    assert "year_other" in {finding.rule for finding in found.findings}
    assert not any(cell is not None for cell in found.report.requests.table.cells)
    assert report.proactive.table == found.report.proactive.table


@pytest.mark.parametrize(
    "caption", ["附：2023年收到和处理政府信息公开申请情况", "附表：2023年政府信息公开申请情况（供对照）"]
)
def test_a_table_of_last_year_that_is_attached_leaves_that_of_the_report(caption: str) -> None:
    """What is attached stands below its caption, so the table above it is that of the report."""
    report = evolve(sampled_report(3, Blanks.NONE, 2021), year=2024)
    earlier = [block for block in lay_out(sampled_report(9, Blanks.NONE, 2021)).blocks if isinstance(block, Grid)][1]
    blocks = list(lay_out(report).blocks)
    place = blocks.index([block for block in blocks if isinstance(block, Grid)][1])
    found = recognize(
        evolve(lay_out(report), blocks=(*blocks[: place + 1], Paragraph(caption), earlier, *blocks[place + 1 :]))
    )
    assert report.requests.table == found.report.requests.table


@pytest.mark.parametrize("years", [("上年", "本年"), ("{0}年", "{1}年")], ids=["in words", "in numbers"])
@given(st.integers(0, 10_000))
def test_years_below_each_column_are_not_taken_for_the_columns(years: tuple[str, str], seed: int) -> None:
    """No figure of table one is that of the year before: what stands below the name of a column is a part of it."""
    report, earlier = pair(seed, Blanks.NONE)
    assert report.year is not None
    said = [one.format(report.year - 1, report.year) for one in years]
    blocks = [
        _by_column(block, old, said) if isinstance(block, Grid) and number == first else block
        for first in [next(i for i, each in enumerate(lay_out(report).blocks) if isinstance(each, Grid))]
        for number, (block, old) in enumerate(zip(lay_out(report).blocks, lay_out(earlier).blocks, strict=False))
    ]
    read = recognize(Document(tuple(blocks))).report.proactive.table
    true = report.proactive.table
    assert {} == {cell: value for cell, value in read.items() if value != true.get(cell)}


def _by_column(grid: Grid, old: Block, said: list[str]) -> Grid:
    """Print each figure of a table behind that of last year, the years below the names of the columns."""
    assert isinstance(old, Grid)
    cells: list[Cell] = []
    row = 0
    for line, before in zip(grid.frame.lines, old.frame.lines, strict=True):
        is_head = len(line) > 1 and all(cell.slot is None for cell in line)
        for cell, earlier in zip(line, before, strict=True):
            column = 2 * cell.column - 1 if cell.column else 0
            if cell.slot is not None:
                cells.append(Cell(row, column, old.text_of(earlier), 1, cell.colspan))
                cells.append(Cell(row, column + cell.colspan, grid.text_of(cell), 1, cell.colspan))
                continue
            span = 2 * cell.colspan - (not cell.column)
            cells.append(Cell(row, column, grid.text_of(cell), 1 + (is_head and not cell.column), span))
            if is_head and cell.column:
                years = enumerate(said)
                cells += [Cell(row + 1, column + n * cell.colspan, year, 1, cell.colspan) for n, year in years]
        row += 1 + is_head
    return Grid.of_cells(cells)
