"""The vocabulary of the form: one name for every row, column, table and part.

A value here is at once the key of a cell, the place in a finding, the key in JSON, the column in
a frame and the anchor in the documentation; it is never reused for something else. Members are
strings: ``Line.RECEIVED == "received"``, and either may be used wherever a name is asked for.
"""

from enum import StrEnum

__all__ = ["Applicant", "Line", "Measure", "Outcome", "Procedure", "Section", "Subject"]


class Section(StrEnum):
    """The six parts of a report, in the order of the form (条例 art. 50)."""

    OVERVIEW = "overview"
    PROACTIVE = "proactive"
    REQUESTS = "requests"
    REVIEW_LITIGATION = "review_litigation"
    PROBLEMS = "problems"
    OTHER_MATTERS = "other_matters"


class Subject(StrEnum):
    """Rows of the table on proactive disclosure (主动公开政府信息情况)."""

    RULES = "rules"
    NORMATIVE_DOCUMENTS = "normative_documents"
    LICENSES = "licenses"
    OTHER_SERVICES = "other_services"
    PENALTIES = "penalties"
    COMPULSORY_MEASURES = "compulsory_measures"
    FEES = "fees"
    PROCUREMENT = "procurement"


class Measure(StrEnum):
    """Columns of the table on proactive disclosure; each edition has its own."""

    ISSUED = "issued"
    REPEALED = "repealed"
    IN_FORCE = "in_force"
    DECISIONS = "decisions"
    AMOUNT = "amount"
    NEWLY_PRODUCED = "newly_produced"
    NEWLY_DISCLOSED = "newly_disclosed"
    TOTAL_DISCLOSED = "total_disclosed"
    ITEMS_LAST_YEAR = "items_last_year"
    CHANGE = "change"
    PROJECTS = "projects"
    TOTAL_VALUE = "total_value"


class Line(StrEnum):
    """Rows of the request table (收到和处理政府信息公开申请情况), groups included."""

    RECEIVED = "received"
    CARRIED_IN = "carried_in"
    RESULTS = "results"
    DISCLOSED = "disclosed"
    PARTLY_DISCLOSED = "partly_disclosed"
    REFUSED = "refused"
    REFUSED_STATE_SECRET = "refused_state_secret"
    REFUSED_PROHIBITED_BY_LAW = "refused_prohibited_by_law"
    REFUSED_SECURITY_STABILITY = "refused_security_stability"
    REFUSED_THIRD_PARTY = "refused_third_party"
    REFUSED_INTERNAL_AFFAIRS = "refused_internal_affairs"
    REFUSED_PROCESS = "refused_process"
    REFUSED_ENFORCEMENT_FILE = "refused_enforcement_file"
    REFUSED_ENQUIRY = "refused_enquiry"
    UNAVAILABLE = "unavailable"
    UNAVAILABLE_NOT_HELD = "unavailable_not_held"
    UNAVAILABLE_NEEDS_CREATION = "unavailable_needs_creation"
    UNAVAILABLE_UNCLEAR = "unavailable_unclear"
    UNPROCESSED = "unprocessed"
    UNPROCESSED_PETITION = "unprocessed_petition"
    UNPROCESSED_REPEAT = "unprocessed_repeat"
    UNPROCESSED_PUBLICATION = "unprocessed_publication"
    UNPROCESSED_EXCESSIVE = "unprocessed_excessive"
    UNPROCESSED_REISSUE = "unprocessed_reissue"
    OTHERWISE = "otherwise"
    OTHERWISE_NOT_SUPPLEMENTED = "otherwise_not_supplemented"
    OTHERWISE_FEE_UNPAID = "otherwise_fee_unpaid"
    OTHERWISE_OTHER = "otherwise_other"
    CONCLUDED = "concluded"
    CARRIED_OUT = "carried_out"


class Applicant(StrEnum):
    """Columns of the request table (申请人情况): who asked."""

    NATURAL_PERSON = "natural_person"
    ORGANIZATION = "organization"
    COMMERCIAL = "commercial"
    RESEARCH = "research"
    PUBLIC_WELFARE = "public_welfare"
    LEGAL_SERVICE = "legal_service"
    OTHER = "other"
    TOTAL = "total"


class Procedure(StrEnum):
    """The remedies of the review and litigation table (行政复议、行政诉讼)."""

    RECONSIDERATION = "reconsideration"
    LITIGATION = "litigation"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"


class Outcome(StrEnum):
    """How a remedy ended: the columns under each procedure."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER_OUTCOME = "other_outcome"
    PENDING = "pending"
    TOTAL = "total"
