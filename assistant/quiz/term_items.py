"""Terms to be matched with what a report says they are (术语连线); none where it explains few."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.making import item_of, luck, shuffled
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.terms import Source
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.quiz.model import QuizItem
    from assistant.quiz.terms import Term
    from assistant.quiz.voices import Voice

__all__ = ["term_items"]

_text = partial(say, "quiz")
_FEWEST, _PAIRS = 3, 4


def term_items(voice: Voice, terms: Sequence[Term]) -> Iterator[QuizItem]:
    """Questions of four terms each, or three at last, as far as a report explains its terms."""
    pool = [(term, hint) for term in terms if (hint := _hint(term))]
    while True:
        chosen: list[tuple[Term, str]] = []
        for term, hint in pool:
            if all(_unlike(term, hint, other, said) for other, said in chosen):
                chosen.append((term, hint))
            if len(chosen) == _PAIRS:
                break
        if len(chosen) < _FEWEST:
            return
        pool = [pair for pair in pool if pair not in chosen]
        yield _item(voice, chosen)


def _item(voice: Voice, chosen: Sequence[tuple[Term, str]]) -> QuizItem:
    names = "、".join(_text("quoted", words=term.word) for term, _ in chosen)
    stem = _text("match_terms", year=voice.year, who=voice.who, names=names)
    random = luck(stem)
    hints = {term.word: hint for term, hint in chosen}
    options = shuffled(list(hints), random)
    matches = shuffled(list(hints.values()), random)
    pairs = [_text("matched", word=word, hint=hints[word]) for word in options]
    return item_of(
        kind=Kind.MATCH,
        difficulty=Difficulty.DIRECT,
        stem=stem,
        options=options,
        matches=matches,
        right=[matches.index(hints[word]) for word in options],
        answer=";".join(pairs),
        explanation=_text("points_joined", points=";".join(pairs)),
        voice=voice,
        citations=[term.citation for term, _ in chosen],
        rests_on=[f"{voice.report.id}/{term.word}" for term, _ in chosen],
    )


def _hint(term: Term) -> str:
    """What a term is matched with: what the report says it is; nothing where it only uses it."""
    return "" if term.source is Source.USED else term.told.replace(term.word, _text("blank"))


def _unlike(term: Term, hint: str, other: Term, said: str) -> bool:
    """Neither term stands in the other's explanation, nor shares its sentence."""
    return (
        term.citation != other.citation
        and hint != said
        and term.word not in said
        and other.word not in hint
        and term.word not in other.word
        and other.word not in term.word
    )
