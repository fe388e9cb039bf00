"""What training passes on (培训): values that are complete in themselves.

A question carries its answer, its explanation and its citations, so that a card that was kept for
months can still be asked, graded and opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from assistant.model import Citation
    from corpus.model import Hedge

__all__ = ["Difficulty", "Kind", "NumberKey", "QuizItem"]


class Kind(StrEnum):
    """How a question is answered (题型)."""

    CHOICE = "choice"
    TRUE_FALSE = "true_false"
    FILL = "fill"
    SHORT = "short"
    MATCH = "match"
    ORDER = "order"


class Difficulty(StrEnum):
    """What it takes to answer (难度)."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"
    COMPARISON = "comparison"
    ARITHMETIC = "arithmetic"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKey:
    """The number that answers (数值答案)."""

    value: Decimal
    unit: str
    hedge: Hedge
    written: str
    """As the report writes it, without spaces; for a result, as the working writes it."""
    unit_told: bool
    """The question names the unit, so that a bare number is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizItem:
    """One question with all that is needed to ask, grade and explain it (题目)."""

    id: str
    """Hash of what it asks and of where its answer stands."""
    kind: Kind
    difficulty: Difficulty
    stem: str
    options: tuple[str, ...] = ()
    """Choice and true or false: what to choose from; order and match: the left side, shuffled."""
    matches: tuple[str, ...] = ()
    """Match: the right side, shuffled."""
    right: tuple[int, ...] = ()
    """Positions among the options: the right one; the right order; each option's match."""
    number: NumberKey | None = None
    points: tuple[str, ...] = ()
    """What a short answer in words must name (要点)."""
    answer: str
    """The right answer in words."""
    explanation: str
    """The sentence that states the fact, place and year included; for a result, its working."""
    place: str
    year: int
    topic: str
    """What the question is about (主题), for progress and papers."""
    section: tuple[str, ...]
    """Headings above the answer, top first."""
    rests_on: tuple[str, ...]
    """The facts used, as report and position; two questions on the same ones are much alike."""
    citations: tuple[Citation, ...]
    worded_by: str = ""
    """The language model that worded stem or explanation; empty where the rules did."""

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a question needs a citation")

    @property
    def reports(self) -> frozenset[str]:
        """The reports without which it cannot be asked."""
        return frozenset(citation.report_id for citation in self.citations)
