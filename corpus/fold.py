"""A reading view of a report's text (归一化) in which every character keeps its place.

Patterns are matched on `fold(text)` and their offsets hold in `text` itself, because each
character becomes exactly one: full-width forms half-width, odd spaces plain ones, traditional
characters simplified.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["fold"]

_PLANE = 0x10000
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_COMPATIBILITY = (
    range(0x2E80, 0x2FE0),  # radicals, which many PDF files hold in place of the characters
    range(0xF900, 0xFB00),
    range(0xFE10, 0xFE70),  # vertical and small forms of punctuation
)
_IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), *_COMPATIBILITY)
_BLANKS = {"Zs", "Zl", "Zp", "Cc", "Cf"}
# What the converter leaves in a form that no report uses, and the circle typed for a zero.
_CORRECTIONS = {"餘": "余", "馀": "余", "鍾": "钟", "锺": "钟", "羣": "群", "峯": "峰", "○": "〇"}


def fold(text: str) -> str:
    """Give the text with one plain character for each of its own; newlines stay.

    >>> fold("（一）辦理　２９１ 項，佔９８％")
    '(一)办理 291 项,占98%'
    """
    folded = text.translate(_table())
    return _with_stops(folded) if "." in folded else folded


_POINT = re.compile(
    r"(?<=[\u4e00-\u9fff)\]\"”》%])\.(?:(?=\s|$)|(?=(?P<runs_on>[\u4e00-\u9fff“《])))"
)
_NUMERAL = re.compile(r"(?:^|[\s。;])[第(]?(?:[一二三四五六七八九十百]{1,3}\)?|\d{1,2}\))$")
_LONGEST_NUMERAL = 6
_FEWEST = 3


def _with_stops(folded: str) -> str:
    """Full stops for the points of a report written with half-width marks (健全机制. 成立…).

    A point with a character right behind it is one only where most sentences end so: it may
    stand within a name.
    """
    points = [match for match in _POINT.finditer(folded) if not _behind_numeral(folded, match)]
    run_on = sum(1 for match in points if match["runs_on"])
    every = run_on >= _FEWEST and run_on > folded.count("。")
    stops = {match.start() for match in points if every or not match["runs_on"]}
    return _POINT.sub(lambda point: "。" if point.start() in stops else ".", folded)


def _behind_numeral(folded: str, point: re.Match[str]) -> bool:
    """一.加强领导, (1).学法: the point of a heading's numeral."""
    before = folded[max(0, point.start() - _LONGEST_NUMERAL) : point.start()]
    return _NUMERAL.search(before) is not None


@cache
def _table() -> str:
    """One character for each code point of the first plane; a string is the fastest table."""
    simplified = _simplified()
    return "".join(_plain(code, simplified) for code in range(_PLANE))


def _plain(code: int, simplified: dict[str, str]) -> str:
    char = chr(code)
    if char == "\n":
        return char
    if unicodedata.category(char) in _BLANKS:
        return " "
    if code in _FULL_WIDTH or any(code in block for block in _COMPATIBILITY):
        compatible = unicodedata.normalize("NFKC", char)
        char = compatible if len(compatible) == 1 else char
    return simplified.get(char, char)


def _simplified() -> dict[str, str]:
    """Each traditional character with its simplified one, where that is a single one."""
    from zhconv_rs import zhconv

    chars = [chr(code) for block in _IDEOGRAPHS for code in block]
    # One call: separated by line ends, no two characters can be taken for a word.
    converted = zhconv("\n".join(chars), "zh-hans").split("\n")
    once = {old: new for old, new in zip(chars, converted, strict=True) if len(new) == 1}
    once |= _CORRECTIONS
    return {old: once.get(new, new) for old, new in once.items()}
