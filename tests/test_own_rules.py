"""Rules of one's own: declared, tried on their examples, run beside the library's, found in packages."""

import pickle
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import metadata
from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import attrs
import pytest

import gov_disclosure as gd
from gov_disclosure.rules import _packages
from gov_disclosure.rules._engine import run
from gov_disclosure.testing import check_rule
from rule_examples import clean_report

TIGER = gd.Passage("overview", ("山中有虎。",))
DEER = gd.Passage("overview", ("山中有鹿。",))


@gd.rule(on=gd.Passage, statement="正文不提老虎。", severity="warning", passing=[DEER], failing=[TIGER])
def no_tigers_at_all(passage: gd.Passage, *, animal: str = "虎") -> Iterator[gd.Fault]:
    """A rule with one sentence for both languages, a place as a string, and a setting."""
    if any(animal in paragraph for paragraph in passage.paragraphs):
        yield gd.Fault(passage.address, "有猛兽。")


@gd.rule(on=gd.Pair, statement="两年不是同一年。", severity=gd.Severity.NOTICE, editions=(2021,), optional=True)
def years_differ(pair: gd.Pair) -> Iterator[gd.Fault | gd.Unassessable]:
    """A rule about two reports, which only runs where it is switched on."""
    if pair.report.year is None:
        yield gd.Unassessable("title", "没有年份。")
    elif pair.report.year == pair.previous.year:
        yield gd.Fault(("title",), gd.Words("同一年。", "The same year."))


def with_examples(passing: tuple[object, ...], failing: tuple[object, ...]) -> gd.Rule:
    """Give the rule about tigers with other examples."""
    return attrs.evolve(no_tigers_at_all, passing=passing, failing=failing)


def test_a_plain_sentence_stands_for_both_languages() -> None:
    """Whoever writes for one office need not translate."""
    assert gd.Words("正文不提老虎。", "正文不提老虎。") == no_tigers_at_all.statement
    assert gd.Fault(("overview",), gd.Words("有猛兽。", "有猛兽。")) == next(no_tigers_at_all.check(TIGER))


def test_a_severity_may_be_a_word() -> None:
    """It becomes the member."""
    assert gd.Severity.WARNING is no_tigers_at_all.severity


def two(passage: gd.Passage, other: object) -> Iterator[gd.Fault]:
    """Take one argument too many."""
    yield gd.Fault(passage.address, str(other))


def unset(passage: gd.Passage, *, most: int) -> Iterator[gd.Fault]:
    """Have a setting that nobody sets."""
    yield gd.Fault(passage.address, str(most))


DECLARED: list[tuple[dict[str, Any], Any, str, str]] = [
    ({"on": int}, no_tigers_at_all.check, "on 应为 Report、Passage", "found int"),
    ({"on": "Passage"}, no_tigers_at_all.check, "实际为 'Passage'", "no check meets it"),
    ({"severity": "grave"}, no_tigers_at_all.check, "error、warning、notice", "found 'grave'"),
    ({"severity": []}, no_tigers_at_all.check, "error、warning、notice", "found []"),
    ({"basis": None}, no_tigers_at_all.check, "basis 应为文字", "found None"),
    ({"editions": ([],)}, no_tigers_at_all.check, "实际为 ([],)", "years of forms"),
    ({"statement": 5}, no_tigers_at_all.check, "statement 应为一句话", "found 5"),
    ({"editions": 2021}, no_tigers_at_all.check, "如 (2021,)", "found 2021"),
    ({"editions": (2020,)}, no_tigers_at_all.check, "实际为 (2020,)", "years of forms"),
    ({"editions": ()}, no_tigers_at_all.check, "实际为 ()", "found ()"),
    ({}, two, "应有一个参数", "two(passage"),
    ({}, unset, "有默认值", "with defaults"),
    ({}, 5, "应为用 def 定义", "made with def"),
]


@pytest.mark.parametrize(("changes", "check", "zh", "en"), DECLARED, ids=[case[2] for case in DECLARED])
def test_what_cannot_be_a_rule_is_refused_where_it_is_declared(
    changes: dict[str, Any], check: Any, zh: str, en: str
) -> None:
    """With its name, what was found and what was expected, in both languages."""
    given: dict[str, Any] = {"on": gd.Passage, "statement": "…", "severity": "notice"} | changes
    with pytest.raises(gd.InvalidRule) as raised:
        gd.rule(**given)(check)

    assert (True, True) == (zh in raised.value.say("zh"), en in raised.value.say("en"))
    assert getattr(check, "__name__", "5") == raised.value.name


