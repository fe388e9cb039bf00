"""Conditions on figures (筛选条件) as SQL with its values; no value ever stands in the SQL."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Condition", "among"]


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
