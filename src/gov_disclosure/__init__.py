"""Read, check and write annual reports on government information disclosure (政府信息公开工作年度报告).

Every public name is here, flat; everything else is private and may move. A name is imported when
it is first used, so that ``import gov_disclosure`` costs next to nothing.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .cells import Mark
    from .corpus import ReadOutcome, read_many
    from .document import Picture
    from .errors import (
        BlankCell,
        CannotRead,
        CannotWrite,
        DisclosureError,
        FindingsPresent,
        InvalidCell,
        InvalidChoice,
        InvalidPolicy,
        InvalidReport,
        InvalidRule,
        NoSuchCell,
        NotAReport,
        UnknownEdition,
        UnreadableSource,
    )
    from .exchange.json_schema import json_schema
    from .findings import Finding, Findings, Origin, Severity, Status, Suspect
    from .forms import FORMS, form_for, form_of
    from .limits import Limits
    from .matrix import Matrix
    from .names import Applicant, Line, Measure, Outcome, Procedure, Section, Subject
    from .policy import Policy, Published
    from .reading import Reading, examine, read
    from .rendering import DocxOptions
    from .report import Report
    from .rules import (
        RULES,
        Fault,
        Pair,
        Passage,
        Publication,
        Rollup,
        Rule,
        Series,
        Unassessable,
        Waiver,
        load_rules,
        rule,
        validate_rollup,
        validate_series,
    )
    from .sections import (
        ForeignTable,
        OtherMatters,
        Overview,
        ProactiveDisclosure,
        Problems,
        Requests,
        ReviewLitigation,
    )
    from .tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
    from .words import Words

__version__ = "0.1.0"

__all__ = [
    "FORMS",
    "RULES",
    "Applicant",
    "BlankCell",
    "CannotRead",
    "CannotWrite",
    "DisclosureError",
    "DocxOptions",
    "Fault",
    "Finding",
    "Findings",
    "FindingsPresent",
    "ForeignTable",
    "InvalidCell",
    "InvalidChoice",
    "InvalidPolicy",
    "InvalidReport",
    "InvalidRule",
    "Limits",
    "Line",
    "Mark",
    "Matrix",
    "Measure",
    "NoSuchCell",
    "NotAReport",
    "Origin",
    "OtherMatters",
    "Outcome",
    "Overview",
    "Pair",
    "Passage",
    "Picture",
    "Policy",
    "ProactiveDisclosure",
    "ProactiveTable",
    "Problems",
    "Procedure",
    "Publication",
    "Published",
    "ReadOutcome",
    "Reading",
    "Report",
    "RequestMatrix",
    "Requests",
    "ReviewLitigation",
    "ReviewLitigationTable",
    "Rollup",
    "Rule",
    "Section",
    "Series",
    "Severity",
    "Status",
    "Subject",
    "Suspect",
    "Unassessable",
    "UnknownEdition",
    "UnreadableSource",
    "Waiver",
    "Words",
    "__version__",
    "examine",
    "form_for",
    "form_of",
    "json_schema",
    "load_rules",
    "read",
    "read_many",
    "rule",
    "validate_rollup",
    "validate_series",
]

_NAMES = {
    "cells": "Mark",
    "corpus": "ReadOutcome read_many",
    "document": "Picture",
    "errors": "BlankCell CannotRead CannotWrite DisclosureError FindingsPresent InvalidCell InvalidChoice "
    "InvalidPolicy InvalidReport InvalidRule NoSuchCell NotAReport UnknownEdition UnreadableSource",
    "exchange.json_schema": "json_schema",
    "findings": "Finding Findings Origin Severity Status Suspect",
    "forms": "FORMS form_for form_of",
    "limits": "Limits",
    "matrix": "Matrix",
    "names": "Applicant Line Measure Outcome Procedure Section Subject",
    "policy": "Policy Published",
    "reading": "Reading examine read",
    "rendering": "DocxOptions",
    "report": "Report",
    "rules": "RULES Fault Pair Passage Publication Rollup Rule Series Unassessable Waiver load_rules rule "
    "validate_rollup validate_series",
    "sections": "ForeignTable OtherMatters Overview ProactiveDisclosure Problems Requests ReviewLitigation",
    "tables": "ProactiveTable RequestMatrix ReviewLitigationTable",
    "words": "Words",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
"""Where each public name lives; a test holds it equal to the imports above and to `__all__`."""


if not TYPE_CHECKING:  # type checkers would take every misspelled name for one that this gives

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the public names only."""
    return sorted(__all__)
