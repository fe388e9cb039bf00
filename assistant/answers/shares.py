"""One share over several places or years (各家占比): 三年的优秀案卷占评查案卷的比例."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answers.side_by_side import (
    answer,
    missing,
    names,
    quantity,
    said_of,
    stated,
    unstated_by,
    worked,
)
from assistant.evidence.across import common_year, read_spread
from assistant.evidence.board import Board, Slot, fill
from assistant.evidence.breadth import of_one_breadth
from assistant.evidence.operands import readings
from assistant.evidence.shortlist import MOST_READ
from assistant.model import Operation
from assistant.question.asks import Ask, ask_of, tells
from assistant.question.lexicon import table
from assistant.question.units import alike
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.across import Spread
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply, Statement
    from assistant.question.query import Query

_LARGE = r"(?:比例|比重|比率|百分比|百分之几|百分之多少|几成|多少|多大)"
_PART_OF = re.compile(
    rf"^(?P<part>[^,?]{{2,}}?)(?:所)?占(?:了|到|全部|所有|总)?(?P<whole>[^\s,?][^,?]*?)的?{_LARGE}"
)
_DIVIDED = re.compile(
    r"(?P<topic>[^,?()]*?)的?(?P<rate>[\u4e00-\u9fff]{2}率)\((?P<part>[^()÷/]{2,8})(?:÷|/|除以)(?P<whole>[^()]{2,8})\)"
)
_RATE = re.compile(r"(?P<topic>[^,?()]{2,}?)的?(?P<rate>(?:审结|办结|结案)率)")
_WHOLE_OF_RATE = "受理"
"""审结率 is what was 审结 of what was 受理."""
_HIGH, _LOW = (
    re.compile(r"[最更谁哪][^,?]{0,6}[高大多]|[高大多]于"),
    re.compile(r"[最更][^,?]{0,4}[低小少]"),
)
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """Part and whole of one reporter and year, and the share with its arithmetic."""

    part: Slot
    whole: Slot
    statement: Statement


class Shares:
    """2023年各地行政复议的审结率, 优秀案卷占评查案卷的比例三年分别是多少."""

    def accepts(self, query: Query) -> bool:
        """A share of something named, and several places or years."""
        named = len(query.places) + len(query.organs)
        several = named >= _TWO or len(query.years) >= _TWO or _everyone(query)
        if _own_sides(query.core) and len(query.places) == 1:
            return True
        if not several or query.has("sum", "average"):
            return False
        return _sides(query.core) is not None or query.has("share")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Each share with its arithmetic, and whose is highest; None if none can be reckoned."""
        own = _own_sides(query.core) if len(query.places) == 1 else None
        sides = own or _sides(query.core) or _within(query, scope)
        spread = read_spread(query, scope, evidence, "which_place", "rank", "versus", "portion")
        if spread is None or sides is None or not 1 <= len(spread.entities) <= MOST_READ:
            return None
        if not spread.named and not _everyone(query):
            return None
        year = common_year(spread.entities)
        years = spread.years or ((year,) if year else ())
        if not sides[2] and fill(spread.ask, spread.entities, years, evidence).hits:
            return None  # stated as it is asked for
        parts, wholes = (
            fill(ask, spread.entities, years, evidence, words_only=own is None) for ask in sides[:2]
        )
        if own and (refusal := missing(parts, "doing_compare") or missing(wholes, "doing_compare")):
            return refusal  # 市本级's part of 全市 is reckoned with these two, or not at all
        if len(parts.slots) < _TWO and not own:
            return None
        shares = [
            share
            for part, whole in zip(parts.slots, wholes.slots, strict=True)
            if (share := _share(part, whole, sides[0]))
        ]
        if not shares:
            return None
        return _told(shares, Board(ask=parts.ask, slots=(*parts.slots, *wholes.slots)),
                     query, spread, evidence)  # fmt: skip


def _everyone(query: Query) -> bool:
    return query.has("which_place", "counted_places") and not query.places


_OWN = r"(?:[省市州县区](?:政府)?)?本级"
_OWN_OF_ALL = re.compile(
    rf"^(?P<part>[^,?]*?{_OWN}[^,?占]*?)的?(?:案件|数量|数)?占(?:了|到)?(?:全[省市州县区]|总)(?P<whole>[^,?]*?)的?(?:总[数量额])?的?{_LARGE}"
)
_ALL_OF_OWN = re.compile(
    rf"^(?P<whole>[^,?]+?)(?:里面?|当中|之中|中),?(?P<part>{_OWN}[^,?占]{{0,8}}?)的?占(?:了|到)?的?{_LARGE}"
)