# ---- rules that go wrong


def wrong(check: Callable[[gd.Passage], object]) -> gd.Rule:
    """Make a rule of a function that is wrong."""
    untyped: Any = check
    return gd.rule(on=gd.Passage, statement="…", severity="notice")(untyped)


def raising(passage: gd.Passage) -> Iterator[gd.Fault]:
    """Find something, and then break off."""
    yield gd.Fault(passage.address, "先有一处。")
    raise RuntimeError("oops")


def returning(passage: gd.Passage) -> object:
    """Return where it should yield."""
    return gd.Fault(passage.address, "…")


def yielding_texts(passage: gd.Passage) -> Iterator[str]:
    """Yield what is no outcome."""
    yield str(passage.address)


def reckoning(_passage: gd.Passage) -> Iterator[gd.Fault]:
    """Give the sum as a number."""
    sum_of: Any = 5
    yield gd.Fault("title", "多了。", arithmetic=sum_of)


def forgetting(_passage: gd.Passage) -> None:
    """Give nothing at all."""


WRONG = [
    (raising, "规则 raising 运行出错，没有判断：RuntimeError: oops（test_own_rules.py:"),
    (returning, "函数应逐个 yield gd.Fault 或 gd.Unassessable，没有问题时什么也不给出；实际：'Fault'"),
    (yielding_texts, "函数应给出 gd.Fault 或 gd.Unassessable，实际给出 str"),
    (reckoning, "TypeError: expected a text, found int（test_own_rules.py:"),
    (forgetting, "实际：'NoneType' object is not iterable（test_own_rules.py:"),
]


@pytest.mark.parametrize(("check", "said"), WRONG)
def test_a_rule_that_breaks_off_is_named_and_takes_nothing_with_it(
    check: Callable[[gd.Passage], object], said: str
) -> None:
    """It is a doubt about the rule, and the other rules have found what they find."""
    report = clean_report().evolve(overview="工作工作。")
    alone = report.validate()

    findings = report.validate(rules=[wrong(check)])

    doubts = findings.filter(rule=check.__name__).not_assessable
    assert {(gd.Origin.RULE, gd.Status.NOT_ASSESSABLE)} == {(doubt.origin, doubt.status) for doubt in doubts}
    assert all(said in str(doubt) for doubt in doubts)
    assert alone.items == tuple(finding for finding in findings if finding.rule != check.__name__)
    assert alone.passed == findings.passed


def test_a_rule_that_breaks_off_elsewhere_is_told_by_its_own_line() -> None:
    """Its author looks there, and not into what it called."""

    def grave(passage: gd.Passage) -> Iterator[gd.Fault]:
        untyped: Any = "fatal"
        yield gd.Fault(passage.address, "…", severity=untyped)

    doubt = clean_report().validate(rules=[wrong(grave)]).filter(rule="grave").not_assessable[0]

    assert "'fatal' is not a valid Severity（test_own_rules.py:" in str(doubt)


def test_a_rule_without_lines_of_its_own_is_told_too() -> None:
    """A function that is written in C is a slip like any other."""
    doubt = clean_report().validate(rules=[wrong(id)]).filter(rule="id").not_assessable[0]

    assert "实际：'int' object is not iterable（builtins:0）" in str(doubt)


def test_what_a_rule_found_before_it_broke_off_is_kept() -> None:
    """A true finding is not lost with the rest."""
    assert "先有一处。" == str(clean_report().validate(rules=[wrong(raising)]).filter(rule="raising")[0])


def test_a_fault_at_no_place_of_the_form_is_kept_without_it() -> None:
    """A misspelt address is told with the one that was meant."""

    def misplaced(passage: gd.Passage) -> Iterator[gd.Fault]:
        if passage.address == "title":
            yield gd.Fault(("requests.recieved.total", "title"), "有问题。")

    findings = clean_report().validate(rules=[wrong(misplaced)]).filter(rule="misplaced")

    assert [("title",)] == [finding.where for finding in findings]
    (doubt,) = findings.not_assessable
    assert "requests.recieved.total。是否指 requests.received.total？" in str(doubt)
    assert "Did you mean requests.received.total?" in doubt.say("en")


