"""Figures of the library that a claim may be of (候选数据): those worded alike, or as large."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.in_turn import named_in_turn
from assistant.draft.likeness import name_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim
    from assistant.evidence.gather import Evidence
    from assistant.evidence.reading import FigureView, Reading

__all__ = ["Candidate", "Candidates", "candidate_of"]

_WHOLE = 48
"""Reports of so small a library are searched whole."""
_FOUND, _READ = 80, 12
"""Of a large one: sentences that the search by words finds, and reports that are opened."""
_WORDED, _SIZED = 24, 16
_NEAR = 8
_MOVED = re.compile("[比较](?:上|去|前)一?年(?!度?(?:的|为|是|同期(?:的|为|是)))")
_PAPERS = re.compile("20\\d\\d年(?:以来|底前|底以前|以前|之?前)(?:制发|印发|制定|出台|发布|颁布)")
_BELOW, _ABOVE = 0.82, 1.22
"""Numbers within these shares of a claim's may be what it rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A figure of a report that a claim may be of (候选)."""

    view: FigureView
    reading: Reading
    place: str | None
    """The place its number is of: the report's, or the one its sentence names."""
    home: str | None
    """The place of its report."""
    year: int | None
    """The year it speaks of."""

    @property
    def ends_a_change(self) -> bool:
        """Whether it took the place of the number before it (由93人增至168人)."""
        span = self.view.figure.quantity.span
        return any(
            other.superseded
            and other.figure.sentence == self.view.figure.sentence
            and 0 <= span.start - other.figure.quantity.span.end <= _NEAR
            for other in self.reading.figures
        )


def candidate_of(view: FigureView, reading: Reading, home: str | None) -> Candidate:
    """A figure of a report as a candidate."""
    place = view.figure.place or home
    return Candidate(
        view=view, reading=reading, place=place, home=home, year=_year_of(view, reading)
    )


def _year_of(view: FigureView, reading: Reading) -> int | None:
    """The year that a figure speaks of.

    较上年前移3位 is told of the report's own, and so is what was done with the papers of old.
    """
    period, own = view.figure.period, reading.report.metadata.year
    if period is None or own is None or period >= own:
        return period
    if own == period + 1 and _MOVED.match(view.own):
        return own
    sentence = reading.report.sentences[view.figure.sentence].span.of(reading.folded)
    return own if _PAPERS.search(sentence) else period


class Candidates:
    """The figures of a library by their words and sizes; made once for a library."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._places = {card.id: card.place for card in evidence.cards}
        small = len(evidence.cards) <= _WHOLE
        self._shelf = _Shelf(self._of(card.id for card in evidence.cards)) if small else None

    def near(self, claim: Claim) -> list[Candidate]:
        """The figures worth a comparison, inside the claim's scope and out of it."""
        if claim.view is None:
            return []
        shelf = self._shelf or _Shelf(self._searched(claim))
        return shelf.near(claim)

    def _searched(self, claim: Claim) -> list[Candidate]:
        """The figures of the reports that a search by words finds, the claim's own first."""
        evidence = self._evidence
        everyone = frozenset(self._places)
        inside = frozenset(
            card.id
            for card in evidence.cards
            if claim.scope.places is not None
            and card.place in claim.scope.places
            and (claim.scope.years is None or card.year in claim.scope.years)
        )
        words = " ".join(term.text for term, _ in name_terms(claim.view)) if claim.view else ""
        ids = list(inside)[:_READ]
        for report_id, _ in evidence.shelf.by_words(words, _FOUND, everyone):
            if report_id not in ids and len(ids) < 2 * _READ:
                ids.append(report_id)
        return self._of(ids)

    def _of(self, report_ids: Iterable[str]) -> list[Candidate]:
        found = []
        for report_id in report_ids:
            reading = self._evidence.reading(report_id)
            place = self._places[report_id]
            found += [candidate_of(view, reading, place) for view in named_in_turn(reading.figures)]
        return found


class _Shelf:
    """Some figures, by the pairs of characters in their words, and by size."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._all = candidates
        self._holders: dict[str, list[int]] = {}
        for number, one in enumerate(candidates):
            for pair in _pairs(one.view.own + one.view.subject + one.view.row + one.view.after):
                self._holders.setdefault(pair, []).append(number)
        sized = sorted(
            (float(one.view.figure.quantity.value), number) for number, one in enumerate(candidates)
        )
        self._sizes = [size for size, _ in sized]
        self._by_size = [number for _, number in sized]

    def near(self, claim: Claim) -> list[Candidate]:
        view = claim.view
        if view is None:
            return []
        scores = self._scores(view)
        ranked = sorted(scores, key=lambda number: -scores[number])
        inside = [n for n in ranked if self._inside(claim, n)][:_WORDED]
        sized = self._sized(float(view.figure.quantity.value))
        as_large = sorted((n for n in sized if n in scores), key=lambda n: -scores[n])
        near = [n for n in as_large if self._inside(claim, n)][:_SIZED]
        far = [n for n in as_large if not self._inside(claim, n)][:_SIZED]
        return [self._all[n] for n in dict.fromkeys((*inside, *near, *far))]

    def _inside(self, claim: Claim, number: int) -> bool:
        one = self._all[number]
        return claim.scope.holds(one.place, one.year)

    def _scores(self, view: FigureView) -> Counter[int]:
        words = [variant for term, _ in name_terms(view) for variant in term.variants[:6]]
        pairs = _pairs(view.own + view.subject + view.row) | {
            pair for word in words for pair in _pairs(word)
        }
        scores: Counter[int] = Counter()
        total = len(self._all) + 1
        for pair in pairs:
            holders = self._holders.get(pair, ())
            rare = math.log(total / (len(holders) + 1))
            for number in holders:
                scores[number] += rare  # type: ignore[assignment]
        return scores

    def _sized(self, size: float) -> list[int]:
        low, high = sorted((size * _BELOW, size * _ABOVE))
        return self._by_size[bisect_left(self._sizes, low) : bisect_right(self._sizes, high)]


@lru_cache(maxsize=1 << 14)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
