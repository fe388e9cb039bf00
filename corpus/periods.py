"""Which year a figure speaks of (数据年份), and whether it is a plan."""

from __future__ import annotations

import re

from corpus.model import Section, Sentence
from corpus.words import words_of

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)\s?年(?!前)")
_RELATIVE = {"去年": -1, "上年": -1, "上一年": -1, "前年": -2, "明年": 1, "次年": 1}


class Periods:
    """The years of one report; `year` is the year reported on."""

    def __init__(self, folded: str, sections: tuple[Section, ...], year: int | None) -> None:
        self._folded = folded
        self._sections = sections
        self._year = year
        self._plans = self._planning_sections()

    def is_plan(self, sentence: Sentence, position: int) -> bool:
        """Whether the place lies in a section on what is yet to be done."""
        del position
        return sentence.section is not None and sentence.section in self._plans

    def at(self, sentence: Sentence, position: int) -> int | None:
        """The year named last before the place in its sentence, else that of its section."""
        before = self._folded[sentence.span.start : position]
        default = self._of_section(sentence)
        named = [(found.start(), int(found[1])) for found in _YEAR.finditer(before)]
        if default is not None:
            for word, shift in _RELATIVE.items():
                at = before.rfind(word)
                if at >= 0 and not before[at:].startswith(("上年度", "上年同期")):
                    named.append((at, default + shift))
        named = [(at, year) for at, year in named if not self._is_span_or_name(before, at)]
        return max(named)[1] if named else default

    def _is_span_or_name(self, before: str, at: int) -> bool:
        """(2021-2025年) and the years inside 《…》 name no data year."""
        opening = before.rfind("《", 0, at)
        if opening >= 0 and "》" not in before[opening:at]:
            return True
        return bool(re.search(r"\d\s?年?[-—~至]$", before[:at]))

    def _of_section(self, sentence: Sentence) -> int | None:
        if self._year is None:
            return None
        return self._year + 1 if sentence.section in self._plans else self._year

    def _turns_to_plans(
        self, heading: str, back: re.Pattern[str], ahead: re.Pattern[str], planning: bool
    ) -> bool:
        """A top heading that looks ahead; what follows it goes on so unless it looks back."""
        if back.search(heading) or (self._year and f"{self._year}年" in heading):
            return False
        next_year = self._year is not None and f"{self._year + 1}年" in heading
        return planning or next_year or ahead.search(heading) is not None

    def _planning_sections(self) -> frozenset[int]:
        ahead = re.compile("|".join(words_of("looking_ahead")))
        back = re.compile("|".join(words_of("looking_back")))
        plans: set[int] = set()
        for section in self._sections:
            heading = section.heading.of(self._folded)
            if section.parent in plans:
                plans.add(section.number)
            elif section.level == 0 and self._turns_to_plans(heading, back, ahead, bool(plans)):
                plans.add(section.number)
            elif (
                section.parent is not None
                and re.search(r"下一步|下步|今后|明年", heading)
                and not back.search(heading)
            ):
                plans.add(section.number)
        return frozenset(plans)
