"""Numbers are written as officials write them, and read back by another library."""

from __future__ import annotations

from decimal import Decimal

import cn2an  # type: ignore[import-untyped]
import pytest

from tests.invented.numbers import in_han, write
from tests.invented.reading import from_han


@pytest.mark.parametrize(
    ("value", "unit", "hedge", "writing", "scale", "written"),
    [
        ("35000", "件", "余", "wan", "", "3.5万余件"),
        ("35000", "件", "余", "han", "", "三万五千余件"),
        ("35000", "件", "", "comma", "", "35,000件"),
        ("35000", "件", "近", "full", "", "近３５０００件"),
        ("34567", "件", "", "wan", "", "34567件"),
        ("37", "件", "", "spaced", "", "37 件"),
        ("2", "件", "", "han", "", "两件"),
        ("20000", "人次", "余", "han", "", "两万余人次"),
        ("9020000", "元", "余", "plain", "万", "902万余元"),
        ("182400000", "元", "", "plain", "万", "1.824亿元"),
        ("1855900", "元", "", "han", "万", "一百八十五点五九万元"),
        ("98", "%", "以上", "plain", "", "98%以上"),
        ("95", "%", "", "han", "", "百分之九十五"),
        ("100", "%", "", "han", "", "百分之百"),
        ("12.3", "%", "", "full", "", "１２．３％"),
    ],
)
def test_writings(
    value: str, unit: str, hedge: str, writing: str, scale: str, written: str
) -> None:
    assert write(Decimal(value), unit, hedge, writing, scale) == written


@pytest.mark.parametrize("value", [*range(1, 130), *range(190, 220), 1005, 1050, 2200, 10_005])
def test_chinese_numerals_read_back(value: int) -> None:
    said = in_han(Decimal(value))
    assert cn2an.cn2an(said, "smart") == value
    assert from_han(said) == value


@pytest.mark.parametrize("value", [10_050, 20_002, 22_200, 110_000, 305_060, 1_020_030, 7_100_005])
def test_large_chinese_numerals_read_back(value: int) -> None:
    assert cn2an.cn2an(in_han(Decimal(value)), "smart") == value
    assert from_han(in_han(Decimal(value))) == value
