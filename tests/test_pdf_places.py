"""Tables of a PDF that draws no lines: what the places of letters tell is read, and nothing else."""

import logging
import threading
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.document import Grid, Paragraph
from gov_disclosure.formats import pdf
from gov_disclosure.formats._pdf_quiet import quietly
from gov_disclosure.forms import FORMS, entries
from pdf_pages import Printing, Sheet, printed
from pdf_pages import pdf as written
from sampled import Blanks, sampled_report

SIDES = ("left", "center", "right")
ROWS = ("top", "middle", "bottom")


def examined(report: gd.Report, printing: Printing) -> gd.Reading:
    """The reading of a report that is printed without lines."""
    return gd.examine(printed(report, printing), format="pdf")


def wrong(report: gd.Report, reading: gd.Reading) -> list[str]:
    """The cells that were read as other than they are, or left blank with nothing said of them."""
    said = [where for finding in reading.findings for where in finding.where]
    found = []
    for table, read in zip(report.tables, reading.report.tables, strict=True):
        for place, value, cell in zip(table.form.places, table.cells, read.cells, strict=True):
            named = any(f"{place.address}.".startswith(f"{where}.") for where in said)
            if cell != value and not (named and (cell is None or isinstance(cell, Mark))):
                found.append(place.address)
    return found


@pytest.mark.parametrize("blanks", Blanks)
@pytest.mark.parametrize(("figures", "rows"), list(product(SIDES, ROWS)))
def test_every_figure_is_read_from_its_place(figures: str, rows: str, blanks: Blanks) -> None:
    """Figures and blanks are those that were printed, however cells are set and wherever pages end."""
    number = ROWS.index(rows)
    printing = Printing(figures, SIDES[number], rows, width=6.0, cut=bool(number), heads=not number, running="年报")
    report = sampled_report(10 * number + len(blanks.value), blanks)
    assert report.tables == examined(report, printing).report.tables


@settings(max_examples=12, deadline=None)
@given(
    st.integers(0, 10**6),
    st.builds(
        Printing,
        st.sampled_from(SIDES),
        st.sampled_from(SIDES),
        st.sampled_from(ROWS),
        st.floats(0.0, 6.0),
        st.floats(2.5, 6.0),
        st.floats(150.0, 900.0),
        st.booleans(),
        st.booleans(),
        st.sampled_from(("", "青禾县年报")),
    ),
)
def test_nothing_is_read_wrong(seed: int, printing: Printing) -> None:
    """However narrow columns and short pages are, what is read is right, and what is not is said."""
    report = sampled_report(seed)
    assert [] == wrong(report, examined(report, printing))


FORM = FORMS[2021]
LABELS = {row.key: row.label for row in entries(FORM.tables[1].blocks[0].rows)}
APPLICANTS = [column.key for column in entries(FORM.tables[1].blocks[0].columns)]
LEFTS = tuple(500.0 + 40 * column for column in range(7))
NOTHING = ("0",) * 7


def page(lefts: tuple[float, ...] = LEFTS, below: float = 11.0, **rows: tuple[str, ...]) -> Sheet:
    """A table of requests: the figures of some rows, those of a cell in lines that are so far `below` one another."""
    sheet = Sheet(width=900.0, height=1100.0)
    sheet.write(50, 30, "三、收到和处理政府信息公开申请情况")
    for number, (key, label) in enumerate(LABELS.items()):
        sheet.write(50, 60 + 34 * number, label)
        for left, text in zip(lefts, rows.get(key, NOTHING), strict=True):
            for down, line in enumerate(text.split("\n")):
                sheet.write(left, 60 + 34 * number + down * below, line)
    sheet.write(50, 1000, "四、政府信息公开行政复议、行政诉讼情况")
    return sheet


def disclosed(reading: gd.Reading) -> tuple[object, ...]:
    """What the row of the requests disclosed was read as."""
    return tuple(reading.report.requests.table.cell("disclosed", key) for key in APPLICANTS)


def test_a_number_broken_over_two_lines_is_read_where_its_sum_says_so() -> None:
    """19625 in two lines is 19625, because the total of the row is that; what was done is said."""
    reading = gd.examine(written([page(disclosed=("1\n9625", "3", *["0"] * 4, "19\n628"))]), format="pdf")
    assert (19625, 3, 0, 0, 0, 0, 19628) == disclosed(reading)
    assert ["requests.disclosed.natural_person", "requests.disclosed.total"] == [
        finding.where[0] for finding in reading.findings if finding.rule == "figure_joined"
    ]


