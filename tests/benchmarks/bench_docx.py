"""What a DOCX costs beside packing it: run ``python tests/benchmarks/bench_docx.py``.

Writing is compared with deflating the finished text, reading with inflating and parsing it, both
with python-docx doing the same; turn by turn, by the medians.
"""

import gc
import io
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx as python_docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from docx_cases import report
from gov_disclosure.formats import docx

REPORT = report(characters=2500)
DATA = REPORT.to_docx()
with zipfile.ZipFile(io.BytesIO(DATA)) as _archive:
    TEXT = _archive.read("word/document.xml")


def pack() -> None:
    """Deflate the finished text, the least that writing can cost."""
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    deflater.compress(TEXT)
    deflater.flush()


def parse() -> None:
    """Inflate and parse the text, the least that reading can cost."""
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def save() -> None:
    """Open the finished file with python-docx and save it."""
    python_docx.Document(io.BytesIO(DATA)).save(io.BytesIO())


def walk() -> None:
    """Read all cells with python-docx."""
    for table in python_docx.Document(io.BytesIO(DATA)).tables:
        for row in table.rows:
            [cell.text for cell in row.cells]


CASES: dict[str, dict[str, Callable[[], object]]] = {
    "write": {"floor": pack, "to_docx": REPORT.to_docx, "python-docx open and save": save},
    "read": {"floor": parse, "read": lambda: docx.read(DATA), "python-docx row.cells": walk},
}


def main(rounds: int = 21, loops: int = 5) -> None:
    """Print the medians and their ratios to the floor."""
    for title, cases in CASES.items():
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds):
            for name, case in cases.items():
                gc.collect()
                start = time.perf_counter()
                for _ in range(loops):
                    case()
                times[name].append((time.perf_counter() - start) / loops * 1000)
        floor = median(times["floor"])
        for name, found in times.items():
            print(f"{title}: {name:<28} {median(found):7.2f} ms  {median(found) / floor:6.2f} x floor")


if __name__ == "__main__":
    main()
