"""Sums, differences, shares in exact decimals, written as the operands are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.model import Operation
from assistant.wording.arithmetic import common_scale, compute, write_result
from corpus.model import Hedge, Quantity, Span


def amounts(*values: str, unit: str = "件") -> tuple[Quantity, ...]:
    return tuple(
        Quantity(span=Span(0, 1), value=Decimal(value), unit=unit, hedge=Hedge.EXACT)
        for value in values
    )


@pytest.mark.parametrize(
    ("operation", "values", "result"),
    [
        (Operation.SUM, ("37", "26"), "63"),
        (Operation.SUM, ("0.1", "0.2"), "0.3"),
        (Operation.SUM, ("1", "2", "3"), "6"),
        (Operation.DIFFERENCE, ("37", "34"), "3"),
        (Operation.DIFFERENCE, ("34", "37"), "3"),
        (Operation.SHARE, ("19", "34"), "55.9"),
        (Operation.SHARE, ("1", "8", "8"), "6.3"),
        (Operation.SHARE, ("34", "34"), "100.0"),
        (Operation.JOINT_SHARE, ("1", "8", "16"), "56.3"),
    ],
)
def test_results_are_exact(operation: Operation, values: tuple[str, ...], result: str) -> None:
    assert compute(operation, amounts(*values)) == Decimal(result)


@pytest.mark.parametrize("hedge", [Hedge.SOME, Hedge.RANGE])
def test_an_open_number_is_not_reckoned_with(hedge: Hedge) -> None:
    known, some = amounts("14", "10")
    operands = (known, replace(some, hedge=hedge))
    assert all(compute(operation, operands) is None for operation in Operation)


def test_a_share_of_nothing_is_undefined() -> None:
    assert compute(Operation.SHARE, amounts("3", "0")) is None


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        (("3万元", "5万元"), "万"),
        (("3亿元", "5亿元"), "亿"),
        (("3.5亿元", "8000万元"), "万"),
        (("3万元", "500元"), ""),
        (("642.5万元", "5873000元"), "万"),
        (("642.5万元", "5873000元", "471.9万元"), "万"),
        (("1.2亿元", "5,873,000元"), "万"),
        (("642.5万元", "5873000元", "4719000元"), ""),
        (("1.2万件", "98765件"), ""),
        (("37件", "26件"), ""),
    ],
)
def test_the_scale_all_are_written_in(written: tuple[str, ...], scale: str) -> None:
    assert common_scale(written) == scale


@pytest.mark.parametrize(
    ("operation", "result", "operands", "scale", "written"),
    [
        (Operation.SUM, "63", amounts("37", "26"), "", "63件"),
        (
            Operation.SUM,
            "430000000",
            amounts("350000000", "80000000", unit="元"),
            "万",
            "43000万元",
        ),
        (Operation.SUM, "850000000", amounts("1", "2", unit="元"), "亿", "8.5亿元"),
        (Operation.SUM, "100", amounts("60", "40"), "", "100件"),
        (Operation.DIFFERENCE, "6.5", amounts("95", "88.5", unit="%"), "", "6.5个百分点"),
        (Operation.SHARE, "55.9", amounts("19", "34"), "", "55.9%"),
    ],
)
def test_results_as_written(
    operation: Operation, result: str, operands: tuple[Quantity, ...], scale: str, written: str
) -> None:
    assert write_result(operation, Decimal(result), operands, scale) == written


def test_parts_above_their_whole_have_no_joint_share() -> None:
    assert compute(Operation.JOINT_SHARE, amounts("9", "8", "16")) is None


def test_an_average_of_money_has_two_decimals_in_its_scale() -> None:
    operands = amounts("6425000", "5873000", "4719000", unit="元")
    mean = compute(Operation.AVERAGE, operands)
    assert mean is not None
    assert write_result(Operation.AVERAGE, mean, operands, "万") == "567.23万元"
