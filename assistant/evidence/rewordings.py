"""The ways in which one ask may be worded (另一说法): where the first finds nothing, the next."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.asks import ask_of, is_modifier, tells
from assistant.question.lexicon import table

if TYPE_CHECKING:
    from assistant.evidence.gather import FigureHit
    from assistant.question.asks import Ask

__all__ = ["as_asked", "fits_other_wording", "wordings_of"]

_ALSO = re.compile(
    r"(?P<before>[^()]*?)(?P<noun>[^()的、,]+)\((?P<also>[^()]{2,12})\)(?P<behind>[^()]*)"
)


_SHORT = 3
_NARROWS = re.compile(r"占|比|每|含|除|指|按|其中|不|以上|以下")
"""(占GDP比重), (不含公安): what in brackets says so is no other name."""


def wordings_of(ask: Ask) -> tuple[Ask, ...]:
    """旅游收入(游客总花费)增速 names one thing twice: each wording by itself, the first first.

    So does whoever asks for 经济增速 of reports that write 地区生产总值增长.
    """
    found = _ALSO.fullmatch(ask.text)
    if found is None or _NARROWS.search(found["also"]):
        pairs = table("question")["also"].items()
        reworded = [re.sub(one, other, ask.text) for one, others in pairs for other in others]
        return (ask, *(as_asked(ask_of(text), ask) for text in reworded if text != ask.text))
    noun, also = found["noun"], found["also"]
    if len(also) < len(noun) - 1 and len(also) <= _SHORT:
        also = noun[: -len(also)] + also  # 进出口总额(总值)
    asks = [ask_of(found["before"] + one + found["behind"]) for one in (noun, also)]
    asks = [one for one in asks if any(tells(term) and not is_modifier(term) for term in one.terms)]
    return tuple(as_asked(one, ask) for one in asks) or (ask,)


def as_asked(one: Ask, ask: Ask) -> Ask:
    """Another wording, counted as the question counts and of the kind it wants.

    减了多少税 reworded as 减税降费 wants no change any more: the word for it is gone.
    """
    worded = ask.change and not one.change and ask_of(ask.text).change
    return replace(
        one, unit_class=ask.unit_class, measure=ask.measure, target=ask.target,
        change=ask.change and not worded, without=ask.without,
    )  # fmt: skip


def fits_other_wording(ask: Ask, hit: FigureHit) -> bool:
    """Whether a figure found in other words than asked for is of no narrower matter.

    调解矛盾纠纷2140件 tells the 人民调解; 行政调解矛盾纠纷120件 does not.
    """
    words = hit.view.row + hit.view.own + hit.view.subject
    never, only = (table("question")[name].items() for name in ("also_never", "also_only"))
    if any(re.search(one, ask.text) and re.search(other, words) for one, other in never):
        return False
    spoken = hit.view.spoken
    return all(not re.search(one, ask.text) or re.search(other, spoken) for one, other in only)
