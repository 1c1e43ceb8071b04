"""How published reports look when a program meets them: each layout as a function that prints one.

A layout takes a document and prints it as an extractor, a copy-and-paste or a converter would.
What it keeps is said beside it: `BLANKS` keeps empty cells in their places, `FULL` keeps only the
rows in which no cell is empty, `NOTHING` keeps no row for sure.
"""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from itertools import groupby, takewhile
from operator import itemgetter

from attrs import frozen

from gov_disclosure.columns import align, width_of
from gov_disclosure.document import Cell, Document, Grid, Heading, Paragraph

__all__ = ["LAYOUTS", "MADE", "TOLD", "Keeps", "Published", "tabs_of_word"]


class Keeps(Enum):
    """What a layout keeps of a table."""

    BLANKS = "blanks"
    FULL = "full"
    NOTHING = "nothing"


@frozen
class Published:
    """One layout: its name, how it prints a grid, how it prints the rest, and what it keeps."""

    name: str
    keeps: Keeps
    table: Callable[[Grid], Iterator[str]]
    between: str = "\n"
    """What stands between two paragraphs."""

    def page(self, document: Document) -> str:
        """Print a whole document."""
        return self.between.join(self._blocks(document))

    def _blocks(self, document: Document) -> Iterator[str]:
        for block in document.blocks:
            if isinstance(block, Grid):
                yield "\n".join(self.table(block))
            elif isinstance(block, Heading | Paragraph):
                yield block.text


Row = list[tuple[Cell, str]]


def rows(grid: Grid) -> Iterator[Row]:
    """Walk the rows as a page has them: only the cells that begin in each."""
    return grid.lines()


def whole_rows(grid: Grid) -> Iterator[list[str]]:
    """Walk the rows with an empty text wherever a merged cell goes on."""
    return map(list, grid.texts())


def texts(row: Row) -> list[str]:
    return [text for _, text in row]


# ---- one cell a line


def cell_per_paragraph(grid: Grid) -> Iterator[str]:
    """One cell a paragraph; blank cells vanish."""
    for row in rows(grid):
        yield from (f"{text}\n" for text in texts(row) if text)


def blanks_as_breaks(grid: Grid) -> Iterator[str]:
    """One cell a paragraph; a blank cell leaves one line break more."""
    for row in rows(grid):
        yield from (f"{text}\n" if text else "" for text in texts(row))


def cell_per_line(grid: Grid) -> Iterator[str]:
    """One cell a line, no empty lines; blank cells vanish."""
    for row in rows(grid):
        yield from filter(None, texts(row))


def cell_per_line_bar(grid: Grid) -> Iterator[str]:
    """One cell a line, each closed by a bar, blanks in place, the filler on a line of its own."""
    for row in rows(grid):
        yield from (f"{text} |" if text else "|" for text in texts(row))
        filler = grid.frame.columns - len(row)
        if filler:
            yield "|" * filler


def cell_per_line_bar_no_filler(grid: Grid) -> Iterator[str]:
    """One cell a line, each closed by a bar, blanks in place, no filler."""
    for row in rows(grid):
        yield from (f"{text} |" if text else "|" for text in texts(row))


def cell_and_bar_lines(grid: Grid) -> Iterator[str]:
    """Text and bar on lines of their own."""
    for row in rows(grid):
        for text in texts(row):
            if text:
                yield text
            yield "|"


def bar_line_then_cells(grid: Grid) -> Iterator[str]:
    """A lone bar before each row, then one cell a line with a bar."""
    for row in rows(grid):
        yield "|"
        yield from (f"{text} |" if text else "|" for text in texts(row))
        filler = grid.frame.columns - len(row)
        if filler:
            yield "|" * filler


# ---- one row a line


def pipe_fill(grid: Grid) -> Iterator[str]:
    """Cells parted by bars, filler bars at the end of the row, none in the last."""
    lines = list(rows(grid))
    for number, row in enumerate(lines):
        filler = grid.frame.columns - len(row) if number < len(lines) - 1 else 0
        yield " | ".join(texts(row)) + " | " + "|" * filler


def pipe_collapsed(grid: Grid) -> Iterator[str]:
    """As with filler, but blank cells are dropped and paid back as filler."""
    for row in rows(grid):
        kept = [text for text in texts(row) if text]
        yield " | ".join(kept) + " | " + "|" * (grid.frame.columns - len(kept))


def pipe_trail(grid: Grid) -> Iterator[str]:
    """Cells parted by bars, no filler."""
    for row in rows(grid):
        yield " | ".join(texts(row)) + " |"


def pipe_whole(grid: Grid) -> Iterator[str]:
    """Cells parted by bars, with empty cells where a merged one goes on."""
    for row in whole_rows(grid):
        yield "| " + " | ".join(row) + " |"


