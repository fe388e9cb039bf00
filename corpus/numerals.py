"""Numbers of one token, in digits or Chinese numerals (数字), as `Decimal`.

cn2an reads a matched token well and whole text badly (三重一大 becomes 3重1大), so nothing here
sees more than one token.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_MULTIPLIERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_LONGEST = 40
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CHINESE = "零〇一二两三四五六七八九十百千万亿"


def scale_of(multiplier: str) -> Decimal:
    """Give what 万, 亿, 万亿 … multiply by; 1 for the empty text."""
    return Decimal(10) ** _MULTIPLIERS[multiplier] if multiplier else Decimal(1)


def parse_digits(token: str) -> Decimal:
    """Read digits with optional fraction and commas or spaces between thousands."""
    return Decimal(re.sub("[, ]", "", token))


@lru_cache(maxsize=4096)
def parse_chinese(token: str) -> Decimal | None:
    """Read a Chinese numeral; None if it is none (十百, 一三五)."""
    if len(token) > _LONGEST:
        return None
    import cn2an  # type: ignore[import-untyped]

    digits_only = re.fullmatch("[零〇一二三四五六七八九]+", token)
    try:
        if digits_only and len(token) > 1:
            return None if "〇" not in token and "零" not in token else _digit_by_digit(token)
        if token[0] in "百千万亿":
            token = "一" + token
        return Decimal(str(cn2an.cn2an(token.replace("〇", "零"), "smart")))
    except ValueError:
        return _many_ten_thousands(token)


def _many_ten_thousands(token: str) -> Decimal | None:
    """Read 两万七千二百八十三万: a numeral that is counted in 万 or 亿 once more."""
    inner = parse_chinese(token[:-1]) if token[-1] in "万亿" and "万" in token[:-1] else None
    return None if inner is None else inner * scale_of(token[-1])


def _digit_by_digit(token: str) -> Decimal:
    """Read a numeral spelt digit by digit (二〇二四)."""
    return Decimal("".join(str("零一二三四五六七八九".index(c.replace("〇", "零"))) for c in token))


@lru_cache(maxsize=4096)
def ordinal_of(numeral: str) -> int | None:
    """Read the number of a heading numeral in digits or Chinese (三 → 3, 12 → 12)."""
    if numeral.isdecimal():
        return int(numeral)
    if numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1
    value = parse_chinese(numeral)
    return int(value) if value is not None else None
