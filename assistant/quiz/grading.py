"""Grading of answers (判分): equal in value is equal, however it is written.

3.5万 is 35000 and 百分之五 is 5%. A unit is wanted where the question does not name it, and one
that is given must count the same thing. 余, 近 and the like are forgiven, wanted where the report
has them and wrong where it has others, or not: that is a setting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.given_number import typed_number
from assistant.quiz.grading_points import missing_points
from assistant.quiz.model import Kind
from assistant.quiz.units_alike import in_unit, occasion_for, same_unit
from corpus.model import Hedge
from prompts import say

if TYPE_CHECKING:
    from assistant.quiz.model import NumberKey, QuizItem
    from corpus.model import Quantity

__all__ = ["Given", "Grade", "Verdict", "grade"]

_text = partial(say, "quiz")


class Verdict(StrEnum):
    """How an answer was (判分)."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a learner answered (作答): words, or positions among what is offered."""

    text: str = ""
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The verdict and what to say with it (评语)."""

    verdict: Verdict
    remark: str = ""
    missing: tuple[str, ...] = ()
    """Points that were not named."""


def grade(item: QuizItem, given: Given, *, strict_hedge: bool = False) -> Grade:
    """Grade an answer; an empty one is wrong."""
    if item.kind in (Kind.CHOICE, Kind.TRUE_FALSE):
        return _exactly(given.places == item.right)
    if item.kind in (Kind.ORDER, Kind.MATCH):
        return _placed(item, given)
    if item.points:
        return _named(item, given.text)
    if item.number is None:
        raise ValueError(f"nothing to grade by: {item.id}")
    return _number(item.number, given.text, strict_hedge=strict_hedge)


def _exactly(right: bool) -> Grade:  # noqa: FBT001
    return Grade(verdict=Verdict.RIGHT if right else Verdict.WRONG)


def _placed(item: QuizItem, given: Given) -> Grade:
    """An order or pairs: all right, some right, or not one."""
    if given.places == item.right:
        return Grade(verdict=Verdict.RIGHT)
    hits = sum(one == other for one, other in zip(given.places, item.right, strict=False))
    if item.kind is Kind.MATCH and hits:
        remark = _text("pairs_right", count=hits, whole=len(item.right))
        return Grade(verdict=Verdict.PARTLY, remark=remark)
    return Grade(verdict=Verdict.WRONG)


def _named(item: QuizItem, text: str) -> Grade:
    missing = missing_points(item.points, text)
    if not missing:
        return Grade(verdict=Verdict.RIGHT)
    verdict = Verdict.WRONG if len(missing) == len(item.points) else Verdict.PARTLY
    return Grade(verdict=verdict, missing=missing)


def _number(key: NumberKey, text: str, *, strict_hedge: bool) -> Grade:
    typed = typed_number(text, key.unit)
    given = typed.quantity
    if given is None:
        why = (
            "number_denied" if typed.denied else "several_numbers" if typed.several else "no_number"
        )
        return Grade(verdict=Verdict.WRONG, remark=_text(why))
    fits = not given.unit or same_unit(given.unit, key.unit)
    if not _same_value(given, key):
        near = fits or occasion_for(given.unit, key.unit)
        return Grade(verdict=Verdict.WRONG, remark="" if near else _text("other_unit"))
    if given.hedge is Hedge.RANGE and key.hedge is not Hedge.RANGE:
        return Grade(verdict=Verdict.WRONG, remark=_text("several_numbers"))
    if not fits:
        return _near_unit(given.unit, key)
    if not given.unit and key.unit and not key.unit_told:
        return Grade(verdict=Verdict.PARTLY, remark=_text("unit_missing", unit=key.unit))
    return _hedged(given.hedge, key, strict=strict_hedge)


def _near_unit(unit: str, key: NumberKey) -> Grade:
    """人 for 人次: the number is right, what it counts is not; any other unit is wrong."""
    if not occasion_for(unit, key.unit):
        return Grade(verdict=Verdict.WRONG, remark=_text("other_unit"))
    remark = _text("unit_occasions", given=unit, unit=key.unit)
    return Grade(verdict=Verdict.PARTLY, remark=remark)


def _hedged(given: Hedge, key: NumberKey, *, strict: bool) -> Grade:
    """Any hedge, or none, is forgiven and told; where it is wanted, only the report's is right."""
    if given is key.hedge:
        return Grade(verdict=Verdict.RIGHT)
    remark = _text("hedge_as", written=key.written)
    return Grade(verdict=Verdict.PARTLY if strict else Verdict.RIGHT, remark=remark)


def _same_value(given: Quantity, key: NumberKey) -> bool:
    if given.unit and (amount := in_unit(given.value, given.unit, key.unit)) is not None:
        return amount == key.value
    if given.value == key.value:
        return True
    # 0.95 for 95%, written as a share of one, where no % stands behind the blank.
    share = key.unit == "%" and not key.unit_told and not given.unit
    return share and given.value * 100 == key.value > 1
