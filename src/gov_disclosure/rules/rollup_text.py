"""What the texts of units have to do with each other: none is a copy of another's.

Texts are compared without figures, titles of laws, what every report says and the unit's own name. Only
what is then the same from end to end is told: that it is alike in parts may have many reasons.
"""

from collections.abc import Iterator

from ..findings import Severity
from ..report import Report
from ..sections import ReportSection
from ..words import Words
from ._addition import listed, organ
from ._engine import Fault, Outcome, rule
from ._settings import Count
from ._subjects import Rollup
from .headings import name_part
from .series_text import narrative


@rule(
    Rollup,
    Words("各单位的文字不互相照抄。", "No unit has copied its text from another."),
    Severity.WARNING,
    basis="国办公开办函〔2021〕30号",
)
def units_not_copied(rollup: Rollup, *, shortest: int = Count(50)) -> Iterator[Outcome]:
    """“内容雷同、敷衍塞责” is what the notice blames, between organs as from year to year."""
    alike: dict[tuple[str, str], list[tuple[Report, ReportSection]]] = {}
    for child in rollup.children:
        for section in child.sections:
            text = narrative(section)
            text = text.replace(child.organization, "") if child.organization else text
            if len(text) >= shortest:
                alike.setdefault((section.section, text), []).append((child, section))
    for (address, _), found in alike.items():
        names = dict.fromkeys(organ(child) for child, _ in found)
        if len(names) > 1:
            message = Words(
                "{count}个单位{part}的文字除名称和数字外完全相同：{names}。",
                "{count} units have the same text in {part}, but for names and figures: {names}.",
            )
            advice = Words("请各单位按本单位的实际工作改写。", "Let each of them write of its own work.")
            values = {"count": len(names), "part": name_part(found[0][1]), "names": listed(names)}
            yield Fault(address, message.format(**values), advice=advice)
