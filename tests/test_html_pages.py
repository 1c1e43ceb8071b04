"""HTML pages as government sites publish them: what is around a report stays out of it and is not lost."""

from datetime import date

import pytest

from gov_disclosure.errors import NotAReport
from gov_disclosure.forms import FORMS
from gov_disclosure.reading import Reading, examine
from gov_disclosure.recognize._parts.chrome import title_of_page
from gov_disclosure.sections import ForeignTable
from sampled import Blanks, sampled_report
from site_pages import CHANNELS, site_page

REPORT = sampled_report(3, Blanks.NONE, 2021)
BODY = REPORT.to_html(fragment=True)
HEAD = f"<head><title>{REPORT.title}_青禾县人民政府</title></head>"
BEFORE = """<div class="top"><a href="#">登录</a> | <a href="#">注册</a> | <a href="#">无障碍</a></div>
<ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul>
<div>您现在的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>年度报告</a></div>
<table><tr><td>索引号：</td><td>QH-2023-001</td><td>信息分类：</td><td>年度报告</td></tr>
<tr><td>发布机构：</td><td>青禾县水务局</td><td>发布日期：</td><td>2023-01-18</td></tr></table>
"""
TOOLS = "<p>发布时间：2023-01-19 10:20　来源：青禾县水务局　浏览次数：12</p><p>字体：[大 中 小]</p><p>打印本页</p>"
AFTER = """<div>分享到：</div><div><a>上一篇：2022年部门预算</a></div><div>下一篇：没有了</div>
<div>主办：青禾县人民政府　承办：青禾县人民政府办公室</div><div>网站标识码：0000000000　青ICP备00000000号</div>"""


def page(before: str = "", tools: str = "", after: str = "", body: str = BODY, head: str = HEAD) -> str:
    """Put a page around the body of a report; `tools` come right below its title."""
    end = body.index("</h1>") + len("</h1>") if "</h1>" in body else 0
    return f"<html>{head}<body>{before}{body[:end]}{tools}{body[end:]}{after}</body></html>"


def reading_of(html: str) -> Reading:
    """Read a page."""
    return examine(html.encode(), format="html")


def all_text(reading: Reading) -> str:
    """Give everything that a reading kept as text."""
    parts = (reading.report.preamble, *(section.text for section in reading.report.sections), reading.leftovers)
    items = [item for part in parts for item in part]
    cells = ["".join(map("".join, item.rows)) for item in items if isinstance(item, ForeignTable)]
    return "".join([*(item for item in items if isinstance(item, str)), *cells])


@pytest.mark.parametrize(
    ("before", "tools", "after"), [(BEFORE, "", ""), ("", TOOLS, ""), ("", "", AFTER), (BEFORE, TOOLS, AFTER)]
)
def test_what_a_page_puts_around_a_report_stays_out_of_it(before: str, tools: str, after: str) -> None:
    """The report is the same with navigation, metadata, tools and footer as without."""
    report = reading_of(page(before, tools, after)).report
    assert REPORT == report.evolve(leftovers=())


@pytest.mark.parametrize(
    "words", ["无障碍", "QH-2023-001", "浏览次数：12", "打印本页", "下一篇：没有了", "青ICP备00000000号"]
)
def test_what_is_set_aside_is_among_the_leftovers(words: str) -> None:
    """Nothing of the page is lost."""
    reading = reading_of(page(BEFORE, TOOLS, AFTER))
    assert words in all_text(reading).replace(" ", " ")


@pytest.mark.parametrize(
    ("before", "tools", "expected"),
    [
        (BEFORE, "", date(2023, 1, 18)),
        ("", TOOLS, date(2023, 1, 19)),
        ("", "<p>时间：2023年1月20日</p>", date(2023, 1, 20)),
        ("", "<p>成文日期：2023-01-10</p><p>日期：2023-01-20</p>", date(2023, 1, 20)),
        ("", "<p>更新时间：2023-05-10</p><p>日期：2023-01-21</p><p>发布日期：2023-01-20</p>", date(2023, 1, 20)),
        ("", "<p>成文日期：2023-01-10</p>", None),
        ("", "<p>发布日期：2023-13-41</p>", None),
        ("", "", None),
    ],
)
def test_the_day_of_publication_is_found(before: str, tools: str, expected: date | None) -> None:
    """A line or a table of metadata names the day; a day that is none is not made one."""
    assert expected == reading_of(page(before, tools)).published


def test_the_day_that_a_page_states_about_itself_is_found() -> None:
    """A meta element gives the day where no line does."""
    head = '<head><meta name="PubDate" content="2023-01-21 08:00:00"></head>'
    assert date(2023, 1, 21) == reading_of(page(head=head)).published


def test_a_title_that_only_the_window_has_is_found() -> None:
    """Title, organ and year come out of the page's own title, without the name of the site."""
    body = BODY[: BODY.index("<h1")] + BODY[BODY.index("</h1>") + 5 :]
    report = reading_of(page(body=body)).report
    assert (REPORT.title, REPORT.organization, REPORT.year) == (report.title, report.organization, report.year)


def test_a_title_printed_twice_is_one_title() -> None:
    """The copy of a title above it is no text of the report."""
    report = reading_of(page(before=f"<p>{REPORT.title}</p>")).report
    assert (REPORT.title, ()) == (report.title, report.preamble)


