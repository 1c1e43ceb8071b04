"""Drafts with the findings in them: cells and headings carry their numbers, a list at the end says what they are.

The list opens as every report of findings does, with the counts and the policy. Numbers, not colours,
point from place to finding, so that a draft reads the same in print, in every format and to a screen
reader. This file knows no statute: it works on the neutral document.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve

from .document import Block, Document, Grid, Heading, Paragraph
from .finding import Finding
from .findings import Findings
from .findings_view import SEVERITIES, notes
from .words import Language, Words

__all__ = ["marked"]

_TITLE = Words("检查发现", "Findings")
_NOTE = Words("[{number}] {level}（{rule}）：{sentence}", "[{number}] {level} ({rule}): {sentence}")
_ADVICE = Words("{note}处理：{advice}", "{note} What to do: {advice}")
_MANY = 4
"""A sum of more cells is marked at its total alone."""
_ROW = 1
"""How many dots the address of a row has; a finding about a row marks all its cells."""


def marked(document: Document, findings: Findings) -> Document:
    """Give a document whose flagged cells and headings carry ``[1]``, with the numbered findings in its language."""
    numbers: dict[str, list[int]] = {}
    for number, finding in enumerate(findings, 1):
        for address in _pointed_at(finding):
            numbers.setdefault(address, []).append(number)
    blocks = tuple(_marked(block, numbers) for block in document.blocks)
    return evolve(document, blocks=(*blocks, *_notes(findings, document.language)))


def _pointed_at(finding: Finding) -> tuple[str, ...]:
    """Give the cells to mark: the one that failing sums point at, or the total of a long sum, or all that are named."""
    if finding.suspect is not None:
        return (finding.suspect.address,)
    return finding.where[:1] if finding.arithmetic and len(finding.where) > _MANY else finding.where


def _marked(block: Block, numbers: dict[str, list[int]]) -> Block:
    if isinstance(block, Heading):
        return evolve(block, text=block.text + _marks(numbers.get(block.address, ())))
    if not isinstance(block, Grid):
        return block
    values = list(block.values)
    for cell in block.frame.cells:
        if cell.slot is not None and cell.address:
            row = cell.address.rpartition(".")[0]
            found = sorted({*numbers.get(cell.address, ()), *(numbers.get(row, ()) if row.count(".") == _ROW else ())})
            values[cell.slot] = (values[cell.slot] + _marks(found)).lstrip()
    return evolve(block, values=tuple(values))


def _marks(numbers: Iterable[int]) -> str:
    """Write numbers with a space before each: a narrow cell breaks there, and never inside of its figure."""
    return "".join(f" [{number}]" for number in numbers)


def _notes(findings: Findings, lang: Language) -> Iterator[Block]:
    yield Heading(1, _TITLE.say(lang), lang)
    yield from (Paragraph(line, language=lang) for line in notes(findings, lang))
    for number, finding in enumerate(findings, 1):
        yield Paragraph(_note(number, finding, lang), language=lang)


def _note(number: int, finding: Finding, lang: Language) -> str:
    level, sentence = SEVERITIES[finding.severity].say(lang).lower(), finding.say(lang)
    if finding.suspect is not None:
        sentence += ("" if lang == "zh" else " ") + finding.suspect.message.say(lang)
    note = _NOTE.say(lang).format(number=number, level=level, rule=finding.rule, sentence=sentence)
    advice = finding.advice
    return note if advice is None else _ADVICE.say(lang).format(note=note, advice=advice.say(lang))
