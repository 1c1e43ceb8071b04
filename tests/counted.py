"""How much work something is: calls or lines are counted, not seconds, so that it is the same on any machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

__all__ = ["calls_of", "steps_of"]


def calls_of(action: Callable[[], object]) -> int:
    """Do something and count the calls, of built-in functions too."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    _watched(action, sys.setprofile, profile, sys.getprofile())
    return count


def steps_of(action: Callable[[], object]) -> int:
    """Do something and count the lines that are run: loops, too."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    _watched(action, sys.settrace, trace, sys.gettrace())
    return count


def _watched(action: Callable[[], object], watch: Callable[[Any], None], watcher: object, before: object) -> None:
    """Do something while it is watched, and let whoever watched before go on."""
    watch(watcher)
    try:
        action()
    finally:
        watch(before)
