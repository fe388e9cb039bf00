"""The stretch of a long sentence that matters (摘取): whole clauses, never a word changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.question.lexicon import Term, coverage, plain
from corpus.clauses import Clause, split_clauses
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.evidence.gather import SentenceHit

_SHORT = 90
"""A sentence up to this length is quoted whole."""


def excerpt(hit: SentenceHit, terms: tuple[Term, ...] = ()) -> Span:
    """The clauses from the first to the last that hold a word of the question."""
    reading = hit.reading
    sentence = reading.report.sentences[hit.view.position].span
    if sentence.end - sentence.start <= _SHORT or not terms:
        return sentence
    clauses = list(split_clauses(reading.folded, sentence))
    held = [
        position
        for position, clause in enumerate(clauses)
        if any(coverage(term, plain(clause.span.of(reading.folded))) >= 0.5 for term in terms)
    ]
    if not held:
        return sentence
    first, last = _row(clauses, held[0], held[-1])
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
