"""Who reports a number, and who does not (谁写了、谁没写): 未载 is never zero."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.mentioned import asks_for_words, values_of, who_speaks_of, without_speaking
from assistant.answers.side_by_side import (
    answer,
    notes_of,
    read_through,
    rows_of,
    stated,
    unstated_by,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, fill
from assistant.evidence.shortlist import MOST_READ, unstated
from assistant.model import Statement
from assistant.question.asks import ask_of
from assistant.wording import refusals
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_ONLY_SILENT = re.compile(
    r"报告(?:里面?|中)?(?:都|还|也)?没有?(?=[\u4e00-\u9fff]{2})|"
    r"(?:没有?|未|没能)(?:[提讲说谈](?![高升供交出])|写|报告|公布|提到|提及|披露|载明|列出|给出)"
)
_ANY = re.compile(
    r"(?:请问|看看|查查|查一下)?(?:有没有|有无|是否有|有)(?:哪[个些份家])?(?:报告|地方|地区|单位|省份|省|市|县|区)"
    r"(?:里|中)?(?:写|报|公布|提|披露|载|列|说|讲)(?:明|出|到|过|了)*(?!告)"
)
"""有没有报告写了: a question for those who do."""
_TOLD = re.compile(
    r"(?<!没)有?(?:谁|哪(?:些|几|个|家|里|[两二三四五六七八九十])(?:个|家)?(?:地方|地区|单位|省区市|省区|省份|省|市|县区|县|区|报告)?)"
    r"(?:的报告)?(?:里|中)?(?:每年|年年|都|一直|还|也|各年)*"
    r"(?:(?:报|说|提|讲|给|晒|公开|写|披露|公布)(?:了|过|出|到|上来)+"
    r"|(?:没有?|未|没能)(?:报|说|提|讲|给|晒|公开|写|披露|公布))(?:出|到|过)?(?!告)(?:具体的?)?"
)
_YEARLY = re.compile(
    r"每一?年|年年|历年|各年|逐年|哪一?年|一次(?:都|也)|从来|始终|一直|[两二三四五六七八九十]年(?:里|来|间|中|都|的)"
)
"""Over all years and not in one."""
_BOTH = re.compile(r"哪(?:些|几个|个)[^,]*,\s*哪|谁[^,]*,\s*谁|(?:写|报告|公布|提到)了[^,]*[,、]")


class Coverage:
    """哪些县写了出庭应诉率, 哪些没有写."""

    def accepts(self, query: Query) -> bool:
        """A question for those who report, over all or several."""
        everyone = query.has("which_place", "counted_places")
        asked = query.has("coverage") or _TOLD.search(query.core) is not None
        asked = asked or _LACKS.search(query.core) is not None
        if query.has("coverage") and _WHICH_YEAR.search(query.core) and len(query.places) == 1:
            return True
        if _ANY.search(query.core) and not query.places:
            return query.has("quantity", "which_place", "list")
        told = not query.places and _TOLD.search(query.core) is not None  # 哪个没提罚没了多少钱
        return asked and (everyone or told or len(query.places) > 1)

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Both lists, each with its sources: the figures, and the reports that were read."""
        instead = _INSTEAD.search(query.core)
        core = query.core[: instead.start()] if instead else query.core
        core = _IN_COURT.sub(" ", core)
        core = _LACKS.sub("没有写", _YEARLY.sub(" ", _ANY.sub(" ", core)))
        core = without_speaking(_TOLD.sub(" ", core))
        bare = replace(query, core=core)
        spread = read_spread(bare, scope, evidence, "which_place", "coverage")
        if spread is None:
            return None
        spread = replace(spread, ask=_without_situation(spread.ask))
        if len(spread.entities) <= 1 and not _WHICH_YEAR.search(query.core):
            return None
        if not spread.named and len(spread.entities) > MOST_READ:
            return _of_very_many(spread, query, evidence)
        years = _years(query, spread)
        board = _with_rates(fill(spread.ask, spread.entities, years, evidence), evidence)
        if len(years) == 1 and asks_for_words(query.core):
            first = _asks_for_silent(query)
            if reply := who_speaks_of(board, spread.what, evidence, silent_first=first):
                return reply
        if not board.hits:
            told = (spread.what.strip(), _CLOSE.sub("", query.core))
            measured = _asks_for_silent(query) and any(map(_MEASURE.search, told))
            return refusals.indicator_absent(spread.ask) if measured else None
        made = (
            _over_years(board, spread, evidence)
            if len(years) > 1
            else _lists(board, spread, query, evidence)
        )
        if instead:
            made += _told_instead(board, ask_of(instead["other"]), evidence)
        return answer(board, made, notes_of(board, silent_told=True))


_LACKS = re.compile(
    r"(?:的)?报告(?:里面?|中)?(?:都|还|也)?(?:没有?|缺少?|缺失)(?=[\u4e00-\u9fff]{2})"
    r"(?!有?(?:[提讲说谈写报给晒载列]|公[布开]|披露|反映|任何))"
)
"""报告里没有公证件数: it does not state it."""
_CLOSE = re.compile(r"[?的呢吗]+$")
_IN_COURT = re.compile("(?<=[写报提说列])(?=出[庭席台具])")
"""没有写|出庭应诉率, and not 写出|庭."""
_MEASURE = re.compile(r"[率额量]$|(?:件|人|次|户|项)?数$")
"""What is a number and nothing else: no sentence stands for it where nobody states it."""
_INSTEAD = re.compile(
    r"[,,]?(?:而|却|但)?(?:仅仅?|只)(?:是)?(?:写|给|报|公布|提|说|列|有)(?:了|出(?!庭|席|具|台)|到|明)*(?P<other>[^,?]{2,}?)(?:的)?[?]?$"
)
"""没有给出应诉率,只写了出庭件数: whoever does not state the one states the other."""


