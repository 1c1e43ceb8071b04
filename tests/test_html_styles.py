"""Styles of a page that strike text out, raise it or hide it, by an element's own style or by a class."""

import pytest

from gov_disclosure.cells import Mark, parse_value
from gov_disclosure.document import Grid, Paragraph
from gov_disclosure.formats._html_read import read_text
from gov_disclosure.formats._html_styles import RAISED, STRUCK, Styles
from gov_disclosure.forms import Kind

SHEET = "<style>p.x, td .d {Text-Decoration: line-through} .N{vertical-align:super} .m{vertical-align:middle}</style>"


def cell(inner: str, sheet: str = "") -> str:
    """Read a table of one row and give its second cell."""
    (grid,) = read_text(f"{sheet}<table><tr><td>规章</td><td>{inner}</td></tr></table>").blocks
    assert isinstance(grid, Grid)
    return grid.texts()[0][1]


@pytest.mark.parametrize(
    "inner",
    [
        "950<sup>1</sup>",
        '950<span style="vertical-align:super">1</span>',
        '950<span style="font-size:9px; VERTICAL-ALIGN: text-top">1</span>',
        '950<b style="vertical-align:3px">1</b>',
        '950<span style="mso-text-raise:3.0pt">1</span>',
        '950<a class="no n">1</a>',
        '950<sup><b class="q">1</b></sup>',
    ],
)
def test_a_raised_digit_joins_no_number(inner: str) -> None:
    """However it is raised, the figure is a mark."""
    assert "950¹" == cell(inner, SHEET)
    assert Mark("950¹") == parse_value("950¹", Kind.COUNT)


@pytest.mark.parametrize("inner", ['<span class="d">7</span>0', '<i style="text-decoration:line-through">7</i>0'])
def test_a_digit_that_is_struck_out_joins_no_number(inner: str) -> None:
    """By the style of the element or by its class."""
    assert isinstance(parse_value(cell(inner, SHEET), Kind.COUNT), Mark)


@pytest.mark.parametrize(
    "inner",
    [
        '<span class="m">95</span>1',
        '<span style="vertical-align:middle">95</span>1',
        '<p style="vertical-align:super">951</p>',
        '<b style="vertical-align:0">95</b>1',
        '<b style="vertical-align:-2px">95</b>1',
    ],
)
def test_other_places_on_the_line_mean_nothing(inner: str) -> None:
    """The middle of a line is the line, and a cell or paragraph is not raised above itself."""
    assert "951" == cell(inner, SHEET)


def test_what_stands_behind_a_raised_digit_is_not_raised() -> None:
    """The element ends there."""
    assert "¹950" == cell('<span style="vertical-align:super">1</span><b>950</b>')


def test_classes_are_those_of_the_sheets_of_the_page() -> None:
    """In small letters, of rules that end with a class."""
    assert {"x": STRUCK, "d": STRUCK, "n": RAISED} == Styles.of(SHEET.lower().encode()).classes


def test_cells_that_span_more_than_there_is_are_soon_placed() -> None:
    """A thousand cells of a thousand columns each are placed without a count of all columns for each."""
    page = "<table><tr>" + "<td colspan=1000 rowspan=65534>1</td>" * 300 + "</tr></table>"
    (grid,) = read_text(page).blocks
    assert isinstance(grid, Grid)
    assert 300 == grid.frame.columns


def test_what_is_not_shown_inside_leaves_the_text_behind_it_as_it_is() -> None:
    """A choice that is hidden within raised text ends with its end: the figure behind both is a number."""
    assert "¹ 950" == cell("<sup>1<textarea hidden>7</textarea></sup> 950")
    assert (Paragraph("950"),) == read_text("<p><sup><select><option>7</option></select></sup>950</p>").blocks


@pytest.mark.parametrize("inner", ["95<sub>1</sub>", '95<span style="vertical-align: sub">1</span>'])
def test_a_lowered_digit_joins_no_number(inner: str) -> None:
    """Below the line as above it, the figure is a mark."""
    assert "95₁" == cell(inner)
    assert Mark("95₁") == parse_value("95₁", Kind.COUNT)


HIDING = "<style>.x { display: none } .y{visibility:hidden}</style>"


@pytest.mark.parametrize("inner", ['95<span class="x">1</span>', '95<i class="a Y">1</i>'])
def test_a_digit_that_a_class_hides_joins_no_number(inner: str) -> None:
    """Whether it is shown changes with the window, so the figure is a mark."""
    assert isinstance(parse_value(cell(inner, HIDING), Kind.COUNT), Mark)


@pytest.mark.parametrize(
    ("sheet", "inner"),
    [
        (".old{display:none}", '<p class="OLD">7</p>'),
        ("<!-- @import url(a.css); tr.new, p.old { Visibility: hidden } -->", '<p class="a old">7</p>'),
        (".old{display:none} .new{display:block}", '<div class="old"><p class="new">7</p></div>'),
        (".old{display:none} @media print{.other{display:none}}", '<table class="old"><tr><td>7</td></tr></table>'),
    ],
)
def test_a_block_that_a_class_always_hides_is_not_read(sheet: str, inner: str) -> None:
    """Whatever element it is, and whatever stands in it."""
    assert "951" == cell(f"951{inner}", f"<style>{sheet}</style>")


def test_rows_and_cells_that_a_class_hides_are_not_read() -> None:
    """The figures of last year, which the page does not show, are in no row."""
    rows = '<tr><td>甲</td><td class="x">7</td><td>8</td></tr><tr class="x"><td>甲</td><td>6</td></tr>'
    (grid,) = read_text(f"{HIDING}<table>{rows}</table>").blocks
    assert isinstance(grid, Grid)
    assert (("甲", "8"),) == grid.texts()


@pytest.mark.parametrize(
    "sheet",
    [
        "@media (max-width: 9em) { .a{color:red} .x{display:none} }",
        ".x{display:none} .x.active{display:block}",
        ".x{display:none} @media (min-width: 9em) { .b{display:block!important} }",
        ".tabs .x{display:none}",
        "/* .x{display:none} */",
        ".x:hover{display:none}",
    ],
)
def test_a_block_that_may_be_shown_is_read(sheet: str) -> None:
    """A class that is hidden in some windows or at some times hides no figure."""
    assert "951" == cell('<p class="b x">951</p>', f"<style>{sheet} .y{{display:none}}</style>")


def test_what_an_element_says_itself_goes_before_its_class() -> None:
    """It is shown where its own style shows it."""
    assert "951" == cell('<p class="x" style="DISPLAY: block">951</p>', HIDING)


def test_a_pane_that_a_class_hides_is_read() -> None:
    """A script shows it when someone asks for it, if no table is shown: its figures are numbers."""
    rows = "".join(f"<tr><td>行{row}</td><td>{row}</td></tr>" for row in range(12))
    blocks = read_text(f'{HIDING}<div class="x"><table>{rows}</table></div>').blocks
    assert [Grid] == list(map(type, blocks))