def _own_sides(core: str) -> tuple[Ask, Ask, bool] | None:
    """市本级受理的复议占全市的多少: its own level's part of the whole, both named."""
    if found := _OWN_OF_ALL.search(core):
        part, whole = found["part"], found["whole"]
        named = any(term.topic for term in ask_of(whole).terms)
        matter = re.sub(rf"{_OWN}的?", "", part)
        return _counted(part), _counted(whole if named else matter), True
    if found := _ALL_OF_OWN.search(core):
        return _counted(found["part"] + found["whole"]), _counted(found["whole"]), True
    return None


def _sides(core: str) -> tuple[Ask, Ask, bool] | None:
    """Part and whole of the share asked for, and whether the question itself says so."""
    core = _without_places(core)
    if found := _DIVIDED.search(core):
        topic = found["topic"]
        return _counted(topic + found["part"]), _counted(topic + found["whole"]), True
    if found := _PART_OF.search(core):
        part = ask_of(found["part"].strip(" ,的"))
        matter = tuple(term for term in part.terms if term.topic)
        whole = ask_of(found["whole"].strip(" ,的"), matter)
        if any(map(tells, part.terms)) and any(map(tells, whole.terms)):
            return replace(part, counted=True), replace(whole, counted=True), True
    if found := _RATE.search(core):
        topic = found["topic"]
        return _counted(topic + found["rate"][:-1]), _counted(topic + _WHOLE_OF_RATE), False
    return None


def _within(query: Query, scope: Scope) -> tuple[Ask, Ask, bool] | None:
    """法律援助案件里农民工的占比: part and whole as a question for one report names them."""
    if query.has("growth", "moved", "difference", "last_year"):
        return None
    bare = replace(query, core=_EACH.sub("", _without_places(query.core)))
    for operation, operands in readings(bare, scope):
        if operation is Operation.SHARE and len(operands) == _TWO:
            part, whole = (operand.ask for operand in operands)
            if any(map(tells, part.terms)) and whole.terms and part.text != whole.text:
                return part, whole, True
    return None


_EACH = re.compile(r",?(?:和|与|、)*(?:分别|各自?)(?:是|为|有|占)?(?:多少|几)?[?]?$")


def _without_places(core: str) -> str:
    """The question without the words for places that are counted or asked for."""
    patterns = table("question")["across"]
    return re.sub(patterns["which_place"].replace("MEASURE", "件"), " ", core).strip(" ,的")


def _counted(text: str) -> Ask:
    """An ask for a number that is part or whole of a share."""
    return replace(ask_of(text), counted=True)


def _share(part: Slot, whole: Slot, ask: Ask) -> _Share | None:
    """The share of one slot in the other; None where either is silent, or it is no part."""
    if part.hit is None or whole.hit is None or part.hit.view is whole.hit.view:
        return None
    if not of_one_breadth(part, whole, ask):
        return None
    few, all_ = quantity(part), quantity(whole)
    if not alike(few.unit, all_.unit) or few.value > all_.value or few.hedge.is_open:
        return None
    pair = worked(Operation.SHARE, (part, whole))
    if pair is None:
        return None
    text = say(
        "across", "share_each", who=part.entity.name, year=part.year, part=part.hit.view.own,
        part_value=said_of(part), whole=whole.hit.view.own, whole_value=said_of(whole),
        result=pair[1],
    )  # fmt: skip
    return _Share(part=part, whole=whole, statement=stated(text, [part.hit, whole.hit], pair[0]))


def _told(
    shares: list[_Share], board: Board, query: Query, spread: Spread, evidence: Evidence
) -> Reply:
    made = [share.statement for share in shares]
    asked = query.question
    if len(shares) > 1 and (query.has("rank", "versus") or _HIGH.search(asked)):
        most = max(map(_worth, shares)) if not _LOW.search(asked) else min(map(_worth, shares))
        first = [share.part for share in shares if _worth(share) == most]
        end = "低" if _LOW.search(asked) else "高"
        text = say("across", "share_first", end=end, who=names(first))
        made.append(stated(text, [hit for slot in first for hit in slot.hits]))
    told = {(share.part.entity.name, share.part.year) for share in shares}
    silent = [
        slot
        for slot in board.slots[: len(board.slots) // 2]
        if slot.reported and (slot.entity.name, slot.year) not in told
    ]
    if silent:
        made.append(unstated_by(silent, spread.what, evidence, dated=True))
    return answer(replace(board, slots=tuple(share.part for share in shares)), made)


def _worth(share: _Share) -> float:
    return float(quantity(share.part).value / quantity(share.whole).value)
