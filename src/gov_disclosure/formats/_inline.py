"""Text as it stands inside of Markdown: written so that nothing in it is markup, and read again.

What is written means the same to GitHub and to pandoc, which knows more markup. While a text is
read, a character that is only a character is kept out of reach as a lone surrogate, which no
decoded text can hold.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape as unescape_entities

from ..columns import join_lines
from ..document import Picture
from ..words import clean, raised, struck

__all__ = ["SOFT", "destination", "entities", "escape", "escape_block", "plain", "runs"]

# Smart quotes, dashes and dots, mathematics, citations and attributes are pandoc's; :// and www.
# are where GitHub makes a link by itself, with the backslashes in it.
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#^$@{}\"']|:(?=//)|(?<=www)\.|-(?=-)|\.(?=\.)", re.IGNORECASE)
_BLOCK = re.compile(r"[-+=:%]|\(?(?:[A-Za-z]+|\d+)(?P<mark>[.)])(?=\s|$)")
_MARK = re.compile(r"(?<=\w)[.)](?=\s|$)|^[-+=:%(]")

SOFT = "\r"
"""Stands for the end of a line that is no end of a paragraph; no line read from a file has one."""
_HARD = "\n"

_LITERAL = re.compile(
    r"\\([!-/:-@\[-`{-~])|(?<!`)(`+)(?!`)([^`]+)\2(?!`)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});"
)
_SHIELD = {code: 0xDC00 + code for code in range(33, 127)}
_REVEAL = {0xDC00 + code: code for code in range(33, 127)}
_IMAGE = re.compile(
    r"!\[[^\[\]]*\]\(\s*+(?:<([^<>]*)>|((?:[^()\s]|\([^()\s]*\))*))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|<img\s([^<>]*+)>",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\bsrc\s*=\s*[\"']?([^\"'<>\s]*)", re.IGNORECASE)
_PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"<del\b[^<>]*>[^<>]*</del>", re.IGNORECASE), ""),
    (re.compile(r"<sup\b[^<>]*>([^<>]*)</sup>", re.IGNORECASE), lambda found: raised(found[1])),
    (
        re.compile(r"<(s|strike)\b[^<>]*>([^<>]*)</\1>|(~~)(?=\S)([^~]+)~~", re.IGNORECASE),
        lambda found: struck(found[2] or found[4]),
    ),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), _HARD),
    (re.compile(r"<((?:https?|ftp|mailto):[^<>\s]+)>", re.IGNORECASE), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"\[([^\[\]]*)\]\((?:<[^<>]*>|[^()\s]*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"), r"\1"),
)
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)([^*~]+)(?<=\S)\1|(?<!\w)(_{1,3})(?=[^\s_])([^_]+)(?<=\S)\3(?!\w)")
# **of *this* kind**, but no deeper.
_NESTING = 2


def escape(text: str) -> str:
    """Write a text for the middle of a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escape_block(text: str) -> str:
    """Write a text for the beginning of a line, where marks of lists and rules have a meaning."""
    start = _BLOCK.match(text)
    if start is None:
        return escape(text)
    place = max(0, start.start("mark"))
    return escape(text[:place]) + "\\" + text[place] + escape(text[place + 1 :])


def entities(text: str) -> str:
    """Write a text for HTML inside of Markdown, which pandoc takes for Markdown again."""
    return _MARK.sub(_entity, _SPECIAL.sub(_entity, text))


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def destination(reference: str) -> str:
    """Write where a picture is to be found."""
    if re.fullmatch(r"[\w./?=:%-]+", reference):
        return reference
    return f"<{escape(clean(reference))}>"


def runs(text: str) -> Iterator[str | Picture]:
    """Read the text of a paragraph: a cleaned text for every line with a hard break, and pictures.

    Lines that end without a break are to be parted by `SOFT`.
    """
    text = _LITERAL.sub(_shielded, text)
    place = 0
    for image in _IMAGE.finditer(text):
        reference = image[1] or image[2] or ""
        if image[3] is not None:
            source = _SOURCE.search(image[3])
            if source is None:
                continue
            reference = source[1]
        yield from _texts(text[place : image.start()])
        place = image.end()
        yield Picture(reference.translate(_REVEAL))
    yield from _texts(text[place:])


def plain(text: str) -> str:
    """Read a text that is one line, such as that of a cell; pictures in it are left out."""
    return join_lines(run for run in runs(text) if isinstance(run, str))


def _shielded(found: re.Match[str]) -> str:
    if found[1]:
        return found[1].translate(_SHIELD)
    return (found[3] or unescape_entities(found[0])).translate(_SHIELD)


def _without_comments(text: str) -> str:
    """Leave comments out; one that is never closed is text, and is looked for once, not from each that begins."""
    kept, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[place:start])
        place = end + 3
    return "".join((*kept, text[place:]))


def _texts(text: str) -> Iterator[str]:
    text = _without_comments(text)
    for pattern, replacement in _PLAIN:
        text = pattern.sub(replacement, text)
    for _ in range(_NESTING):
        text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    for line in text.split(_HARD):
        if joined := clean(join_lines(line.split(SOFT)).translate(_REVEAL)):
            yield joined
