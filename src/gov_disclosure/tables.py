"""The three tables of a report, each with the words of its own rows and columns."""

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Self, TypedDict, Unpack

from attrs import frozen

from .cells import Mark
from .matrix import NEWEST, Matrix
from .names import Section

__all__ = [
    "Applicants",
    "Outcomes",
    "ProactiveRows",
    "ProactiveTable",
    "Procedures",
    "RequestMatrix",
    "RequestRows",
    "ReviewLitigationTable",
]

Count = int | str | Mark | None
Money = Decimal | int | str | Mark | None


class Applicants(TypedDict, total=False):
    """Figures of one row of the request table, in 件; what is not named is 0."""

    natural_person: Count
    commercial: Count
    research: Count
    public_welfare: Count
    legal_service: Count
    other: Count
    total: Count


class Outcomes(TypedDict, total=False):
    """Figures of one procedure in the review and litigation table, in 件; what is not named is 0."""

    upheld: Count
    corrected: Count
    other_outcome: Count
    pending: Count
    total: Count


class RequestRows(TypedDict, total=False):
    """The rows of the request table that are counted by themselves, and the total `concluded`."""

    received: Applicants
    carried_in: Applicants
    disclosed: Applicants
    partly_disclosed: Applicants
    refused_state_secret: Applicants
    refused_prohibited_by_law: Applicants
    refused_security_stability: Applicants
    refused_third_party: Applicants
    refused_internal_affairs: Applicants
    refused_process: Applicants
    refused_enforcement_file: Applicants
    refused_enquiry: Applicants
    unavailable_not_held: Applicants
    unavailable_needs_creation: Applicants
    unavailable_unclear: Applicants
    unprocessed_petition: Applicants
    unprocessed_repeat: Applicants
    unprocessed_publication: Applicants
    unprocessed_excessive: Applicants
    unprocessed_reissue: Applicants
    otherwise: Applicants
    otherwise_not_supplemented: Applicants
    otherwise_fee_unpaid: Applicants
    otherwise_other: Applicants
    concluded: Applicants
    carried_out: Applicants


class Procedures(TypedDict, total=False):
    """The rows of the review and litigation table."""

    reconsideration: Outcomes
    litigation_direct: Outcomes
    litigation_after_reconsideration: Outcomes


class ProactiveRows(TypedDict, total=False):
    """The rows of the table on proactive disclosure; a row of one column may give the figure itself."""

    rules: Mapping[str, Count]
    normative_documents: Mapping[str, Count]
    licenses: Mapping[str, Count] | Count
    other_services: Mapping[str, Count]
    penalties: Mapping[str, Count] | Count
    compulsory_measures: Mapping[str, Count] | Count
    fees: Mapping[str, Money] | Money
    procurement: Mapping[str, Money]


@frozen(repr=False)
class ProactiveTable(Matrix):
    """Part two, 主动公开政府信息情况: subjects by measures.

    2021: 10 cells, counts `int` in 件, ``fees.amount`` `Decimal` in 万元. 2019: 22 cells, changes
    may be negative, ``procurement.total_value`` `Decimal` in a unit that the form does not print.
    """

    section: ClassVar[Section] = Section.PROACTIVE

    @classmethod
    def of(cls, *, edition: int = NEWEST, **rows: Unpack[ProactiveRows]) -> Self:
        """Build the table from what its writer counted; every cell not named is 0.

        Raises `NoSuchCell` for a name the edition does not have, `InvalidCell` for a value that
        cannot stand there.
        """
        return cls._of(edition, rows)


@frozen(repr=False)
class RequestMatrix(Matrix):
    """Part three, 收到和处理政府信息公开申请情况: lines by applicants, `int` in 件.

    2021: 25 rows by 7 columns. 2019: 23 rows by 7 columns.
    """

    section: ClassVar[Section] = Section.REQUESTS

    @classmethod
    def of(cls, *, edition: int = NEWEST, **rows: Unpack[RequestRows]) -> Self:
        """Build the table from what its writer counted; every cell not named is 0, totals are computed.

        A total may be given, and must then equal its parts. Raises `NoSuchCell`, `InvalidCell`.
        """
        return cls._of(edition, rows)


@frozen(repr=False)
class ReviewLitigationTable(Matrix):
    """Part four, 政府信息公开行政复议、行政诉讼情况: procedures by outcomes, 15 cells, `int` in 件."""

    section: ClassVar[Section] = Section.REVIEW_LITIGATION

    @classmethod
    def of(cls, *, edition: int = NEWEST, **rows: Unpack[Procedures]) -> Self:
        """Build the table from what its writer counted; every cell not named is 0, totals are computed.

        A total may be given, and must then equal its parts. Raises `NoSuchCell`, `InvalidCell`.
        """
        return cls._of(edition, rows)
