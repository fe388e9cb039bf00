"""A question as a whole (问题): what it asks for, of which years and places, in which form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.question.asks import Ask

__all__ = ["Query"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question, understood as far as words go; years and places are taken out of the asks."""

    question: str
    """Folded, without politeness."""
    core: str
    """The question without years and places."""
    said: str = ""
    """Folded, without politeness, places and years still in it."""
    years: tuple[int, ...] = ()
    relative: str = ""
    """The words that named the years by their distance (去年); empty if none did."""
    places: tuple[str, ...] = ()
    """Places of the library that are named, as full as the library has them."""
    edition: int | None = None
    """The year of the report meant, where it is not the year of the data."""
    organs: tuple[str, ...] = ()
    """Departments whose reports are meant."""
    strangers: tuple[str, ...] = ()
    """Places named that no report is about."""
    asks: tuple[Ask, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)
    """Names of the forms of `question.toml` that the question has."""

    def has(self, *names: str) -> bool:
        """Whether the question has one of the forms."""
        return any(name in self.flags for name in names)
