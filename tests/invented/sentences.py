"""Numbers put into sentences (造句): clauses, comparisons with last year, parts, targets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.invented.data import Indicator, Style, indicators, joints, outline, parts_of
from tests.invented.numbers import percent_of, write

if TYPE_CHECKING:
    import random

    from tests.invented.history import History

__all__ = ["Line", "Speaker"]

_OPENINGS = ("全年", "{year}年，", "一年来，", "{whole}全年", "")
_STOCK_OPENINGS = ("截至{year}年底，{whole}", "目前，{whole}", "截至年底，{whole}")
_COMPARED = (("", "percent", "amount", "from", "quote"), (62, 14, 8, 8, 8))
"""How often a number is compared with last year's, and how."""
_JOINT = 0.4
_FARTHEST = 300
"""Percent; a larger change is not told as one."""
_MORE = (("同比增长", "较上年增长"), ("较上年增加", "比上年增加"), ("增加到", "上升到"))
_LESS = (("同比下降", "较上年下降"), ("较上年减少", "比上年减少"), ("减少到", "下降到"))
_RATE = (("同比提升", "较上年提高"), ("提高到", "提升至"))
_RATE_LESS = (("同比下降", "较上年降低"), ("下降到", "降至"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a number of a sentence says; the rest follows from the report."""

    key: str
    value: Decimal
    unit: str
    hedge: str
    kind: str
    period: int
    whole: str
    falls: bool


class Line:
    """A sentence in the making: its pieces, and the numbers with their offsets."""

    __slots__ = ("_length", "numbers", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.numbers: list[tuple[int, str, Fact]] = []
        self._length = 0

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    def number(self, written: str, fact: Fact, *, spaced: bool) -> None:
        """Add a quantity; `spaced` puts a blank before it."""
        if spaced:
            self.add(" ")
        self.numbers.append((self._length, written, fact))
        self.add(written)


class Speaker:
    """Says the numbers of one report in its house style."""

    def __init__(self, history: History, year: int, style: Style, chance: random.Random) -> None:
        self.history = history
        self.year = year
        self.said = history.said[year]
        self.compares = True
        self.flaw = history.flaws.get(year)
        self._style = style
        self._chance = chance

    def group(self, keys: tuple[str, ...]) -> Line | None:
        """One sentence with several indicators; None if the report has none of them."""
        present = [indicators()[key] for key in keys if key in self.said]
        if not present:
            return None
        line = Line()
        openings = _STOCK_OPENINGS if present[0].stock else _OPENINGS
        opening = self._chance.choice(openings)
        line.add(opening.format(year=self.year, whole=self.history.place.whole))
        if self._together(line, present):
            line.add("。")
            return line
        joint = ""
        for one in present:
            line.add(joint)
            in_parts = self._clause(line, one)
            joint = "；" if in_parts else "，"
        line.add("。")
        return line

    def _together(self, line: Line, present: list[Indicator]) -> bool:
        """Two indicators in one clause, if there is one for them and the dice want it."""
        phrases = joints().get(tuple(one.key for one in present))
        wrong = self.flaw is not None and any(self.flaw == ("change", one.key) for one in present)
        if not phrases or wrong or self._chance.random() >= _JOINT:
            return False
        before, between, behind = self._chance.choice(phrases)
        for words, one in zip((before, between), present, strict=True):
            value, hedge = self.said[one.key]
            line.add(words)
            kind = "share" if one.is_share else "level"
            self._put(line, one, value, hedge, kind=kind, period=self.year)
        line.add(behind)
        parts = [part for part in parts_of(present[-1].key) if part.key in self.said]
        if parts:
            self._parts(line, parts)
        return True

    def target(self, one: Indicator) -> Line:
        """What is aimed at for the next year."""
        before, hedge, behind = self._frame()
        value = self._goal(one)
        words, _ = self._chance.choice(one.targets)
        line = Line()
        line.add(before + words)
        self._put(line, one, value, hedge, kind="target", period=self.year + 1)
        line.add(behind)
        return line

    def _frame(self) -> tuple[str, str, str]:
        before, _, behind = self._chance.choice(outline("target")).partition("{n}")
        hedge = "以上" if behind.startswith("以上") else ""
        return before.format(next=self.year + 1), hedge, behind.removeprefix(hedge)

    def _goal(self, one: Indicator) -> Decimal:
        if one.is_share:
            return Decimal(self._chance.choice((95, 96, 98, 99)))
        steps = int(self.said[one.key][0] * Decimal(self._chance.randint(92, 112)) / 100)
        size = 10 ** max(0, len(str(steps)) - 2)
        return Decimal((steps // size + 1) * size)

    def _clause(self, line: Line, one: Indicator) -> bool:
        """An indicator with what belongs to it; whether it ends in 其中."""
        how = self._how(one) if self.compares else ""
        value, hedge = self.said[one.key]
        parts = [part for part in parts_of(one.key) if part.key in self.said]
        kind = "share" if one.is_share else "level"
        if how == "from":
            self._from(line, one)
        else:
            before, after = self._chance.choice(one.says)
            line.add(before)
            self._put(line, one, value, hedge, kind=kind, period=self.year)
            line.add(after)
        if how == "quote" and not parts:
            line.add(f"（{self.year - 1}年为")
            self._put(line, one, self._last(one), "", kind=kind, period=self.year - 1)
            line.add("）")
        bracket = self._style.parts != "其中"
        if parts and bracket:
            self._parts(line, parts)
        if how in {"percent", "amount"}:
            self._change(line, one, how)
        if parts and not bracket:
            self._parts(line, parts)
        return bool(parts) and not bracket

    def _how(self, one: Indicator) -> str:
        """Whether and how to compare with last year."""
        if self.flaw == ("change", one.key):
            return "percent"
        how = self._chance.choices(*_COMPARED)[0]
        if not how or not self.history.comparable(self.year, one.key):
            return ""
        first = self.year == self.history.years.start
        old, new = self._last(one), self.said[one.key][0]
        if old == new or (how in {"from", "quote"} and first):
            return ""
        percent = abs(percent_of(old, new))
        return how if 0 < percent <= _FARTHEST else ""

    def _last(self, one: Indicator) -> Decimal:
        return self.history.value(self.year - 1, one.key)

    def _from(self, line: Line, one: Indicator) -> None:
        """由上年的31件增加到37件."""
        old, new = self._last(one), self.said[one.key][0]
        more = (_RATE if new > old else _RATE_LESS) if one.is_share else ("", "")
        words = more[1] if one.is_share else (_MORE if new > old else _LESS)[2]
        kind = "share" if one.is_share else "level"
        label = one.label.replace("(", "（").replace(")", "）")
        line.add(f"{label}由上年的")
        self._put(line, one, old, "", kind=kind, period=self.year - 1)
        line.add(self._chance.choice(words))
        self._put(line, one, new, "", kind=kind, period=self.year)

    def _change(self, line: Line, one: Indicator, how: str) -> None:
        old, new = self._last(one), self.said[one.key][0]
        falls = new < old
        if one.is_share:
            words, amount, unit = (_RATE_LESS if falls else _RATE)[0], abs(new - old), "个百分点"
        elif how == "percent":
            words, amount, unit = (_LESS if falls else _MORE)[0], abs(percent_of(old, new)), "%"
            if self.flaw == ("change", one.key):
                amount += Decimal(self._chance.randint(31, 90)) / 10
        else:
            words, amount, unit = (_LESS if falls else _MORE)[1], abs(new - old), one.unit
        line.add("，" + self._chance.choice(words))
        self._put(line, one, amount, "", kind="change", period=self.year, unit=unit, falls=falls)

    def _parts(self, line: Line, parts: list[Indicator]) -> None:
        form = self._style.parts
        opening, joint, end = {
            "其中": ("，其中", "、", ""),
            "（）": ("（", "、", "）"),
            "含": ("（含", "、", "）"),
            "（其中）": ("（其中：", "，", "）"),
        }[form]
        line.add(opening)
        for number, part in enumerate(parts):
            line.add(joint if number else "")
            before, after = self._chance.choice(part.says)
            line.add(before)
            value, hedge = self.said[part.key]
            self._put(line, part, value, hedge, kind="level", period=self.year, whole=part.whole)
            line.add(after)
        line.add(end)

    def _put(
        self,
        line: Line,
        one: Indicator,
        value: Decimal,
        hedge: str,
        *,
        kind: str,
        period: int,
        unit: str = "",
        whole: str = "",
        falls: bool = False,
    ) -> None:
        writing = self._chance.choice(self._style.writings)
        unit = unit or one.unit
        written = write(value, unit, hedge, writing, one.scale if unit == one.unit else "")
        fact = Fact(
            key=one.key,
            value=value,
            unit=unit,
            hedge=hedge,
            kind=kind,
            period=period,
            whole=whole,
            falls=falls,
        )
        line.number(written, fact, spaced=writing == "spaced")
