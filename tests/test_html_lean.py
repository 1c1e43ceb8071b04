"""Pages without what only tells how letters look: the same is read from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.document import Document, Grid, Paragraph
from gov_disclosure.formats._html_lean import parted, without_letters
from gov_disclosure.formats._html_read import read_text
from gov_disclosure.formats._html_styles import Styles
from sampled import sampled_report
from site_pages import site_page

STYLED = '<p class="a" style="text-indent:2em"><span style="font-size:12px" lang="en"><b>规章</b></span><o:p></o:p></p>'


def lean(page: bytes) -> bytes:
    """Take from a page all that only tells how letters look."""
    return without_letters(parted(page)[0])


def as_it_is(page: str) -> Document:
    """Read a page from which nothing is taken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gov_disclosure.formats._html_read.parted", lambda source: (source, b""))
        patch.setattr("gov_disclosure.formats._html_read.without_letters", lambda source: source)
        return read_text(page)


def test_only_what_says_something_is_left() -> None:
    """Tags about letters and styles go, all else stays as it is."""
    assert b'<p class="a">\xe8\xa7\x84\xe7\xab\xa0</p>' == lean(STYLED.encode())


def test_styles_are_told_once() -> None:
    """What was taken out is searched for what hides a text, each style once."""
    page = b'<p style="color:red">1</p><p lang="zh" style="color:red" id="a">2</p><b style="top:0">3</b>'
    assert (b'<p>1</p><p lang="zh" id="a">2</p><b>3</b>', b' style="color:red" style="top:0"') == parted(page)


def test_nothing_is_taken_where_a_style_may_be_a_text() -> None:
    """A quote that never ends would take tags with it."""
    page = b'<p>a style="<b>1</b><i class=">2</i></p><p style="top:0">3</p>'
    assert (page, b"") == parted(page)


@pytest.mark.parametrize(
    "page",
    [
        '<p>他写道 style="红色" 一词</p>',
        '<p title="a>b" style="color:red">文字</p>',
        "<p><bdo>文</bdo><big>字</big><ul><li>甲</li></ul></p>",
        "<p><sup>2</sup><sub>3</sub></p>",
    ],
)
def test_no_text_and_no_other_tag_is_taken(page: str) -> None:
    """What only resembles a tag about letters, or an attribute, stays."""
    assert as_it_is(page) == read_text(page)


@pytest.mark.parametrize("start", ["<SPAN>", "<span class='a'>", '<b title="a>b">', "<font color=red>"])
@pytest.mark.parametrize(
    "around", ["<p>{}</p><p>乙</p>", "<table><tr><td>{}</td><td>乙</td></tr></table>", "<div>{}</div>乙"]
)
def test_a_start_that_stays_ends_with_what_is_around_it(start: str, around: str) -> None:
    """Where a start cannot be taken out surely and its end is, nothing behind it changes, however often."""
    end = "</" + start[1:].rstrip(">").split()[0].lower() + ">"
    page = around.format(f"{start}甲{end}") * 300

    assert len(lean(page.encode())) < len(page.encode())
    assert as_it_is(page) == read_text(page)


@given(seed=st.integers(0, 10**6))
def test_whole_pages_read_the_same(seed: int) -> None:
    """A page with its site, and one with letters of every kind, read the same with and without them."""
    page = site_page(sampled_report(seed))
    dressed = page.replace("<td>", '<td style="width:1cm"><span style="font-family:宋体"><b>').replace(
        "</td>", "</b></span><o:p></o:p></td>"
    )

    assert not Styles.of(dressed.encode().lower()).any
    assert as_it_is(page) == read_text(page)
    assert as_it_is(dressed) == read_text(dressed)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">甲</span>',
        '<p STYLE="DISPLAY : NONE">甲</p>',
        '<b style="visibility: hidden">甲</b>',
        "<i hidden>甲</i>",
        '<u class="a"hidden>甲</u>',
        "<em hidden=''>甲</em>",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    """An element that is not shown is looked for by its tag and its style, which then stay."""
    assert Styles.of(hidden.encode().lower()).any
    assert (Paragraph("乙"),) == read_text(f"<p>乙{hidden}</p>").blocks


def test_a_table_by_its_style_keeps_its_style() -> None:
    """Where a style makes a table of other elements, it is no matter of looks."""
    row = '<div style="display:table-row"><p style="display:table-cell">甲</p><p style="display:table-cell">1</p></div>'
    (grid,) = read_text(f'<div style="display:table">{row}</div>').blocks

    assert isinstance(grid, Grid)
    assert (("甲", "1"),) == grid.texts()


@pytest.mark.parametrize("shown", ["<p style='border:none'>", "<p style='overflow: hidden'>", "<p>display</p>", "none"])
def test_other_styles_hide_nothing(shown: str) -> None:
    """A border of none, and an overflow that is hidden, leave the text where it is."""
    assert not Styles.of(shown.encode().lower()).any
