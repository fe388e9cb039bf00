"""What the reports have on an ask (取证): figures and sentences of the reports in question."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from assistant.evidence.admissible import is_part_of, is_told, outdated, timeliness
from assistant.evidence.bars import barred
from assistant.evidence.drawbacks import drawback
from assistant.evidence.entities import entities_of, is_department, under_one_name
from assistant.evidence.fit import Fit, fit_sentence
from assistant.evidence.matching import fit_figure, is_of_a_topic_unasked
from assistant.evidence.reading import FigureView, Reading, SentenceView, lay_out
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term
    from assistant.question.query import Query
    from corpus.model import Report
    from index.ledger import Ledger
    from index.library_db import ReportCard

_READINGS = 160
"""Reports kept laid out."""
_FEW_REPORTS = 3
"""So few reports are read whole; of more, only the sentences that the search finds."""
_CANDIDATES = 120


class Shelf(Protocol):
    """What evidence is taken from: a snapshot and its searches."""

    @property
    def cards(self) -> Sequence[ReportCard]:
        """Every report of the library."""
        ...

    def report(self, report_id: str) -> Report:
        """One report, whole."""
        ...

    def by_words(self, text: str, k: int, report_ids: Iterable[str]) -> list[tuple[str, int]]:
        """The sentences that share words: report and position, best first."""
        ...

    def by_meaning(
        self, text: str, k: int, report_ids: Iterable[str]
    ) -> list[tuple[str, int, float]]:
        """The sentences nearest in meaning, with their cosine, best first."""
        ...

    def closeness(self, question: str, texts: Sequence[str]) -> list[float]:
        """The cosine of a question to each of a few short texts."""
        ...

    @property
    def ledger(self) -> Ledger | None:
        """Every figure of every report; None where there is none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The reports a question is about, and the years it names (检索范围)."""

    cards: tuple[ReportCard, ...]
    years: tuple[int, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the reports."""
        return frozenset(card.id for card in self.cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureHit:
    """A figure that may answer an ask."""

    fit: Fit
    view: FigureView
    reading: Reading
    near: float
    """Cosine of its sentence to the question; 0 if not asked for."""
    timely: float = 0.0
    """What it is worth that its report is the one of the year asked for."""
    close: float | None = None
    """Cosine of its own stretch of the sentence to the question; None if not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceHit:
    """A sentence that may answer an ask."""

    fit: Fit
    view: SentenceView
    reading: Reading
    near: float


class Evidence:
    """Search over one library, ranked by words first and by meaning where words fall short."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.cards = under_one_name(shelf.cards)
        """Every report, one place under one name."""
        self.everyone = entities_of(self.cards)
        """Every reporter."""
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._planted: dict[str, frozenset[int]] = {}

    def reading(self, report_id: str) -> Reading:
        """A report laid out for matching."""
        reading = self._readings.pop(report_id, None) or lay_out(self.shelf.report(report_id))
        self._readings[report_id] = reading
        while len(self._readings) > _READINGS:
            self._readings.popitem(last=False)
        return reading

    def planted(self, reading: Reading) -> frozenset[int]:
        """The sentences that are no evidence: orders to a machine, not the report's words."""
        report = reading.report
        if report.id not in self._planted:
            self._planted[report.id] = frozenset(
                position
                for position, sentence in enumerate(report.sentences)
                if reads_like_an_order(report.quote(sentence.span))
            )
        return self._planted[report.id]

    def figures(
        self, ask: Ask, scope: Scope, near: dict[tuple[str, int], float] | None = None
    ) -> list[FigureHit]:
        """Figures of the scope that could answer, best first; the same order every time."""
        near = near or {}
        hits = []
        for reading, positions in self._candidates((*ask.terms, *ask.context), scope, near):
            planted = self.planted(reading)
            for view in reading.figures:
                figure = view.figure
                if positions is not None and figure.sentence not in positions:
                    continue
                if figure.sentence in planted:
                    continue
                if scope.years and figure.period not in scope.years:
                    continue
                if outdated(figure, ask, scope, reading) or is_told(ask, figure):
                    continue
                if ask.out_of is not None and not is_part_of(ask.out_of, figure, reading.report):
                    continue
                if barred(ask, view):
                    continue
                fit = fit_figure(ask, view)
                if fit is not None:
                    timely = timeliness(scope, reading, figure) - drawback(ask, view)
                    cosine = near.get((reading.report.id, figure.sentence), 0.0)
                    hits.append(
                        FigureHit(fit=fit, view=view, reading=reading, near=cosine, timely=timely)
                    )
        return sorted(
            hits,
            key=lambda hit: (
                -_rank(hit),
                is_of_a_topic_unasked(ask, hit.view),
                hit.reading.report.id,
                hit.view.figure.quantity.span,
            ),
        )

    def sentences(
        self,
        terms: tuple[Term, ...],
        scope: Scope,
        near: dict[tuple[str, int], float] | None = None,
        *,
        denied: bool = False,
    ) -> list[SentenceHit]:
        """Sentences of the scope that could answer, best first; with `denied`, also by a no."""
        near = near or {}
        hits = []
        for reading, positions in self._candidates(terms, scope, near):
            plans, planted = reading.plans, self.planted(reading)
            for view in reading.sentences:
                if positions is not None and view.position not in positions:
                    continue
                if view.position in planted:
                    continue
                if not _year_fits(reading, view, scope.years, plans):
                    continue
                cosine = near.get((reading.report.id, view.position), 0.0)
                fit = fit_sentence(terms, view, denied=denied)
                hits.append(SentenceHit(fit=fit, view=view, reading=reading, near=cosine))
        return sorted(hits, key=lambda hit: (-_rank(hit), hit.reading.report.id, hit.view.position))

    def meaning(self, text: str, scope: Scope, k: int = 40) -> dict[tuple[str, int], float]:
        """Cosines of the sentences nearest to a text; the one place where the encoder is called."""
        found: dict[tuple[str, int], float] = {}
        for report_id, position, cosine in self.shelf.by_meaning(text, k, scope.ids):
            found.setdefault((report_id, position), cosine)
        return found

    def looked_at(self, text: str, hits: Sequence[FigureHit]) -> list[FigureHit]:
        """The figures with the closeness of each one's own words to the question, closest first."""
        own = [_named_clause(hit) for hit in hits]
        cosines = self.shelf.closeness(text, own)
        seen = [replace(hit, close=cosine) for hit, cosine in zip(hits, cosines, strict=True)]
        return sorted(seen, key=lambda hit: -closely(hit))

    def _candidates(
        self, terms: tuple[Term, ...], scope: Scope, near: dict[tuple[str, int], float]
    ) -> list[tuple[Reading, frozenset[int] | None]]:
        """The reports to look into, and the sentences to look at; None for all."""
        if len(scope.cards) <= _FEW_REPORTS:
            return [(self.reading(card.id), None) for card in scope.cards]
        words = " ".join(variant for term in terms for variant in term.variants)
        found: dict[str, set[int]] = {}
        for report_id, position in self.shelf.by_words(words, _CANDIDATES, scope.ids):
            found.setdefault(report_id, set()).add(position)
        for report_id, position in near:
            found.setdefault(report_id, set()).add(position)
        return [(self.reading(name), frozenset(found[name])) for name in sorted(found)]


def scope_of(query: Query, cards: Sequence[ReportCard]) -> Scope:
    """The reports of the departments or places named; of all if none is named.

    A place stands for its government, not for its departments, if that has reports.
    """
    kept = [card for card in cards if not query.organs or card.organ in query.organs]
    kept = [card for card in kept if not query.places or card.place in query.places]
    if query.places and not query.organs:
        own = {card.place for card in kept if not is_department(card.organ)}
        kept = [c for c in kept if c.place not in own or not is_department(c.organ)]
    kept = [card for card in kept if query.edition in (None, card.year)] or kept
    return Scope(cards=tuple(kept), years=query.years)


_NEAR_WEIGHT = 2.0
_FAR = 0.80
"""Cosines of this model lie between .75 and .95; below this nothing is meant."""


def _rank(hit: FigureHit | SentenceHit) -> float:
    timely = hit.timely if isinstance(hit, FigureHit) else 0.0
    return hit.fit.score + timely + _NEAR_WEIGHT * max(0.0, hit.near - _FAR)


def _year_fits(
    reading: Reading, view: SentenceView, years: tuple[int, ...], plans: frozenset[int]
) -> bool:
    """A sentence speaks of its report's year, in a section of plans of the next one."""
    year = reading.report.metadata.year
    if not years or year is None:
        return True
    if any(f"{wanted}年" in reading.folded[slice(*_span(reading, view))] for wanted in years):
        return True
    section = reading.report.sentences[view.position].section
    return (year + 1 if section in plans else year) in years


def _span(reading: Reading, view: SentenceView) -> tuple[int, int]:
    span = reading.report.sentences[view.position].span
    return span.start, span.end


_CLOSE_WEIGHT = 3.0
"""What a cosine weighs beside a score of words; between 2 and 6 the golden questions agree."""


def _named_clause(hit: FigureHit) -> str:
    """The figure's clause; led by its name where it is a bare number (甲、乙分别为5件和3件)."""
    clause = hit.view.figure.clause.of(hit.reading.folded)
    words = re.sub(r"[^\u4e00-\u9fff]", "", clause)
    return clause if len(words) > _BARE else f"{hit.view.own}{clause}"


_BARE = 3
"""和2287件: so few characters say nothing."""


def closely(hit: FigureHit) -> float:
    """How well a figure answers by its words and by their meaning."""
    return hit.fit.score + hit.timely + _CLOSE_WEIGHT * ((hit.close or 0.0) - _FAR)
