"""Zip archives: their members are sources, those of archives in them too; each is unpacked when it is asked for.

What an archive may unpack to is bounded: how many members, how large each, how many times its
packed size, how deep archives may lie in one another.
"""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import ZipFile, ZipInfo

from attrs import frozen

from ..errors import UnreadableSource
from ..formats import FORMATS
from ..formats._zips import DAMAGE, LOCKED, SMALL
from ..limits import Limits
from ..words import Words

__all__ = [
    "MANY_SUFFIXES",
    "Member",
    "Task",
    "archive_above",
    "holds_many",
    "is_archive",
    "is_kept_aside",
    "is_taken",
    "members",
    "sized",
]

_OLD = {".doc", ".wps", ".rtf"}
"""Documents of word processors that are often something else by their content, and otherwise refused by name."""
ARCHIVE = ".zip"
MANY_SUFFIXES = frozenset(
    {suffix for format in FORMATS.values() for suffix in format.suffixes} | {".json", ARCHIVE} | _OLD
)
"""The files that are taken from folders and archives; a report that cannot be read must not be passed over unseen."""
_ASIDE = ("~$", "._")
"""How the files begin that Word keeps beside an open document and macOS beside each file: they are called as it is."""
_ASIDE_FOLDER = "__MACOSX"

_UTF8 = 0x800
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


def sized(name: str, data: bytes, limits: Limits) -> Task:
    """Make the task of some bytes, unless they are more than are allowed."""
    if len(data) > limits.source_bytes:
        return Task(name, error=limits.exceeded("source_bytes", name))
    return Task(name, data=data)


def holds_many(name: str, data: bytes) -> bool:
    """Tell whether bytes are an archive of files and not a document that is packed the same way."""
    packed = data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
    return packed and (is_archive(name) or b"[Content_Types].xml" not in data)


def is_archive(name: str) -> bool:
    """Tell whether a file is called as archives are."""
    return name.lower().endswith(ARCHIVE)


def is_kept_aside(name: str) -> bool:
    """Tell whether a file is no one's, but what a program keeps for itself beside a file of the same suffix."""
    path = PurePosixPath(name)
    return path.name.startswith(_ASIDE) or _ASIDE_FOLDER in path.parts


def is_taken(name: str) -> bool:
    """Tell whether a file, named from the folder or archive on that it lies in, is a source there."""
    return PurePosixPath(name).suffix.lower() in MANY_SUFFIXES and not is_kept_aside(name)


@frozen
class Member:
    """A file among many: what it is called, and what gets it; nothing is unpacked before that is called."""

    name: str
    unpack: Callable[[], Task]


def members(file: IO[bytes], name: str, limits: Limits, *, only: str = "", depth: int = 1) -> Iterator[Member]:
    """Walk an archive that is open, in the order of names; `only` is the one that is wanted, or what it lies in.

    The archive is opened once. Archives in it are unpacked when they are reached, other members when they
    are asked for, which is possible as long as the walk stands at them.
    """
    if depth > limits.archive_depth:
        yield _known(Task(name, error=limits.exceeded("archive_depth", name)))
        return
    try:
        archive = ZipFile(file)
    except DAMAGE:
        yield _refused(name, Words("压缩包已损坏", "the archive is damaged"))
        return
    with archive:
        if len(archive.infolist()) > limits.members:
            yield _known(Task(name, error=limits.exceeded("members", name)))
            return
        wanted = _wanted(archive)
        if not wanted:
            yield _refused(name, Words("里面没有可以读取的文件", "there is no file in it that can be read"))
        for called, member in wanted:
            inside = f"{name}/{called}"
            if only and not (f"{only}/".startswith(f"{inside}/") or f"{inside}/".startswith(f"{only}/")):
                continue
            unpack = partial(_unpacked, archive, member, inside, limits)
            if not is_archive(called):
                yield Member(inside, unpack)
            elif (task := unpack()).data is None:
                yield _known(task)
            else:
                yield from members(BytesIO(task.data), inside, limits, only=only, depth=depth + 1)


def _refused(name: str, found: Words) -> Member:
    """Give an archive in the place of the members that it does not give."""
    return _known(Task(name, error=UnreadableSource(name, found, _APART)))


def _known(task: Task) -> Member:
    return Member(task.name, lambda: task)


def _wanted(archive: ZipFile) -> list[tuple[str, ZipInfo]]:
    files = [(_called(one), one) for one in archive.infolist() if not one.is_dir()]
    return sorted((pair for pair in files if is_taken(pair[0])), key=itemgetter(0))


def archive_above(path: str) -> str | None:
    """Give the archive on disk that a path leads into, or `None`; an archive itself leads into none."""
    above = (str(parent) for parent in Path(path).parents if is_archive(parent.name) and parent.is_file())
    return next(above, None)


def _called(member: ZipInfo) -> str:
    """Give the name of a member; Chinese systems write it in their own encoding without saying so."""
    if member.flag_bits & _UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gbk")
    except UnicodeError:
        return member.filename


def _unpacked(archive: ZipFile, member: ZipInfo, name: str, limits: Limits) -> Task:
    if member.flag_bits & LOCKED:
        return Task(name, error=UnreadableSource(name, Words("有密码", "it is locked by a password"), _APART))
    if member.file_size > limits.source_bytes:
        return Task(name, error=limits.exceeded("source_bytes", name))
    if member.file_size > limits.ratio * max(member.compress_size, SMALL):
        return Task(name, error=limits.exceeded("ratio", name))
    try:
        with archive.open(member) as file:
            return sized(name, file.read(limits.source_bytes + 1), limits)
    except DAMAGE as error:
        return Task(name, error=UnreadableSource(name, Words("已损坏", "it is damaged"), Words(f"{error}", f"{error}")))
