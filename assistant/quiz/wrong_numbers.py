"""Wrong numbers that look right (干扰项): written like the right one, near it, and false.

The four numbers of a choice are the corners of a square: two digits are changed, each by itself and
both together, or one digit in four ways. Every corner is then as like the others as any, and the
right one is put at the smallest, the largest or between by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from corpus.fold import fold
from corpus.model import Hedge
from corpus.numerals import parse_digits
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.rivals import Rivals

__all__ = ["wrong_number", "wrong_numbers"]

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_HAN = re.compile(r"[一二两三四五六七八九十]+")
_SMALL = ("一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_LEAST, _MOST = Decimal("0.4"), Decimal("2.5")
"""How far a wrong number may be from the right one, as its share."""
_APART = Decimal("0.1")
"""How far it must be from a number that is only about right."""
_NEAREST = Decimal("0.03")
"""Nearer than this share, a count is as good as right."""
_SHARES = ("%", "‰", "个百分点")
_FULL = 100
_LARGER, _SMALLER = (Hedge.AT_LEAST, Hedge.OVER), (Hedge.AT_MOST,)
_SMALLEST_FREE = 4
"""Up to this number, the ones around it are taken, whatever their share."""
_TRIES = 8
"""So many sets of wrong numbers are drawn for each pair of digits."""
_LEADING = 3
"""Only so many digits from the front are changed."""
_WRONG = 3
_WEIGHTS = (0.5, 0.9, 1.3, 2.2)
"""How readily so many smaller numbers are taken."""


def wrong_numbers(asked: AskedFigure, rivals: Rivals, random: Random) -> list[str]:
    """Three wrong numbers, each false, all as like each other as they are like the right one.

    None where there are no such three.
    """
    token = _token(asked.written)
    if token is None:
        return []
    number, start, end = token
    by_rank: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    fits = _judge(asked, rivals, number)
    for drawn in _drawn(number, random):
        if all(map(fits, drawn)):
            right = _reckoned(number)
            by_rank[sum(_reckoned(one) < right for one in drawn)].append(drawn)
    # Most numbers begin with a low digit, so that few smaller ones look like them.
    ranks = sorted(range(_WRONG + 1), key=lambda rank: -(random.random() ** (1 / _WEIGHTS[rank])))
    chosen = next((by_rank[rank][0] for rank in ranks if by_rank[rank]), ())
    written = [asked.written[:start] + one + asked.written[end:] for one in chosen]
    return written if all(_reads(one, asked) for one in written) else []


def wrong_number(asked: AskedFigure, rivals: Rivals, random: Random) -> str | None:
    """One wrong number, smaller or larger by chance; None where there is none."""
    token = _token(asked.written)
    if token is None:
        return None
    number, start, end = token
    fits = _judge(asked, rivals, number)
    right = _reckoned(number)
    single = [one for drawn in _drawn(number, random) for one in drawn if fits(one)]
    random.shuffle(single)
    smaller = random.random() < 1 / 2
    single.sort(key=lambda one: (_reckoned(one) < right) is not smaller)
    written = (asked.written[:start] + one + asked.written[end:] for one in single)
    return next((one for one in written if _reads(one, asked)), None)


def _drawn(number: str, random: Random) -> list[tuple[str, ...]]:
    """Sets of three numerals that make a square, or a row, with a numeral."""
    if not number[0].isdigit():
        return _drawn_han(number, random)
    places = _changeable(number)[:_LEADING]
    found: list[tuple[str, ...]] = []
    for one, other in combinations(places, 2):
        for _ in range(_TRIES):
            first = _changed(number, one, random)
            second = _changed(number, other, random)
            both = second[:one] + first[one] + second[one + 1 :]
            found.append((first, second, both))
    for place in places[:2]:
        for _ in range(_TRIES):
            digits = random.sample([d for d in "123456789" if d != number[place]], _WRONG)
            found.append(tuple(number[:place] + d + number[place + 1 :] for d in digits))
    random.shuffle(found)
    return found


def _drawn_han(number: str, random: Random) -> list[tuple[str, ...]]:
    others = [one for one in _SMALL if one != number]
    if number not in _SMALL:
        return []
    return [tuple(random.sample(others, _WRONG)) for _ in range(4 * _TRIES)]


def _changed(number: str, place: int, random: Random) -> str:
    digit = random.choice([d for d in "123456789" if d != number[place]])
    return number[:place] + digit + number[place + 1 :]


def _changeable(number: str) -> list[int]:
    """Places of its digits, the zeros at the end left out."""
    places = [place for place, char in enumerate(number) if char.isdigit()]
    while len(places) > 1 and number[places[-1]] == "0":
        places.pop()
    return places


def _reckoned(number: str) -> Decimal:
    if not number[0].isdigit():
        return Decimal(_SMALL.index(number) + 1) if number in _SMALL else Decimal(0)
    return parse_digits(number)


def _judge(asked: AskedFigure, rivals: Rivals, number: str) -> Callable[[str], bool]:
    """Whether a numeral in the place of another is false, and no number that is near anyway."""
    taken = _spoken_for(asked, rivals)
    right, base = asked.figure.quantity.value, _reckoned(number)

    def fits(numeral: str) -> bool:
        if not base:
            return False
        value = right * _reckoned(numeral) / base
        return value not in taken and _false(value, asked)

    return fits


def _reads(written: str, asked: AskedFigure) -> bool:
    """Whether a number is read with the same unit, and neither holds the other (1200家, 200家)."""
    found = list(find_quantities(fold(written)))
    if len(found) != 1 or found[0].unit != asked.figure.quantity.unit:
        return False
    return asked.written not in written and written not in asked.written


def _token(written: str) -> tuple[str, int, int] | None:
    """The one numeral of a written number; None where there is none or more than one."""
    digits = list(_DIGITS.finditer(written))
    found = digits or list(_HAN.finditer(written))
    if len(found) != 1:
        return None
    return found[0].group(), found[0].start(), found[0].end()


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
