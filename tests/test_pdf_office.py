"""PDF by LibreOffice, and the document that python-docx has: what is given, and what is said where it cannot be."""

import shutil
import stat
import time
from pathlib import Path

import pytest

from docx_cases import ORGAN, report
from gov_disclosure.errors import CannotWrite

installed = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="LibreOffice is not installed"
)


def office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in the place of LibreOffice; its arguments are those that LibreOffice would get."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shutil, "which", lambda name: str(program) if name == "soffice" else None)


@installed
def test_a_report_becomes_a_pdf(tmp_path: Path) -> None:
    """Where LibreOffice is installed it makes a PDF, which is given and written."""
    data = report().to_pdf(tmp_path / "report.pdf")

    assert b"%PDF" == data[:4]
    assert data == (tmp_path / "report.pdf").read_bytes()


def test_a_draft_becomes_a_pdf_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is given the Word document with the findings in it."""
    kept = tmp_path / "kept.docx"
    office(tmp_path, f'for last; do :; done; cp "$last" {kept}; echo %PDF > "${{last%.docx}}.pdf"', monkeypatch)
    value = report(figure=7)

    assert b"%PDF\n" == value.to_pdf(findings=value.validate())
    assert value.to_docx(findings=value.validate()) == kept.read_bytes()


def test_a_machine_without_libreoffice_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what is missing and what else can be done, in both languages."""
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(CannotWrite, match="没有找到 LibreOffice") as caught:
        report().to_pdf()

    assert "not installed" in caught.value.say("en")


def test_libreoffice_that_makes_nothing_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice ends with 0 although it made nothing: what it said is told."""
    office(tmp_path, "echo 'source file could not be loaded'", monkeypatch)

    with pytest.raises(CannotWrite, match="source file could not be loaded"):
        report().to_pdf()


def test_libreoffice_that_says_nothing_is_named_by_its_exit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no word the exit code is told, and no file is left."""
    office(tmp_path, "exit 77", monkeypatch)

    with pytest.raises(CannotWrite, match="exit 77"):
        report().to_pdf(tmp_path / "report.pdf")

    assert not (tmp_path / "report.pdf").exists()


def test_libreoffice_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits longer than was said."""
    office(tmp_path, "exec sleep 20", monkeypatch)

    with pytest.raises(CannotWrite, match=r"0\.2秒内没有完成"):
        report().to_pdf(timeout=0.2)


def test_what_libreoffice_started_is_stopped_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program on the path is a script; the real one must not go on behind the back of whoever gave up."""
    office(tmp_path, f"(sleep 0.8; touch {tmp_path / 'late'}) & wait", monkeypatch)

    with pytest.raises(CannotWrite, match=r"0\.2秒内没有完成"):
        report().to_pdf(timeout=0.2)
    time.sleep(1)

    assert not (tmp_path / "late").exists()


def test_python_docx_has_the_report() -> None:
    """The document can be changed by whoever knows python-docx."""
    document = report().to_document()

    assert f"{ORGAN}2023年政府信息公开工作年度报告" == document.paragraphs[0].text.replace("\n", "")
    assert 5 == len(document.tables)
