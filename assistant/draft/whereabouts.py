"""Places that a draft names (稿中地名): those of the library, those of none, and 我区, 全市."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import rjieba

from assistant.draft.aliases import aliases_of, bodies_of
from assistant.draft.words import acts_in
from assistant.question.places import Gazetteer
from corpus.places import short_form, steps_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from index.library_db import ReportCard

__all__ = ["NamedPlace", "Whereabouts"]

_LEVELS = "省市州县区旗镇乡"
_OWN = re.compile(
    r"(?:我们|咱们?|我|本)(?P<own>省|市|州|县|区|旗|镇|乡)(?![级场])"
    r"|(?:^|[,;:。、\s])(?:20\d\d年,?|截至[^,]{0,8},?|去年,?|目前,?|如今,?|至今,?|今年,?|一年来,?)*"
    r"全(?P<whole>省|市|州|县|区|旗|镇|乡|自治区)(?![级域场]|第|前)"
)
_JOINED = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6}?)全(?P<level>[省市州县区])")
_PARTNER = re.compile(r"(?:^|[,;:。!?\n])\s*(?:与|同|联合|会同|携手)$")
"""与青岚市共建…: what follows is told of the place that does so."""
_AMONG = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,6})*等\s?[\d一二三四五六七八九十]*(?:$|个[省市州县区镇乡(])"
)
"""云溪县等3个县: so many of the place that tells it."""
_LEAD = 18
_TIME = re.compile(
    r"^(?:[\s,、]|20\d\d年度?|截至|年?底|末|全年|去年|今年|目前|同期|其中|同时|此外|而|在|早在|早|过去的?|回望|回顾|刚刚"
    r"|同样|当年|\d{1,2}月份?|\d{1,2}日)+"
)
_NOT_ALONE = ("工程", "乐业", "房", "路", "大道", "河", "湖", "山", "江", "精神")
_RANK = {"省": 0, "市": 1, "州": 1, "盟": 1, "县": 2, "区": 2, "旗": 2, "镇": 3, "乡": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place as a draft names it: some of the library's, or a stranger."""

    places: frozenset[str] | None
    stranger: str = ""


