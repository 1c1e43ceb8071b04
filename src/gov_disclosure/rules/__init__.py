"""The rules: each a short generator named for what must hold, under the sentence that it implements."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..findings import Findings
from ..matrix import Matrix
from ..report import Report
from ..sections import ReportSection
from . import amounts, arithmetic, cells, content, headings, naming, narrative, plausible, wording
from ._engine import Fault, Outcome, Passage, Rule, Unassessable, rule, run

__all__ = ["RULES", "Fault", "Outcome", "Passage", "Rule", "Unassessable", "check", "rule"]

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        value.name: value
        for module in (headings, arithmetic, cells, naming, wording, narrative, amounts, plausible, content)
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
)
"""Every rule of the library by its name, in the order in which they are run."""


def check(value: Report | ReportSection | Matrix, rules: Iterable[Rule] = tuple(RULES.values())) -> Findings:
    """Run rules on a report, a part or a table and on what is in it; all findings at once."""
    return run(value, rules)
