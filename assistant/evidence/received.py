"""What came in and what was taken up (收与受理): 收到213件,受理187件 are two numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.lexicon import cut, is_topic
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView
    from assistant.question.asks import Ask

__all__ = ["CAME", "TAKEN_UP", "at_the_other_stage", "stage_asked", "stage_of"]

_CAME = re.compile("新收|收到|接收|接到|收案|收件")
_TAKEN_UP = re.compile("(?<![不未])(?<!不予)(?<!未予)受理(?!率)")
CAME, TAKEN_UP = "收", "受理"


def stage_of(words: str) -> str:
    """收 or 受理; empty for words that say neither, or both."""
    came, taken_up = _CAME.search(words), _TAKEN_UP.search(words)
    if bool(came) == bool(taken_up):
        return ""
    return CAME if came else TAKEN_UP


def stage_asked(ask: Ask) -> str:
    """What an ask wants of the two; empty where it leaves that open."""
    return stage_of(ask.text)


def at_the_other_stage(ask: Ask, view: FigureView) -> bool:
    """Whether a number is of the other of the two, and its sentence counts the one asked for."""
    changed = view.subject if view.figure.kind is FigureKind.CHANGE else ""
    asked, own = stage_asked(ask), stage_of(view.own) or stage_of(changed)
    if not asked or not own or asked == own:
        return False
    said = {variant for term in (*ask.terms, *ask.context) for variant in term.variants}
    return any(
        stage_of(name) == asked and said.issuperset(word for word in cut(name) if is_topic(word))
        for name in view.fellows
    )
