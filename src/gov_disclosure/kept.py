"""Answers that are kept: what is small comes again in every report, and is worked out once.

Only small questions are kept, so that no large one fills the memory, and all are forgotten when there are too
many: what comes again is soon there again.
"""

from collections.abc import Callable, Sized
from typing import TypeVar

__all__ = ["kept"]

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class _Answers(dict[Question, Answer]):
    """The answers of a function to questions that are small."""

    def __init__(
        self, function: Callable[[Question], Answer], largest: int, most: int, sized: Callable[[Question], Sized]
    ) -> None:
        super().__init__()
        self._function, self._largest, self._most, self._sized = function, largest, most, sized

    def __missing__(self, question: Question) -> Answer:
        answer = self._function(question)
        if len(self._sized(question)) <= self._largest:
            if len(self) >= self._most:
                self.clear()
            self[question] = answer
        return answer


def kept(
    function: Callable[[Question], Answer], *, largest: int, most: int, sized: Callable[[Question], Sized]
) -> Callable[[Question], Answer]:
    """Keep what a function answers: at most so many answers, to questions of which what is `sized` is small enough."""
    # A source asks thousands of times, and looking up is all that is done for most.
    return _Answers(function, largest, most, sized).__getitem__
