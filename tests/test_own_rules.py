"""Rules of one's own: declared, tried on their examples, run beside the library's, found in packages."""

import pickle
import sys
from collections.abc import Iterator
from datetime import date
from importlib import metadata
from importlib.metadata import EntryPoint, EntryPoints

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
    """It becomes the member, and nothing else is taken."""
    assert gd.Severity.WARNING is no_tigers_at_all.severity
    with pytest.raises(ValueError, match="grave"):
        gd.rule(on=gd.Passage, statement="…", severity="grave")(no_tigers_at_all.check)


def test_a_rule_knows_its_group_and_its_settings() -> None:
    """The group is the module, the settings are the keyword-only arguments."""
    assert ("test_own_rules", {"animal": "虎"}) == (no_tigers_at_all.group, dict(no_tigers_at_all.settings))


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
    """Once in the policy and once in the call is the same rule."""
    policy = gd.Policy(own_rules=[no_tigers_at_all])

    found = clean_report().evolve(overview="山中有虎。").validate(policy=policy, rules=[no_tigers_at_all])

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
