"""Claims: where they stand, how they are told apart, and what carries over from sentence to sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.claims import Claim, claims_in, claims_of
from gov_disclosure.claims._lexer import is_same_organ
from gov_disclosure.forms import FORMS
from gov_disclosure.rules._asserted import figure_of
from labelled import SETS, labelled
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


@pytest.mark.parametrize(
    ("organization", "claims"),
    [
        ("青禾县水利局", {RECEIVED: 3}),
        ("青禾县人民政府", {}),
        ("青禾县教育局", {}),
        (None, {RECEIVED: 3}),
    ],
)
def test_a_figure_is_that_of_the_organ_that_reports(organization: str | None, claims: dict[str, object]) -> None:
    """Where it is known who reports, what another organ received is no claim."""
    found = claims_in("2023年，县水利局收到政府信息公开申请3件。", year=2023, organization=organization)

    assert claims == {claim.readings[0][0]: claim.value for claim in found}


@pytest.mark.parametrize(
    ("organization", "claims"),
    [("青禾县人民政府", {RECEIVED: 30}), ("青禾县", {RECEIVED: 30}), ("青禾县水利局", {}), ("青禾市人民政府", {})],
)
def test_only_its_government_reports_for_a_county(organization: str, claims: dict[str, object]) -> None:
    """A department that tells how many requests the county had does not mean its own."""
    found = claims_in("2023年，全县共收到政府信息公开申请30件。", year=2023, organization=organization)

    assert claims == {claim.readings[0][0]: claim.value for claim in found}


@pytest.mark.parametrize(
    ("organization", "figures"), [("青禾县人民政府", [30]), ("青禾县", [30]), ("青禾县水利局", [])]
)
def test_only_a_government_has_organs_of_all_levels(organization: str, figures: list[object]) -> None:
    """各级行政机关 are more than any department."""
    found = claims_in("各级行政机关共收到政府信息公开申请30件。", organization=organization)

    assert figures == [claim.value for claim in found]


@pytest.mark.parametrize(
    ("name", "organization", "same"),
    [
        ("县住建局", "青禾县住房和城乡建设局", True),
        ("青禾县住建局及所属单位", "青禾县住房和城乡建设局", True),
        ("青禾县科技和工业信息化局", "青禾县科技工信局", True),
        ("市政府", "青禾市", True),
        ("青禾县水利局", "青禾县", False),
        ("市人民政府", "青禾市人民政府", True),
        ("县公安局", "青禾县人民政府", False),
        ("市政府", "青禾市水利局", False),
    ],
)
def test_a_name_may_be_short_for_an_organ(name: str, organization: str, same: bool) -> None:
    """Its characters stand in that of the organ in their order."""
    assert same is is_same_organ(name, organization)


@pytest.mark.parametrize(
    "text",
    [
        "县水利局收到政府信息公开申请3件。县教育局收到政府信息公开申请5件。",
        "县水利局：收到申请3件，答复3件。县教育局：收到申请5件，答复5件。",
        "县水利局收到政府信息公开申请3件，各站所收到政府信息公开申请5件。",
    ],
)
def test_organs_that_are_told_of_one_by_one_claim_nothing(text: str) -> None:
    """One of them may be the one that reports; nobody says which."""
    assert {} == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "局办公室收到政府信息公开申请12件。",
        "协助市政府办理政府信息公开申请12件。",
        "接到电话咨询政府信息公开申请事项12件。",
        "会商答复政府信息公开申请12件。",
        "收到征地类政府信息公开申请12件。",
        "以县政府名义制发行政规范性文件12件。",
        "办理行政许可120件，许可事项120项。",
        "在征地领域，全年收到政府信息公开申请12件。",
    ],
)
def test_an_unknown_word_around_a_figure_leaves_it_alone(text: str) -> None:
    """It may change what the figure counts."""
    assert {} == told(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("收到政府信息公开申请30件，其中征地类20件，予以公开12件。", {RECEIVED: 30}),
        (
            "收到政府信息公开申请30件，其中征地类20件、规划类10件，予以公开12件。",
            {RECEIVED: 30, "requests.disclosed.total": 12},
        ),
        ("发布信息300条，收到政府信息公开申请30件。", {RECEIVED: 30}),
        ("收到政府信息公开申请30件（其中网上20件），办结28件。", {RECEIVED: 30, "requests.concluded.total": 28}),
        (
            "一是发布信息300条；二是收到政府信息公开申请30件，予以公开12件。",
            {RECEIVED: 30, "requests.disclosed.total": 12},
        ),
        ("自然人的申请20件，予以公开12件。", {"requests.received.natural_person": 20}),
    ],
)
def test_a_part_that_cannot_be_read_narrows_what_follows(text: str, claims: dict[str, object]) -> None:
    """Until the parts make up the whole, or a whole is named anew, or the bracket or item ends."""
    assert claims == told(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("新收政府信息公开申请45件，其中43件已办结，2件结转下年。", {RECEIVED: 45, "requests.carried_out.total": 2}),
        ("新收的45件政府信息公开申请中，已办结43件。", {RECEIVED: 45}),
        ("新收政府信息公开申请45件，当年办结43件。", {RECEIVED: 45}),
        ("上年结转政府信息公开申请5件，其中予以公开3件。", {CARRIED_IN: 5}),
        ("全部予以公开5件政府信息公开申请。", {}),
    ],
)
def test_what_the_requests_of_one_year_came_to_is_no_claim(text: str, claims: dict[str, object]) -> None:
    """Table 3 has the results of all that were handled in the year."""
    assert claims == told(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "共有政府信息公开申请50件，其中新收45件、上年结转5件。",
            {f"{RECEIVED} + {CARRIED_IN}": 50, RECEIVED: 45, CARRIED_IN: 5},
        ),
        (
            "新收政府信息公开申请45件，上年结转5件，共计50件。",
            {RECEIVED: 45, CARRIED_IN: 5, f"{RECEIVED} + {CARRIED_IN}": 50},
        ),
        (
            "政府信息公开申请予以公开3件、不予公开2件，共计5件。",
            {"requests.disclosed.total": 3, "requests.refused.total": 2, "requests.concluded.total": 5},
        ),
    ],
)
def test_a_sum_is_that_of_the_figures_before_it(text: str, claims: dict[str, object]) -> None:
    """What was new and what was carried in, or the results."""
    assert claims == told(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("未收到科研机构的政府信息公开申请。", {"requests.received.research": 0}),
        ("未收到涉及征地的政府信息公开申请。", {}),
        ("未发生因答复超期引发的行政复议。", {}),
        ("未及时废止行政规范性文件。", {}),
        ("未再收到政府信息公开申请。", {}),
        ("行政复议零发生。", {"review_litigation.reconsideration.total": 0}),
        ("上年无结转，无结转下年度申请。", {CARRIED_IN: 0, "requests.carried_out.total": 0}),
        (
            "未制定、未废止行政规范性文件。",
            {"proactive.normative_documents.issued": 0, "proactive.normative_documents.repealed": 0},
        ),
        ("没有实施行政强制。", {"proactive.compulsory_measures.decisions": 0}),
    ],
)
def test_a_denial_is_as_wide_as_its_words(text: str, claims: dict[str, object]) -> None:
    """Of some applicants, of some cause, or of all."""
    assert claims == told(text)


def test_a_sentence_goes_on_from_the_one_before() -> None:
    """Its subject is that of the last sentence of the paragraph, unless that was not understood."""
    assert {RECEIVED: 5} == told("政府信息公开申请办理平稳有序。全年共收到5件。")
    assert {} == told("政府信息公开申请办理平稳有序。\n全年共收到5件。")
    assert {RECEIVED: 5} == told("收到政府信息公开申请5件。审核公文9件。不予公开2件。")


SENTENCES = [sentence["text"] for name in SETS for sentence in labelled(name)]


@given(st.sampled_from(SENTENCES), st.sampled_from([0, 1]))
def test_an_unknown_word_beside_a_figure_takes_its_claim_away(text: str, side: int) -> None:
    """Whatever the sentence: nobody knows what 嵒 does to the figure, before it or behind it."""
    for claim in claims_in(text, year=2023):
        paragraphs = text.splitlines()
        told, place = paragraphs[claim.paragraph], claim.span[side]
        paragraphs[claim.paragraph] = f"{told[:place]}嵒{told[place:]}"
        left = claims_in("\n".join(paragraphs), year=2023)
        figure = claim.span[0] + 1 - side
        assert not any((claim.paragraph, figure) == (one.paragraph, one.span[0]) for one in left)


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


REMEDIES = "review_litigation"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("政府信息公开行政复议3件，均予以维持。", {"reconsideration.total": 3, "reconsideration.upheld": 3}),
        ("政府信息公开行政诉讼1件，尚未审结。", {"litigation.total": 1, "litigation.pending": 1}),
        ("政府信息公开行政诉讼2件，尚未审结。", {"litigation.total": 2}),
        ("政府信息公开行政复议1件，行政许可诉讼1件，尚未审结。", {"reconsideration.total": 1}),
        ("政府信息公开行政复议2件，复议结果均为维持、纠正。", {"reconsideration.total": 2}),
        ("政府信息公开行政诉讼1件，行政复议均维持。", {"litigation.total": 1}),
        ("政府信息公开行政诉讼3件，其中维持1件，均未审结。", {"litigation.total": 3, "litigation.upheld": 1}),
    ],
)
def test_an_ending_may_follow_in_a_clause_of_its_own(text: str, claims: dict[str, object]) -> None:
    """It is that of all that were counted, if there is but one, or if it is said of all."""
    assert {f"{REMEDIES}.{place}": figure for place, figure in claims.items()} == told(text)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("其余2件尚在办理期限内，结转至2024年继续办理。", 2),
        ("其余2件因受理时间临近年底，结转下年度办理。", 2),
        ("征地类2件，结转下年度办理。", None),
        ("其余2件，已转入其他部门。", None),
        ("其余2件尚在办理期限内。", None),
    ],
)
def test_what_is_left_may_be_carried_over_in_a_clause_of_its_own(text: str, carried: int | None) -> None:
    """Only if it is whatever is left."""
    claims = told(f"全年办结政府信息公开申请9件，{text}")

    assert carried == claims.get("requests.carried_out.total")


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("收到自然人提出的政府信息公开申请11件、法人或其他组织提出的政府信息公开申请2件，共计13件。", 13),
        ("收到自然人提出的政府信息公开申请11件、法人或其他组织提出的政府信息公开申请2件，共计14件。", None),
    ],
)
def test_a_sum_behind_applicants_is_theirs(text: str, received: int | None) -> None:
    """If it is their sum."""
    assert received == told(text).get(RECEIVED)


def test_times_are_no_part_of_the_requests() -> None:
    """Talks with those who ask do not narrow what is told after them, as a piece of an unknown kind does."""
    assert {RECEIVED: 21} == told("做好依申请公开工作，与申请人沟通25次，全年收到申请21件。")
    assert {} == told("做好依申请公开工作，与申请人沟通25件，全年收到申请21件。")


def test_new_cases_of_another_kind_are_no_requests() -> None:
    """新收 is the form's word for requests, but others are new, too."""
    assert {} == told("政府信息公开行政复议案件由县司法局集中受理，全年新收86件，审结79件。")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("政府信息公开申请总量较上年增加32件，达到211件。", {RECEIVED: 211}),
        ("收到政府信息公开申请12件，较上年增加5件，2件。", {RECEIVED: 12}),
        ("（二）依申请公开\n行政许可申请量较上年增加32件，达到211件。", {}),
        ("无法提供的主要原因是本机关不掌握相关政府信息，共计21件。", {"requests.unavailable_not_held.total": 21}),
        ("予以公开政府信息公开申请5件，其余不予公开，共计9件。", {"requests.disclosed.total": 5}),
    ],
)
def test_a_figure_may_stand_alone_behind_what_it_counts(text: str, claims: dict[str, object]) -> None:
    """Behind a total that is compared, or a reason that has a clause of its own."""
    assert claims == told(text)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("未发生行政复议、行政诉讼和举报投诉。", True),
        ("没有因投诉引发的行政复议、行政诉讼。", False),
        ("未收到投诉类政府信息公开申请。", False),
        ("不存在结转、收费、行政复议和行政诉讼情况。", True),
        ("没有因收费引发的行政复议和行政诉讼。", False),
        ("没有因结转、收费引发的行政复议和行政诉讼。", False),
        ("未发生因信息公开引发的收费、行政复议和行政诉讼。", True),
        ("没有因信息公开申请行政复议、提起行政诉讼的情况。", True),
        ("未发生因信息公开引发的行政复议和行政诉讼败诉案件。", False),
    ],
)
def test_what_a_list_denies_beside_remedies_is_left_out(text: str, denied: bool) -> None:
    """Grievances are things of their own in a list, and a cause elsewhere."""
    zero = {f"{REMEDIES}.{row}.total": 0 for row in ("reconsideration", "litigation")}

    assert (zero if denied else {}) == told(text)


