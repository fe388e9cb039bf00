"""Headings that look ahead (今后打算)."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import words_of

__all__ = ["looks_ahead"]


@cache
def _ahead() -> re.Pattern[str]:
    times, plans = "|".join(words_of("time_to_come")), "|".join(words_of("looking_ahead"))
    # A plan is what a phrase ends in: 工作安排及目标, not 精心安排部署.
    return re.compile(rf"{times}|(?:{plans})\s*(?=$|[\s,、;:。()和与及暨的]|以及)")


def looks_ahead(heading: str) -> bool:
    """Whether a folded heading, or a path of them, says that its section tells what is planned."""
    return _ahead().search(heading) is not None
