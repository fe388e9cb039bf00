"""Golden questions of every type from the truth of many reports (出题)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.invented import (
    asking_one,
    asking_places,
    asking_refused,
    asking_targets,
    asking_years,
)
from tests.invented.asking import Amount, Asker, Question, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.invented.truth import Invented

__all__ = ["KINDS", "Amount", "Question", "Shelf", "make_questions"]

_WAYS: dict[str, tuple[Callable[[Asker], Question | None], ...]] = {
    "figure": (asking_one.figure,),
    "several": (asking_one.several,),
    "share": (asking_one.share,),
    "conflict": (asking_one.conflict,),
    "target": (asking_targets.target,),
    "target_met": (asking_targets.target_met,),
    "difference": (asking_years.difference,),
    "growth": (asking_years.growth,),
    "trend": (asking_years.trend,),
    "sum": (asking_years.sum_years, asking_places.sum_places),
    "average": (asking_years.average_years, asking_places.average_places),
    "compare": (asking_places.compare,),
    "rank": (asking_places.rank,),
    "coverage": (asking_places.coverage,),
    "unreported": (asking_refused.unreported,),
    "place_absent": (asking_refused.place_absent,),
    "level_mixed": (asking_refused.level_mixed,),
    "year_absent": (asking_refused.year_absent,),
    "indicator_absent": (asking_refused.indicator_absent,),
    "units": (asking_refused.units_mixed,),
}
KINDS = tuple(_WAYS)
_TRIES = 60
"""Draws a question may take before its kind is given up."""


def make_questions(
    reports: Iterable[Invented],
    *,
    first: int,
    newest: int,
    each: int = 20,
    seed: int = 1,
    kinds: Iterable[str] = KINDS,
) -> list[Question]:
    """Up to `each` questions of the kinds, no two in the same words."""
    shelf = Shelf(reports, first=first, newest=newest)
    made: list[Question] = []
    for kind in kinds:
        ways = _WAYS[kind]
        asker = Asker(shelf, random.Random(f"{seed}|{kind}"))  # noqa: S311
        asked: dict[str, Question] = {}
        for number in range(each * _TRIES):
            question = ways[number % len(ways)](asker)
            if question:
                asked.setdefault(question.q, question)
            if len(asked) == each:
                break
        made += asked.values()
    return made
