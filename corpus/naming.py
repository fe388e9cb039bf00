"""What a number counts, in the report's own words (指标名称).

The words before a number and behind it name it together (推行 23 个主题套餐). Where two numbers
share a stretch of text, the noun behind the first belongs to it (213 个调解组织 | 调处纠纷
2315 件); 由…降至… names one thing twice; 分别 gives each number its own name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus.inheriting import inherited
from corpus.respectively import counts_row, names_apart, names_in_turn, with_shared_nouns
from corpus.scope import YEAR, bare
from corpus.tokens import edges_of
from corpus.topics import tells_matter
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.clauses import Clause
    from corpus.model import Quantity

__all__ = ["TOTAL", "Place", "begins_with_verb", "continues_row", "is_old_level", "names_of"]

_HAN = "\u4e00-\u9fff"
_NOUN_BEGINS = re.compile(rf"[“《‘\"{_HAN}]|\d*[A-Za-z]")
_AND = re.compile(r"[\s、,/]*(?:和|与|及|以及|、)?\s*")
_COMPARED = re.compile(
    rf"(?:比|较|同|与|,|是|为|达|达到|相当于)*\s*(?:{YEAR})(?:度|末|底|同期)?(?:的|为|是)*"
)
_FROM = re.compile(
    rf"[由从](?:原方案|原计划|原来|原先|原有|原定|原|过去|以前|之前|此前|最初|当初|年初|法定|拟定|改革前|{YEAR}"
    r"|每(?:立方米|平方米|[^\W\d])|的)*$"
)
_LATER = re.compile(rf"\s*[、,和]\s*(?:{YEAR})度?的?")
"""What stands between the old levels of several years."""
_PERCENT = frozenset(("%", "‰", "个百分点", "百分点"))
_TIMES = frozenset(("天", "个工作日", "工作日", "小时", "分钟", "个月"))
_SHORTEST_NAME = 3
TOTAL = "合计"
_TOTALS = re.compile("(?:以上)?(?:共计?|合计|总计|总共|小计|累计)")
_PASSED = re.compile("^(?:历史)?(?:大关口?|关口|大台阶|门槛)")
"""突破1600亿斤大关: names nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A quantity with the stretch of text before and after it that can name it."""

    quantity: Quantity
    clause: Clause
    before: str
    after: str
    lead: str
    """All text since the number before, or since the sentence's own words begin."""
    gap: str | None
    """All text since the number before, if it stands in the same clause or row; else None."""


def names_of(places: list[Place]) -> list[str]:
    """Name what each number of a sentence counts; empty where nothing says so."""
    names: list[str] = []
    run = 0
    for position in range(len(places)):
        if position < run:
            continue
        run = _run_end(places, position)
        listed = places[position - 1] if position else None
        own = names_apart(places[position:run], bare, _verb_length, places[:position])
        if own and listed and counts_row(listed, run - position):
            names[-1] = ""
        own = own or names_in_turn(places[:position], places[position:run], bare, _verb_length)
        if own is None:
            own = [_name(places, position, names[-1] if names else "")]
            if run > position + 1:
                own = [own[0].replace("分别", "")]
            run = position + 1
        names += own
    return with_shared_nouns(places, inherited(places, names, continues_row))


def is_old_level(places: list[Place], position: int) -> bool:
    """Whether a number behind it is the new level of this one (由40%降至38%).

    Old levels stand in rows too: 由2018年的43%、2019年的68.5%上升到86.2%.
    """
    following = places[position + 1] if position + 1 < len(places) else None
    if following is None or following.gap is None or not _is_from(places, position):
        return False
    if _LATER.fullmatch(following.gap):
        return is_old_level(places, position + 1)
    return _new_level().search(following.gap) is not None


def _is_from(places: list[Place], position: int) -> bool:
    """Whether a number is what something rose or fell from (由2018年的43%、2019年的68.5%)."""
    place = places[position]
    if _FROM.search(place.before):
        return True
    later = place.gap is not None and _LATER.fullmatch(place.gap) is not None
    return later and position > 0 and _is_from(places, position - 1)


def continues_row(place: Place) -> bool:
    """Whether nothing but 、 or 和 stands between the number and the one before it."""
    return place.gap is not None and _AND.fullmatch(place.gap) is not None


@cache
def _verb() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in words_of("acting_verbs")))


def _acting(words: str) -> re.Match[str] | None:
    """The first verb or adverb behind a noun: 办理 of 公证机构办理公证, not 共 of 公共."""
    edges = edges_of(words)
    return next((f for f in _verb().finditer(words, 2) if f.start() in edges), None)


def begins_with_verb(words: str) -> bool:
    """Whether a clause says that something is done: 开展宣传, not 招标文件."""
    return _verb_length(words.strip()) > 0


def _verb_length(words: str) -> int:
    """Characters of the verb that a text begins with."""
    found = _verb().match(words)
    return found.end() if found and found.end() in edges_of(words) else 0


@cache
def _new_level() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(
        rf"(?P<verb>{words})?(?:到|至|为|成)了?(?:(?:{YEAR}|目前|现在|如今|当前)的?)?(?:每[^\W\d])?\s*$"
    )


def _without_move(gap: str) -> str:
    """The noun before the verb that leads to a new level: 事项 of 事项扩充至."""
    found = _new_level().search(gap)
    if found is None or found["verb"]:
        return gap[: found.start()] if found else gap
    noun = gap[: found.start()]
    return noun[: max((edge for edge in edges_of(noun) if edge < len(noun)), default=0)]


@cache
def _change_end() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in words_of("change_words"))
    return re.compile(rf"(?:{words})了?$")


