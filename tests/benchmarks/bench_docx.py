"""What a DOCX costs beside packing and parsing it: run ``python tests/benchmarks/bench_docx.py``.

Writing is compared with packing the finished text, reading with inflating and parsing it, both with
python-docx doing the same, turn by turn. Then a report is written ten thousand times, and how
much the memory grew is printed (where the system tells).
"""

import io
import sys
import zipfile
import zlib
from pathlib import Path

import docx as python_docx
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[1]))

from rounds import Case, print_ratios

import gov_disclosure as gd
from docx_cases import report
from gov_disclosure.formats import docx


def cases_of(edition: int) -> dict[str, tuple[str, dict[str, Case]]]:
    """Give what is compared, each kind with the case that the others are measured by."""
    value = report(edition, characters=2500)
    data = value.to_docx()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml")

    def parse() -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            etree.fromstring(archive.read("word/document.xml"))

    def save() -> None:
        python_docx.Document(io.BytesIO(data)).save(io.BytesIO())

    def cells() -> None:
        for table in python_docx.Document(io.BytesIO(data)).tables:
            for row in table.rows:
                [cell.text for cell in row.cells]

    return {
        "write": (
            "to_docx",
            {"to_docx": value.to_docx, "packing the text": lambda: zlib.compress(text), "python-docx, saved": save},
        ),
        "read": (
            "gd.read",
            {
                "gd.read": lambda: gd.read(data),
                "its document alone": lambda: docx.read(data),
                "parsing the text": parse,
                "python-docx row.cells": cells,
            },
        ),
    }


def peak() -> int:
    """Give the most memory that the process has had so far, in kilobytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def print_memory(name: str, write: Case, count: int) -> None:
    """Write one report many times, and print by how much the peak of memory rose after the first hundred."""
    for _ in range(100):
        write()
    before = peak()
    for _ in range(count):
        write()
    print(f"memory: {name} {count} times, peak {before // 1024} MB before, {peak() - before} KB more after")


def main() -> None:
    """Print the medians and the ratios of both editions, and what memory does."""
    for edition in (2021, 2019):
        for title, (ours, cases) in cases_of(edition).items():
            print_ratios(f"{edition} {title}", cases, ours)
    value = report(characters=2500)
    print_memory("to_docx", value.to_docx, 10_000)
    print_memory("to_document", value.to_document, 2_000)


if __name__ == "__main__":
    main()