@pytest.mark.parametrize("total", ["19\n629", "", "－"])
def test_a_number_broken_over_two_lines_is_refused_where_no_sum_holds(total: str) -> None:
    """Without a total that says so, two pieces of a number are none."""
    reading = gd.examine(written([page(disclosed=("1\n9625", "3", *["0"] * 4, total))]), format="pdf")
    assert (None,) * 7 == disclosed(reading)
    (refused,) = (finding for finding in reading.findings if finding.rule == "row_refused")
    assert (("requests.disclosed",), True) == (refused.where, "9625" in refused.say())


@pytest.mark.parametrize("down", [-17, 17])
def test_the_rest_of_a_number_between_two_rows_makes_them_doubtful(down: int) -> None:
    """What stands beside no label may be of the row above or of that below: without a sum neither is read."""
    sheet = page(disclosed=("7", *["0"] * 5, ""))
    sheet.write(LEFTS[0], 60 + 34 * [*map(str, LABELS)].index("disclosed") + down, "12")
    assert (None,) * 7 == disclosed(gd.examine(written([sheet]), format="pdf"))


def test_a_mark_and_a_number_that_are_close_are_two_cells() -> None:
    """Where other rows show two columns, what stands close together there is in both of them."""
    lefts = (*LEFTS[:5], 700.0, 716.0)
    reading = gd.examine(written([page(lefts, disclosed=(*["0"] * 5, "－", "61"))]), format="pdf")
    assert (0, 0, 0, 0, 0, Mark("－"), 61) == disclosed(reading)


def test_what_reaches_beyond_the_page_is_not_taken_for_blank() -> None:
    """A blank cell in a column that the edge of the page cuts may have been cut off."""
    sheet = page(disclosed=("1", *["0"] * 5, ""))
    sheet.width = LEFTS[-1] + 2
    reading = gd.examine(written([sheet]), format="pdf")
    assert ["requests.disclosed"] == [f.where[0] for f in reading.findings if f.rule == "row_refused"]


HEAD = "青禾县人民政府信息公开专栏"


@pytest.mark.parametrize("pages", [2, 3, 5])
def test_what_heads_every_page_is_no_text_of_the_report(pages: int) -> None:
    """A line at the same place of the pages is in no part and no table; it is kept beside the report."""
    height = {2: 900.0, 3: 520.0, 5: 300.0}[pages]
    report = sampled_report(4, Blanks.NONE, 2021)
    reading = examined(report, Printing(page=height, running=HEAD))
    texts = (item for section in reading.report.sections for item in section.text)
    assert report.tables == reading.report.tables
    assert [] == [item for item in texts if HEAD in str(item)]
    assert [HEAD] == [item for item in reading.report.leftovers if HEAD in str(item)]


def test_the_head_of_a_table_that_is_printed_again_is_no_margin() -> None:
    """Where other text stands as high on another page, a line that comes again is of the page."""
    sheets = [Sheet() for _ in range(3)]
    for number, sheet in enumerate(sheets):
        sheet.write(50, 60, "本年制发件数" if number else "一、总体情况")
        sheet.write(50, 300, f"正文{number}。")
    said = [block.text.strip() for block in pdf.read(written(sheets)).blocks if isinstance(block, Paragraph)]
    assert 2 == said.count("本年制发件数")


def test_the_ground_of_every_other_row_draws_no_cells() -> None:
    """Rectangles that only colour rows part nothing, so the rows stay lines."""
    sheet = page()
    sheet.drawn = [f"0.9 g 40 {1100 - 80 - 68 * row} 800 30 re f 0 g" for row in range(12)] + sheet.drawn
    document = pdf.read(written([sheet]))
    assert [] == [block for block in document.blocks if isinstance(block, Grid)]


def test_radicals_of_a_font_are_characters() -> None:
    """Where a font says the radical that looks like a character, the character is meant."""
    sheet = Sheet()
    sheet.write(50, 40, "⻘禾县⼈⺠政府⽆")
    assert ["青禾县人民政府无"] == [
        block.text for block in pdf.read(written([sheet])).blocks if isinstance(block, Paragraph)
    ]


def test_nothing_of_the_libraries_is_logged_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    """What they log in the thread that reads is left out, what they log in others and later is not."""
    logger = logging.getLogger("pdfminer.pdffont")
    with quietly():
        logger.warning("inside")
        other = threading.Thread(target=logger.warning, args=("other",))
        other.start()
        other.join()
    logger.warning("later")
    assert ["other", "later"] == caplog.messages
    assert [] == logger.filters


def test_a_font_without_a_box_is_no_reason_to_print(caplog: pytest.LogCaptureFixture) -> None:
    """Files that browsers make have such fonts; reading one logs nothing."""
    data = written([page()]).replace(b"/FontBBox[0 0 1000 1000]", b"/FontBBox null          ")
    gd.examine(data, format="pdf")
    assert [] == caplog.messages
