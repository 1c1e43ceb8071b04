"""The editions of the form, each declared once as data; everything else follows from them."""

from collections.abc import Mapping
from types import MappingProxyType

from ..errors import UnknownEdition
from ..words import Words, listing
from ._schema import Balance, BalanceOf, Block, Form, Part, Place, Sum, Table
from ._tree import Group, Kind, Leaf, Node, Total, entries, leaves, walk
from .edition_2019 import FORM as _FORM_2019
from .edition_2021 import FORM as _FORM_2021

__all__ = [
    "FORMS", "Balance", "BalanceOf", "Block", "Form", "Group", "Kind", "Leaf", "Node", "Part", "Place",
    "Sum", "Table", "Total", "entries", "form_for", "form_of", "leaves", "usual_title", "walk",
]  # fmt: skip

FORMS: Mapping[int, Form] = MappingProxyType({form.edition: form for form in (_FORM_2019, _FORM_2021)})
"""The editions by the year in which their notice was issued."""


def form_of(edition: int) -> Form:
    """Give an edition of the form by its name, the year of its notice.

    Raises `UnknownEdition`.
    """
    try:
        return FORMS[edition]
    except (KeyError, TypeError):
        raise UnknownEdition(str(edition), listing(FORMS)) from None


def form_for(year: int) -> Form:
    """Give the edition that the report for a year must use.

    Raises `UnknownEdition` for years before 2019: reports then had another form.
    """
    for form in FORMS.values():
        if form.first_year <= year and (form.last_year is None or year <= form.last_year):
            return form
    raise UnknownEdition(str(year), listing(FORMS))


def usual_title(organization: str, year: int | None) -> Words:
    """Give the title that every edition prints over a report; organ and year are left out where they are unknown."""
    chinese, english = ("", "") if year is None else (f"{year}年", f"{year} ")
    return Words(
        f"{organization}{chinese}政府信息公开工作年度报告",
        f"{organization} {english}Government Information Disclosure Annual Report".strip(),
    )
