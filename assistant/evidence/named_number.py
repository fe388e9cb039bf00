"""A name with a number in it, unfolded (带数字的名称): “三个清单”是哪三个 wants all three told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.choose_sentence import sentence_answers

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope, SentenceHit
    from assistant.question.asks import Ask

__all__ = ["telling_all"]

_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_NAME = r"(?P<name>(?P<count>[两二三四五六七八九十])[个项大张种类条][\u4e00-\u9fff]{2,6}?)"
_ARE = r"(?:具体|都|分别|各|到底|究竟|主要)*(?:是|指的?是?|包括|包含)"
_ASKED = (
    re.compile(rf"[“\"]{_NAME}[”\"]{_ARE}(?:哪|什么|啥)"),
    re.compile(rf"{_NAME}{_ARE}哪(?P=count)"),
)
_STRETCH = re.compile("[,;。:!?]")
_JOINED = re.compile("、|和|与|及|”“")
_OPENS = re.compile(
    r"^[”\"]?[^,;。]{0,6}(?:是指|(?<!立)即|指(?:的是)?(?![导挥标引南数定出示])|包括|分别[是为]|也就是|:|\()"
)
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十][是要]|\d[.、)])")
_LOOKS = 6


def telling_all(
    core: str, hit: SentenceHit, ask: Ask, scope: Scope, evidence: Evidence
) -> SentenceHit | None:
    """The best sentence that says which they are; None where all only name the thing.

    Questions that do not ask what such a name stands for keep the sentence found.
    """
    asked = next(filter(None, (way.search(core) for way in _ASKED)), None)
    if asked is None:
        return hit
    ranked = evidence.sentences(ask.terms, scope, evidence.meaning(ask.text, scope))
    return next(
        (
            one
            for one in (hit, *ranked[:_LOOKS])
            if _tells(_text_of(one), asked["name"], _COUNT[asked["count"]])
            and (one is hit or sentence_answers(one.fit, one.near))
        ),
        None,
    )


def _text_of(hit: SentenceHit) -> str:
    return hit.reading.report.sentences[hit.view.position].span.of(hit.reading.folded)


def _tells(text: str, name: str, count: int) -> bool:
    """Whether a sentence explains the name, or has a row of so many things."""
    behind = text.partition(name)[2]
    if _OPENS.search(behind) or len(_NUMBERED.findall(text)) >= count:
        return True
    stretches = [part.strip() for part in _STRETCH.split(text) if part.strip()]
    openings = [part[0] for part in stretches]
    return (
        any(len(_JOINED.findall(part)) + 1 >= count for part in stretches)
        or text.count(";") + 1 >= count
        or max(map(openings.count, openings), default=0) >= count
    )
