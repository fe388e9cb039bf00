"""Rows of numbers that share words: each has a name of its own."""

from __future__ import annotations

import pytest

from tests.corpus.one_report import named, read


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "高新技术企业、科技型中小企业贷款分别增长27.7%、31.1%。",
            [("高新技术企业贷款增长", "27.7%"), ("科技型中小企业贷款增长", "31.1%")],
        ),
        (
            "工业增加值、外贸进出口总额占比分别为23.1%、45.5%。",
            [("工业增加值占比", "23.1%"), ("外贸进出口总额占比", "45.5%")],
        ),
        (
            "事故起数、死亡人数分别下降39.7%和39.1%。",
            [("事故起数下降", "39.7%"), ("死亡人数下降", "39.1%")],
        ),
        (
            "省、市、县三级窗口办件满意率分别为97.4%、96.1%和95.7%。",
            [
                ("省级窗口办件满意率", "97.4%"),
                ("市级窗口办件满意率", "96.1%"),
                ("县级窗口办件满意率", "95.7%"),
            ],
        ),
        (
            "县委书记、县长分别主持研究重要问题6次和8次。",
            [("县委书记主持研究重要问题", "6次"), ("县长主持研究重要问题", "8次")],
        ),
        (
            "城管、卫生健康两个部门的处罚案件分别为41件和63件。",
            [
                ("", "两个"),
                ("城管部门的处罚案件", "41件"),
                ("卫生健康部门的处罚案件", "63件"),
            ],
        ),
        (
            "来访1320批次3865人次，比上年分别下降8.1%和11.4%。",
            [
                ("来访", "1320批次"),
                ("来访", "3865人次"),
                ("比上年下降", "8.1%"),
                ("比上年下降", "11.4%"),
            ],
        ),
    ],
)
def test_respectively_gives_each_number_its_name(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "分别办理人大代表建议、政协提案 38件和56件。",
            [("办理人大代表建议", "38件"), ("办理政协提案", "56件")],
        ),
        (
            "分别受理行政复议 38件、行政应诉 56件。",
            [("分别受理行政复议", "38件"), ("行政应诉", "56件")],
        ),
        (
            "受理、审结、结案率分别为120件、118件、98.3%。",
            [("受理", "120件"), ("审结", "118件"), ("结案率", "98.3%")],
        ),
        (
            "维修和保养、检测分别投入3万元、5万元。",
            [("维修和保养投入", "3万元"), ("检测投入", "5万元")],
        ),
    ],
)
def test_a_verb_before_all_and_names_that_hold_and(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("新增省级民主法治村4个、市级12个。", ["新增省级民主法治村", "市级民主法治村"]),
        ("创建7个省级4个市级服务中心。", ["创建省级服务中心", "市级服务中心"]),
        ("参评省级4个。", ["参评省级"]),
    ],
)
def test_levels_share_a_noun(sentence: str, indicators: list[str]) -> None:
    assert [indicator for indicator, _ in named(sentence)] == indicators


def test_rates_apart_are_of_things_counted_alike() -> None:
    sentence = "办理建议18件、提案14件,答复率100%,满意和基本满意率分别为98.3%和99.1%。"
    rates = [f for f in read(sentence).figures if f.indicator == "满意和基本满意率"]
    assert [figure.subject for figure in rates] == ["办理建议", "提案"]