def test_a_group_and_a_part_are_places_of_the_form() -> None:
    """Whatever an address may mean elsewhere is a place here."""

    def placed(report: gd.Report) -> Iterator[gd.Fault]:
        yield gd.Fault(("requests.refused", "requests.refused.total", "problems", "year"), report.title)

    findings = clean_report().validate(rules=[gd.rule(on=gd.Report, statement="…", severity="notice")(placed)])

    assert (4, ()) == (len(findings.filter(rule="placed")[0].where), findings.not_assessable)


def test_what_is_no_rule_is_refused_before_the_check() -> None:
    """A function without its decorator is the usual slip."""
    untyped: Any = raising
    with pytest.raises(gd.InvalidRule, match=r"raising.*@gd\.rule"):
        clean_report().validate(rules=[untyped])


def test_a_rule_knows_its_group_and_its_settings() -> None:
    """The group is the module under ``own.``, the settings are the keyword-only arguments."""
    assert (f"own.{__name__}", {"animal": "虎"}) == (no_tigers_at_all.group, dict(no_tigers_at_all.settings))


def test_a_module_of_ones_own_is_no_group_of_the_library() -> None:
    """Switching off the rules about the narrative leaves those of a module that only bears the same name."""
    written: dict[str, Any] = {"__name__": "narrative"}
    exec("def told(report):\n    yield from ()", written)  # noqa: S102  # a module of that name
    own = gd.rule(gd.Report, "文字已经审核。", "notice")(written["told"])

    assert "told" in clean_report().validate(policy=gd.Policy(rules={"narrative": "off"}, own_rules=[own])).passed


def test_own_rules_run_beside_those_of_the_library() -> None:
    """What they find stands among the other findings."""
    findings = clean_report().evolve(overview="山中有虎，工作工作。").validate(rules=[no_tigers_at_all])

    assert {"no_tigers_at_all", "no_doubled_words"} <= set(findings.rules)
    assert "request_balance" in findings.passed


def test_own_rules_may_stand_in_a_policy() -> None:
    """There they have settings and a weight."""
    data = {"rules": {"no_tigers_at_all": "error"}, "settings": {"no_tigers_at_all": {"animal": "鹿"}}}
    policy = gd.Policy.from_dict(data, rules=[no_tigers_at_all])

    found = clean_report().evolve(overview="山中有鹿。").validate(policy=policy).filter(rule="no_tigers_at_all")

    assert [gd.Severity.ERROR] == [finding.severity for finding in found]


def test_a_rule_may_be_given_twice() -> None:
    """In the policy and in the call, or twice in the call, it is the same rule."""
    policy = gd.Policy(own_rules=[no_tigers_at_all])

    found = clean_report().evolve(overview="山中有虎。").validate(policy=policy, rules=2 * [no_tigers_at_all])

    assert 1 == len(found.filter(rule="no_tigers_at_all"))

    found = clean_report().evolve(overview="山中有虎。").validate(rules=2 * [no_tigers_at_all])

    assert 1 == len(found.filter(rule="no_tigers_at_all"))


def test_an_own_rule_about_pairs_runs_on_pairs() -> None:
    """Optional ones only when they are switched on."""
    report, policy = clean_report(), gd.Policy(rules={"years_differ": "on"}, own_rules=[years_differ])

    assert ("years_differ",) == report.validate(report, policy).filter(rule="years_differ").rules
    assert "years_differ" not in report.validate(report, rules=[years_differ]).rules


@pytest.mark.parametrize("name", ["request_balance", "row_refused"])
def test_a_name_that_is_taken_is_refused(name: str) -> None:
    """Two rules of one name could not be told apart; diagnostics have names, too."""

    def check(passage: gd.Passage) -> Iterator[gd.Fault]:
        yield gd.Fault(passage.address, "…")

    check.__name__ = name
    with pytest.raises(gd.InvalidRule, match=name):
        clean_report().validate(rules=[gd.rule(on=gd.Passage, statement="…", severity="notice")(check)])


def test_a_rule_travels_to_another_process() -> None:
    """It is found again by the place where it stands."""
    rule = gd.RULES["request_balance"]

    assert rule is pickle.loads(pickle.dumps(rule))  # noqa: S301  # the bytes are our own


# ---- examples


def test_a_rule_that_does_what_its_examples_say_is_fine() -> None:
    """Nothing is raised."""
    check_rule(no_tigers_at_all)


def test_an_example_may_be_a_whole_report() -> None:
    """The rule finds in it what it speaks of."""
    check_rule(with_examples((clean_report(),), (clean_report().evolve(problems="山中有虎。"),)))


