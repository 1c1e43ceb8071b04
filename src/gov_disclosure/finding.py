"""One finding: what is wrong, where, by which sum, on which basis, and what to do."""

import re
from enum import StrEnum
from typing import Any

from attrs import frozen

from .words import Language, Words, a_language

__all__ = ["Finding", "Origin", "Severity", "Status", "Suspect"]


class Severity(StrEnum):
    """How much a finding matters: an error must be mended, a warning looked at, a notice known."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Status(StrEnum):
    """How an assessment ended; a rule whose operands are blank is not assessable, never passed.

    What a policy waives has failed all the same: it is kept, told apart and counted.
    """

    FAILED = "failed"
    NOT_ASSESSABLE = "not_assessable"
    WAIVED = "waived"


class Origin(StrEnum):
    """Whose doubt it is: the document's fault, the reader's uncertainty of what it read, or a rule that broke off."""

    DOCUMENT = "document"
    READER = "reader"
    RULE = "rule"


@frozen
class Suspect:
    """The one cell whose change would settle this finding and all others that the cell has a part in."""

    address: str
    proposed: int
    """What the cell would have to say, in 件."""
    message: Words


# The words that a sum may have among its figures, and how they are told in English.
_SPELLED = (
    (re.compile("其余(\\d+)个单位"), r"\1 other units"),
    (re.compile("表中"), "table"),
    (re.compile("文中"), "text"),
    (re.compile("差"), "difference"),
    (re.compile("填报"), "printed"),
    (re.compile("，"), ", "),
    (re.compile("："), ": "),
)


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
    suspect: Suspect | None = None
    """The cell that is most likely wrong, where the sums tell it."""
    waiver: Words | None = None
    """Why and by whom it is waived, where it is."""
    report: str = ""
    """Whose report it is about, where a check is about several: organ and year."""

    def __str__(self) -> str:
        return self.say()

    def say(self, lang: Language = "zh") -> str:
        """Give the sentence in the language asked for, with the arithmetic behind it."""
        sentence = self.message.say(lang)
        if not self.arithmetic:
            return sentence
        return f"{sentence}（{self.arithmetic}）" if lang == "zh" else f"{sentence} ({self.spell(lang)})"

    def spell(self, lang: Language = "zh") -> str:
        """Give the arithmetic; it is figures and signs but for the few words that are told here."""
        if a_language(lang) == "zh":
            return self.arithmetic
        spelled = self.arithmetic
        for pattern, english in _SPELLED:
            spelled = pattern.sub(english, spelled)
        return spelled

    def to_dict(self, lang: Language = "zh") -> dict[str, Any]:
        """Give the finding as JSON has it: plain strings, `where` a list, every key always present."""
        return {
            "report": self.report,
            "rule": self.rule,
            "severity": self.severity.value,
            "status": self.status.value,
            "origin": self.origin.value,
            "where": list(self.where),
            "message": self.message.say(lang),
            "arithmetic": self.spell(lang),
            "basis": self.basis,
            "advice": "" if self.advice is None else self.advice.say(lang),
            "suspect": "" if self.suspect is None else self.suspect.address,
            "proposed": "" if self.suspect is None else str(self.suspect.proposed),
            "waiver": "" if self.waiver is None else self.waiver.say(lang),
        }
