"""The rules: each a short generator named for what must hold, under the sentence that it implements."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..findings import Findings
from ..matrix import Matrix
from ..report import Report
from ..sections import ReportSection
from . import (
    amounts,
    arithmetic,
    cells,
    content,
    deadlines,
    headings,
    local,
    naming,
    narrative,
    pairs,
    plausible,
    rollup,
    rollup_text,
    series,
    series_text,
    waivers,
    wording,
)
from ._checks import check_reading, check_report, validate_rollup, validate_series
from ._engine import Fault, Outcome, Passage, Rule, Unassessable, rule, run, subjects
from ._packages import load_rules
from ._subjects import Pair, Publication, Rollup, Series
from ._suspects import with_suspects
from ._waiver import Waiver

__all__ = [
    "RULES", "Fault", "Outcome", "Pair", "Passage", "Publication", "Rollup", "Rule", "Series", "Unassessable",
    "Waiver", "check", "check_reading", "check_report", "load_rules", "rule", "validate_rollup", "validate_series",
]  # fmt: skip

_ON_REPORTS = (headings, arithmetic, cells, naming, wording, narrative, amounts, plausible, content)
_BESIDE_REPORTS = (pairs, series, series_text, deadlines, rollup, rollup_text, local, waivers)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        value.name: value
        for module in (*_ON_REPORTS, *_BESIDE_REPORTS)
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
)
"""Every rule of the library by its name, in the order in which they are run."""

_BY_LAW = tuple(each for each in RULES.values() if not each.optional)


def check(value: Report | ReportSection | Matrix, rules: Iterable[Rule] = _BY_LAW) -> Findings:
    """Run rules on a report, a part or a table and on what is in it; all findings at once."""
    return with_suspects(run(value, rules), subjects(value))
