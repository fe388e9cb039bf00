"""去年, 上年 and 近三年: from the asker's date, or from the newest report."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.question.years import relative_years, years_since

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("question", "known", "years"),
    [
        ("去年受理了多少件", {2024, 2025}, (2025,)),
        ("去年受理了多少件", {2021, 2022}, (2022,)),
        ("前年受理了多少件", {2024, 2025}, (2024,)),
        ("上年的败诉率是多少", {2022}, (2021,)),
        ("上一年度受理多少件", {2021, 2022}, (2021,)),
        ("近三年受理的变化", {2020, 2021, 2022}, (2020, 2021, 2022)),
        ("最近2年的趋势", {2020, 2021, 2022}, (2021, 2022)),
        (" 三年总共调解多少件", {2020, 2021, 2022}, (2020, 2021, 2022)),
    ],
)
def test_the_years_meant(question: str, known: set[int], years: tuple[int, ...]) -> None:
    found = relative_years(question, known, TODAY)
    assert found is not None
    assert found.years == years


@pytest.mark.parametrize(
    "question",
    [
        "比上年增加多少件",
        "较去年同期增长多少",
        "2023年和上一年相比",
        "受理了多少件",
        "今年的目标是多少",
        "一年来受理多少件",
    ],
)
def test_what_is_compared_with_or_ahead_is_no_year_asked_for(question: str) -> None:
    assert relative_years(question, {2021, 2022}, TODAY) is None


def test_an_empty_library_knows_no_years() -> None:
    assert relative_years("去年受理多少件", (), TODAY) is None


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2021年以来出庭应诉率的变化", (2021, 2022, 2023)),
        ("2021年至今受理了多少件", (2021, 2022, 2023)),
        ("2023年以来受理了多少件", ()),
        ("2021年起诉的案件", ()),
        ("2021年受理了多少件", ()),
    ],
)
def test_years_since_one_that_is_named(question: str, years: tuple[int, ...]) -> None:
    assert years_since(question, {2020, 2021, 2022, 2023}) == years


def test_a_plan_of_three_years_names_no_years() -> None:
    assert relative_years(" 三年行动计划落实了几项", {2020, 2021, 2022}, TODAY) is None
