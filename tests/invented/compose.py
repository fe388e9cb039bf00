"""A report as text (成文): front matter, sections in a house style, plans, signature."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.invented.data import Part, Style, Topic, indicators, outline, topics
from tests.invented.flaws import flaws_of
from tests.invented.numbers import in_han
from tests.invented.sentences import Line, Speaker
from tests.invented.truth import Invented, Known

if TYPE_CHECKING:
    from tests.invented.history import History

__all__ = ["Composer", "compose"]

_HALF = str.maketrans("，：；（）", ",:;()")
_HAN = "一二三四五六七八九十"
_ORDER = ("首先", "其次", "再次", "最后")
_TARGETS = 3
_LEAST_ITEMS, _LISTED = 3, 0.4
_NOTHING: tuple[str, ...] = ()


def compose(history: History, year: int, style: Style, seed: int) -> Invented:
    """The report of one place on one year."""
    chance = random.Random(f"{seed}|{history.place.name}|{year}")  # noqa: S311
    return Composer(history, year, style, chance).report()


class Composer:
    """Puts one report together, character by character, so that every number's place is known."""

    def __init__(self, history: History, year: int, style: Style, chance: random.Random) -> None:
        self.place = history.place
        self.year = year
        self.style = style
        self.chance = chance
        self.speaker = Speaker(history, year, style, chance)
        self.stem = f"{self.place.name}{year}年法治政府建设情况报告"
        self.subject = "法治政府建设情况"
        self._history = history
        self._pieces: list[str] = []
        self._length = 0
        self._truth: list[Known] = []

    def report(self) -> Invented:
        """The whole text with its truth."""
        self._front()
        self._say(self._fill(self.chance.choice(outline("opening"))))
        self._end_line()
        told = [topic for topic in topics() if any(self._keys(part) for part in topic.parts)]
        for number, topic in enumerate(told):
            self._topic(number, topic)
        self._closing(len(told))
        self._signature()
        return self._finished()

    def _finished(self) -> Invented:
        truth = tuple(self._truth)
        return Invented(
            place=self.place,
            year=self.year,
            style=self.style.name,
            stem=self.stem,
            text="".join(self._pieces),
            truth=truth,
            flaws=flaws_of(self._history, self.year, self.stem, truth),
        )

    def _front(self) -> None:
        place, chance = self.place, self.chance
        if self.style.web:
            self._line("首页 > 政务公开 > 法定主动公开内容 > 法治政府建设年度报告")
            self._line(
                f"索引号：QF{place.number:04d}-{self.year + 1}-{chance.randint(1, 99999):05d}"
            )
            self._line(f"发布机构：{self._office()}")
        else:
            sign = (place.base or place.upper)[0] + "府"
            self._line(f"{sign}〔{self.year + 1}〕{chance.randint(1, 60)}号")
        name = place.full if (place.number + self.year) % 3 == 0 else place.name
        if place.level == "department":
            self._line(name)
            self._line(f"关于{self.year}年度{self.subject}的报告")
        elif self.style.web or chance.random() < 0.3:
            self._line(f"{name}{self.year}年{self.subject}报告")
        else:
            self._line(f"{name}人民政府")
            self._line(f"关于{self.year}年度{self.subject}的报告")
        if self.style.web:
            seen, minute = chance.randint(100, 9000), chance.randint(10, 59)
            self._line(
                f"来源：{self._office()} 发布时间：{self.year + 1}-02-28 09:{minute} "
                f"浏览次数：{seen} 字体：大 中 小 打印"
            )
        else:
            addressee = {"province": "党中央、国务院：", "city": "省委、省政府："}
            self._line(addressee.get(place.level, "市委、市政府："))

    def _office(self) -> str:
        """Who publishes on the web."""
        department = self.place.level == "department"
        return self.place.name if department else f"{self.place.name}人民政府办公室"

    def _topic(self, number: int, topic: Topic) -> None:
        parts = [part for part in topic.parts if self._keys(part)]
        self._line(
            self.style.heads[0].format(han=_HAN[number]) + self.chance.choice(topic.headings)
        )
        if self.style.body == "dense":
            for part in parts:
                self._leads(part)
            for part in parts:
                self._numbers(part)
            self._end_line()
            return
        for position, part in enumerate(parts):
            self._part(position, part, len(parts))
        if self.style.body == "items":
            self._end_line()

    def _part(self, position: int, part: Part, count: int) -> None:
        last = position == count - 1 and count > 2
        mark = self.style.heads[1].format(
            han=_HAN[position], ord=_ORDER[-1] if last else _ORDER[min(position, 2)]
        )
        title = self.chance.choice(part.slogans if self.style.slogans else part.titles)
        self._say(mark + title + ("" if self.style.body == "own" else "。"))
        if self.style.body == "own":
            self._end_line()
        self._leads(part)
        if not self._listed(part):
            self._numbers(part)
        if self.style.body != "items":
            self._end_line()

    def _listed(self, part: Part) -> bool:
        """Each sentence as an item 1. 2. 3. of its own, in a style that knows them."""
        form = self.style.heads[-1]
        told = [group for group in part.groups if any(key in self.speaker.said for key in group)]
        if "{num}" not in form or self.style.body != "own" or len(told) < _LEAST_ITEMS:
            return False
        if self.chance.random() >= _LISTED:
            return False
        for number, group in enumerate(told, start=1):
            line = self.speaker.group(group)
            if line:
                self._end_line()
                self._say(form.format(num=number))
                self._sentence(line)
        return True

    def _leads(self, part: Part) -> None:
        for lead in self.chance.sample(part.leads, self.chance.randint(1, 2)):
            self._say(self._fill(lead))

    def _numbers(self, part: Part) -> None:
        for group in part.groups:
            line = self.speaker.group(group)
            if line:
                self._sentence(line)

    def _keys(self, part: Part) -> tuple[str, ...]:
        told = tuple(key for group in part.groups for key in group if key in self.speaker.said)
        return told or _NOTHING

    def _closing(self, number: int) -> None:
        head = self.style.heads[0]
        self._line(head.format(han=_HAN[number]) + self.chance.choice(outline("lacking_heading")))
        self._say(self.chance.choice(outline("lacking")))
        self._end_line()
        plans = self._fill(self.chance.choice(outline("plans_heading")))
        self._line(head.format(han=_HAN[number + 1]) + plans)
        self._say(self.chance.choice(outline("plans")))
        said = self.speaker.said
        aims = [one for key, one in indicators().items() if one.targets and key in said]
        for one in self.chance.sample(aims, min(_TARGETS, len(aims))):
            self._sentence(self.speaker.target(one))
        self._end_line()

    def _signature(self) -> None:
        month, day = self.chance.randint(1, 3), self.chance.randint(1, 28)
        self._line(self.place.organ)
        if self.style.name == "oldstyle":
            digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(self.year + 1))
            written = f"{digits}年{_count(month)}月{_count(day)}日"
        else:
            written = f"{self.year + 1}年{month}月{day}日"
        self._line(written)
        if self.style.web:
            self._line("【打印本页】 【关闭窗口】")
            self._line(f"主办：{self._office()} 网站标识码：99000{self.place.number:05d}")

    def _fill(self, text: str) -> str:
        place = self.place
        return text.format(
            year=self.year,
            next=self.year + 1,
            place=place.name,
            whole=place.whole,
            gov=place.leaders,
        )

    def _say(self, text: str) -> None:
        if self.style.half:
            text = text.translate(_HALF)
        self._pieces.append(text)
        self._length += len(text)

    def _line(self, text: str) -> None:
        self._say(text)
        self._end_line()

    def _end_line(self) -> None:
        self._pieces.append("\n")
        self._length += 1

    def _sentence(self, line: Line) -> None:
        """Add a sentence and note its numbers."""
        text = "".join(line.pieces)
        if self.style.half:
            text = text.translate(_HALF)
        for offset, written, fact in line.numbers:
            self._truth.append(
                Known(
                    place=self.place.name,
                    year=self.year,
                    as_written=written,
                    sentence=text,
                    start=self._length + offset,
                    report=self.stem,
                    key=fact.key,
                    value=fact.value,
                    unit=fact.unit,
                    hedge=fact.hedge,
                    kind=fact.kind,
                    period=fact.period,
                    whole=fact.whole,
                    falls=fact.falls,
                )
            )
        self._pieces.append(text)
        self._length += len(text)


def _count(number: int) -> str:
    """Months and days in Chinese numerals: 二月, not 两月."""
    from decimal import Decimal

    return in_han(Decimal(number)).replace("两", "二")
