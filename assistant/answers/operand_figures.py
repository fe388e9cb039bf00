"""The numbers that a computation is done with (取数): one for each operand, in one unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.choose import Choice, choose_figure, choose_figures
from assistant.evidence.fellows import counted_under
from assistant.model import Operation, Reason, Refusal
from assistant.question.units import alike, unit_class
from assistant.wording import refusals
from assistant.wording.statements import label_of
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.operands import Operand
    from assistant.question.asks import Ask
    from corpus.model import Figure

__all__ = ["figures_of", "unlike"]

_PAIR = 2


def figures_of(
    operation: Operation, operands: tuple[Operand, ...], evidence: Evidence
) -> list[FigureHit] | Refusal:
    """The figure of every operand; a refusal that names the first one missing."""
    hits: list[FigureHit] = []
    asks = [(operand.ask, operand.scope) for operand in operands]
    if len(asks) > _PAIR and operation is Operation.SHARE:
        # The part of a share is one of the figures that make up the whole.
        choices = (choose_figure(*asks[0], evidence), *choose_figures(asks[1:], evidence))
    else:
        choices = choose_figures(asks, evidence)
        if operands[-1].done:
            choices = _part_of_its_whole(asks, _with_the_deed(choices))
        if operation is Operation.SHARE:
            choices = (choices[0], _whole_of(choices[0], choices[1]))
            choices = (choices[0], _counted_alike(choices, asks[1], evidence))
            choices = (choices[0], _large_enough(choices, asks[1], evidence))
    for operand, choice in zip(operands, choices, strict=True):
        if not choice.hits:
            what = refusals.subject_of(operand.ask)
            return Refusal(
                reason=Reason.YEAR_ABSENT if choice.other_year else Reason.INDICATOR_ABSENT,
                text=say("answers", "refuse_compute", what=what),
            )
        if operation is Operation.SUM and any(_is_one(choice.hits[0], hit) for hit in hits):
            what = refusals.subject_of(operand.ask)  # no number is counted twice
            return Refusal(
                reason=Reason.INDICATOR_ABSENT, text=say("answers", "refuse_compute", what=what)
            )
        hits.append(choice.hits[0])
    return hits


def _is_one(hit: FigureHit, other: FigureHit) -> bool:
    return hit.reading is other.reading and hit.view == other.view


def _with_the_deed(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices without a part that does not say what was done (抽检260批次 for 过关的)."""
    whole, part = choices
    lacking = bool(part.hits) and any(term.verb for term in part.hits[0].fit.missing)
    return whole, Choice(hits=()) if lacking else part


def _part_of_its_whole(
    asks: list[tuple[Ask, Scope]], choices: tuple[Choice, ...]
) -> tuple[Choice, ...]:
    """The choices, with the whole that the report counts the part under for one less than it.

    排查隐患1348处,整改销号1306处,挂牌督办重大隐患6处: 1306 are of the 1348, not of the 6.
    """
    whole, part = choices
    if not part.hits:
        return choices
    hit = part.hits[0]
    if whole.hits and whole.hits[0].view.figure.quantity.value >= hit.view.figure.quantity.value:
        return choices
    above = counted_under(hit, asks[0][0])
    return Choice(hits=(above,) if above else ()), part


def _counted_alike(
    choices: tuple[Choice, ...], whole: tuple[Ask, Scope], evidence: Evidence
) -> Choice:
    """The whole in the part's unit: of 审结506件, not of the money at stake."""
    if not all(choice.hits for choice in choices) or not unlike([c.hits[0] for c in choices]):
        return choices[1]
    unit = unit_class(choices[0].hits[0].view.figure.quantity.unit)
    ask, scope = whole
    alike_counted = choose_figure(replace(ask, unit_class=unit), scope, evidence)
    part = choices[0].hits[0]
    if alike_counted.hits and alike_counted.hits[0].view == part.view:
        return _whole_of(choices[0], Choice(hits=()))  # nothing is a share of itself
    return alike_counted


def _large_enough(
    choices: tuple[Choice, ...], whole: tuple[Ask, Scope], evidence: Evidence
) -> Choice:
    """A whole that is not less than its part: of 审结81件, not of the 3件 beside the part."""
    part, chosen = choices
    taken: set[Figure] = set()
    for _ in range(_TRIES):
        if not part.hits or not chosen.hits or not _is_less(chosen.hits[0], part.hits[0]):
            return chosen
        taken.add(chosen.hits[0].view.figure)
        chosen = choose_figure(*whole, evidence, frozenset(taken))
    return choices[1]


_TRIES = 4


def _is_less(one: FigureHit, other: FigureHit) -> bool:
    here, there = one.view.figure.quantity, other.view.figure.quantity
    if one.reading is other.reading and one.view == other.view:
        return True  # nothing is a part of itself
    return alike(here.unit, there.unit) and here.value < there.value


def _whole_of(part: Choice, whole: Choice) -> Choice:
    """The whole that the report itself gives the part (其中), if there is one."""
    if not part.hits:
        return whole
    hit = part.hits[0]
    parent = hit.view.figure.parent
    if parent is None or whole.hits:
        return whole
    return Choice(hits=(replace(hit, view=hit.reading.figures[parent]),))


def unlike(hits: list[FigureHit]) -> Refusal | None:
    """Numbers of different units are not put together."""
    first = hits[0].view.figure
    for hit in hits[1:]:
        other = hit.view.figure
        if not alike(first.quantity.unit, other.quantity.unit):
            text = say(
                "answers", "refuse_units", left=label_of(first), right=label_of(other),
                left_unit=first.quantity.unit, right_unit=other.quantity.unit,
            )  # fmt: skip
            return Refusal(reason=Reason.INDICATOR_ABSENT, text=text)
    return None
