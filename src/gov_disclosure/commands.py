"""What the command line does; each command gives its exit status and says on stderr what went wrong.

One bad source never stops the run: the others are done, and the exit status tells.
"""

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import evolve

from .columns import wrap
from .diagnostics import DIAGNOSTICS
from .errors import DisclosureError, NotAReport, UnreadableSource
from .formats import FORMATS
from .limits import Limits
from .reading import Reading, examine
from .rules import RULES
from .words import Language, Words

if TYPE_CHECKING:
    from .corpus.archives import Member, Task

__all__ = [
    "FAILED",
    "FAULTY",
    "FINE",
    "convert",
    "examined",
    "expanded",
    "fail",
    "members_of",
    "no_output",
    "reason_of",
    "rules",
    "say",
    "title_of",
]

FINE, FAULTY, FAILED = 0, 1, 2
SUFFIXES = {name: format.suffixes[0] for name, format in FORMATS.items() if format.written} | {"json": ".json"}

_STDIN = Words("标准输入", "standard input")
_NO_FORMAT = Words("没有“{name}”这种格式；可用：{known}", "there is no format {name!r}; use {known}")
_TAKEN = Words(
    "{source} 会写到 {target}，而那里是另一个来源的文件；请换一个文件夹（-o）",
    "{source} would be written to {target}, where another source's file is; choose another folder (-o)",
)
_ITSELF = Words(
    "{source} 写成这种格式会覆盖它自己；请换一个文件夹（-o）或格式（--to）",
    "{source} would be written over itself in this format; choose another folder (-o) or format (--to)",
)
_NOT_WRITTEN = Words("{source}：不能写到 {target}：{reason}", "{source}: cannot write to {target}: {reason}")
_NO_OUTPUT = Words("不能输出结果：{reason}", "cannot write the output: {reason}")
_NO_FILE = Words("没有这个文件", "there is no such file")
_IN_THE_WAY = Words("那里有一个文件，不是文件夹", "a file stands where a folder is needed")
# What the system has to say in its own language, in those of the command line.
_SYSTEM = {
    FileNotFoundError: _NO_FILE,
    PermissionError: Words("没有权限", "permission is denied"),
    IsADirectoryError: Words("这是一个文件夹", "it is a folder"),
    FileExistsError: _IN_THE_WAY,
    NotADirectoryError: _IN_THE_WAY,
}
_WRITTEN = Words("已写出 {target}", "wrote {target}")
_IT = Words("它", "it")
_OF_SOURCE = Words("{source}：{said}", "{source}: {said}")
_BUG = Words(
    "{source}：程序出错（{kind}：{reason}），请把文件和这行文字告诉开发者",
    "{source}: the program failed ({kind}: {reason}); please send the file and this line to its developers",
)
_OPTIONAL = Words("（地方要求，由审核口径打开后才检查）", " (Local practice; checked only where a policy asks for it.)")
_WIDTH = 80
_RULES = Words("报告的规则", "Rules on reports")
_DIAGNOSTICS = Words("读取来源时的提示", "What reading a source may tell")
_RULE_HEAD = (Words("名称", "name"), Words("级别", "severity"), Words("内容", "statement"), Words("依据", "basis"))


# ---- convert


def convert(arguments: Namespace) -> int:
    """Write each source in the formats asked for, and print what was found in it."""
    lang: Language = arguments.lang
    names = list(dict.fromkeys(name.strip().lower() for name in arguments.to.split(",")))
    if names == ["all"]:
        names = list(SUFFIXES)
    unknown = next((name for name in names if name not in SUFFIXES), None)
    if unknown is not None:
        return fail(_NO_FORMAT.format(name=unknown, known=",".join(SUFFIXES)), lang)
    suffixes = [SUFFIXES[name] for name in names]
    sources = expanded(arguments.sources)
    taken = _collision([member.name for member in members_of(sources, arguments)], Path(arguments.output), suffixes)
    if taken is not None:
        return fail(taken, lang)
    status = FINE
    for member in members_of(sources, arguments):
        source, reading = member.name, examined(member, arguments)
        if isinstance(reading, Words):
            status = FAILED
            continue
        if not arguments.quiet:
            print(title_of(source, reading, lang))
            print(reading.validate().to_text(lang))
        status = max(status, _written(source, reading, _targets(source, Path(arguments.output), suffixes), arguments))
    return status


def _targets(source: str, folder: Path, suffixes: list[str]) -> list[Path]:
    stem = "report" if source == "-" else Path(source).stem
    return [folder / f"{stem}{suffix}" for suffix in suffixes]


def _collision(sources: list[str], folder: Path, suffixes: list[str]) -> Words | None:
    """Tell where a file would be written over a source or over what another source gives."""
    taken = {Path(source).resolve() for source in sources if source != "-"}
    for source in sources:
        for target in _targets(source, folder, suffixes):
            if source != "-" and target.resolve() == Path(source).resolve():
                return _ITSELF.format(source=source)
            if target.resolve() in taken:
                return _TAKEN.format(source=_name(source), target=target)
            taken.add(target.resolve())
    return None


def _written(source: str, reading: Reading, targets: list[Path], arguments: Namespace) -> int:
    lang: Language = arguments.lang
    for target in targets:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            reading.report.write(target, lang=arguments.document_lang)
        except OSError as error:
            return fail(_NOT_WRITTEN.format(source=_name(source), target=target, reason=_said(error)), lang)
        except Exception as error:  # noqa: BLE001  # one bad source never stops the run
            return fail(reason_of(source, error), lang)
        print(_WRITTEN.format(target=target).say(lang))
    return FINE


