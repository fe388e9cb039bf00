"""Departments of a library by all their names (部门简称): 市监局, 文旅委, 增城公安分局."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.question.lexicon import table
from corpus.places import short_form, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Organs", "shortened"]

_CALLED = re.compile(
    "[\u4e00-\u9fff]{2,12}?(?:局|厅|(?<![省市区县州镇乡居党纪政常])(?<!(?<!农)村)委)(?![长员会属内])"
)
_BRANCH = re.compile("公安局(?P<place>[\u4e00-\u9fff]{2,}?[区县市])分局$")
"""广州市公安局增城区分局 is called 增城公安分局."""
_SHORTEST = 3
_SYSTEM = re.compile("(?P<field>[\u4e00-\u9fff]{2,8})系统")
"""市场监管系统: what the department's report speaks of as 全系统."""
_ENDS = ("局", "厅", "委")


class Organs:
    """The departments of a library; each may be called by any words that its name is made of."""

    def __init__(self, places: Iterable[str], organs: Iterable[str]) -> None:
        places, organs = tuple(places), tuple(organs)
        self._places = {organ: _place_of(organ, places) for organ in organs}
        self._names = _names(places, organs)
        self._by_ends: dict[tuple[str, str], list[str]] = {}
        """By a name's first letter and its last: a library may have thousands of departments."""
        for organ, place in self._places.items():
            full = _full(organ)
            firsts = (full, full.removeprefix(place), *(s for s in steps_of(place) if s in full))
            for first in {name[:1] for name in firsts}:
                self._by_ends.setdefault((first, full[-1]), []).append(organ)

    def find(self, question: str, places: frozenset[str]) -> tuple[tuple[str, ...], str]:
        """The departments that a question names, and the question without them.

        A name without its place is of no department elsewhere, if `places` are named.
        """
        found: dict[str, None] = {}
        rest = question
        for name, organs in self._names:
            if name in rest and (here := self._of(organs, places)):
                found.update(dict.fromkeys(here))
                rest = rest.replace(name, " ")
        for called in _CALLED.finditer(rest):
            for start in range(len(called[0]) - _SHORTEST + 1):
                name = called[0][start:]
                if here := self._of(self._called(name), places):
                    found.update(dict.fromkeys(here))
                    rest = rest.replace(name, " ")
                    break
        for system in _SYSTEM.finditer(rest) if places else ():
            for start in range(len(system["field"]) - 1):
                field = system["field"][start:]
                meant = [one for end in _ENDS for one in self._called(field + end)]
                if here := self._of(meant, places):
                    found.update(dict.fromkeys(here))
                    rest = rest.replace(f"{field}系统", " 全系统")
                    break
        return tuple(found), rest

    def _called(self, name: str) -> list[str]:
        """The departments that a short name may be of."""
        alike = self._by_ends.get((name[0], name[-1]), [])
        return [organ for organ in alike if self._abbreviates(name, organ)]

    def _of(self, organs: Iterable[str], places: frozenset[str]) -> list[str]:
        """The organs of the places named; all of them if none is."""
        return [
            organ
            for organ in organs
            if not places or not self._places[organ] or self._places[organ] in places
        ]

    def _abbreviates(self, name: str, organ: str) -> bool:
        """Whether a name has letters of the full one in order, from its front or behind the place.

        文旅委 is 文化和旅游发展委员会.
        """
        full = _full(organ)
        bare = full.removeprefix(self._places[organ])
        letters = iter(bare if name[0] == bare[:1] else full)
        return all(letter in letters for letter in name)


def _full(organ: str) -> str:
    """The name to its last letter that a short one keeps: 委 of 委员会."""
    return organ.removesuffix("员会") if organ.endswith("委员会") else organ


def shortened(names: Iterable[str]) -> set[str]:
    """The names, and each of them with long words written short (市场监督管理局 as 市监局)."""
    found = set(names)
    for long, short in table("organs")["short"]:
        found |= {name.replace(long, short) for name in found if long in name}
    return found


def _place_of(organ: str, places: tuple[str, ...]) -> str:
    """The place whose department it is: that of a 分局 stands within its name."""
    branch = _BRANCH.search(organ)
    if branch and branch["place"] in places:
        return branch["place"]
    return max((place for place in places if organ.startswith(place)), key=len, default="")


def _names(places: tuple[str, ...], organs: Iterable[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Every way to name a department, longest first; its place may stay away or be short.

    Without its place a name may be that of several (卫健委).
    """
    found: dict[str, dict[str, None]] = {}
    for organ in organs:
        for name in sorted(shortened({organ})):
            ways = [name]
            for place in places:
                if name.startswith(place):
                    bare, called = name.removeprefix(place), short_form(steps_of(place)[-1])
                    ways += [bare, called + bare]
                    if bare[:-1] in table("organs")["alone"]:
                        ways += [place + bare[:-1], called + bare[:-1]]
            if branch := _BRANCH.search(name):
                at = branch["place"]
                ways += [f"{at}公安分局", f"{short_form(at)}公安分局", f"{short_form(at)}分局"]
            for way in ways:
                found.setdefault(way, {})[organ] = None
    named = ((name, tuple(held)) for name, held in found.items() if len(name) > 2)
    return sorted(named, key=lambda pair: (-len(pair[0]), pair[0]))
