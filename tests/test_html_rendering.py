"""What an HTML validator and a browser make of a written page: valid, accessible, and walked by the keyboard."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docx_cases import illustrated, report
from gov_disclosure.report import Report
from node_packages import node_package

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PAGES = {
    "2021": lambda: report(2021, figure=123456, characters=4000),
    "2019": lambda: report(2019, figure=54321, characters=2000),
    "blank": lambda: Report.blank(organization="青禾县", year=2024),
    "pictures": illustrated,
}
# Matters of taste; and a region is a <div>, because editors of websites drop a <section> when text is pasted.
RULES = {"no-inline-style": "off", "long-title": "off", "prefer-native-element": "off"}


def validated(page: str, folder: Path) -> list[dict[str, Any]]:
    """Give what html-validate finds in a page, by the HTML standard and the rules for accessible pages."""
    program = node_package("html-validate") / "bin" / "html-validate.mjs"
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    presets = ["html-validate:standard", "html-validate:a11y"]
    (folder / ".htmlvalidate.json").write_text(json.dumps({"root": True, "extends": presets, "rules": RULES}))
    command = ["node", str(program), "--config", str(folder / ".htmlvalidate.json"), "--formatter", "json", str(path)]
    run = subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=120)
    return [message for file in json.loads(run.stdout or b"[]") for message in file["messages"]]


def in_browser(page: str, script: str, folder: Path, size: str = "1200,900") -> Any:
    """Load a page, run a script that ends in ``found(value)``, and give the value."""
    if BROWSER is None:
        pytest.skip("no Chromium is installed")
    path = folder / "page.html"
    keep = (
        "<script>function found(v){const p=document.createElement('pre');p.id='found';"
        "p.textContent=JSON.stringify(v);document.body.append(p)}"
    )
    path.write_text(page.replace("</body>", f"{keep}{script}</script></body>"), encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    command += [f"--window-size={size}", "--virtual-time-budget=20000", "--dump-dom", path.as_uri()]
    run = subprocess.run(command, capture_output=True, check=True, timeout=120)
    match = re.search(r'<pre id="found">(.*?)</pre>', run.stdout.decode(), re.DOTALL)
    assert match, run.stderr.decode()
    return json.loads(html.unescape(match[1]))


def violations(page: str, folder: Path) -> list[tuple[str, str]]:
    """Give what axe-core finds against the guidelines for accessible pages, contrast included."""
    axe = (node_package("axe-core") / "axe.min.js").read_text("utf-8").replace("</script", r"<\/script")
    script = "axe.run().then(r=>found(r.violations.map(v=>[v.id,v.nodes[0].html])))"
    return [(name, where) for name, where in in_browser(page, f"{axe};{script}", folder)]


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_a_validator_finds_nothing(make: Callable[[], Report], tmp_path: Path) -> None:
    """Pages are valid HTML, and keep the rules for accessible pages that can be told from the source."""
    assert [] == validated(make().to_html(), tmp_path)


def test_a_draft_is_valid_too(tmp_path: Path) -> None:
    """The marks and the list of findings keep the standard."""
    faulty = report(figure=7).evolve(problems=())
    assert [] == validated(faulty.to_html(findings=faulty.validate()), tmp_path)


def test_the_validator_catches_a_broken_page(tmp_path: Path) -> None:
    """The check can fail: a cell outside of a row and a picture without words are named."""
    page = report().to_html().replace("</article>", "<table><td>1</td></table><img src='a.png'></article>")
    rules = {message["ruleId"] for message in validated(page, tmp_path)}
    assert {"wcag/h37"} <= rules


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_nothing_bars_the_way_of_anybody(make: Callable[[], Report], tmp_path: Path) -> None:
    """Contrast, landmarks, names, headings, table heads and keyboard access are as the guidelines ask."""
    assert [] == violations(make().to_html(), tmp_path)


def test_the_accessibility_check_catches_a_broken_page(tmp_path: Path) -> None:
    """The check can fail: pale letters and a picture without words are named."""
    pale = '<p style="color:#ddd;background:#fff">字迹很淡</p><img src="a.png"></article>'
    names = {name for name, _ in violations(report().to_html().replace("</article>", pale), tmp_path)}
    assert {"color-contrast", "image-alt"} <= names


WALK = """
const regions=[...document.querySelectorAll('[role=region]')];
found({tables:document.querySelectorAll('table').length,
       reached:regions.filter(r=>{r.focus();return document.activeElement===r}).length,
       scrolled:regions.map(r=>{r.scrollLeft=50;return r.scrollLeft}).filter(x=>x>0).length,
       page:document.documentElement.scrollWidth-document.documentElement.clientWidth});
"""


@pytest.mark.parametrize("size", ["1200,900", "500,900"])
def test_tables_are_reached_by_the_keyboard(size: str, tmp_path: Path) -> None:
    """Every table stands in a region that takes the focus, and the page itself is never wider than the window."""
    found = in_browser(report().to_html(), WALK, tmp_path, size)
    assert found["tables"] == found["reached"]
    assert 0 == found["page"]
    assert (found["scrolled"] > 0) == (size == "500,900")


@pytest.mark.parametrize("size", ["1200,900", "500,900"])
def test_pictures_fit_the_window(size: str, tmp_path: Path) -> None:
    """A broad picture is made smaller, stands in the middle and keeps its shape."""
    script = """
    addEventListener('load',()=>{
       const box=document.querySelector('img[src^=data]').getBoundingClientRect(), page=document.documentElement;
       found({shape:box.width/box.height, over:page.scrollWidth-page.clientWidth,
              sides:box.left-(page.clientWidth-box.right)})});
    """
    found = in_browser(illustrated().to_html(), script, tmp_path, size)
    assert {"shape": 2, "over": 0, "sides": 0} == pytest.approx(found, abs=0.5)
