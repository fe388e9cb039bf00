"""Numbers that are a report's and stand in each other's place, or are known by their company."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.swaps import same_part
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

SHALING = """沙泠县2023年法治政府建设情况报告
一、主要工作
(一)队伍。乡镇持证执法人员由年初的93人增至168人。分解任务27项,年底完成26项。在上级考评中得分94.37分,较上年前移3位。
(二)办案。办理法律援助案件7412件,其中刑事案件3958件、民事案件3401件、行政案件53件。办理行政处罚案件1864件,罚没款1327.5万元,同比分别下降6.3%和11.8%。承接群众诉求19742件。
(三)文件。对2018年底前印发的54件规范性文件逐一审查,废止12件,宣布失效7件,继续有效35件。信访案件比2022年增加21件。以县政府为被告的行政诉讼13件,均已审结,无一败诉。
沙泠县人民政府
2024年1月20日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(SHALING, YUNXI_2022))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "乡镇持证执法人员由年初的168人减至93人",
            [("168人", "contradicted", "93人"), ("93人", "contradicted", "168人")],
        ),
        (
            "乡镇持证执法人员由年初的93人增至168人",
            [("93人", "supported", None), ("168人", "supported", None)],
        ),
        (
            "办理法律援助案件7412件,其中刑事3401件、民事3958件、行政53件",
            [
                ("7412件", "supported", None),
                ("3401件", "contradicted", "3958件"),
                ("3958件", "contradicted", "3401件"),
                ("53件", "supported", None),
            ],
        ),
        (
            "办理行政处罚案件1864件,罚没款1327.5万元,两项分别下降11.8%和6.3%",
            [
                ("1864件", "supported", None),
                ("1327.5万元", "supported", None),
                ("11.8%", "contradicted", "6.3%"),
                ("6.3%", "contradicted", "11.8%"),
            ],
        ),
        (
            "以县政府为被告的行政诉讼13件,有1件败诉",
            [("13件", "supported", None), ("1件败诉", "contradicted", "无一败诉")],
        ),
        ("27项任务全部完成", [("27项", "contradicted", "26项")]),
        ("分解任务27项", [("27项", "supported", None)]),
        (
            "在上级考评中得分94.37分,较上年前移2位",
            [("94.37分", "supported", None), ("2位", "contradicted", "3位")],
        ),
        ("群众诉求接到近2万件", [("近2万件", "approximate", None)]),
        (
            "把54件老文件过了一遍筛子:12件作废,7件宣布失效,留用35件",
            [
                ("54件", "supported", None),
                ("12件", "supported", None),
                ("7件", "supported", None),
                ("35件", "supported", None),
            ],
        ),
    ],
)
def test_a_number_is_held_to_its_place(
    checker: Checker, text: str, found: list[tuple[str, str, str | None]]
) -> None:
    told = [
        (one.claim.text, one.verdict.value, one.correction)
        for one in checker.check(f"2023年,沙泠县{text}。")
    ]
    assert told == found


def test_by_how_much_it_rose_elsewhere_is_not_how_much_it_is(checker: Checker) -> None:
    (finding,) = checker.check("2022年,云溪县信访案件21件。")
    assert finding.verdict.value == "not_found"


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [("刑事", "刑事案件", True), ("刑事", "民事案件", False), ("行政", "行政复议案件", False)],
)
def test_a_part_has_one_name_with_what_is_counted_or_without(
    mine: str, theirs: str, same: bool
) -> None:
    assert same_part(mine, theirs) is same