def _told_instead(board: Board, ask: Ask, evidence: Evidence) -> list[Statement]:
    """What those who are silent state instead."""
    told: list[Statement] = []
    for slot in board.silent:
        told += rows_of(fill(ask, (slot.entity,), (slot.year,), evidence))
    return told


def _of_very_many(spread: Spread, query: Query, evidence: Evidence) -> Reply:
    """Who does not state it, where the ledger leaves few enough to be read (谁没有写)."""
    years, ledger = _years(query, spread), evidence.shelf.ledger
    if ledger is None or len(years) != 1 or not _asks_for_silent(query):
        return refusals.too_vague()
    left = unstated(spread.ask, spread.entities, years[0], ledger)
    if len(left) > MOST_READ or len(left) == len(spread.entities):
        return refusals.too_vague()
    board = _with_rates(fill(spread.ask, left, years, evidence, words_only=True), evidence)
    silent = list(board.silent)
    counted = say("across", "looked_through", count=len(spread.entities), read=len(left))
    if not silent:
        proof = fill(spread.ask, spread.entities[:_PROOFS], years, evidence, words_only=True)
        hits = board.hits or proof.hits
        if not hits:
            return refusals.too_vague()
        return answer(
            board, [stated(say("across", "none_silent", what=spread.what), hits)], [counted]
        )
    return answer(board, [unstated_by(silent, spread.what, evidence)], [counted])


_PROOFS = 3
"""Reports quoted where all state it."""


def _asks_for_silent(query: Query) -> bool:
    return bool(_ONLY_SILENT.search(query.question)) and not _BOTH.search(query.question)


_WHICH_YEAR = re.compile(r"哪一?个?年|哪[几两些]年")
_REPORT = re.compile(
    r"哪(?:一|几|些)?份(?:报告)?|(?:谁|哪(?:些|几个?|个|里)[^,?]{0,4}?)的?报告(?:里|中)?(?:都|还|也)?(?:写|提|说|列|报|没|未|有|给|载)"
)
"""哪份报告没说, 哪些地方的报告写到了: each report is meant, of whatever year."""
_SITUATION = re.compile(
    r"的?(?:有关|相关|具体)?(?:情况|内容|信息)$|的?[这那](?:[件回桩档]|方面的?)?(?:事情?|工作|内容)$|的事情?$"
)


def _without_situation(ask: Ask) -> Ask:
    """行政诉讼败诉的情况: any number of it will do."""
    bare = _SITUATION.sub("", ask.text)
    return ask if bare == ask.text else replace(ask_of(bare), years=ask.years)


def _with_rates(board: Board, evidence: Evidence) -> Board:
    """What is left open is told by a rate, too, where no kind of number is asked for (败诉率)."""
    if board.ask.unit_class is not None or board.ask.change:
        return board
    ask = replace(board.ask, unit_class="percent")
    slots = []
    for slot in board.slots:
        rates = () if slot.hits else fill(ask, (slot.entity,), (slot.year,), evidence).slots
        slots.append(rates[0] if rates else slot)
    return replace(board, slots=tuple(slots))


def _years(query: Query, spread: Spread) -> tuple[int, ...]:
    """The years asked for; all of them where the question is for years, else the newest."""
    known = {card.year for entity in spread.entities for card in entity.cards if card.year}
    if len(spread.years) > 1:
        return spread.years
    yearly = (_YEARLY.search(query.core) or _ANY.search(query.core)
              or _REPORT.search(query.core))  # fmt: skip
    if not spread.years and yearly:
        return tuple(sorted(known))
    year = spread.years[0] if spread.years else common_year(spread.entities)
    return (year,) if year else ()


def _over_years(board: Board, spread: Spread, evidence: Evidence) -> list[Statement]:
    """Who states it in which years, and who never does."""
    never = [e for e in spread.entities if not any(s.hits for s in board.slots if s.entity is e)]
    rows = "、".join(
        f"{slot.entity.name}{slot.year}年{values_of(slot)}" for slot in board.slots if slot.hits
    )
    made = [stated(say("across", "written", what=spread.what, rows=rows), board.hits)]
    gaps = [s for s in board.silent if s.reported and s.entity not in never]
    if gaps:
        text = say(
            "across", "silent_years", rows="、".join(f"{s.entity.name}{s.year}年" for s in gaps)
        )
        made.append(Statement(text=text, citations=read_through(gaps, evidence)))
    silent = [s for s in board.silent if s.reported and s.entity in never]
    if silent:
        made.append(unstated_by(silent, spread.what, evidence))
    return made


def _lists(board: Board, spread: Spread, query: Query, evidence: Evidence) -> list[Statement]:
    silent = [slot for slot in board.silent if slot.reported]
    only_silent = _asks_for_silent(query)
    statements = []
    if silent:
        statements.append(unstated_by(silent, spread.what, evidence))
    elif only_silent:
        statements.append(stated(say("across", "none_silent", what=spread.what), board.hits))
    written = [slot for slot in board.slots if slot.hits]
    rows = "、".join(
        say("across", "rank_row", who=s.entity.name, value=values_of(s)) for s in written
    )
    text = say("across", "written", what=spread.what, rows=rows)
    statements.insert(0, stated(text, board.hits))
    return statements[::-1] if only_silent else statements
