"""Whether a year's number reached what was aimed at (目标完成情况)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import answer, missing, quantity, said_of, stated, worked
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from assistant.evidence.gather import scope_of
from assistant.model import Operation
from assistant.question.forms import form
from corpus.model import Hedge
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.board import Slot
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

_HOW_FAR = re.compile(r"(?:完成|实现|达成|落实)(?:的)?(?:情况|得?怎么样|得?如何)")
_AIM = re.compile(
    r"目标|预期|计划|打算|力争|定的|定下|要(?:冲|升|提|做|达|增|建|办)?到|承诺|原定|拟"
)
_DONE = re.compile(
    r"实际|实绩|完成|落实了?|兑现|结果|(?<![争要划算])做到|办到|最[终后]|到头来|达成"
)
_SET_BEFORE = re.compile(
    r"(?:在)?(?:去年|上一?年度?|前一年|年初|此前|之前|当初)(?:的?报告)?(?:里|中|上)?"
    r"(?:(?:给|为|对|就)?(?:当年|今年|本年|次年|下一?年)?(?:所?(?:提出|定下?|确定|制定|下达|承诺|计划|打算|说|写))(?:的|过|要)?"
    r"|[给为](?=定|提|确))"
)
"""上一年给2023年定的目标: when the aim was set is not the year it is for."""
_FIRST_SET = re.compile(
    r"(?:原来?|起初|最初|年初|当初|早先)(?:定下?|计划|打算|说好?|设定|安排)(?:的|要)?"
)
_EXCEEDS = re.compile(
    r"(?:超过|超出|超额完成|超)了?(?:去年|上一?年|年初|原定|当初|既定)?(?:定|提出|制定)?的?"
    r"(?:计划|目标|任务)(?:数)?了?(?:多少|几)[\u4e00-\u9fff]?"
)
"""超过年初计划多少卷."""
_NUMBER = re.compile(
    r"(?:不少于|不低于|不超过|至少|达到|控制在|要?到)?\d[\d.]*(?:万|亿)?(?:%|个百分点|[\u4e00-\u9fff]{1,2}?)(?:以上|以内|左右|之内)?(?=[,;。?]|$)"
)
"""不少于16期: the asker says what the aim was."""
_ANOTHER_YEAR = re.compile(r"去年|上一?年|前一年|明年|下一?年")
_REPORTED = re.compile(
    r"(?:工作|那份|这份)?报告(?:里|中|上)?(?:面)?(?:说|写|提出?|讲|称|明确)?(?:的|过|到)?"
)
_BOTH = 2
_FEWER = re.compile(r"下降|降低|减少|压缩|压减|控制|以内|不超过|失业|能耗|败诉|纠错")
"""Aims that are reached from above."""


class TargetMet:
    """2023年的目标完成了没有."""

    def accepts(self, query: Query) -> bool:
        """A word for an aim and one for reaching it."""
        doubt = query.has("yesno") or _HOW_FAR.search(query.core) is not None
        query = _for_the_later_year(query)
        if len(query.years) > 1:
            return False
        if query.has("target_met") and doubt and len(query.asks) == 1:
            return True
        named = len(query.places) + len(query.organs)
        if named == 1 and _EXCEEDS.search(query.core):
            return True
        core = _SET_BEFORE.sub(" ", query.core)
        both = _AIM.search(core) is not None and _DONE.search(core) is not None
        asked = len(form("quantity").findall(core)) >= _BOTH
        told = doubt or asked or query.has("difference")
        return both and told and named == 1 and not _ANOTHER_YEAR.search(core)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Aim and number side by side; None where no aim is stated."""
        query = _for_the_later_year(query)
        core = _EXCEEDS.sub(" ", query.core)
        core = _SET_BEFORE.sub(" ", _FIRST_SET.sub(" ", core))
        core = _NUMBER.sub(" ", _REPORTED.sub(" ", core))
        bare = replace(query, core=core, edition=None)
        scope = scope_of(bare, evidence.cards)
        spread = read_spread(bare, scope, evidence, "aim", "target", "verdict", "versus")
        if spread is None or len(spread.entities) != 1:
            return None
        year = spread.years[0] if spread.years else common_year(spread.entities)
        if query.edition is not None and not query.years:
            year = query.edition + 1
        if year is None:
            return None
        plain = replace(spread.ask, target=False)
        actual = fill(plain, spread.entities, (year,), evidence)
        aimed = fill(replace(plain, target=True), spread.entities, (year,), evidence)
        if not aimed.said:
            return None
        both = Board(ask=plain, slots=(*aimed.slots, *actual.slots))
        if refusal := missing(both, "doing_target"):
            return refusal
        aim, done = aimed.slots[0], actual.slots[0]
        text = say(
            "across", _verdict(aim, done, query), scope=f"{aim.entity.name}{year}年",
            what=_what(spread), aim=said_of(aim), actual=said_of(done),
        )  # fmt: skip
        statements = [stated(text, both.hits)]
        exact = quantity(aim).hedge is quantity(done).hedge is Hedge.EXACT
        if exact and quantity(aim).value != quantity(done).value:
            high, low = sorted((aim, done), key=lambda slot: -quantity(slot).value)
            if pair := worked(Operation.DIFFERENCE, (high, low)):
                gap = say(
                    "across", "target_gap", high=said_of(high), low=said_of(low), result=pair[1]
                )
                statements.append(stated(gap, both.hits, pair[0]))
        return answer(both, statements)


_SET_IN = re.compile(
    r"(?P<year>20\d\d)年(?:的?(?:工作)?报告)?(?:里|中)?所?(?:提出|定下?|确定|制定|下达|安排|承诺)过?的?"
    r"(?=(?:目标|计划|任务|打算|预期|指标))"
)


def _for_the_later_year(query: Query) -> Query:
    """2023年完成了2022年提出的计划没有: the earlier year is only when the plan was made."""
    found = _SET_IN.search(query.question)
    if found is None or len(query.years) != _BOTH:
        return query
    later = max(query.years)
    if int(found["year"]) != later - 1:
        return query
    words = found.group()[len("2022年") :]
    return replace(query, years=(later,), core=query.core.replace(words, ""))


def _what(spread: Spread) -> str:
    return spread.what.strip(" ,的")


def _verdict(aim: Slot, done: Slot, query: Query) -> str:
    """Whether the number is at least, or for a limit at most, what was aimed at."""
    goal, number = quantity(aim), quantity(done)
    low = goal.hedge is Hedge.AT_MOST or _FEWER.search(query.core) is not None
    vague = (Hedge.NEAR, Hedge.ABOUT)
    if goal.hedge.is_open or number.hedge.is_open:
        return "target_open"
    if goal.hedge in vague or (number.hedge in vague and number.value == goal.value):
        return "target_open"
    reached = number.value <= goal.value if low else number.value >= goal.value
    return "target_met" if reached else "target_missed"
