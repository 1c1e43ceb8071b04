"""The import is light: heavy libraries are loaded by what needs them."""

import subprocess
import sys

import pytest

HEAVY = {"attr", "docx", "lxml", "tabulate", "pandas", "matplotlib", "openpyxl", "jsonschema", "IPython"}


def loaded(code: str) -> set[str]:
    """Run some code in a new interpreter and give the top modules that it has loaded."""
    script = f"{code}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_import_alone_loads_no_other_library() -> None:
    """``import gov_disclosure`` loads nothing but itself."""
    assert set() == loaded("import gov_disclosure") & HEAVY


@pytest.mark.parametrize(
    "code",
    [
        "from gov_disclosure import Report\nReport.blank(year=2023).validate()",
        "from gov_disclosure import Report\nReport.from_dict(Report.blank(year=2023).to_dict())",
        "from gov_disclosure import Report\nReport.blank(year=2023).to_html()",
        "from gov_disclosure import Report\nReport.blank(year=2023).to_markdown()",
        "from gov_disclosure import json_schema\njson_schema()",
    ],
    ids=["check", "json", "html", "markdown", "schema"],
)
def test_work_without_files_needs_attrs_only(code: str) -> None:
    """Building, checking and exchanging reports loads neither lxml nor python-docx."""
    assert {"attr"} == loaded(code) & HEAVY


def test_the_command_line_starts_light() -> None:
    """Showing the help loads no library."""
    assert set() == loaded("import gov_disclosure.__main__ as m\nm.parser().format_help()") & HEAVY
