"""What a draft says without a number: borne out, gainsaid by a value of the same kind, or left."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.values import another, values_in
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

TINGLAN = """汀岚县2023年法治政府建设情况报告
一、主要工作
(一)统筹。县长主持专题会议,研究解决行政执法、涉企收费等重点难点问题9个。首次将法治建设纳入高质量发展考核,权重为5%。成立由司法所所长任组长的普法小分队。全年未发生因行政执法不当引发的重大舆情。
(二)执法。联合县检察院、县公安局、县司法局开展河湖保护专项执法行动,排查问题204个。组建市场监管、生态环境、文化旅游、交通运输、农业五支综合行政执法队伍。
(三)化解。全年调处矛盾纠纷438件,其中婚姻家庭纠纷150件、邻里纠纷118件、山林纠纷40件。被申请人中,公安机关居首,占41.5%。
(四)普法。“法治号”主题公交专线(23路)被市普法办评为年度十佳普法品牌。沿246国道打造法治文化景观带。石桁镇获评省级法治建设示范镇。鹤鸣社区被县里推荐参评省级民主法治示范社区。
(五)立法。制定《汀岚县湿地保护办法》和《汀岚县停车管理办法》,两部办法分别自2023年7月1日和10月1日起施行。《汀岚县供水办法》5月30日经县政府常务会议通过,自2023年8月15日起施行。7月暴雨期间启动三级应急响应2次。
二、2024年打算
力争执法队伍全员持证。10月底前建成行政复议听证室。
汀岚县人民政府
2024年1月20日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(TINGLAN, YUNXI_2022))


def told(checker: Checker, text: str) -> set[tuple[str, str | None]]:
    return {(one.verdict.value, one.correction) for one in checker.check(text)}


@pytest.mark.parametrize(
    "text",
    [
        "2023年,汀岚县头一回把法治建设写进高质量发展考核。",
        "2023年,汀岚县未发生因行政执法不当引发的重大舆情。",
        "2023年,汀岚县的矛盾纠纷里,婚姻家庭纠纷数量居首。",
        "2023年,汀岚县组建了农业、市场监管、生态环境、文化旅游和交通运输综合行政执法队伍。",
    ],
)
def test_what_a_report_says_too_is_borne_out(checker: Checker, text: str) -> None:
    found = told(checker, text)
    assert ("supported", None) in found
    assert "contradicted" not in {verdict for verdict, _ in found}


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        (
            "2023年,汀岚县县委书记主持专题会议,研究解决行政执法、涉企收费等重点难点问题。",
            "县长",
        ),
        ("2023年,汀岚县成立普法小分队,由派出所所长任组长。", "司法所所长"),
        ("2023年,汀岚县“法治号”主题公交专线被省普法办评为年度十佳普法品牌。", "市普法办"),
        ("2023年,汀岚县沿着318国道打造法治文化景观带。", "246国道"),
        ("2023年,汀岚县启动二级应急响应2次,应对7月暴雨。", "三级应急响应"),
        ("2024年,汀岚县打算6月底前建成行政复议听证室。", "10月底"),
        ("2023年,汀岚县调处的矛盾纠纷中,邻里纠纷数量居首。", "婚姻家庭纠纷"),
        ("2023年,汀岚县被申请人里,乡镇政府最多。", "公安机关"),
        ("2023年,汀岚县云桥镇获评省级法治建设示范镇。", "石桁镇"),
        (
            "2023年,汀岚县鹤鸣社区被命名为省级民主法治示范社区。",
            "鹤鸣社区被县里推荐参评省级民主法治示范社区",
        ),
        ("《汀岚县湿地保护办法》自2023年10月1日起施行。", "2023年7月1日"),
        ("《汀岚县供水办法》自2023年5月30日起施行。", "2023年8月15日"),
        (
            "2023年,汀岚县组建市场监管、生态环境、文化旅游、交通运输和应急管理五支综合行政执法队伍。",
            "农业",
        ),
    ],
)
def test_another_value_of_the_same_matter_is_gainsaid(
    checker: Checker, text: str, correction: str
) -> None:
    assert ("contradicted", correction) in told(checker, text)


def test_what_happened_gainsays_that_nothing_did(checker: Checker) -> None:
    found = told(checker, "2023年,汀岚县发生过因行政执法不当引发的重大舆情。")
    assert [verdict for verdict, _ in found] == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年,汀岚县执法队伍实现全员持证。",  # only planned
        "2023年,汀岚县取消了法治文化景观带。",
        "2023年,汀岚县的县长陪同市普法办调研松林防火。",
        "2023年,汀岚县成绩来之不易,群众办事越来越省心。",
        "2022年,汀岚县石桁镇获评省级法治建设示范镇。",
    ],
)
def test_what_the_reports_do_not_say_is_neither_borne_out_nor_gainsaid(
    checker: Checker, text: str
) -> None:
    assert {verdict for verdict, _ in told(checker, text)} <= {
        "not_found",
        "not_checkable",
        "different_scope",
    }


def test_a_value_stands_only_for_its_own_kind() -> None:
    (road,) = values_in("沿着318国道线")
    found = another(road, "依托246国道线")
    assert found is not None
    assert found.of("依托246国道线") == "246国道"
    assert another(road, "沿318国道") is None
    assert another(road, "沿102省道") is None
    assert [one.said for one in values_in("由县委书记、县长任双组长")] == [
        frozenset(("县委书记", "县长"))
    ]
