"""Wrong numbers that look right (干扰项): written like the right one, near it, and false.

Most come from the right number by changing a digit or two, so that no roundness gives it away;
some are numbers of the same report that count something else.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.fold import fold
from corpus.model import Hedge
from corpus.numerals import parse_digits
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from random import Random

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.rivals import Rivals

__all__ = ["wrong_numbers"]

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_HAN = re.compile(r"[一二两三四五六七八九十]+")
_SMALL = ("一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_LEAST, _MOST = Decimal("0.5"), Decimal(2)
"""How far a wrong number may be from the right one, as its share."""
_APART = Decimal("0.1")
"""How far it must be from a number that is only about right."""
_NEAREST = Decimal("0.04")
"""Nearer than this share, a count is as good as right."""
_SHARES = ("%", "‰", "个百分点")
_TRIES = 200
_FULL = 100
_BELOW_FULL = ("99", "98", "97", "96", "95", "93", "92")
_BORROWED = 1
_LARGER, _SMALLER = (Hedge.AT_LEAST, Hedge.OVER), (Hedge.AT_MOST,)
_SMALLEST_FREE = 4
"""Up to this number, the ones around it are taken, whatever their share."""


def wrong_numbers(asked: AskedFigure, rivals: Rivals, random: Random, count: int) -> list[str]:
    """Up to so many wrong numbers, each false and unlike the others.

    How many of them are smaller is left to chance, so that no size betrays the right one.
    """
    right = asked.figure.quantity.value
    found = _candidates(asked, rivals, random)
    smaller = [written for written, value in found if value < right]
    larger = [written for written, value in found if value > right]
    below = random.randint(0, count)
    below = min(max(below, count - len(larger)), len(smaller))
    return [*smaller[:below], *larger[: count - below]]


def _candidates(asked: AskedFigure, rivals: Rivals, random: Random) -> list[tuple[str, Decimal]]:
    token = _token(asked.written)
    if token is None:
        return []
    taken = _spoken_for(asked, rivals)
    found: list[tuple[str, Decimal]] = []
    for number in (*_borrowed(asked, rivals, random)[:_BORROWED], *_altered(token[0], random)):
        written = asked.written[: token[1]] + number + asked.written[token[2] :]
        value = _value(written, asked.figure.quantity.unit)
        if value is None or value in taken or not _false(value, asked):
            continue
        if asked.written in written or written in asked.written:
            continue  # 1200家 holds 200家
        taken.add(value)
        found.append((written, value))
    return found


def _token(written: str) -> tuple[str, int, int] | None:
    """The one numeral of a written number; None where there is none or more than one."""
    digits = list(_DIGITS.finditer(written))
    found = digits or list(_HAN.finditer(written))
    if len(found) != 1:
        return None
    return found[0].group(), found[0].start(), found[0].end()


def _value(written: str, unit: str) -> Decimal | None:
    found = list(find_quantities(fold(written)))
    if len(found) != 1 or found[0].unit != unit:
        return None
    return found[0].value


def _spoken_for(asked: AskedFigure, rivals: Rivals) -> set[Decimal]:
    """Numbers that are true of something near, or that the question itself holds."""
    figure, report = asked.figure, asked.voice.report
    near = {other.quantity.value for other in report.figures if other.sentence == figure.sentence}
    near |= {parse_digits(found.group()) for found in _DIGITS.finditer(asked.phrase + asked.whole)}
    return (
        near | {other.quantity.value for other in rivals.kindred(asked)} | {figure.quantity.value}
    )


def _false(value: Decimal, asked: AskedFigure) -> bool:
    """Whether a number cannot be meant by what the report says (超过2600家 is 超过2500家, too)."""
    right, hedge = asked.figure.quantity.value, asked.figure.quantity.hedge
    if value <= 0:
        return False
    if asked.figure.quantity.unit == "%" and right <= _FULL < value:
        return False
    if hedge in _LARGER:
        return value > right
    if hedge in _SMALLER:
        return value < right
    if hedge is not Hedge.EXACT and abs(value - right) < right * _APART:
        return False
    if right <= _SMALLEST_FREE:
        return abs(value - right) <= _SMALLEST_FREE
    if asked.figure.quantity.unit not in _SHARES and abs(value - right) < right * _NEAREST:
        return False  # a slip of one is no lack of knowledge
    return _LEAST <= value / right <= _MOST


def _borrowed(asked: AskedFigure, rivals: Rivals, random: Random) -> list[str]:
    """Numerals of other figures that are written alike: as many decimals, the same scale."""
    shape = _DIGITS.sub("#", asked.written)
    if "#" not in shape:
        return []
    token = _token(asked.written)
    decimals = _decimals(token[0]) if token else 0
    numbers = []
    for other in rivals.strangers(asked):
        written = re.sub(r"\s", "", fold(asked.voice.report.quote(other.quantity.span)))
        found = _DIGITS.findall(written)
        if len(found) == 1 and _DIGITS.sub("#", written) == shape:
            numbers += [found[0]] if _decimals(found[0]) == decimals else []
    numbers = sorted(set(numbers))
    random.shuffle(numbers)
    return numbers


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _altered(number: str, random: Random) -> list[str]:
    """The numeral with a digit or two changed; its length, zeros at the end and marks stay."""
    if not number[0].isdigit():
        if number not in _SMALL:
            return []
        others = [one for one in _SMALL if one != number]
        random.shuffle(others)
        return others
    if number == str(_FULL):
        return random.sample(_BELOW_FULL, len(_BELOW_FULL))
    places = _changeable(number)
    found: dict[str, None] = {}
    for _ in range(_TRIES):
        digits = list(number)
        for place in random.sample(places, min(len(places), random.choice((1, 1, 2)))):
            digits[place] = random.choice("123456789")
        found["".join(digits)] = None
    return list(found)


def _changeable(number: str) -> list[int]:
    """Places of its digits, the zeros at the end left out."""
    places = [place for place, char in enumerate(number) if char.isdigit()]
    while len(places) > 1 and number[places[-1]] == "0":
        places.pop()
    return places
