"""However a number is written, the quantity that is read has its value, unit and hedge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cn2an  # type: ignore[import-untyped]
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.fold import fold
from corpus.model import Hedge
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from decimal import Decimal

    from corpus.model import Quantity

UNITS = st.sampled_from(["件", "人次", "万元", "个", "项", "公里", "份", "平方米", "件次", "亿元"])
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
BEFORE = {"近": Hedge.NEAR, "约": Hedge.ABOUT, "超过": Hedge.OVER, "逾": Hedge.OVER}
AFTER = {"以上": Hedge.AT_LEAST, "以内": Hedge.AT_MOST, "左右": Hedge.ABOUT}
AROUND = st.sampled_from(
    [("全年受理", ",办结若干"), ("", ""), ("(其中维持", ")"), ("办结率、", "。")]
)
FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")
NUMBERS = st.integers(min_value=1, max_value=10**7)


def read(around: tuple[str, str], written: str) -> Quantity:
    """The only quantity of a text, which must be all that was written."""
    text = around[0] + written + around[1]
    (quantity,) = find_quantities(fold(text))
    assert quantity.span.of(text) == written
    return quantity


def scaled(unit: str) -> tuple[str, int]:
    """万元 is 元 ten thousand times."""
    scale = SCALES[unit[0]] if unit[0] in SCALES and len(unit) > 1 else 1
    return (unit[1:], scale) if scale > 1 else (unit, 1)


@given(NUMBERS, UNITS, AROUND)
def test_plain_digits(number: int, unit: str, around: tuple[str, str]) -> None:
    quantity = read(around, f"{number}{unit}")
    bare, scale = scaled(unit)
    assert quantity.value == number * scale
    assert (quantity.unit, quantity.hedge) == (bare, Hedge.EXACT)


@given(st.integers(min_value=1000, max_value=10**9), UNITS, AROUND, st.sampled_from(", "))
def test_grouped_digits(number: int, unit: str, around: tuple[str, str], by: str) -> None:
    quantity = read(around, f"{number:,}{unit}".replace(",", by))
    assert quantity.value == number * scaled(unit)[1]


@given(NUMBERS, UNITS, AROUND)
def test_full_width_digits(number: int, unit: str, around: tuple[str, str]) -> None:
    written = f"{number:,}{unit}".translate(FULL_WIDTH)
    assert read(around, written).value == number * scaled(unit)[1]


@given(
    st.decimals(min_value="0.01", max_value="9999.99", places=2),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(["件", "元", "人次"]),
    AROUND,
)
def test_fractions_and_multipliers(
    number: Decimal, scale: str, unit: str, around: tuple[str, str]
) -> None:
    assert read(around, f"{number}{scale}{unit}").value == number * SCALES[scale]


@given(st.integers(min_value=3, max_value=10**8 - 1), UNITS, AROUND)
@settings(max_examples=300)
def test_chinese_numerals(number: int, unit: str, around: tuple[str, str]) -> None:
    numeral = cn2an.an2cn(number)
    # Nobody writes 一万零一万元.
    assume(scaled(unit)[1] == 1 or number < SCALES["万"])
    quantity = read(around, f"{numeral}{unit}")
    assert quantity.value == number * scaled(unit)[1]


@given(st.decimals(min_value=0, max_value=100, places=1), AROUND)
def test_percentages_in_three_writings(number: Decimal, around: tuple[str, str]) -> None:
    numeral = cn2an.an2cn(str(number.normalize() + 0))
    for written in (f"{number}%", f"{number}％", f"百分之{numeral}", f"百分之{number}"):
        quantity = read(around, written)
        assert (quantity.value, quantity.unit) == (number, "%")


@given(NUMBERS, UNITS, AROUND, st.sampled_from(sorted(BEFORE)))
def test_hedges_in_front(number: int, unit: str, around: tuple[str, str], hedge: str) -> None:
    quantity = read(around, f"{hedge}{number}{unit}")
    assert quantity.value == number * scaled(unit)[1]
    assert quantity.hedge is BEFORE[hedge]


@given(NUMBERS, UNITS, AROUND, st.sampled_from(sorted(AFTER)))
def test_hedges_behind(number: int, unit: str, around: tuple[str, str], hedge: str) -> None:
    quantity = read(around, f"{number}{unit}{hedge}")
    assert quantity.value == number * scaled(unit)[1]
    assert quantity.hedge is AFTER[hedge]


@given(NUMBERS, UNITS, AROUND, st.sampled_from("余多"), st.booleans())
def test_more_than(
    number: int, unit: str, around: tuple[str, str], more: str, spaced: bool
) -> None:
    quantity = read(around, f"{number}{' ' if spaced else ''}{more}{unit}")
    assert quantity.value == number * scaled(unit)[1]
    assert quantity.hedge is Hedge.MORE


@given(st.text(max_size=60))
@settings(max_examples=500)
def test_any_text_gives_quantities_in_order(text: str) -> None:
    position = 0
    for quantity in find_quantities(fold(text)):
        assert position <= quantity.span.start < quantity.span.end <= len(text)
        position = quantity.span.end
