"""The command ``check``: sources under one policy, beside the reports of last year, in the format asked for.

What is printed for people is one part a source and, after several, a line that counts them all; JSON
is one list, SARIF one log, HTML one page.
"""

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from .commands import FAILED, FAULTY, FINE, examined, expanded, fail, members_of, reason_of, say, title_of
from .findings import Findings, Origin, Severity
from .policy import Policy
from .reading import Reading
from .report import Report
from .rules import load_rules
from .rules._subjects import same_organ
from .words import Language, Words

if TYPE_CHECKING:
    from .corpus.archives import Member

__all__ = ["check"]

_TOTAL = Words(
    "共{count}份：错误 {error}，警告 {warning}，提示 {notice}；有错误的 {faulty} 份，无法读取的 {unread} 份",
    "{count} in all: errors {error}, warnings {warning}, notices {notice}; with errors {faulty}, unreadable {unread}",
)
_NO_PREVIOUS = Words(
    "{source}：--previous 中没有这个机关上年的报告，没有比较",
    "{source}: none of --previous is the report of this organ for the year before; nothing was compared",
)
_UNREAD = Words("{source}：无法检查", "{source}: could not be checked")
_HEADLINE = Words("检查结果", "What the check found")


@frozen
class Checked:
    """One source that was read, and what was found."""

    source: str
    reading: Reading
    findings: Findings


@frozen
class Unread:
    """One source that could not be read or checked, and why."""

    source: str
    reason: Words


Outcome = Checked | Unread


@define
class Tally:
    """What is counted while sources are checked and printed one by one."""

    read: int = 0
    unread: int = 0
    faulty: int = 0
    broken: int = 0
    """How many have been checked by a rule that broke off, so that not everything was."""
    findings: Counter[str] = field(factory=Counter)

    def counted(self, found: Iterable[Outcome]) -> Iterator[Outcome]:
        """Pass on what came of the sources, and count it."""
        for each in found:
            if isinstance(each, Unread):
                self.unread += 1
                yield each
                continue
            self.read += 1
            self.faulty += bool(each.findings.errors)
            self.broken += any(doubt.origin is Origin.RULE for doubt in each.findings.not_assessable)
            self.findings.update(finding.severity.value for finding in each.findings)
            yield each

    def total(self, lang: Language) -> Iterator[str]:
        """Tell the counts in a line, where there was more than one source."""
        if self.read + self.unread > 1:
            counts = {severity.value: self.findings[severity.value] for severity in Severity}
            values = {"count": self.read + self.unread, "faulty": self.faulty, "unread": self.unread}
            yield _TOTAL.format(**values, **counts).say(lang)


def check(arguments: Namespace) -> int:
    """Print what is wrong with each source and with the report in it."""
    lang: Language = arguments.lang
    try:
        policy = _policy(arguments)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is said and not thrown
        return fail(reason_of(arguments.policy or "--packages", error), lang)
    sources = expanded(arguments.sources)
    earlier = [examined(member, arguments) for member in members_of(expanded(arguments.previous), arguments)]
    previous = [reading.report for reading in earlier if not isinstance(reading, Words)]
    alone = len(list(islice(members_of(sources, arguments), 2))) == 1
    found = (_checked(member, arguments, policy, previous, alone=alone) for member in members_of(sources, arguments))
    tally = Tally()
    _PRINTERS[arguments.format](tally.counted(found), tally, lang)
    if tally.unread or tally.broken or len(previous) < len(earlier):
        return FAILED
    grave = ("error", "warning") if arguments.strict else ("error",)
    return FAULTY if any(tally.findings[severity] for severity in grave) else FINE


def _policy(arguments: Namespace) -> Policy:
    rules = load_rules() if arguments.packages else ()
    return Policy.load(arguments.policy, rules=rules) if arguments.policy else Policy(own_rules=rules)


