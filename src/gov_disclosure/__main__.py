"""The thin command line: it only parses; what the library does is in its classes.

``convert`` writes reports in other formats, ``check`` says what is wrong with them, ``rules``
lists what is checked. Nothing heavy is imported before a command runs.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from . import __version__

if TYPE_CHECKING:
    from .words import Words

__all__ = ["main", "parser"]

FORMATS = "text,markdown,html,docx"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status: 0 well, 1 errors were found, 2 something could not be read."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    arguments = parser().parse_args(argv)
    try:
        status = _command(arguments.command)(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has closed it; nothing is wrong, and nothing can be said any more.
        _give_up_output()
        return 141
    except OSError as error:
        from .commands import fail, no_output

        _give_up_output()
        return fail(no_output(error), arguments.lang)
    except KeyboardInterrupt:
        return 130
    return status


def _give_up_output() -> None:
    """Let what is still to be put out go nowhere, so that nothing is tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """Give what does a command; only that is imported."""
    if name == "check":
        from .command_check import check

        return check
    from . import commands

    return commands.convert if name == "convert" else commands.rules


class Parser(argparse.ArgumentParser):
    """A parser that says in both languages what is wrong, and what was probably meant."""

    def parse_known_args(self, *arguments: Any, **given: Any) -> Any:
        """Refuse what the command does not know where its own options are known."""
        known, rest = super().parse_known_args(*arguments, **given)
        if rest:
            from ._refusals import unknown

            self.fail(unknown(rest, self.format_usage()))
        return known, rest

    def error(self, message: str) -> NoReturn:
        """Say what argparse found."""
        from ._refusals import refusal

        self.fail(refusal(message))

    def fail(self, words: "Words") -> NoReturn:
        """Print how the command is used and what was wrong, and end with status 2."""
        self.print_usage(sys.stderr)
        lines = dict.fromkeys(f"{self.prog}: {said.strip()}\n" for said in (words.zh, words.en))
        self.exit(2, "".join(lines))


_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def day(text: str) -> date:
    """Take a day as people write it: 2025-01-24, 2025-1-24, 2025/1/24, 2025年1月24日."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else date.fromisoformat(text)
    except ValueError:
        from ._refusals import no_day

        raise no_day(text) from None


def limit(text: str) -> tuple[str, int]:
    """Take a limit by its name, as in ``pages=2000``."""
    from attrs import fields_dict

    from .limits import Limits

    name, _, number = text.partition("=")
    if name not in fields_dict(Limits) or not number.isdecimal() or not int(number):
        from ._refusals import no_limit

        raise no_limit(text, fields_dict(Limits))
    return name, int(number)


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    root = Parser(
        prog="gov-disclosure",
        description="读取、检查和写出政府信息公开工作年度报告。Read, check and write government information disclosure "
        "annual reports.",
    )
    root.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    convert = commands.add_parser("convert", help="转换为其他格式 / write reports in other formats")
    _sources(convert)
    convert.add_argument("-o", "--output", default=".", metavar="DIR", help="写到哪个文件夹 / folder to write to")
    convert.add_argument(
        "--to",
        default=FORMATS,
        metavar="FORMATS",
        help=f"{FORMATS},json（逗号分隔，all 为全部 / separated by commas, or all）",
    )
    convert.add_argument(
        "--document-lang",
        choices=("zh", "en"),
        default="zh",
        help="文件中格式文字的语言，正文不译 / language of the form in the documents; texts stay as they are",
    )
    convert.add_argument("-q", "--quiet", action="store_true", help="不打印检查结果 / do not print the findings")
    check = commands.add_parser("check", help="检查报告 / check reports")
    _sources(check)
    _format(check, "html", "sarif")
    _beside(check)
    check.add_argument("--strict", action="store_true", help="有警告也返回1 / exit with 1 for warnings, too")
    rules = commands.add_parser("rules", help="列出检查规则 / list what is checked")
    _format(rules)
    for command in (convert, check, rules):
        command.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 / language")
    return root


def _sources(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="文件、文件夹、压缩包或通配符，- 为标准输入 / file, folder, zip archive or pattern, - for standard input",
    )
    command.add_argument(
        "--from", dest="source_format", metavar="FORMAT", help="来源的格式，默认自动识别 / format of the sources"
    )
    command.add_argument(
        "--limit",
        dest="limits",
        type=limit,
        action="append",
        default=[],
        metavar="NAME=NUMBER",
        help="放宽或收紧来源的上限，如 pages=2000，可重复 / move a limit of what a source may hold; may be repeated",
    )


def _beside(check: argparse.ArgumentParser) -> None:
    """Take what stands beside the sources of a check."""
    check.add_argument(
        "--previous",
        action="append",
        default=[],
        metavar="FILE",
        help="上年的报告，可重复；按机关对应 / report of last year; may be repeated, chosen by organ",
    )
    check.add_argument("--policy", metavar="FILE", help="审核口径（TOML） / policy of the check (TOML)")
    check.add_argument(
        "--published",
        type=day,
        metavar="DATE",
        help="公布日期，如 2025-01-24 / day of publication",
    )
    check.add_argument(
        "--packages", action="store_true", help="也用已安装的包提供的规则 / also run rules of installed packages"
    )


def _format(command: argparse.ArgumentParser, *more: str) -> None:
    choices = ("text", "json", "markdown", *more)
    command.add_argument("--format", choices=choices, default="text", help="输出的格式 / format of the output")


def _speak_utf8(stream: TextIO) -> None:
    """Let a stream take Chinese whatever the locale says, and file names that are no text."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
