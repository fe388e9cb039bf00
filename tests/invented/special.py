"""A second report of a place and year, on one field, with another number (专项报告)."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING

from tests.invented.compose import Composer
from tests.invented.data import Style, Topic, indicators, outline, topics
from tests.invented.numbers import plain
from tests.invented.truth import Flaw, Invented

if TYPE_CHECKING:
    from tests.invented.history import History, Said

__all__ = ["compose_special"]

_SHARE = 0.08
"""Of reports that are followed by one."""


def compose_special(history: History, report: Invented, style: Style, seed: int) -> Invented | None:
    """A report that contradicts `report` in one number; None for most."""
    chance = random.Random(f"{seed}|{report.stem}|special")  # noqa: S311
    if report.place.level == "department" or chance.random() >= _SHARE:
        return None
    topic = chance.choice(topics())
    keys = [key for part in topic.parts for group in part.groups for key in group]
    said = {key: history.said[report.year][key] for key in keys if key in history.said[report.year]}
    said = {key: value for key, value in said.items() if _is_plain(key)}
    options = [key for key, (_, hedge) in said.items() if not hedge]
    if not options:
        return None
    key = chance.choice(options)
    value = said[key][0]
    steps = int(value / indicators()[key].step)
    other = value + max(1, steps * chance.randint(3, 15) // 100) * indicators()[key].step
    return _Special(history, report, style, chance, topic).against(key, said | {key: (other, "")})


def _is_plain(key: str) -> bool:
    """Whether no other number of the report depends on it."""
    one = indicators()[key]
    return not (one.is_share or one.of or one.whole)


class _Special(Composer):
    """Puts a report of one section together."""

    def __init__(
        self, history: History, report: Invented, style: Style, chance: random.Random, topic: Topic
    ) -> None:
        super().__init__(history, report.year, style, chance)
        self.subject = f"{topic.office}工作情况"
        self.stem = f"{report.place.name}{report.year}年{self.subject}报告"
        self.speaker.compares = False
        self._topic_told = topic
        self._first = report

    def against(self, key: str, said: dict[str, Said]) -> Invented:
        """The report, which gives `key` another value than the first one does."""
        self.speaker.said = said
        self.speaker.flaw = None
        self._front()
        self._say(self._fill(self.chance.choice(outline("opening"))))
        self._end_line()
        self._topic(0, self._topic_told)
        self._signature()
        made = self._finished()
        return Invented(
            place=made.place,
            year=made.year,
            style=made.style,
            stem=made.stem,
            text=made.text,
            truth=made.truth,
            flaws=(self._conflict(key, made),),
            special=True,
        )

    def _conflict(self, key: str, made: Invented) -> Flaw:
        here = next(known for known in made.levels() if known.key == key)
        there = next(known for known in self._first.levels() if known.key == key)
        assert isinstance(there.value, Decimal)
        return Flaw(
            kind="conflict",
            place=here.place,
            year=here.year,
            key=key,
            as_written=here.as_written,
            expected=f"{plain(there.value)}{there.unit}",
            sentence=here.sentence,
            report=made.stem,
        )
