"""Which place and year each sentence of a draft speaks of (年份与地方的承接).

A draft names them once, in its heading or a sentence, and goes on; 我区, 去年 and 一年来 point
back. What was taken over is kept apart from what stands in the sentence itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft.doers import offices_in
from assistant.draft.model import Scope

if TYPE_CHECKING:
    from assistant.draft.doers import Office
    from assistant.draft.whereabouts import Whereabouts

__all__ = ["Bearings", "is_heading", "summed_up_year", "year_spoken_after"]

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?:\s?年|(?=[一-鿿]{2}))(?:(\d{1,2})月)?")
_PAPERS = (
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:(?:年?底|末|以|之)*前|以来)"
    r"(?:的(?:$|\d+\s?件)|的?(?:制发|印发|制定|出台|发布|颁布))"
)
"""What was done with the papers of old is told of the year of the draft (2020年底前印发的136件)."""
_IN_FORCE = r"\s?\d{1,2}\s?月\s?\d{1,2}\s?日起(?:正式)?(?:施行|实施|执行|生效)"
"""自2022年1月1日起施行: from when a document holds is not of when the draft tells."""
_EXPLICIT = re.compile(rf"(?<!\d)(20[0-4]\d)\s?年(?!{_PAPERS}|{_IN_FORCE})")
_OF_PAPERS = re.compile(rf"(20[0-4]\d)\s?年{_PAPERS}")
_COMPARED = re.compile(r"(?:比|较|同|与|于|由|从)\s*$")
_RELATIVE = re.compile(
    r"(?<![比较同与])(?P<last>去年|上一?年(?!度|同期|末|底))(?!(?:为|是)[^,;:。\d]{0,4}(?:\d|$)|度?(?:结转|转结|转入|遗留))|(?P<past>过去的?一年|过去一年|刚刚过去的一年|一年来)"
    r"|(?P<before>前年)|(?P<this>今年|本年度?|当前年度)|(?P<next>明年|来年|新的一年)"
)
_YEAR_ON = re.compile(
    "(?:时隔)?一年(?:之后|以后|后)|(?:到了?)?(?<!连续)(?:次年|第二年)(?!度)|转过年来|又过了?一年"
)
"""一年之后降到41例: of the year after the one named last."""
_SUMMED_UP = re.compile("总结|小结|年度|报告|汇报|点评|回顾|综述|亮点|情况")
_LAST = "去年"
_OF_THE_NEXT = "政府工作报告"
_YEAR_BEFORE = re.compile(
    r"(?:上年|去年|上一年)(?:度)?(?:同期)?(?:的|为|是)[^,;:。\d]{0,4}$|[(,]上年$"
)
"""上年为37件: the number is that of the year before."""
_LEFT_OVER = re.compile(
    r"(?:上|去|上一)年度?(?:结转|转结|转入|遗留)[^,;:。\d]{0,4}$"
    r"|(?:上年|上一年)[度末底]?(?:同期)?分别为?(?:\d[\d.]*[^,;:。、\d]{0,4}[、和])*$"
)
"""上年结转37件, 上年分别为37件、12件: may be told of either year."""
_OPENS = re.compile(r"(?:^|[,;:。、\s])\s*$")
_LEADS = re.compile(
    r"(?:回顾|回望|回首|回头看|过去的?|刚刚过去的?|早在|截至|截止|到|在|从|自|即|也就是|前一年|同志们|各位代表"
    r"|目前|[一二三四五六七八九十]是|[(（]?[一二三四五六七八九十\d]+[)）、.]|[,:、;\s])*"
)
_TITLED = re.compile("《[^》]*》|“[^”]*”|〔[^〕]*〕")
_STRETCH = re.compile("[,;:。!?\n]")
_LONGEST_HEADING = 60
_ELSEWHERE = -1
"""A section of the stretch before."""
_EARLY = 4
"""A speech of January to April speaks of the year before."""
_STOP = re.compile(r"[。!?;;]$")


@dataclass(slots=True)
class Bearings:
    """What a draft has named so far; sentences are told in reading order."""

    where: Whereabouts
    now: int | None = None
    """The year in which the draft is spoken."""
    years: frozenset[int] | None = None
    """The year spoken of."""
    places: frozenset[str] | None = None
    stranger: str = ""
    _summed_up: bool = field(default=False)
    _home: frozenset[str] | None = None
    """The place that the draft's title names."""
    _path: tuple[int, ...] = ()
    _named_in: tuple[int, ...] = ()
    """The section in which the place was named last."""
    _either: bool = False
    _offices: frozenset[Office] | None = None
    """The office whose draft its title says it is."""

    def heading(self, line: str) -> None:
        """Take over what a heading names."""
        bare = _TITLED.sub(_blank, line)
        if self._offices is None:
            self._offices = offices_in(bare).doers
        self._look_for_place(bare)
        if self._home is None and not self.stranger:
            self._home = self.places
        found = _YEAR.search(bare)
        if not found:
            return
        year, month = int(found[1]), int(found[2] or 0)
        self._summed_up = _SUMMED_UP.search(bare) is not None
        self.now = year if month or self.now is None or not self._summed_up else self.now
        if month:
            self.years = frozenset((year - 1,) if month <= _EARLY else (year, year - 1))
        else:
            self.years = frozenset((year,) if self._summed_up else (year, year - 1))

    def begin(self) -> None:
        """Read on in a new stretch, which counts its sections anew."""
        self._path, self._named_in = (), (_ELSEWHERE,)

    def enter(self, path: tuple[int, ...]) -> None:
        """Go on in a section; one that is not under the place named last may leave it.

        What is told there may be of the place of the title again. `path` are the sections that
        it stands in, the topmost first.
        """
        if path == self._path:
            return
        self._path = path
        within = path[: len(self._named_in)] == self._named_in
        if within or not path or self._home is None:
            return
        if self.stranger:
            self.places, self.stranger = self._home, ""
        elif self.places is not None and not self.places <= self._home:
            self.places |= self._home
            self._either = True

    def at(
        self,
        sentence: str,
        position: int,
        period: int | None = None,
        *,
        ahead: bool = False,
        planned: int | None = None,
    ) -> Scope:
        """The scope of what stands at a position of a folded sentence.

        `period` is the year that the figure's own words name, where that is known; `ahead`
        tells that the sentence stands among plans, and `planned` for which year.
        """
        before = _TITLED.sub(_blank, sentence[:position])
        place_here = self._look_for_place(before)
        here = self._look_for_year(before)
        if here is None and planned is not None:
            here = frozenset((planned,))
        year_here = here is not None or period is not None
        # The year of one number (由2023年的87.6分) is not that of the next.
        if period is not None and f"{period}" in _OF_PAPERS.findall(before):
            period = None
        years = (here or self.years) if period is None else frozenset((period,))
        years = _joined(before, years)
        later = _YEAR_ON.search(before)
        if later and not _EXPLICIT.search(before, later.end()):
            named = self._look_for_year(before[: later.start()]) or self.years
            years = frozenset(year + 1 for year in named) if named else years
        if years and _YEAR_BEFORE.search(before):
            years = frozenset(year - 1 for year in years)
        if years and _LEFT_OVER.search(before):
            years |= frozenset(year - 1 for year in years)
            year_here = True
        if ahead and not year_here and years:
            years |= frozenset(year + 1 for year in years)
        return Scope(
            places=self.places,
            years=years,
            stranger=self.stranger,
            part=self.where.part(_STRETCH.split(before)[-1], self.places),
            said=self._said(years),
            offices=self._offices or frozenset(),
            either_place=self._either,
            place_inherited=not place_here,
            year_inherited=not year_here,
        )

    def _said(self, years: frozenset[int] | None) -> str:
        place = self.stranger
        if not place and self.places and len(self.places) == 1:
            place = next(iter(self.places))
        year = f"{min(years)}年" if years and len(years) == 1 else ""
        return place + year

    def _look_for_place(self, before: str) -> bool:
        found = self.where.named(before, self.places, self.stranger)
        if found is None:
            return False
        self.places, self.stranger = found.places, found.stranger
        self._named_in, self._either = self._path, False
        return True

    def _look_for_year(self, before: str) -> frozenset[int] | None:
        """The year named last; one that opens its sentence holds for those that follow, too."""
        named = [
            (found.start(), frozenset((int(found[1]),)))
            for found in _EXPLICIT.finditer(before)
            if not _COMPARED.search(before[: found.start()])
        ]
        for found in _RELATIVE.finditer(before):
            opens = _OPENS.search(before[: found.start()]) is not None
            meant = self._meant(found.lastgroup or "", found[0]) if opens else None
            if meant is not None:
                named.append((found.start(), meant))
        if not named:
            return None
        at, years = max(named, key=lambda pair: pair[0])
        if _LEADS.fullmatch(before[:at]) and len(years) == 1:
            self.years = years
        return years

    def _meant(self, word: str, said: str) -> frozenset[int] | None:
        """The years that a word may mean; None where the draft names no year to count from.

        去年 is the year summed up itself, where the draft is written in the next.
        """
        if word == "past":
            if self.years or self.now is None:
                return self.years
            return frozenset((self.now - 1,))
        if self.now is None:
            return None
        if said == _LAST and self._summed_up:
            return frozenset((self.now - 1, self.now))
        shift = {"last": -1, "before": -2, "this": 0, "next": 1}[word]
        return frozenset((self.now + shift,))


