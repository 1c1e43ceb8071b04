"""What an office may choose of its Word document: style, fonts, margins, number and signature."""

import itertools
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docx_cases import ORGAN, report, written
from docx_checker import W, elements, faults, part, values
from gov_disclosure.document import Grid, Paragraph
from gov_disclosure.errors import CannotWrite
from gov_disclosure.formats import docx
from gov_disclosure.formats._docx_look import ROLES
from gov_disclosure.rendering import DocxOptions
from gov_disclosure.report import Report
from gov_disclosure.tables import RequestMatrix

SIGNED: DocxOptions = {"signature": (ORGAN, date(2024, 1, 5)), "document_number": "青农水〔2024〕3号"}


def text(data: bytes, style: str) -> list[str]:
    """Give the texts of the paragraphs of a style."""
    found = (p for p in elements(data, "p") if any(s.get(f"{W}val") == style for s in p.iter(f"{W}pStyle")))
    return ["".join(str(t) for t in p.itertext()) for p in found]


def test_a_plain_document_is_set_in_small_type_without_bought_fonts() -> None:
    """The everyday page has 小四 宋体, and none of the fonts of official documents."""
    data = report().to_docx(style="plain")
    styles = part(data, "word/styles.xml")

    assert [] == faults(data)
    assert '<w:sz w:val="24"/>' in styles
    assert not any(name in styles for name in ("仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"))


def test_own_fonts_take_the_place_of_the_usual_ones() -> None:
    """A font goes where it was named for, in the styles and in the table of fonts; markup in a name is text."""
    data = report().to_docx(fonts={"title": "华文中宋", "latin": "A&B"})
    styles = part(data, "word/styles.xml")

    assert [] == faults(data)
    assert 'w:eastAsia="华文中宋"' in styles
    assert 'w:ascii="A&amp;B"' in styles
    assert ("方正小标宋简体" in styles, 'w:name="华文中宋"' in part(data, "word/fontTable.xml")) == (False, True)


@pytest.mark.parametrize(
    "options",
    [
        {"style": "fancy"},
        {"fonts": {"footnote": "宋体"}},
        {"fonts": {"body": " "}},
        {"margins": (20, 20, 20)},
        {"margins": (20, 20, 20, 5)},
        {"margins": (20, float("nan"), 20, 20)},
        {"margins": 20},
        {"fonts": "宋体"},
        {"signature": ORGAN},
        {"signature": date(2024, 1, 5)},
    ],
)
def test_what_no_document_can_have_is_refused(options: DocxOptions) -> None:
    """A wrong choice is an error that says what there is, in both languages."""
    with pytest.raises(CannotWrite) as caught:
        report().to_docx(**options)

    assert caught.value.say("en") != caught.value.say("zh")


@pytest.mark.parametrize("give", [Report.to_docx, Report.to_document])
def test_a_misspelt_choice_is_refused(give: Callable[..., object]) -> None:
    """The error says which choice was meant."""
    with pytest.raises(CannotWrite, match="是否指 signature？"):
        give(report(), signatur=(ORGAN, date(2024, 1, 5)))


def test_tables_are_as_wide_as_the_margins_leave_room_for() -> None:
    """Every table and its grid follow the margins of the page."""
    data = report().to_docx(margins=(25, 20, 25, 20))
    (page,) = elements(data, "pgMar")
    room = 11906 - int(page.get(f"{W}left", "0")) - int(page.get(f"{W}right", "0"))
    grids = [sum(int(c.get(f"{W}w", "0")) for c in t.iter(f"{W}gridCol")) for t in elements(data, "tbl")]

    assert (9638, {9638}) == (room, set(grids))
    assert [str(room)] * 5 == [width.get(f"{W}w") for width in elements(data, "tblW")]