def pipe_between(grid: Grid) -> Iterator[str]:
    """Cells parted by bars, none before the first nor behind the last, with empty cells where a merged one goes on."""
    for row in whole_rows(grid):
        yield " | ".join(row)


def pipe_full(grid: Grid) -> Iterator[str]:
    """A bar before, cells parted by bars, filler at the end."""
    for row in rows(grid):
        filler = grid.frame.columns - len(row)
        yield "| " + " | ".join(texts(row)) + " | " + "|" * filler


def tabs(grid: Grid) -> Iterator[str]:
    """Cells parted by tabs, with empty cells where a merged one goes on, as copied out of a spreadsheet."""
    for row in whole_rows(grid):
        yield "\t".join(row)


def tabs_of_word(grid: Grid) -> Iterator[str]:
    """Cells parted by tabs: one for a cell merged across, an empty one in each row that a cell goes down through."""
    for number in range(grid.frame.rows):
        inside = [cell for cell in grid.frame.cells if cell.row <= number < cell.row + cell.rowspan]
        inside.sort(key=lambda cell: cell.column)
        yield "\t".join(grid.text_of(cell) if cell.row == number else "" for cell in inside)


_HEADS = re.compile(r"(?<![^\t])(结果|其他|尚未|商业|科研)(\w\w)(?![^\t])")


def heads_broken(mark: str) -> Callable[[Grid], Iterator[str]]:
    """Make the same with heads of columns broken over two lines: a spreadsheet puts them in quotation marks."""
    return lambda grid: (_HEADS.sub(rf"{mark}\1\n\2{mark}", line) for line in tabs_of_word(grid))


def tabs_trimmed(grid: Grid) -> Iterator[str]:
    """The same after an editor has cut the white space at the line ends."""
    for line in tabs(grid):
        yield line.rstrip()


def single_spaces(grid: Grid) -> Iterator[str]:
    """The text layer of a PDF: cells parted by one space; blank cells vanish."""
    for row in rows(grid):
        yield " ".join(text for text in texts(row) if text)


def wide_columns(grid: Grid) -> Iterator[str]:
    """Columns by runs of spaces; blank cells are as wide as any."""
    for row in rows(grid):
        yield "  ".join(f"{text:>6}" for text in texts(row)).rstrip()


def glued(grid: Grid) -> Iterator[str]:
    """The cells of a row joined with nothing."""
    for row in rows(grid):
        yield "    " + "".join(texts(row))


def deduplicated(grid: Grid) -> Iterator[str]:
    """Bare lines; every line that occurred before is dropped."""
    seen: set[str] = set()
    for row in rows(grid):
        for text in texts(row):
            if text and text not in seen:
                seen.add(text)
                yield text


def labels_cut(grid: Grid) -> Iterator[str]:
    """Columns by spaces; a long label is broken and its figures stand beside its second half."""
    for row in rows(grid):
        words = texts(row)
        figures = [text for cell, text in row if cell.slot is not None]
        if figures and all(figures) and len(words) > len(figures) and len(words[-len(figures) - 1]) > 12:
            label = words[-len(figures) - 1]
            half = len(label) * 2 // 3
            yield "     ".join([*words[: -len(figures) - 1], label[:half]])
            yield f"      {label[half:]}      " + "    ".join(figures)
        else:
            yield "    ".join(text for text in words if text)


# ---- what tools and people make of a table


def fields(mark: str, quote: str = "") -> Callable[[Grid], Iterator[str]]:
    """Make a layout of fields parted by a mark, with empty ones where a merged cell goes on."""

    def table(grid: Grid) -> Iterator[str]:
        for row in whole_rows(grid):
            yield mark.join(f"{quote}{text}{quote}" for text in row)

    return table


def grouped_digits(grid: Grid) -> Iterator[str]:
    """Fields parted by commas, in quotation marks where a number has commas itself."""
    for row in whole_rows(grid):
        grouped = (f"{int(text):,}" if text.isdecimal() else text for text in row)
        yield ",".join(f'"{text}"' if "," in text else text for text in grouped)


def quoted_mail(grid: Grid) -> Iterator[str]:
    """Columns below one another, in a mail that another answers."""
    yield from (f"> {line}" for line in labels_filled_up(grid))


def spread(mark: str) -> Callable[[Grid], Iterator[str]]:
    """Make a layout that says the text of a merged cell once for each place that it covers."""

    def table(grid: Grid) -> Iterator[str]:
        places = {
            (cell.row + down, cell.column + right): text
            for row in rows(grid)
            for cell, text in row
            for down in range(cell.rowspan)
            for right in range(cell.colspan)
        }
        for row in range(grid.frame.rows):
            yield mark.join(places.get((row, column), "") for column in range(grid.frame.columns))

    return table


