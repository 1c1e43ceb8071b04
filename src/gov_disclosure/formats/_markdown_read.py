"""Markdown to documents: line by line, as GitHub's rules have it.

What only looks like a table, bars without a rule below the head, stays as it is: those are
layouts of published pages, and every line of them counts.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from attrs import define, field

from ..document import Block, Document, Grid, Heading, Paragraph
from ..limits import USUAL, Limits
from ._inline import SOFT, plain, runs

__all__ = ["read_lines"]

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r" {0,3}(=|-)\1{2,}")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}")
_FENCE = re.compile(r" {0,3}(?:`{3,}[^`]*|~{3,}.*)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+")
_NUMBER = re.compile(r"[ \t]*\d{1,9}[.)][ \t]")
_HARD_BREAK = re.compile(r"(?<! ) {2,}$|(?<!\\)(?:\\\\)*\\$")
_TABLE = re.compile(r"\s*(?:<(?:!doctype|html|body|div|center|p)\b[^>]*>\s*)*<table\b", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_PIECE = re.compile(r"\\.|[^\\|]+|\||\\")
# What has several gaps in it, or one that nobody writes in a sentence, is laid out in columns, and no text that flows.
_GAPS = re.compile(r"\S {2,}\S.*? {2,}\S|\S {8,}\S")
_DELIMITER = re.compile(r":?-+:?")


def read_lines(lines: Sequence[str], limits: Limits = USUAL) -> Document:
    """Read a document; empty lines become empty paragraphs."""
    reader = _Reader(lines, limits)
    place = 0
    while place < len(lines):
        place += reader.take(place)
    reader.flush()
    return Document(tuple(reader.blocks))


def _fields(line: str) -> list[str]:
    """Part a line at the bars that no backslash makes characters."""
    fields: list[list[str]] = [[]]
    for piece in _PIECE.findall(line):
        if piece == "|":
            fields.append([])
        else:
            fields[-1].append(piece)
    return list(map("".join, fields))


def _row(line: str, rule: str = "|-|") -> list[str]:
    """Give the cells of a row; bars at its ends part nothing where the rule of the table has them, too.

    Where the rule has none they part a blank cell, unless the row has more cells than the rule then.
    """
    fields, most = _fields(line.strip()), rule.count("|") + 1
    if len(fields) > 1 and not fields[0] and (rule.startswith("|") or len(fields) > most):
        fields = fields[1:]
    if len(fields) > 1 and not fields[-1] and (rule.endswith("|") or len(fields) > most):
        fields = fields[:-1]
    return [field.strip() for field in fields]


def _is_delimiter(line: str, head: str) -> bool:
    """Tell whether a line makes the one above it the head of a table; single dashes may be figures."""
    if not ("--" in line or ":" in line or line.strip().startswith("|-")) or "|" not in line + head:
        return False
    cells = _row(line)
    return all(map(_DELIMITER.fullmatch, cells)) and (len(cells) > 1 or len(_row(head)) == 1)


@define
class _Reader:
    """The lines of a document and what has been read of them."""

    lines: Sequence[str]
    limits: Limits
    blocks: list[Block] = field(factory=list)
    pending: list[str] = field(factory=list)
    """The lines of the paragraph that is still open."""

    @cached_property
    def open_tables(self) -> list[int]:
        """How many HTML tables are open before each line, and behind the last."""
        tags = ([found[1] for found in _TABLE_TAG.finditer(line)] for line in self.lines)
        return list(accumulate((len(found) - 2 * found.count("/") for found in tags), initial=0))

    @cached_property
    def least_open(self) -> list[int]:
        """How many HTML tables are open behind each line or a later one, wherever they are fewest."""
        return list(accumulate(reversed(self.open_tables[1:]), min))[::-1]

    def take(self, place: int) -> int:
        """Take what begins in a line, and tell how many lines that was."""
        line = _QUOTE.sub("", self.lines[place], count=1)
        if _TABLE.match(line):
            return self._html_table(place)
        if place + 1 < len(self.lines) and _is_delimiter(self.lines[place + 1], line):
            return self._table(place, line)
        if not line.strip() or len(_fields(line)) > 1 or _GAPS.search(line.strip()):
            self.flush()
            self.blocks.append(Paragraph(line.rstrip()))
        elif heading := _HEADING.match(line):
            self._heading(len(heading[1]) - 1, _CLOSING.sub("", line[heading.end() :].strip()))
        elif len(self.pending) == 1 and (underline := _UNDERLINE.fullmatch(line.rstrip())):
            self._heading("=-".index(underline[1]), self.pending.pop())
        elif _RULE.fullmatch(line.rstrip()) or _FENCE.fullmatch(line):
            self.flush()
        else:
            self._text(line)
        return 1

    def flush(self) -> None:
        """Close the open paragraph."""
        for run in runs(SOFT.join(self.pending)):
            self.blocks.append(Paragraph(run) if isinstance(run, str) else run)
        self.pending.clear()

    def _text(self, line: str) -> None:
        """Take a line of text; the mark of a bullet is markup, a number belongs to the text."""
        bullet = _BULLET.match(line)
        if bullet or _NUMBER.match(line):
            self.flush()
        self.pending.append(_HARD_BREAK.sub("", line[bullet.end() if bullet else 0 :]))
        if _HARD_BREAK.search(line):
            self.flush()

    def _heading(self, level: int, text: str) -> None:
        self.flush()
        if text := plain(text):
            self.blocks.append(Heading(level, text))

    def _table(self, place: int, head: str) -> int:
        """Take a pipe table: its head, the rule below it, and rows as long as there are bars in them."""
        self.flush()
        end = place + 2
        while end < len(self.lines) and len(_fields(self.lines[end])) > 1:
            end += 1
        rows, rule = [head, *self.lines[place + 2 : end]], self.lines[place + 1].strip()
        self.blocks.append(Grid.of_rows([list(map(plain, _row(row, rule))) for row in rows]))
        return end - place

    def _html_table(self, place: int) -> int:
        """Take an HTML table up to its end; one that never ends is only its first block of lines."""
        from ._html_read import read_text

        self.flush()
        before, places = self.open_tables[place], range(place, len(self.lines))
        if self.least_open[place] <= before:
            end = next(i for i in places if self.open_tables[i + 1] <= before)
        else:
            end = next((i for i in places if not self.lines[i].strip()), len(self.lines)) - 1
        piece = read_text("\n".join(self.lines[place : end + 1]), self.limits)
        self.blocks += [*piece.blocks, *map(Paragraph, piece.navigation)]
        return end + 1 - place
