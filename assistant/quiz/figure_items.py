"""Questions about one figure (数据题): choose, judge, fill in, answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.grounding import grounded
from assistant.model import Statement
from assistant.quiz.making import cite_figure, item_of, luck, shuffled
from assistant.quiz.model import Difficulty, Kind, NumberKey
from assistant.quiz.stems import led, question_words, sentence_words
from assistant.quiz.words import listed, split_act, words_table
from assistant.quiz.wrong_numbers import wrong_number, wrong_numbers
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
_ONE_SIDED = (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.OVER)
"""All that is false of 超过100 lies above it: among choices, the smallest would be right."""
_SHARES = ("%", "‰")
_SCALES = "百千万亿"
_TIMES = ("次", "场", "期", "轮")
"""Units of what is held: 研究法治工作4次 are no four 法治工作."""


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
    wrong = wrong_numbers(asked, rivals, random)
    if not wrong:
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
    wrong = wrong_number(asked, rivals, random)
    if wrong is None:
        return None
    said = asked.written if random.random() < 1 / 2 else wrong
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
    words = _reworded(asked, rivals)
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.DIRECT if words is None else Difficulty.PARAPHRASE,
        stem=_text("question", words=words or question_words(asked)),
        number=number_key(asked, unit_told=asked.figure.quantity.unit not in _SHARES),
        answer=asked.written,
        **_common(asked),
    )


def _reworded(asked: AskedFigure, rivals: Rivals) -> str | None:
    """The question in other words (办理的案件有多少件), with another verb where one is listed."""
    split = split_act(asked.before)
    if split is None or asked.whole or asked.after or asked.planned:
        return None
    who, act, rest = split
    if not act or not asked.phrase.endswith(rest) or act in listed("paraphrases", "stay"):
        return None
    unit = asked.figure.quantity.unit
    held = act in listed("paraphrases", "held") or not unit.endswith(_TIMES)
    if unit in _SHARES or _marked(rest) or not held:
        return None
    another = _synonym(act, rest)
    if rivals.of(asked, fold(who + another + rest)):
        another = act
    return _text("done_many", words=led(asked, who + another), what=rest, unit=unit)


def _synonym(act: str, rest: str) -> str:
    """Another verb that says the same of such a thing; the same verb where none is listed."""
    for one in words_table("paraphrases")["verbs"]:
        if one["act"] == act and any(rest.endswith(end) for end in one["ends"]):
            return str(one["other"])
    return act


def _marked(rest: str) -> bool:
    """Whether what an act is done to is a list or a name, which stands badly in front of it."""
    return any(mark in rest for mark in "、“《(和及与")


def _common(asked: AskedFigure) -> dict[str, Any]:
    return {
        "explanation": stated(asked),
        "voice": asked.voice,
        "citations": (cite_figure(asked),),
        "rests_on": (asked.key,),
        "broad": "plans" if asked.planned else None,
    }
