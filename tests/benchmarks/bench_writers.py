"""What writing costs beside others: run ``python tests/benchmarks/bench_writers.py``.

The whole DOCX is compared with docxtpl filling one expression for every figure into the same
document, and with packing the finished parts; the tables as text, Markdown and HTML with tabulate
printing the same rectangles of texts. All turn by turn, by the medians; a peer that is not
installed is said.
"""

import gc
import io
import sys
import time
import zipfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import docx as python_docx
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[1]))

from docx_cases import report
from gov_disclosure.printed import grid_of

REPORT = report(characters=2500)
TABLES = REPORT.tables
TEXTS = [grid_of(table).texts() for table in TABLES]
DATA = REPORT.to_docx()
with zipfile.ZipFile(io.BytesIO(DATA)) as _source:
    PARTS = {name: _source.read(name) for name in _source.namelist()}


def pack() -> None:
    """Pack the finished parts with the standard library, the least that writing costs others."""
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in PARTS.items():
            target.writestr(name, data)


def expressions() -> tuple[bytes, dict[str, str]]:
    """Give the report with an expression in the place of every figure, and the figures."""
    document = REPORT.to_document()
    figures: dict[str, str] = {}
    for table in document.tables:
        for row in table._tbl.tr_lst:
            for text in row.xpath(".//w:t"):
                if text.text.isdecimal():
                    name = f"figure{len(figures)}"
                    figures[name], text.text = text.text, f"{{{{ {name} }}}}"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), figures


def docxtpl_case() -> dict[str, Callable[[], object]]:
    """Give the case of docxtpl, if it is installed."""
    if find_spec("docxtpl") is None:
        print("docxtpl is not installed: no comparison with it.")
        return {}
    template_of = import_module("docxtpl").DocxTemplate
    template, figures = expressions()

    def fill() -> None:
        opened = template_of(io.BytesIO(template))
        opened.render(figures)
        opened.save(io.BytesIO())

    return {"docxtpl": fill}


def peer(style: str) -> Callable[[], object]:
    """Print all tables with tabulate in one of its styles."""
    return lambda: [tabulate(texts, tablefmt=style, disable_numparse=True) for texts in TEXTS]


def tables(write: Callable[[Any], str]) -> Callable[[], object]:
    """Print all tables of the report."""
    return lambda: [write(table) for table in TABLES]


CASES: dict[str, dict[str, Callable[[], object]]] = {
    "DOCX": {
        "to_docx": REPORT.to_docx,
        "packing the parts": pack,
        "to_document": REPORT.to_document,
        "python-docx open and save": lambda: python_docx.Document(io.BytesIO(DATA)).save(io.BytesIO()),
        **docxtpl_case(),
    },
    "text": {"to_text": tables(lambda table: table.to_text()), "tabulate": peer("simple")},
    "framed text": {"to_text": tables(lambda table: table.to_text(frame="ascii")), "tabulate": peer("grid")},
    "Markdown": {"to_markdown": tables(lambda table: table.to_markdown()), "tabulate": peer("github")},
    "HTML": {"to_html": tables(lambda table: table.to_html(fragment=True)), "tabulate": peer("html")},
}


def main(rounds: int = 11, loops: int = 3) -> None:
    """Print the medians and how many times as long as the first of each kind the others take."""
    if find_spec("wcwidth") is None:
        print("wcwidth is not installed: tabulate reckons Chinese characters one column wide, and faster.")
    for title, cases in CASES.items():
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds):
            for name, case in cases.items():
                gc.collect()
                start = time.perf_counter()
                for _ in range(loops):
                    case()
                times[name].append((time.perf_counter() - start) / loops * 1000)
        first = median(next(iter(times.values())))
        for name, found in times.items():
            print(f"{title}: {name:<28} {median(found):8.3f} ms  {median(found) / first:7.2f} x")


if __name__ == "__main__":
    main()
