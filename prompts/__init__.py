"""Every fixed sentence shown to a person (话术), as TOML tables beside this file.

`say("answers", "figure", indicator=…)` fills one sentence; a missing or a surplus variable is an
error, so that a text and the code that uses it cannot drift apart.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

__all__ = ["Explanation", "explain", "say", "table"]

_FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, object]:
    """The whole table `<name>.toml`."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _fields(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def say(table_name: str, key: str, **variables: object) -> str:
    """The sentence `key` of a table with its variables filled in.

    Raises `KeyError` for an unknown sentence and `ValueError` if the variables do not fit.
    """
    text = table(table_name)[key]
    if not isinstance(text, str):
        raise KeyError(f"{table_name}.{key} is no sentence")
    if _fields(text) != set(variables):
        raise ValueError(f"{table_name}.{key} wants {_fields(text)}, got {set(variables)}")
    return text.format(**variables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An error in words (错误说明): what is wrong, and what to do."""

    message: str
    hint: str


def explain(code: str, details: dict[str, object]) -> Explanation:
    """The words for an error code; details that a text does not name are left out."""
    entry = table("errors")[code]
    if not isinstance(entry, dict):
        raise KeyError(f"errors.{code} is no entry")
    known = _Known(details)
    return Explanation(
        message=str(entry["message"]).format_map(known), hint=str(entry["hint"]).format_map(known)
    )


class _Known(dict[str, object]):
    """Details for `format_map`; an error raised without a detail still gets its sentence."""

    def __missing__(self, key: str) -> str:
        return "(未知)"
