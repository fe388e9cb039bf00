"""Grading of answers (判分): equal in value is equal, however it is written.

3.5万 is 35000 and 百分之五 is 5%. A unit is wanted where the question does not name it, and one
that is given must count the same thing. Whether 余 and 近 may be left out is a setting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.grading_points import missing_points
from assistant.quiz.model import Kind
from corpus.fold import fold
from corpus.model import Hedge, Quantity
from corpus.quantities import find_quantities
from index.vocabulary import unit_class
from prompts import say

if TYPE_CHECKING:
    from assistant.quiz.model import NumberKey, QuizItem

__all__ = ["Given", "Grade", "Verdict", "grade"]

_text = partial(say, "quiz")
_PERCENT = ("%", "‰")
_POINTS = ("百分点", "个百分点")
_EXTRA = re.compile(r"^(?:答案?[::是]?|是|为|共|大概|大约)")
_BARE = re.compile(r"\d+(?:\.\d+)?")


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
    given = _quantity(text, key)
    if given is None:
        return Grade(verdict=Verdict.WRONG, remark=_text("no_number"))
    if not _same_value(given, key):
        told = "" if not given.unit or _same_unit(given.unit, key.unit) else _text("other_unit")
        return Grade(verdict=Verdict.WRONG, remark=told)
    if given.unit and not _same_unit(given.unit, key.unit):
        return Grade(verdict=Verdict.WRONG, remark=_text("other_unit"))
    if not given.unit and key.unit and not key.unit_told:
        return Grade(verdict=Verdict.PARTLY, remark=_text("unit_missing", unit=key.unit))
    return _hedged(given.hedge, key, strict=strict_hedge)


def _hedged(given: Hedge, key: NumberKey, *, strict: bool) -> Grade:
    """About right where the report says about: forgiven when left out, unless that is strict."""
    if given is key.hedge:
        return Grade(verdict=Verdict.RIGHT)
    remark = _text("hedge_as", written=key.written)
    forgiven = given is Hedge.EXACT and not strict
    return Grade(verdict=Verdict.RIGHT if forgiven else Verdict.PARTLY, remark=remark)


def _quantity(text: str, key: NumberKey) -> Quantity | None:
    """The one quantity of an answer; the last where the question's words are repeated."""
    folded = _EXTRA.sub("", fold(text).strip().rstrip("。.;,!?"))
    found = list(find_quantities(folded))
    if not found:  # a bare number may look like a year or a name
        bare = _BARE.fullmatch(folded.replace(",", ""))
        found = list(find_quantities(f"{bare.group()}{key.unit}")) if bare else []
        found = [] if not found else [_without_unit(found[0])]
    fitting = [one for one in found if one.unit and _same_unit(one.unit, key.unit)]
    candidates = fitting or found
    return candidates[-1] if candidates else None


def _without_unit(quantity: Quantity) -> Quantity:
    return Quantity(span=quantity.span, value=quantity.value, unit="", hedge=quantity.hedge)


def _same_value(given: Quantity, key: NumberKey) -> bool:
    if given.value == key.value:
        return True
    # 0.95 for 95%, written as a share of one.
    return key.unit == "%" and not given.unit and given.value * 100 == key.value > Decimal(1)


def _same_unit(one: str, other: str) -> bool:
    if one == other or (one in _POINTS and other in _POINTS):
        return True
    if one in (*_PERCENT, *_POINTS) or other in (*_PERCENT, *_POINTS):
        return False
    kind = unit_class(one)
    return kind is not None and kind == unit_class(other) and kind not in _MEASURES


_MEASURES = ("money", "length", "area", "weight", "energy", "volume", "duration", "percent")
"""Units of these are not one another, though they measure the same."""
