"""What a page says about how its letters look is left out before the page is parsed.

A page that was pasted from Word is mostly that. Only what is plainly a tag or an attribute is taken
out, so that nothing is lost of a text; and nothing at all where an element may be hidden by it.
"""

import re

__all__ = ["parted", "without_letters"]

# A pattern that begins with letters is found as fast as they are: what stands before them is asked behind.
_STYLE = re.compile(rb'( style="(?<=[a-z"] style=")[^"]*")(?= [a-z]+=|>)')
_NO_STYLE = re.compile(b"[<>]")
_LETTERS = re.compile(rb'</?(?:span|font|strong|em|o:p|[biu])(?:\s+[a-z]+="[^"<>]*")*\s*/?>')


def parted(page: bytes) -> tuple[bytes, bytes]:
    """Part a page into what it is without styles, and its styles, each once.

    What holds a `<` or a `>` may be no style but a text: nothing is taken from its page.
    """
    pieces = _STYLE.split(page)
    styles = b"".join(dict.fromkeys(pieces[1::2]))
    return (page, b"") if _NO_STYLE.search(styles) else (b"".join(pieces[::2]), styles)


def without_letters(page: bytes) -> bytes:
    """Leave out the tags that only change how letters look, of a page in which no style means more."""
    # A start that does not look like one stays, and ends with the element around it.
    return _LETTERS.sub(b"", page)
