"""Writing files: all of the bytes or none of them."""

from pathlib import Path

import pytest

from gov_disclosure import CannotWrite, Report
from gov_disclosure.rendering import write_atomically


def test_a_file_gets_the_bytes(tmp_path: Path) -> None:
    """What is written can be read back."""
    write_atomically(tmp_path / "a.txt", b"1")
    assert (b"1", ["a.txt"]) == ((tmp_path / "a.txt").read_bytes(), [path.name for path in tmp_path.iterdir()])


def test_an_older_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """A file that was there keeps who may read it."""
    target = tmp_path / "a.txt"
    target.write_bytes(b"0")
    target.chmod(0o640)
    write_atomically(target, b"1")
    assert (b"1", 0o640) == (target.read_bytes(), target.stat().st_mode & 0o777)


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A new file may be read by whom any new file may be read by."""
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "a.txt", b"1")
    assert (tmp_path / "usual").stat().st_mode == (tmp_path / "a.txt").stat().st_mode


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If something fails, the old bytes are there and nothing else is."""
    (tmp_path / "a.txt").write_bytes(b"0")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(tmp_path / "a.txt", b"1")
    assert (b"0", ["a.txt"]) == ((tmp_path / "a.txt").read_bytes(), [path.name for path in tmp_path.iterdir()])


def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_given(tmp_path: Path) -> None:
    """The error names the file that was asked for, not the one that is written first."""
    target = tmp_path / "none" / "a.txt"
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(target, b"1")
    assert str(target) == caught.value.filename


def test_a_document_is_given_and_written(tmp_path: Path) -> None:
    """The bytes of a Word document can be had, and put in a file on the way."""
    report = Report.blank(organization="青禾县林业局", year=2023)
    given = report.to_docx(tmp_path / "a.docx")
    assert (given, given) == ((tmp_path / "a.docx").read_bytes(), report.to_docx())


def test_who_asks_for_a_pdf_is_told_how_to_get_it(tmp_path: Path) -> None:
    """A PDF needs another program, so it has a method of its own, which the error names."""
    with pytest.raises(CannotWrite, match=r"to_pdf\(\)"):
        Report.blank(year=2023).write(tmp_path / "a.pdf")


def test_a_report_is_written_by_suffix(tmp_path: Path) -> None:
    """The suffix names the format, in capitals or not."""
    report = Report.blank(organization="青禾县林业局", year=2023)
    report.write(tmp_path / "a.JSON")
    assert report.to_json() == (tmp_path / "a.JSON").read_text(encoding="utf-8")
