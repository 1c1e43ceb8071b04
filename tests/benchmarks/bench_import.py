"""What the import costs, beside that of attrs: run ``python tests/benchmarks/bench_import.py``.

Both are timed in new interpreters, turn by turn, and compared by their medians; the cost of an
interpreter that imports nothing is taken off.
"""

import subprocess
import sys
import time
from statistics import median

CASES = {"nothing": "pass", "attrs": "import attrs", "gov_disclosure": "import gov_disclosure"}
MOST = 1.5
"""The promise: at most this many times the cost of ``import attrs``."""


def seconds(code: str) -> float:
    """Time one new interpreter."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def main(rounds: int = 15) -> None:
    """Print the medians and the ratio."""
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(rounds):
        for name, code in CASES.items():
            times[name].append(seconds(code))
    base, attrs, ours = (median(times[name]) * 1000 for name in CASES)
    ratio = (ours - base) / (attrs - base)
    print(
        f"interpreter {base:.1f} ms, import attrs {attrs - base:+.1f} ms, import gov_disclosure {ours - base:+.1f} ms"
    )
    print(f"ratio {ratio:.2f}, promised at most {MOST}")


if __name__ == "__main__":
    main()
