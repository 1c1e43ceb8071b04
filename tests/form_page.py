"""Makes `docs/form.md` from the declared forms: ``python tests/form_page.py --write`` puts it in place."""

import sys
from collections.abc import Iterator
from pathlib import Path

from gov_disclosure import FORMS
from gov_disclosure.forms import Block, Form, Group, Kind, Node, Table, Total

PAGE = Path(__file__).parents[1] / "docs" / "form.md"

HEAD = """\
# The form: every part, row and column by its name

This page is made from the declared forms by `tests/form_page.py`; a test holds it up to date.

An address is `table.row.column`, such as `requests.received.natural_person`. It is the key in a
table, the place in a finding, the path in JSON. A **group** has no cells of its own: `sum` adds up
the rows or columns under it. A **total** is printed, and must equal what it totals.
"""
KINDS = {Kind.COUNT: "件, `int` ≥ 0", Kind.CHANGE: "`int`, negative for a decrease", Kind.MONEY: "`Decimal` ≥ 0"}


def page() -> str:
    """Give the whole page."""
    newest_first = sorted(FORMS.values(), key=lambda form: -form.edition)
    return "\n".join([HEAD, *(line for form in newest_first for line in edition(form))]) + "\n"


def edition(form: Form) -> Iterator[str]:
    """The section on one edition."""
    until = f" to {form.last_year}" if form.last_year else " on"
    yield f"## Edition {form.edition}\n"
    yield f"《{form.title}》, {form.number}; for the reports from {form.first_year}{until}. {len(form.places)} cells.\n"
    yield "| part | heading | English | also read as |\n| --- | --- | --- | --- |"
    for part in form.parts:
        yield f"| `{part.section}` | {part.heading} | {part.words.en} | {'；'.join(part.also)} |"
    yield ""
    for table in form.tables:
        yield from table_lines(form, table)


def table_lines(form: Form, table: Table) -> Iterator[str]:
    """The rows and columns of one table."""
    yield f"### `{table.section}` in {form.edition}: {len(table.places)} cells\n"
    for block in table.blocks:
        if block.caption:
            yield f"{block.caption} ({block.caption.en})\n"
        yield from block_lines(block)
    for balance in table.balances:
        left, right = (" + ".join(f"`{row}`" for row in rows) for rows in (balance.left, balance.right))
        yield f"In every column {left} = {right}.\n"


def block_lines(block: Block) -> Iterator[str]:
    """One block: its rows, then its columns."""
    yield "| row | label | English | |\n| --- | --- | --- | --- |"
    yield from (node_line(*found) for found in indented(block.rows))
    yield "\n| column | label | English | |\n| --- | --- | --- | --- |"
    yield from (node_line(*found, column=True) for found in indented(block.columns))
    yield ""


def indented(nodes: tuple[Node, ...], depth: int = 0) -> Iterator[tuple[Node, int]]:
    """Walk a tree with the depth of each node."""
    for node in nodes:
        yield node, depth
        if isinstance(node, Group):
            yield from indented(node.children, depth + 1)


def node_line(node: Node, depth: int, *, column: bool = False) -> str:
    """One row or column, indented by its depth."""
    what = "group" if isinstance(node, Group) else "total" if isinstance(node, Total) else ""
    if column and not isinstance(node, Group):
        what = f"{what}, {KINDS[node.kind]}" if what else KINDS[node.kind]
    return f"| {'　' * depth}`{node.key}` | {node.label} | {node.words.en} | {what} |"


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
