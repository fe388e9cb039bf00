"""Which of the library's places a name means (地名选择), typed in full or in short."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from corpus.errors import PlaceUnknown
from corpus.places import short_form, steps_of
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["choose_places"]

_NAMED = 3
_LIKE = 0.4
"""How alike a name must be to be worth naming, as `difflib` reckons."""


def choose_places(name: str, places: Collection[str]) -> tuple[str, ...]:
    """The places of that name: 安居, 安居区, 遂宁市安居区, never 遂宁市 for its 安居区.

    Several districts of one short name are all meant. Raises `PlaceUnknown`, which names the
    nearest.
    """
    wanted = "".join(name.split())
    if wanted in places:
        return (wanted,)
    found = tuple(sorted(place for place in places if wanted in _names(place)))
    if found:
        return found
    near = _nearest(wanted, places)
    words = say("figures", "nearest_places", names="、".join(near)) if near else ""
    raise PlaceUnknown(name=name, nearest=words)


def _names(place: str) -> set[str]:
    """Every way to write a place: its last level, or all, each with or without its level."""
    steps = steps_of(place)
    names = {place, steps[-1], short_form(steps[-1])}
    if len(steps) > 1:
        upper, last = steps[-2], steps[-1]
        names |= {short_form(upper) + last, short_form(upper) + short_form(last), upper + last}
    return names


def _nearest(wanted: str, places: Collection[str]) -> list[str]:
    """Places that share much of a name, those that hold its characters first."""
    holding = sorted(
        (place for place in places if short_form(wanted) in place), key=lambda p: (len(p), p)
    )
    alike = get_close_matches(wanted, sorted(places), n=_NAMED, cutoff=_LIKE)
    return list(dict.fromkeys([*holding, *alike]))[:_NAMED]
