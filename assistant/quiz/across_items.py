"""Questions over several reports (跨年度、跨地区): what the ledger holds to be one indicator.

Two figures are set side by side only where the ledger puts them into one group, their words say
the same, and each is the only one of its place and year.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.evidence.entities import level_of
from assistant.grounding import grounded
from assistant.model import Operation, Statement, Working
from assistant.quiz.compare_items import compared, like_written, ordered_item
from assistant.quiz.making import cite_figure, inner, item_of, luck
from assistant.quiz.model import Difficulty, Kind, NumberKey
from assistant.quiz.words import telling
from assistant.wording.arithmetic import common_scale, compute, write_result
from corpus.model import Hedge
from corpus.quantities import find_quantities
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.model import QuizItem

__all__ = ["across_items"]

_text = partial(say, "quiz")
_MOST, _LEAST = 4, 3
_CLEAR = 1.05


def across_items(asked: Iterable[AskedFigure], groups: Mapping[str, int]) -> Iterator[QuizItem]:
    """Orders over places and over years, and growth; `groups` maps facts to the ledger's groups."""
    alike: dict[tuple[int, tuple[str, ...], str], list[AskedFigure]] = defaultdict(list)
    for one in asked:
        if compared(one) and one.key in groups:
            words = tuple(sorted(telling(one.phrase)))
            alike[groups[one.key], words, one.figure.quantity.unit].append(one)
    for figures in alike.values():
        yield from _over_places(figures)
        yield from _over_years(figures)


def _over_places(figures: Sequence[AskedFigure]) -> Iterator[QuizItem]:
    for year, found in sorted(_single(figures, by_year=True).items()):
        chosen = _apart(_of_one_level(found))
        if len(chosen) < _LEAST:
            continue
        names = "、".join(sorted(one.voice.who for one in chosen))
        stem = _text("order_places", year=year, who=names, what=inner(chosen[0].phrase))
        yield ordered_item(chosen, [one.voice.who for one in chosen], stem)


def _of_one_level(figures: Sequence[AskedFigure]) -> list[AskedFigure]:
    """Those of the level most of them have: a city is not set beside its own district."""
    levels: dict[object, list[AskedFigure]] = defaultdict(list)
    for one in figures:
        office = one.voice.who[len(one.voice.place) :] if one.voice.department else ""
        levels[level_of(one.voice.place), office].append(one)
    return max(levels.values(), key=len)


def _over_years(figures: Sequence[AskedFigure]) -> Iterator[QuizItem]:
    for who, found in sorted(_single(figures, by_year=False).items()):
        in_time = sorted(found, key=lambda one: one.voice.year)
        for before, after in pairwise(in_time):
            if after.voice.year == before.voice.year + 1 and (item := _growth(before, after)):
                yield item
        chosen = sorted(_apart(found), key=lambda one: one.voice.year)
        if len(chosen) < _LEAST:
            continue
        labels = [f"{one.voice.year}年" for one in chosen]
        stem = _text("order_years", years="、".join(labels), who=who, what=inner(chosen[0].phrase))
        yield ordered_item(chosen, labels, stem)


def _single(figures: Sequence[AskedFigure], *, by_year: bool) -> dict[object, list[AskedFigure]]:
    """The figures by year or by reporter, those left out that two figures are claimed for."""
    held: dict[tuple[str, int], list[AskedFigure]] = defaultdict(list)
    for one in figures:
        held[one.voice.who, one.voice.year].append(one)
    found: dict[object, list[AskedFigure]] = defaultdict(list)
    for (who, year), those in held.items():
        if len(those) == 1:
            found[year if by_year else who].append(those[0])
    return found


def _apart(figures: Sequence[AskedFigure]) -> list[AskedFigure]:
    """Some whose sizes are clearly different, the same ones each time."""
    pool = sorted(figures, key=lambda one: one.key)
    luck(*[one.key for one in pool]).shuffle(pool)
    chosen: list[AskedFigure] = []
    for one in pool:
        value = one.figure.quantity.value
        values = [other.figure.quantity.value for other in chosen]
        if value > 0 and all(max(value, v) / min(value, v) >= _CLEAR for v in values):
            chosen.append(one)
        if len(chosen) == _MOST:
            break
    return chosen


def _growth(before: AskedFigure, after: AskedFigure) -> QuizItem | None:
    figures = (before.figure, after.figure)
    if not like_written(before.written, after.written):
        return None
    exact = all(one.quantity.hedge is Hedge.EXACT for one in figures)
    if not exact or before.figure.quantity.value == after.figure.quantity.value:
        return None
    larger, smaller = (
        (after, before)
        if after.figure.quantity.value > before.figure.quantity.value
        else (before, after)
    )
    operands = (larger.figure.quantity, smaller.figure.quantity)
    result = compute(Operation.DIFFERENCE, operands)
    if result is None:
        return None
    scale = common_scale((larger.written, smaller.written))
    shown = write_result(Operation.DIFFERENCE, result, operands, scale)
    sentence = _text("working_difference", left=larger.written, right=smaller.written, result=shown)
    working = Working(operation=Operation.DIFFERENCE, operands=operands, scale=scale, result=shown)
    citations = (cite_figure(after), cite_figure(before))
    if not grounded(Statement(text=sentence, citations=citations, working=working)):
        return None
    unit = after.figure.quantity.unit
    stem = _text(
        "growth_of",
        before=before.voice.year,
        who=after.voice.who,
        year=after.voice.year,
        what=after.phrase,
        way=_text("more" if larger is after else "less"),
        unit=unit,
    )
    value = next(iter(find_quantities(shown))).value
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.ARITHMETIC,
        stem=stem,
        number=NumberKey(value=value, unit=unit, hedge=Hedge.EXACT, written=shown, unit_told=True),
        answer=shown,
        explanation=sentence,
        voice=after.voice,
        citations=citations,
        rests_on=(before.key, after.key),
    )
