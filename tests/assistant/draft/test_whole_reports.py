"""Drafts that are laid out as reports: plans, sections, partners, papers and cases of old."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.passages import stretches
from tests.assistant.shelves import MemoryShelf

CITY = """岚陂市2022年法治政府建设情况报告
一、主要工作
(一)示范创建。沙泠县等3个县被列为省级示范创建单位。全市国家级民主法治示范村达到25个、省级189个,年内分别新增4个和22个。
(二)政务服务。政务服务事项网上可办率97.9%。
(三)规范文件。对2020年底前印发的136件文件进行清理,保留91件。
(四)行政复议。新收复议申请562件,上年结转37件,审结498件。行政诉讼败诉率9.1%,上年为16.0%;二审案件17件。
(五)协作。与沙泠县建立联调机制。生态环境优良天数比例99%。
二、2023年工作打算
(一)开展普法活动120场以上。
(二)复议人员增加至26名。
岚陂市人民政府
2023年3月20日
"""
CITY_BEFORE = """岚陂市2021年法治政府建设情况报告
一、主要工作
(一)行政复议。二审案件19件,新收复议申请511件。
二、2022年工作打算
(一)开展普法活动100场以上。
"""
COUNTY = """沙泠县2022年法治政府建设情况报告
一、主要工作
(一)政务服务。政务服务事项网上可办率94.2%。
(二)生态环境。生态环境优良天数比例96.3%。复议人员共有3名。
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(CITY, CITY_BEFORE, COUNTY))


def verdicts(checker: Checker, text: str) -> dict[str, tuple[str, str | None]]:
    return {one.claim.text: (one.verdict.value, one.correction) for one in checker.check(text)}


@pytest.mark.parametrize("report", [CITY, CITY_BEFORE, COUNTY])
def test_a_report_bears_itself_out(checker: Checker, report: str) -> None:
    said = {verdict for verdict, _ in verdicts(checker, report).values()}
    assert said <= {"supported", "not_checkable"}


@pytest.mark.parametrize(
    ("true", "false", "claim", "correction"),
    [
        ("普法活动120场以上", "普法活动150场以上", "150场以上", "120场以上"),
        ("网上可办率97.9%", "网上可办率99.7%", "99.7%", "97.9%"),
        ("二审案件17件", "二审案件71件", "71件", "17件"),
        ("保留91件", "保留19件", "19件", "91件"),
        ("审结498件", "审结489件", "489件", "498件"),
        ("优良天数比例99%", "优良天数比例66%", "66%", "99%"),
    ],
)
def test_a_wrong_number_of_it_is_still_found(
    checker: Checker, true: str, false: str, claim: str, correction: str
) -> None:
    assert true in CITY
    found = verdicts(checker, CITY.replace(true, false))
    assert found[claim] == ("contradicted", correction)


def test_a_plan_is_not_gainsaid_by_that_of_the_year_before(checker: Checker) -> None:
    text = "岚陂市2022年法治政府建设情况汇报\n二、2023年工作打算\n开展普法活动120场以上。\n"
    assert verdicts(checker, text)["120场以上"] == ("supported", None)


def test_headings_of_plans_go_with_each_stretch() -> None:
    lines = "开展普法活动,培训执法人员,改进工作作风。\n" * 400
    text = f"岚陂市2022年工作总结\n一、2022年工作\n做了工作。\n二、2023年工作打算\n{lines}"
    first, *later = stretches(text)
    assert first.lead == ""
    assert len(later) > 1
    assert all(one.lead.startswith("二、2023年工作打算\n") and one.year == 2022 for one in later)


@pytest.mark.parametrize(
    ("said", "four", "twenty"),
    [
        ("国家级民主法治示范村4个、省级22个", ("supported", None), ("supported", None)),
        ("国家级民主法治示范村22个、省级4个", ("contradicted", "22个"), ("contradicted", "4个")),
    ],
)
def test_numbers_told_in_turn_bear_the_names_before_them(
    checker: Checker,
    said: str,
    four: tuple[str, str | None],
    twenty: tuple[str, str | None],
) -> None:
    found = verdicts(checker, f"2022年,岚陂市新增{said}。")
    assert found["4个"] == four
    assert found["22个"] == twenty


def test_numbers_told_in_turn_the_wrong_way_round(checker: Checker) -> None:
    said = "国家级民主法治示范村达到25个、省级189个,年内分别新增22个和4个"
    found = verdicts(checker, f"2022年,岚陂市{said}。")
    assert found["22个"] == ("contradicted", "4个")
    assert found["4个"] == ("contradicted", "22个")
