"""Zip archives: their members are sources, those of archives in them too; each is unpacked when its turn comes.

What an archive may unpack to is bounded: how many members, how large each, how many times its
packed size, how deep archives may lie in one another.
"""

import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from ..errors import UnreadableSource
from ..formats import FORMATS
from ..formats._zips import DAMAGE
from ..words import Words

__all__ = ["ARCHIVE", "MANY_SUFFIXES", "Task", "holds_many", "member_at", "members", "names_in", "sized"]

_OLD = {".doc", ".wps", ".rtf"}
"""Documents of word processors that are often something else by their content, and otherwise refused by name."""
ARCHIVE = ".zip"
MANY_SUFFIXES = frozenset(
    {suffix for format in FORMATS.values() for suffix in format.suffixes} | {".json", ARCHIVE} | _OLD
)
"""The files that are taken from folders and archives; a report that cannot be read must not be passed over unseen."""
MEMBERS = 100_000
"""How many members an archive may have."""
RATIO = 200
"""How many times its packed size a member may have; real pages and documents stay far below."""
DEPTH = 3
"""How deep archives may lie in one another."""

_UTF8 = 0x800
_LOCKED = 0x1
_APART = Words("请解开压缩包后传入文件。", "Unpack it and give the files.")


@frozen
class Task:
    """One source to read, small enough to be sent to another process."""

    name: str
    path: str = ""
    data: bytes | None = None
    """The bytes, where there is no path that leads to them."""
    error: Exception | None = None
    """Why the source cannot even be opened."""


def sized(name: str, data: bytes, largest: int) -> Task:
    """Make the task of some bytes, unless they are more than are allowed."""
    return Task(name, data=data) if len(data) <= largest else Task(name, error=too_large(name, largest))


def too_large(name: str, largest: int) -> UnreadableSource:
    """Make the error for a source of more bytes than are allowed."""
    found = Words(f"超过{largest}字节", f"more than {largest} bytes")
    return UnreadableSource(name, found, Words("可用 largest= 放宽。", "Allow more with largest=."))


def holds_many(name: str, data: bytes) -> bool:
    """Tell whether bytes are an archive of files and not a document that is packed the same way."""
    packed = data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    return packed and (_is_archive(name) or b"[Content_Types].xml" not in data)


def _is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVE)


def members(
    file: str | io.BytesIO, name: str, largest: int, *, only: str | None = None, depth: int = 1
) -> Iterator[Task]:
    """Give the members of an archive, in the order of their names; `only` is the one that is wanted."""
    if depth > DEPTH:
        found = Words(f"压缩包套了超过{DEPTH}层", f"archives lie more than {DEPTH} deep in one another")
        yield Task(name, error=UnreadableSource(name, found, _APART))
        return
    try:
        with ZipFile(file) as archive:
            if len(archive.infolist()) > MEMBERS:
                found = Words(f"超过{MEMBERS}个文件", f"more than {MEMBERS} members")
                yield Task(name, error=UnreadableSource(name, found, _APART))
                return
            for called, member in _wanted(archive):
                if only is not None and not f"{only}/".startswith(f"{name}/{called}/"):
                    continue
                task = _member(archive, member, f"{name}/{called}", largest)
                if task.data is not None and _is_archive(called):
                    yield from members(io.BytesIO(task.data), task.name, largest, only=only, depth=depth + 1)
                else:
                    yield task
    except BadZipFile:
        yield Task(name, error=UnreadableSource(name, Words("压缩包已损坏", "the archive is damaged"), _APART))


def _wanted(archive: ZipFile) -> list[tuple[str, ZipInfo]]:
    files = [(_called(one), one) for one in archive.infolist() if not one.is_dir()]
    taken = [pair for pair in files if PurePosixPath(pair[0]).suffix.lower() in MANY_SUFFIXES]
    return sorted(taken, key=lambda pair: pair[0])


def names_in(path: str, largest: int) -> list[str]:
    """Give the names of the members of an archive on disk, those in archives of it too; itself if it has none."""
    return [task.name for task in members(path, path, largest)] or [path]


def member_at(name: str, largest: int) -> Task | None:
    """Give the member that a name from `names_in` stands for, or `None` if it is no such name."""
    parents = (str(parent) for parent in Path(name).parents if _is_archive(parent.name) and parent.is_file())
    path = next(parents, None)
    return None if path is None else next(members(path, path, largest, only=name), None)


def _called(member: ZipInfo) -> str:
    """Give the name of a member; Chinese systems write it in their own encoding without saying so."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return member.filename


def _member(archive: ZipFile, member: ZipInfo, name: str, largest: int) -> Task:
    if member.flag_bits & _LOCKED:
        return Task(name, error=UnreadableSource(name, Words("有密码", "it is locked by a password"), _APART))
    if member.file_size > largest:
        return Task(name, error=too_large(name, largest))
    if member.file_size > RATIO * max(member.compress_size, 1):
        found = Words(f"解开后超过原来的{RATIO}倍", f"unpacked it is more than {RATIO} times its size")
        return Task(name, error=UnreadableSource(name, found, _APART))
    try:
        with archive.open(member) as file:
            return sized(name, file.read(largest + 1), largest)
    except DAMAGE as error:
        return Task(name, error=UnreadableSource(name, Words("已损坏", "it is damaged"), Words(f"{error}", f"{error}")))
