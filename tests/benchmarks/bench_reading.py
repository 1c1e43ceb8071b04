"""What reading costs beside others: run ``python tests/benchmarks/bench_reading.py [html|docx|text|growth ...]``.

Whole reports are read, with findings and leftovers. Beside a page stand pandas, which only gives the
tables as frames, and lxml's bare parse of the same bytes; beside a DOCX stands python-docx reading the
texts of its tables by ``row.cells``. Cases take turns; a ratio is the median of the ratios of each turn.
A peer that is not installed is said.
"""

import gc
import io
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import docx as python_docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

import gov_disclosure as gd
from docx_cases import sentences
from gov_disclosure.layout import lay_out
from published import LAYOUTS
from sampled import Blanks, sampled_report
from site_pages import site_page

Case = Callable[[], object]

REPORT = sampled_report(3, Blanks.NONE, 2021).evolve(overview=[sentences(600)] * 3, problems=[sentences(700)])
PAGES = {"page with its site": site_page(REPORT).encode(), "page alone": REPORT.to_html().encode()}
SIZE = 10_000
"""The bytes of a text: what a report of an office has."""


def reading(data: bytes, format: str) -> Case:
    """Read a whole report."""
    return lambda: gd.read(data, format=format)


def parsing(data: bytes) -> Case:
    """Parse the bytes of a page and do nothing with it."""
    return lambda: etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def frames(data: bytes) -> dict[str, Case]:
    """Give the case of pandas, if it is installed."""
    if find_spec("pandas") is None:
        print("pandas is not installed: no comparison with it.")
        return {}
    read_html, text = import_module("pandas").read_html, data.decode()
    return {"pandas.read_html": lambda: read_html(io.StringIO(text), flavor="lxml", header=None)}


def row_cells(data: bytes) -> Case:
    """Read the texts of the tables of a DOCX with python-docx."""
    return lambda: [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in python_docx.Document(io.BytesIO(data)).tables
    ]


def timed(cases: Mapping[str, Case], rounds: int, loops: int) -> dict[str, list[float]]:
    """Let cases take turns; give the milliseconds of each turn."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for case in cases.values():
        case()
    for _ in range(rounds):
        for name, case in cases.items():
            gc.collect()
            start = time.perf_counter()
            for _ in range(loops):
                case()
            times[name].append((time.perf_counter() - start) / loops * 1000)
    return times


def compared(title: str, cases: Mapping[str, Case], rounds: int = 15, loops: int = 3) -> None:
    """Print what the cases take, and how many times as long as the first of them."""
    times = timed(cases, rounds, loops)
    first = next(iter(times.values()))
    for name, found in times.items():
        ratio = median(one / other for one, other in zip(found, first, strict=True))
        print(f"{title}: {name:<24} {median(found):8.2f} ms (least {min(found):8.2f})  {ratio:6.2f} x")


def html() -> None:
    """Compare pages: the whole report with the frames of pandas and with the bare parse."""
    for name, data in PAGES.items():
        compared(
            f"{name}, {len(data) // 1000} KB",
            {"read": reading(data, "html"), "bare parse": parsing(data), **frames(data)},
        )


def docx() -> None:
    """Compare a DOCX: the whole report with the texts of its three tables."""
    data = REPORT.to_docx()
    compared(f"DOCX, {len(data) // 1000} KB", {"read": reading(data, "docx"), "python-docx row.cells": row_cells(data)})


def texts(size: int, edition: int = 2021) -> dict[str, bytes]:
    """Print a report in every layout, filled up with sentences to about so many bytes."""
    found = {}
    for layout in LAYOUTS:
        report = sampled_report(3, Blanks.NONE, edition)
        missing = size - len(layout.page(lay_out(report)).encode())
        filled = report.evolve(overview=[*report.overview.text, *[sentences(100)] * (max(0, missing) // 450)])
        found[layout.name] = layout.page(lay_out(filled)).encode()
    return found


def text() -> None:
    """Print what a report of 10 KB takes in each layout, the slowest first."""
    for edition in gd.FORMS:
        pages = texts(SIZE, edition)
        times = timed({name: reading(data, "text") for name, data in pages.items()}, rounds=9, loops=2)
        for name in sorted(times, key=lambda name: -min(times[name])):
            found = times[name]
            print(f"text, form of {edition}: {name:<32} {median(found):6.2f} ms (least {min(found):6.2f})")


def growth() -> None:
    """Print what a kilobyte takes in sources up to 100 times as long, and what the refusal of no report takes."""
    for factor in (1, 10, 100):
        report = REPORT.evolve(overview=[sentences(100)] * (30 * factor))
        for format, data in (("text", report.to_text().encode()), ("html", report.to_html().encode())):
            least = min(timed({"": reading(data, format)}, rounds=3, loops=1)[""])
            print(
                f"growth: {format} of {len(data) // 1000:6} KB {least:9.2f} ms  {least * 1000 / len(data):7.4f} ms a KB"
            )
    for name, format, data in (
        ("1,000,000 cells", "html", b"<table>" + (b"<tr>" + b"<td>0" * 100) * 10_000),
        ("200,000 lines of digits", "text", b"1234\n" * 200_000),
    ):
        start = time.perf_counter()
        try:
            gd.read(data, format=format)
        except gd.DisclosureError as error:
            print(f"refused: {name} in {time.perf_counter() - start:.2f} s: {error.say('en')}")


SECTIONS: dict[str, Callable[[], None]] = {"html": html, "docx": docx, "text": text, "growth": growth}


def main() -> None:
    """Print the sections that are asked for, or all."""
    for name in sys.argv[1:] or SECTIONS:
        SECTIONS[name]()


if __name__ == "__main__":
    main()