def test_layout_tables_make_no_difference() -> None:
    """A page laid out with tables in tables reads as one without."""
    nested = f"<table><tr><td>导航</td><td><table><tr><td>{BODY}</td></tr></table></td></tr></table>"
    assert REPORT == reading_of(page(body=nested)).report.evolve(leftovers=())


def test_one_table_around_everything_makes_no_difference() -> None:
    """A row for each paragraph, with the tables of the form in cells, reads as the report."""
    blocks = BODY.replace("<p>", "<tr><td><p>").replace("</p>", "</p></td></tr>")
    report = reading_of(page(body=f"<table>{blocks}</table>")).report
    assert REPORT.tables == report.tables


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="gb2312">'])
def test_a_wrong_declaration_of_the_encoding_does_no_harm(encoding: str, declared: str) -> None:
    """What the bytes are goes before what the page says they are."""
    html = page(head=f"<head>{declared}</head>")
    assert REPORT == examine(html.encode(encoding), format="html").report


def test_labels_cut_into_spans_are_whole_again() -> None:
    """A word processor cuts a label into pieces; joined they are the label."""
    cut = BODY.replace("予以公开", "<span>予</span><span>以<font>公</font></span>开").replace(
        "规章", "<b>规</b>章<o:p></o:p>"
    )
    assert REPORT == reading_of(page(body=cut)).report


def test_two_paragraphs_in_a_header_cell_are_one_label() -> None:
    """A header that breaks inside of a word is that word."""
    cut = BODY.replace("不予公开", "<p>不予</p><p>公开</p>")
    assert REPORT.tables == reading_of(page(body=cut)).report.tables


def test_a_page_of_links_is_no_report() -> None:
    """Navigation alone is refused."""
    with pytest.raises(NotAReport):
        reading_of(page(BEFORE, AFTER, body="<p>欢迎</p>", head=""))


def test_sentences_before_a_footer_stay_text() -> None:
    """A signature, a date and an attachment between the last sentence and the footer are the report's."""
    signed = "<p>附件：目录</p><p>青禾县水务局</p><p>2023年1月18日</p>"
    report = reading_of(page(after=signed + AFTER)).report
    assert ("附件：目录", "青禾县水务局", "2023年1月18日") == report.other_matters.text[-3:]


def test_a_sentence_behind_words_of_the_page_is_never_lost() -> None:
    """Once a sentence follows, what stands before it stays where it is."""
    report = reading_of(page(after="<p>联系我们</p><p>欢迎公众监督。</p>")).report
    assert ("联系我们", "欢迎公众监督。") == report.other_matters.text[-2:]


LINKS = "".join(f'<li class="nav"><a href="/{name}/"><i></i>{name}</a></li>\n' for name in "甲乙丙丁戊己")


@pytest.mark.parametrize("page", [f"<ul>{LINKS}</ul>{BODY}", f"{BODY}<div><ul>{LINKS}</ul></div>"])
def test_a_list_of_links_is_navigation(page: str) -> None:
    """Items that are nothing but links lead to other pages, before a report and behind it."""
    reading = reading_of(page)
    assert (*"甲乙丙丁戊己",) == reading.leftovers
    assert REPORT == reading.report.evolve(leftovers=())


@pytest.mark.parametrize(
    "item",
    [
        '<li><a href="a.doc">附件</a>（共3页）</li>',
        "<li><a name='top'>附件</a></li>",
        '<li><a href="a.doc"><p>附件</p><p>共3页</p></a></li>',
        "<li>附件</li>",
    ],
)
def test_a_list_of_other_things_is_text(item: str) -> None:
    """An item that says more than its link, or links nowhere, is text of the report."""
    report = reading_of(f"{BODY}<ul>{item * 6}</ul>").report
    assert report.leftovers == ()
    assert "附件" in str(report.other_matters.text[-2:])


def test_a_few_links_are_text() -> None:
    """A report may end in links to its annexes."""
    report = reading_of(BODY + '<ul><li><a href="a.doc">附件一</a></li><li><a href="b.doc">附件二</a></li></ul>').report
    assert report.other_matters.text[-2:] == ("附件一", "附件二")


@pytest.mark.parametrize("edition", FORMS)
def test_a_report_is_found_in_the_page_of_a_site(edition: int) -> None:
    """Menus, scripts and styles at every cell change nothing, and the menus are kept aside."""
    report = sampled_report(5, Blanks.SCATTERED, edition)
    found = reading_of(site_page(report)).report
    assert report == found.evolve(leftovers=())
    assert (*CHANNELS, *CHANNELS) == tuple(item for item in found.leftovers if item in CHANNELS)


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("青禾县水务局2023年政府信息公开工作年度报告_青禾县人民政府", "青禾县水务局2023年政府信息公开工作年度报告"),
        ("青禾县人民政府 - 青禾县水务局2023年政府信息公开", "青禾县水务局2023年政府信息公开"),
        ("青禾县人民政府", ""),
        ("一、总体情况", ""),
    ],
)
def test_a_window_names_the_report_only_if_it_says_so(window: str, title: str) -> None:
    """The name of a site or a heading in the window is no title."""
    assert title == title_of_page(window)


def test_a_report_without_a_title_comes_back_without_one() -> None:
    """The window of a page always has a title; it is not that of the report."""
    report = sampled_report(3, Blanks.NONE, 2021).evolve(title="")
    back = examine(report.to_html().encode(), format="html").report
    assert ("", report.year, report.organization) == (back.title, back.year, back.organization)
    assert report.tables == back.tables
