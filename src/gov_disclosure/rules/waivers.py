"""What a policy waives is told again when its day or its reason is past.

A waiver holds only while the cells that it names keep their values. One that has run out, or that
fits nothing any more, is told, so that no list of waivers outlives its reasons.
"""

from collections.abc import Iterator

from ..findings import Severity
from ..words import Words, listing
from ._engine import Fault, Outcome, rule
from ._waiver import AppliedWaiver

__all__ = ["waiver_fits", "waiver_in_force"]


@rule(
    AppliedWaiver,
    Words("豁免没有过期。", "No waiver has run out."),
    Severity.NOTICE,
)
def waiver_in_force(applied: AppliedWaiver) -> Iterator[Outcome]:
    """A waiver is for a time; what it covered is told again after its last day."""
    waiver = applied.waiver
    if applied.expired:
        message = Words(
            "对{rule}的豁免（{reason}）已于{expires}到期。", "The waiver for {rule} ({reason}) ran out on {expires}."
        )
        advice = Words("重新核准，或从审核口径中删去。", "Renew it, or take it out of the policy.")
        values = {"rule": waiver.rule, "reason": waiver.reason, "expires": waiver.expires}
        yield Fault(waiver.where, message.format(**values), advice=advice)


@rule(
    AppliedWaiver,
    Words("豁免与检查结果相符。", "Every waiver still fits what is found."),
    Severity.NOTICE,
)
def waiver_fits(applied: AppliedWaiver) -> Iterator[Outcome]:
    """A waiver was given for figures that were seen; other figures are another matter."""
    waiver = applied.waiver
    if applied.expired or applied.held:
        return
    values = {"rule": waiver.rule, "reason": waiver.reason, "cells": listing(applied.changed)}
    if applied.changed:
        message = Words(
            "对{rule}的豁免（{reason}）不再适用：{cells}。",
            "The waiver for {rule} ({reason}) no longer applies: {cells}.",
        )
    else:
        message = Words(
            "对{rule}的豁免（{reason}）没有对应的问题。",
            "The waiver for {rule} ({reason}) covers nothing that was found.",
        )
    advice = Words("重新核准，或从审核口径中删去。", "Renew it, or take it out of the policy.")
    yield Fault(waiver.where, message.format(**values), advice=advice)
