"""A policy is data that people keep, read and sign: a TOML file, or a dictionary of the same shape.

Every word in it is held against the rules that there are, so that a misspelt name never switches a
check off unseen. What it waives is not hidden: it is told apart, counted, and told again when its
day or its reason is past.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Self

from attrs import evolve, field, frozen

from ..diagnostics import DIAGNOSTICS
from ..errors import InvalidPolicy
from ..findings import Finding, Findings, Severity, Status
from ..report import Report
from ..rules import RULES, Rule, Waiver
from ..rules._engine import run
from ..rules._subjects import same_organ
from ..rules._waiver import AppliedWaiver
from ..words import Words
from ._data import arguments, load
from ._problems import READING, problems

__all__ = ["Policy", "Published"]

_COUNTED = (
    ("rules", Words("规则{count}条", "{count} rule(s) set")),
    ("settings", Words("阈值{count}条", "{count} with settings")),
    ("own_rules", Words("自定规则{count}条", "{count} of its own")),
    ("waivers", Words("豁免{count}条", "{count} waiver(s)")),
)


@frozen(kw_only=True)
class Published:
    """The day on which an organ published its report for a year."""

    organization: str
    year: int
    date: date


def _copied(table: Any) -> Any:
    """Copy a table, so that a policy does not change with what it was made of; anything else is refused later."""
    if not isinstance(table, Mapping):
        return table
    return {key: dict(value) if isinstance(value, Mapping) else value for key, value in table.items()}


def _listed(values: Any) -> Any:
    """Copy a list; anything else is refused later."""
    return tuple(values) if isinstance(values, Iterable) and not isinstance(values, str | Mapping) else values


@frozen(kw_only=True)
class Policy:
    """How a check is to be done; the empty policy is the law's own.

    Raises `InvalidPolicy`, with the place, for names and values that there are not, and
    `InvalidRule` for a rule whose name is taken.
    """

    name: str = ""
    """What the policy is called in what is printed."""
    rules: Mapping[str, str] = field(factory=dict, converter=_copied)
    """Rule or group of rules to ``on``, ``off`` or a severity; the name of a rule goes before its group."""
    settings: Mapping[str, Mapping[str, object]] = field(factory=dict, converter=_copied)
    """By rule: its thresholds and days."""
    waivers: tuple[Waiver, ...] = field(default=(), converter=_listed)
    published: tuple[Published, ...] = field(default=(), converter=_listed)
    """Days of publication that are known."""
    own_rules: tuple[Rule, ...] = field(default=(), converter=_listed)
    """Rules besides the library's."""
    today: date | None = None
    """The day by which waivers run out; `None` for the day of the check."""
    source: str = ""
    """The file that it was loaded from, for messages."""

    def __attrs_post_init__(self) -> None:
        for place, problem in problems(self):
            raise InvalidPolicy(self.source or self.name, place, problem)

    @classmethod
    def load(cls, path: "str | os.PathLike[str]", *, rules: Iterable[Rule] = (), today: date | None = None) -> Self:
        """Load a policy from a TOML file. Raises `InvalidPolicy`, or `OSError` if there is no such file."""
        return cls.from_dict(load(Path(path)), rules=rules, today=today, source=Path(path).name)

    @classmethod
    def from_dict(
        cls, data: Mapping[str, Any], *, rules: Iterable[Rule] = (), today: date | None = None, source: str = ""
    ) -> Self:
        """Make a policy of what a TOML file would hold. Raises `InvalidPolicy`."""
        given = arguments(data, {"waivers": Waiver, "published": Published}, source)
        return cls(**given, own_rules=rules, today=today, source=source)

    def with_rules(self, rules: Iterable[Rule]) -> Self:
        """Give the policy with more rules of one's own."""
        own = list(self.own_rules)
        for rule in rules:
            if rule not in own:
                own.append(rule)
        return evolve(self, own_rules=own) if len(own) > len(self.own_rules) else self

    # ---- before the check

    def chosen(self) -> tuple[Rule, ...]:
        """Give the rules that run, in their order."""
        return tuple(rule for rule in (*RULES.values(), *self.own_rules) if self._runs(rule))

    def _word(self, name: str, group: str) -> str | None:
        return self.rules.get(name, self.rules.get(group))

    def _runs(self, rule: Rule) -> bool:
        word = self._word(rule.name, rule.group)
        return not rule.optional if word is None else word != "off"

    def published_on(self, report: Report) -> date | None:
        """Give the day of publication of a report, if the policy knows it."""
        known = (
            entry.date
            for entry in self.published
            if entry.year == report.year and same_organ(entry.organization, report.organization)
        )
        return next(known, None)

    # ---- after the check

    def judged(self, findings: Findings, reports: Mapping[str, Report], assessed: Iterable[str] = ()) -> Findings:
        """Weigh what was found, set apart what is waived, and tell of waivers that hold no longer.

        `reports` has the report of each `Finding.report`; `assessed` names what was looked at besides
        the rules that the findings name.
        """
        weighed = [self._weighed(finding) for finding in findings.items if self._wanted(finding)]
        waivers = [self._waiver(finding, reports) for finding in weighed]
        pairs = tuple(zip(weighed, waivers, strict=True))
        doubts = [finding for finding in findings.not_assessable if self._wanted(finding)]
        looked_at = {*assessed, *findings.passed, *(finding.rule for finding in (*weighed, *doubts))}
        judged = Findings(
            tuple(finding for finding, waiver in pairs if waiver is None),
            findings.passed,
            tuple(doubts),
            tuple(evolve(f, status=Status.WAIVED, waiver=w.words()) for f, w in pairs if w is not None),
            self.summary(),
        )
        applied = tuple(self._applied(reports, {waiver for waiver in waivers if waiver is not None}, looked_at))
        return judged + self._told(applied) if applied else judged

    def _wanted(self, finding: Finding) -> bool:
        """Tell whether a finding of the reader is wanted; rules that are off have found nothing."""
        return finding.rule not in DIAGNOSTICS or self._word(finding.rule, READING) != "off"

    def _weighed(self, finding: Finding) -> Finding:
        rule = next((rule for rule in self.own_rules if rule.name == finding.rule), RULES.get(finding.rule))
        word = self._word(finding.rule, READING if rule is None else rule.group)
        return evolve(finding, severity=Severity(word)) if word in set(Severity) else finding

    @property
    def _day(self) -> date:
        return self.today or date.today()  # noqa: DTZ011  # a waiver runs out by the calendar of whoever checks

    def _waiver(self, finding: Finding, reports: Mapping[str, Report]) -> Waiver | None:
        report = reports.get(finding.report)
        if report is None:
            return None
        return next((w for w in self.waivers if w.covers(finding) and self._holds(w, report)), None)

    def _holds(self, waiver: Waiver, report: Report) -> bool:
        applied = AppliedWaiver(waiver, self._day, held=True)
        return waiver.is_about(report) and not applied.expired and not waiver.changed(report)

    def _applied(
        self, reports: Mapping[str, Report], held: set[Waiver], looked_at: set[str]
    ) -> Iterator[AppliedWaiver]:
        """Walk the waivers that speak of what was checked, with what came of each."""
        for waiver in self.waivers:
            meant = [report for report in reports.values() if waiver.is_about(report)]
            if meant and waiver.rule in looked_at:
                changed = dict.fromkeys(change for report in meant for change in waiver.changed(report))
                yield AppliedWaiver(waiver, self._day, waiver in held, tuple(changed))

    def _told(self, applied: tuple[AppliedWaiver, ...]) -> Findings:
        told = run(None, self.chosen(), beside=applied, settings=self.settings)
        return evolve(told, items=tuple(map(self._weighed, told.items)))

    def summary(self) -> Words | None:
        """Say in a line what the policy sets; nothing for the empty one."""
        counts = [(words, len(getattr(self, name))) for name, words in _COUNTED]
        said = [words.format(count=count) for words, count in counts if count]
        if not said and not self.name:
            return None
        name = self.name or self.source
        title = Words(f"审核口径：{name}", f"Policy: {name}") if name else Words("审核口径", "Policy")
        zh, en = "，".join(words.zh for words in said), ", ".join(words.en for words in said)
        return Words(f"{title.zh}（{zh}）" if zh else title.zh, f"{title.en} ({en})" if en else title.en)
