"""The JSON Schema accepts every report that is written, and refuses what loading refuses."""

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from gov_disclosure import InvalidReport, Report, UnknownEdition, json_schema
from gov_disclosure.forms import FORMS
from test_json import MISTAKES, reports, spoil

VALIDATORS = {edition: Draft202012Validator(json_schema(edition)) for edition in FORMS}
# JSON Schema takes 1.0 for an integer; Python's `$` also matches before a last line break. The
# mistake with `Decimal` is none that JSON can have.
INEXPRESSIBLE = {"2023.0", "1.0", '"1\\n"', "Decimal"}


@pytest.mark.parametrize("edition", FORMS)
def test_the_schema_is_a_schema(edition: int) -> None:
    """The schema itself is valid under its own draft."""
    metaschema = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    assert [] == list(metaschema.iter_errors(json_schema(edition)))


@settings(max_examples=25, deadline=None)
@given(reports())
def test_every_report_is_valid(report: Report) -> None:
    """Whatever is written is valid under the schema of its edition."""
    assert [] == list(VALIDATORS[report.edition].iter_errors(report.to_dict()))


@pytest.mark.parametrize("edition", FORMS)
def test_a_report_of_another_edition_is_invalid(edition: int) -> None:
    """A report is not valid under the other edition's schema."""
    (other,) = set(FORMS) - {edition}
    assert not VALIDATORS[edition].is_valid(Report.blank(edition=other).to_dict())


@pytest.mark.parametrize(
    ("path", "value"),
    [(path, value) for path, value, _, found in MISTAKES if found not in INEXPRESSIBLE],
)
def test_what_loading_refuses_is_invalid(path: str, value: object) -> None:
    """Every mistake that loading refuses is one under the schema, too."""
    plain: dict[str, Any] = Report.blank(year=2023).to_dict()
    spoil(plain, path, value)
    assert not VALIDATORS[2021].is_valid(plain)


MARKS = "5", "1,234", "１２", " 7 ", "-3", "1.5", "__", "", "5件", "/", "1,23", "—", "1" * 31


@pytest.mark.parametrize("text", MARKS)
@pytest.mark.parametrize(
    "path", ["requests.matrix.received.other", "proactive.table.fees.amount", "proactive.table.licenses.change"]
)
def test_a_mark_is_valid_where_loading_takes_it(path: str, text: str) -> None:
    """A mark that reads as a number or as a blank of the cell is refused by both, any other by neither."""
    edition = 2019 if path.endswith("change") else 2021
    plain: dict[str, Any] = Report.blank(edition=edition).to_dict()
    spoil(plain, path, {"mark": text})
    assert _loads(plain) == VALIDATORS[edition].is_valid(plain)


def _loads(plain: dict[str, Any]) -> bool:
    try:
        Report.from_dict(plain)
    except InvalidReport:
        return False
    return True


def test_labels_explain_the_cells() -> None:
    """Rows and columns carry the words of the form, for editors that show them."""
    row = json_schema(2021)["properties"]["requests"]["properties"]["matrix"]["properties"]["carried_out"]
    assert ("四、结转下年度继续办理", "自然人") == (row["title"], row["properties"]["natural_person"]["title"])


def test_every_edition_has_its_own_name() -> None:
    """The schemas are told apart by their identifiers."""
    assert {"urn:gov-disclosure:1:2019", "urn:gov-disclosure:1:2021"} == {json_schema(e)["$id"] for e in FORMS}


def test_an_unknown_edition_has_no_schema() -> None:
    """There is no schema without a form."""
    with pytest.raises(UnknownEdition):
        json_schema(2014)


def test_a_changed_schema_does_not_change_the_next() -> None:
    """Each call gives a value of its own."""
    json_schema(2021)["$defs"]["text"].clear()
    assert "array" == json_schema(2021)["$defs"]["text"]["type"]
