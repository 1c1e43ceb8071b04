"""What a check found, all together: chosen from, counted, printed and as data."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, Self, overload

from attrs import field, frozen

from .errors import FindingsPresent, InvalidChoice
from .finding import Finding, Origin, Severity, Status, Suspect
from .words import Language, Words, a_language, listing

__all__ = ["Finding", "Findings", "Origin", "Severity", "Status", "Suspect"]


def _names(finding: Finding, address: str) -> bool:
    return any(where == address or where.startswith(f"{address}.") for where in finding.where)


def _choice(name: str, kind: type[StrEnum], word: str | None) -> None:
    if word is not None and word not in set(kind):
        raise InvalidChoice(name, listing(kind), str(word))


def _has(key: Callable[[Finding], str], name: str, finding: Finding) -> bool:
    return key(finding) == name


_KEYS: Mapping[str, Callable[[Finding], str]] = {
    "rule": lambda finding: finding.rule,
    "severity": lambda finding: finding.severity.value,
    "origin": lambda finding: finding.origin.value,
    "report": lambda finding: finding.report,
    "part": lambda finding: str(finding.where[0]).partition(".")[0] if finding.where else "",
}
"""By what findings can be grouped."""


def _graver_first(items: Iterable[Finding]) -> tuple[Finding, ...]:
    order = list(Severity)
    return tuple(sorted(items, key=lambda finding: order.index(finding.severity)))


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """All findings of a check, and which rules passed or could not be assessed.

    As a sequence it has the findings that failed, the graver first, otherwise in the order of the
    report.
    """

    items: tuple[Finding, ...] = field(default=(), converter=_graver_first)
    passed: tuple[str, ...] = ()
    """The names of the rules that were assessed and found nothing."""
    not_assessable: tuple[Finding, ...] = ()
    """What could not be assessed, and why."""
    waived: tuple[Finding, ...] = ()
    """What failed and is waived by the policy, with the reason."""
    policy: Words | None = None
    """What the policy of the check says, in a line; `None` if it was the library's own."""
    whole: bool = field(default=True, eq=False)
    """Whether these are all findings of a check: of what was chosen from them nobody can say that all is well."""

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.items)

    def __add__(self, other: "Findings") -> "Findings":
        """Put two checks together; a rule has passed only if it failed or was doubted in neither."""
        items, doubts = self.items + other.items, self.not_assessable + other.not_assessable
        waived = self.waived + other.waived
        open_rules = {finding.rule for finding in (*items, *doubts, *waived)}
        names = dict.fromkeys(self.passed + other.passed)
        passed = tuple(name for name in names if name not in open_rules)
        return Findings(items, passed, doubts, waived, self.policy or other.policy, whole=self.whole and other.whole)

    def of(self, *severities: Severity | str) -> tuple[Finding, ...]:
        """Give the findings of some severities. Raises `InvalidChoice` for a severity that there is not."""
        for severity in severities:
            _choice("severity", Severity, severity)
        return tuple(finding for finding in self.items if finding.severity in severities)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return self.of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that should be looked at."""
        return self.of(Severity.WARNING)

    @property
    def notices(self) -> tuple[Finding, ...]:
        """The findings that are good to know."""
        return self.of(Severity.NOTICE)

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that failed, each once."""
        return tuple(dict.fromkeys(finding.rule for finding in self.items))

    def at(self, address: str) -> tuple[Finding, ...]:
        """Give the findings that name an address or something below it."""
        return tuple(finding for finding in self.items if _names(finding, address))

    def filter(
        self,
        *,
        rule: str | None = None,
        severity: Severity | str | None = None,
        origin: Origin | str | None = None,
        at: str | None = None,
    ) -> Self:
        """Give what meets every condition, doubts and waived findings included; `at` is an address or its start.

        Raises `InvalidChoice` for a severity or an origin that there is not.
        """
        _choice("severity", Severity, severity)
        _choice("origin", Origin, origin)

        def meets(finding: Finding) -> bool:
            pairs = ((rule, finding.rule), (severity, finding.severity), (origin, finding.origin))
            wanted = all(want is None or want == has for want, has in pairs)
            return wanted and (at is None or _names(finding, at))

        passed = self.passed if rule is None else tuple(name for name in self.passed if name == rule)
        return self._chosen(meets, passed)

    def _chosen(self, meets: Callable[[Finding], bool], passed: tuple[str, ...] = ()) -> Self:
        groups = (tuple(filter(meets, group)) for group in (self.items, self.not_assessable, self.waived))
        items, doubts, waived = groups
        return type(self)(items, passed, doubts, waived, self.policy, whole=False)

    def grouped(self, by: str = "rule") -> Mapping[str, Self]:
        """Give the findings in groups: by `rule`, `severity`, `origin`, `report` or `part`, in the order they come in.

        Doubts and waived findings are in the groups, too. The part of a finding is that of its first
        address, and empty for the whole report; `report` is empty where a check was about one.
        Raises `InvalidChoice` for anything else.
        """
        key = _KEYS.get(by)
        if key is None:
            raise InvalidChoice("by", listing(_KEYS), by)
        names = dict.fromkeys(map(key, (*self.items, *self.not_assessable, *self.waived)))
        return {name: self._chosen(partial(_has, key, name)) for name in names}

    @property
    def by_severity(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, 0 included."""
        return {severity: len(self.of(severity)) for severity in Severity}

    @property
    def by_rule(self) -> Mapping[str, int]:
        """How many findings there are of each rule that failed."""
        return dict(Counter(finding.rule for finding in self.items))

    def raise_for_errors(self) -> Self:
        """Raise `FindingsPresent` if there is an error; give the findings back otherwise."""
        if self.errors:
            listing = Words("\n".join(f.say("zh") for f in self.errors), "\n".join(f.say("en") for f in self.errors))
            raise FindingsPresent(len(self.errors), listing, self)
        return self

    def __repr__(self) -> str:
        counts = f"{len(self.errors)} errors, {len(self.warnings)} warnings, {len(self.notices)} notices"
        more = ((len(self.not_assessable), "not assessable"), (len(self.waived), "waived"))
        return f"<Findings: {counts}{''.join(f', {count} {word}' for count, word in more if count)}>"

    # ---- printed, and as data

    def __str__(self) -> str:
        return self.to_text()

    def summary(self, lang: Language = "zh") -> str:
        """Count in one line: findings by severity, and the rules that passed or could not be assessed."""
        from . import findings_view

        return findings_view.summary(self, lang)

    def to_text(self, lang: Language = "zh", width: int = 80) -> str:
        """Print everything, line by line of at most `width` columns, a Chinese character taking two."""
        from . import findings_view

        return findings_view.text(self, lang, width)

    def to_markdown(self, lang: Language = "zh") -> str:
        """Print everything as Markdown lists."""
        from . import findings_view

        return findings_view.markdown(self, lang)

    def to_html(self, lang: Language = "zh") -> str:
        """Print everything as an HTML fragment that carries its look inline."""
        from . import findings_view

        return findings_view.html(self, lang)

    def to_table(self, lang: Language = "zh", width: int = 100) -> str:
        """Print an overview as a plain table of at most `width` columns: severity, rule, finding."""
        from . import findings_view

        return findings_view.table(self, lang, width)

    def to_dict(self, lang: Language = "zh") -> dict[str, Any]:
        """Give everything as JSON has it; the keys do not depend on what was found."""
        a_language(lang)
        return {
            "counts": {
                "error": len(self.errors),
                "warning": len(self.warnings),
                "notice": len(self.notices),
                "passed": len(self.passed),
                "not_assessable": len(self.not_assessable),
                "waived": len(self.waived),
            },
            "policy": "" if self.policy is None else self.policy.say(lang),
            "findings": [finding.to_dict(lang) for finding in self.items],
            "passed": list(self.passed),
            "not_assessable": [finding.to_dict(lang) for finding in self.not_assessable],
            "waived": [finding.to_dict(lang) for finding in self.waived],
        }

    def to_json(self, lang: Language = "zh", *, indent: int | None = 2) -> str:
        """Write `to_dict` as JSON text, Chinese as it is."""
        return json.dumps(self.to_dict(lang), ensure_ascii=False, indent=indent)

    def to_sarif(self, source: str = "", lang: Language = "zh") -> str:
        """Write SARIF 2.1.0, the exchange format of checking tools; `source` is the name of the file checked."""
        from . import sarif

        return sarif.to_sarif(((source, self),), lang)

    def records(self, lang: Language = "zh") -> list[dict[str, str]]:
        """Give a flat row for every finding, doubt and waived finding, told apart by `status`.

        `where` is joined by spaces.

        The columns are always the same, so that the rows of many reports make one frame.
        """
        a_language(lang)
        rows = (finding.to_dict(lang) for finding in (*self.items, *self.not_assessable, *self.waived))
        return [row | {"where": " ".join(row["where"])} for row in rows]

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
