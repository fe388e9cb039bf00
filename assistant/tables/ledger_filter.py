"""What a reader of the data tab wants to see (筛选), as it comes from the browser: checked text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.tables.place_choice import choose_places
from corpus.errors import PlaceUnknown
from prompts import explain, say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from index.ledger import Ledger
    from index.ledger_model import Entry

__all__ = [
    "PAGE",
    "Comparison",
    "LedgerFilter",
    "all_entries",
    "parse_places",
    "parse_years",
    "place_problem",
]

PAGE = 50
"""Rows on one page."""
_YEARS = re.compile(r"((?:19|20)\d\d)年?(?:[-~—–至到]+((?:19|20)\d\d)年?)?")
_BETWEEN = re.compile(r"[,\uff0c、;\uff1b\s]+")
_AT_ONCE = 5_000
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFilter:
    """Which rows of the ledger are shown (明细筛选); empty texts mean all."""

    text: str = ""
    place: str = ""
    year: int | None = None
    section: str = ""
    unit: str = ""
    report_id: str = ""
    page: int = 0

    @classmethod
    def from_json(cls, form: str) -> LedgerFilter:
        """The first page of what a form asks for; what it cannot mean is left out."""
        given = _form(form)
        years = parse_years(given.get("year", "")) or ()
        return cls(
            text=given.get("text", ""),
            place=given.get("place", ""),
            year=years[0] if years else None,
            section=given.get("section", ""),
            unit=given.get("unit", ""),
            report_id=given.get("report", ""),
        )

    def turned_to(self, page: int) -> LedgerFilter:
        """The same rows, another page."""
        return replace(self, page=max(0, page))

    def conditions(self, ledger: Ledger) -> dict[str, Any]:
        """The arguments of `Ledger.search`. Raises `PlaceUnknown`."""
        place = _one_place(self.place, ledger.places()) if self.place else ""
        return {
            "text": self.text, "place": place, "year": self.year, "section": self.section,
            "unit": self.unit, "report_id": self.report_id,
        }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Which indicator is compared, and over what (对比条件)."""

    indicator: str = ""
    places: str = ""
    years: tuple[int, ...] = ()
    group: int | None = None

    @classmethod
    def from_json(cls, form: str, *, group: int | None) -> Comparison:
        """What a form asks for."""
        given = _form(form)
        first, last = (parse_years(given.get(name, "")) or () for name in ("first", "last"))
        years = (*first, *last)
        return cls(
            indicator=given.get("indicator", ""),
            places=given.get("places", ""),
            years=tuple(range(min(years), max(years) + 1)) if first and last else years,
            group=group,
        )


def parse_years(text: str) -> tuple[int, ...] | None:
    """The years of 2021-2023, 2021至2023年 or 2021,2023; None where it is no such list."""
    years: set[int] = set()
    for part in filter(None, _BETWEEN.split(text)):
        found = _YEARS.fullmatch(part)
        if not found:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if last < first:
            return None
        years.update(range(first, last + 1))
    return tuple(sorted(years))


def parse_places(text: str, places: Collection[str]) -> tuple[str, ...]:
    """The places of a list such as 云溪、青岚市; none where it is empty. Raises `PlaceUnknown`."""
    named = (choose_places(name, places) for name in _BETWEEN.split(text) if name)
    return tuple(dict.fromkeys(place for found in named for place in found))


def all_entries(ledger: Ledger, conditions: Mapping[str, Any]) -> Iterable[Entry]:
    """Every row of a search, fetched some at a time."""
    offset, total = 0, 1
    while offset < total:
        page, total = ledger.search(**conditions, limit=_AT_ONCE, offset=offset)
        yield from page
        offset += _AT_ONCE


def place_problem(error: PlaceUnknown) -> str:
    """Why a place cannot be shown, in one sentence."""
    words = explain(error.code(), error.details)
    return say("page", "failure", message=words.message, hint=words.hint)


def _one_place(name: str, places: Collection[str]) -> str:
    found = choose_places(name, places)
    if len(found) > 1:
        several = say("figures", "several_places", names="、".join(found))
        raise PlaceUnknown(name=name, nearest=several)
    return found[0]


def _form(text: str) -> dict[str, str]:
    try:
        given = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(given, dict):
        return {}
    return {str(k): v.strip()[:_LONGEST] for k, v in given.items() if isinstance(v, str)}
