"""Timing in turns: every case once in each round, so that a slow moment of the machine is everybody's."""

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

__all__ = ["Case", "print_ratios", "timed"]

Case = Callable[[], object]

_LEAST = 0.03
"""So many seconds a case is repeated in each round."""


def _seconds(case: Case, loops: int) -> float:
    """Give what one of some calls takes."""
    start = time.perf_counter()
    for _ in range(loops):
        case()
    return (time.perf_counter() - start) / loops


def timed(cases: Mapping[str, Case], rounds: int = 15) -> dict[str, list[float]]:
    """Give the milliseconds of every case in every round; what is prepared once is prepared before."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    loops = {}
    for name, case in cases.items():
        case()
        loops[name] = max(1, round(_LEAST / _seconds(case, 3)))
    for _ in range(rounds):
        for name, case in cases.items():
            gc.collect()
            times[name].append(_seconds(case, loops[name]) * 1000)
    return times


def print_ratios(title: str, cases: Mapping[str, Case], ours: str, rounds: int = 15) -> None:
    """Print the medians, and how many times as long as one case the others take: the median of the rounds."""
    times = timed(cases, rounds)
    for name, found in times.items():
        ratio = median(other / own for other, own in zip(found, times[ours], strict=True))
        print(f"{title}: {name:<28} {median(found):8.3f} ms  {ratio:7.2f} x")
