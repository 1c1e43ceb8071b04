"""What a check found: as a sequence, counted, chosen from, printed and as data."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import evolve

from gov_disclosure.columns import width_of
from gov_disclosure.errors import FindingsPresent, InvalidChoice
from gov_disclosure.findings import Finding, Findings, Origin, Severity, Status
from gov_disclosure.words import Language, Words
from rule_examples import clean_report

SUM = Finding(
    "request_balance",
    Severity.ERROR,
    ("requests.received.total", "requests.carried_in.total", "requests.concluded.total", "requests.carried_out.total"),
    Words("表三“总计”列：不平。", "Table 3, total: no balance."),
    "12 + 1 = 13，11 + 0 = 11，差 2",
    "格式表三注",
    Words("核对四项。", "Compare the four items."),
)
HEADING = Finding(
    "part_headings_worded", Severity.WARNING, ("problems",), Words("标题<五>不合格式。", "Heading <5> is off.")
)
DOUBT = Finding(
    "repeated_heading", Severity.NOTICE, (), Words("看不清。", "It cannot be made out."), origin=Origin.READER
)
OPEN = Finding(
    "applicant_total",
    Severity.NOTICE,
    ("requests.received.total",),
    Words("有空白。", "There is a blank."),
    status=Status.NOT_ASSESSABLE,
)
ALL = Findings((DOUBT, HEADING, SUM), ("cells_filled",), (OPEN,))
CLEAN = Findings(passed=("cells_filled", "title_worded"))

TEXT = """\
错误 1，警告 1，提示 1；通过 1 条，无法判断 1 处

错误
 1. 表三“总计”列：不平。
    算式：12 + 1 = 13，11 + 0 = 11，差 2
    位置：requests.received.total、requests.carried_in.total、
          requests.concluded.total等4处
    依据：格式表三注
    处理：核对四项。
    规则：request_balance

警告
 1. 标题<五>不合格式。
    位置：problems
    规则：part_headings_worded

提示
 1. 看不清。
    来源：读取时的疑问，不一定是原文的错误
    规则：repeated_heading

无法判断
 1. 有空白。
    位置：requests.received.total
    规则：applicant_total
"""
ENGLISH = """\
Errors 1, warnings 1, notices 1; rules passed 1, not assessable 1

Error
 1. Table 3, total: no balance.
    Sum: 12 + 1 = 13, 11 + 0 = 11, difference 2
    Place: requests.received.total, requests.carried_in.total,
           requests.concluded.total and 1 more
    Basis: 格式表三注
    What to do: Compare the four items.
    Rule: request_balance

Warning
 1. Heading <5> is off.
    Place: problems
    Rule: part_headings_worded

Notice
 1. It cannot be made out.
    Origin: a doubt of the reader, not necessarily a fault of the document
    Rule: repeated_heading

Not assessable
 1. There is a blank.
    Place: requests.received.total
    Rule: applicant_total
"""
TABLE = """\
程度      规则                  问题
--------  --------------------  ----------------------------
错误      request_balance       表三“总计”列：不平。（12 + 1
                                = 13，11 + 0 = 11，差 2）
警告      part_headings_worded  标题<五>不合格式。
提示      repeated_heading      看不清。
无法判断  applicant_total       有空白。
"""
MARKDOWN = r"""**错误 1，警告 1，提示 1；通过 1 条，无法判断 1 处**

**错误**

1. 表三“总计”列：不平。
   - 算式：12 + 1 = 13，11 + 0 = 11，差 2
   - 位置：requests.received.total、requests.carried_in.total、requests.concluded.total等4处
   - 依据：格式表三注
   - 处理：核对四项。
   - 规则：request_balance

**警告**

1. 标题\<五\>不合格式。
   - 位置：problems
   - 规则：part_headings_worded

**提示**

1. 看不清。
   - 来源：读取时的疑问，不一定是原文的错误
   - 规则：repeated_heading

**无法判断**

1. 有空白。
   - 位置：requests.received.total
   - 规则：applicant_total
