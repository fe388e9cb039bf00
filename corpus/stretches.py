"""The numbers of a sentence, each with the stretch of text that can name it (数字所在的分句)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.clauses import split_clauses
from corpus.model import Hedge, Span
from corpus.naming import Place, begins_with_verb, continues_row
from corpus.quantities import find_quantities
from corpus.scope import bare

if TYPE_CHECKING:
    from corpus.clauses import Clause
    from corpus.model import Quantity

__all__ = ["announced_unit", "places_of", "row_of", "with_announced_unit", "with_shared_hedge"]

_HEDGES_BEHIND = frozenset((Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.ABOUT))
_AGES = frozenset(("岁", "周岁"))
"""80岁以上老人 is one name: what follows is named with it."""
_CUT_UNITS = frozenset(("", "个"))
_ROW_JOINT = re.compile(r"\s*[、,和与及]\s*")
_LONGEST_SUBJECT = 20
_LONGEST = 160
"""Characters on either side of a number that can name it."""


def places_of(folded: str, sentence: Span, start: int) -> list[Place]:
    """The quantities of a sentence with the words around each."""
    clauses = split_clauses(folded, Span(start, sentence.end))
    starts = [clause.span.start for clause in clauses]
    quantities = _with_shared_units(folded, start, sentence.end) if clauses else []
    followers = [quantity.span.start for quantity in quantities[1:]]
    places: list[Place] = []
    previous: int | None = None  # end of the last number that is not part of a name itself
    for quantity, following in zip(quantities, [*followers, sentence.end], strict=False):
        at = max(0, bisect_right(starts, quantity.span.start) - 1)
        row = _row_start(clauses, at, previous or start)
        if not folded[row : quantity.span.start].strip():
            row = _behind_bracket(clauses, at, previous or start)
        named_before = clauses[at].mark in {"(", ":"} and at > 0
        if named_before and not folded[row : quantity.span.start].strip():
            row = max(clauses[at - 1].span.start, previous or start)  # 规范性文件(33件)
        closes = min(max(clauses[at].span.end, quantity.span.end), following)
        own, behind = folded[row : quantity.span.start], folded[quantity.span.end : closes]
        if own.strip() and not behind.strip() and (not bare(own) or own.startswith("分别")):
            row = _clause_before(folded, clauses, at, previous or start)
        if behind.strip():
            closes = _row_end(folded, clauses, at, closes, following)
        opens = max(row, previous or start)
        in_row = previous is not None and (row <= previous or clauses[at].mark == "、")
        places.append(
            Place(
                quantity=quantity,
                clause=clauses[at],
                before=folded[opens : quantity.span.start][-_LONGEST:].strip(" ,、;:(\n"),
                after=folded[quantity.span.end : closes][:_LONGEST].strip(),
                lead=folded[
                    max(start, places[-1].quantity.span.end if places else 0) : quantity.span.start
                ],
                gap=folded[previous : quantity.span.start] if in_row else None,
            )
        )
        named_on = quantity.unit in _AGES or _is_threshold(folded, quantity, following)
        if not named_on or closes == quantity.span.end:
            previous = quantity.span.end
    ends = [*followers, sentence.end][: len(places)]
    return [
        place
        for place, following in zip(places, ends, strict=True)
        if not _is_threshold(folded, place.quantity, following)
    ]


_OF_WHAT = re.compile(r"的?[“”《》\u4e00-\u9fff]{2,14}")


def _is_threshold(folded: str, quantity: Quantity, following: int) -> bool:
    """Whether a number only says which ones are counted: 案值5万元以上案件74起."""
    least = quantity.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST) and quantity.unit not in _AGES
    behind = folded[quantity.span.end : following]
    counted = folded[following : following + 1].isdigit()
    noun = _OF_WHAT.fullmatch(behind) is not None and not begins_with_verb(behind)
    noun = noun or not behind  # 90分以上62卷
    return least and counted and noun


def _with_shared_units(folded: str, start: int, end: int) -> list[Quantity]:
    """The quantities, with the unit of the next in a row where theirs is cut: 3个和1个工作日."""
    quantities = list(find_quantities(folded, start, end))
    for position in range(len(quantities) - 2, -1, -1):
        one, following = quantities[position], quantities[position + 1]
        between = folded[one.span.end : following.span.start]
        cut = following.unit.startswith(one.unit) and one.unit in _CUT_UNITS
        if cut and one.unit != following.unit and _ROW_JOINT.fullmatch(between):
            quantities[position] = replace(one, unit=following.unit)
    return quantities


def _row_start(clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the row of 、-joined nouns that the clause ends, if no number stands among them."""
    while at > 0 and clauses[at].mark == "、" and clauses[at - 1].span.start >= previous_end:
        at -= 1
    return clauses[at].span.start


