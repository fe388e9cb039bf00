"""A draft that has the number, or the name, of something that stands beside what it names."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from tests.assistant.shelves import MemoryShelf

LANYI = """岚漪县2023年法治政府建设情况报告
一、主要工作
(一)督导。县农业农村局局长、党组书记;县文化馆主任柯叙白主持编写普法剧本3部。全年举办学法讲堂40余次,夜校培训近260人次。全县持有有效行政执法证件人员1586人。
(二)荣誉。“云上问诊”项目获评全省普法创新案例二等奖。“轻骑兵”执法队获评宕渠市柔性执法优秀案例,县图书馆成为全省普法阅读点。建成省级以上民主法治村17个。栾树镇入选第三批全省法治创建优秀样本。
(三)办案。收到行政复议申请136件,受理119件。全县办理行政处罚案件731件,罚没款合计387.5万元,其中医疗卫生案件244件、罚没款121.6万元。为受援人挽回经济损失482.7万元。
交办的41件积案化解36件。调解各类纠纷2347件,成功2216件。抽查任务完成率93.4%。
(四)会商。县委常委会会议、县政府常务会议全年分别研究法治议题12项、25项。调处中心受理诉求543件,办理成功498件。
(五)顾问。法律顾问团出具书面意见37份,参与谈判12次。
(六)审查。出具书面合法性审查意见64份。
(七)普法。举办法治夜谈312场,受众4.6万人次。3月至7月开展“护苗”行动,取缔无证摊点57户。全县报告欠薪线索33条,较2022年的48条减少15条。行政诉讼败诉率同比下降2.7个百分点。
岚漪县人民政府
2024年1月9日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(LANYI))


def told(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,岚漪县举办学法讲堂不到40次。", ("不到40次", "contradicted", "40余次")),
        ("2023年,岚漪县夜校培训260余人次。", ("260余人次", "contradicted", "近260人次")),
        (
            "2023年,岚漪县“云上问诊”项目摘得全国普法创新案例二等奖。",
            ("全国", "contradicted", "全省"),
        ),
        ("2023年,岚漪县文化馆主任柯叙白主持编写普法剧本3部。", ("柯叙白", "supported", None)),
    ],
)
def test_what_is_told_beside_the_report(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,岚漪县委常委会会议研究法治议题25项。", ("25项", "different_scope", "12项")),
        ("2023年,岚漪县受理行政复议申请136件。", ("136件", "different_scope", "119件")),
        (
            "2023年,岚漪县医疗卫生案件罚没款387.5万元。",
            ("387.5万元", "different_scope", "121.6万元"),
        ),
        ("2023年,岚漪县法律顾问团出具书面意见64份。", ("64份", "different_scope", "37份")),
        ("2023年,岚漪县化解积案41件。", ("41件", "different_scope", "36件")),
        ("2023年,岚漪县成功调解纠纷2347件。", ("2347件", "different_scope", "2216件")),
        ("2023年,岚漪县合同审查避免经济损失900万元。", ("900万元", "not_found", None)),
        (
            "2023年,岚漪县“轻骑兵”执法队拿下全省柔性执法优秀案例。",
            ("全省", "contradicted", "宕渠市"),
        ),
        (
            "2023年,岚漪县全国民主法治示范村已有17个。",
            ("17个", "different_scope", None),
        ),
    ],
)
def test_the_number_of_what_stands_beside_is_of_another_scope(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,岚漪县受理行政复议申请191件。", ("191件", "contradicted", "119件")),
        ("2023年,岚漪县委常委会会议研究法治议题21项。", ("21项", "contradicted", "12项")),
        ("2023年,岚漪县化解积案36件。", ("36件", "supported", None)),
        ("2023年,岚漪县交办积案41件。", ("41件", "supported", None)),
        ("2023年,岚漪县调解纠纷2347件。", ("2347件", "supported", None)),
    ],
)
def test_a_number_that_stands_nowhere_beside_is_wrong(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2023年,岚漪县举办法治夜谈300余场,四万六千人次坐进礼堂。",
            ("四万六千人次", "supported", None),
        ),
        (
            "2023年,岚漪县举办法治夜谈300余场,申领公积金四万六千人次。",
            ("四万六千人次", "not_found", None),
        ),
        (
            "2023年3月至7月,岚漪县开展“护苗”行动,取缔无证摊点57户。",
            ("3月至7月", "supported", None),
        ),
        (
            "2023年4月至9月,岚漪县开展“护苗”行动,取缔无证摊点57户。",
            ("4月至9月", "contradicted", "3月至7月"),
        ),
        (
            "2022年,岚漪县报告欠薪线索48条;一年之后降到33条。",
            ("33条", "supported", None),
        ),
        (
            "2023年,岚漪县立案不少。行政诉讼败诉率呢?同比上升2.7个百分点。",
            ("上升2.7个百分点", "contradicted", "下降2.7个百分点"),
        ),
    ],
)
def test_what_is_told_by_its_place_its_time_or_the_question_before(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


def test_the_batch_before_a_level_is_no_part_of_it(checker: Checker) -> None:
    found = told(checker, "2023年,岚漪县栾树镇入选全省法治创建优秀样本。")
    assert "contradicted" not in [verdict for _, verdict, _ in found]


def test_the_nation_in_the_name_of_an_honour_is_not_gainsaid_by_the_level_of_a_sum(
    checker: Checker,
) -> None:
    found = told(checker, "2023年,岚漪县“全国民主法治示范村”累计有17个。")
    assert "contradicted" not in [verdict for _, verdict, _ in found]
