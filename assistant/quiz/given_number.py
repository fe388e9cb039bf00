"""Numbers as learners type them (所答数字): 十二, 三万五千, 3万5, 3.5w, 叁万伍仟, 3140㎡.

Each number is read by itself and written out in digits; the project's own reader of quantities
then finds number, unit and hedge, as it does in reports.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.quiz.units_alike import same_unit
from assistant.quiz.words import listed, words_table
from corpus.fold import fold
from corpus.hedges import AFTER, BEFORE
from corpus.model import Hedge, Quantity
from corpus.numerals import CHINESE, parse_chinese
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Typed", "typed_number"]

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_HAN_DIGIT = "一二两三四五六七八九"
_SCALES = "十百千万亿"
_TOKEN = re.compile(
    rf"(?<![数几上好\d.])(?<!分之)(?:(?P<mixed>\d+(?:\.\d+)?[{_SCALES}]+零?(?:[\d{_HAN_DIGIT}][{_SCALES}]*零?)+)"
    rf"|(?P<han>[{CHINESE}]++(?:点[零〇{_HAN_DIGIT}]++)?))(?!\d|分之|几|成|番|点)"
)
_BARE_POINT = re.compile(r"(?<![\d.])\.(?=\d)")
_NO_UNIT = re.compile(
    rf"(?P<number>(?:{BEFORE})?\s?[\d.,]+\s?[余多来]?\s?[{_SCALES}]*[余多]?)\s?(?P<after>{AFTER})?"
)
_LONGEST_DENIAL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What number an answer gives (所答), None if none, denied or left open."""

    quantity: Quantity | None
    denied: bool = False
    """It says that it is not that number."""
    several: bool = False
    """It leaves open which of two numbers it is."""


def typed_number(text: str, unit: str) -> Typed:
    """The number of an answer to a question that is answered in `unit`.

    The last one with that unit, where the question's words are repeated; a number without a unit
    has none in the quantity either.
    """
    written = _in_digits(_without_leads(fold(text)))
    found, stands = _quantities(written, unit)
    if _left_open(stands, found):
        return Typed(quantity=None, several=True)
    affirmed = [one for one in found if not _is_denied(stands, one)]
    fitting = [one for one in affirmed if one.unit and same_unit(one.unit, unit)]
    candidates = fitting or affirmed
    return Typed(
        quantity=candidates[-1] if candidates else None, denied=bool(found) and not affirmed
    )


def _quantities(written: str, unit: str) -> tuple[list[Quantity], str]:
    """The quantities and the text in which they stand; a bare number is read before its unit.

    By itself it may look like a year or a name.
    """
    bare = _NO_UNIT.fullmatch(written) or _NO_UNIT.fullmatch(written.rpartition(":")[2])
    if bare is None:
        return list(find_quantities(written)), written
    whole = f"{bare['number']}{unit}{bare['after'] or ''}"
    return [
        Quantity(span=one.span, value=one.value, unit="", hedge=one.hedge)
        for one in find_quantities(whole)
    ], whole


def _without_leads(text: str) -> str:
    """答案是35件。 as 35件."""
    rest = text.strip().rstrip("。.;,!?吧呢").strip()
    lead = re.match(rf"(?:{_any_of(listed('grading', 'leads'))})+", rest)
    return rest[lead.end() :].strip() if lead else rest


def _in_digits(text: str) -> str:
    """The same answer with every number in digits and every unit in its usual form."""
    plain = _BARE_POINT.sub("0.", text.translate(_FORMAL))
    for word, usual in words_table("grading")["hedges"].items():
        plain = plain.replace(word, usual) if usual not in plain else plain.replace(word, "")
    scales = words_table("grading")["scales"]
    plain = re.sub(
        rf"(?<=\d)\s?({_any_of(scales)})(?![a-z])",
        lambda one: scales[one[1].lower()],
        plain,
        flags=re.IGNORECASE,
    )
    return _units_in_full(_TOKEN.sub(_digits, plain))


def _digits(token: re.Match[str]) -> str:
    """One number in digits; as it was where it is none, or only a scale (30余万)."""
    word = token.group()
    if word[0] in "百千万亿":
        return word
    value = parse_chinese(word)
    return word if value is None else format(value.normalize(), "f")


def _units_in_full(text: str) -> str:
    units = words_table("grading")["units"]
    return re.sub(
        rf"(?<=[\d{_SCALES}余多])\s?({_any_of(units)})(?![a-z\d])",
        lambda one: units[one[1].lower()],
        text,
        flags=re.IGNORECASE,
    )


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of(listed('grading', 'denials'))})\s?$")


def _is_denied(text: str, one: Quantity) -> bool:
    before = text[max(0, one.span.start - _LONGEST_DENIAL) : one.span.start]
    return one.hedge is not Hedge.RANGE and _denial().search(before) is not None


def _left_open(text: str, found: Sequence[Quantity]) -> bool:
    """35件或37件: two values, and only a word for either between them."""
    between = re.compile(rf"[,\s]*(?:{_any_of(listed('grading', 'alternatives'))})?[,\s]*")
    return any(
        one.value != other.value and between.fullmatch(text, one.span.end, other.span.start)
        for one, other in pairwise(found)
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
