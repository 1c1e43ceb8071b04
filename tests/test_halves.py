"""A table parted by its columns is one table where labels and names leave no other reading."""

import pytest

from gov_disclosure.document import Block, Grid, Heading, Paragraph
from gov_disclosure.forms import form_of
from gov_disclosure.names import Section
from gov_disclosure.reading import Reading, examine
from gov_disclosure.recognize._lines.halves import rejoined
from sampled import Blanks, sampled_report

REPORT = sampled_report(5, Blanks.SCATTERED, 2021)
TABLE = form_of(2021).by_table[Section.REQUESTS]
NAMES = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
KINDS = ((0, 1), (1, 6), (6, 7))


def part(start: int, end: int, *, without: int = -1, above: str = "项目") -> list[list[str]]:
    """Print some columns of the table, perhaps without one of its rows."""
    rows = [[above, *NAMES[start:end]]]
    for number, (key, places) in enumerate(TABLE.shape):
        values = [REPORT.requests.table.cells[place] for place in places]
        figures = ["" if value is None else str(value) for value in values]
        rows += [[TABLE.labels[key].label, *figures[start:end]]] if number != without else []
    return rows


def html(rows: list[list[str]]) -> str:
    """Print rows as a table of a page."""
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{text}</td>' for text in row) + '</tr>' for row in rows)}</table>"


def read(*parts: list[list[str]], between: str = "<p>申请人：</p>") -> Reading:
    """Read a page that has only these parts."""
    tables = between.join(map(html, parts))
    page = f"<h1>{REPORT.title}</h1><h2>三、收到和处理政府信息公开申请情况</h2>{tables}"
    return examine(page.encode(), format="html")


@pytest.mark.parametrize("kinds", [KINDS, KINDS[::-1], ((0, 4), (4, 7)), ((0, 6), (6, 7))])
def test_parts_with_all_columns_are_one_table(kinds: tuple[tuple[int, int], ...]) -> None:
    """Blank cells included, in whatever order the parts stand where the sums show it."""
    assert REPORT.requests.table == read(*(part(*kind) for kind in kinds)).report.requests.table


@pytest.mark.parametrize(
    "parts",
    [
        (part(0, 4), part(4, 7, without=3)),
        (part(0, 4), part(3, 7)),
        (part(0, 4), part(4, 6)),
        (part(0, 4, above="2024年"), part(4, 7, above="2023年")),
    ],
)
def test_parts_that_do_not_fit_stay_apart(parts: tuple[list[list[str]], ...]) -> None:
    """A row that one has not, a column that both have or none, or a year over them: nothing of it is read."""
    assert not any(read(*parts).report.requests.table.cells)


def test_what_stands_between_the_parts_is_kept() -> None:
    """A line between is a line behind; a longer text or a heading ends the table."""
    one, two = (Grid.of_rows(part(*kind)) for kind in ((0, 4), (4, 7)))
    text, heading = Paragraph("（续表）"), Heading(2, "续表")
    joined = rejoined((one, text, two))
    apart: tuple[Block, ...] = (one, heading, two)

    assert (Grid, text) == (type(joined[0]), joined[1])
    assert list(apart) == list(rejoined(apart))
