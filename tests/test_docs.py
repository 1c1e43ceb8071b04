"""The documentation is run: its Python blocks, its commands, its examples and its generated page.

The blocks of a page share one namespace and run in order. Where a block shows what is printed,
as in an interactive session, the output must be that.
"""

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbclient
import nbformat
import pytest

import form_page
from gov_disclosure import read

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLES = ROOT / "docs" / "examples"
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)(?P<target>[^)#]+)(?:#[^)]*)?\)")
# No heading of a page has an anchor of its own making; what links name are files.


def blocks(page: Path) -> Iterator[tuple[int, str]]:
    """The Python blocks of a page, each with the line that it begins in."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        yield text.count("\n", 0, match.start()) + 2, match["code"]


def run_block(code: str, names: dict[str, object], place: str, line: int) -> list[str]:
    """Run one block in a namespace and give what went otherwise than shown."""
    if not code.lstrip().startswith(">>>"):
        exec(compile("\n" * (line - 1) + code, place, "exec"), names)  # noqa: S102  # our own pages
        return []
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(code, names, place, place, line)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    doctest.DocTestRunner(optionflags=flags).run(test, out=said.append, clear_globs=False)
    names |= test.globs
    return said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_code_of_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block does what the page says, in a folder that holds the shipped example."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    names: dict[str, object] = {"__name__": "__page__"}
    said: list[str] = []
    for line, code in blocks(page):
        said += run_block(code, names, page.name, line)
    assert [] == said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it."""
    targets = [match["target"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [] == [target for target in targets if not (page.parent / target).exists()]


def test_the_page_on_the_form_is_up_to_date() -> None:
    """`docs/form.md` is what the declared forms give; ``python tests/form_page.py --write`` rewrites it."""
    assert form_page.page() == (ROOT / "docs" / "form.md").read_text(encoding="utf-8")


def test_the_script_of_a_busy_year_runs(tmp_path: Path) -> None:
    """The example script checks its report and writes a document that reads back."""
    script = [sys.executable, str(EXAMPLES / "busy_year.py"), str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)
    (written,) = tmp_path.iterdir()
    matrix = read(written).requests.matrix
    assert (".docx", 441, 432) == (written.suffix, matrix["received", "total"], matrix["concluded", "total"])


def test_the_notebook_runs() -> None:
    """Every cell of the example notebook runs, and the last one shows the report."""
    path = EXAMPLES / "read_check_show.ipynb"
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types here
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    shown = notebook.cells[-1].outputs[0].data
    assert ({"text/html", "text/markdown"}, True) == (
        {"text/html", "text/markdown"} & set(shown),
        "青禾县文旅局" in shown["text/html"],
    )


def test_the_example_has_the_faults_it_is_there_for() -> None:
    """The shipped report has one fault of each kind that published reports have."""
    from gov_disclosure import examine

    found = {finding.rule for finding in examine(EXAMPLES / "published_report.txt").validate()}
    expected = {
        "repeated_heading",
        "label_wording",
        "split_table",
        "lost_group",
        "subheadings_bracketed",
        "organization_named_alike",
        "cells_filled",
        "applicant_total",
        "concluded_total",
    }
    assert expected <= found


def test_the_commands_of_the_readme_are_those_that_are_tested() -> None:
    """The README's first command converts the shipped example; its second is what the integration runs."""
    shell = re.findall(
        r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    integration = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    run_tests = shell[1].strip().rpartition("&& ")[2].removeprefix(".venv/bin/")
    assert (True, True) == ("docs/examples/published_report.txt" in shell[0], run_tests in integration)