@given(st.lists(st.integers(13, 50), min_size=4, max_size=4), st.sampled_from(["official", "plain"]))
@settings(max_examples=12, deadline=None)
def test_no_choice_of_margins_spoils_a_table(margins: list[float], style: str) -> None:
    """Whatever the margins are, cells are as wide as their columns, and the report comes back."""
    table = RequestMatrix.of(received={"natural_person": 12345})
    options: DocxOptions = {"margins": margins, "style": "plain" if style == "plain" else "official"}
    data = table.to_docx(**options)
    (grid,) = docx.read(data).blocks

    assert isinstance(grid, Grid)
    assert "12345" == grid.texts()[3][3]
    assert not any("a width that is not the grid's" in fault for fault in faults(data))


def test_number_and_signature_stand_where_offices_put_them() -> None:
    """The number is the line under the title, the organ and the day end the document; the file is sound."""
    data = report().to_docx(**SIGNED)
    styles = values(data, "pStyle")

    assert [] == faults(data)
    assert ["青农水〔2024〕3号"] == text(data, "DocumentNumber")
    assert [ORGAN, "2024年1月5日"] == text(data, "Signature")
    assert (["Title", "DocumentNumber"], ["Signature"] * 2) == (styles[:2], styles[-2:])


@pytest.mark.parametrize(
    ("organ", "rights"), [(ORGAN, ["200", "400"]), ("青禾县", ["800", "200"]), ("农" * 40, ["200", "1664"])]
)
def test_the_day_begins_two_characters_after_the_organ(organ: str, rights: list[str]) -> None:
    """GB/T 9704-2012: the longer of both lines ends two characters from the edge; what sets figures apart counts."""
    data = report().to_docx(signature=(organ, date(2024, 1, 5)))
    lines = [ind.get(f"{W}rightChars") for ind in elements(data, "ind")]

    assert rights == [line for line in lines if line is not None]


def test_a_signature_is_on_the_page_of_the_last_paragraph() -> None:
    """That paragraph goes to the next page with it, rather than leave it there alone."""
    signed, plain = (
        [properties.find(f"{W}keepNext") is not None for properties in elements(data, "pPr")]
        for data in (report().to_docx(**SIGNED), report().to_docx())
    )

    assert (True, False) == (signed[-3], plain[-1])


def test_a_day_may_be_written_as_the_office_writes_it() -> None:
    """A text is taken as it is; an empty one is no line."""
    assert ["二〇二四年一月五日"] == text(report().to_docx(signature=("", "二〇二四年一月五日")), "Signature")


def test_a_document_without_title_has_no_number() -> None:
    """A table that is written alone has nothing that a number could stand under."""
    assert [] == text(RequestMatrix.blank().to_docx(document_number="〔2024〕3号"), "DocumentNumber")


def test_choices_leave_other_documents_alone() -> None:
    """What is prepared for one look is not used for another, and equal choices give equal bytes."""
    usual = report().to_docx()
    chosen: list[DocxOptions] = [{"style": "plain"}, {"margins": (20, 20, 20, 20)}, {"fonts": {"body": "宋体"}}, SIGNED]
    first = [report().to_docx(**options) for options in chosen]

    assert first == [report().to_docx(**options) for options in chosen]
    assert usual == report().to_docx() == report().to_docx(style="official", margins=(37, 26, 35, 28))
    assert all(a != b for a, b in itertools.pairwise([usual, *first]))


def test_python_docx_has_the_chosen_document() -> None:
    """The document that is given for editing has the same choices."""
    assert "青农水〔2024〕3号" == report().to_document(**SIGNED).paragraphs[1].text


def test_every_role_of_a_font_is_used() -> None:
    """No role is there for nothing."""
    styles = part(written(Paragraph("正文")), "word/styles.xml")
    own = part(report().to_docx(fonts={role: f"字体{role}" for role in ROLES}), "word/styles.xml")

    assert not any(f"字体{role}" in styles for role in ROLES)
    assert all(f"字体{role}" in own for role in ROLES)
