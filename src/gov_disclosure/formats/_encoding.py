"""Bytes to text: by the mark at their beginning, as UTF-8, as declared, and as GB 18030 at last.

Nothing else is tried: what is no text, or would only be text with holes, is refused and named.
"""

import codecs
import re

from ..errors import UnreadableSource
from ..words import Words

__all__ = ["decode", "utf8_of"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"\x89PNG", Words("PNG 图片", "a PNG picture")),
    (b"\xff\xd8\xff", Words("JPEG 图片", "a JPEG picture")),
    (b"GIF8", Words("GIF 图片", "a GIF picture")),
    (b"%PDF", Words("PDF 文件", "a PDF file")),
    (b"PK\x03\x04", Words("ZIP 或 DOCX 文件", "a ZIP or DOCX file")),
    (b"\xd0\xcf\x11\xe0", Words("旧版 Word 文件（.doc）", "an old Word file (.doc)")),
    (b"{\\rtf", Words("RTF 文件", "an RTF file")),
)
# Systems of offices write it from templates, often as .doc: a page it is not, although it has tags.
_WORD_XML = re.compile(rb"\s*(?:<\?[^>]*>\s*)*<(?:w:wordDocument|pkg:package)\b")
# The encodings that a page may declare beside UTF-8. Pages that say GB 2312 mean its superset.
_DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "cp950": "cp950"}
_HOLE = "\ufffd"
_HOLES_AT_MOST = 0.01
# Text of another encoding breaks UTF-8 at almost every character; a damaged byte breaks it once.
_UTF8_AT_LEAST = 20

_ADVICE = Words("请用纯文本、Markdown、HTML 或 DOCX 文件。", "Give plain text, Markdown, HTML or DOCX.")
_SAVE_AS = Words("请用 Word 或 WPS 打开，另存为 .docx 后再读。", "Open it in Word or WPS and save it as .docx.")
_SAVE = Words("请用原来的程序另存为 UTF-8 后再读。", "Save it as UTF-8 with the program that made it, and read that.")


def decode(data: bytes, source: str, declared: str = "") -> str:
    """Decode a file of text; `declared` is the encoding that the text itself names.

    Raises `UnreadableSource` if it is empty, a picture or another binary file, or undecodable.
    """
    text, _ = _decoded(data, source, declared)
    return text


def utf8_of(data: bytes, source: str, declared: str = "") -> bytes:
    """Give a file of text as UTF-8: itself, if it is that already. Raises as `decode`."""
    text, is_utf8 = _decoded(data, source, declared)
    return data if is_utf8 else text.encode()


def _decoded(data: bytes, source: str, declared: str) -> tuple[str, bool]:
    """Give the text of a file, and whether that is just what its bytes are in UTF-8."""
    if not data or data.isspace():
        raise UnreadableSource(source, Words("它是空的", "it is empty"), _ADVICE)
    for start, kind in _KINDS:
        if data.startswith(start):
            raise UnreadableSource(source, Words("它像是{kind}", "it looks like {kind}").format(kind=kind), _ADVICE)
    if _WORD_XML.match(data.removeprefix(codecs.BOM_UTF8)):
        raise UnreadableSource(source, Words("它是 Word XML 文件", "it is a Word XML file"), _SAVE_AS)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.removeprefix(mark).decode(encoding, "replace"), source), False
    if b"\0" in data:
        raise UnreadableSource(source, Words("它是二进制文件", "it is a binary file"), _ADVICE)
    try:
        return data.decode(), True
    except UnicodeDecodeError:
        return _of_others(data, source, declared), False


def _of_others(data: bytes, source: str, declared: str) -> str:
    """Decode what is not sound UTF-8."""
    text = data.decode("utf-8", "replace")
    if encoding := _DECLARED.get(declared.lower().replace("-", "").replace("_", "")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    if text.count(_HOLE) * _UTF8_AT_LEAST < len(re.findall(r"[^\x00-\x7f\ufffd]", text)):
        return text
    return _checked(data.decode("gb18030", "replace"), source)


def _checked(text: str, source: str) -> str:
    if text.count(_HOLE) > _HOLES_AT_MOST * len(text):
        found = Words("文字编码无法识别，不是 UTF-8、UTF-16 或 GB 18030", "its text is no UTF-8, UTF-16 or GB 18030")
        raise UnreadableSource(source, found, _SAVE)
    return text