def _checked(member: "Member", arguments: Namespace, policy: Policy, previous: list[Report], *, alone: bool) -> Outcome:
    source, reading = member.name, examined(member, arguments)
    if isinstance(reading, Words):
        return Unread(source, reading)
    before = _before(reading.report, previous, alone=alone)
    if previous and before is None:
        say(_NO_PREVIOUS.format(source=source), arguments.lang)
    try:
        return Checked(source, reading, reading.validate(before, policy, arguments.published))
    except Exception as error:  # noqa: BLE001  # one bad source never stops the run
        reason = reason_of(source, error)
        say(reason, arguments.lang)
        return Unread(source, reason)


def _before(report: Report, previous: list[Report], *, alone: bool) -> Report | None:
    """Choose the report of last year: the only one for the only source, otherwise that of the same organ."""
    if alone and len(previous) == 1:
        return previous[0]
    fits = (
        other
        for other in previous
        if same_organ(other.organization, report.organization)
        and report.year is not None
        and other.year == report.year - 1
    )
    return next(fits, None)


# ---- the formats


def _read(outcomes: Iterator[Outcome]) -> Iterator[Checked]:
    """Leave out what could not be read: stderr tells of it."""
    return (each for each in outcomes if isinstance(each, Checked))


def _head(each: Outcome, lang: Language) -> str:
    """Name a source and the report in it, if there is one."""
    return (
        _UNREAD.format(source=each.source).say(lang)
        if isinstance(each, Unread)
        else title_of(each.source, each.reading, lang)
    )


def _text(outcomes: Iterator[Outcome], tally: Tally, lang: Language) -> None:
    for each in _read(outcomes):
        print(f"{title_of(each.source, each.reading, lang)}\n{each.findings.to_text(lang)}")
    for line in tally.total(lang):
        print(line)


def _markdown(outcomes: Iterator[Outcome], tally: Tally, lang: Language) -> None:
    for each in outcomes:
        found = each.reason.say(lang) + "\n" if isinstance(each, Unread) else each.findings.to_markdown(lang)
        print(f"## {_head(each, lang)}\n\n{found}")
    for line in tally.total(lang):
        print(line)


def _html(outcomes: Iterator[Outcome], tally: Tally, lang: Language) -> None:
    title = _HEADLINE.say(lang)
    language = "zh-CN" if lang == "zh" else "en"
    parts = [
        f"<h2>{escape(_head(each, lang))}</h2>"
        + (f"<p>{escape(each.reason.say(lang))}</p>" if isinstance(each, Unread) else each.findings.to_html(lang))
        for each in outcomes
    ]
    parts += [f"<p>{escape(line)}</p>" for line in tally.total(lang)]
    head = f'<meta charset="utf-8"><title>{title}</title>'
    body = "\n".join([f"<h1>{title}</h1>", *parts])
    print(f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>\n{body}\n</body></html>')


def _json(outcomes: Iterator[Outcome], _tally: Tally, lang: Language) -> None:
    print(json.dumps([_entry(each, lang) for each in outcomes], ensure_ascii=False, indent=2))


def _entry(each: Outcome, lang: Language) -> dict[str, Any]:
    if isinstance(each, Unread):
        return {"source": each.source, "error": each.reason.say(lang)}
    report = each.reading.report
    return {
        "source": each.source,
        "title": report.title,
        "organization": report.organization,
        "year": report.year,
        "edition": report.edition,
        "coverage": each.reading.coverage,
        **each.findings.to_dict(lang),
    }


def _sarif(outcomes: Iterator[Outcome], _tally: Tally, lang: Language) -> None:
    from .sarif import to_sarif

    found = [(Path(each.source).as_posix(), each) for each in outcomes]
    read = [(source, each.findings) for source, each in found if isinstance(each, Checked)]
    print(to_sarif(read, lang, [(source, each.reason) for source, each in found if isinstance(each, Unread)]))


_PRINTERS = {"text": _text, "json": _json, "markdown": _markdown, "html": _html, "sarif": _sarif}