def together(mark: str) -> Callable[[Grid], Iterator[str]]:
    """Make a layout that has the cells of a whole table in one line."""

    def table(grid: Grid) -> Iterator[str]:
        yield mark.join(text for row in rows(grid) for text in texts(row) if text)

    return table


def aligned(grid: Grid) -> Iterator[str]:
    """Every cell filled up to the width of its column; blank cells are only space."""
    whole = list(whole_rows(grid))
    widths = [max(width_of(row[column]) for row in whole) for column in range(grid.frame.columns)]
    for row in whole:
        yield "  ".join(align(text, width) for text, width in zip(row, widths, strict=True)).rstrip()


def labels_filled_up(grid: Grid) -> Iterator[str]:
    """Only labels are filled up: figures move where a cell is blank."""
    for row in rows(grid):
        label = "".join(text for cell, text in row if cell.slot is None)
        yield align(label, 96) + "  ".join(text for cell, text in row if cell.slot is not None)


def label_goes_on_below(grid: Grid) -> Iterator[str]:
    """A long label is broken and its figures stand beside its first half."""
    for row in rows(grid):
        words = [text for cell, text in row if cell.slot is None]
        figures = [text for cell, text in row if cell.slot is not None]
        cut = 12 if figures else None
        yield "  ".join(filter(None, [*words[:-1], *(word[:cut] for word in words[-1:]), *figures]))
        if figures and words and len(words[-1]) > 12:
            yield words[-1][12:]


def listed(grid: Grid) -> Iterator[str]:
    """A label, a colon, and its figures in a list."""
    for row in rows(grid):
        figures = [text for cell, text in row if cell.slot is not None and text]
        words = [text for cell, text in row if cell.slot is None]
        yield f"{words[-1]}：{'、'.join(figures)}" if figures and words else "  ".join([*words, *figures])


def wiki(grid: Grid) -> Iterator[str]:
    """A cell a line behind a bar, the rows parted by bar and dash."""
    for row in rows(grid):
        yield from (f"| {text}".rstrip() for text in texts(row))
        yield "|-"


def figures_before_labels(grid: Grid) -> Iterator[str]:
    """One cell a line, the figures of a row before its label."""
    for row in rows(grid):
        yield from (text for cell, text in row if cell.slot is not None and text)
        yield from (text for cell, text in row if cell.slot is None)


def labels_before_figures(grid: Grid) -> Iterator[str]:
    """All labels of a table, then all its figures, a row a line."""
    for row in rows(grid):
        yield from (text for cell, text in row if cell.slot is None)
    for row in rows(grid):
        if figures := [text for cell, text in row if cell.slot is not None and text]:
            yield "  ".join(figures)


# ---- tables told as lists


def told(grid: Grid) -> Iterator[tuple[list[str], list[str], str]]:
    """Walk the figures with what names them: the labels of row and of column, groups first."""
    at = {
        (cell.row + down, cell.column + right): (cell, text)
        for row in rows(grid)
        for cell, text in row
        for down in range(cell.rowspan)
        for right in range(cell.colspan)
    }
    for row in rows(grid):
        for cell, figure in row:
            if cell.slot is None:
                continue
            left = [at[cell.row, column] for column in range(cell.column)]
            head = next(above for above in range(cell.row, -1, -1) if at[above, cell.column][0].slot is None)
            over = [at[above, cell.column] for above in range(head, -1, -1)]
            labels = [text for one, text in dict.fromkeys(left) if one.slot is None]
            levels = list(takewhile(lambda one: one[0].slot is None, over))
            names = [text for _, text in dict.fromkeys(reversed(levels)) if text != "申请人情况"]
            names = [text for text in names if not text.startswith("第二十条")]
            yield (labels, names, figure) if labels else (names[:-1], names[-1:], figure)


def told_by_cell(grid: Grid) -> Iterator[str]:
    """A line for each figure: its row, its column in brackets, a colon; none for a blank cell."""
    yield from (f"{own[-1]}（{names[-1]}）：{figure}" for own, names, figure in told(grid) if figure)


def told_by_paths(grid: Grid) -> Iterator[str]:
    """A line for each figure with all groups, parted by dashes; a blank cell has no figure, but its line."""
    yield from (f"{' - '.join([*own, *names])}: {figure or '；'}" for own, names, figure in told(grid))


def told_by_row(grid: Grid) -> Iterator[str]:
    """A line for each row: its label, then each column with its figure; blank cells are left out."""
    for own, group in groupby(told(grid), itemgetter(0)):
        cells = [f"{'：'.join(names)} {figure}" for _, names, figure in group if figure]
        yield f"{own[-1]}：{'，'.join(cells)}。"


