from decimal import Decimal

import pytest

from corpus.numerals import ordinal_of, parse_chinese, parse_digits, scale_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("两", "2"),
        ("十", "10"),
        ("二十三", "23"),
        ("一百零二", "102"),
        ("一百〇二", "102"),
        ("一千二百", "1200"),
        ("两万三千", "23000"),
        ("一亿三千万", "130000000"),
        ("二〇二四", "2024"),
        ("六点五", "6.5"),
        ("百", "100"),
    ],
)
def test_a_chinese_numeral_has_its_value(numeral: str, value: str) -> None:
    assert parse_chinese(numeral) == Decimal(value)


@pytest.mark.parametrize("words", ["一三五", "点五", "三重一大"])
def test_what_is_no_numeral_has_none(words: str) -> None:
    assert parse_chinese(words) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [("3", "3"), ("3,415,000", "3415000"), ("23 510", "23510"), ("18.24", "18.24")],
)
def test_digits_may_be_grouped(digits: str, value: str) -> None:
    assert parse_digits(digits) == Decimal(value)


def test_multipliers() -> None:
    assert scale_of("") == 1
    assert scale_of("万") == 10_000
    assert scale_of("万亿") == 10**12


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("三", 3), ("十二", 12), ("12", 12), ("③", 3)],
)
def test_heading_numerals(numeral: str, number: int) -> None:
    assert ordinal_of(numeral) == number
