"""Questions about one figure (数据题): choose, judge, fill in, answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.grounding import grounded
from assistant.model import Statement
from assistant.quiz.making import cite_figure, item_of, luck, shuffled
from assistant.quiz.model import Difficulty, Kind, NumberKey
from assistant.quiz.stems import question_words, sentence_words
from assistant.quiz.words import words_table
from assistant.quiz.wrong_numbers import wrong_numbers
from corpus.fold import fold
from corpus.model import Hedge
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.model import QuizItem
    from assistant.quiz.rivals import Rivals

__all__ = ["figure_items", "number_key", "stated"]

_text = partial(say, "quiz")
_OPTIONS = 4
_ONE_SIDED = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.OVER)
"""All that is false of 超过100 lies above it: among choices, the smallest would be right."""
_SHARES = ("%", "‰")
_SCALES = "百千万亿"


def figure_items(asked: AskedFigure, rivals: Rivals) -> Iterator[QuizItem]:
    """Every question about a figure, its sources proving what it holds to be right."""
    statement = Statement(text=stated(asked), citations=(cite_figure(asked),))
    if rivals.of(asked) or not grounded(statement) or _told(asked):
        return
    makers = (_choice, _true_or_false, _fill, _short)
    for make in makers:
        if item := make(asked, rivals):
            yield item


def stated(asked: AskedFigure) -> str:
    """The fact as a sentence."""
    return _text("stated", words=sentence_words(asked, asked.written))


def number_key(asked: AskedFigure, *, unit_told: bool) -> NumberKey:
    """A figure's number as the answer."""
    quantity = asked.figure.quantity
    return NumberKey(
        value=quantity.value,
        unit=quantity.unit,
        hedge=quantity.hedge,
        written=asked.written,
        unit_told=unit_told,
    )


def _told(asked: AskedFigure) -> bool:
    """Whether the words of the question hold the number that they ask for."""
    return asked.written in question_words(asked) or asked.written[:-1] in asked.phrase


def _choice(asked: AskedFigure, rivals: Rivals) -> QuizItem | None:
    if asked.figure.quantity.hedge in _ONE_SIDED:
        return None
    random = luck(asked.key, Kind.CHOICE)
    wrong = wrong_numbers(asked, rivals, random, _OPTIONS - 1)
    if len(wrong) < _OPTIONS - 1:
        return None
    options = shuffled((asked.written, *wrong), random)
    return item_of(
        kind=Kind.CHOICE,
        difficulty=Difficulty.DIRECT,
        stem=_text("question", words=question_words(asked)),
        options=options,
        right=(options.index(asked.written),),
        number=number_key(asked, unit_told=True),
        answer=asked.written,
        **_common(asked),
    )


def _true_or_false(asked: AskedFigure, rivals: Rivals) -> QuizItem | None:
    random = luck(asked.key, Kind.TRUE_FALSE)
    wrong = wrong_numbers(asked, rivals, random, 1)
    if not wrong:
        return None
    said = asked.written if random.random() < 1 / 2 else wrong[0]
    true = said == asked.written
    return item_of(
        kind=Kind.TRUE_FALSE,
        difficulty=Difficulty.DIRECT,
        stem=_text("judge", statement=sentence_words(asked, said)),
        options=(_text("true"), _text("false")),
        right=(0 if true else 1,),
        number=number_key(asked, unit_told=True),
        answer=_text("true") if true else _text("false_as", written=asked.written),
        **_common(asked),
    )


def _fill(asked: AskedFigure, _rivals: Rivals) -> QuizItem:
    unit = asked.figure.quantity.unit
    told = asked.written.endswith(unit) and not any(c in asked.written for c in _SCALES)
    blank = _text("blank_unit", unit=unit) if told else _text("blank")
    stem = _text("stated", words=sentence_words(asked, blank))
    return item_of(
        kind=Kind.FILL,
        difficulty=Difficulty.DIRECT,
        stem=stem if told else stem + _text("with_unit"),
        number=number_key(asked, unit_told=told),
        answer=asked.written,
        **_common(asked),
    )


def _short(asked: AskedFigure, rivals: Rivals) -> QuizItem:
    before = _reworded(asked)
    if before is not None and rivals.of(asked, fold(asked.whole + before + asked.after)):
        before = None
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.DIRECT if before is None else Difficulty.PARAPHRASE,
        stem=_text("question", words=question_words(asked, before)),
        number=number_key(asked, unit_told=asked.figure.quantity.unit not in _SHARES),
        answer=asked.written,
        **_common(asked),
    )


def _reworded(asked: AskedFigure) -> str | None:
    """The words in front of the number with another verb; None where none is listed."""
    verbs = words_table("paraphrases")["verbs"]
    for verb in sorted(verbs, key=len, reverse=True):
        if asked.before.startswith(verb) and len(asked.before) > len(verb) + 1:
            return str(verbs[verb]) + asked.before[len(verb) :]
    return None


def _common(asked: AskedFigure) -> dict[str, Any]:
    return {
        "explanation": stated(asked),
        "voice": asked.voice,
        "citations": (cite_figure(asked),),
        "rests_on": (asked.key,),
    }
