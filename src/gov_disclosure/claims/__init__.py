"""What the text of a report asserts about its tables: claims.

A claim is one figure of one sentence under the cells that it is about. The grammar reads words,
not sentences: a quantity, what stands before it in its clause (or behind it), and what the
sentence is about. It leaves out what it does not understand: figures of other years, comparisons,
plans, parts of a whole, other organs, round numbers. A claim that can be meant in two ways has two
readings, and contradicts a table only if it fits none of them.
"""

from ._claim import Claim, Reading
from ._text import LONGEST, claims_in, claims_of, unread

__all__ = ["LONGEST", "Claim", "Reading", "claims_in", "claims_of", "unread"]
