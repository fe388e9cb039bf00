"""Conditions on figures (筛选条件) as SQL with its values; no value ever stands in the SQL."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.ledger_draft import bigrams

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["Condition", "among", "on_page", "pairs_query"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What rows must meet; without anything, all do."""

    text: str = "1"
    values: tuple[object, ...] = ()

    def select(self, columns: str, ending: str = "") -> tuple[str, tuple[object, ...]]:
        """A whole query with its values, from what stands before WHERE and what stands behind."""
        # Texts of this package, all of them: what comes from outside are values.
        return f"{columns} WHERE {self.text} {ending}", self.values

    def plus(self, other: Condition) -> Condition:
        """Both."""
        if self == Condition():
            return other
        return Condition(f"{self.text} AND {other.text}", (*self.values, *other.values))


def among(column: str, wanted: Collection[int] | Collection[str]) -> Condition:
    """A column that holds one of some values, however many they are."""
    listed = json.dumps(sorted(set(wanted)))
    return Condition(f"{column} IN (SELECT value FROM json_each(?))", (listed,))  # noqa: S608  as above


def pairs_query(word: str) -> str:
    """What a text-search index is asked for, to hold a word."""
    if len(word) == 1:
        return f"{ord(word):05x}*"
    return " AND ".join(one for one in bigrams(word) if len(one) > 5)


def on_page(counts: Sequence[tuple[int, int]], limit: int, offset: int) -> tuple[list[int], int]:
    """The reports of which a page shows something, and how many figures of the first it skips."""
    shown: list[int] = []
    before = skipped = 0
    for key, count in counts:
        if before < offset + limit and before + count > offset:
            if not shown:
                skipped = offset - before
            shown.append(key)
        before += count
    return shown, max(0, skipped)
