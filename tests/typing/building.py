"""Read by type checkers only: what users write has the types that they expect.

# pyright: reportUnnecessaryTypeIgnoreComment=true

``assert_type`` fails the type check if a type is another; an ignored error fails it if there is no
error any more. This file is never run.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, assert_type

from docx.document import Document

import gov_disclosure as gd
from gov_disclosure.cells import Mark
from gov_disclosure.matrix import Change, Filled

requests = gd.RequestMatrix.of(received={"natural_person": 5, "total": 5}, carried_in={"commercial": None})
proactive = gd.ProactiveTable.of(rules={"issued": 1}, licenses=3, fees="1.50")
review = gd.ReviewLitigationTable.of(reconsideration={"upheld": 1, "pending": gd.Mark("/")})

report = gd.Report(
    organization="青禾县林业局",
    year=2024,
    overview="一段文字",
    requests=requests,
    proactive=proactive,
    review_litigation=review,
    problems=["一段", gd.Picture("图.png"), gd.ForeignTable([["甲"]])],
)

assert_type(requests, gd.RequestMatrix)
assert_type(requests["received", "total"], int | Decimal)
assert_type(requests[gd.Line.RECEIVED, gd.Applicant.TOTAL], int | Decimal)
assert_type(requests.get(("received", "total")), int | Decimal | None)
assert_type(requests.cell("received", "total"), int | Decimal | Mark | None)
assert_type(requests.sum("refused", "total"), int | Decimal)
assert_type(requests.at("予以公开", "总计"), int | Decimal)
assert_type(requests.row("received"), Mapping[str, int | Decimal | Mark | None])
assert_type(requests.with_cells({"received.total": 3}), gd.RequestMatrix)
assert_type(requests.with_cells({(gd.Line.RECEIVED, gd.Applicant.TOTAL): 3}), gd.RequestMatrix)
assert_type(requests.filled(), Filled[gd.RequestMatrix])
assert_type(requests.filled().table, gd.RequestMatrix)
assert_type(requests.filled().changes, tuple[Change, ...])
assert_type(gd.ProactiveTable.blank(2019), gd.ProactiveTable)

assert_type(report.year, int | None)
assert_type(report.overview, gd.Overview)
assert_type(report.requests.matrix, gd.RequestMatrix)
assert_type(report.proactive.table, gd.ProactiveTable)
assert_type(report.review_litigation.table, gd.ReviewLitigationTable)
assert_type(report.evolve(year=2023), gd.Report)
assert_type(report.with_cells({"requests.received.total": 3}), gd.Report)
assert_type(gd.Report.blank(year=2024), gd.Report)
assert_type(report.to_docx(), bytes)
assert_type(report.to_docx(charts=True, lang="en"), bytes)
assert_type(report.to_docx(charts=report), bytes)
assert_type(report.to_docx("report.docx", charts=[report, report], findings=report.validate()), bytes)
assert_type(report.to_pdf(charts=(report,), timeout=60), bytes)
assert_type(report.to_document(charts=True), Document)
assert_type(report.to_text(width=60), str)
assert_type(report.to_html(lang="en"), str)
assert_type(report.to_dict(), dict[str, Any])
assert_type(report.records(), list[dict[str, Any]])
assert_type(gd.Report.from_json(report.to_json()), gd.Report)
assert_type(gd.json_schema(2021), dict[str, Any])

options: gd.DocxOptions = {"style": "plain", "margins": (20, 20, 20, 20), "fonts": {"body": "宋体"}}
assert_type(report.to_docx(**options), bytes)
assert_type(report.to_docx(charts=True, **options), bytes)
wrong: gd.DocxOptions = {"styles": "plain"}  # type: ignore[typeddict-unknown-key]  # spelled otherwise
report.to_docx(style="fancy")  # type: ignore[arg-type]  # no such style
report.to_docx(charts=2023)  # type: ignore[arg-type]  # a year is no report
report.to_text(charts=True)  # type: ignore[call-arg]  # charts are drawn by Word
report.to_html(lang="fr")  # type: ignore[arg-type]  # two languages

gd.RequestMatrix.of(recieved={"natural_person": 5})  # type: ignore[call-arg]  # no such row
gd.RequestMatrix.of(received={"natural_persons": 5})  # type: ignore[typeddict-unknown-key]  # no such column
gd.RequestMatrix.of(received={"natural_person": 5.0})  # type: ignore[typeddict-item]  # a float is no count
gd.RequestMatrix.of(received=5)  # type: ignore[arg-type]  # a row of seven columns
gd.ProactiveTable.of(fees=1.5)  # type: ignore[arg-type]  # a float is no amount
gd.Report(organisation="青禾县林业局")  # type: ignore[call-arg]  # spelled otherwise
gd.Report(year="2024")  # type: ignore[arg-type]  # a year is a number
gd.Report(overview=5)  # type: ignore[arg-type]  # a number is no text
requests["received"]  # type: ignore[index]  # a cell needs a column
report.year = 2025  # type: ignore[misc]  # frozen
gd.Repport  # type: ignore[attr-defined]  # noqa: B018  # misspelled
