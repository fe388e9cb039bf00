"""Ways to name the places of a library and their offices (地名与机关的别称)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.places import short_form, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.library_db import ReportCard

__all__ = ["aliases_of", "bodies_of", "names_of"]

_BODY = re.compile("[\u4e00-\u9fff]{2,14}?(?:局|厅|委员会|管委会|办公室|大队|支队|中心)")


def bodies_of(cards: Iterable[ReportCard]) -> list[str]:
    """The offices whose reports these are, without their place (交通运输局), the longest first."""
    found = set()
    for card in cards:
        for name in (card.organ or "", card.title or ""):
            last = steps_of(card.place)[-1] if card.place else ""
            rest = name.partition(last)[2] if last and last in name else ""
            if body := _BODY.match(rest):
                found.add(body[0])
    return sorted(found, key=len, reverse=True)


def names_of(places: Iterable[str]) -> frozenset[str]:
    """Every way to name places (安居区, 安居)."""
    return frozenset(name for name, _ in aliases_of(dict.fromkeys(places)))


def aliases_of(places: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Every way to name a place with the places it may mean, the longest first."""
    names: dict[str, list[str]] = {}
    for place in places:
        steps = steps_of(place)
        last = steps[-1]
        forms = {place, last, short_form(last)}
        if len(steps) > 1:
            forms |= {short_form(steps[-2]) + last, short_form(steps[-2]) + short_form(last)}
        for form in forms:
            if len(form) > 1:
                names.setdefault(form, []).append(place)
    return sorted(((n, tuple(p)) for n, p in names.items()), key=lambda pair: -len(pair[0]))
