"""DOCX to PDF by LibreOffice, where it is installed: the one step that needs a program outside of Python.

LibreOffice says that all went well even where it made nothing, shares one profile among all who
start it, and opens anything as plain text. So it gets a profile of its own, is told what the file
is, and only the PDF itself is believed.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from ..errors import CannotWrite
from ..words import Words

__all__ = ["pdf_of"]

_PROGRAMS = ("soffice", "libreoffice")
_MISSING = Words(
    "没有找到 LibreOffice（soffice）。请安装 LibreOffice，或写出 .docx 后用 Word、WPS 另存为 PDF。",
    "LibreOffice (soffice) is not installed. Install it, or write a .docx and save it as PDF with Word or WPS.",
)


def pdf_of(data: bytes, *, timeout: float = 120.0) -> bytes:
    """Give the PDF that LibreOffice makes of a DOCX; `timeout` is in seconds.

    Fonts that the machine lacks are replaced by LibreOffice. Raises `CannotWrite` where LibreOffice
    is not installed, takes longer than `timeout`, or makes no PDF.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise CannotWrite("PDF", _MISSING)
    with tempfile.TemporaryDirectory(prefix="gov-disclosure-") as name:
        folder = Path(name)
        source, target = folder / "report.docx", folder / "report.pdf"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--infilter=MS Word 2007 XML", "--convert-to", "pdf"]
        said = _run([program, profile, *options, "--outdir", name, str(source)], timeout)
        made = target.read_bytes() if target.exists() else b""
    if not made.startswith(b"%PDF"):
        raise CannotWrite("PDF", Words(f"LibreOffice 没有生成 PDF（{said}）。", f"LibreOffice made no PDF ({said})."))
    return made


def _run(command: list[str], timeout: float) -> str:
    """Run LibreOffice and give the last line of what it says."""
    out = subprocess.PIPE
    with subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, start_new_session=True) as office:  # noqa: S603  # the program is found on the path, the rest is ours
        try:
            said, _ = office.communicate(timeout=timeout)
        except subprocess.TimeoutExpired as error:
            late = Words(
                f"LibreOffice 在{timeout:g}秒内没有完成。", f"LibreOffice did not finish within {timeout:g} seconds."
            )
            raise CannotWrite("PDF", late) from error
        finally:
            _end(office)
    lines = said.decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), f"exit {office.returncode}")


def _end(office: "subprocess.Popen[bytes]") -> None:
    """End a program that still runs, and what it started: soffice is a script that starts the real one."""
    if office.poll() is not None:
        return
    if sys.platform == "win32":
        office.kill()
    else:
        os.killpg(office.pid, signal.SIGKILL)
