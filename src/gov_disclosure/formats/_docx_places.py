"""A report in an office's template: short texts and parts go where the template names them, the rest to one place.

What has a place of its own is not said again. The parts of a document are known by the addresses of
their headings; what stands before the first of them, and a part that the template does not name, is the rest.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve

from ..document import Block, Document, Heading
from ..errors import CannotWrite
from ..words import Words
from ._docx_base import Base, open_base
from ._docx_fill import fill, named
from ._docx_look import Look
from ._docx_package import PackedPart, archive

__all__ = ["placed"]

_TITLE, _NUMBER, _SIGNATURE = "title", "document_number", "signature"
_UNDER = Words(
    "模板为标题（title）留了位置，文号原在标题之下：请也为 document_number 留一处",
    "it stands under the title, which has a place of its own in the template; give document_number one, too",
)
_Pour = tuple[str, tuple[Block, ...], tuple[str, Sequence[str]]]
"""The name of a place, what is poured in, and the number and the signature that go with it."""
Writer = Callable[[Document, Look, str, Sequence[str]], bytes]


def placed(
    write: Writer,
    document: Document,
    look: Look,
    path: "str | os.PathLike[str]",
    place: str,
    *,
    number: str,
    signature: Sequence[str],
    margins_given: bool,
) -> tuple[PackedPart, ...]:
    """Give the parts of the template at a path with a document in its places.

    Raises `UnreadableSource` for what is no DOCX and `CannotWrite` for what cannot be filled.
    """
    base = open_base(Path(path).read_bytes())
    parts = _parts(document)
    there = named(base.body)
    own = {name for name in parts if name and name != place and name in there}
    texts = {name: lines for name, lines in _texts(document, number, signature).items() if name != place}
    filled = fill(base.body, texts)
    rest = [block for name, blocks in parts.items() if name not in own for block in blocks]
    if _TITLE in filled:
        rest = [block for block in rest if not (isinstance(block, Heading) and block.level <= 0)]
    if _TITLE in filled and number and _NUMBER not in filled:
        raise CannotWrite(_NUMBER, _UNDER)
    left: tuple[str, Sequence[str]] = ("" if _NUMBER in filled else number, () if _SIGNATURE in filled else signature)
    pours: list[_Pour] = [(name, tuple(blocks), ("", ())) for name, blocks in parts.items() if name in own]
    if rest or any(left) or place in there:
        pours.append((place, tuple(rest), left))
    return _poured(write, base, pours, document, look, margins_given)


def _poured(
    write: Writer,
    base: Base,
    pours: Sequence[_Pour],
    document: Document,
    look: Look,
    margins_given: bool,
) -> tuple[PackedPart, ...]:
    """Pour blocks into their places, one after the other: each finds the template as the one before has left it."""
    parts = base.parts({})
    for at, (name, blocks, (number, signature)) in enumerate(pours):
        base = open_base(archive(parts)) if at else base
        there = base.place(name)
        fitted = base.fitted(look, there, margins_given=margins_given)
        parts = base.poured(write(evolve(document, blocks=blocks), fitted, number, signature), there)
    return parts


def _parts(document: Document) -> dict[str, list[Block]]:
    """Give the blocks under the address of the heading of their part, in their order; the rest under none."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 1:
            name = "" if block.address == _TITLE else block.address
        found.setdefault(name, []).append(block)
    return found


def _texts(document: Document, number: str, signature: Sequence[str]) -> dict[str, Sequence[str]]:
    """Give the lines of the short texts that there are."""
    title = next((b.text for b in document.blocks if isinstance(b, Heading) and b.level <= 0), "")
    texts = {_TITLE: title, _NUMBER: number} | {name: document.property(name) for name in ("organization", "year")}
    return {name: (text,) for name, text in texts.items() if text} | ({_SIGNATURE: signature} if signature else {})
