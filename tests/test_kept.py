"""Answers that are kept: what is small is worked out once, and nothing grows without end."""

import pytest

from gov_disclosure.kept import kept


@pytest.mark.parametrize(
    ("questions", "asked"),
    {
        "the same again": (["a", "a"], ["a"]),
        "what is as large as may be": (["ab", "ab"], ["ab"]),
        "what is larger": (["abc", "abc"], ["abc", "abc"]),
        "as many as may be": (["a", "b", "a", "b"], ["a", "b"]),
        "more of them": (["a", "b", "c", "a"], ["a", "b", "c", "a"]),
    }.values(),
)
def test_what_is_small_is_answered_once(questions: list[str], asked: list[str]) -> None:
    """A function is asked again only what is too large, or was forgotten because there was too much."""
    heard: list[str] = []

    def answer(question: str) -> str:
        heard.append(question)
        return question.upper()

    answers = [*map(kept(answer, largest=2, most=2, sized=str), questions)]

    assert ([question.upper() for question in questions], asked) == (answers, heard)
