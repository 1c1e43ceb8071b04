"""Findings on paper: text, Markdown, HTML and a flat table, all from the same groups and fields.

Findings stand in groups by severity, the doubts last; each has its sentence and then the fields
that it has: the sum spelled out, the place, the basis, what to do, the name of the rule.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import zip_longest

from attrs import evolve

from .columns import align, width_of, wrap
from .findings import Finding, Findings, Origin, Severity
from .words import Language, Words

__all__ = ["SEVERITIES", "html", "markdown", "notes", "summary", "table", "text"]

SEVERITIES = {
    Severity.ERROR: Words("错误", "Error"),
    Severity.WARNING: Words("警告", "Warning"),
    Severity.NOTICE: Words("提示", "Notice"),
}
_DOUBT = Words("无法判断", "Not assessable")
_WAIVED = Words("豁免", "Waived")
_SUMMARY = Words(
    "错误 {error}，警告 {warning}，提示 {notice}；通过 {passed} 条，无法判断 {doubts} 处",
    "Errors {error}, warnings {warning}, notices {notice}; rules passed {passed}, not assessable {doubts}",
)
_AND_WAIVED = Words("；豁免 {waived} 处", "; waived {waived}")
_CLEAN = Words("检查通过，没有发现问题。", "All is well: nothing was found.")
_NONE_CHOSEN = Words("所选的范围内没有发现。", "There is no finding of this kind.")
_QUIET = Words("没有发现问题。", "Nothing was found.")
_NO_FAULT = Words("没有发现问题，但有的规则无法判断。", "Nothing was found, but not every rule could be assessed.")
_ORIGINS = {
    Origin.DOCUMENT: Words("", ""),
    Origin.READER: Words(
        "读取时的疑问，不一定是原文的错误", "a doubt of the reader, not necessarily a fault of the document"
    ),
    Origin.RULE: Words("规则本身出错，不是报告的问题", "the rule itself is wrong, not the report"),
}
_PLACES = Words("{listed}等{count}处", "{listed} and {more} more")
_COLON = Words("：", ": ")
_COMMA = Words("、", ", ")
# As many places are listed; the sentence has them all in words, and the data have every address.
_LISTED = 3
# No column but the last is wider in a table; the longest name of a rule has as many characters.
_WIDEST = 34

_COLOURS = {Severity.ERROR: "#c0392b", Severity.WARNING: "#d68910", Severity.NOTICE: "#2e86c1"}
_GREY = "#888"
_CELL = "border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top"


def groups(findings: Findings) -> Iterator[tuple[Words, str, tuple[Finding, ...]]]:
    """Walk the groups that have something in them: title, colour, findings."""
    for severity, title in SEVERITIES.items():
        if findings.of(severity):
            yield title, _COLOURS[severity], findings.of(severity)
    if findings.not_assessable:
        yield _DOUBT, _GREY, together(findings.not_assessable)
    if findings.waived:
        yield _WAIVED, _GREY, findings.waived


def together(doubts: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Put doubts that say the same of the same places into one that names all their rules."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for doubt in doubts:
        alike.setdefault((doubt.report, doubt.where, doubt.message, doubt.advice, doubt.origin), []).append(doubt)
    return tuple(
        evolve(
            group[0],
            rule=", ".join(dict.fromkeys(doubt.rule for doubt in group)),
            basis=group[0].basis if len({doubt.basis for doubt in group}) == 1 else "",
        )
        for group in alike.values()
    )


def fields(finding: Finding, lang: Language) -> Iterator[tuple[str, str]]:
    """Walk what there is to say below the sentence: labels and texts."""
    pairs = (
        (Words("报告", "Report"), finding.report),
        (Words("算式", "Sum"), finding.spell(lang)),
        (Words("位置", "Place"), places(finding.where, lang)),
        (Words("依据", "Basis"), finding.basis),
        (Words("疑点", "Suspect"), "" if finding.suspect is None else finding.suspect.message.say(lang)),
        (Words("处理", "What to do"), "" if finding.advice is None else finding.advice.say(lang)),
        (Words("豁免", "Waived"), "" if finding.waiver is None else finding.waiver.say(lang)),
        (Words("来源", "Origin"), _ORIGINS[finding.origin].say(lang)),
        (Words("规则", "Rule"), finding.rule),
    )
    return ((label.say(lang), value) for label, value in pairs if value)


def places(where: tuple[str, ...], lang: Language) -> str:
    """List the first addresses and count the others."""
    listed = _COMMA.say(lang).join(where[:_LISTED])
    if len(where) <= _LISTED:
        return listed
    return _PLACES.format(listed=listed, count=len(where), more=len(where) - _LISTED).say(lang)


def summary(findings: Findings, lang: Language) -> str:
    """Count findings by severity, rules that passed, what could not be assessed, and what is waived, if anything is."""
    counts = {severity.value: count for severity, count in findings.by_severity.items()}
    line = _SUMMARY.format(**counts, passed=len(findings.passed), doubts=len(findings.not_assessable)).say(lang)
    if not findings.waived:
        return line
    return line + _AND_WAIVED.format(waived=len(findings.waived)).say(lang)


def notes(findings: Findings, lang: Language) -> list[str]:
    """Give the lines above the findings: the counts, the policy, and that nothing was found."""
    policy = "" if findings.policy is None else findings.policy.say(lang)
    return [line for line in (summary(findings, lang), policy, friendly(findings, lang)) if line]


def friendly(findings: Findings, lang: Language) -> str:
    """Say that nothing was found, or nothing at all where something was, waived or not."""
    if findings.items or findings.waived:
        return ""
    if not findings.whole:
        return "" if findings.not_assessable else _NONE_CHOSEN.say(lang)
    if findings.not_assessable:
        return _NO_FAULT.say(lang)
    # Where no rule has held, none was run, and nothing has passed.
    return (_CLEAN if findings.passed else _QUIET).say(lang)


def text(findings: Findings, lang: Language, width: int) -> str:
    """Print findings as numbered paragraphs with hanging fields."""
    lines = [line for note in notes(findings, lang) for line in wrap(note, width)]
    for title, _, members in groups(findings):
        lines += ["", title.say(lang)]
        for number, finding in enumerate(members, 1):
            lines += _hanging(f"{number:>2}. ", finding.message.say(lang), width)
            for label, value in fields(finding, lang):
                lines += _hanging(f"    {label}{_COLON.say(lang)}", value, width)
    return "\n".join(lines) + "\n"


def _hanging(label: str, value: str, width: int) -> Iterator[str]:
    indent = width_of(label)
    for number, line in enumerate(wrap(value, max(1, width - indent))):
        yield f"{' ' * indent if number else label}{line}"


def markdown(findings: Findings, lang: Language) -> str:
    """Print findings as numbered lists, a list of fields under each."""
    counts, *others = notes(findings, lang)
    blocks = [f"**{counts}**", *map(_literal, others)]
    for title, _, members in groups(findings):
        lines = [f"**{title.say(lang)}**", ""]
        for number, finding in enumerate(members, 1):
            lines.append(f"{number}. {_literal(finding.message.say(lang))}")
            indent = " " * (len(str(number)) + 2)
            lines += [f"{indent}- {label}{_COLON.say(lang)}{_literal(value)}" for label, value in fields(finding, lang)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _literal(value: str) -> str:
    """Keep Markdown from reading signs of a text as its own."""
    return re.sub(r"[\\`*<>\[\]|#~&]|(?<!\w)_|_(?!\w)", r"\\\g<0>", value)


def html(findings: Findings, lang: Language) -> str:
    """Print findings as one table; the colour is only at the edge, so that it suits light and dark pages."""
    rows = []
    for title, colour, members in groups(findings):
        head = (
            f'<th scope="row" style="{_CELL};border-left:.4em solid {colour};white-space:nowrap">{title.say(lang)}</th>'
        )
        rows += [f'<tr style="background:transparent">{head}{_html_cell(finding, lang)}</tr>' for finding in members]
    body = (
        f'<table style="border-collapse:collapse;margin:.5em 0"><tbody>{"".join(rows)}</tbody></table>' if rows else ""
    )
    above = "".join(f"<p>{escape(line)}</p>" for line in notes(findings, lang))
    language = "zh-CN" if lang == "zh" else "en"
    return f'<div class="gd-findings" lang="{language}">{above}{body}</div>'


def _html_cell(finding: Finding, lang: Language) -> str:
    lines = "".join(
        f"<br><small>{label}{_COLON.say(lang)}{escape(value)}</small>" for label, value in fields(finding, lang)
    )
    return f'<td style="{_CELL}">{escape(finding.message.say(lang))}{lines}</td>'


def table(findings: Findings, lang: Language, width: int) -> str:
    """Print severity, rule and sentence in columns.

    The cells are filled up here and not by tabulate, which counts a Chinese character as one column
    unless another package is installed.
    """
    from tabulate import tabulate

    head = [word.say(lang) for word in (Words("程度", "Severity"), Words("规则", "Rule"), Words("问题", "Finding"))]
    rows = [
        [title.say(lang), finding.rule, finding.say(lang)] for title, _, group in groups(findings) for finding in group
    ]
    if not rows:
        return f"{friendly(findings, lang)}\n"
    widths = [min(max(width_of(row[column]) for row in (head, *rows)), _WIDEST) for column in (0, 1)]
    rest = max(20, width - sum(widths) - 4)
    lines = [head, ["-" * width for width in widths] + ["-" * rest]]
    for severity, rule, sentence in rows:
        lines += map(list, zip_longest([severity], wrap(rule, widths[1]), wrap(sentence, rest), fillvalue=""))
    cells = [[align(cell, width) for cell, width in zip(line, (*widths, rest), strict=True)] for line in lines]
    printed = tabulate(cells, tablefmt="plain", stralign=None, disable_numparse=True)
    return "\n".join(map(str.rstrip, printed.splitlines())) + "\n"
