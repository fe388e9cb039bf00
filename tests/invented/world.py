"""An invented world (虚构语料): places × years, and the reports on them, made one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tests.invented.compose import compose
from tests.invented.data import styles
from tests.invented.history import History
from tests.invented.places import Place, make_places
from tests.invented.special import compose_special

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.invented.truth import Invented

__all__ = ["World"]

_NEWEST = 2024
_KEEPS_STYLE = 3
"""Years for which a place keeps to its house style."""


@dataclass(frozen=True, kw_only=True)
class World:
    """All that follows from three numbers; the same numbers make the same reports.

    More places or years begin with the same places; the newest year is always 2024.
    """

    places: int
    years: int
    seed: int = 1
    flaws: bool = True
    """Whether some reports contradict themselves, the year before, or a second report."""

    gaps: bool = False
    """Whether some places have no report for some year."""

    @property
    def span(self) -> range:
        """The years reported on."""
        return range(_NEWEST - self.years + 1, _NEWEST + 1)

    @cached_property
    def all_places(self) -> tuple[Place, ...]:
        """Who reports, in order."""
        return tuple(make_places(self.places, self.seed))

    def reports(self) -> Iterator[Invented]:
        """The reports, place by place, year by year; nothing is kept.

        With flaws, some are followed by a second report on one field that contradicts them.
        """
        houses = styles()
        for place in self.all_places:
            history = History(place, self.span, self.seed, flaws=self.flaws, gaps=self.gaps)
            for number, year in enumerate(self.span):
                if year in history.gaps:
                    continue
                style = houses[(place.number + number // _KEEPS_STYLE) % len(houses)]
                report = compose(history, year, style, self.seed)
                yield report
                special = compose_special(history, report, style, self.seed) if self.flaws else None
                if special:
                    yield special
