"""Archives of many files: opened once, listed without unpacking, and unpacked as far as someone has come."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import read_many
from gov_disclosure.__main__ import main
from gov_disclosure.corpus.archives import Task, members
from gov_disclosure.corpus.sources import members_at, paths_under
from gov_disclosure.limits import Limits
from gov_disclosure.report import Report

LIMITS = Limits(source_bytes=1_000_000)
Tree = dict[str, "bytes | Tree"]


class Counting(io.BytesIO):
    """A file that counts the bytes that are read of it."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read, and count."""
        found = super().read(size)
        self.count += len(found)
        return found


def packed(tree: Tree) -> bytes:
    """The bytes of an archive; a tree in it is an archive of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in tree.items():
            archive.writestr(name, data if isinstance(data, bytes) else packed(data))
    return buffer.getvalue()


def walked(tree: Tree, name: str) -> list[Task]:
    """What an archive should give: its files in the order of their names, those of archives in their place."""
    found: list[Task] = []
    for called, data in sorted(tree.items()):
        inside = f"{name}/{called}"
        found += [Task(inside, data=data)] if isinstance(data, bytes) else walked(data, inside)
    return found


def trees(depth: int) -> st.SearchStrategy[Tree]:
    """Draw archives in one another, none without files."""
    files = st.dictionaries(st.sampled_from(("a.txt", "乙/b.html", "c.md")), st.binary(max_size=40), min_size=1)
    if depth == 1:
        return files  # type: ignore[return-value]  # a dictionary of files is a tree without branches
    branches = st.dictionaries(st.sampled_from(("b.zip", "丙/d.zip")), trees(depth - 1), max_size=2)
    return st.builds(lambda one, other: {**one, **other}, files, branches)


BRANCHED = trees(LIMITS.archive_depth)


@given(BRANCHED)
def test_members_come_in_order_with_their_bytes(tree: Tree) -> None:
    """Whatever lies in what, each file comes once, where its name stands."""
    found = [member.unpack() for member in members(io.BytesIO(packed(tree)), "all.zip", LIMITS)]
    assert walked(tree, "all.zip") == found


@given(BRANCHED)
def test_a_listing_names_what_is_read(tree: Tree) -> None:
    """The names without the bytes are those of the bytes."""
    names = [member.name for member in members(io.BytesIO(packed(tree)), "all.zip", LIMITS)]
    assert [task.name for task in walked(tree, "all.zip")] == names


@given(BRANCHED, st.data())
def test_a_name_leads_to_its_member_and_an_archive_to_all_of_its_own(tree: Tree, data: st.DataObject) -> None:
    """A path into an archive is the file there, or the archive with the files below it."""
    every = walked(tree, "all.zip")
    wanted = data.draw(st.sampled_from(sorted({above for task in every for above in (task.name, _folder(task.name))})))
    found = members(io.BytesIO(packed(tree)), "all.zip", LIMITS, only=wanted)
    assert [task for task in every if f"{task.name}/".startswith(f"{wanted}/")] == [one.unpack() for one in found]


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def test_listing_unpacks_nothing() -> None:
    """Of 100 members of 10 KB, no more is read than the list at the end of the archive."""
    file = Counting(packed({f"{number:03}.txt": bytes(10_000) for number in range(100)}))
    assert len(list(members(file, "all.zip", LIMITS))) == 100
    assert file.count < 10_000


def test_reading_all_members_reads_an_archive_once() -> None:
    """The list at the end is not read again for each member."""
    data = packed({f"{number:04}.txt": b"" for number in range(2_000)})
    file = Counting(data)
    assert 2_000 == sum(member.unpack().data == b"" for member in members(file, "all.zip", LIMITS))
    assert file.count < 2 * len(data)


def test_an_archive_in_an_archive_is_unpacked_when_it_is_reached() -> None:
    """Whoever stops before it does not pay for it."""
    file = Counting(packed({"a.txt": b"a", "b.zip": {"c.txt": bytes(100_000)}}))
    walk = members(file, "all.zip", LIMITS)
    assert next(walk).unpack().data == b"a"
    assert file.count < 10_000
    assert next(walk).name == "all.zip/b.zip/c.txt"
    assert file.count > 100_000


def test_an_archive_without_files_to_read_is_named() -> None:
    """It is not passed over unseen, wherever it lies."""
    outcomes = read_many(("all.zip", packed({"a.zip": {"photo.png": b""}, "b.txt": Report.blank().to_text().encode()})))
    assert [("all.zip/a.zip", False), ("all.zip/b.txt", True)] == [(one.source, one.ok) for one in outcomes]


ASIDE = ("~$年报.txt", "._a.txt", "乙/._b.txt", "__MACOSX/a.txt", "__MACOSX/乙/b.txt", ".DS_Store")


def test_what_programs_keep_for_themselves_in_an_archive_is_no_source() -> None:
    """Word's mark of an open document and what macOS packs along are passed over."""
    data = packed({"a.txt": b"1", "乙/b.txt": b"2", **dict.fromkeys(ASIDE, b"")})
    assert ["all.zip/a.txt", "all.zip/乙/b.txt"] == [one.name for one in members(io.BytesIO(data), "all.zip", LIMITS)]


