"""Figures that would answer the same question (歧义): where there is one, nothing is asked.

A figure answers a question if every word of the question stands in the words that name it. Its
own words count, and those that set its topic only where its own add nothing (受理37件 after
新收行政复议申请41件 answers no question about 新收行政复议申请).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.quiz.words import telling
from corpus.fold import fold
from index.vocabulary import plain, unit_class, variants_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.voices import Voice
    from corpus.model import Figure

__all__ = ["Rivals", "kin"]

_KIN = 0.5
"""Two figures that share this part of a question's words speak of one matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A figure and the words that name it."""

    report_id: str
    number: int
    figure: Figure
    own: str
    wide: str
    words: tuple[str, ...]


class Rivals:
    """All figures of the reports of one reporter, for finding those that answer alike."""

    def __init__(self, voices: Iterable[Voice]) -> None:
        self._named = [
            _named(voice, number) for voice in voices for number in range(len(voice.report.figures))
        ]

    def of(self, asked: AskedFigure, words: str | None = None) -> list[Figure]:
        """Other figures with another value that answer the question for this one.

        `words` are those of the question, where it does not use the report's.
        """
        wanted = _wanted(asked) if words is None else telling(words)
        return [
            other.figure
            for other in self._comparable(asked)
            if _answers(other, wanted)
            and other.figure.quantity.value != asked.figure.quantity.value
        ]

    def kindred(self, asked: AskedFigure) -> list[Figure]:
        """Figures of its report that speak of the same matter, whatever they count."""
        wanted = _wanted(asked)
        return [
            other.figure
            for other in self._named
            if other.figure.quantity.unit == asked.figure.quantity.unit
            and kin(wanted, other.wide) >= _KIN
        ]

    def strangers(self, asked: AskedFigure) -> list[Figure]:
        """Figures of the same report and unit that speak of something else."""
        wanted = _wanted(asked)
        return [
            other.figure
            for other in self._named
            if other.report_id == asked.voice.report.id
            and other.figure.quantity.unit == asked.figure.quantity.unit
            and abs(other.figure.sentence - asked.figure.sentence) > 1
            and kin(wanted, other.wide) < _KIN
        ]

    def _comparable(self, asked: AskedFigure) -> list[_Named]:
        """Figures that may be meant: of the same period, with a unit that counts the same."""
        figure = asked.figure
        return [
            other
            for other in self._named
            if (other.report_id, other.number) != (asked.voice.report.id, asked.number)
            and other.figure.period in (figure.period, None)
            and _same_unit(other.figure.quantity.unit, figure.quantity.unit)
        ]


def kin(wanted: tuple[str, ...], zone: str) -> float:
    """The part of some words that a stretch of text holds, each in its own or another writing."""
    if not wanted:
        return 0.0
    held = sum(len(word) for word in wanted if _stands(word, zone))
    return held / sum(map(len, wanted))


def _wanted(asked: AskedFigure) -> tuple[str, ...]:
    return telling(asked.whole + asked.phrase)


def _named(voice: Voice, number: int) -> _Named:
    figure = voice.report.figures[number]
    own = plain(
        fold(figure.indicator) + " " + voice.folded[figure.clause.start : figure.clause.end]
    )
    wide = own + plain(fold(figure.subject))
    if figure.parent is not None:
        wide += plain(fold(voice.report.figures[figure.parent].indicator))
    return _Named(
        report_id=voice.report.id,
        number=number,
        figure=figure,
        own=own,
        wide=wide,
        words=telling(fold(figure.indicator)),
    )


def _answers(other: _Named, wanted: tuple[str, ...]) -> bool:
    if all(_stands(word, other.own) for word in wanted):
        return True
    asked = "".join(wanted)
    adds_nothing = all(_stands(word, asked) for word in other.words)
    return adds_nothing and all(_stands(word, other.wide) for word in wanted)


def _stands(word: str, zone: str) -> bool:
    return any(variant in zone for variant in variants_of(word))


def _same_unit(one: str, other: str) -> bool:
    if one == other:
        return True
    kind = unit_class(one)
    return kind is not None and kind == unit_class(other)
