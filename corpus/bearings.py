"""What a figure is measured against and where it holds, if its sentence says so (基期, 地域)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.places import places_at_start, short_form, steps_of
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.naming import Place

__all__ = ["Elsewhere", "base_of", "is_compared"]

_BASE = re.compile(
    r"同比|环比"
    r"|(?:与|同|和)[^,;。:、\d]{0,4}(?:20\d\d年)?[^,;。:、\d]{1,10}相比"
    r"|(?:较(?![大多为好强快])|比(?![重例率值武赛]))(?:20\d\d年)?(?:度|末|底|同期)?[^,;。:、\d]{0,10}?"
    r"(?=增|减|下降|提|上升|上涨|降|回落|缩|压|精简|翻|多|少|高|低|快|慢|扩|分别|净|$)"
)
_REACHED = re.compile(r"(?:到|至|为|的|是|达|持平|占)(?:约|近|超过?)?\s*$")
_SHORTEST = 1
_LONGEST_MOVE = 6
"""Characters of the verb between the year compared with and the number."""
_REACH = 40
"""Characters before a number in which the words of comparison stand."""
_ADJECTIVE = re.compile("级|内|域|直|属")
_WHOLES = {"全国": "", "全省": "省", "全区": "自治区", "全市": "市州盟地", "全县": "县"}
"""Words for a whole, and the endings of the places of which they are the report's own."""


def base_of(folded: str, start: int, place: Place) -> str:
    """What a change is compared with, as written; empty where the sentence does not say."""
    at = place.quantity.span.start
    before = folded[max(start, at - _REACH) : at]
    before = before[max(before.rfind(mark) for mark in ";。(") + 1 :]
    named = [found for found in _BASE.finditer(before) if len(found[0]) > 1]
    return named[-1][0].strip() if named else ""


def is_compared(words: str) -> bool:
    """Whether the words before a number make it the distance to another year (较上年净增12件)."""
    words = words[max(words.rfind(mark) for mark in ",;:(、") + 1 :]
    if _REACHED.search(words):
        return False
    named = [found for found in _BASE.finditer(words) if len(found[0]) > 1]
    return bool(named) and _SHORTEST <= len(words) - named[-1].end() <= _LONGEST_MOVE


class Elsewhere:
    """Tells where figures hold that are not of the report's own place."""

    def __init__(self, folded: str, own: str | None) -> None:
        self._folded = folded
        self._own = own

    def named(self, start: int, place: Place) -> str | None:
        """The place with which the figure's stretch begins, unless it is the report's own."""
        at = place.quantity.span.start
        before = self._folded[start:at]
        before = before[max(before.rfind(mark) for mark in ",;。:、(") + 1 :].lstrip()
        for whole, endings in _WHOLES.items():
            if re.match(f"{whole}(?:平均|水平|同期|总体|共有?|的)", before):
                return None if self._is_own_level(whole, endings) else whole
        name = places_at_start(before)
        if not name or not _is_known(name) or self._is_own(name):
            return None
        return None if _ADJECTIVE.match(before[len(name) :]) else name

    def _is_own_level(self, whole: str, endings: str) -> bool:
        """全区 is the own whole of a district and of an autonomous region, 全市 of a city."""
        if self._own is None:
            return True
        last = steps_of(self._own)[-1]
        if whole == "全区":
            return last.endswith("区")
        if self._own in words_of("provinces") and last.endswith("市"):
            return whole == "全市"
        return bool(endings) and last[-1] in endings and whole != "全国"

    def _is_own(self, name: str) -> bool:
        if self._own is None:
            return False
        return any(step in self._own or short_form(step) in self._own for step in steps_of(name))


def _is_known(name: str) -> bool:
    """Whether a name begins with a place of the lists; others are too like nouns."""
    first = steps_of(name)[0]
    return first in words_of("provinces") or short_form(first) in words_of("prefectures")
