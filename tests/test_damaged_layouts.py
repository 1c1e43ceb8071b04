"""Layouts whose lines were joined, broken, emptied or cut on the way: what is still read is right."""

import io
import random
import re
import zipfile
from collections.abc import Callable

import pytest

from gov_disclosure.cells import Mark
from gov_disclosure.document import Grid, Heading, Paragraph
from gov_disclosure.errors import CannotRead
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from gov_disclosure.report import Report
from published import LAYOUTS, TOLD, tabs_of_word
from sampled import Blanks, sampled_report

Damage = Callable[[list[str], random.Random], list[str]]
SEEDS = range(40, 46)
MORE = {"joined": (485, 503, 525), "joined by spaces": (485, 503, 525)}
"""Seeds with which two damages meet in one row."""


def joined(by: str) -> Damage:
    """Join some lines with the line below them."""

    def damage(lines: list[str], rng: random.Random) -> list[str]:
        for _ in range(4):
            place = rng.randrange(len(lines) - 1)
            lines[place : place + 2] = [by.join(lines[place : place + 2])]
        return lines

    return damage


def broken(lines: list[str], rng: random.Random) -> list[str]:
    """Break some lines in two, but no number."""
    for _ in range(4):
        place = rng.randrange(len(lines))
        cut = rng.randint(0, len(lines[place]))
        one, two = lines[place][:cut], lines[place][cut:]
        if not (one[-1:].isdigit() and two[:1].isdigit()):
            lines[place : place + 1] = [one, two]
    return lines


def without_empty_lines(lines: list[str], rng: random.Random) -> list[str]:
    """Leave out some of the lines that are empty, or all."""
    keep = rng.choice((0.0, 0.5))
    return [line for line in lines if line.strip() or rng.random() < keep]


def with_loose_ends(lines: list[str], rng: random.Random) -> list[str]:
    """Leave spaces at the ends of lines."""
    return [line + " " * rng.randint(0, 3) for line in lines]


