"""Many sources one after another: folders, patterns and archives stand for the files in them.

Nothing is opened before its turn, and what cannot be opened is a source with an error, so that it
is counted and named like any other. Files in folders and archives come in the order of their names.
"""

import glob
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import IO, cast

from ..errors import InvalidChoice
from ..limits import Limits
from ..opening import Source, bytes_from, refuse_no_file
from ..words import Words
from .archives import (
    Member,
    Task,
    archive_above,
    holds_many,
    is_archive,
    is_kept_aside,
    is_taken,
    members,
    sized,
)

__all__ = [
    "Member",
    "NamedBytes",
    "Sources",
    "Task",
    "members_at",
    "paths_under",
    "tasks_of",
]

NamedBytes = tuple[str, bytes]
"""The bytes of a file and what it is called; the suffix of the name may tell the format."""
Sources = Source | NamedBytes | Iterable[Source | NamedBytes]

_SOURCES = Words("路径、字节、打开的文件，或它们的序列", "a path, bytes, an open file, or several of these")


def tasks_of(sources: Sources, limits: Limits) -> Iterator[Task]:
    """Walk all sources; what stands for several gives one task for each of its files.

    Raises `InvalidChoice` at once for what is neither a source nor several.
    """
    alone = (
        isinstance(sources, str | bytes | bytearray | memoryview | os.PathLike)
        or hasattr(sources, "read")
        or _is_named(sources)
    )
    if not alone and (isinstance(sources, Mapping) or not isinstance(sources, Iterable)):
        raise InvalidChoice("sources", _SOURCES, repr(sources))
    return _each(cast("Iterable[Source | NamedBytes]", [sources] if alone else sources), limits)


def _each(sources: Iterable[Source | NamedBytes], limits: Limits) -> Iterator[Task]:
    for number, source in enumerate(sources, 1):
        try:
            yield from _tasks(source, f"#{number}", limits)
        except Exception as error:  # noqa: BLE001  # an open file may raise anything; the others are read all the same
            yield Task(_name(source, f"#{number}"), error=error)


def _is_named(source: object) -> bool:
    return isinstance(source, tuple) and tuple(map(type, source)) == (str, bytes)


def _name(source: object, otherwise: str) -> str:
    if isinstance(source, str | os.PathLike):
        name = os.fspath(source)
        return otherwise if not name or "\n" in name else name
    return str(getattr(source, "name", otherwise))


def _tasks(source: Source | NamedBytes, number: str, limits: Limits) -> Iterator[Task]:
    if isinstance(source, tuple) and _is_named(source):
        yield from _of_bytes(source[0], source[1], limits)
        return
    refuse_no_file(source)
    if isinstance(source, bytes | bytearray | memoryview):
        yield from _of_bytes(number, bytes(source), limits)
    elif isinstance(source, str | os.PathLike):
        yield from _under(os.fspath(source), limits)
    else:
        name = _name(source, number)
        yield from _of_bytes(name, bytes_from(cast("IO[bytes] | IO[str]", source), name, limits), limits)


def _of_bytes(name: str, data: bytes, limits: Limits) -> Iterator[Task]:
    if len(data) <= limits.source_bytes and holds_many(name, data):
        yield from (member.unpack() for member in members(io.BytesIO(data), name, limits))
    else:
        yield sized(name, data, limits)


def _under(path: str, limits: Limits) -> Iterator[Task]:
    """Give the files that a path names. Raises `FileNotFoundError` if there is none, but for an empty folder."""
    name = None
    for name in paths_under(path):
        yield from (member.unpack() for member in members_at(name, limits))
    if name is None and not Path(path).is_dir():
        raise _nothing(path)


def members_at(path: str, limits: Limits) -> Iterator[Member]:
    """Give the members of an archive, those that a path into one leads to, or else the file itself.

    Raises `OSError` if an archive cannot be opened or has nothing there.
    """
    archive = archive_above(path) or (path if is_archive(path) else None)
    if archive is None:
        yield Member(path, partial(Task, path, path))
        return
    member = None
    with Path(archive).open("rb") as file:
        for member in members(file, archive, limits, only="" if path == archive else path):
            yield member
    if member is None:
        raise _nothing(path)


def _nothing(path: str) -> FileNotFoundError:
    return FileNotFoundError(2, "没有文件符合 / no file matches", path)


def paths_under(path: str) -> Iterator[str]:
    """Give the files that a folder or a pattern stands for; any other path stands for itself."""
    if archive_above(path) is not None:
        yield path
    elif Path(path).is_dir():
        files = _files(Path(path))
        yield from (str(file) for file in files if is_taken(file.relative_to(path).as_posix()))
    elif glob.has_magic(path) and not Path(path).exists():
        for name in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  # a pattern may begin at the root
            if not is_kept_aside(Path(name).name):
                yield from paths_under(name)
    else:
        yield path


def _files(folder: Path) -> Iterator[Path]:
    """Walk a folder in the order of names, without following links to other folders."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        else:
            yield entry
