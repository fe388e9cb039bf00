"""Terms to be matched with what a report says of them (术语连线)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.making import item_of, luck, shuffled
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.terms import Source
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.quiz.asking import Voice
    from assistant.quiz.model import QuizItem
    from assistant.quiz.terms import Term

__all__ = ["term_items"]

_text = partial(say, "quiz")
_PAIRS = 4
_AROUND = 26
_LEAST_AROUND = 12
_MARKS = ",;:。"


def term_items(voice: Voice, terms: Sequence[Term]) -> Iterator[QuizItem]:
    """Questions of four terms each, as far as a report's terms go."""
    pool = [(term, hint) for term in terms if (hint := _hint(term))]
    while True:
        chosen: list[tuple[Term, str]] = []
        for term, hint in pool:
            if all(_unlike(term, hint, other, said) for other, said in chosen):
                chosen.append((term, hint))
            if len(chosen) == _PAIRS:
                break
        if len(chosen) < _PAIRS:
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
    """What a term is matched with: its explanation, or the words around it with a gap."""
    if term.source is not Source.USED:
        return term.told.replace(term.word, "____")
    at = term.told.find(term.word)
    if at < 0:
        return ""
    start, end = max(0, at - _AROUND), min(len(term.told), at + len(term.word) + _AROUND)
    cut = [place for mark in _MARKS if (place := term.told.find(mark, start, at)) >= 0]
    start = min(cut) + 1 if cut and start else start
    cut = [
        place for mark in _MARKS if (place := term.told.rfind(mark, at + len(term.word), end)) >= 0
    ]
    end = max(cut) if cut and end < len(term.told) else end
    hint = term.told[start:end]
    if len(hint) - len(term.word) < _LEAST_AROUND:
        return ""
    return hint.replace(term.word, "____")


def _unlike(term: Term, hint: str, other: Term, said: str) -> bool:
    """Neither term fits the other's gap by standing there, nor shares its sentence."""
    return (
        term.citation != other.citation
        and hint != said
        and term.word not in said
        and other.word not in hint
        and term.word not in other.word
        and other.word not in term.word
    )