@pytest.mark.parametrize(
    ("text", "received"),
    [
        ("2023年，县城市管理局（综合行政执法局）共收到政府信息公开申请12件。", 12),
        ("青禾县第一中学2023年收到政府信息公开申请12件。", 12),
        ("县城市管理局（征地类）共收到政府信息公开申请12件。", None),
        ("各级行政机关共收到政府信息公开申请12件。", 12),
    ],
)
def test_an_organ_may_have_another_name_in_a_bracket(text: str, received: int | None) -> None:
    """Anything else in a bracket behind its name may be what narrows the figure."""
    assert received == told(text).get(RECEIVED)


def test_what_was_made_to_the_organ_is_what_it_received() -> None:
    """Nothing that was carried in is among it."""
    (claim,) = claims_in("申请人提交的政府信息公开申请共有18件。")

    assert ((RECEIVED,),) == claim.readings


@pytest.mark.parametrize(
    "text",
    [
        "全年发生行政复议案件2件、行政诉讼案件1件，均与政府信息公开无关。",
        "全年发生行政复议案件2件，均不涉及政府信息公开。",
        "政府信息公开申请集中在招标投标领域，该类申请共17件。",
        "诉讼零败诉。",
    ],
)
def test_what_is_said_to_be_something_else_is_no_claim(text: str) -> None:
    """无关, 该类, 败诉 tell of other things than the form asks for, in words of the form."""
    assert {} == told(text)


