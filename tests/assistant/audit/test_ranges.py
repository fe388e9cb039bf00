"""What a number as written may stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.audit.ranges import Range, range_of, ratio, show_number, show_share
from corpus.quantities import find_quantities

ENDLESS = Decimal("Infinity")


def read(written: str) -> tuple[str, str]:
    (quantity,) = find_quantities(written)
    found = range_of(quantity, written)
    return format(found.low.normalize(), "f"), format(found.high.normalize(), "f")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("625件", "625", "625"),
        ("一千一百件", "1100", "1100"),
        ("1 346人", "1346", "1346"),
        ("1,346人", "1346", "1346"),
        ("95%", "94.5", "96"),  # rounded, or cut off
        ("95.0%", "94.95", "95.1"),
        ("百分之九十五点五", "95.45", "95.6"),
        ("3.46亿元", "345500000", "347000000"),
        ("5万份", "45000", "60000"),
        ("两万件", "15000", "30000"),
        ("一万二千件", "12000", "12000"),
        ("620余条", "620", "630"),
        ("1万余份", "10000", "20000"),
        ("近880人次", "792", "880"),
        ("约105件", "94.5", "115.5"),
        ("8953.4亩", "8953.35", "8953.5"),
    ],
)
def test_rounding_and_hedges_leave_room(written: str, low: str, high: str) -> None:
    assert read(written) == (low, high)


def test_at_least_and_at_most_are_open() -> None:
    assert read("98%以上") == ("98", "Infinity")
    assert read("不超过5%") == ("-Infinity", "5")


def test_a_part_of_a_person_says_nothing() -> None:
    assert read("2.33人") == ("-Infinity", "Infinity")
    assert read("3.2万人次") == ("31500", "33000")


def test_ranges_meet_at_their_ends() -> None:
    assert Range(Decimal(1), Decimal(2)).meets(Range(Decimal(2), Decimal(3)))
    assert not Range(Decimal(1), Decimal(2)).meets(Range(Decimal("2.1"), ENDLESS))


def test_a_share_of_nothing_is_unknown() -> None:
    one, none = Range(Decimal(1), Decimal(1)), Range(Decimal(0), Decimal(0))
    assert ratio(one, none) is None
    assert ratio(none, one) == none
    assert ratio(one, Range(Decimal(2), ENDLESS)) == Range(Decimal(0), Decimal(50))


def test_numbers_are_shown_as_people_write_them() -> None:
    assert show_number(Decimal("28000.0")) == "2.8万"
    assert show_number(Decimal(12345)) == "12345"
    assert show_number(Decimal("346000000.00")) == "3.46亿"
    assert show_share(Decimal(594), Decimal(625)) == "95.04%"
    assert show_share(Decimal(99999), Decimal(100000)) == "99.999%"
