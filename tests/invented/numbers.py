"""Numbers as officials write them (数字写法)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

__all__ = ["in_han", "one_decimal", "percent_of", "plain", "write"]

_DIGITS = "零一二三四五六七八九"
_FULL = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
_BEFORE = frozenset(("近", "约", "超"))
_WAN = 10_000
_YI = 100_000_000
_HUNDRED = 100
_TENTH = Decimal("0.1")


def plain(value: Decimal) -> str:
    """The shortest digits.

    >>> plain(Decimal("98.50"))
    '98.5'
    """
    whole = int(value)
    return str(whole) if value == whole else f"{value.normalize():f}"


def one_decimal(value: Decimal) -> Decimal:
    """Round half up (四舍五入)."""
    return value.quantize(_TENTH, rounding=ROUND_HALF_UP)


def percent_of(old: Decimal, new: Decimal) -> Decimal:
    """Growth in percent with one decimal (增长率)."""
    return one_decimal((new - old) * 100 / old)


def in_han(value: Decimal) -> str:
    """A number in Chinese numerals.

    >>> in_han(Decimal(22200)), in_han(Decimal(2)), in_han(Decimal(1005)), in_han(Decimal(12))
    ('两万两千二百', '两', '一千零五', '十二')
    """
    whole = int(value)
    said = _four(whole % _WAN) if whole else "零"
    if whole >= _WAN:
        low = whole % _WAN
        gap = "零" if 0 < low < _WAN // 10 else ""
        said = in_han(Decimal(whole // _WAN)) + "万" + gap + (_four(low) if low else "")
        said = said.removesuffix("万零")
    if value != whole:
        digits = plain(value).split(".")[1]
        said = said.replace("两", "二") if whole == 2 else said
        said += "点" + "".join(_DIGITS[int(digit)] for digit in digits)
    return said[1:] if said.startswith("一十") else said


def _four(number: int) -> str:
    """Below ten thousand; 二 is 两 before 千 and by itself."""
    if number == 2:
        return "两"
    said = ""
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            said += ("两" if digit == 2 and size == 1000 else _DIGITS[digit]) + name
        elif said and number % size:
            said += "" if said.endswith("零") else "零"
    return said


def write(value: Decimal, unit: str, hedge: str, writing: str, scale: str = "") -> str:
    """A quantity: hedge, digits, multiplier and unit.

    >>> write(Decimal(35000), "件", "余", "wan"), write(Decimal(2865000), "元", "", "comma", "万")
    ('3.5万余件', '286.5万元')
    """
    before = hedge if hedge in _BEFORE else ""
    inner = "余" if hedge == "余" else ""
    after = "以上" if hedge == "以上" else ""
    if unit == "%":
        return before + _percent(value, writing) + after
    number, multiplier = _split(value, writing, scale)
    if writing == "han":
        digits = in_han(number)
    elif writing == "comma":
        digits = f"{int(number):,}" + plain(number % 1).removeprefix("0")
    else:
        digits = plain(number)
    said = f"{digits}{multiplier}{inner}"
    said = f"{said} {unit}" if writing == "spaced" else said + unit
    said = f"{before} {said}" if writing == "spaced" and before else before + said
    return (said.translate(_FULL) if writing == "full" else said) + after


def _split(value: Decimal, writing: str, scale: str) -> tuple[Decimal, str]:
    """The digits to write and the multiplier behind them."""
    if scale and value >= _YI and value % (_YI // 1000) == 0:
        return value / _YI, "亿"
    if scale or (writing == "wan" and value >= _WAN and value % _HUNDRED == 0):
        return value / _WAN, "万"
    return value, ""


def _percent(value: Decimal, writing: str) -> str:
    if writing == "han":
        digits = "百" if value == _HUNDRED else in_han(value).replace("两", "二")
        return "百分之" + digits
    said = f"{plain(value)}%"
    if writing == "spaced":
        return f"{plain(value)} %"
    return said.translate(_FULL) if writing == "full" else said
