"""The thin command line: it only parses; what the library does is in its classes.

``convert`` writes reports in other formats, ``check`` says what is wrong with them, ``rules``
lists what is checked. Nothing heavy is imported before a command runs.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from . import __version__

__all__ = ["main", "parser"]

FORMATS = "text,markdown,html,docx"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status: 0 well, 1 errors were found, 2 something could not be read."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    arguments = parser().parse_args(argv)
    from . import commands

    command = {"convert": commands.convert, "check": commands.check, "rules": commands.rules}[arguments.command]
    try:
        status = command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has closed it; nothing is wrong, and nothing can be said any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        return 130
    return status


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    root = argparse.ArgumentParser(
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
        "--to", default=FORMATS, metavar="FORMATS", help=f"{FORMATS},json（逗号分隔 / separated by commas）"
    )
    convert.add_argument("-q", "--quiet", action="store_true", help="不打印检查结果 / do not print the findings")
    check = commands.add_parser("check", help="检查报告 / check reports")
    _sources(check)
    _format(check)
    check.add_argument("--strict", action="store_true", help="有警告也返回1 / exit with 1 for warnings, too")
    rules = commands.add_parser("rules", help="列出检查规则 / list what is checked")
    _format(rules)
    for command in (convert, check, rules):
        command.add_argument("--lang", choices=("zh", "en"), default="zh", help="语言 / language")
    return root


def _sources(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="+", metavar="SOURCE", help="文件，- 为标准输入 / file, - for standard input")
    command.add_argument(
        "--from", dest="source_format", metavar="FORMAT", help="来源的格式，默认自动识别 / format of the sources"
    )


def _format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json", "markdown"), default="text", help="输出的格式 / format of the output"
    )


def _speak_utf8(stream: TextIO) -> None:
    """Let a stream take Chinese whatever the locale says, and file names that are no text."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
