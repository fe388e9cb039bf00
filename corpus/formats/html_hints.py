"""What is known of pages in general and of government sites (网页常识), from a data file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Hints", "hints"]

_FILE = Path(__file__).parents[1] / "data" / "web_pages.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """The tables of `web_pages.toml`; names are in lower case."""

    silent: frozenset[str]
    blocks: frozenset[str]
    frames: frozenset[str]
    containers: frozenset[str]
    surroundings: frozenset[str]
    titles: frozenset[str]
    site_line: re.Pattern[str]


@cache
def hints() -> Hints:
    """Read the data file, once."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    site_lines = "|".join(f"(?:{line})" for line in table.pop("site_lines"))
    names = {key: frozenset(words) for key, words in table.items()}
    return Hints(site_line=re.compile(site_lines, re.IGNORECASE), **names)
