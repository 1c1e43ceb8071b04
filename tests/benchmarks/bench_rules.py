"""What the rules about tables cost, beside pydantic: run ``python tests/benchmarks/bench_rules.py``.

Both go over the 200 figures of one clean report: the rules check every sum and every cell, pydantic
(a frozen, strict model with one field of 0 or more a cell) only checks types and signs. They are
timed turn by turn and compared by the median of the ratios of each turn.
"""

import gc
import sys
import time
from collections.abc import Callable
from importlib import import_module
from statistics import median
from typing import Annotated, Any

from gov_disclosure.matrix import Matrix
from gov_disclosure.rules import RULES, check
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable

MOST = 160
"""The promise: at most this many microseconds a report on the machine that it was measured on."""
TABLES: tuple[Matrix, ...] = (
    ProactiveTable.of(rules={"in_force": 12}, licenses=1573179, penalties=2676474, fees="72701.2578"),
    RequestMatrix.of(
        received={"natural_person": 3440, "commercial": 75},
        carried_in={"natural_person": 118},
        disclosed={"natural_person": 1408, "commercial": 21},
        unavailable_not_held={"natural_person": 2032, "commercial": 54},
        carried_out={"natural_person": 118},
    ),
    ReviewLitigationTable.of(reconsideration={"upheld": 88, "corrected": 18, "pending": 36}),
)
RULES_ON_TABLES = tuple(rule for rule in RULES.values() if issubclass(rule.on, Matrix))


def check_tables() -> None:
    """Run every rule that is about tables."""
    for table in TABLES:
        check(table, RULES_ON_TABLES)


def pydantic_validation() -> Callable[[], object]:
    """Give the validation of the same figures by pydantic, row by row as people model them."""
    pydantic: Any = import_module("pydantic")
    count = Annotated[int, pydantic.Field(ge=0, strict=True)]
    money = Annotated[str, pydantic.Field(pattern=r"\d+(\.\d+)?")]
    config = pydantic.ConfigDict(frozen=True, extra="forbid")
    data = {table.section.value: table.to_dict() for table in TABLES}

    def model(name: str, fields: dict[str, Any]) -> Any:
        return pydantic.create_model(name, __config__=config, **{key: (kind, ...) for key, kind in fields.items()})

    tables = {}
    for section, rows in data.items():
        kinds = {
            row: model(row, {column: money if isinstance(value, str) else count for column, value in cells.items()})
            for row, cells in rows.items()
        }
        tables[section] = model(section, kinds)
    report = model("report", tables)
    return lambda: report.model_validate(data)


def microseconds(work: Callable[[], object], times: int = 300) -> float:
    """Time one run of some work, by many runs."""
    gc.collect()
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times * 1e6


def main(rounds: int = 15) -> None:
    """Print both medians and the ratio."""
    try:
        theirs = pydantic_validation()
    except ImportError:
        print("pydantic is not installed, so there is nothing to compare with: pip install pydantic")
        sys.exit(0)
    pairs = [(microseconds(check_tables), microseconds(theirs)) for _ in range(rounds)]
    ours, other = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(mine / yours for mine, yours in pairs)
    figures = sum(len(table) for table in TABLES)
    print(
        f"{figures} figures: rules {ours:.0f} µs (promised at most {MOST}), pydantic {other:.0f} µs, ratio {ratio:.2f}"
    )


if __name__ == "__main__":
    main()
