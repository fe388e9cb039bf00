"""What comes to each one (平均每期), where the report gives how much and how many: 3期150人次."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.answers.compute import shown
from assistant.evidence.choose import choose_figure
from assistant.model import Operation
from assistant.question.asks import ask_of
from assistant.question.units import alike
from corpus.model import FigureKind
from corpus.words import words_of

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.model import Reply
    from assistant.question.query import Query
    from corpus.model import Span

_STATED = re.compile("均")


class PerUnit:
    """培训班平均每期多少人次; a mean over places or years is another matter."""

    def accepts(self, query: Query) -> bool:
        """平均每 and a measure word, of one place and year at most."""
        named = len(query.places) + len(query.organs)
        one = named <= 1 and len(query.years) <= 1 and len(query.asks) == 1
        return one and query.has("quantity") and _per().search(query.core) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The division shown; None where the report states it, or has no such two numbers."""
        found = _per().search(query.core)
        stated = choose_figure(query.asks[0], scope, evidence).hits
        if found is None or any(_STATED.search(hit.view.own) for hit in stated):
            return None
        rest = query.core[: found.start()] + query.core[found.end() :]
        hits = choose_figure(ask_of(rest), scope, evidence).hits
        if len(hits) != 1 or _STATED.search(hits[0].view.own):
            return None
        count = _count_of(hits[0], found["unit"], found["noun"])
        return shown(Operation.PER, [hits[0], count]) if count else None


@cache
def _per() -> re.Pattern[str]:
    units = "|".join(map(re.escape, words_of("units")))
    return re.compile(
        rf"平均(?:下来)?(?:到)?(?:每一?|一)(?P<unit>{units})"
        r"(?P<noun>[\u4e00-\u9fff]{0,4}?)(?=多少|几|有|是|[\u4e00-\u9fff]{1,2}了?(?:多少|几))"
    )


def _count_of(hit: FigureHit, unit: str, noun: str) -> FigureHit | None:
    """The number of 期 nearest to a number of people, with no semicolon between."""
    here = hit.view.figure
    counts = [
        view
        for view in hit.reading.figures
        if view.figure.sentence == here.sentence
        and view is not hit.view
        and view.figure.kind is here.kind is FigureKind.LEVEL
        and alike(view.figure.quantity.unit, unit)
        and noun in view.own
        and ";" not in _between(hit, view.figure.quantity.span)
    ]
    start = here.quantity.span.start
    nearest = min(counts, key=lambda v: abs(v.figure.quantity.span.start - start), default=None)
    return replace(hit, view=nearest) if nearest else None


def _between(hit: FigureHit, other: Span) -> str:
    here = hit.view.figure.quantity.span
    first, second = sorted((here, other), key=lambda span: span.start)
    return hit.reading.folded[first.end : second.start]
