"""Numbers read back from text (读数), apart from the parser that is under test."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.invented.asking import Amount

__all__ = ["Read", "from_han", "holds", "plain_text", "read_numbers"]

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(
    r"(?P<before>超过|将近|突破|近|约|超|逾)?"
    rf"(?:百分之(?P<part>[{_HAN}点]+|\d+(?:\.\d+)?)"
    rf"|(?P<digits>\d+(?:\.\d+)?)|(?P<han>[{_HAN}]+(?:点[{_HAN}]+)?))"
    r"(?P<more>[余多])?(?P<scale>[万亿])?(?P<more2>[余多])?"
)
_BEFORE = {"超过": "超", "将近": "近", "突破": "超", "逾": "超"}
_TAIL = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A number with what stands around it."""

    value: Decimal
    hedge: str
    tail: str
    """What follows: the unit and more."""
    start: int


def plain_text(text: str) -> str:
    """Half-width, without blanks and without commas in numbers."""
    text = "".join(unicodedata.normalize("NFKC", text).split())
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)


def read_numbers(text: str) -> Iterator[Read]:
    """Every number of a text, in order."""
    text = plain_text(text)
    for found in _NUMBER.finditer(text):
        value = _value(found)
        if value is None:
            continue
        tail = "%" if found["part"] else ""
        tail += text[found.end() : found.end() + _TAIL]
        hedge = _BEFORE.get(found["before"] or "", found["before"] or "")
        if found["more"] or found["more2"]:
            hedge = "余"
        yield Read(value=value, hedge=hedge, tail=tail, start=found.start())


def _value(found: re.Match[str]) -> Decimal | None:
    if found["digits"]:
        return Decimal(found["digits"]) * _SCALES[found["scale"] or ""]
    han = found["part"] or found["han"]
    if han[0].isdigit():
        return Decimal(han)
    value = from_han(han)
    return None if value is None else value * _SCALES[found["scale"] or ""]


def from_han(text: str) -> Decimal | None:
    """A number in Chinese numerals; None for what is none.

    >>> [int(from_han(text)) for text in ("两万两千二百", "一千零五", "二百八十六点五万", "百")]
    [22200, 1005, 2865000, 100]
    """
    scale = 1
    while text and text[-1] in "万亿" and "点" in text:
        scale *= _SCALES[text[-1]]
        text = text[:-1]
    whole, _, behind = text.partition("点")
    total, section, digit = 0, 0, 0
    for char in whole:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (digit or 1) * _SMALL[char]
            digit = 0
        elif char in "万亿":
            total = (total + section + digit) * _SCALES[char]
            section = digit = 0
        else:
            return None
    value = Decimal(total + section + digit)
    if behind:
        if any(char not in _DIGITS for char in behind):
            return None
        value += Decimal("0." + "".join(str(_DIGITS[char]) for char in behind))
    return value * scale


def holds(text: str, wanted: Amount) -> int | None:
    """Where a text first says an amount, in whatever writing; None if it does not."""
    unit = plain_text(wanted.unit)
    for read in read_numbers(text):
        if read.value != wanted.value or not read.tail.startswith(unit):
            continue
        behind = read.tail[len(unit) :].startswith("以上")
        if (read.hedge or ("以上" if behind else "")) == wanted.hedge:
            return read.start
    return None
