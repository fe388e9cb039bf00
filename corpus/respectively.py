"""Rows that share words: 分别 gives each number its own name, 省级4个、市级12个 one noun (分述)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.naming import Place

__all__ = ["MEASURE", "counts_row", "names_apart", "with_shared_nouns"]

MEASURE = re.compile("(?:[数量额率值费款比]|收入|投资|比重|面积|人次|出口)$")
_SPLITS = ("、|和|与|及|以及", "、|和", "、")
_LEVELS = "(?:国家|全国|[省部市区县镇乡村]|自治区)级|全国|国家"
_LEVEL_ENDS = re.compile(rf"(?:{_LEVELS})$")
_BEHIND_LEVEL = re.compile(rf"^.*?(?:{_LEVELS})(?P<noun>[\w“”()·]{{2,}})$")
_RANKED = re.compile(
    r"^(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:总?数量?|量)?(?:位?居|排|位列|列)[^、,]{0,6}[位名]的?(?:分别|依次)?[是为有]"
)
"""案件数量居前三位的是: what the places named are ordered by."""
_COUNTED = "零一二三四五六七八九"
_TOGETHER = re.compile(
    r"(?P<name>[^\d]{1,8}?)(?P<count>[两二三四五六七八九])(?P<kind>级|类|项)(?P<noun>\D{2,})"
)
"""县三级依申请事项网上可办率: the last of a row, with the noun of all."""
_JOINT = re.compile(r"[\s、,和及与]*")


def names_apart(
    run: list[Place],
    bare: Callable[[str], str],
    acting: Callable[[str], int],
    counted: Place | None = None,
) -> list[str] | None:
    """One name for each number of a run behind 分别; None where there is no such row.

    A、B分别增长27.7%、31.1%; and 分别办理A、B 38件和56件, whose verb stands before both. `bare`
    takes scope words off, `acting` tells how long the verb is that a text begins with. `counted`
    is the number before, which may count what it stands behind: 甲、乙两个部门的案件分别为5件和3件.
    """
    found = re.fullmatch(r"(.*?)(?:均)?分别(.*)", run[0].before, re.DOTALL)
    if found is None or len(run) == 1:
        return None
    if not bare(found[1]):
        return _behind_verb(bare(found[2]), len(run), acting)
    rest = found[2] + (run[-1].after if not run[0].after else "")
    lead = _RANKED.match(found[1])
    rows = found[1][lead.end() :] if lead else found[1]
    listed = _split(bare(rows).rstrip(","), len(run))
    if listed and lead:
        ends = _shared_end(listed)
        return [name + (ends if name is not listed[-1] else "") + lead["noun"] for name in listed]
    if listed is None and counted is not None and counts_row(counted, len(run)):
        those = _split(bare(counted.before), len(run))
        return those and [name.strip() + bare(found[1]) for name in those]
    if listed is None:
        return None
    listed = _counted_together(listed)
    if (
        listed[0] in listed[-1][:-1]
        and MEASURE.search(listed[-1])
        and not MEASURE.search(listed[0])
    ):
        return None  # 满意和基本满意率分别为98%和99%: one rate, of two things named before
    shared, verb = _shared_end(listed), bare(rest)
    return [
        name.strip() + (shared if place is not run[-1] else "") + verb
        for name, place in zip(listed, run, strict=True)
    ]


def _counted_together(listed: list[str]) -> list[str]:
    """省、市、县三级网上可办率: each of the three levels, with the noun that they share."""
    found = _TOGETHER.fullmatch(listed[-1])
    if found is None or _COUNTED.index(found["count"].replace("两", "二")) != len(listed):
        return listed
    ending = found["kind"] + found["noun"]
    return [name.strip() + ending for name in (*listed[:-1], found["name"])]


def counts_row(place: Place, length: int) -> bool:
    """Whether a number counts the row that it stands behind (甲、乙两个部门)."""
    return place.quantity.value == length and _split(place.before, length) is not None


def _behind_verb(words: str, count: int, acting: Callable[[str], int]) -> list[str] | None:
    verb = words[: acting(words)]
    listed = _split(words[len(verb) :], count)
    return None if listed is None else [verb + name.strip() for name in listed]


def _split(words: str, count: int) -> list[str] | None:
    """The words in as many pieces as there are numbers."""
    pieces = (re.split(joint, words) for joint in _SPLITS)
    return next((listed for listed in pieces if len(listed) == count and all(listed)), None)


def _shared_end(listed: list[str]) -> str:
    """What the last of 高新技术企业、科技型中小企业贷款 says for all: 贷款."""
    first, last = listed[0], listed[-1]
    ratio = re.search("(?:占比|比重)$", last)
    if ratio or MEASURE.search(first):
        return ratio[0] if ratio and not first.endswith(ratio[0]) else ""
    kind = first[-2:]
    if kind in last[:-1] and not last.endswith(kind):
        return last[last.rfind(kind) + len(kind) :]
    return next((end for end in words_of("shared_ends") if last.endswith(end)), "")


def with_shared_nouns(places: list[Place], names: list[str]) -> list[str]:
    """Levels with the noun that their neighbour alone has: 省级示范村4个、市级12个."""
    full = list(names)
    for position in range(len(full) - 2, -1, -1):
        noun = _BEHIND_LEVEL.match(full[position + 1])
        joined = (
            _JOINT.fullmatch(places[position].after) or places[position].after in full[position]
        )
        if noun and joined and _LEVEL_ENDS.search(full[position]) and places[position + 1].after:
            full[position] += noun["noun"]
    for position in range(1, len(full)):
        noun = _BEHIND_LEVEL.match(full[position - 1])
        if noun and _LEVEL_ENDS.fullmatch(full[position]) and not places[position].after:
            full[position] += noun["noun"]
    return full
