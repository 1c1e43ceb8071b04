"""What a check found: findings, each with its place, its arithmetic, its basis and what to do."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Self, overload

from attrs import field, frozen

from .errors import FindingsPresent
from .words import Language, Words

__all__ = ["Finding", "Findings", "Origin", "Severity", "Status"]


class Severity(StrEnum):
    """How much a finding matters: an error must be mended, a warning looked at, a notice known."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Status(StrEnum):
    """How an assessment ended; a rule whose operands are blank is not assessable, never passed."""

    FAILED = "failed"
    NOT_ASSESSABLE = "not_assessable"


class Origin(StrEnum):
    """Whose doubt it is: the document's fault, or the reader's uncertainty about what it read."""

    DOCUMENT = "document"
    READER = "reader"


@frozen
class Finding:
    """One thing that a rule or a reader has to say."""

    rule: str
    """The name of the rule; it is the code, and is never reused for something else."""
    severity: Severity
    where: tuple[str, ...]
    """Addresses: of cells (``requests.received.total``), of parts (``problems``), or empty for the whole report."""
    message: Words
    arithmetic: str = ""
    """The sum spelled out: "12 + 1 = 13，11 + 0 = 11，差 2"."""
    basis: str = ""
    """The notice or article that says so."""
    advice: Words | None = None
    origin: Origin = Origin.DOCUMENT
    status: Status = Status.FAILED

    def __str__(self) -> str:
        return self.say()

    def say(self, lang: Language = "zh") -> str:
        """Give the sentence in the language asked for, with the arithmetic behind it."""
        sentence = self.message.say(lang)
        if not self.arithmetic:
            return sentence
        return f"{sentence}（{self.arithmetic}）" if lang == "zh" else f"{sentence} ({self.arithmetic})"


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
        open_rules = {finding.rule for finding in (*items, *doubts)}
        names = dict.fromkeys(self.passed + other.passed)
        return Findings(items, tuple(name for name in names if name not in open_rules), doubts)

    def of(self, *severities: Severity | str) -> tuple[Finding, ...]:
        """Give the findings of some severities."""
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
        return tuple(f for f in self.items if any(w == address or w.startswith(f"{address}.") for w in f.where))

    def raise_for_errors(self) -> Self:
        """Raise `FindingsPresent` if there is an error; give the findings back otherwise."""
        if self.errors:
            listing = Words("\n".join(f.say("zh") for f in self.errors), "\n".join(f.say("en") for f in self.errors))
            raise FindingsPresent(len(self.errors), listing, self)
        return self

    def __repr__(self) -> str:
        return f"<Findings: {len(self.errors)} errors, {len(self.warnings)} warnings, {len(self.notices)} notices>"
