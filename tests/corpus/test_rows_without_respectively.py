"""Rows of names and numbers without 分别, and rows that a numbered head opens (并列数)."""

from __future__ import annotations

import pytest

from corpus.read import read_report

_OPENING = "棠涘县人民政府关于2023年度法治政府建设情况的报告\n一、主要工作\n"


def figures(text: str) -> list[tuple[str, str]]:
    report = read_report(_OPENING + text, file="a.txt")
    return [(f.indicator, report.quote(f.quantity.span)) for f in report.figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "纠正乱设摊点、乱停车辆、乱贴广告812起、430起、57起。",
            [("纠正乱设摊点", "812起"), ("乱停车辆", "430起"), ("乱贴广告", "57起")],
        ),
        (
            "棠北镇、涘南镇、柘桥乡立案41件、12件、9件。",
            [("棠北镇立案", "41件"), ("涘南镇立案", "12件"), ("柘桥乡立案", "9件")],
        ),
        (
            "棠北、涘南、柘桥三个街道先行试点,试点以来立案41件、12件、9件。",
            [
                ("棠北街道试点以来立案", "41件"),
                ("涘南街道试点以来立案", "12件"),
                ("柘桥街道试点以来立案", "9件"),
            ],
        ),
        (
            "检查加油站、汽修厂61家、7家,责令整改18家、5家。",
            [
                ("检查加油站", "61家"),
                ("汽修厂", "7家"),
                ("检查加油站责令整改", "18家"),
                ("汽修厂责令整改", "5家"),
            ],
        ),
        (
            "新增省级、市级示范点3个、5个。",
            [("新增省级示范点", "3个"), ("新增市级示范点", "5个")],
        ),
        ("确定十大类44项实事。", [("确定实事", "十大类"), ("实事", "44项")]),
    ],
)
def test_each_of_a_row_has_its_own_name(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert figures(sentence) == expected


def test_names_that_hold_numbers_stand_before_their_row() -> None:
    found = figures(
        "县政务中心、12个镇便民中心、96个村便民点全年分别办件8.2万件、3.1万件、1.4万件。"
    )
    assert ("县政务中心办件", "8.2万件") in found
    assert ("村便民点全年办件", "1.4万件") in found


def test_a_numbered_head_is_the_matter_of_its_row() -> None:
    report = read_report(
        _OPENING + "全年执法有序。\n附:2023年全县执法分领域情况\n"
        "1.种子:检查206家次,立案12件;\n2.农药:检查288家次,立案16件。\n",
        file="a.txt",
    )
    filed = [f for f in report.figures if f.indicator == "立案"]
    assert [(f.subject, report.quote(f.quantity.span)) for f in filed] == [
        ("种子", "12件"),
        ("农药", "16件"),
    ]


def test_an_annex_behind_the_plans_is_no_plan() -> None:
    report = read_report(
        _OPENING + "全年执法有序。\n二、下一步打算\n2024年立案力争不少于20件。\n"
        "附:2023年全县执法分领域情况\n1.种子:立案12件。\n",
        file="a.txt",
    )
    assert [f.kind.value for f in report.figures][-1] == "level"
    assert report.figures[-1].period == 2023


def test_a_street_office_reports_for_its_street() -> None:
    report = read_report(
        "棠涘区人民政府柘桥街道办事处\n2024年度法治政府建设情况报告\n\n一、工作情况\n立案3件。\n",
        file="a.txt",
    )
    assert report.metadata.place is not None
    assert report.metadata.place.value == "棠涘区柘桥街道"
