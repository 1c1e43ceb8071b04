"""Slips of the pen: what is left out beforehand is never a slip."""

import re

from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.rules.wording import _DOUBLED, _HINTS, _LEFTOVER, may_repeat

texts = st.text(st.sampled_from("工作信息公开一逐某，。a𠀀\n"), max_size=30)


@given(texts)
def test_a_text_without_repetition_has_no_doubled_word(text: str) -> None:
    """Looking at it beforehand only saves time."""
    assert may_repeat(text) or _DOUBLED.search(text) is None


@given(texts, st.integers(2, 8))
def test_a_repetition_is_never_overlooked(text: str, count: int) -> None:
    """Wherever it stands, and whatever characters it is of."""
    word = "甲乙丙丁戊己庚辛"[:count]

    assert may_repeat(f"{text}{word}{word}{text}")


@given(
    st.lists(
        st.sampled_from([*"甲×╳✕xX（）一", "该部分以表格形式报告", "填报说明", "此处填写", "单位名称", "机关名称"])
    )
)
def test_what_a_template_says_has_one_of_its_hints(words: list[str]) -> None:
    """A text without any of them need not be searched."""
    text = "".join(words)

    assert any(hint in text for hint in _HINTS) or re.search(_LEFTOVER, text) is None
