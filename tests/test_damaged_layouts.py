"""Layouts whose lines were joined, broken, emptied or cut on the way: what is still read is right."""

import io
import random
import re
from collections.abc import Callable

import pytest

from gov_disclosure.cells import Mark
from gov_disclosure.errors import CannotRead
from gov_disclosure.layout import lay_out
from gov_disclosure.reading import examine
from published import LAYOUTS, TOLD
from sampled import sampled_report

Damage = Callable[[list[str], random.Random], list[str]]
SEEDS = range(40, 46)


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
    for seed in SEEDS:
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
