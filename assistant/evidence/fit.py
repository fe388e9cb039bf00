"""How well something fits an ask (匹配度), and the fit of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.question.lexicon import Term, coverage

if TYPE_CHECKING:
    from assistant.evidence.reading import SentenceView

__all__ = ["NEAR_ENOUGH", "Fit", "fit_sentence"]

NEAR_ENOUGH = 0.5
"""Share of a word by which it counts as found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well something fits an ask (匹配度)."""

    score: float
    covered: float
    """Weight share of the words found, far ones counted less."""
    missing: tuple[Term, ...]
    """Words found nowhere near."""


def fit_sentence(terms: tuple[Term, ...], view: SentenceView, *, denied: bool = False) -> Fit:
    """The fit of a sentence, what stands around it counted less; with `denied`, also of a no."""
    weight = found = 0.0
    missing = []
    for term in terms:
        here = coverage(term, view.text, denied=denied)
        best = max(here, 0.6 * coverage(term, view.headings), 0.4 * coverage(term, view.before))
        weight += term.weight
        found += term.weight * best
        if best < NEAR_ENOUGH:
            missing.append(term)
    covered = found / weight if weight else 0.0
    return Fit(score=covered - 0.0002 * len(view.text), covered=covered, missing=tuple(missing))