"""


# ---- one finding


def test_a_finding_says_its_sentence_with_the_sum() -> None:
    """The sum stands behind the sentence, in the language asked for."""
    assert "表三“总计”列：不平。（12 + 1 = 13，11 + 0 = 11，差 2）" == str(SUM)
    assert "Table 3, total: no balance. (12 + 1 = 13, 11 + 0 = 11, difference 2)" == SUM.say("en")


def test_a_finding_without_a_sum_is_its_sentence() -> None:
    """Nothing is put in brackets where nothing was added up."""
    assert "标题<五>不合格式。" == HEADING.say()


def test_the_figure_that_was_printed_is_named_in_english() -> None:
    """Words in a sum are told in both languages."""
    finding = Finding("applicant_total", Severity.ERROR, (), Words("", ""), "3 + 0 = 3，填报 4，差 1")

    assert "3 + 0 = 3, printed 4, difference 1" == finding.spell("en")


# ---- the sequence


def test_the_graver_findings_come_first() -> None:
    """Errors, warnings, notices."""
    assert [SUM, HEADING, DOUBT] == list(ALL)


def test_findings_are_a_sequence() -> None:
    """Length, places and slices are those of what failed."""
    assert 3 == len(ALL)
    assert SUM == ALL[0]
    assert (HEADING, DOUBT) == ALL[1:]


def test_findings_are_taken_by_severity() -> None:
    """Each severity has its findings."""
    assert ((SUM,), (HEADING,), (DOUBT,)) == (ALL.errors, ALL.warnings, ALL.notices)
    assert (SUM, HEADING) == ALL.of("error", "warning")
    with pytest.raises(InvalidChoice, match="severity"):
        ALL.of("errors")


def test_findings_are_taken_by_address() -> None:
    """An address takes what names it or something below it, and no other that begins alike."""
    assert (SUM,) == ALL.at("requests")
    assert (SUM,) == ALL.at("requests.received")
    assert () == ALL.at("requests.receive")
    assert (HEADING,) == ALL.at("problems")


def test_a_filter_takes_every_condition() -> None:
    """Doubts and passed rules are chosen in the same way."""
    assert ((), (), (OPEN,)) == _shape(ALL.filter(rule="applicant_total"))
    assert ((SUM,), ("cells_filled",), ()) == _shape(ALL.filter(severity="error"))
    assert ((DOUBT,), ("cells_filled",), ()) == _shape(ALL.filter(origin=Origin.READER))
    assert ((SUM,), ("cells_filled",), (OPEN,)) == _shape(ALL.filter(at="requests.received"))
    assert ((), ("cells_filled",), ()) == _shape(ALL.filter(at="problems", severity="error"))
    assert ((), ("cells_filled",), ()) == _shape(ALL.filter(rule="cells_filled"))


def _shape(findings: Findings) -> tuple[object, ...]:
    return findings.items, findings.passed, findings.not_assessable


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"severity": "fatal"}, "severity 应为 error、warning、notice 之一，实际为“fatal”。"),
        ({"origin": "me"}, "origin 应为 document、reader、rule 之一，实际为“me”。"),
    ],
)
def test_a_condition_that_nothing_can_meet_is_refused(condition: dict[str, str], said: str) -> None:
    """A slip must not look as if nothing was found."""
    with pytest.raises(InvalidChoice) as raised:
        ALL.filter(**condition)

    assert said == str(raised.value)


def test_what_was_chosen_is_not_called_clean() -> None:
    """Of the rest nothing is said."""
    nothing = ALL.filter(at="problems", severity="error")

    assert nothing.to_text().splitlines()[1:] == ["所选的范围内没有发现。"]
    assert "There is no finding of this kind." in nothing.to_markdown("en")
    assert "检查通过" not in (nothing + CLEAN).to_text()


def test_findings_are_grouped() -> None:
    """Doubts go with the others, and the groups come in the order of the findings."""
    groups = {
        "rule": ["request_balance", "part_headings_worded", "repeated_heading", "applicant_total"],
        "severity": ["error", "warning", "notice"],
        "origin": ["document", "reader"],
        "report": [""],
        "part": ["requests", "problems", ""],
    }

    assert groups == {by: list(ALL.grouped(by)) for by in groups}
    assert ((SUM,), (), (OPEN,)) == _shape(ALL.grouped("part")["requests"])
    with pytest.raises(InvalidChoice, match="by 应为 rule、severity"):
        ALL.grouped("colour")


def test_doubts_that_say_the_same_are_printed_once() -> None:
    """With all rules that they keep from being assessed; the data keep them apart."""
    findings = Findings(not_assessable=(OPEN, evolve(OPEN, rule="concluded_total", basis="格式"), DOUBT))

    text = findings.to_text()
    assert (1, True) == (text.count("有空白。"), "    规则：applicant_total, concluded_total\n" in text)
    assert "依据" not in text
    assert 3 == len(findings.to_dict()["not_assessable"])
    assert all(width_of(line) <= 100 for line in findings.to_table().splitlines())


def test_findings_are_counted() -> None:
    """Severities without findings are counted too."""
    assert {"error": 0, "warning": 0, "notice": 0} == CLEAN.by_severity
    assert {"error": 1, "warning": 1, "notice": 1} == ALL.by_severity
    assert {"request_balance": 2} == Findings((SUM, SUM)).by_rule
    assert ("request_balance", "part_headings_worded", "repeated_heading") == ALL.rules


def test_two_checks_are_put_together() -> None:
    """A rule has passed only where neither check fails or doubts it."""
    other = Findings(passed=("applicant_total", "request_balance", "title_worded", "cells_filled"))

    assert ("cells_filled", "title_worded") == (ALL + other).passed
    assert ALL.items == (ALL + other).items


def test_errors_are_raised() -> None:
    """The exception counts them and lists their sentences."""
    with pytest.raises(FindingsPresent) as raised:
        ALL.raise_for_errors()

    assert 1 == raised.value.count
    assert "检查发现1处错误：\n表三“总计”列：不平。（12 + 1 = 13，11 + 0 = 11，差 2）" == str(raised.value)
    assert ALL is raised.value.findings


def test_without_errors_nothing_is_raised() -> None:
    """Warnings are given back for whoever wants them."""
    findings = Findings((HEADING,))

    assert findings is findings.raise_for_errors()


def test_findings_show_their_counts() -> None:
    """The short form has no sentences in it."""
    assert "<Findings: 1 errors, 1 warnings, 1 notices, 1 not assessable>" == repr(ALL)
    assert "<Findings: 0 errors, 0 warnings, 0 notices>" == repr(Findings())


# ---- printed


@pytest.mark.parametrize(("lang", "expected"), [("zh", TEXT), ("en", ENGLISH)])
def test_text_has_everything(lang: Language, expected: str) -> None:
    """Sentence, sum, place, basis, advice and rule, grouped and numbered."""
    assert expected == ALL.to_text(lang)


def test_a_finding_is_printed_as_chinese_text() -> None:
    """`print(findings)` prints the text."""
    assert TEXT == str(ALL)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_keeps_its_width(width: int, lang: Language) -> None:
    """A Chinese character takes two columns."""
    findings = clean_report().evolve(title="总结", problems="无").validate() + ALL

    assert [] == [line for line in findings.to_text(lang, width).splitlines() if width_of(line) > width]


def test_as_many_places_as_fit_are_listed_without_a_count() -> None:
    """Three places are all told."""
    finding = Finding("edition_fits_year", Severity.ERROR, ("a", "b", "c"), Words("不合。", "It does not fit."))

    assert "    位置：a、b、c\n" in Findings((finding,)).to_text()


def test_a_narrow_text_is_still_complete() -> None:
    """Where nothing fits, what cannot be broken stands out; nothing is cut off."""
    assert "request_balance" in ALL.to_text(width=1)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh", "检查通过，没有发现问题。"), ("en", "All is well: nothing was found.")],
)
def test_a_clean_report_gets_a_friendly_line(lang: Language, expected: str) -> None:
    """In every format."""
    assert f"{CLEAN.summary(lang)}\n{expected}\n" == CLEAN.to_text(lang)
    assert f"**{CLEAN.summary(lang)}**\n\n{expected}\n" == CLEAN.to_markdown(lang)
    assert f"<p>{expected}</p></div>" in CLEAN.to_html(lang)
    assert f"{expected}\n" == CLEAN.to_table(lang)


def test_where_no_rule_was_run_nothing_has_passed() -> None:
    """A policy may switch everything off."""
    assert "没有发现问题。" == Findings().to_text().splitlines()[1]


def test_what_could_not_be_assessed_is_no_clean_report() -> None:
    """The friendly line does not promise too much."""
    findings = Findings(not_assessable=(OPEN, OPEN))

    assert "错误 0，警告 0，提示 0；通过 0 条，无法判断 2 处" == findings.summary()
    assert "没有发现问题，但有的规则无法判断。" == findings.to_text().splitlines()[1]


def test_markdown_is_a_list_a_group() -> None:
    """Signs of Markdown in a sentence are no Markdown; names of rules stay as they are."""
    assert MARKDOWN == ALL.to_markdown()
    assert MARKDOWN == ALL._repr_markdown_()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a_b", "a_b"), ("_a_", r"\_a\_"), ("a*b|c", r"a\*b\|c"), ("[x](y)", r"\[x\](y)"), ("a\\", r"a\\")],
)
def test_markdown_signs_are_taken_literally(text: str, expected: str) -> None:
    """A title may hold anything."""
    finding = Finding("title_worded", Severity.WARNING, (), Words(text, text))

    assert f"1. {expected}\n" in Findings((finding,)).to_markdown()


def test_the_table_is_aligned() -> None:
    """Columns begin at the same place, whatever the characters."""
    assert TABLE == ALL.to_table(width=60)


def test_the_table_does_not_depend_on_another_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tabulate measures Chinese only where wcwidth is installed; the table is the same without."""
    monkeypatch.setattr("tabulate.wcwidth", None)

    assert TABLE == ALL.to_table(width=60)


