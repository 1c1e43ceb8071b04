"""How rules are run: a rule speaks of one kind of thing, the engine finds the things.

A check walks a report down to its texts and tables and runs every rule on the things it speaks
of. What a rule yields becomes findings; a rule that yields nothing anywhere has passed. Things that
stand beside a report, such as the one of last year, are given to the check with it. A rule that
breaks off is a doubt of its own, and takes no finding of another rule with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from ..findings import Finding, Findings, Status
from ..matrix import Matrix
from ..report import Report
from ..sections import Item, ReportSection
from ._outcomes import crashed, findings_of
from ._rule import Fault, Outcome, Rule, Unassessable, rule
from ._subjects import Passage

__all__ = ["Fault", "Outcome", "Passage", "Rule", "Unassessable", "passages", "rule", "run", "subjects"]


def _passage(address: str, text: Iterable[Item]) -> Passage:
    return Passage(address, tuple(item for item in text if isinstance(item, str)))


def subjects(value: object) -> Iterator[object]:
    """Walk a thing and the things in it: a report, its parts, their texts and tables."""
    yield value
    if isinstance(value, Report):
        yield Passage("title", (value.title,))
        yield _passage("preamble", value.preamble)
        for section in value.sections:
            yield from subjects(section)
    elif isinstance(value, ReportSection):
        yield _passage(value.section, value.text)
        table = getattr(value, "table", None)
        if isinstance(table, Matrix):
            yield table


def passages(report: Report) -> Iterator[Passage]:
    """Walk the running text of a report from its title on."""
    return (thing for thing in subjects(report) if isinstance(thing, Passage))


Settings = Mapping[str, Mapping[str, object]]
"""By the name of a rule: what its check is called with besides the thing."""


def _edition_of(things: tuple[object, ...]) -> int | None:
    """Give the edition of the form that things are on: that of the first that has one."""
    editions = (getattr(thing, "edition", None) for thing in things)
    return next((edition for edition in editions if edition is not None), None)


def run(
    value: object,
    rules: Iterable[Rule],
    *,
    beside: Iterable[object] = (),
    settings: Settings = MappingProxyType({}),
    about: str = "",
    strict: bool = False,
) -> Findings:
    """Run rules on a thing, on what is in it and on what stands beside it.

    The order of the findings is that of the things. `about` tells of which report they are, where
    a check is about several. What a rule raises becomes a doubt, or with `strict` is raised.
    """
    things = (*subjects(value), *beside)
    edition = _edition_of(things)
    chosen = [
        (each, partial(each.check, **settings[each.name]) if each.name in settings else each.check)
        for each in rules
        if each.editions is None or edition is None or edition in each.editions
    ]
    found: list[Finding] = []
    assessed: dict[str, bool] = {}
    due = {kind: [pair for pair in chosen if pair[0].on in kind.__mro__] for kind in set(map(type, things))}
    for thing in things:
        for each, check in due[type(thing)]:
            before = len(found)
            try:
                for outcome in check(thing):
                    found += findings_of(each, outcome, about)
            except Exception as error:
                if strict:
                    raise
                found.append(crashed(each, error, about))
            assessed[each.name] = assessed.get(each.name, True) and before == len(found)
    failed, doubts = (
        tuple(f for f in found if f.status is status) for status in (Status.FAILED, Status.NOT_ASSESSABLE)
    )
    return Findings(failed, tuple(name for name, clean in assessed.items() if clean), doubts)
