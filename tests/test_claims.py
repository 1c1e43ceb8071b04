"""Claims: where they stand, how they are told apart, and what carries over from sentence to sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.claims import Claim, claims_in, claims_of
from gov_disclosure.forms import FORMS
from gov_disclosure.rules._asserted import figure_of
from labelled import labelled
from rule_examples import clean_report

RECEIVED = "requests.received.total"
CARRIED_IN = "requests.carried_in.total"


def told(text: str, year: int | None = 2023, part: str = "overview") -> dict[str, object]:
    """Give what a text claims: first reading to figure."""
    return {" + ".join(claim.readings[0]): claim.value for claim in claims_in(text, year=year, part=part)}


def test_a_claim_says_where_it_stands() -> None:
    """Part, paragraph and span lead back to the words, spaces or not."""
    text = "本局 公开 信息。\n全年收到 政府信息公开申请 12 件，答复 11 件。"

    first, second = claims_in(text, part="requests", year=2023)

    assert ("requests", 1) == (first.part, first.paragraph)
    assert "12 件" == text.splitlines()[1][slice(*first.span)]
    assert "11 件" == text.splitlines()[1][slice(*second.span)]
    assert "全年收到政府信息公开申请12件" == first.quote
    assert "全年收到政府信息公开申请12件，答复11件" == first.sentence


def test_a_denial_spans_its_words() -> None:
    """There is no figure to point at."""
    text = "本年度未收到政府信息公开申请。"

    (claim,) = claims_in(text)

    assert "未收到政府信息公开申请" == text[slice(*claim.span)]
    assert 0 == claim.value


def test_a_claim_with_two_readings_names_the_addresses_of_both() -> None:
    """收办 may hold what was carried in."""
    (claim,) = claims_in("全年收办政府信息公开申请15件。")

    assert ((RECEIVED,), (RECEIVED, CARRIED_IN)) == claim.readings
    assert (RECEIVED, CARRIED_IN) == claim.addresses


@pytest.mark.parametrize(("figure", "agrees"), [(12034, True), (11001, True), (13000, False), (12000, True)])
def test_a_rounded_claim_agrees_with_what_rounds_to_it(figure: int, agrees: bool) -> None:
    """1.2万件 is anything from 11,000 to 13,000, both left out."""
    (claim,) = claims_in("全年收到政府信息公开申请1.2万件。")

    assert agrees is claim.agrees(figure)


def test_an_exact_claim_agrees_with_its_figure_only() -> None:
    """12件 is 12."""
    (claim,) = claims_in("全年收到政府信息公开申请12件。")

    assert (True, False) == (claim.agrees(12), claim.agrees(13))


def test_money_is_told_in_the_unit_of_its_address() -> None:
    """万元 in table 2, 元 in part 6."""
    assert {"proactive.fees.amount": Decimal("4.043")} == told("行政事业性收费40430元。")
    assert {"other_matters.processing_fee.amount": Decimal(300)} == told("收取信息处理费300元。", part="other_matters")


def test_a_heading_says_what_follows_is_about() -> None:
    """Until the next heading."""
    text = "（二）依申请公开\n全年共受理5件，办结4件。\n（三）平台建设\n全年共受理9件。"

    assert {RECEIVED: 5, "requests.concluded.total": 4} == told(text)


def test_the_part_on_requests_needs_no_heading() -> None:
    """Whatever is counted there is a request."""
    assert {} == told("全年共受理5件。")
    assert {RECEIVED: 5} == told("全年共受理5件。", part="requests")


def test_without_the_year_of_the_report_any_year_is_it() -> None:
    """A text by itself does not say which year it is about."""
    assert {RECEIVED: 5} == told("2021年收到政府信息公开申请5件。", year=None)
    assert {} == told("2021年收到政府信息公开申请5件。")
    assert {} == told("2022年结转政府信息公开申请5件。", year=None)


@pytest.mark.parametrize(("year", "row"), [(2022, "carried_in"), (2023, "carried_in"), (2024, "carried_out")])
def test_a_year_tells_from_where_to_where_requests_are_carried(year: int, row: str) -> None:
    """结转2022年, 结转至2023年, 结转至2024年, in the report of 2023."""
    assert {f"requests.{row}.total": 3} == told(f"政府信息公开申请结转至{year}年3件。")


@pytest.mark.parametrize("text", ["政府信息公开申请结转至2030年3件。", "政府信息公开申请结转3件。"])
def test_what_is_carried_anywhere_is_no_claim(text: str) -> None:
    """It might be either."""
    assert {} == told(text)


def test_a_figure_that_a_sentence_gives_twice_is_given_up() -> None:
    """Two organs, most likely; one of them may be the reporting one."""
    assert {} == told("县公安局收到政府信息公开申请20件，县水利局收到政府信息公开申请18件。")


def test_lists_are_told_one_by_one() -> None:
    """分别 gives each its figure; a count that does not fit is given up."""
    assert {"requests.disclosed.total": 8, "requests.refused.total": 2} == told(
        "政府信息公开申请中，予以公开、不予公开分别为8件和2件。"
    )
    assert {} == told("政府信息公开申请中，予以公开、不予公开、无法提供分别为8件和2件。")


def test_what_is_in_brackets_does_not_change_the_subject() -> None:
    """A bracket is an aside."""
    text = "收到政府信息公开申请12件（其中上年结转1件，咨询类2件），答复11件。"

    assert {f"{RECEIVED} + {CARRIED_IN}": 12, CARRIED_IN: 1, "requests.concluded.total": 11} == told(text)


def test_an_open_bracket_ends_with_the_sentence() -> None:
    """A closing bracket may be missing, or be one too many."""
    assert {RECEIVED: 12, CARRIED_IN: 2} == told("收到政府信息公开申请12件）；上年结转2件（含补正。") | {RECEIVED: 12}


def test_claims_of_a_report_come_from_its_parts() -> None:
    """In the order of the text, with the parts that they stand in."""
    report = clean_report().evolve(overview=["收到政府信息公开申请2件。"], other_matters=["未收取信息处理费。"])

    assert [("overview", 2), ("other_matters", 0)] == [(claim.part, claim.value) for claim in claims_of(report)]


SENTENCES = [sentence["text"] for name in ("held_out", "tuned") for sentence in labelled(name)]


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from(["", " ", "\n"]))
def test_claims_point_at_their_words(texts: list[str], joint: str) -> None:
    """Whatever stands around them: the span is in the paragraph, and every address is one of the form."""
    paragraphs = joint.join(texts).splitlines()
    report = clean_report()
    for claim in claims_in("\n".join(paragraphs), year=2023):
        words = "".join(paragraphs[claim.paragraph][slice(*claim.span)].split())
        assert words
        assert claim.quote.endswith(words)
        assert all(figure_of(report, reading) or "processing_fee" in reading[0] for reading in claim.readings)


@given(
    st.text(
        st.sampled_from("收到办结转申请公开复议诉讼件0123456789一二（），。；、和其中未无含均上年下度予以部分不2023"),
        max_size=60,
    )
)
def test_no_text_breaks_the_grammar(text: str) -> None:
    """Whatever it is, it asserts something or nothing."""
    assert all(isinstance(claim, Claim) for claim in claims_in(text, year=2023))


@pytest.mark.parametrize("edition", FORMS)
def test_an_address_that_the_edition_has_not_is_not_looked_up(edition: int) -> None:
    """The trial form has no row for unpaid fees, and no figure stands for the fee of part six."""
    report = clean_report(2020 if edition == 2019 else 2023)

    assert (edition == 2019) is (figure_of(report, ("requests.otherwise_fee_unpaid.total",)) is None)
    assert figure_of(report, ("other_matters.processing_fee.amount",)) is None


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("收到政府信息公开申请3件，没有不予公开情形。", {RECEIVED: 3, "requests.refused.total": 0}),
        ("行政许可方面，作出决定12件。", {"proactive.licenses.decisions": 12}),
        ("（二）依申请公开。全年处理5件。", {RECEIVED: 5}),
        ("（三）平台建设。全年处理5件。", {}),
        ("没有报送政府信息公开申请材料的单位3个，收到政府信息公开申请2件。", {RECEIVED: 2}),
        ("没有收到申请的部门3个。", {}),
        ("全年实现零申请。", {}),
        ("依申请公开实现零申请、零复议。", {RECEIVED: 0, "review_litigation.reconsideration.total": 0}),
        ("未制定。", {}),
        ("2022年未收到政府信息公开申请。", {}),
        ("没有，全年收到政府信息公开申请2件。", {RECEIVED: 2}),
        ("行政许可12件。", {"proactive.licenses.decisions": 12}),
        ("规范性文件12件。", {}),
        ("2023年累计制发规范性文件3件。", {"proactive.normative_documents.issued": 3}),
        ("政府信息公开申请办理，提交8件。", {}),
    ],
)
def test_single_turns_of_speech(text: str, claims: dict[str, object]) -> None:
    """What is left out is left out on purpose."""
    assert claims == told(text)


def test_figures_that_stand_side_by_side_are_no_number() -> None:
    """A row of figures in the text asserts nothing; its figures are never put together."""
    assert () == tuple(claims_in("本年新收政府信息公开申请数量 12 1 0 0 0 0 13", part="requests"))