def told_below_rows(grid: Grid) -> Iterator[str]:
    """A line for each row, and below it one for each column with its figure; a blank cell has none behind it."""
    for own, group in groupby(told(grid), itemgetter(0)):
        yield own[-1]
        yield from (f"{names[-1]}：{figure or '，'}" for _, names, figure in group)


def told_in_one_line(grid: Grid) -> Iterator[str]:
    """All rows of a table in one paragraph, as told by row."""
    yield "".join(told_by_row(grid))


LAYOUTS = (
    Published("cell-per-paragraph", Keeps.FULL, cell_per_paragraph, "\n\n"),
    Published("cell-per-paragraph-blanks-kept", Keeps.BLANKS, blanks_as_breaks, "\n\n"),
    Published("cell-per-line", Keeps.FULL, cell_per_line),
    Published("cell-per-line-bar", Keeps.BLANKS, cell_per_line_bar),
    Published("cell-per-line-bar-no-filler", Keeps.BLANKS, cell_per_line_bar_no_filler),
    Published("cell-and-bar-lines", Keeps.BLANKS, cell_and_bar_lines),
    Published("bar-line-then-cells", Keeps.BLANKS, bar_line_then_cells),
    Published("pipe-trail-fill", Keeps.BLANKS, pipe_fill),
    Published("pipe-trail-collapsed", Keeps.FULL, pipe_collapsed),
    Published("pipe-trail", Keeps.BLANKS, pipe_trail),
    Published("pipe-trail-cont", Keeps.BLANKS, pipe_whole),
    Published("pipe-full-fill", Keeps.BLANKS, pipe_full),
    Published("tab-cells", Keeps.BLANKS, tabs, "\n\n"),
    Published("tabs-of-word", Keeps.FULL, tabs_of_word),
    Published("tab-cells-trimmed", Keeps.FULL, tabs_trimmed, "\n\n"),
    Published("pdf-single-spaces", Keeps.FULL, single_spaces),
    Published("pdf-wide-columns", Keeps.FULL, wide_columns),
    Published("pdf-labels-cut", Keeps.FULL, labels_cut),
    Published("glued-rows", Keeps.NOTHING, glued),
    Published("deduplicated-lines", Keeps.NOTHING, deduplicated),
)
"""Every layout that was found on published pages."""

TOLD = (
    Published("told-by-cell", Keeps.BLANKS, told_by_cell),
    Published("told-by-paths", Keeps.BLANKS, told_by_paths, "\n\n"),
    Published("told-by-row", Keeps.BLANKS, told_by_row),
    Published("told-below-rows", Keeps.BLANKS, told_below_rows),
    Published("told-in-one-line", Keeps.BLANKS, told_in_one_line),
)
"""Layouts in which a table is told as a list: each figure has the labels of its row and of its column before it."""

MADE = (
    *TOLD,
    Published("commas", Keeps.BLANKS, fields(",")),
    Published("grouped-digits", Keeps.BLANKS, grouped_digits),
    Published("bars-between", Keeps.NOTHING, pipe_between),
    Published("heads-broken", Keeps.FULL, heads_broken("")),
    Published("heads-broken-quoted", Keeps.FULL, heads_broken('"')),
    Published("quoted-mail", Keeps.FULL, quoted_mail, "\n> \n> "),
    Published("quoted-commas", Keeps.FULL, fields(",", '"')),
    Published("full-width-bars", Keeps.FULL, fields("｜")),
    Published("spread-by-tabs", Keeps.BLANKS, spread("\t")),
    Published("spread-by-commas", Keeps.FULL, spread(",")),
    Published("spread-by-gaps", Keeps.FULL, spread("  ")),
    Published("spread-cell-per-line", Keeps.FULL, spread("\n")),
    Published("together-by-spaces", Keeps.FULL, together(" ")),
    Published("together-by-tabs", Keeps.FULL, together("\t")),
    Published("together-by-bars", Keeps.FULL, together("|")),
    Published("aligned", Keeps.FULL, aligned),
    Published("labels-filled-up", Keeps.FULL, labels_filled_up),
    Published("label-goes-on-below", Keeps.FULL, label_goes_on_below),
    Published("listed", Keeps.FULL, listed),
    Published("wiki", Keeps.FULL, wiki),
    Published("figures-before-labels", Keeps.NOTHING, figures_before_labels),
    Published("labels-before-figures", Keeps.NOTHING, labels_before_figures),
)
"""Layouts that tools and people make of a table."""


def traditional(text: str) -> str:
    """Print a text with traditional characters, as some mirrors do."""
    return text.translate(str.maketrans("规类关项开类总计强费处许无证据请", "規類關項開類總計強費處許無證據請"))


def brackets_swapped(text: str) -> str:
    """Print a text with the other width of brackets, colons and commas."""
    return re.sub(r"[（）：，]", lambda match: {"（": "(", "）": ")", "：": ":", "，": ","}[match[0]], text)
