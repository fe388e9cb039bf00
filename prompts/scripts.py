"""What a language model is told (提示词): one file a task in `writing/`, to be edited as text.

Each file has `system`, `human` and the `variables` that the code fills in; a file whose
placeholders are not exactly these is an error at once, not a strange answer later.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

__all__ = ["SCRIPTS", "Script", "script"]

_FOLDER = Path(__file__).parent / "writing"
SCRIPTS = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))
"""Names of all tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The two messages of a task, with their placeholders (提示词)."""

    system: str
    human: str
    variables: frozenset[str]


@cache
def script(name: str) -> Script:
    """The task `writing/<name>.toml`; `ValueError` if its placeholders are not its variables."""
    told = tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    system, human = str(told["system"]).strip(), str(told["human"]).strip()
    declared = frozenset(told["variables"])
    found = {field for _, field, _, _ in Formatter().parse(system + human) if field is not None}
    if found != declared:
        raise ValueError(f"writing/{name}.toml declares {set(declared)} and holds {found}")
    return Script(system=system, human=human, variables=declared)
