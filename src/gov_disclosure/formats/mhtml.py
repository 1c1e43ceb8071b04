"""Pages that were saved with their pictures in one file (MHTML), which are only read.

Browsers write them, and so does Word under names ending in ``.doc``: a message as of mail, with the page
that was saved and those in its frames behind it. A message of mail itself is read the same way.
"""

from collections.abc import Iterator
from email import message_from_bytes, policy
from itertools import chain

from ..document import Document
from ..errors import UnreadableSource
from ..limits import USUAL, Limits
from ..words import Words

__all__ = ["read"]

_PAGES = ("text/html", "application/xhtml+xml")
_SAVE = Words("请打开它，另存为网页或 DOCX 后再读。", "Open it, and save it as a page or as DOCX.")


def read(data: bytes, limits: Limits = USUAL) -> Document:
    """Read the page that was saved, and what is in its frames.

    Raises `UnreadableSource` if there is no page, and as the reader of HTML does.
    """
    from ._html_read import read_page

    pages = [read_page(content, limits) for content in _pages(data)]
    if not pages:
        raise _refuse(Words("里面没有网页", "there is no page in it"))
    # What the page says about itself goes before what those in its frames say.
    about = {name: text for page in reversed(pages) for name, text in page.properties}
    blocks = chain.from_iterable(page.blocks for page in pages)
    navigation = chain.from_iterable(page.navigation for page in pages)
    return Document(tuple(blocks), tuple(about.items()), navigation=tuple(navigation))


def _pages(data: bytes) -> Iterator[bytes]:
    try:
        parts = list(message_from_bytes(data, policy=policy.default).walk())
    except RecursionError:
        raise _refuse(Words("它套了太多层", "its parts lie too deep in one another")) from None
    for part in parts:
        content = part.get_payload(decode=True) if part.get_content_type() in _PAGES else None
        if isinstance(content, bytes):
            yield content


def _refuse(found: Words) -> UnreadableSource:
    return UnreadableSource("MHTML", found, _SAVE)