class Whereabouts:
    """The names of a library's places, made once."""

    def __init__(
        self,
        cards: Iterable[ReportCard],
        mentions: Callable[[str, frozenset[str]], bool] = lambda _name, _places: False,
    ) -> None:
        """`mentions` tells whether the reports of some places name a place."""
        self._mentions = mentions
        cards = tuple(cards)
        self._places = tuple(dict.fromkeys(card.place for card in cards if card.place))
        self._above = {step for place in self._places for step in steps_of(place)[:-1]}
        self._gazetteer = Gazetteer(self._places)
        self._aliases = aliases_of(self._places)
        names = "|".join(re.escape(name) for name, _ in self._aliases)
        self._known = re.compile(names or "(?!)")
        self._owners = dict(self._aliases)
        bodies = "|".join(re.escape(name) for name in bodies_of(cards))
        self._bodies = re.compile(bodies or "(?!)")

    def named(
        self, before: str, current: frozenset[str] | None, stranger: str = ""
    ) -> NamedPlace | None:
        """The place named last in the words before a claim; None if they name none.

        `current` and `stranger` are what was named before, for 我区.
        """
        found: list[tuple[int, NamedPlace]] = []
        covered: list[tuple[int, int]] = []
        for match in self._known.finditer(before):
            if self._stands_alone(before, match):
                owner = frozenset(self._owners[match[0]])
                covered.append(match.span())
                partner = _PARTNER.search(before[: match.start()])
                if not partner and not _AMONG.match(before, match.end()):
                    found.append((match.start(), NamedPlace(places=owner)))
        found += [
            (match.end() - 1, whole)
            for match in _JOINED.finditer(before)
            if (whole := self._whole(match)) is not None
        ]
        found += self._strangers(before, covered, found, current)
        for match in _OWN.finditer(before):
            found.append((match.end() - 1, self._own(match, found, current, stranger)))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _own(
        self,
        match: re.Match[str],
        found: list[tuple[int, NamedPlace]],
        current: frozenset[str] | None,
        stranger: str,
    ) -> NamedPlace:
        """我省, 全省: of the place named last before it, in the sentence or ahead of it."""
        level = (match["own"] or match["whole"])[-1]
        earlier = [pair for pair in found if pair[0] < match.start()]
        if earlier:
            last = max(earlier, key=lambda pair: pair[0])[1]
            current, stranger = last.places, last.stranger
        if not stranger or stranger[-1] not in (*_LEVELS, "") or stranger[-1] != level:
            return self._of_level(level, current)
        return NamedPlace(places=None, stranger=stranger)

    def part(self, stretch: str, current: frozenset[str] | None) -> str:
        """The part of the place spoken of (某区 of a 市) with which a stretch begins, if any."""
        lead = self.without_names(stretch[_time_at(stretch) :])[:_LEAD]
        for name in self._gazetteer.find(lead).strangers:
            behind = lead[len(name) :]
            if lead.startswith(name) and _is_place(name, behind) and self._within(name, current):
                return name
        return ""

    def without_names(self, words: str) -> str:
        """Words without the names of places of the library at their front."""
        found = self._known.match(words)
        if not found or not self._stands_alone(words, found):
            return words
        rest = words[found.end() :].removeprefix("的")
        body = self._bodies.match(rest)
        rest = rest[body.end() :].removeprefix("的") if body else rest
        return self.without_names(rest) if rest else words

    def _stands_alone(self, text: str, match: re.Match[str]) -> bool:
        behind = text[match.end() :]
        if behind[:1] == "全" and behind[1:2] in _LEVELS:
            return match[0][-1:] == behind[1:2] or self._level_of(match[0]) == behind[1:2]
        if match[0][-1] not in _LEVELS and not (
            self._is_province_before_a_part(match[0], behind) or _stands_out(text, match)
        ):
            return False  # 夯实安居惠民基础; 云溪市 is not 云溪县
        return match[0][-1] in _LEVELS or not behind.startswith(_NOT_ALONE)

    def _is_province_before_a_part(self, alias: str, behind: str) -> bool:
        """贵州县医院 is no 贵州县: no province goes by a level below its own."""
        return behind[:1] in tuple("县区镇乡") and set(self._owners[alias]) <= _PROVINCES

    def _level_of(self, alias: str) -> str:
        return {place[-1] for place in self._owners[alias]}.pop()

    def _of_level(self, level: str, current: frozenset[str] | None) -> NamedPlace:
        """我区: the place spoken of, if it is one; else every place of the library that is."""
        if current and (kept := frozenset(p for p in current if p[-1] == level)):
            return NamedPlace(places=kept)
        if current and len(current) == 1:
            steps = steps_of(next(iter(current)))
            above = [step for step in steps[:-1] if step[-1] == level]
            if above and not any(above[-1] in steps_of(p)[-1:] for p in self._places):
                return NamedPlace(places=None, stranger=above[-1])
        of_level = frozenset(place for place in self._places if place[-1] == level)
        return NamedPlace(places=of_level or current)

    def _whole(self, match: re.Match[str]) -> NamedPlace | None:
        """遂宁全市 is 遂宁市."""
        bare = match["name"]
        for length in range(len(bare), 1, -1):
            name = bare[-length:]
            full = name + match["level"]
            if full in self._owners:
                return NamedPlace(places=frozenset(self._owners[full]))
            if name in self._owners and self._level_of(name) == match["level"]:
                return NamedPlace(places=frozenset(self._owners[name]))
            if name in words_of("prefectures") or full in self._above:
                return NamedPlace(places=None, stranger=full)
        return None

    def _strangers(
        self,
        before: str,
        covered: list[tuple[int, int]],
        known: list[tuple[int, NamedPlace]],
        current: frozenset[str] | None,
    ) -> list[tuple[int, NamedPlace]]:
        """Places of no report with which a stretch between commas begins.

        `known` are places of the library that stand in the same words: a city may be of theirs.
        """
        found = []
        for stretch in re.finditer(r"[^,;:。!?\n]+", before):
            lead = stretch[0][: _LEAD + 12]
            offset = _time_at(lead)
            start = stretch.start() + offset
            lead = lead[offset:][:_LEAD]
            if any(first <= start < last for first, last in covered):
                continue
            found += [
                (start, NamedPlace(places=None, stranger=name))
                for name in self._gazetteer.find(lead).strangers
                if lead.startswith(name)
                and name not in self._owners
                and _is_place(name, lead[len(name) :])
                and not self._within(name, _latest(known, start, current))
                and not _judges(stretch[0], offset, lead[len(name) :])
            ]
        return found

    def _within(self, name: str, current: frozenset[str] | None) -> bool:
        """Whether a name may be of a part of the place spoken of: a 镇 of a 县."""
        places = current or frozenset(self._places)
        rank = _RANK.get(name[-1], 1)
        lower = any(_RANK.get(place[-1], 0) < rank or place in _REGIONS for place in places)
        if rank > _COUNTY:
            return lower
        return lower and current is not None and self._mentions(short_form(name), current)


