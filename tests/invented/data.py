"""The word lists and tables that reports are made from (数据文件)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "Indicator",
    "Part",
    "Style",
    "Topic",
    "indicators",
    "outline",
    "styles",
    "table",
    "topics",
]

_FOLDER = Path(__file__).parent / "data"
_HEDGES = ("余", "近", "约", "超", "余", "以上")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What can be counted (指标)."""

    key: str
    unit: str
    label: str
    """As a noun: 行政复议案件受理数."""
    ask: tuple[str, ...]
    """As it is asked for in full words."""
    chat: tuple[str, ...]
    """As it is asked for colloquially."""
    says: tuple[tuple[str, str], ...]
    """What stands before and behind the number in a report."""
    range: tuple[float, float] = (0, 0)
    rate: tuple[float, float] | None = None
    """Bounds of a percentage that is not computed from other numbers."""
    ratio: tuple[str, str] | None = None
    """Part and whole of a percentage."""
    of: str = ""
    """The indicator that this one is a portion of, with a sentence of its own."""
    whole: str = ""
    """The indicator that this one is a part of, told behind 其中."""
    portion: tuple[float, float] = (0, 0)
    scale: str = ""
    """万 where amounts are drawn and written in 万."""
    flat: bool = False
    """Hardly grows with the size of a place."""
    stock: bool = False
    """Counted at the end of the year rather than over it."""
    hedges: tuple[str, ...] = _HEDGES
    targets: tuple[tuple[str, str], ...] = ()
    department: bool = False
    """Departments report it, too."""

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"

    @property
    def step(self) -> Decimal:
        """What a drawn whole number stands for."""
        if self.is_share:
            return Decimal("0.1")
        return Decimal(1000 if self.scale else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A second-level section (节)."""

    titles: tuple[str, ...]
    slogans: tuple[str, ...]
    leads: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    """Indicators that share a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A top section (章)."""

    key: str
    headings: tuple[str, ...]
    office: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A house style (行文习惯)."""

    name: str
    heads: tuple[str, ...]
    body: str
    numbers: dict[str, int]
    parts: str
    half: bool = False
    """Half-width punctuation."""
    slogans: bool = False
    web: bool = False
    writings: tuple[str, ...] = field(default=())


@cache
def table(name: str) -> dict[str, Any]:
    """The whole table `data/<name>.toml`."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its key; a portion comes behind what it is a portion of."""
    return {key: _indicator(key, row) for key, row in table("indicators").items()}


def _indicator(key: str, row: dict[str, Any]) -> Indicator:
    row = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    for name in ("says", "targets"):
        row[name] = tuple(_halves(phrase) for phrase in row.get(name, ()))
    if row.get("whole"):
        row["hedges"] = ()
    return Indicator(key=key, **row)


def _halves(phrase: str) -> tuple[str, str]:
    before, _, after = phrase.partition("{n}")
    return before, after


@cache
def topics() -> tuple[Topic, ...]:
    """The top sections in their order."""
    return tuple(_topic(row) for row in table("outline")["topic"])


def _topic(row: dict[str, Any]) -> Topic:
    parts = tuple(
        Part(
            titles=tuple(part["titles"]),
            slogans=tuple(part["slogans"]),
            leads=tuple(part["leads"]),
            groups=tuple(tuple(group) for group in part["groups"]),
        )
        for part in row["part"]
    )
    headings = tuple(row["headings"])
    return Topic(key=row["key"], headings=headings, office=row["office"], parts=parts)


def outline(name: str) -> list[str]:
    """Sentences of the frame, such as `opening`."""
    return list(table("outline")[name])


@cache
def joints() -> dict[tuple[str, ...], tuple[tuple[str, str, str], ...]]:
    """Two indicators in one clause: what stands before, between and behind the numbers."""
    return {
        tuple(row["keys"]): tuple(_thirds(phrase) for phrase in row["says"])
        for row in table("outline")["joint"]
    }


def _thirds(phrase: str) -> tuple[str, str, str]:
    before, _, rest = phrase.partition("{0}")
    between, _, behind = rest.partition("{1}")
    return before, between, behind


@cache
def parts_of(whole: str) -> tuple[Indicator, ...]:
    """The indicators told behind 其中 of another."""
    return tuple(one for one in indicators().values() if one.whole == whole)


@cache
def styles() -> tuple[Style, ...]:
    """The house styles in their order."""
    return tuple(_style(name, row) for name, row in table("styles").items())


def _style(name: str, row: dict[str, Any]) -> Style:
    writings = tuple(writing for writing, weight in row["numbers"].items() for _ in range(weight))
    return Style(name=name, writings=writings, **{**row, "heads": tuple(row["heads"])})
