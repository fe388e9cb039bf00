"""Whether two figures tell of different acts (动作异同): 受理 against 办结, 移送 against 办理."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.name_words import words_of_name
from assistant.draft.words import act_words_in, acts_in, is_act_word, listed, rows
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView

__all__ = ["MADE_UP", "acts_apart", "apart"]

_DOING = frozenset(("own", "row", "subject", "segment", "after", "sentence"))
_DONE = "成功"
_LETTER = re.compile("(?:通知|建议|意见|告知|决定|督办|提示|整改|提醒|律师|工作)[书函单]|督办令")
MADE_UP = re.compile("^.*(?:组成|构成|组建)的")
"""聘请老党员组成的调解团成员: who they are, not what is counted."""
_NOT_LOST = re.compile("(?:无一[件起例宗]?|没有(?:一[件起例宗])?|零|未|无)败诉")
_NUMBER = re.compile(r"\d")


def acts_apart(said: FigureView, true: FigureView) -> bool:
    """Whether the acts differ that the names themselves say, or else the words around both."""
    if _converse(said.own, true.own):
        return False
    mine, theirs = _acts_of(said), _acts_of(true)
    if theirs & acts_in(_long_act(said.own)):
        return False
    if not mine and not theirs:
        return apart(_acts_beside(said), _acts_beside(true))
    return (
        _outcome_unknown(said, true)
        or _ruling_unsaid(said, true)
        or apart(
            mine or _lent_acts(said),
            theirs or _lent_acts(true),
        )
    )


def _ruling_unsaid(said: FigureView, true: FigureView) -> bool:
    """The report tells of a ruling or a handing over, the draft of something else done."""
    rulings = [word for word in listed("rulings") if word in true.own]
    if not rulings or not any(term.verb for term in words_of_name(said.own)):
        return False
    around = "".join(getattr(said, zone) for zone in _DOING)
    return not any(word in around for word in rulings) and not acts_in(true.own) & acts_in(around)


def _lent_acts(view: FigureView) -> frozenset[str]:
    """The acts around a name that has no verb of its own."""
    if any(term.verb and not term.act for term in words_of_name(view.own)):
        return frozenset()
    return acts_in(view.subject) or _acts_beside(view)


def _acts_of(view: FigureView) -> frozenset[str]:
    """The acts in a name; the 增加 of a change says which way it goes.

    调解纠纷成功, and 成功 behind 调解纠纷, are 调解成功.
    """
    if view.own.endswith(_DONE):
        for word in act_words_in(view.subject + view.own):
            if is_act_word(word + _DONE):
                return acts_in(word + _DONE)
    acts = acts_in(_sent(MADE_UP.sub("", view.own))) or acts_in(_long_act(view.own))
    return acts - acts_in("增加") if view.figure.kind is FigureKind.CHANGE else acts


def _long_act(own: str) -> str:
    """改了61个: the acts that a name of one character may say."""
    return next((" ".join(words) for short, *words in rows("short_acts") if short == own), "")


def _sent(own: str) -> str:
    """制发整改通知书 is to send it, 制发办法 to make it; 信息公开申请 are made, not published."""
    own = own.replace("信息公开", "信息")
    if _LETTER.search(own):
        for word in listed("gives"):
            own = own.replace(word, "发出")
    return own


def _converse(mine: str, theirs: str) -> bool:
    """单位收到通知书 and 向单位发出通知书 tell one act from both ends."""
    gives, takes = (
        [any(word in name for word in listed(way)) for name in (mine, theirs)]
        for way in ("gives", "takes")
    )
    return (gives[0] and takes[1]) or (takes[0] and gives[1])


def _outcome_unknown(said: FigureView, true: FigureView) -> bool:
    """The draft tells what became of it (移送), which the report says nowhere around its number."""
    outcomes = [word for word in listed("outcomes") if word in said.own]
    if not outcomes:
        return False
    around = "".join(getattr(true, zone) for zone in _DOING)
    same = frozenset().union(*map(acts_in, outcomes)) & acts_in(around)
    return not same and not any(word in around for word in outcomes)


def _acts_beside(view: FigureView) -> frozenset[str]:
    """The acts around a name; those of a stretch with a number of its own are that number's."""
    after = "" if _NUMBER.search(view.after) else _NOT_LOST.sub("胜诉", view.after)
    return acts_in(_NOT_LOST.sub("胜诉", view.row)) or acts_in(after)


def apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Each names one that the other does not."""
    return bool(mine - theirs) and bool(theirs - mine)