def test_each_thing_that_is_denied_has_its_own_noun() -> None:
    """复议零纠错、诉讼零败诉 are two denials, each of what stands before it."""
    corrected = {f"{REMEDIES}.{row}.corrected": 0 for row in ("reconsideration", "litigation")}

    assert corrected == told("复议零纠错、诉讼零纠错。")
    assert {f"{REMEDIES}.reconsideration.corrected": 0} == told("复议零纠错、诉讼零败诉。")


@pytest.mark.parametrize(
    ("filler", "read"),
    [
        ("在县委、县政府的坚强领导下", True),
        ("本着便民利民的原则", True),
        ("按照《条例》和上级文件精神", True),
        ("依法、及时、准确地", True),
        ("按照信访程序", False),
        ("按照征地工作要求", False),
        ("在征地领域", False),
    ],
)
def test_what_stands_before_a_figure_may_change_nothing(filler: str, read: bool) -> None:
    """Guidance, principles, rules and manners do; a topic does not."""
    assert ({"requests.concluded.total": 12} if read else {}) == told(f"{filler}答复政府信息公开申请12件。")


def test_what_was_concluded_is_told_from_what_is_still_open() -> None:
    """在办结的申请中 has 在办 in it."""
    assert {"requests.disclosed.total": 8} == told("在办结的政府信息公开申请中，予以公开8件。")
    assert {} == told("在办的政府信息公开申请8件。")