_TOGETHER = re.compile(r"(20[0-4]\d)\s?年?度?\s?[和与及、]\s?(20[0-4]\d)\s?年")


def _joined(before: str, years: frozenset[int] | None) -> frozenset[int] | None:
    """2021年和2022年分别为6件、4件: each number may be of either year."""
    for found in _TOGETHER.finditer(before):
        both = frozenset((int(found[1]), int(found[2])))
        if years and years & both:
            return years | both
    return years


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def is_heading(line: str) -> bool:
    """Whether a line names what follows: short, without an end of its own."""
    bare = line.strip()
    return 0 < len(bare) <= _LONGEST_HEADING and not _STOP.search(bare)


def year_spoken_after(line: str) -> int | None:
    """The year before the date that a heading names, of one early in a year."""
    found = _YEAR.search(_TITLED.sub(_blank, line))
    early = found is not None and 0 < int(found[2] or 0) <= _EARLY
    return int(found[1]) - 1 if found is not None and early else None


def summed_up_year(line: str) -> int | None:
    """The year that a heading says is summed up (2022年法治政府建设情况汇报).

    A 政府工作报告 is named by the year in which it is given.
    """
    found = _YEAR.search(_TITLED.sub(_blank, line))
    if not found or found[2] or _OF_THE_NEXT in line:
        return None
    return int(found[1]) if _SUMMED_UP.search(line) else None
