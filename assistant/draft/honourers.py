"""Who gave an honour (授予单位): 入选水利部…典型案例, where a report has 省水利厅."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.mentions import slots_in
from assistant.draft.words import listed, rows
from assistant.question.lexicon import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["another_honourer", "slot_of_its_name"]

_WHO = "(?P<who>[\u4e00-\u9fff]{2,12}?(?:部|厅|总局|局|委员会|委|协会))"
_SHORTEST = 6
"""Characters behind who gave it that tell which honour it is."""


def another_honourer(words: str, true: str) -> tuple[str, str] | None:
    """Who gave an honour by a draft and by a report, where they are two offices of one function.

    The honour has the very same words behind them both.
    """
    there = [*_honourers(true)]
    for who, tail in _honourers(words):
        same = [other for other, behind in there if behind.startswith(tail)]
        if len(same) != 1 or len(tail) < _SHORTEST or same[0] == who:
            continue
        if _function(who) and _function(who) == _function(same[0]) and not who.endswith(same[0]):
            return who, same[0]
    return None


def _honourers(words: str) -> Iterator[tuple[str, str]]:
    verbs = "|".join((*listed("honoured_by"), "获"))
    for found in re.finditer(rf"(?:{verbs}){_WHO}(?=[\d“《第]|[优典十]|表[彰扬]|通报)", words):
        tail = re.split("[,;。]", words[found.end() :])[0]
        yield found["who"], plain(tail)


def _function(office: str) -> str:
    """What an office is for, without its level and kind; empty where that is not known."""
    known = [(name, row[0]) for row in rows("functions") for name in row if name in office]
    return max(known, key=lambda one: len(one[0]))[1] if known else ""


def slot_of_its_name(behind: str, true: str, frame: int) -> str:
    """Who stands in a report's turn of phrase before the quoted name that stands `behind`."""
    name = re.match("[^,;。“”]{0,12}(?P<name>“[^”]+”)", behind)
    if name is None or true.count(name["name"]) != 1:
        return ""
    at = true.index(name["name"])
    own = [slot for slot in slots_in(true) if slot.frame == frame and slot.span.end <= at]
    own = [slot for slot in own if not re.search("[,;。“]", true[slot.span.end : at])]
    return own[-1].span.of(true) if own else ""