@pytest.mark.parametrize("pattern", ["", "**/*.txt"])
def test_what_programs_keep_for_themselves_in_a_folder_is_no_source(tmp_path: Path, pattern: str) -> None:
    """A folder and a pattern pass over what macOS unpacked there, and Word's mark of an open document."""
    for name in ("a.txt", "乙/b.txt", *(name for name in ASIDE if not pattern or "__MACOSX" not in name)):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(b"")
    found = paths_under(str(tmp_path / pattern))
    assert ["a.txt", "乙/b.txt"] == [Path(path).relative_to(tmp_path).as_posix() for path in found]


def test_a_folder_kept_aside_is_read_when_it_is_named(tmp_path: Path) -> None:
    """Who names such a folder means it."""
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "a.txt").write_bytes(b"")
    assert [str(tmp_path / "__MACOSX" / "a.txt")] == list(paths_under(str(tmp_path / "__MACOSX")))


def test_an_archive_of_a_kind_that_is_not_known_is_one_bad_source() -> None:
    """A version of the future is refused by name."""
    data = bytearray(packed({"a.txt": b""}))
    data[data.index(b"PK\x01\x02") + 6] = 255
    (outcome,) = read_many(("all.zip", bytes(data)))
    assert "压缩包已损坏" in str(outcome.error)


def test_the_name_of_an_outcome_reads_it_again(tmp_path: Path) -> None:
    """A path that leads into an archive is a source like any other."""
    path = tmp_path / "all.zip"
    path.write_bytes(packed({"a.zip": {"[1]年报.txt": Report.blank(year=2023).to_text().encode()}}))
    (outcome,) = read_many(path)
    (again,) = read_many(outcome.source)
    assert (outcome.source, outcome.reading) == (again.source, again.reading)


def test_a_path_to_nothing_in_an_archive_is_one_bad_source(tmp_path: Path) -> None:
    """As a path to no file is."""
    path = tmp_path / "all.zip"
    path.write_bytes(packed({"a.txt": b""}))
    (outcome,) = read_many(f"{path}/b.txt")
    assert isinstance(outcome.error, FileNotFoundError)


def test_the_command_line_opens_an_archive_once_to_count_and_once_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many members it has."""
    path = tmp_path / "all.zip"
    path.write_bytes(packed({f"{number}.txt": b"Dear Sir" for number in range(9)}))
    opened: list[str] = []

    def counted(name: str, limits: Limits) -> object:
        opened.append(name)
        return members_at(name, limits)

    monkeypatch.setattr("gov_disclosure.corpus.sources.members_at", counted)
    assert main(["check", str(path)]) == 2
    assert capsys.readouterr().err.count(f"{path}/") == 9
    assert [str(path)] * 2 == opened


def test_two_members_of_one_name_are_both_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second is not the first once more."""
    path = tmp_path / "all.zip"
    path.write_bytes(
        packed(
            {f"{one}.txt": Report.blank(organization=f"{one}局", year=2023).to_text().encode() for one in "ab"}
        ).replace(b"b.txt", b"a.txt")
    )
    main(["check", str(path)])
    printed = capsys.readouterr().out
    assert "a局2023年" in printed
    assert "b局2023年" in printed
