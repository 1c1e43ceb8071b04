"""What hypothesis may draw: texts that look like markup, cells of every kind, whole reports."""

from decimal import Decimal

from hypothesis import strategies as st

from gov_disclosure.cells import CellValue, Mark, parse_value
from gov_disclosure.document import Picture
from gov_disclosure.forms import FORMS, Kind
from gov_disclosure.names import Section
from gov_disclosure.report import Report
from gov_disclosure.sections import (
    ForeignTable,
    Item,
    OtherMatters,
    Overview,
    ProactiveDisclosure,
    Problems,
    Requests,
    ReviewLitigation,
)
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from gov_disclosure.words import clean

__all__ = ["cells", "foreign_tables", "marks", "pictures", "reports", "texts"]

SNIPPETS = (
    *("规章", "青禾县", "公开", "，", "。", "、", "（一）", "（二）工作情况。", "“", "”", "《", "》", "——", "……", "％"),
    *(
        "2023",
        "1,234",
        "12.5%",
        "-3",
        "1.",
        "2)",
        "(3)",
        "a.",
        "iv.",
        "Qinghe",
        "open_data",
        "e\u0301",
        "é",
        "😀",
        "가",
    ),
    *("http://a.cn/x_y?b=1&c=2", "www.b.cn", "c@d.cn", "#", "##", "-", "--", "---", "+", "=", "===", "*", "**", "_"),
    *("__", "`", "```", "~", "~~~", "|", "||", "\\", "\\\\", "<b>", "</b>", "<table>", "</td>", "<br>", "<!--", "-->"),
    *("<o:p>", "&", "&amp;", "&#42;", "&nbsp", "[x](y)", "![z](w)", "[", "]", "{.a}", "$x$", "^2^", "@me", "'", '"'),
    *(
        ">",
        "> ",
        ":",
        ":::",
        "%",
        "%s",
        "%%",
        "!",
        "！",
        "［图片：a］",
        "+---+",
        "+ - +",
        "│",
        "┼",
        " ",
        " ",
        " ",
        "\u3000",
    ),
)
"""What means something to some format, and what may not begin or end a line."""


def texts(most: int = 24) -> st.SearchStrategy[str]:
    """Draw a cleaned text that is not empty."""
    pieces = st.sampled_from(SNIPPETS) | st.text(max_size=3)
    return st.lists(pieces, min_size=1, max_size=most).map("".join).map(clean).filter(bool)


def marks(kind: Kind) -> st.SearchStrategy[Mark]:
    """Draw a text that stands where a number should."""
    usual = st.sampled_from(("/", "—", "-", "无", "251000元", "22（其中修订16件）", "减 3", "N/A"))
    return (usual | texts(4)).map(Mark).filter(lambda mark: parse_value(mark.text, kind) == mark)


def cells(kind: Kind) -> st.SearchStrategy[CellValue]:
    """Draw what a cell of a kind may say."""
    numbers: dict[Kind, st.SearchStrategy[CellValue]] = {
        Kind.COUNT: st.integers(0, 99) | st.integers(0, 10**9),
        Kind.CHANGE: st.integers(-999, 999),
        Kind.MONEY: st.decimals(0, 10**7, places=3) | st.sampled_from((Decimal(0), Decimal("4068.20"))),
    }
    return st.none() | numbers[kind] | numbers[kind] | marks(kind)


def foreign_tables() -> st.SearchStrategy[ForeignTable]:
    """Draw a table that is none of the form's."""
    entry = st.just("") | texts(5)
    row = st.lists(entry, min_size=1, max_size=4)
    return st.lists(row, min_size=1, max_size=4).map(ForeignTable)


def pictures() -> st.SearchStrategy[Picture]:
    """Draw a reference to a picture."""
    plain = st.sampled_from(("a.png", "图/表 1.jpg", "../x_(1).png?a=1&b=2", "icon.gif", "data:image/png;base64,AA="))
    return (plain | texts(3)).map(Picture)


def items() -> st.SearchStrategy[list[Item]]:
    """Draw the text of a part."""
    return st.lists(st.one_of(texts(), texts(), texts(), foreign_tables(), pictures()), max_size=4)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report of either edition with anything in its texts and cells."""
    edition = draw(st.sampled_from(sorted(FORMS)))
    tables = FORMS[edition].by_table
    # Two hundred cells take turns with a few drawn values: drawing each would be slow.
    drawn = {kind: draw(st.lists(cells(kind), min_size=1, max_size=6)) for kind in Kind}
    shift = draw(st.integers(0, 5))

    def filled(section: Section) -> tuple[CellValue, ...]:
        return tuple(
            drawn[place.kind][(place.index + shift) % len(drawn[place.kind])] for place in tables[section].places
        )

    return Report(
        organization=draw(texts(3)),
        year=edition,
        edition=edition,
        preamble=draw(items()),
        overview=Overview(draw(items())),
        proactive=ProactiveDisclosure(draw(items()), table=ProactiveTable(edition, filled(Section.PROACTIVE))),
        requests=Requests(matrix=RequestMatrix(edition, filled(Section.REQUESTS))),
        review_litigation=ReviewLitigation(
            table=ReviewLitigationTable(edition, filled(Section.REVIEW_LITIGATION)), heading=draw(st.none() | texts(3))
        ),
        problems=Problems(draw(items())),
        other_matters=OtherMatters(draw(items())),
    )
