"""What people say of groups (指标分组表): names that belong together, names that do not."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from index.groups import listed, written

__all__ = ["GroupRules", "bundled_rules", "read_rules"]

_BUNDLED = Path(__file__).parent / "data" / "indicator_groups.toml"


class _Lists(TypedDict, total=False):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    together: list[list[str]]
    apart: list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRules:
    """Rows of names, each as indicator, indicator|subject or indicator|subject|heading."""

    together: tuple[tuple[str, ...], ...] = ()
    """The names of a row are one indicator, however they are worded."""
    apart: tuple[tuple[str, ...], ...] = ()
    """The first name of a row stays in its group, the others leave it."""

    def plus(self, other: GroupRules) -> GroupRules:
        """Both; what either keeps apart stays apart."""
        return GroupRules(together=self.together + other.together, apart=self.apart + other.apart)

    def merged(self) -> list[list[tuple[str, ...]]]:
        """The signatures' words of each row of `together`."""
        return [[listed(name) for name in row] for row in self.together]

    def leaving(self) -> frozenset[tuple[str, ...]]:
        """The words, as written, of the indicators that leave their groups."""
        return frozenset(written(name.split("|")[0]) for row in self.apart for name in row[1:])

    def as_json(self) -> str:
        """The rules in one line, the same for the same rules."""
        return json.dumps([self.together, self.apart], ensure_ascii=False)

    @classmethod
    def from_json(cls, said: str) -> Self:
        """The rules of `as_json`."""
        together, apart = (tuple(map(tuple, rows)) for rows in json.loads(said))
        return cls(together=together, apart=apart)


def read_rules(path: Path) -> GroupRules:
    """The rules of a TOML file; `OSError`, or `ValueError` if it is none of this kind."""
    try:
        lists = TypeAdapter(_Lists).validate_python(
            tomllib.loads(path.read_text(encoding="utf-8-sig"))
        )
    except ValidationError as error:
        raise ValueError(str(error)) from error
    together, apart = (
        tuple(tuple(row) for row in rows)
        for rows in (lists.get("together", []), lists.get("apart", []))
    )
    return GroupRules(together=together, apart=apart)


@cache
def bundled_rules() -> GroupRules:
    """The rules that come with the program."""
    return read_rules(_BUNDLED)
