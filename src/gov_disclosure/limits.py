"""How much a source may hold before it is refused: every bound of reading, and what is said where one is passed.

No report comes near them. They are there for what was made, or broken, to exhaust the machine that
reads it, and each can be moved by the one who knows his sources.
"""

import sys
from typing import Any

import attrs
from attrs import Attribute, field, frozen

from .errors import InvalidChoice, UnreadableSource
from .words import Words

__all__ = ["USUAL", "Limits", "check_limits"]

_MOST = sys.maxsize - 1
_NUMBER = Words(f"1至{_MOST}的整数", f"the integers from 1 to {_MOST}")


def _is_number(_: object, attribute: "Attribute[int]", value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= _MOST:
        raise InvalidChoice(f"Limits.{attribute.name}", _NUMBER, repr(value))


def _limit(usual: int, zh: str, en: str) -> Any:
    """Declare a limit, and how that which is more is called; ``{most}`` stands for the number."""
    return field(default=usual, validator=_is_number, metadata={"more": Words(zh, en)})


@frozen(kw_only=True)
class Limits:
    """How much a source may hold; what holds more is refused with `UnreadableSource`, which names the limit.

    Each is a whole number from 1 on that fits a machine word; another value is an `InvalidChoice`. Give them to `read`,
    `examine` or `read_many` as ``limits=Limits(pages=2000)``.
    """

    source_bytes: int = _limit(64 * 1024 * 1024, "超过{most}字节", "more than {most} bytes")
    """The bytes of a source, of each member of an archive too."""
    pieces: int = _limit(100_000, "有超过{most}个段落和单元格", "it has more than {most} paragraphs and cells")
    """The paragraphs and cells of a source, in every format."""
    tags: int = _limit(500_000, "有超过{most}个标签", "it has more than {most} tags")
    """HTML: the tags of a page."""
    table_places: int = _limit(
        1_000_000, "有一个表格的行数乘列数超过{most}", "one of its tables has more than {most} rows times columns"
    )
    """HTML and DOCX: the rows of a table times its columns, those within merged cells too."""
    parts: int = _limit(10_000, "里面有超过{most}个文件", "it holds more than {most} files")
    """DOCX: the files in the package."""
    part_bytes: int = _limit(
        32 * 1024 * 1024, "里面的一个文件展开后超过{most}字节", "a file in it inflates to more than {most} bytes"
    )
    """DOCX: the bytes that one part may inflate to, and those of all pictures that are kept."""
    ratio: int = _limit(
        400,
        "里面的一个文件展开后超过原来的{most}倍，可能是压缩炸弹",
        "a file in it inflates to more than {most} times its size, as a zip bomb does",
    )
    """DOCX and archives: how many times its packed size a file may inflate to; tables of reports reach about 40."""
    pages: int = _limit(500, "超过{most}页", "it has more than {most} pages")
    """PDF: the pages."""
    letters: int = _limit(2_000_000, "有超过{most}个字", "it has more than {most} letters")
    """PDF, text and Markdown: the letters on all pages."""
    members: int = _limit(100_000, "里面有超过{most}个文件", "it holds more than {most} files")
    """Archives: the files in one."""
    archive_depth: int = _limit(3, "压缩包套了超过{most}层", "archives lie more than {most} deep in one another")
    """Archives, and documents in a DOCX: how deep they may lie in one another."""

    def exceeded(self, name: str, source: str | Words) -> UnreadableSource:
        """Make the error for a source that holds more than the limit of a name allows."""
        more: Words = attrs.fields_dict(Limits)[name].metadata["more"]
        return UnreadableSource(source, more.format(most=getattr(self, name)), _ADVICE.format(name=name))

    def check_text(self, text: str, source: str) -> None:
        """Refuse with `UnreadableSource` a text of more letters, lines and fields than allowed, before it is parted."""
        if len(text) > self.letters:
            raise self.exceeded("letters", source)
        if text.count("\n") + text.count("\t") > self.pieces:
            raise self.exceeded("pieces", source)


_ADVICE = Words(
    "请只传入报告本身；若确是报告，请放宽 {name}（Limits({name}=…)，命令行 --limit {name}=…）。",
    "Give the report alone; if it is one, allow more {name} (Limits({name}=…), on the command line --limit {name}=…).",
)

USUAL = Limits()
"""What is allowed unless the caller says otherwise."""


def check_limits(limits: object) -> None:
    """Refuse with `InvalidChoice` what is given as limits and is none."""
    if not isinstance(limits, Limits):
        raise InvalidChoice("limits", Words("gov_disclosure.Limits", "gov_disclosure.Limits"), repr(limits))
