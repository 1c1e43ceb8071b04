"""What reading claims and checking the narrative costs: run ``python tests/benchmarks/bench_claims.py``.

The report has about 8,000 characters of narrative, and its figures are those of its tables. Every run
reads a text that was not read before, as a check of many reports does.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from gov_disclosure.claims import claims_of
from gov_disclosure.report import Report
from gov_disclosure.rules import RULES, check
from rule_examples import clean_report

CHARACTERS = 8000
MOST_CLAIMS = 1.5
MOST_ALL = 3.0
"""The promises, in milliseconds a report on the machine that they were measured on."""
FILLING = (
    "坚持以公开为常态、不公开为例外，围绕群众关心的重点领域，及时发布政策文件和解读材料，不断提高政府工作透明度，"
    "切实保障公众的知情权、参与权、表达权和监督权。"
)
ASSERTING = (
    "2023年，我局新收政府信息公开申请362件，其中自然人申请340件，法人或其他组织申请22件。",
    "上年结转8件，办结366件，结转下年度继续办理4件。收办政府信息公开申请370件。",
    "政府信息公开申请予以公开201件，部分公开30件，不予公开25件，无法提供90件，不予处理12件，其他处理8件。",
    "因政府信息公开被申请行政复议6件，其中维持4件，纠正1件，尚未审结1件；提起行政诉讼3件。",
    "制发行政规范性文件5件，废止2件，现行有效18件。作出行政许可决定1200件，行政处罚决定35件，行政强制2件。",
    "收取行政事业性收费47.10万元。举办培训3期，参训人员120人次，印发通报4期，编发简报12期。",
)
CELLS: dict[str, dict[str, object]] = {
    "requests.received": {"natural_person": 340, "commercial": 22, "total": 362},
    "requests.carried_in": {"natural_person": 8, "commercial": 0, "total": 8},
    "requests.concluded": {"natural_person": 344, "commercial": 22, "total": 366},
    "requests.carried_out": {"natural_person": 4, "commercial": 0, "total": 4},
    "requests.disclosed": {"natural_person": 179, "commercial": 22, "total": 201},
    "requests.partly_disclosed": {"natural_person": 30, "commercial": 0, "total": 30},
    "requests.refused_process": {"natural_person": 25, "commercial": 0, "total": 25},
    "requests.unavailable_not_held": {"natural_person": 90, "commercial": 0, "total": 90},
    "requests.unprocessed_repeat": {"natural_person": 12, "commercial": 0, "total": 12},
    "requests.otherwise_other": {"natural_person": 8, "commercial": 0, "total": 8},
    "review_litigation.reconsideration": {"upheld": 4, "corrected": 1, "pending": 1, "total": 6},
    "review_litigation.litigation_direct": {"other_outcome": 3, "total": 3},
    "proactive.normative_documents": {"issued": 5, "repealed": 2, "in_force": 18},
    "proactive.licenses": {"decisions": 1200},
    "proactive.penalties": {"decisions": 35},
    "proactive.compulsory_measures": {"decisions": 2},
    "proactive.fees": {"amount": "47.10"},
}
NARRATIVE = [rule for rule in RULES.values() if rule.group in ("narrative", "amounts", "plausible", "content")]
ON_REPORTS = [rule for rule in RULES.values() if not rule.optional]


def narrative(number: int) -> list[str]:
    """Make a narrative that differs from every other one."""
    filling = [f"第{number}号报告。"]
    share = (CHARACTERS - sum(map(len, ASSERTING))) // len(ASSERTING) // len(FILLING)
    for sentence in ASSERTING:
        filling += [FILLING * share, sentence]
    return filling


def reports(count: int) -> list[Report]:
    """Make reports with a narrative each."""
    cells = {f"{row}.{column}": value for row, columns in CELLS.items() for column, value in columns.items()}
    report = clean_report().with_cells(cells)
    return [report.evolve(overview=narrative(number)) for number in range(count)]


def milliseconds(work: Callable[[Report], object], count: int = 60) -> float:
    """Time some work on one report after the other."""
    times = []
    for report in reports(count):
        start = time.perf_counter()
        work(report)
        times.append((time.perf_counter() - start) * 1e3)
    return median(times)


def main() -> None:
    """Print what claims, the rules about the narrative and all rules cost."""
    length = sum(map(len, narrative(0)))
    claims = milliseconds(claims_of)
    checked = milliseconds(lambda report: check(report, NARRATIVE))
    everything = milliseconds(lambda report: check(report, ON_REPORTS))
    print(f"{length} characters: claims {claims:.2f} ms")
    print(f"claims and rules about the narrative {checked:.2f} ms (promised at most {MOST_CLAIMS})")
    print(f"all rules {everything:.2f} ms (promised at most {MOST_ALL})")


if __name__ == "__main__":
    main()
