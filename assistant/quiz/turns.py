"""What a clause says of its matter (褒贬正反): that it is so and well, or that it is not.

力量薄弱, 力量不足, 没有力量 and 削弱力量 are against it; 力量充足, 加强力量 and 补齐力量不足的短板
are for it; 力量有待加强 is against it.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

import rjieba

from assistant.quiz.words import listed, telling, words_table

__all__ = ["Turn", "are_opposed", "bare_matter", "each_turned", "turn_of"]

_BEHIND = r"(?=的|了|$|问题|等)"
"""Where a predicate of one character ends: 质量高, 质量不高的问题."""
_HAVING = r"(?<=[\u4e00-\u9fff]{2})有(?![的关些待限效序力所人])"
"""普法有针对性, not 有的部门."""


class Turn(IntEnum):
    """Which way a clause turns its matter (正反)."""

    AGAINST = -1
    OPEN = 0
    """It only names the matter."""
    FOR = 1


@cache
def turn_of(clause: str) -> Turn:
    """The turn of one folded clause."""
    if _wanting().search(clause):
        return Turn.AGAINST
    told = _told(clause)
    mended = _mended().search(clause)
    if mended and any(
        kind in ("poor", "down", "denial")
        and at >= mended.end()
        and "的" not in clause[mended.end() : at]
        for kind, at in told
    ):
        told = [("good", 0), *(one for one in told if one[1] < mended.start())]
    if not told:
        return Turn.OPEN
    kinds = [kind for kind, _ in told]
    flips = sum(kind in ("denial", "down") for kind in kinds)
    return Turn.AGAINST if ("poor" in kinds) != bool(flips % 2) else Turn.FOR


def _told(clause: str) -> list[tuple[str, int]]:
    """What turns a clause, and where."""
    return [
        (kind, found.start())
        for found in _turning().finditer(clause)
        if (kind := found.lastgroup or "fixed") != "fixed"
    ]


def each_turned(row: str) -> list[str]:
    """The clauses of a row, each with what turns all: 思维、力量都很强 as 思维强 and 力量都很强."""
    items = [item for item in row.split("、") if item]
    if len(items) < 2:
        return items
    front, back = _front(items[0]), _back(items[-1])
    return [
        item
        if turn_of(item) is not Turn.OPEN or re.search(r"\d", item)
        else (front if place and not _is_act(item) else "") + item + back
        for place, item in enumerate(items)
    ]


def _is_act(item: str) -> bool:
    """Whether an item of a row begins with a verb of its own."""
    return any(tag.startswith("v") for _, tag in rjieba.tag(item)[:1])


def _front(item: str) -> str:
    """What turns a row from its beginning: 不加强 of 不加强队伍建设."""
    end = 0
    while (found := _turning().match(item, end)) and not found["fixed"]:
        end = found.end()
    return item[:end]


def _back(item: str) -> str:
    """What turns a row at its end: 不高 of 案卷质量不高; nothing where the matter stands behind."""
    found = next((one for one in _turning().finditer(item) if not one["fixed"]), None)
    if found is None or not found.start() or telling(bare_matter(item[found.start() :])):
        return ""
    return item[found.start() :]


def bare_matter(clause: str, *, acts: bool = False) -> str:
    """A clause without the words that turn it (执法力量 of 执法力量薄弱); `acts` stay if wanted."""
    kept = re.sub(_any_of("adverbs"), " ", _wanting().sub(" ", clause))
    return _turning().sub(
        lambda found: found.group() if found["fixed"] or (acts and found["up"]) else " ", kept
    )


def are_opposed(one: str, other: str) -> bool:
    """Whether one clause has a word, and the other only its opposite."""
    for pair in words_table("turns")["opposites"]:
        for here, there in (pair, reversed(pair)):
            if here in one and there not in one and there in other and here not in other:
                return True
    return False


@cache
def _turning() -> re.Pattern[str]:
    degrees = "|".join(rf"(?<={word})" for word in listed("turns", "degrees"))
    short_poor, short_good = (
        "".join(listed("turns", f"{kind}_short")) for kind in ("poor", "good")
    )
    ends = rf"(?:{degrees}|(?<=[\u4e00-\u9fff]))"
    return re.compile(
        rf"(?P<fixed>{_any_of('fixed')})"
        rf"|(?P<poor>{_any_of('poor')}|{ends}[{short_poor}]{_BEHIND})"
        rf"|(?P<down>{_any_of('down')})"
        rf"|(?P<up>{_any_of('up')})"
        rf"|(?P<good>{_any_of('good')}|{ends}[{short_good}]{_BEHIND}|{_HAVING})"
        rf"|(?P<denial>{_any_of('denials')})"
    )


@cache
def _mended() -> re.Pattern[str]:
    """补齐力量薄弱的短板: what is poor is what is mended."""
    return re.compile(_any_of("mending"))


@cache
def _wanting() -> re.Pattern[str]:
    """力量还需进一步加强: a want behind its matter."""
    return re.compile(
        rf"(?<=[\u4e00-\u9fff]{{2}})(?:{_any_of('wanting')})(?!求)[\u4e00-\u9fff]{{2,7}}$"
    )


def _any_of(key: str) -> str:
    return "|".join(sorted(map(re.escape, listed("turns", key)), key=len, reverse=True))
