"""Short years and orders to give a row (套话)."""

from __future__ import annotations

import pytest

from assistant.question.phrasing import plainly


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("复议21年到23年差多少件", "复议2021年到2023年差多少件"),
        ("21到23年累计多少", "2021到2023年累计多少"),
        ("2021—23年累计多少", "2021—2023年累计多少"),
        ("21、22、23年各多少", "2021、2022、2023年各多少"),
        ("23年比21年多多少", "2023年比2021年多多少"),
        ("二〇二二年受理多少件", "2022年受理多少件"),
    ],
)
def test_short_years_are_whole_ones(said: str, meant: str) -> None:
    assert plainly(said) == meant


@pytest.mark.parametrize("said", ["近20年", "工龄21年来", "第25年", "过去15年间", "2024年12月"])
def test_spans_and_months_stay(said: str) -> None:
    assert plainly(said) == said


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("云溪县2022年:案件数、出庭率,一并给出", "云溪县2022年:案件数、出庭率分别是多少"),
        ("请把案件数、出庭率都列出来", "案件数、出庭率分别是多少"),
        ("哪些县写了出庭率,都列出来", "哪些县写了出庭率,都列出来"),
    ],
)
def test_a_row_to_be_given_is_asked_for(said: str, meant: str) -> None:
    assert plainly(said) == meant