def cut_off(lines: list[str], rng: random.Random) -> list[str]:
    """Break the source off, inside a number as well as elsewhere."""
    text = "\n".join(lines)
    return text[: rng.randint(len(text) // 5, len(text))].split("\n")


def with_numbers_of_pages(lines: list[str], rng: random.Random) -> list[str]:
    """Put lines between that say which page it is."""
    for _ in range(3):
        lines.insert(rng.randrange(len(lines)), rng.choice(("— 4 —", "第3页", "Page 2", "- 5 -")))
    return lines


def without_some_letters(lines: list[str], rng: random.Random) -> list[str]:
    """Lose some of the letters."""
    return [re.sub(r"[\u4e00-\u9fff]", lambda found: found[0] if rng.random() > 0.01 else "", line) for line in lines]


DAMAGES: dict[str, Damage] = {
    "joined": joined(""),
    "joined by spaces": joined(" "),
    "broken": broken,
    "without empty lines": without_empty_lines,
    "with loose ends": with_loose_ends,
    "cut off": cut_off,
    "with numbers of pages": with_numbers_of_pages,
    "without some letters": without_some_letters,
}
LEGIBLE = [layout for layout in (*LAYOUTS, *TOLD) if layout.name != "glued-rows"]


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_makes_no_number_wrong(name: str) -> None:
    """Whatever was damaged is refused or read as it was printed."""
    numbers = 0
    for seed in (*SEEDS, *MORE.get(name, ())):
        report = sampled_report(seed)
        printed = {
            place.address: value
            for table in report.tables
            for place, value in zip(table.form.places, table.cells, strict=True)
        }
        for layout in LEGIBLE:
            rng = random.Random(f"{seed} {layout.name}")  # noqa: S311  # damage for tests, not secrets
            page = "\n".join(DAMAGES[name](layout.page(lay_out(report)).split("\n"), rng))
            try:
                read = examine(io.StringIO(page)).report
            except CannotRead:
                continue
            for table in read.tables:
                for place, value in zip(table.form.places, table.cells, strict=True):
                    if value is not None and not isinstance(value, Mark):
                        assert printed[place.address] == value, f"seed {seed}, {layout.name}: {place.address}"
                        numbers += 1
    assert numbers > 1000


# ---- pages and documents whose tables have lost, doubled or moved cells

_CELL = re.compile(r"<(td|th|w:tc)\b[^>]*>(?:(?!<tr\b|<w:tr\b|</table).)*?</\1>", re.DOTALL)
_END_OF_ROW = re.compile(r"</tr>\s*<tr\b[^>]*>|</w:tr><w:tr>(?:<w:trPr>.*?</w:trPr>)?")
Marks = Callable[[str, random.Random], str]


def _changed(pattern: "re.Pattern[str]", new: Callable[[str], str]) -> Marks:
    """Change some of what a pattern finds."""

    def damage(source: str, rng: random.Random) -> str:
        places = list(pattern.finditer(source))
        for place in sorted(rng.sample(places, min(rng.choice((1, 2, 4)), len(places))), key=lambda one: -one.start()):
            source = source[: place.start()] + new(place[0]) + source[place.end() :]
        return source

    return damage


def column_dropped(source: str, rng: random.Random) -> str:
    """Leave a cell out of each row that has so many."""
    column = -rng.randint(1, 6)

    def row(found: "re.Match[str]") -> str:
        cells = list(_CELL.finditer(found[0]))
        cell = cells[column] if len(cells) > 6 else None
        return found[0][: cell.start()] + found[0][cell.end() :] if cell else found[0]

    return re.sub(r"(?s)<(tr|w:tr)\b[^>]*>.*?</\1>", row, source)


MARKS: dict[str, Marks] = {
    "cells dropped": _changed(_CELL, lambda _: ""),
    "cells doubled": _changed(_CELL, lambda cell: cell * 2),
    "beginnings of cells lost": _changed(re.compile(r"<td\b[^>]*>"), lambda _: ""),
    "rows joined": _changed(_END_OF_ROW, lambda _: ""),
    "spans lost": _changed(re.compile(r' (?:row|col)span="\d+"|<w:(?:gridSpan|vMerge)[^>]*/>'), lambda _: ""),
    "spans wrong": _changed(re.compile(r'(?<=span=")\d+|(?<=gridSpan w:val=")\d+'), lambda _: "3"),
    "column dropped": column_dropped,
}


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("format", ["html", "docx"])
def test_damaged_marks_make_no_number_wrong(format: str, name: str) -> None:
    """A page or document in which cells were lost, doubled or run together is refused or read as it was printed."""
    numbers = 0
    for seed in range(16):
        report = sampled_report(seed, list(Blanks)[seed % 4], (2019, 2021)[seed // 4 % 2])
        rng = random.Random(f"{seed} {format} {name}")  # noqa: S311  # damage for tests, not secrets
        if format == "html":
            source = MARKS[name](report.to_html(), rng).encode()
        else:
            source = changed_docx(report.to_docx(), MARKS[name], rng)
        numbers += right_numbers(report, examine(source, format=format).report, f"seed {seed}")
    assert numbers > 100


def changed_docx(data: bytes, change: Marks, rng: random.Random) -> bytes:
    """Change the text of a DOCX."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            is_text = member.filename == "word/document.xml"
            new.writestr(member, change(content.decode(), rng).encode() if is_text else content)
    return out.getvalue()


def right_numbers(printed: Report, read: Report, where: str) -> int:
    """Count the numbers that were read, all of which are those of the report."""
    pairs = [
        (place.address, expected, actual)
        for table, other in zip(printed.tables, read.tables, strict=True)
        for place, expected, actual in zip(table.form.places, table.cells, other.cells, strict=True)
        if actual is not None and not isinstance(actual, Mark)
    ]
    assert [(where, *pair) for pair in pairs if pair[1] != pair[2]] == []
    return len(pairs)


@pytest.mark.parametrize("seed", range(12))
def test_lines_that_lost_blank_cells_at_both_ends_have_no_wrong_figure(seed: int) -> None:
    """The first blank cell of a row may be one that only fills it up, and the last total may be gone."""
    report = sampled_report(seed, Blanks.SCATTERED)
    lines: list[str] = []
    for block in lay_out(report).blocks:
        if isinstance(block, Grid):
            lines += ["\t".join(texts).strip("\t") for texts in block.texts()]
        elif isinstance(block, Heading | Paragraph):
            lines.append(block.text)
    read = examine(io.StringIO("\n".join(lines))).report
    for table, found in zip(report.tables, read.tables, strict=True):
        wrong = [two for one, two in zip(table.cells, found.cells, strict=True) if two is not None and one != two]
        assert not wrong


def field_lost(row: list[str], rng: random.Random) -> None:
    """Leave a field out."""
    row.pop(rng.randrange(len(row)))


def blank_lost(row: list[str], rng: random.Random) -> None:
    """Leave a blank field out."""
    if "" in row:
        row.remove("") if rng.random() < 0.5 else row.pop(len(row) - 1 - row[::-1].index(""))


def blank_more(row: list[str], rng: random.Random) -> None:
    """Put a blank field between."""
    row.insert(rng.randint(0, len(row)), "")


@pytest.mark.parametrize("damage", [field_lost, blank_lost, blank_more], ids=lambda damage: damage.__name__)
def test_fields_of_word_lost_or_put_between_make_no_number_wrong(damage: Callable[..., None]) -> None:
    """Rows as Word copies them differ in length: one that has lost or gained a field is no longer one of them."""
    numbers = 0
    for seed in range(24):
        report = sampled_report(seed, list(Blanks)[seed % 4])
        rng = random.Random(f"{seed} {damage.__name__}")  # noqa: S311  # damage for tests, not secrets
        lines: list[str] = []
        for block in lay_out(report).blocks:
            if isinstance(block, Grid):
                rows = [line.split("\t") for line in tabs_of_word(block)]
                for row in rng.sample(rows, 4) if len(rows) > 20 else ():
                    damage(row, rng)
                lines += map("\t".join, rows)
            elif isinstance(block, Heading | Paragraph):
                lines.append(block.text)
        numbers += right_numbers(report, examine(io.StringIO("\n".join(lines))).report, f"seed {seed}")
    assert numbers > 1000


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_a_table_in_one_line_has_no_wrong_figure(seed: int, separator: str) -> None:
    """Where merged cells leave blank ones between the figures, a blank cell may be one of those."""
    report = sampled_report(seed, Blanks.SCATTERED, 2019)
    lines = [
        separator.join(separator.join(texts) for texts in block.texts()) if isinstance(block, Grid) else block.text
        for block in lay_out(report).blocks
        if isinstance(block, Grid | Heading | Paragraph)
    ]
    read = examine(io.StringIO("\n".join(lines))).report
    for table, found in zip(report.tables, read.tables, strict=True):
        wrong = [two for one, two in zip(table.cells, found.cells, strict=True) if two is not None and one != two]
        assert not wrong


@pytest.mark.parametrize("frame", ["|{}|", "{}", "│{}│", "｜{}｜", "{}\n"])
@pytest.mark.parametrize("seed", range(8))
def test_bars_without_spaces_keep_blank_cells(frame: str, seed: int) -> None:
    """Nothing between two bars is a blank cell, whether bars stand at the sides of a line or not."""
    report = sampled_report(seed, Blanks.SCATTERED)
    bar = frame[0] if frame[0] != "{" else "|"
    lines: list[str] = []
    for block in lay_out(report).blocks:
        if isinstance(block, Grid):
            lines += [frame.format(bar.join(texts)) for texts in block.texts()]
        elif isinstance(block, Heading | Paragraph):
            lines.append(block.text)
    assert report.tables == examine(io.StringIO("\n".join(lines)), format="text").report.tables
