"""What writing costs beside others: run ``python tests/benchmarks/bench_writers.py``.

The whole DOCX is compared with docxtpl filling one expression for every figure into the same
document, and with packing the finished parts; the tables as text, Markdown and HTML with tabulate
printing the same rectangles of texts. All turn by turn, in both editions; a peer that is not
installed is said. What is first drawn for figures of such lengths costs more once: that is printed too.
"""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import docx as python_docx
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parents[1]))

from rounds import Case, print_ratios

from docx_cases import report
from gov_disclosure.printed import grid_of
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix

Texts = Sequence[Sequence[Sequence[str]]]


def expressions(value: Report) -> tuple[bytes, dict[str, str]]:
    """Give the report with an expression in the place of every figure, and the figures."""
    document = value.to_document()
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


def docxtpl_case(value: Report) -> dict[str, Case]:
    """Give the case of docxtpl, if it is installed."""
    if find_spec("docxtpl") is None:
        print("docxtpl is not installed: no comparison with it.")
        return {}
    template_of = import_module("docxtpl").DocxTemplate
    template, figures = expressions(value)

    def fill() -> None:
        opened = template_of(io.BytesIO(template))
        opened.render(figures)
        opened.save(io.BytesIO())

    return {"docxtpl": fill}


def documents(value: Report) -> dict[str, Case]:
    """Give the cases of the whole DOCX."""
    data = value.to_docx()
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}

    def pack() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as target:
            for name, part in parts.items():
                target.writestr(name, part)

    return {
        "to_docx": value.to_docx,
        "packing the parts": pack,
        "to_document": value.to_document,
        "python-docx open and save": lambda: python_docx.Document(io.BytesIO(data)).save(io.BytesIO()),
        **docxtpl_case(value),
    }


STYLES: dict[str, tuple[str, Callable[[Any], str]]] = {
    "text": ("simple", lambda table: table.to_text()),
    "ASCII frames": ("grid", lambda table: table.to_text(frame="ascii")),
    "Unicode frames": ("simple_grid", lambda table: table.to_text(frame="unicode")),
    "Markdown": ("github", lambda table: table.to_markdown()),
    "HTML": ("html", lambda table: table.to_html(fragment=True)),
}


def tables(value: Report, style: str, write: Callable[[Any], str]) -> dict[str, Case]:
    """Give the cases of all tables in one style."""
    texts: Texts = [grid_of(table).texts() for table in value.tables]
    return {
        "ours": lambda: [write(table) for table in value.tables],
        "tabulate": lambda: [tabulate(rows, tablefmt=style, disable_numparse=True) for rows in texts],
    }


def print_first(write: Callable[[Any], str], title: str) -> None:
    """Print what a table costs whose figures have lengths that no table before had."""
    times = []
    for figure in range(25):
        received: Any = {"research": 10 ** (figure % 5), "commercial": 10 ** (figure // 5)}
        table = RequestMatrix.of(received=received, disclosed={"other": 10**figure})
        start = time.perf_counter()
        write(table)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{title}: a request table of new lengths {median(times):8.3f} ms")


def main() -> None:
    """Print the medians and how many times as long as ours the others take."""
    if find_spec("wcwidth") is None:
        print("wcwidth is not installed: tabulate reckons Chinese characters one column wide, and faster.")
    for edition in (2021, 2019):
        value = report(edition, characters=2500)
        whole = documents(value)
        print_ratios(f"{edition} DOCX", whole, "to_docx")
        edited = {name: case for name, case in whole.items() if name in {"to_document", "docxtpl"}}
        print_ratios(f"{edition} DOCX for editing", edited, "to_document")
        for title, (style, write) in STYLES.items():
            print_ratios(f"{edition} {title}", tables(value, style, write), "ours")
    for title, (_, write) in STYLES.items():
        print_first(write, title)


if __name__ == "__main__":
    main()
