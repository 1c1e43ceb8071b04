"""Reports on pages of websites: never a wrong number, all that the page keeps, and each missing cell said."""

import pytest

from gov_disclosure.cells import CellValue, Mark
from gov_disclosure.reading import Reading, examine
from gov_disclosure.report import Report
from sampled import Blanks, sampled_report
from sites import SITES, Kept, Site

SEEDS = range(16)


def named(kept: Kept) -> pytest.MarkDecorator:
    """Run a test for the pages that keep so much."""
    return pytest.mark.parametrize("site", [site for site in SITES if site.kept is kept], ids=lambda site: site.name)


def reading_of(site: Site, report: Report) -> Reading:
    """Put a report on a page and read it."""
    return examine(site.html(report), format="html")


def cells_of(report: Report) -> dict[str, CellValue]:
    """Give every cell of a report by its address."""
    return {
        place.address: value
        for table in report.tables
        for place, value in zip(table.form.places, table.cells, strict=True)
    }


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_no_number_is_wrong_and_each_cell_that_is_missing_is_said(site: Site) -> None:
    """What was read is what was printed; what was not is named by a finding about its row or its table."""
    for seed in SEEDS:
        report = sampled_report(seed)
        reading = reading_of(site, report)
        said = {where for finding in reading.findings for where in finding.where}
        printed, read = cells_of(report), cells_of(reading.report)
        assert printed.keys() == read.keys()
        for address, value in read.items():
            if value is None or isinstance(value, Mark):
                row, table = address.rpartition(".")[0], address.partition(".")[0]
                assert printed[address] is None or {address, row, table} & said, f"seed {seed}: {address}"
            else:
                assert printed[address] == value, f"seed {seed}: {address}"


@named(Kept.ALL)
def test_every_cell_is_read(site: Site) -> None:
    """Numbers and blanks come back, whatever the page looks like."""
    for seed in SEEDS:
        report = sampled_report(seed, Blanks.NONE if seed % 2 else Blanks.SCATTERED)
        assert report.tables == reading_of(site, report).report.tables, f"seed {seed}"


def test_a_row_keeps_its_blanks_whatever_the_other_blocks_are_wide() -> None:
    """A row with as many cells as the form has, the first and the last of them printed, is read in any widths."""
    site = next(site for site in SITES if site.name == "odd-widths")
    blanks = 0
    for seed in range(48):
        printed = sampled_report(seed, Blanks.SCATTERED, 2019).proactive.table
        read = reading_of(site, sampled_report(seed, Blanks.SCATTERED, 2019)).report.proactive.table
        for key, cells in printed.form.shape:
            expected, actual = ([table.cells[cell] for cell in cells] for table in (printed, read))
            if None not in (expected[0], expected[-1]):
                assert expected == actual, f"seed {seed}: {key}"
                blanks += None in expected
    assert blanks > 10


@named(Kept.REFUSED)
def test_a_table_with_two_readings_is_refused(site: Site) -> None:
    """No figure of it is read, and the other tables are."""
    for seed in SEEDS:
        report = sampled_report(seed, Blanks.NONE)
        read = reading_of(site, report).report
        assert not any(read.tables[1].cells)
        assert [report.tables[0], report.tables[2]] == [read.tables[0], read.tables[2]]


@named(Kept.SOME)
def test_most_of_what_is_sure_is_read(site: Site) -> None:
    """A page that leaves one table in doubt leaves the others alone."""
    report = sampled_report(3, Blanks.NONE)
    read = reading_of(site, report).report
    assert [report.tables[0], report.tables[2]] == [read.tables[0], read.tables[2]]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_text_stays_in_its_part(site: Site) -> None:
    """No figure of a table leaks into the text of the first part or the last."""
    report = sampled_report(5, Blanks.NONE)
    read = reading_of(site, report).report
    if read.overview.heading is not None:
        assert report.overview.text == read.overview.text
        assert report.other_matters.text == read.other_matters.text
