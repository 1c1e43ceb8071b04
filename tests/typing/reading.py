"""Read by type checkers only: reading and checking have the types that users expect. Never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

import io
from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import gov_disclosure as gd
from gov_disclosure.forms import Form

assert_type(gd.read("report.docx"), gd.Report)
assert_type(gd.read(Path("report.docx")), gd.Report)
assert_type(gd.read(b"...", format="text"), gd.Report)
assert_type(gd.read(io.StringIO("...")), gd.Report)
assert_type(gd.read(io.BytesIO(b"...")), gd.Report)

reading = gd.examine("report.html")
assert_type(reading, gd.Reading)
assert_type(reading.report, gd.Report)
assert_type(reading.findings, gd.Findings)
assert_type(reading.coverage, float)
assert_type(reading.validate(), gd.Findings)

findings = reading.report.validate()
assert_type(findings, gd.Findings)
assert_type(findings[0], gd.Finding)
assert_type(findings[1:], tuple[gd.Finding, ...])
assert_type(findings.errors, tuple[gd.Finding, ...])
assert_type(findings.raise_for_errors(), gd.Findings)
assert_type(findings + findings, gd.Findings)
assert_type([finding.where for finding in findings], list[tuple[str, ...]])
assert_type(findings[0].severity, gd.Severity)
assert_type(findings[0].origin, gd.Origin)

assert_type(gd.RULES, Mapping[str, gd.Rule])
assert_type(gd.FORMS, Mapping[int, Form])
assert_type(gd.form_for(2024), Form)

try:
    gd.read("report.docx")
except gd.CannotRead as error:
    assert_type(error.say("en"), str)

gd.read(5)  # type: ignore[arg-type]  # no source
gd.read("report.docx", "docx")  # type: ignore[call-arg]  # the format is named
findings[0].say("fr")  # type: ignore[arg-type]  # two languages
