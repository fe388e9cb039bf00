"""Messages of the training tab (培训页消息): what a browser sends, taken for nothing it is not."""

from __future__ import annotations

import json
import re
from typing import Any

from assistant.quiz.bank import Wanted
from assistant.quiz.sheet_words import LETTERS
from corpus.errors import SittingUnknown

__all__ = ["message", "number_of", "place_of", "places_of", "wanted_of", "words_of"]

_MOST = 200
_LARGEST = 2**63 - 1


def message(sent: str) -> dict[str, Any]:
    """What the page sent; anything else is nobody's sitting."""
    try:
        said = json.loads(sent)
    except (ValueError, RecursionError) as error:
        raise SittingUnknown from error
    if not isinstance(said, dict):
        raise SittingUnknown
    return said


def number_of(said: dict[str, Any], key: str) -> int:
    """A whole number, no larger than a database can hold."""
    try:
        number = int(said[key])
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise SittingUnknown from error
    if abs(number) > _LARGEST:
        raise SittingUnknown
    return number


def words_of(said: dict[str, Any], key: str) -> str:
    """A text as it can be written down: without halves of characters."""
    text = said.get(key, "")
    return text.encode(errors="ignore").decode() if isinstance(text, str) else ""


def places_of(said: dict[str, Any]) -> tuple[int, ...]:
    """The places that were chosen; none where one of them is no place."""
    places = said.get("places")
    if not isinstance(places, list) or len(places) > len(LETTERS):
        return ()
    try:
        return tuple(place_of(str(one)) for one in places)
    except ValueError:
        return ()


def place_of(text: str) -> int:
    """A place in a row, counted from 0. Raises `ValueError` for what is none."""
    if not re.fullmatch(r"[0-9]{1,15}", text):
        raise ValueError(text)
    return int(text)


def wanted_of(said: dict[str, Any], seed: int | None = None) -> Wanted:
    """Which questions are wanted; the seed is the message's own if none is given."""
    topics = said.get("topic") or []
    if isinstance(topics, str):
        topics = [topics]
    if not isinstance(topics, list):
        raise SittingUnknown
    count = min(max(number_of(said, "count"), 1), _MOST)
    return Wanted(
        count=count,
        topics=tuple(map(str, topics)),
        seed=number_of(said, "seed") if seed is None else seed,
    )
