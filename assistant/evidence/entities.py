"""Who reports (报告主体): a place's government, or a department, with all of its reports."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.places import steps_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.library_db import ReportCard

__all__ = ["Entity", "entities_of", "is_department", "level_of", "of_levels", "under_one_name"]

_DEPARTMENT = re.compile(
    r"(?:局|厅|(?<!政府)(?<!委员会)(?<!委)办公室|中心|法院|检察院"
    rf"|(?:{'|'.join(words_of('commissions'))})(?:委|委员会))$"
)
"""The offices of a government and of a 依法治县委员会 report for their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A reporter and its reports, oldest first (报告主体)."""

    name: str
    """The place as full as its reports have it, or the department."""
    department: bool
    cards: tuple[ReportCard, ...]

    def of_year(self, year: int) -> tuple[ReportCard, ...]:
        """Its reports about a year."""
        return tuple(card for card in self.cards if card.year == year)


def is_department(organ: str | None) -> bool:
    """Whether an organ is no government: its reports are asked for by its own name."""
    return organ is not None and _DEPARTMENT.search(organ) is not None


def entities_of(cards: Iterable[ReportCard]) -> tuple[Entity, ...]:
    """The reporters of a library, by name; reports without a place are nobody's."""
    found: dict[tuple[str, bool], list[ReportCard]] = {}
    for card in cards:
        department = is_department(card.organ)
        name = card.organ if department else card.place
        if name:
            found.setdefault((name, department), []).append(card)
    return tuple(
        Entity(name=name, department=department, cards=tuple(sorted(held, key=_age)))
        for (name, department), held in sorted(found.items())
    )


def under_one_name(cards: Iterable[ReportCard]) -> tuple[ReportCard, ...]:
    """The cards, each with its place as full as any report of that place writes it.

    云岚县 is 云岚市云岚县 if no other city's 云岚县 is reported on.
    """
    cards = tuple(cards)
    fuller: dict[str, set[str]] = {}
    for place in {card.place for card in cards if card.place}:
        steps = steps_of(place)
        for start in range(1, len(steps)):
            fuller.setdefault("".join(steps[start:]), set()).add(place)
    return tuple(replace(card, place=_fullest(card.place, fuller)) for card in cards)


def _fullest(place: str | None, fuller: dict[str, set[str]]) -> str | None:
    """The one fuller form of a place, and the fullest of forms that continue one another."""
    if place is None:
        return None
    forms = sorted(fuller.get(place, ()), key=len)
    if not forms or not all(forms[-1].endswith(form) for form in forms):
        return place
    return forms[-1]


def _age(card: ReportCard) -> tuple[int, str]:
    return card.year or 0, card.id


def level_of(place: str) -> str:
    """The level of a place by its last character: 省, 市, 县, 区, 镇 …; a province is 省."""
    last = steps_of(place)[-1]
    if last in words_of("provinces"):
        return "省"
    return "街道" if last.endswith("街道") else last[-1]


def of_levels(entities: Iterable[Entity], levels: Collection[str]) -> tuple[Entity, ...]:
    """The governments of some levels; all of them where none is asked for."""
    return tuple(
        one
        for one in entities
        if not one.department and (not levels or level_of(one.name) in levels)
    )