@pytest.mark.parametrize(
    ("passing", "failing", "said"),
    [
        ((), (TIGER,), "has no passing example"),
        ((DEER,), (), "has no failing example"),
        ((TIGER,), (TIGER,), "passing example 1 gives: 有猛兽。"),
        ((DEER,), (TIGER, DEER), "failing example 2 passes"),
        ((clean_report().tables[0],), (TIGER,), "passing example 1 has nothing in it that the rule speaks of"),
    ],
)
def test_an_example_that_goes_otherwise_is_told(
    passing: tuple[object, ...], failing: tuple[object, ...], said: str
) -> None:
    """With its number and with what came of it."""
    with pytest.raises(AssertionError, match=said):
        check_rule(with_examples(passing, failing))


def test_trying_a_rule_raises_what_the_rule_raises() -> None:
    """Its author wants the traceback."""
    with pytest.raises(RuntimeError, match="oops"):
        check_rule(attrs.evolve(wrong(raising), passing=(DEER,), failing=(TIGER,)))


def test_an_example_that_points_at_no_place_is_told() -> None:
    """The slip is found by the test of the rule, not by its users."""

    def lost(passage: gd.Passage) -> Iterator[gd.Fault]:
        if passage is TIGER:
            yield gd.Fault("overveiw", "有虎。")

    with pytest.raises(AssertionError, match="failing example 1 gives: 有虎。; not assessable: 规则 lost 指向"):
        check_rule(attrs.evolve(wrong(lost), passing=(DEER,), failing=(TIGER,)))


def test_a_rule_about_one_form_runs_on_what_has_no_form() -> None:
    """A series is of every form; a rule is never silently without effect."""

    def told(_series: gd.Series) -> Iterator[gd.Fault]:
        yield gd.Fault((), "有。")

    rule = gd.rule(on=gd.Series, statement="…", severity="notice", editions=(2021,))(told)

    assert ("told",) == gd.validate_series([clean_report()], rules=[rule]).rules


def test_a_doubt_is_no_pass() -> None:
    """A passing example that cannot be assessed is no example."""
    pair = gd.Pair(clean_report(None, 2021), clean_report())
    with pytest.raises(AssertionError, match="passing example 1 gives: not assessable: 没有年份。"):
        check_rule(attrs.evolve(years_differ, passing=(pair,)))


def test_a_rule_about_one_form_runs_on_what_stands_beside_it() -> None:
    """A pair, a publication and a roll-up have the form of their report."""

    def check(publication: gd.Publication) -> Iterator[gd.Fault]:
        yield gd.Fault((), publication.published.isoformat())

    rule = gd.rule(on=gd.Publication, statement="…", severity="notice", editions=(2021,))(check)

    assert ("check",) == run(gd.Publication(clean_report(2023), date(2024, 1, 1)), [rule]).rules
    assert () == run(gd.Publication(clean_report(2020), date(2021, 1, 1)), [rule]).rules


# ---- packages


def offered(monkeypatch: pytest.MonkeyPatch, **offers: object) -> None:
    """Let packages offer things under names of entry points."""

    class Point(EntryPoint):
        def load(self) -> object:
            return offers[self.name]

    points = [Point(name, "a_package:rules", _packages.GROUP) for name in offers]
    monkeypatch.setattr(metadata, "entry_points", lambda group: EntryPoints(points).select(group=group))


def test_packages_offer_rules_sequences_and_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them are loaded, sorted by name, each once."""
    offered(monkeypatch, one=years_differ, two=[no_tigers_at_all], three=sys.modules[__name__])

    assert ["no_tigers_at_all", "years_differ"] == [rule.name for rule in gd.load_rules()]


def test_without_packages_there_are_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is loaded that nobody offers."""
    offered(monkeypatch)

    assert () == gd.load_rules()


@pytest.mark.parametrize("offer", [3, "no_tigers_at_all", [None]])
def test_what_is_no_rule_is_refused(monkeypatch: pytest.MonkeyPatch, offer: object) -> None:
    """With the name under which it was offered."""
    offered(monkeypatch, strange=offer)

    with pytest.raises(gd.InvalidRule, match="strange"):
        gd.load_rules()


def test_two_packages_cannot_share_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of them was meant would depend on the order of loading."""
    offered(monkeypatch, one=no_tigers_at_all, two=with_examples((), ()))

    with pytest.raises(gd.InvalidRule, match="no_tigers_at_all"):
        gd.load_rules()
