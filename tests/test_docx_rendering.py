"""What LibreOffice makes of a written DOCX: pages, tables kept whole, and no character lost."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable

import pytest

from docx_cases import report
from docx_checker import elements
from gov_disclosure.report import Report


def missing() -> str:
    """Say what is not there to render a page of Chinese."""
    tools = [tool for tool in ("soffice", "pdftotext", "fc-list") if shutil.which(tool) is None]
    if tools:
        return f"not installed: {', '.join(tools)}"
    fonts = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, check=False).stdout  # noqa: S607  # the name is looked for above
    return "" if fonts.strip() else "no Chinese font is installed"


REASON = missing()
pytestmark = pytest.mark.skipif(bool(REASON), reason=REASON)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Report], list[str]]:
    """Give a function that renders a report and gives the text of its pages."""
    home = tmp_path_factory.mktemp("soffice")

    def render(rendered: Report) -> list[str]:
        path = home / "report.docx"
        rendered.write(path)
        office = ["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless", "--norestore"]
        convert = ["--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", str(home), str(path)]
        pdf = path.with_suffix(".pdf")
        pdf.unlink(missing_ok=True)
        subprocess.run(office + convert, capture_output=True, check=True, timeout=120)  # the name is looked for above
        text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode()  # noqa: S607  # the name is looked for above
        return text.removesuffix("\f").split("\f")

    return render


def letters(text: str) -> Counter[str]:
    """Count the characters of a text but for spaces and page numbers."""
    return Counter(re.sub(r"\s|— ?\d+ ?—", "", text))


CASES = [(2021, 12, 2000), (2021, 123456, 8000), (2019, 54321, 4000)]


@pytest.mark.parametrize(("edition", "figure", "characters"), CASES)
def test_pages_keep_the_request_table_whole_and_lose_nothing(
    pages: Callable[[Report], list[str]], edition: int, figure: int, characters: int
) -> None:
    """The request table stands with its heading alone on one page, and every character is printed."""
    written = report(edition, figure=figure, characters=characters)
    source = "".join(element.text or "" for element in elements(written.to_docx(), "t"))

    found = pages(written)

    (page,) = (page for page in found if "三、收到和处理政府信息公开申请情况" in page)
    lines = re.sub(r"— ?\d+ ?—", "", page).split()
    assert "三、收到和处理政府信息公开申请情况" == lines[0]
    assert "四、结转下年度继续办理" in page
    assert "四、政府信息公开行政复议、行政诉讼情况" not in page
    assert Counter() == letters(source) - letters("".join(found))


def test_the_blank_form_takes_three_pages(pages: Callable[[Report], list[str]]) -> None:
    """A form without figures is laid out like one with figures."""
    found = pages(Report.blank(organization="青禾县", year=2024))

    assert 3 == len(found)
    assert "三、收到和处理政府信息公开申请情况" in found[1].split()[0]


def test_pages_are_numbered_by_turns(pages: Callable[[Report], list[str]]) -> None:
    """Every page has its number between dashes."""
    found = pages(report())

    assert len(found) >= 3
    assert all(re.search(rf"— ?{number} ?—", page) for number, page in enumerate(found, 1))