def _judges(stretch: str, at: int, behind: str) -> bool:
    """在甲市对9个县的考核中,我县…: a place that judges is not the one that is spoken of."""
    asked = behind.startswith(_HELD_BY) or _IN_CONTEST.search(stretch) is not None
    return stretch[:at].endswith("在") and asked


def _time_at(stretch: str) -> int:
    """Where a stretch goes on behind its words for a time."""
    skipped = _TIME.match(stretch)
    return skipped.end() if skipped else 0


def _latest(
    known: list[tuple[int, NamedPlace]], at: int, current: frozenset[str] | None
) -> frozenset[str] | None:
    """The places named last before a point, else those spoken of before."""
    earlier = [pair for pair in known if pair[0] < at]
    return max(earlier, key=lambda pair: pair[0])[1].places if earlier else current


def _is_place(name: str, behind: str) -> bool:
    """Whether a name that ends as a place does is one, and not 绿色工业园区 or 办理区人大建议.

    Where an office of the place itself may follow (区政府), only a name of the lists is one.
    """
    provinces = words_of("provinces")
    first = steps_of(name)[0]
    known = {name, short_form(name), first, short_form(first)}
    if known & set(words_of("prefectures")) or known & set(provinces):
        return True
    if name in {short_form(full) for full in provinces}:
        return True
    bare = re.sub(rf"[{_LEVELS}]$", "", name)
    if not 1 < len(bare) <= _LONGEST_NAME or acts_in(bare) or _NO_PLACE.search(name):
        return False
    if _OFFICE.match(behind):
        return [tag for _, tag in rjieba.tag(name)] == ["ns"]
    return not _NO_NAME.search(bare)


_OFFICE = re.compile(
    "人大|人民|政府|政协|委|直|属|级|两级|长|纪|公安|法院|检察|监察|司法|域|本级|内|外|里|[、(]|镇|乡|县|区"
)


def _stands_out(text: str, match: re.Match[str]) -> bool:
    """Whether a short form is used as a name: at the start of a stretch, or as 是广西的."""
    behind = text[match.end() : match.end() + 1]
    if behind and behind in _LEVELS:
        return False
    before = re.split(r"[,;:。!?\n]", text[: match.start()])[-1]
    return not before[_time_at(before) :].strip() or before[-1] in "是在对看说"


_NO_NAME = re.compile(
    "[深强优细转绿美亮]化|新建(?=.)|[改扩续在]建|新[增设]|组建|部分|多数|少数|个别|[以受经由被向对与和或及其各全本该所为从到将把按依据关于在是有请给并使让同比至每某这那我你他它们一二三四五六七八九十两]"
)


_HELD_BY = ("对", "组织", "举办", "开展的")
_IN_CONTEST = re.compile("(?:考核|考评|评估|评比|评价|评选|测评|[竞比大]赛|评查)[中里]$")
_PROVINCES = frozenset(words_of("provinces"))
_REGIONS = frozenset(place for place in words_of("provinces") if place.endswith("自治区"))
_NO_PLACE = re.compile(
    "[园景社片库林矿灌牧城校厂港辖]区$|集聚区$|开发区$|新区$|示范区$|国省$|[农渔林牧茶]场"
)
_LONGEST_NAME = 3
_COUNTY = 2