def _name(places: list[Place], position: int, earlier: str) -> str:
    place = places[position]
    if position and continues_row(place):
        share = place.quantity.unit in _PERCENT and not places[position - 1].after
        if share or not place.after:
            return ""  # 分别按3%、7%稳步提标
    if _is_total(places, position):
        return TOTAL
    levels = _level_name(places, position, earlier)
    if levels is not None:
        return levels
    if _opens_row(places, position):
        shared = _behind(places, _run_end(places, position) - 1)
        return bare(place.before + shared, joints="counting_adverbs")
    after = _PASSED.sub("", _behind(places, position))
    before = _in_front(places, position)
    if not after or not _NOUN_BEGINS.match(after):
        return bare(before)
    if place.quantity.unit in _PERCENT and len(bare(before)) >= _SHORTEST_NAME:
        return bare(before)
    if place.quantity.unit in _TIMES and re.search("在$", before):
        before, after = re.sub("[均都]?在$", "", before), re.sub("^之?内", "", after)
    if before.strip() in {"将", "把", "对", "从", "向", "由"} and not _acting(after):
        before = ""
    before = _without_joint(bare(before, joints="counting_adverbs"))
    after = _ended(after) if before else re.sub("^[的了]", "", _ended(after))
    return bare(before + after, joints="counting_adverbs")


def _level_name(places: list[Place], position: int, earlier: str) -> str | None:
    """The name of an old level or of the new one (由40%降至38%); None for any other number."""
    place = places[position]
    if is_old_level(places, position):
        gap = places[position + 1].gap or ""
        noun = "" if _LATER.fullmatch(gap) else _without_move(gap)
        return bare(_FROM.sub("", place.before) + noun) or earlier
    if position and is_old_level(places, position - 1):
        return earlier
    if _COMPARED.fullmatch(place.before):
        return earlier
    if place.gap is not None and _change_end().search(place.gap) and len(place.gap) <= 4:
        compared = places[position - 1].before
        if _COMPARED.fullmatch(compared):
            return bare(compared) + place.gap.strip()
    return None


def _is_total(places: list[Place], position: int) -> bool:
    """合同63份、协议41份,共104份: the last number is named after neither."""
    place, unit = places[position], places[position].quantity.unit
    alike = [other for other in places[:position] if other.quantity.unit == unit]
    lone = not place.after and _TOTALS.fullmatch(place.before.strip()) is not None
    return lone and len(alike) > 1


def _opens_row(places: list[Place], position: int) -> bool:
    """确定的十大类44项实事: two numbers of one noun, which stands behind the second."""
    last = _run_end(places, position) - 1
    return last > position and places[position + 1].gap == "" and not places[position].after


def _without_joint(words: str) -> str:
    """Without 和 or 将 at the front, if it is a word there: not 和解."""
    return words[1:] if words[:1] in set("将把和与及且") and 1 in edges_of(words) else words


def _ended(after: str) -> str:
    found = re.search("(?:[的得了着和与及以将把]|(?<!其)中有?)$", after)
    return after[: found.start()] if found and found.start() in edges_of(after) else after


def _in_front(places: list[Place], position: int) -> str:
    """The words before a number; a preposition counts for both members of 对 11 个…和 19 个…."""
    place = places[position]
    after_too = place.gap is not None and place.after
    if after_too and position and _is_coordinate(places, position - 1):
        return places[position - 1].before
    if (
        position
        and place.after
        and _shares(places, position - 1)
        and not _acting("的的" + place.before)
    ):
        return ""  # 7个省级 | 4个市级示范中心: the noun behind the first number is not the second's
    if position and _shares(places, position - 1) and (among := _among(place.before)):
        return place.before[among + 1 :]
    return place.before


def _behind(places: list[Place], position: int) -> str:
    """The words behind a number that belong to it and not to the next one."""
    shared = places[position].after
    if not _shares(places, position):
        return shared
    verb = _acting(shared)
    following = places[position + 1].after
    if following[:1] == "的" and len(following) > 1 and not tells_matter(places[position].before):
        return following[1:]  # 82个产值过10亿元的增长点
    if _FROM.search(shared):
        return _FROM.sub("", shared)
    if among := _among(shared):
        return shared[:among]
    if _verb().fullmatch(shared):
        return shared + following
    if verb is None:
        noun = re.sub("(?:和|与|及|以及)$", "", shared)
        acting = _acting(following)
        coordinate = _is_coordinate(places, position)
        return noun + (following[acting.start() :] if coordinate and acting else "")
    if verb.end() == len(shared) and places[position].before not in {"将", "把"}:
        return shared + following
    return shared[: verb.start()]


def _among(words: str) -> int:
    """Characters of the group that a part is of: 队员 of 队员中法律专业毕业的; 0 for none."""
    edges = edges_of(words)
    found = (m.start() for m in re.finditer("(?<!其)中", words) if m.start() > 1)
    return next((at for at in found if at in edges and at + 1 in edges), 0)


def _shares(places: list[Place], position: int) -> bool:
    """Whether the text behind a number runs up to the next number of its clause."""
    if position + 1 >= len(places) or not places[position].after:
        return False
    following = places[position + 1]
    return following.gap is not None and following.clause.span == places[position].clause.span


def _is_coordinate(places: list[Place], position: int) -> bool:
    """11 个乡镇和 19 个县直单位: a noun, perhaps 和, the next number."""
    place = places[position]
    if not _shares(places, position) or _acting(place.after):
        return False
    joined = re.search("(?:和|与|及|以及)$", place.after) is not None
    return joined or place.before.strip() in {"对", "从", "向", "在", "为", "由", "把", "将"}


def _run_end(places: list[Place], position: int) -> int:
    """End of a run of numbers with nothing but 、 or 和 between them."""
    end = position + 1
    while end < len(places) and continues_row(places[end]):
        end += 1
    return end