class _Tags(HTMLParser):
    """The elements of a fragment, and the texts in them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.rows = 0
        self.plain = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.rows += tag == "tr"
        self.plain += tag in {"td", "th"} and "border:1px" not in (dict(attrs).get("style") or "")
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_html_has_everything_once() -> None:
    """Elements are closed, signs are text, every finding is a row, every cell says how it looks."""
    tags = _Tags()
    tags.feed(ALL.to_html())

    assert [] == tags.open
    assert (4, 0) == (tags.rows, tags.plain)
    assert "错误 1，警告 1，提示 1；通过 1 条，无法判断 1 处" == tags.texts[0]
    assert ["警告", "标题<五>不合格式。", "位置：problems", "规则：part_headings_worded"] == tags.texts[8:12]
    assert ALL.to_html() == ALL._repr_html_()


def test_html_names_its_language() -> None:
    """For those who have it read to them."""
    assert '<div class="gd-findings" lang="zh-CN">' in ALL.to_html()
    assert '<div class="gd-findings" lang="en">' in ALL.to_html("en")


# ---- as data


def test_json_has_the_same_keys_whatever_was_found() -> None:
    """Counts, findings, passed rules and doubts."""
    assert list(json.loads(CLEAN.to_json())) == list(json.loads(ALL.to_json()))
    assert {"error": 1, "warning": 1, "notice": 1, "passed": 1, "not_assessable": 1, "waived": 0} == ALL.to_dict()[
        "counts"
    ]
    assert ["cells_filled"] == ALL.to_dict()["passed"]


def test_json_has_every_address_and_the_language_asked_for() -> None:
    """A finding is plain strings."""
    expected = {
        "report": "",
        "rule": "request_balance",
        "severity": "error",
        "status": "failed",
        "origin": "document",
        "where": list(SUM.where),
        "message": "Table 3, total: no balance.",
        "arithmetic": "12 + 1 = 13, 11 + 0 = 11, difference 2",
        "basis": "格式表三注",
        "advice": "Compare the four items.",
        "suspect": "",
        "proposed": "",
        "waiver": "",
    }

    assert expected == json.loads(ALL.to_json("en", indent=None))["findings"][0]


def test_records_are_flat_and_alike() -> None:
    """Every row has the same columns, and doubts are told apart by their status."""
    records = ALL.records()

    assert [tuple(records[0])] * 4 == [tuple(record) for record in records]
    assert ["failed", "failed", "failed", "not_assessable"] == [record["status"] for record in records]
    assert " ".join(SUM.where) == records[0]["where"]
    assert {str} == {type(value) for record in records for value in record.values()}
    assert "" == records[1]["advice"]


@pytest.mark.parametrize("lang", ["fr", None])
@pytest.mark.parametrize(
    "way", ["summary", "to_text", "to_markdown", "to_html", "to_table", "to_dict", "to_json", "to_sarif", "records"]
)
def test_another_language_is_refused(way: str, lang: Any) -> None:
    """No finding is printed in English because somebody asked for French."""
    for findings in (Findings(), ALL):
        with pytest.raises(InvalidChoice, match="lang 应为 zh、en 之一"):
            getattr(findings, way)(lang=lang)


@pytest.mark.parametrize("value", [SUM, SUM.message, InvalidChoice("by", Words("甲", "a"), "b")])
def test_a_sentence_in_another_language_is_refused(value: Any) -> None:
    """There are words in two languages."""
    with pytest.raises(InvalidChoice, match="lang 应为 zh、en 之一"):
        value.say("fr")
