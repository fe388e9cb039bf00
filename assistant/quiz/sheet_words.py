"""Questions as they are read (题面): for terminals and printed papers."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.quiz.model import Difficulty, Kind, QuizItem
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "LETTERS",
    "by_kind",
    "difficulty_name",
    "difficulty_why",
    "key_line",
    "kind_name",
    "offered",
]

_text = partial(say, "quiz")
LETTERS = "ABCDEFGH"


def _named(kind: str, key: str) -> str:
    names = table("quiz")[kind]
    if not isinstance(names, dict):
        raise TypeError(f"quiz.{kind} is no table")
    return str(names[key])


def kind_name(kind: Kind) -> str:
    """单项选择题 and the like."""
    return _named("kinds", kind.value)


def difficulty_name(item: QuizItem) -> str:
    """直接取用 and the like."""
    return _named("difficulties", _asks(item))


def difficulty_why(item: QuizItem) -> str:
    """What makes a question as hard as it is."""
    return _named("difficulty_why", _asks(item))


def _asks(item: QuizItem) -> str:
    """What it takes to answer; cards that were kept may call a list of points direct."""
    if item.points:
        return Difficulty.SUMMARY
    return item.kind if item.kind is Kind.MATCH else item.difficulty


def by_kind(items: Iterable[QuizItem]) -> list[tuple[Kind, list[QuizItem]]]:
    """The questions under their kinds, in the order in which papers have them."""
    order = {kind: place for place, kind in enumerate(Kind)}
    ordered = sorted(items, key=lambda item: order[item.kind])
    return [(kind, list(those)) for kind, those in groupby(ordered, key=lambda item: item.kind)]


def offered(item: QuizItem) -> list[str]:
    """The lines under a stem: options, or the two sides of a match."""
    if item.kind is Kind.TRUE_FALSE:
        return []
    if item.kind is Kind.MATCH:
        left = [f"{place}. {word}" for place, word in enumerate(item.options, start=1)]
        return left + _lettered(item.matches)
    return _lettered(item.options)


def _lettered(options: Sequence[str]) -> list[str]:
    return [f"{letter}. {option}" for letter, option in zip(LETTERS, options, strict=False)]


def key_line(item: QuizItem) -> str:
    """The right answer as a key has it: letters where there are letters."""
    letters = [LETTERS[place] for place in item.right]
    if item.kind is Kind.CHOICE:
        return f"{letters[0]}({item.answer})"
    if item.kind is Kind.ORDER:
        return f"{' > '.join(letters)}({item.answer})"
    if item.kind is Kind.MATCH:
        return _text("list_comma").join(
            f"{place}—{letter}" for place, letter in enumerate(letters, start=1)
        )
    return item.answer
