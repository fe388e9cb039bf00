"""Rates that the report leaves to its reader (推算比率): 优秀率 from 优秀案卷 and 评查案卷."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.compute import computed_share, shown
from assistant.evidence.choose import choose_figure
from assistant.evidence.fellows import counted_under
from assistant.model import Answer, Operation, Reply
from assistant.question.asks import Ask, ask_of
from assistant.wording.statements import written

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query

_ROUGH = re.compile("成|(?<![百千万])分之")
"""不足四分之一, 两成左右: a report that says so may well give the numbers, too."""
_RATE = re.compile(r"(?P<done>(?!多大|多少|什么)[\u4e00-\u9fff]{2})(?:率|的?比例(?!尺))")
_RATE_OF_TWO_VERBS = re.compile(r"(?P<done>[\u4e00-\u9fff]{4})率")
"""整改完成率."""
_HOW_MUCH = re.compile("(?:是|为|有|达到?|到)?(?:百分之(?:几|多少)|多少|多高|多大|几成)[?]?$")


class Rate:
    """A rate that no sentence states, where one sentence has its part and its whole."""

    def accepts(self, query: Query) -> bool:
        """One question for one rate."""
        return (
            len(query.asks) == 1 and _RATE.search(query.core) is not None and not query.has("yesno")
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """The division shown; None if the rate is stated in figures, or a part of it is missing."""
        stated = choose_figure(query.asks[0], scope, evidence).hits
        if not all(_ROUGH.search(written(hit.reading, hit.view.figure)) for hit in stated):
            return None
        for wording in (_RATE, _RATE_OF_TWO_VERBS):
            if (found := wording.search(query.core)) and (
                reply := _reckoned(found, scope, evidence)
            ):
                return reply
        return None


def _reckoned(found: re.Match[str], scope: Scope, evidence: Evidence) -> Answer | None:
    """What was done in what there was of it: 采纳 of 征集到的意见 for its 采纳比例."""
    behind = _HOW_MUCH.sub("", found.string[found.end() :])
    whole = ask_of((found.string[: found.start()] + behind).strip(" 的,"))
    part = ask_of(found["done"], whole.terms)
    return computed_share(part, whole, scope, evidence) or _of_its_subject(
        part, whole, scope, evidence
    )


def _of_its_subject(part: Ask, whole: Ask, scope: Scope, evidence: Evidence) -> Answer | None:
    """The share of a part in the number before it, which the report counts it under.

    受理商事纠纷1126件,调解成功947件: 商事纠纷调解成功率, though no name holds all of that.
    """
    hits = choose_figure(part, scope, evidence).hits
    if len(hits) != 1:
        return None
    above = counted_under(hits[0], whole)
    return shown(Operation.SHARE, [hits[0], above]) if above else None
