"""How a figure is asked for and stated (题干): official Chinese, with place and year."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.words import has_verb, listed, split_act
from index.vocabulary import unit_class
from prompts import say

if TYPE_CHECKING:
    from assistant.quiz.asking import AskedFigure

__all__ = ["lead", "led", "question_words", "sentence_words", "subject_words", "whole_words"]

_text = partial(say, "quiz")
_SHARES = ("%", "‰")
_OWN = (
    *("街道", "自治区", "省", "市", "县", "区", "州", "旗", "镇", "乡"),
    *("局", "厅", "委", "办"),
)
"""Ends of a reporter's name that its own offices begin with (县政府, 局机关)."""
_THIS_YEAR = re.compile(r"今年以来|今年|全年|本年度")
_OVER = ("超", "突破", "跨", "逾", "过", "破", "高于", "低于", "不", "至少")
_COUNTED = ("case", "person", "paper", "thing", "vehicle", "time")
"""Classes of units of which there are many or few; the others measure."""


def lead(asked: AskedFigure) -> str:
    """2022年,遂宁市安居区: when and who, and that it is a goal where it is one."""
    voice = asked.voice
    if asked.planned:
        return _text("scope_plan", who=voice.who, year=voice.year + 1)
    return _text("scope", year=voice.year, who=voice.who)


def led(asked: AskedFigure, words: str) -> str:
    """When and who, and what is said of them; no name and no time twice (云溪县|县政府)."""
    words = _THIS_YEAR.sub("", words) or words
    start = lead(asked)
    for own in _OWN:
        again = words.startswith(own) and not words.startswith(listed("asking", "kept_double"))
        if start.endswith(own) and again and len(words) > len(own):
            words = words[len(own) :]
            break
    return start + words


def subject_words(asked: AskedFigure, before: str | None = None) -> str:
    """Everything in front of the number, `before` in other words where they are given."""
    words = asked.before if before is None else before
    if not asked.whole:
        return led(asked, words)
    return _text("part_of", whole=led(asked, whole_words(asked.whole)), phrase=words)


def whole_words(whole: str) -> str:
    """受理的行政复议案件 for 受理行政复议案件: a whole as a noun; empty where that reads badly."""
    split = split_act(whole)
    if split is None:
        return ""
    who, act, rest = split
    return _text("done_to", who=who, act=act, rest=rest) if act else rest


def question_words(asked: AskedFigure, before: str | None = None) -> str:
    """The question for the number, without its question mark."""
    words = subject_words(asked, before)
    unit = asked.figure.quantity.unit
    if unit in _SHARES:
        changed = asked.phrase.endswith(listed("asking", "change_ends"))
        return _text("change" if changed else "rate", words=words)
    if not asked.after and not has_verb(asked.phrase):
        counted = _is_counted(asked)
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
        counted = _is_counted(asked)
        words = _text("stated_count" if counted else "stated_rate", words=words)
    return words + written + asked.after


def _is_counted(asked: AskedFigure) -> bool:
    """Whether there are so many of them; 人数 and 面积 are so much."""
    counted = unit_class(asked.figure.quantity.unit) in _COUNTED
    return counted and not asked.phrase.endswith(listed("asking", "amounts"))
