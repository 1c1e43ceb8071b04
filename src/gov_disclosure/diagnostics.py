"""What a reader has to say about a source: each repair and each refusal by its name.

A diagnostic of the document names a fault of what was published; one of the reader names a doubt
of ours. The names are API, as those of the rules are.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from .findings import Finding, Origin, Severity
from .words import Words

__all__ = ["DIAGNOSTICS", "Diagnostic"]


@frozen
class Diagnostic:
    """One thing a reader can say: its name, how grave it is, whose doubt it is, and the sentence."""

    name: str
    severity: Severity
    origin: Origin
    message: Words
    advice: Words

    def __call__(self, *where: str, **values: object) -> Finding:
        """Make the finding for one case."""
        message = self.message.format(**values)
        return Finding(self.name, self.severity, where, message, advice=self.advice, origin=self.origin)


_LOOK = Words("请对照原文核对。", "Compare with the source.")
_MEND = Words("请按格式更正原文。", "Mend the document after the form.")

_ALL = (
    Diagnostic(
        "repeated_heading",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words(
            "标题“{heading}”印了{count}次，只计一次。",
            "The heading {heading!r} is printed {count} times; it counts once.",
        ),
        Words("请删去重复的标题。", "Delete the repeated heading."),
    ),
    Diagnostic(
        "label_wording",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words(
            "表中印的是“{found}”，格式规定为“{expected}”。",
            "The table prints {found!r} where the form has {expected!r}.",
        ),
        Words("请按统一格式改正表中文字。", "Use the wording of the form."),
    ),
    Diagnostic(
        "label_shortened",
        Severity.NOTICE,
        Origin.DOCUMENT,
        Words("表中印的是“{found}”，是“{expected}”的简写。", "The table prints {found!r}, short for {expected!r}."),
        Words("请按统一格式写全。", "Write the label in full, as the form has it."),
    ),
    Diagnostic(
        "split_table",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words(
            "{table}被拆成{count}段，第{part}段从“{label}”开始。",
            "The {table} table is split in {count}; part {part} begins at {label!r}.",
        ),
        Words("请合并为一张表。", "Make it one table again."),
    ),
    Diagnostic(
        "lost_group",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words("“{label}”一行脱离了“{group}”。", "The row {label!r} has lost its group {group!r}."),
        Words("请恢复合并的单元格。", "Restore the merged cell."),
    ),
    Diagnostic(
        "label_missing",
        Severity.WARNING,
        Origin.READER,
        Words(
            "一行数字没有行名，按前后各行的顺序读作“{expected}”。",
            "A row of figures has no label; by its place it is {expected!r}.",
        ),
        _LOOK,
    ),
    Diagnostic(
        "row_refused",
        Severity.WARNING,
        Origin.READER,
        Words(
            "“{label}”一行的数不能确定各属哪一列，按空白处理：应有{expected}个，找到{count}个（{found}）。",
            "Which columns the figures of the row {label!r} are of is uncertain; left blank: {expected} expected, "
            "{count} found ({found}).",
        ),
        _LOOK,
    ),
    Diagnostic(
        "figure_joined",
        Severity.WARNING,
        Origin.READER,
        Words(
            "“{found}”中间断开，按该行合计读作{value}。",
            "The figure {found!r} is broken; by the sums of its row it is {value}.",
        ),
        _LOOK,
    ),
    Diagnostic(
        "figure_broken",
        Severity.WARNING,
        Origin.READER,
        Words(
            "“{found}”断开或不能读清，照录，不作数值。",
            "The figure {found!r} is broken or cannot be made out; it is kept as text.",
        ),
        _LOOK,
    ),
    Diagnostic(
        "columns_reordered",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words(
            "表头各列的顺序与格式不同（{found}），“{label}”一行的数无法对应各列，按空白处理。",
            "The header names the columns in another order ({found}); the row {label!r} was left blank.",
        ),
        Words("请按格式恢复各列的顺序。", "Put the columns in the order of the form."),
    ),
    Diagnostic(
        "columns_by_name",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words(
            "表头各列的顺序与格式不同，各行合计也按该顺序相符，各数按列名读取。",
            "The header has the columns in another order, in which the sums are right, too; figures were read by name.",
        ),
        Words("请按格式恢复各列的顺序。", "Put the columns in the order of the form."),
    ),
    Diagnostic(
        "unit_other",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words(
            "表头写的单位是“{found}”，格式规定为“{label}”，该数连同单位照录，不作数值。",
            "The header names the unit {found!r} where the form has {label!r}; the figure is kept as text.",
        ),
        Words("请换算成格式规定的单位。", "Convert the figure to the unit of the form."),
    ),
    Diagnostic(
        "row_repeated",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words(
            "“{label}”一行出现不止一次，数字不同，按空白处理。",
            "The row {label!r} stands there more than once with other figures; left blank.",
        ),
        Words("请只保留正确的一行。", "Keep the one that is right."),
    ),
    Diagnostic(
        "row_cut",
        Severity.ERROR,
        Origin.READER,
        Words(
            "来源在“{label}”一行中断，最后一个数可能不全，按空白处理。",
            "The source breaks off in the row {label!r}, whose last figure may be cut; left blank.",
        ),
        Words("请取得完整的报告。", "Get the whole report."),
    ),
    Diagnostic(
        "row_order",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words("“{label}”一行不在格式规定的位置。", "The row {label!r} stands elsewhere than in the form."),
        Words("请按格式恢复各行的顺序。", "Put the rows in the order of the form."),
    ),
    Diagnostic(
        "row_missing",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words("自“{label}”起缺{count}行，按空白处理。", "From the row {label!r} on, {count} not found; left blank."),
        _MEND,
    ),
    Diagnostic(
        "row_unknown",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words("表中有格式以外的一行：{found}", "The table has a row that the form has not: {found}"),
        Words("请删去自行增加的行，或把内容移入文字部分。", "Delete the added row, or move it to the text."),
    ),
    Diagnostic(
        "cells_untold",
        Severity.WARNING,
        Origin.READER,
        Words(
            "“{label}”一行没有列出{found}，按空白处理。",
            "The row {label!r} does not tell {found}; left blank.",
        ),
        _LOOK,
    ),
    Diagnostic(
        "other_year",
        Severity.NOTICE,
        Origin.DOCUMENT,
        Words(
            "这张表还有{found}年的，按标题取{year}年的，其余留在原处。",
            "There are tables of {found}, too; by the title that of {year} was taken, the others stay where they are.",
        ),
        Words("报告只应有本年的表。", "A report has the tables of its own year."),
    ),
    Diagnostic(
        "year_other",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words(
            "这张表注明是{found}年的，报告是{year}年的，表中的数留在原处，不作本年数据。",
            "The table says that it is of {found}, the report is of {year}; its figures stay where they are.",
        ),
        Words("请核对是表的年份写错，还是附错了表。", "Check whether the year is wrong or the table is."),
    ),
    Diagnostic(
        "figure_unnamed",
        Severity.WARNING,
        Origin.READER,
        Words(
            "“{found}”中有的数没有写明是哪一行、哪一列，未读取。",
            "In {found!r} not every figure names its row and its column; those were not read.",
        ),
        Words("请写明每个数的行和列，或改用表格。", "Name row and column of each figure, or use a table."),
    ),
    Diagnostic(
        "table_missing",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words("没有找到{table}。", "The {table} table was not found."),
        Words("请检查表格是否以图片或附件发布。", "See whether it was published as a picture or an attachment."),
    ),
    Diagnostic(
        "wrapped_lines",
        Severity.NOTICE,
        Origin.READER,
        Words(
            "正文每行{width}列折行，已接成{count}段。",
            "The text is wrapped at {width} columns; it was joined to {count} paragraphs.",
        ),
        _LOOK,
    ),
    Diagnostic(
        "title_missing",
        Severity.WARNING,
        Origin.DOCUMENT,
        Words("没有找到报告标题。", "The title of the report was not found."),
        Words(
            "标题应为“机关名称+年份+政府信息公开工作年度报告”。",
            "It should name the organ, the year and the kind of report.",
        ),
    ),
    Diagnostic(
        "second_report",
        Severity.WARNING,
        Origin.READER,
        Words(
            "后面还有一份报告“{title}”，没有读取，原文留在 leftovers。",
            "Another report follows, {title!r}; it was not read and is kept in leftovers.",
        ),
        Words("请把两份报告分开读取。", "Read the reports one by one."),
    ),
    Diagnostic(
        "heading_order",
        Severity.ERROR,
        Origin.DOCUMENT,
        Words("标题“{heading}”不在应有的位置。", "The heading {heading!r} is out of order."),
        Words("六个部分应依次排列。", "The six parts come in their order."),
    ),
)

DIAGNOSTICS: Mapping[str, Diagnostic] = MappingProxyType({diagnostic.name: diagnostic for diagnostic in _ALL})
"""Every diagnostic by its name."""
