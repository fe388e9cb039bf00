"""The stretch of a long sentence that matters (摘取): whole clauses, never a word changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.lexicon import Term, coverage, plain
from corpus.clauses import Clause, split_clauses
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.evidence.gather import SentenceHit

_NAMES = re.compile("[,:]?(?:即|分别[是为]|包括|也就是|依次[是为])")
"""A clause that names what the one before has counted (重大决策2件,即…和…)."""
_SHORT = 90
"""A sentence up to this length is quoted whole."""


def excerpt(
    hit: SentenceHit, terms: tuple[Term, ...] = (), told: re.Pattern[str] | None = None
) -> Span:
    """The clauses from the first to the last that hold a word of the question or what is told."""
    reading = hit.reading
    sentence = reading.report.sentences[hit.view.position].span
    if sentence.end - sentence.start <= _SHORT or not terms:
        return sentence
    clauses = list(split_clauses(reading.folded, sentence))
    held = [
        position
        for position, clause in enumerate(clauses)
        if any(coverage(term, plain(clause.span.of(reading.folded))) >= 0.5 for term in terms)
        or (told is not None and told.search(clause.span.of(reading.folded)))
    ]
    if not held:
        return sentence
    first, last = _row(clauses, held[0], held[-1])
    if last + 1 < len(clauses) and _NAMES.match(clauses[last + 1].span.of(reading.folded)):
        first, last = _row(clauses, first, last + 1)
    return Span(clauses[first].span.start, clauses[last].span.end)


def _row(clauses: list[Clause], first: int, last: int) -> tuple[int, int]:
    """Widened to the commas around, so that no row of nouns and no bracket is cut."""
    while first > 0 and (clauses[first].mark in "、()" or clauses[first].depth > 0):
        first -= 1
    while last + 1 < len(clauses) and (
        clauses[last + 1].mark in "、()" or clauses[last + 1].depth > 0
    ):
        last += 1
    return first, last
