"""How a figure is asked for and stated (题干): official Chinese, with place and year."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import rjieba

from assistant.quiz.words import has_verb, listed
from index.vocabulary import unit_class
from prompts import say

if TYPE_CHECKING:
    from assistant.quiz.asking import AskedFigure

__all__ = ["lead", "question_words", "sentence_words", "split_verb", "subject_words"]

_text = partial(say, "quiz")
_SHARES = ("%", "‰")
_OVER = ("超", "突破", "跨", "逾", "过", "破", "高于", "低于", "不", "至少")
_COUNTED = ("case", "person", "paper", "thing", "vehicle", "time")
"""Classes of units of which there are many or few; the others measure."""


def lead(asked: AskedFigure) -> str:
    """2022年,遂宁市安居区: when and who, and that it is a goal where it is one."""
    voice = asked.voice
    if asked.planned:
        return _text("scope_plan", who=voice.who, year=voice.year + 1)
    return _text("scope", year=voice.year, who=voice.who)


def subject_words(asked: AskedFigure, before: str | None = None) -> str:
    """Everything in front of the number, `before` in other words where they are given."""
    words = asked.before if before is None else before
    if not asked.whole:
        return lead(asked) + words
    verb, rest = split_verb(asked.whole)
    if verb:
        return _text("part_of_act", scope=lead(asked), verb=verb, rest=rest, phrase=words)
    return _text("part_of", scope=lead(asked), whole=asked.whole, phrase=words)


def question_words(asked: AskedFigure, before: str | None = None) -> str:
    """The question for the number, without its question mark."""
    words = subject_words(asked, before)
    unit = asked.figure.quantity.unit
    if unit in _SHARES:
        changed = asked.phrase.endswith(listed("asking", "change_ends"))
        return _text("change" if changed else "rate", words=words)
    if not asked.after and not has_verb(asked.phrase):
        counted = unit_class(unit) in _COUNTED
        return _text("have_many" if counted else "is_many", words=words, unit=unit)
    return _text("many", words=words, unit=unit, after=asked.after)


def sentence_words(asked: AskedFigure, written: str) -> str:
    """The fact as a sentence, without its full stop."""
    words = subject_words(asked)
    changed = asked.phrase.endswith(listed("asking", "change_ends"))
    if written.startswith(_OVER):
        pass  # 规模突破1万人 needs no verb
    elif asked.figure.quantity.unit in _SHARES and not changed:
        words = _text("stated_rate", words=words)
    elif not asked.after and not has_verb(asked.phrase):
        counted = unit_class(asked.figure.quantity.unit) in _COUNTED
        words = _text("stated_count" if counted else "stated_rate", words=words)
    return words + written + asked.after


def split_verb(whole: str) -> tuple[str, str]:
    """受理|行政复议案件: a verb in front and what it is done to; no verb where there is none."""
    words = rjieba.tag(whole)
    if len(words) > 1 and words[0][1] == "v" and len(words[0][0]) > 1:
        return words[0][0], whole[len(words[0][0]) :]
    return "", whole
