"""Which year a figure speaks of (数据年份), and whether it is a plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus.ahead import looks_ahead
from corpus.quantities import find_quantities
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.model import Section, Sentence

__all__ = ["Periods"]

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s?年(?!(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?底|末|以|之)*前)")
_RELATIVE = re.compile("(?:去|上一?)年(?:度)?同期|去年|上一?年(?!度|同期)|前年|明年|次年|来年")
# A report is written in the year after: its 去年 is the year reported on, its 上年 the one before.
_SHIFTS = {"去": 0, "上": -1, "前": -2, "明": 1, "次": 1, "来": 1}
_SINCE_THEN = re.compile("以来[^,;。:\\d]{0,16}的")
"""What there has been since a year is no number of that year."""
_TREATED = re.compile(r"(?:对|将|把)\s*$")
_GIVEN_THEN = re.compile(r"度?[^,;。:\d的]{2,12}的")
"""对2021年赋予乡镇的75项逐项评估: the year says which 75, not when they were looked at."""
_COMPARED = re.compile(r"(?:比|较|同|与|于|由|从|相比)\s*$")
_FROM_YEARS = re.compile(
    r"[由从]\s*(?:(?:20[0-4]\d\s?年度?|[上前]年)的?\s*[\d.,]+[^\d、,;。]{0,4}[、,和]\s*)+$"
)
"""由2018年的43%、2019年的68.5%上升到86.2%: each year holds for its own number only."""
_NOT_FAR = re.compile(r"[^,;。:\d]*")
"""What may stand between the year compared with and its own number (较2022年的88.5%)."""
_REACH = 600
"""Characters that a year holds for at most, within its sentence."""
_TURN = (
    r"(?:^|\n|[。;])\s*(?:在)?"
    r"(?P<word>下一?步|下一?阶段|下一?年度?|今后|明年|来年|新的一年|接下来|{next}\s?年)"
)
_SHORTCOMING = re.compile("存在|不足|正视问题|主要问题")


def _shift(before: str, found: re.Match[str]) -> int:
    """Years from the year reported on: 去年 is it, but the one before in 较去年.

    由去年的… may mean either, and stays without a shift.
    """
    words = before[: found.start()].rstrip()
    compared = "同期" in found[0] or words.endswith(("比", "较", "同", "与"))
    return -1 if compared and found[0][0] == "去" else _SHIFTS[found[0][0]]


def _is_object(before: str, found: re.Match[str]) -> bool:
    """Whether a year to come stands inside a clause that has ended (谋划2025年项目,投资增长…)."""
    opens = re.search(
        r"(?:^|[,;。:\n])\s*(?:力争|确保)?(?:到|至|在|计划)?$", before[: found.start()]
    )
    return opens is None and re.search("[,;。]", before[found.end() :]) is not None


def _closes_bracket(text: str) -> bool:
    """Whether a text leaves the bracket that it begins in."""
    depth = 0
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False


class Periods:
    """The years of one report; `year` is the year reported on."""

    def __init__(self, folded: str, sections: tuple[Section, ...], year: int | None) -> None:
        self._folded = folded
        self._sections = sections
        self._year = year
        following = str(year + 1) if year else "(?!)"
        self._turn = re.compile(_TURN.format(next=following))
        self._turns = [found.start("word") for found in self._turn.finditer(folded)]
        self._leads = [turn for turn in self._turns if self._ends_open(turn)]
        self._tops = [section.span.start for section in sections if section.level == 0]
        self.plans = self._planning_sections()

    def is_plan(self, sentence: Sentence, position: int) -> bool:
        """Whether the place says what is yet to be done.

        By its section's heading; in 存在问题和今后打算, or where no heading looks ahead, from the
        first sentence on that turns to what comes next.
        """
        if sentence.section in self.plans:
            return self._is_plan_by_heading(self._sections[sentence.section or 0], position)
        if self.plans:
            return False
        start = self._folded.rfind("\n", 0, sentence.span.start) + 1
        return self._turned_between(max(0, start - 1), position) or self._is_led(position)

    def _is_led(self, position: int) -> bool:
        """Whether a line such as 2020年,我们将抓好五个方面工作: leads to the place.

        It leads up to the next top heading.
        """
        lead = self._leads[bisect_right(self._leads, position) - 1] if self._leads else position
        tops = bisect_right(self._tops, position) - bisect_right(self._tops, lead)
        return lead < position and tops == 0

    def at(self, sentence: Sentence, position: int) -> int | None:
        """The year named last before the place in its sentence, else that of its section."""
        before = self._folded[max(sentence.span.start, position - _REACH) : position]
        default = self._of_section(sentence, position)
        named = [(found, int(found[1])) for found in _YEAR.finditer(before)]
        if default is not None:
            relative = _RELATIVE.finditer(before)
            named += [(found, default + _shift(before, found)) for found in relative]
        valid = [
            (found.start(), year)
            for found, year in named
            if self._holds(before, found)
            and not (default is not None and year > default and _is_object(before, found))
        ]
        return max(valid)[1] if valid else default

    def _holds(self, before: str, found: re.Match[str]) -> bool:
        """Whether a year named holds for the place at the end of `before`."""
        at = found.start()
        opening = before.rfind("《", 0, at)
        if opening >= 0 and "》" not in before[opening:at]:
            return False
        if re.search(r"\d\s?年?[-—~至]$", before[:at]):
            return False  # the end of 2021-2025年
        between = before[found.end() :]
        if _SINCE_THEN.match(between):
            return False  # 对2021年以来承接的87项
        if _TREATED.search(before[:at]) and _GIVEN_THEN.match(between):
            return False
        if _closes_bracket(between):
            return False  # 受理52件(2021年为37件),办结49件
        local = found[0].startswith("上") or "同期" in found[0]
        compared = _COMPARED.search(before[:at]) or _FROM_YEARS.search(before[:at])
        if not local and compared is None:
            return True
        if any(True for _ in find_quantities(between)):
            return False  # 由上年的三十一件增加到四十七件
        changes = any(word in between for word in words_of("change_words"))
        return not changes and _NOT_FAR.fullmatch(between) is not None

    def _of_section(self, sentence: Sentence, position: int) -> int | None:
        if self._year is None:
            return None
        return self._year + 1 if self.is_plan(sentence, position) else self._year

    def _is_plan_by_heading(self, section: Section, position: int) -> bool:
        """The innermost heading that says so decides; one that says both leaves it to the text."""
        while True:
            heading = section.heading.of(self._folded).replace(" ", "")
            ahead = looks_ahead(heading)
            lacking = _SHORTCOMING.search(heading) is not None
            if ahead != lacking:
                return ahead
            if ahead:
                return self._turned_between(section.span.start, position)
            if section.parent is None or section.parent not in self.plans:
                return True
            section = self._sections[section.parent]

    def _ends_open(self, turn: int) -> bool:
        """Whether the line in which a turn stands ends in a colon."""
        start = turn + len(self._folded[turn:]) - len(self._folded[turn:].lstrip("\n。; "))
        end = self._folded.find("\n", start)
        return self._folded[start : end if end >= 0 else None].rstrip().endswith(":")

    def _turned_between(self, start: int, position: int) -> bool:
        return bisect_right(self._turns, position) > bisect_right(self._turns, start - 1)

    def _planning_sections(self) -> frozenset[int]:
        plans: set[int] = set()
        for section in self._sections:
            heading = section.heading.of(self._folded).replace(" ", "")
            if section.parent in plans or self._looks_ahead(section, heading, bool(plans)):
                plans.add(section.number)
        return frozenset(plans)

    def _looks_ahead(self, section: Section, heading: str, planning: bool) -> bool:  # noqa: FBT001
        """A top heading that looks ahead; what follows it goes on so unless it looks back."""
        back = re.search("|".join(words_of("looking_back")), heading)
        following = self._year is not None and f"{self._year + 1}年" in heading
        ahead = looks_ahead(heading)
        if section.level > 0:
            soon = re.search("下一?步|下一?阶段|下一?年度?|今后|明年|来年", heading) is not None
            return not back and (soon or (following and ahead))
        if back or (self._year and f"{self._year}年" in heading):
            return False
        return planning or following or ahead
