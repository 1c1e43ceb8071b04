"""Reports with random figures and blanks: the same for the same seed."""

import random
from decimal import Decimal
from enum import Enum

from gov_disclosure.cells import CellValue
from gov_disclosure.forms import FORMS, Kind, Place, Total, form_of
from gov_disclosure.matrix import Matrix
from gov_disclosure.report import Report
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable

__all__ = ["Blanks", "sampled_report"]


class Blanks(Enum):
    """Which cells of a sampled report are blank."""

    NONE = "none"
    SCATTERED = "scattered"
    TOTALS = "totals"
    ZEROS = "zeros"
    """Most zeros are left blank, as many offices do."""


OVERVIEW = (
    "（一）主动公开情况。全年通过门户网站主动公开信息31条，其中政策文件6条。",
    "（二）依申请公开情况。全年收到的申请均在期限内答复。",
)
PROBLEMS = ("公开的主动性还不够，个别栏目更新不及时。", "下一步将加强培训，按月检查各栏目的更新。")


def sampled_report(seed: int, blanks: Blanks | None = None, edition: int | None = None) -> Report:
    """Make a report whose sums are right; the seed decides whatever is not given."""
    rng = random.Random(seed)  # noqa: S311  # figures for tests, not secrets
    edition = edition or rng.choice(list(FORMS))
    blanks = blanks or rng.choice(list(Blanks))
    size = rng.choice([3, 30, 5_000, 3_000_000])
    proactive, requests, review = (
        _blanked(_filled(table, edition, size, rng), blanks, rng)
        for table in (ProactiveTable, RequestMatrix, ReviewLitigationTable)
    )
    return Report(
        organization="青禾县水务局",
        year=form_of(edition).first_year + 1,
        overview=OVERVIEW,
        proactive=ProactiveTable(edition, proactive),
        requests=RequestMatrix(edition, requests),
        review_litigation=ReviewLitigationTable(edition, review),
        problems=PROBLEMS,
        other_matters="本年度未收取信息处理费。",
    )


def _filled(table: type[Matrix], edition: int, size: int, rng: random.Random) -> Matrix:
    places = form_of(edition).by_table[table.section].places
    return table(edition, tuple(_value(place, size, rng) for place in places)).filled().table


def _value(place: Place, size: int, rng: random.Random) -> CellValue:
    value = 0 if rng.random() < 0.6 else rng.randrange(size)
    if place.kind is Kind.MONEY:
        return Decimal(value).scaleb(-rng.choice([0, 2, 4]))
    return -value if place.kind is Kind.CHANGE and rng.random() < 0.3 else value


def _blanked(matrix: Matrix, blanks: Blanks, rng: random.Random) -> tuple[CellValue, ...]:
    def value(place: Place) -> CellValue:
        cell = matrix.cells[place.index]
        total = isinstance(place.row, Total) or isinstance(place.column, Total)
        blank = (
            (blanks is Blanks.SCATTERED and rng.random() < 0.1)
            or (blanks is Blanks.TOTALS and total)
            or (blanks is Blanks.ZEROS and cell == 0 and rng.random() < 0.8)
        )
        return None if blank else cell

    return tuple(map(value, matrix.form.places))