def _row_end(folded: str, clauses: tuple[Clause, ...], at: int, closes: int, following: int) -> int:
    """End of a row of nouns that begins behind the number: 40份合同、招标文件和答复."""
    if closes != clauses[at].span.end:
        return closes
    for clause in clauses[at + 1 :]:
        more = clause.mark == "、" and clause.depth == clauses[at].depth
        if not more or clause.span.end > following or begins_with_verb(clause.span.of(folded)):
            break
        closes = clause.span.end
    return closes


def _clause_before(folded: str, clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the clause that goes on with the number: 其中工程合同最多,为27件."""
    before = clauses[at - 1] if at else clauses[at]
    words = before.span.of(folded)
    near = clauses[at].mark == "," and before.span.start >= previous_end
    same = before.depth == clauses[at].depth and len(words) <= _LONGEST_SUBJECT
    if not (near and same):
        return clauses[at].span.start
    first = at - 1
    while clauses[first].mark == "、" and clauses[first - 1].span.start >= previous_end:
        first -= 1  # 居前三位的是甲、乙和丙,分别为5件、4件和3件
    return clauses[first].span.start


def _behind_bracket(clauses: tuple[Clause, ...], at: int, previous_end: int) -> int:
    """Start of the words before a bracket that ends where the number begins: 站(点)30个."""
    outer = at - 1
    while outer >= 0 and clauses[outer].depth > clauses[at].depth:
        outer -= 1
    inside = clauses[at].mark == ")" and outer >= 0 and clauses[outer].span.start >= previous_end
    return clauses[outer if inside else at].span.start


def row_of(places: list[Place], position: int) -> list[Place]:
    """The numbers with nothing but 、 or 和 between them among which this one stands."""
    first = position
    while first > 0 and continues_row(places[first]):
        first -= 1
    last = position + 1
    while last < len(places) and continues_row(places[last]):
        last += 1
    return places[first:last]


_ANNOUNCED = re.compile(r"\(单位:\s?(?P<unit>[\u4e00-\u9fff%]{1,4})\)")


def with_announced_unit(folded: str, sentence: Span, place: Place) -> Place:
    """各地审结情况(单位:件):甲区312,乙区274: what is announced holds for bare numbers behind it."""
    unit = announced_unit(folded, Span(sentence.start, place.quantity.span.start))
    if place.quantity.unit or not unit:
        return place
    return replace(place, quantity=replace(place.quantity, unit=unit))


def announced_unit(folded: str, before: Span) -> str:
    """The unit that words before a bare number announce (单位:件); empty if none does."""
    found = _ANNOUNCED.search(folded, before.start, before.end)
    return found["unit"] if found else ""


def with_shared_hedge(row: list[Place], place: Place) -> Place:
    """分别控制在5%和3%以内: what stands behind the last number holds for all."""
    last = row[-1].quantity
    shared = (
        place.quantity.hedge is Hedge.EXACT
        and last.unit == place.quantity.unit
        and last.hedge in _HEDGES_BEHIND
        and "分别" in row[0].before
    )
    return replace(place, quantity=replace(place.quantity, hedge=last.hedge)) if shared else place
