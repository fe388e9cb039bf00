"""Speech wording beside a report: steps, levels, meetings, who gave an honour, what is new."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from tests.assistant.shelves import MemoryShelf

HANXI = """晗溪县2023年法治政府建设情况报告
一、主要工作
(一)统筹。4月11日,县委全面依法治县委员会召开第三次会议,7个部门主要负责人现场述法。
(二)排查。全年排查问题线索472条,整改465条。报名参加资格考试238人,通过171人。
(三)创建。建成6个省级9个市级法治文化广场。县林业局办理的“青禾案”入选省林业局2023年度十佳案例。县执法大队被司法部通报表扬为“全国执法先锋集体”,柳圩站被省司法厅命名为第四批“五好”站所。
(四)队伍。全县专职执法人员812人,其中乡镇执法人员237人、社区169人。全年新设经营主体4317户,年末总量达到3.86万户。
(五)考评。在甘棠市普法工作考评中位列第四。
晗溪县人民政府
2024年1月22日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(HANXI))


def told(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,晗溪县整改问题线索472条。", ("472条", "different_scope", "465条")),
        ("2023年,晗溪县整改到位的问题线索有472条。", ("472条", "different_scope", "465条")),
        ("2023年,晗溪县社区专职执法人员有812人。", ("812人", "different_scope", "169人")),
        ("2023年,晗溪县新登记经营主体3.86万户。", ("3.86万户", "different_scope", None)),
    ],
)
def test_the_number_of_another_step_or_of_the_whole_is_of_another_scope(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found[:2] in [one[:2] for one in told(checker, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,晗溪县整改问题线索456条。", ("456条", "contradicted", "465条")),
        ("2023年,晗溪县建成省级法治文化广场9个、市级6个。", ("9个", "contradicted", "6个")),
        ("2023年,晗溪县建成省级法治文化广场9个、市级6个。", ("6个", "contradicted", "9个")),
        (
            "2023年4月11日,晗溪县委全面依法治县委员会召开第二次会议。",
            ("第二次会议", "contradicted", "第三次会议"),
        ),
        (
            "2023年,晗溪县林业局“青禾案”入选国家林草局2023年度十佳案例。",
            ("国家林草局", "contradicted", "省林业局"),
        ),
        (
            "2023年,晗溪县执法大队被省司法厅通报表扬为“全国执法先锋集体”。",
            ("省司法厅", "contradicted", "司法部"),
        ),
        ("2023年,晗溪县普法工作考评位列甘棠市第二。", ("第二", "contradicted", "第四")),
    ],
)
def test_what_stands_in_the_place_of_another_is_put_right(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,晗溪县整改问题线索465条。", ("465条", "supported", None)),
        ("2023年,晗溪县专职执法人员812人。", ("812人", "supported", None)),
        ("2023年,晗溪县社区专职执法人员有169人。", ("169人", "supported", None)),
        ("2023年,晗溪县建成省级法治文化广场6个、市级9个。", ("9个", "supported", None)),
        ("2023年,晗溪县新登记经营主体4317户。", ("4317户", "supported", None)),
        (
            "2023年,晗溪县执法大队被司法部通报表扬为“全国执法先锋集体”。",
            ("司法部", "supported", None),
        ),
        (
            "2023年4月11日,晗溪县委全面依法治县委员会召开第3次会议。",
            ("晗溪县委全面依法治县委员会召开第3次会议", "supported", None),
        ),
        ("2023年,晗溪县普法工作考评位列甘棠市第四。", ("第四", "supported", None)),
    ],
)
def test_what_is_so_is_borne_out(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    "text",
    [
        "2023年,晗溪县委全面依法治县委员会召开第四次会议,审议普法规划。",
        "2023年6月2日,晗溪县委全面依法治县委员会召开第四次会议。",
        "2023年,晗溪县林业局“青禾案”入选省林业局2023年度十佳案例。",
        "2023年,晗溪县“白露案”入选国家林草局2023年度优秀案例。",
    ],
)
def test_another_meeting_or_honour_is_no_contradiction(checker: Checker, text: str) -> None:
    assert "contradicted" not in {verdict for _, verdict, _ in told(checker, text)}