# ---- rules


def rules(arguments: Namespace) -> int:
    """Print every rule and everything that reading may tell, by name."""
    lang: Language = arguments.lang
    groups = {_RULES: list(_rule_rows(lang)), _DIAGNOSTICS: list(_diagnostic_rows(lang))}
    if arguments.format == "json":
        keys = [word.en for word in _RULE_HEAD]
        rows = [dict(zip(keys, row, strict=True)) for group in groups.values() for row in group]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return FINE
    for title, group in groups.items():
        print(_markdown(title, group, lang) if arguments.format == "markdown" else _text(title, group, lang))
    return FINE


Row = tuple[str, str, str, str]


def _rule_rows(lang: Language) -> Iterator[Row]:
    for rule in RULES.values():
        statement = rule.statement.say(lang) + (_OPTIONAL.say(lang) if rule.optional else "")
        yield rule.name, rule.severity.value, statement, rule.basis


def _diagnostic_rows(lang: Language) -> Iterator[Row]:
    for diagnostic in DIAGNOSTICS.values():
        # The sentences have places for what is found; here nothing was.
        yield diagnostic.name, diagnostic.severity.value, re.sub(r"\{[^}]*\}", "…", diagnostic.message.say(lang)), ""


def _text(title: Words, rows: list[Row], lang: Language) -> str:
    lines = [title.say(lang)]
    for name, severity, statement, basis in rows:
        said = (line for text in (statement, basis) if text for line in wrap(text, _WIDTH - 2))
        lines += ["", f"{name} [{severity}]", *(f"  {line}" for line in said)]
    return "\n".join((*lines, ""))


def _markdown(title: Words, rows: list[Row], lang: Language) -> str:
    head = [word.say(lang) for word in _RULE_HEAD]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join((f"## {title.say(lang)}", "", *lines, ""))


# ---- sources, and what is said of them


def expanded(sources: Iterable[str]) -> list[str]:
    """Put the files of folders and patterns in their place: not every shell does it.

    What stands for no file stays, so that it is told like any source that cannot be read.
    """
    from .corpus.sources import paths_under

    found: list[str] = []
    for source in sources:
        try:
            found += [source] if source == "-" else list(paths_under(source)) or [source]
        except OSError:
            found.append(source)
    return found


def members_of(sources: Iterable[str], arguments: Namespace) -> Iterator["Member"]:
    """Give the files, and in the place of archives their members, each archive opened once and when its turn comes."""
    from .corpus.archives import Member, Task
    from .corpus.sources import members_at

    limits = _limits(arguments)
    for source in sources:
        try:
            yield from [Member(source, partial(Task, source))] if source == "-" else members_at(source, limits)
        except OSError as error:
            yield Member(source, partial(Task, source, error=error))


def _limits(arguments: Namespace) -> Limits:
    return Limits(**dict(arguments.limits))


def examined(source: "Member", arguments: Namespace) -> Reading | Words:
    """Read a source; if it cannot be read, say why and give the reason."""
    try:
        return examine(_opened(source.unpack()), format=arguments.source_format, limits=_limits(arguments))
    except Exception as error:  # noqa: BLE001  # one bad source never stops the run
        reason = reason_of(source.name, error)
        say(reason, arguments.lang)
        return reason


def _opened(task: "Task") -> Path | IO[bytes]:
    """Give what is to be read: standard input, a file, or a member of an archive. Raises what is wrong with it."""
    if task.error is not None:
        raise task.error
    if task.data is None:
        return Path(task.path) if task.path else sys.stdin.buffer
    file = BytesIO(task.data)
    file.name = Path(task.name).name
    return file


def reason_of(source: str, error: Exception) -> Words:
    """Tell why something about a source went wrong."""
    name = _name(source)
    if isinstance(error, UnreadableSource | NotAReport):
        # These sentences name the source themselves; it stands before them here.
        error = evolve(error, source=_IT)
    if isinstance(error, DisclosureError):
        return _OF_SOURCE.format(source=name, said=Words(error.say("zh"), error.say("en")))
    if isinstance(error, OSError):
        return _OF_SOURCE.format(source=name, said=_said(error))
    return _BUG.format(source=name, kind=type(error).__name__, reason=str(error))


def _said(error: OSError) -> Words:
    """Tell what the system says."""
    plain = error.strerror or str(error)
    return _SYSTEM.get(type(error), Words(plain, plain))


def no_output(error: OSError) -> Words:
    """Tell why nothing more can be put out."""
    return _NO_OUTPUT.format(reason=_said(error))


def _name(source: str) -> Words:
    return _STDIN if source == "-" else Words(source, source)


def title_of(source: str, reading: Reading, lang: Language) -> str:
    """Name a source and the report in it."""
    return _OF_SOURCE.format(source=_name(source), said=reading.report.title).say(lang)


def say(words: Words, lang: Language) -> None:
    """Say something beside the output."""
    print(f"gov-disclosure: {words.say(lang)}", file=sys.stderr)


def fail(reason: Words, lang: Language) -> int:
    """Say what went wrong, and give the status for it."""
    say(reason, lang)
    return FAILED
