"""The checks: one report with what stands beside it, a series of years, a government with its units.

Each runs the rules that its policy chooses and then lets the policy judge what was found. Without a
policy the rules are those of the law, at their own weight.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..diagnostics import DIAGNOSTICS
from ..errors import InvalidPolicy
from ..findings import Findings
from ..report import Report
from ..words import Words
from ._arguments import a_day, a_report, names, rules_of
from ._arguments import reports as reports_of
from ._engine import Rule, run, subjects
from ._subjects import Pair, Publication, Rollup, Series, label_of
from ._suspects import with_suspects

if TYPE_CHECKING:
    from ..policy import Policy

__all__ = ["check_reading", "check_report", "validate_rollup", "validate_series"]


_NO_POLICY = Words(
    "应为 Policy，可用 gd.Policy.load() 或 from_dict()，实际为 {found}",
    "expected a Policy, such as gd.Policy.load() or from_dict() gives, found {found}",
)


def _policy(policy: "Policy | None", rules: Iterable[Rule]) -> "Policy":
    """Give the policy of a check, with the caller's own rules in it."""
    from ..policy import Policy

    given: Any = policy
    if given is not None and not isinstance(given, Policy):
        raise InvalidPolicy("", "policy", _NO_POLICY.format(found=type(given).__name__))
    return (policy or Policy()).with_rules(rules_of(rules))


def check_report(
    report: Report,
    previous: Report | None = None,
    policy: "Policy | None" = None,
    published: date | None = None,
    rules: Iterable[Rule] = (),
) -> Findings:
    """Check a report, and what stands beside it if it is given: the one of last year, the day of publication."""
    day = a_day("published", published)
    publication = None if day is None else Publication(report, day)
    return _checked(report, previous, _policy(policy, rules), publication)


def check_reading(
    report: Report,
    read: Findings,
    found: date | None,
    previous: Report | None = None,
    policy: "Policy | None" = None,
    published: date | None = None,
    rules: Iterable[Rule] = (),
) -> Findings:
    """Check a report that was read: what reading has to say, and the day `found` in the source, are judged, too."""
    day = found if published is None else a_day("published", published)
    publication = None if day is None else Publication(report, day, given=published is not None)
    return _checked(report, previous, _policy(policy, rules), publication, read)


def _checked(
    report: Report,
    previous: Report | None,
    policy: "Policy",
    publication: Publication | None,
    read: Findings | None = None,
) -> Findings:
    day = policy.published_on(report)
    if day is not None and (publication is None or not publication.given):
        publication = Publication(report, day)
    pair = None if previous is None else Pair(report, a_report("previous", previous))
    beside = (thing for thing in (pair, publication) if thing is not None)
    found = run(report, policy.chosen(), beside=beside, settings=policy.settings)
    found = with_suspects(found, subjects(report))
    if read is None:
        return policy.judged(found, {"": report})
    return policy.judged(read + found, {"": report}, tuple(DIAGNOSTICS))


def validate_series(
    reports: Iterable[Report], policy: "Policy | None" = None, *, rules: Iterable[Rule] = ()
) -> Findings:
    """Check reports of several years against each other, organ by organ, in whatever order they are given.

    Each finding names its report by organ and year (`Finding.report`). Reports are paired by the name
    of the organ, and those without one are not compared; for an organ that was renamed use
    ``report.validate(previous=...)``. What is wrong within a single report is told by its own `validate`.
    """
    series = Series(reports_of("reports", reports))
    policy = _policy(policy, rules)
    chosen = policy.chosen()
    found = run(series, chosen, settings=policy.settings)
    placed = series.placed
    for (organ, year), (report, *_) in sorted(placed.items(), key=lambda item: item[0][1]):
        for previous in placed.get((organ, year - 1), ())[:1]:
            about = label_of(report)
            found += run(Pair(report, previous), chosen, settings=policy.settings, about=about)
    return policy.judged(found, _labelled(reversed(series.reports)))


def _labelled(reports: Iterable[Report]) -> Mapping[str, Report]:
    return {label_of(report): report for report in reports}


def validate_rollup(
    parent: Report,
    children: Iterable[Report],
    expected: Iterable[str] | None = None,
    policy: "Policy | None" = None,
    *,
    rules: Iterable[Rule] = (),
) -> Findings:
    """Check the report of a government for its whole area against those of its units.

    `children` are the units, the government's own office among them; `expected` names the organs
    that must report. While one is missing no sum is assessable, so an absent unit never passes;
    without `expected` differences are told, but neither coverage nor the sums can pass.
    """
    units = reports_of("children", children)
    rollup = Rollup(a_report("parent", parent), units, names("expected", expected))
    policy = _policy(policy, rules)
    return policy.judged(run(rollup, policy.chosen(), settings=policy.settings), {"": parent})
