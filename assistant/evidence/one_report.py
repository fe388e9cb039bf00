"""What one report says of an ask for one year (单份取数), and what it says otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.choose import choose_figure
from assistant.evidence.gather import Scope
from assistant.evidence.left_out import holds_what_is_left_out
from assistant.evidence.other_measure import narrower
from assistant.evidence.repeats import repeats_of
from assistant.evidence.rightful import rightful
from assistant.question.lexicon import coverage
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit
    from assistant.question.asks import Ask
    from index.library_db import ReportCard

__all__ = ["AS_GOOD", "in_report"]

AS_GOOD = 0.3
"""How much worse another report's figure may fit and still contradict."""


def in_report(
    ask: Ask, card: ReportCard, *, year: int, evidence: Evidence, words_only: bool
) -> list[FigureHit]:
    """The figures of one report that answer, with what the same report says otherwise."""
    scope = Scope(cards=(card,), years=(year,))
    choice = choose_figure(ask, scope, evidence, words_only=words_only)
    chosen = [_plainest(ask, hit, scope, evidence) for hit in choice.hits]
    kept = [rightful(ask, hit, scope, evidence) for hit in chosen if _of_kind(ask, hit)]
    hits = [hit for hit in kept if hit and not holds_what_is_left_out(ask, hit)]
    return [each for hit in hits for each in (hit, *repeats_of(hit))]


def _plainest(ask: Ask, hit: FigureHit, scope: Scope, evidence: Evidence) -> FigureHit:
    """The growth of the matter itself, where a narrower one fits as well (民营工业增加值)."""
    if not ask.change or not narrower(ask, hit.view):
        return hit
    others = (
        other
        for other in evidence.figures(ask, scope)
        if other.fit.score >= hit.fit.score - AS_GOOD
        and not other.fit.missing
        and _names_as_much(ask, other, hit)
        and not narrower(ask, other.view)
        and _of_kind(ask, other)
        and other.view.figure.kind is hit.view.figure.kind
    )
    return next(others, hit)


def _names_as_much(ask: Ask, one: FigureHit, other: FigureHit) -> bool:
    """Whether a figure's own name holds of the nouns asked for what another's holds."""
    nouns = [term for term in ask.terms if not term.verb]
    return all(coverage(term, one.view.own) >= coverage(term, other.view.own) for term in nouns)


_BESIDE_OTHERS = re.compile(r"高于|低于|快于|慢于|高出|占比|比重")


def _of_kind(ask: Ask, hit: FigureHit) -> bool:
    """A change or a target answers only where it is asked for; a lead over others is neither."""
    kind = hit.view.figure.kind
    if ask.change and ask.target and _BESIDE_OTHERS.search(hit.view.own):
        return bool(_BESIDE_OTHERS.search(ask.text)) and kind is FigureKind.TARGET
    if ask.target:
        return kind is FigureKind.TARGET
    if ask.change and _BESIDE_OTHERS.search(hit.view.own) and not _BESIDE_OTHERS.search(ask.text):
        return False
    return kind is not FigureKind.TARGET and (kind is FigureKind.CHANGE) <= ask.change
