"""A verdict on words of a draft, and the words of a report that it rests on (核对依据)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.draft.model import Verdict
    from assistant.draft.sentence_shelf import Line

__all__ = ["Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict on a mention and what it rests on."""

    verdict: Verdict
    line: Line
    said: str
    """The draft's words that it is of."""
    true: str
    """The report's."""
