"""The pages on the rules are what the rules give; ``UPDATE_DOCS=1`` rewrites them."""

import os

import rule_pages
from gov_disclosure.diagnostics import DIAGNOSTICS
from gov_disclosure.rules import RULES


def test_the_pages_on_the_rules_are_up_to_date() -> None:
    """No page is missing, old or left over."""
    pages = rule_pages.pages()
    if os.environ.get("UPDATE_DOCS"):
        rule_pages.FOLDER.mkdir(exist_ok=True)
        for path in rule_pages.FOLDER.glob("*.md"):
            path.unlink()
        for name, text in pages.items():
            (rule_pages.FOLDER / name).write_text(text, encoding="utf-8")

    assert pages == {path.name: path.read_text(encoding="utf-8") for path in rule_pages.FOLDER.glob("*.md")}


def test_every_name_that_a_finding_can_bear_has_a_section() -> None:
    """Rules and what readers say."""
    text = "\n".join(rule_pages.pages().values())

    assert [] == [name for name in (*RULES, *DIAGNOSTICS) if f"## `{name}`\n" not in text]
