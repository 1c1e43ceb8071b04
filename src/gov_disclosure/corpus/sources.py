"""Many sources one after another: folders, patterns and archives stand for the files in them.

Nothing is opened before its turn, and what cannot be opened is a source with an error, so that it
is counted and named like any other. Files in folders and archives come in the order of their names.
"""

import glob
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from ..errors import UnreadableSource
from ..formats import FORMATS
from ..reading import Source
from ..words import Words

__all__ = ["MANY_SUFFIXES", "NamedBytes", "Sources", "Task", "paths_under", "tasks_of"]

NamedBytes = tuple[str, bytes]
"""The bytes of a file and what it is called; the suffix of the name may tell the format."""
Sources = Source | NamedBytes | Iterable[Source | NamedBytes]

_OLD = {".doc", ".wps", ".rtf"}
"""Documents of word processors that are often something else by their content, and otherwise refused by name."""
MANY_SUFFIXES = frozenset({suffix for format in FORMATS.values() for suffix in format.suffixes} | {".json"} | _OLD)
"""The files that are taken from folders and archives; a report that cannot be read must not be passed over unseen."""
MEMBERS = 100_000
"""How many members an archive may have."""
RATIO = 200
"""How many times its packed size a member may have; real pages and documents stay far below."""

_UTF8 = 0x800
_LOCKED = 0x1


@frozen
class Task:
    """One source to read, small enough to be sent to another process."""

    name: str
    path: str = ""
    data: bytes | None = None
    """The bytes, where there is no path that leads to them."""
    error: Exception | None = None
    """Why the source cannot even be opened."""


def tasks_of(sources: Sources, largest: int) -> Iterator[Task]:
    """Walk all sources; what stands for several gives one task for each of its files."""
    alone = (
        isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike)
        or hasattr(sources, "read")
        or _is_named(sources)
    )
    for number, source in enumerate(cast("Iterable[Source | NamedBytes]", [sources] if alone else sources), 1):
        try:
            yield from _tasks(source, f"#{number}", largest)
        except OSError as error:
            yield Task(_name(source, f"#{number}"), error=error)


def _is_named(source: object) -> bool:
    return isinstance(source, tuple) and tuple(map(type, source)) == (str, bytes)


def _name(source: object, otherwise: str) -> str:
    return os.fspath(source) if isinstance(source, str | os.PathLike) else str(getattr(source, "name", otherwise))


def _tasks(source: Source | NamedBytes, number: str, largest: int) -> Iterator[Task]:
    if isinstance(source, bytes | bytearray | memoryview):
        yield _sized(number, bytes(source), largest)
    elif isinstance(source, tuple):
        yield _sized(source[0], source[1], largest)
    elif isinstance(source, str | os.PathLike):
        yield from _under(os.fspath(source), largest)
    else:
        yield _from_file(source, _name(source, number), largest)


def _sized(name: str, data: bytes, largest: int) -> Task:
    return Task(name, data=data) if len(data) <= largest else Task(name, error=too_large(name, largest))


def too_large(name: str, largest: int) -> UnreadableSource:
    """Make the error for a source of more bytes than are allowed."""
    found = Words(f"超过{largest}字节", f"more than {largest} bytes")
    return UnreadableSource(name, found, Words("可用 largest= 放宽。", "Allow more with largest=."))


def _from_file(file: IO[bytes] | IO[str], name: str, largest: int) -> Task:
    read = file.read(largest + 1)
    return _sized(name, read.encode() if isinstance(read, str) else read, largest)


def _under(path: str, largest: int) -> Iterator[Task]:
    """Give the files that a path names: a folder, a pattern, an archive, or one file."""
    name = None
    for name in paths_under(path):
        if name.lower().endswith(".zip"):
            yield from _members(name, largest)
        else:
            yield Task(name, name)
    if name is None and not Path(path).is_dir():
        raise FileNotFoundError(2, "没有文件符合 / no file matches", path)


def paths_under(path: str) -> Iterator[str]:
    """Give the files that a folder or a pattern stands for; any other path stands for itself."""
    if Path(path).is_dir():
        yield from map(str, _files(Path(path)))
    elif glob.has_magic(path) and not Path(path).exists():
        for name in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  # a pattern may begin at the root
            yield from paths_under(name)
    else:
        yield path


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder in the order of names, without following links to other folders."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        elif entry.suffix.lower() in MANY_SUFFIXES:
            yield entry


def _members(path: str, largest: int) -> Iterator[Task]:
    """Give the members of an archive, each unpacked when its turn comes."""
    try:
        with ZipFile(path) as archive:
            everything = archive.infolist()
            if len(everything) > MEMBERS:
                found = Words(f"超过{MEMBERS}个文件", f"more than {MEMBERS} members")
                yield Task(path, error=UnreadableSource(path, found, _APART))
                return
            files = (one for one in everything if not one.is_dir())
            wanted = [(_called(one), one) for one in files if Path(one.filename).suffix.lower() in MANY_SUFFIXES]
            for name, member in sorted(wanted, key=lambda pair: pair[0]):
                yield _member(archive, member, f"{path}/{name}", largest)
    except BadZipFile:
        yield Task(path, error=UnreadableSource(path, Words("压缩包已损坏", "the archive is damaged"), _APART))


_APART = Words("请解开压缩包后传入文件。", "Unpack it and give the files.")


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
            return _sized(name, file.read(largest + 1), largest)
    except (BadZipFile, NotImplementedError, EOFError, ValueError, zlib.error) as error:
        return Task(name, error=UnreadableSource(name, Words("已损坏", "it is damaged"), Words(f"{error}", f"{error}")))
