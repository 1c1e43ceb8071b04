"""The neutral document: grids of merged cells, and nothing of the statute."""

import pytest

from gov_disclosure.document import Cell, Document, Frame, Grid, Heading, Picture, Role

GRID = Grid(
    Frame(
        2,
        3,
        (
            Cell(0, 0, "项目", rowspan=2, role=Role.LABEL),
            Cell(0, 1, "数量", colspan=2, role=Role.HEADER),
            Cell(1, 1, slot=0, role=Role.VALUE),
            Cell(1, 2, slot=1, role=Role.VALUE),
        ),
    ),
    ("5", ""),
)


def test_a_slot_says_what_its_value_says() -> None:
    """A cell with a slot has the text of the grid, one without has its own."""
    assert ["项目", "数量", "5", ""] == [GRID.text_of(cell) for cell in GRID.frame.cells]


def test_a_grid_is_walked_by_rows() -> None:
    """Each row gives the cells that begin in it, with their texts."""
    assert [["项目", "数量"], ["5", ""]] == [[text for _, text in line] for line in GRID.lines()]


def test_a_grid_as_a_rectangle_of_texts() -> None:
    """A merged cell's text stands at its first place."""
    assert (("项目", "数量", ""), ("", "5", "")) == GRID.texts()


def test_cells_may_come_in_any_order() -> None:
    """A grid made of cells has them in reading order, and is as large as they reach."""
    grid = Grid.of_cells([Cell(1, 1, "丁"), Cell(0, 0, "甲", colspan=3), Cell(1, 0, "丙")])
    assert (2, 3, ["甲", "丙", "丁"]) == (grid.frame.rows, grid.frame.columns, [c.text for c in grid.frame.cells])


def test_a_grid_of_no_cells_is_empty() -> None:
    """There may be nothing in a grid."""
    assert (0, 0, ()) == (Grid.of_cells([]).frame.rows, Grid.of_cells([]).frame.columns, Grid.of_cells([]).texts())


def test_rows_may_differ_in_length() -> None:
    """A grid made of rows is as wide as the longest."""
    assert (("甲", "乙"), ("丙", "")) == Grid.of_rows([["甲", "乙"], ["丙"]]).texts()


def test_grids_are_equal_by_cells_and_values() -> None:
    """Two frames of the same cells are the same, whoever made them."""
    assert (Grid.of_rows([["甲"]]), True) == (Grid.of_rows([["甲"]]), Grid.of_rows([["甲"]]) != Grid.of_rows([["乙"]]))


def test_properties_are_looked_up() -> None:
    """A document says what its file says of itself, or nothing."""
    document = Document((Heading(0, "题"),), (("year", "2023"),))
    assert ("2023", "") == (document.property("year"), document.property("title"))


@pytest.mark.parametrize(("reference", "kept"), [("图\ud800.png", "图.png"), (" a b.png\n", "a b.png")])
def test_a_reference_can_be_written(reference: str, kept: str) -> None:
    """What no file can hold is not kept in a reference."""
    assert kept == Picture(reference).reference


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ([["股室", "件数"], ["办公室", "3"]], True),
        ([["", "2023", "2024年"], ["办公室", "3", "4"]], True),
        ([["股室", "第1季度"], ["办公室", "3"]], True),
        ([["办公室", "3"], ["农田股", "12"]], False),
        ([["办公室", "-1,203.5%"], ["农田股", "12"]], False),
        ([["联系电话", "55501234"]], False),
        ([["股室", "件数"]], False),
        ([], False),
    ],
)
def test_the_first_row_is_the_head_of_the_others(rows: list[list[str]], head: bool) -> None:
    """It is one if there are others and no figures in it; a year stands over figures."""
    expected = [Role.HEADER if head and not row else Role.TEXT for row, cells in enumerate(rows) for _ in cells]

    assert expected == [cell.role for cell in Grid.of_rows(rows, headed=True).frame.cells]
