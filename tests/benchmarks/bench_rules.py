"""What the rules about tables cost, beside pydantic: run ``python tests/benchmarks/bench_rules.py``.

Both go over the 200 figures of one clean report: the rules check every sum and every cell, pydantic
(a frozen, strict model with one field of 0 or more a cell) only checks types and signs. They are
timed turn by turn and compared by the median of the ratios of each turn. Then everything that a check
does is timed, on a report with a long narrative that was not read before, alone and beside last year's.
"""

import gc
import random
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Annotated, Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from gov_disclosure.matrix import Matrix
from gov_disclosure.rules import RULES, check
from gov_disclosure.tables import ProactiveTable, RequestMatrix, ReviewLitigationTable
from rule_examples import clean_report

MOST_RATIO = 4.0
"""The promise: the rules about tables take at most this many times what pydantic takes for the types."""
MOST_MILLISECONDS = 3.0
"""The promise: at most so much for every rule on one report, on the machine that it was measured on."""
CHARACTERS = 7700
VOCABULARY = [
    text[start : start + 2]
    for text in (
        "坚持围绕及时发布政策文件解读不断提高透明切实保障公众权益加强组织领导健全制度完善机制规范流程优化栏目推进平台建设",
        "网站媒体更新内容回应关切开展培训检查整改落实责任审核把关保密审查动态调整目录民生教育医疗就业养老环保安全预算决算",
        "招标采购公示公告群众企业办事服务指南渠道畅通依法按时答复水利工程防汛抗旱河道治理饮水灌区移民后期扶持农田道路桥梁",
    )
    for start in range(0, len(text), 2)
]
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


def narrative(number: int) -> list[str]:
    """Make paragraphs that no other narrative has, so that nothing is known of them from an earlier check."""
    chance = random.Random(number)  # noqa: S311  # no secret, a text
    paragraphs: list[str] = []
    while sum(len(text) for text in paragraphs) < CHARACTERS:
        clauses = ["".join(chance.sample(VOCABULARY, 9)) for _ in range(20)]
        paragraphs.append(f"（一）{'，'.join(clauses)}。新收政府信息公开申请0件。")
    return paragraphs


def milliseconds(rounds: int = 40) -> tuple[float, float]:
    """Time the check of reports that were not read before, alone and beside the one of last year."""
    alone: list[float] = []
    beside: list[float] = []
    for number in range(rounds):
        one, other = (clean_report().evolve(overview=narrative(number + share)) for share in (0, 1000))
        previous = clean_report(2022).evolve(overview=narrative(number + 2000))
        start = time.perf_counter()
        one.validate()
        middle = time.perf_counter()
        other.validate(previous)
        alone.append((middle - start) * 1e3)
        beside.append((time.perf_counter() - middle) * 1e3)
    return median(alone), median(beside)


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
    promised = f"ratio {ratio:.2f} (promised at most {MOST_RATIO})"
    print(f"{figures} figures: rules {ours:.0f} µs, pydantic {other:.0f} µs, {promised}")
    alone, beside = milliseconds()
    promised = f"(promised at most {MOST_MILLISECONDS})"
    print(f"{CHARACTERS} characters: all rules {alone:.2f} ms {promised}, beside last year's report {beside:.2f} ms")


if __name__ == "__main__":
    main()
