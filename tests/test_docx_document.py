"""A report as python-docx has it: the file that was written, opened, nothing shared, and nothing kept."""

import gc
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import SubElement

from docx_cases import report
from gov_disclosure.findings import Findings
from gov_disclosure.report import Report


def saved(document: Document) -> dict[str, bytes]:
    """Give the parts of a document as python-docx saves them."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> Document:
    """Open a file with python-docx."""
    return python_docx.Document(io.BytesIO(data))


@pytest.mark.parametrize(
    "options",
    [{}, {"charts": True}, {"lang": "en"}, {"style": "plain", "document_number": "3号"}, {"findings": Findings()}],
)
@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_document_for_editing_is_the_file_opened(edition: int, options: dict[str, Any]) -> None:
    """What python-docx is given saves as what it opens, part by part."""
    value = report(edition)

    assert saved(opened(value.to_docx(**options))) == saved(value.to_document(**options))


def test_a_template_with_a_link_to_the_outside_is_opened_too(tmp_path: Path) -> None:
    """A template of an office's own has other parts and links, and keeps them."""
    template = python_docx.Document()
    template.add_paragraph("函头")
    template.part.relate_to("https://qinghe.example/", "http://x/hyperlink", is_external=True)
    place = template.add_paragraph()._p
    SubElement(place, qn("w:bookmarkStart")).set(qn("w:name"), "report")
    base = tmp_path / "office.docx"
    template.save(str(base))

    document = report().to_document(base=base)

    assert saved(opened(report().to_docx(base=base))) == saved(document)
    assert "https://qinghe.example/" in [rel.target_ref for rel in document.part.rels.values() if rel.is_external]


def test_two_documents_share_nothing_that_can_be_changed() -> None:
    """Whatever is done to one document, the next is as if nothing had been."""
    before = saved(report().to_document())

    document = report().to_document()
    document.styles["Normal"].name = "改过"
    document.core_properties.title = "改过"
    document.settings.odd_and_even_pages_header_footer = False
    document.sections[0].footer.paragraphs[0].text = "改过"
    document.part.relate_to("https://qinghe.example/", "http://x/hyperlink", is_external=True)
    document.add_paragraph("改过")

    assert before == saved(report().to_document())


WRITE: dict[str, Callable[[Report], object]] = {"to_docx": Report.to_docx, "to_document": Report.to_document}


@pytest.mark.parametrize("write", WRITE.values(), ids=WRITE)
def test_memory_stays_flat_however_often_a_report_is_written(write: Callable[[Report], object]) -> None:
    """What is kept to be fast is kept after the first few documents; the hundreds after them add nothing."""
    value = report()
    for _ in range(20):
        write(value)

    tracemalloc.start()
    try:
        write(value)
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        for _ in range(300):
            write(value)
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert after - before < 20_000
