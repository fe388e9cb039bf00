"""Rows that share words: 分别 gives each number its own name, 省级4个、市级12个 one noun (分述)."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from corpus.tokens import edges_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.naming import Place

__all__ = ["MEASURE", "counts_row", "names_apart", "names_in_turn", "with_shared_nouns"]

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
    behind: list[Place],
) -> list[str] | None:
    """One name for each number of a run behind 分别; None where there is no such row.

    A、B分别增长27.7%、31.1%; and 分别办理A、B 38件和56件, whose verb stands before both. `bare`
    takes scope words off, `acting` tells how long the verb is that a text begins with. `behind`
    are the numbers before in its sentence; the last may count what it stands behind
    (甲、乙两个部门的案件分别为5件和3件), or they stand in the names (中心、13个站分别办件5件、3件).
    """
    counted = behind[-1] if behind else None
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
        numbered = reversed(
            [
                place.lead
                for place in takewhile(lambda place: place.lead.endswith("、"), behind[::-1])
            ]
        )
        listed = _split(bare("".join(numbered) + rows), len(run))
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


def names_in_turn(
    places: list[Place], run: list[Place], bare: Callable[[str], str], acting: Callable[[str], int]
) -> list[str] | None:
    """One name for each number of a row that no 分别 announces; None where there is no such row.

    Either as many names stand right before it (市容、交通、规划立案41件、12件、9件), or they stand
    earlier in the sentence, counted (甲、乙、丙三个街道试点,立案41件、12件、9件) or with a row of
    numbers of their own (检查甲、乙61家、7家,责令整改18家、5家). `places` are those before the run.
    """
    units = {place.quantity.unit for place in run}
    if len(run) == 1 or len(units) > 1 or any(place.after for place in run[:-1]):
        return None
    told = bare(run[0].before) + bare(run[-1].after)
    if listed := _split(bare(run[0].before), len(run)):
        verb, listed[0] = _verb_of(listed[0], acting)
        named, done = _parted(_counted_together(listed), acting)
        return [verb + name.strip() + done + bare(run[-1].after) for name in named]
    named_before = _row_before([*places, run[0]], len(run), bare, acting)
    return named_before and [name.strip() + told for name in named_before]


def _verb_of(first: str, acting: Callable[[str], int]) -> tuple[str, str]:
    """The verb that stands before all of a row, and its first name (劝导|占道经营)."""
    length = acting(first)
    whole = not first[length:].strip()
    return ("", first) if whole else (first[:length], first[length:])


def _parted(listed: list[str], acting: Callable[[str], int]) -> tuple[list[str], str]:
    """The names of a row, and what is done by each of them (立案 of 甲县、乙县立案)."""
    last = listed[-1]
    inner = [edge for edge in sorted(edges_of(last)) if 1 < edge < len(last)]
    verbs = ((edge, acting(last[edge:])) for edge in inner)
    begun = (edge for edge, length in verbs if length and not MEASURE.search(last[: edge + length]))
    done = last[next(begun, len(last)) :]
    names = [*listed[:-1], last[: len(last) - len(done)]]
    if any(done and name.endswith(done) for name in names):
        return listed, ""
    level = _BEHIND_LEVEL.match(names[-1])
    levels = level and all(_LEVEL_ENDS.search(name) for name in names[:-1])
    shared = level["noun"] if level and levels else _shared_end(names)
    return [name + (shared if not name.endswith(shared) else "") for name in names], done


def _row_before(
    places: list[Place], length: int, bare: Callable[[str], str], acting: Callable[[str], int]
) -> list[str] | None:
    """The names of a row of that length earlier in the sentence; the nearest one."""
    for position in range(len(places) - 1, -1, -1):
        place = places[position]
        if counted := _counted_row(place.lead, length):
            return counted
        listed = _split(bare(place.before), length)
        if listed is None:
            continue
        if place.quantity.value == length:
            return listed
        run = places[position : position + length]
        numbered = len(run) == length and all(
            one.gap is not None and _JOINT.fullmatch(one.gap) for one in run[1:]
        )
        if numbered:
            _, listed[0] = _verb_of(listed[0], acting)
            return _parted(_counted_together(listed), acting)[0]
    return None


def _counted_row(words: str, length: int) -> list[str] | None:
    """甲街道、乙街道 of 甲、乙两个街道先行试点: a row of names that says how many they are."""
    for found in _COUNTED_ROW.finditer(words):
        listed = found["row"].split("、")
        if len(listed) == length == _COUNTED.index(found["count"].replace("两", "二")):
            noun = words[found.end() :]
            ends = next((edge for edge in sorted(edges_of(noun)) if edge > 1), 0)
            return [name + noun[:ends] for name in listed]
    return None


_COUNTED_ROW = re.compile(
    r"(?P<row>[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+?)+)等?(?P<count>[两二三四五六七八九])[个家类大项所]"
)


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
