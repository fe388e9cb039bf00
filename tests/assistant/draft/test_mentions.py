"""What a draft says beside its numbers: lists, doers, names, prizes, days, flourishes."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.mentions import lists_in, mentions_in
from assistant.draft.slogans import flourishes
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

LIUYAN = """柳砚县2023年法治政府建设情况报告
一、主要工作
(一)执法。由县水利局牵头,开展“碧波”护河行动,收缴网具2.6吨。城管、交通运输、应急管理三个部门的处罚案件分别为310件、206件和55件。
(二)服务。梳理高频政务服务事项126项。开展“碧波”禁渔行动,出动执法人员1400人次。成立行业性调解组织9个,其中知识产权调解委员会办理案件172件。从退休法官、企业主中选聘观察员35名。以我局为被申请人的行政复议案件19件。整合律师、公证、仲裁、人民调解等四类资源,建成公共法律服务站12个。办结省信访局交办的疑难案件17件。与邻江县共同打造柳江法治文化长廊,成立“柳江”联合宣讲团。
(三)宣传。短视频《一张罚单的来历》点击量突破60万次,获全市法治微视频大赛一等奖。全国首张“一业一证”许可证在柳砚发出。石桥乡司法所获评全省模范司法所。县长林知行同志主持法治专题学习4次。5月16日,县综合执法大队挂牌成立。每月10日举办“企业接待日”,收到诉求96条。《柳砚县农村道路管护办法》经县政府常务会议通过,自2023年8月1日起施行。
附件:文件目录
1.柳砚县渡口安全管理细则(柳政规〔2023〕2号)
2.柳砚县公章管理办法细则(柳政规〔2023〕5号)
柳砚县人民政府
2024年1月20日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(LIUYAN, YUNXI_2022))


def told(checker: Checker, text: str) -> dict[str, tuple[str, str | None]]:
    found = checker.check(f"2023年,柳砚县{text}。")
    return {one.claim.text: (one.verdict.value, one.correction) for one in found}


@pytest.mark.parametrize(
    ("text", "claim", "verdict", "correction"),
    [
        # One item of a list is another one; a list with the same items is borne out.
        ("整合律师、公证、鉴定、人民调解等四类资源", "鉴定", "contradicted", "仲裁"),
        (
            "城管、交通运输、生态环境三个部门的处罚案件分别为310件、206件和55件",
            "生态环境",
            "contradicted",
            "应急管理",
        ),
        # Another doer in the same turn of phrase.
        ("“碧波”护河行动由县林业局牵头,收缴网具2.6吨", "县林业局", "contradicted", "县水利局"),
        ("“碧波”护河行动由县水利局牵头,收缴网具2.6吨", "县水利局", "supported", None),
        ("办结市信访局交办的疑难案件17件", "市信访局", "contradicted", "省信访局"),
        # Names, each beside what it is of.
        ("石桥乡司法所获评全省模范司法所", "柳砚县石桥乡司法所", "supported", None),
        ("县司法局获一等奖,石桥乡司法所获评全省模范司法所", "石桥乡司法所", "supported", None),
        ("成立“柳江”联合宣讲团", "“柳江”联合宣讲团", "supported", None),
        ("县长林知行带头学法,全年主持法治专题学习4次", "林知行", "supported", None),
        ("荣获“最美法治县城”称号,法治文化长廊建成", "“最美法治县城”", "not_found", None),
        # Prizes, firsts and days.
        (
            "制作的短视频《一张罚单的来历》获全市法治微视频大赛二等奖",
            "二等奖",
            "contradicted",
            "一等奖",
        ),
        ("全省首张“一业一证”许可证在柳砚发出", "全省首张", "contradicted", "全国首张"),
        ("2023年5月16日,县综合执法大队挂牌成立", "2023年5月16日", "supported", None),
        (
            "每月10日举办“企业接待日”,收到诉求96条",
            "柳砚县每月10日举办“企业接待日”",
            "supported",
            None,
        ),
        (
            "制定的《柳砚县农村道路管护办法》自2023年9月1日起施行",
            "2023年9月1日",
            "contradicted",
            "2023年8月1日",
        ),
        # A document listed without marks, and the number that it bears.
        ("制发《柳砚县渡口安全管理细则》", "《柳砚县渡口安全管理细则》", "supported", None),
        (
            "制发的《柳砚县渡口安全管理细则》,文号是柳政规〔2023〕5号",
            "柳政规〔2023〕5号",
            "contradicted",
            "柳政规〔2023〕2号",
        ),
        # A stretch that only strikes an attitude.
        (
            "建成公共法律服务站12个,让服务既有速度又有温度",
            "让服务既有速度又有温度",
            "not_checkable",
            None,
        ),
    ],
)
def test_what_stands_beside_the_numbers_is_read(
    checker: Checker, text: str, claim: str, verdict: str, correction: str | None
) -> None:
    assert told(checker, text)[claim] == (verdict, correction)


@pytest.mark.parametrize(
    "text",
    [
        # A list in other words, an office of another matter, a nickname: no claims by themselves.
        "发动网格员、楼栋长、志愿者、老党员参与治理,建成公共法律服务站12个",
        "由县林业局牵头,开展松林防火演练,建成公共法律服务站12个",
        "请来“法律明星”坐诊,建成公共法律服务站12个",
    ],
)
def test_what_the_reports_do_not_speak_of_is_left_alone(checker: Checker, text: str) -> None:
    assert told(checker, text) == {"12个": ("supported", None)}


def test_a_sentence_with_another_doer_is_not_borne_out_as_a_whole(checker: Checker) -> None:
    found = told(checker, "与远江县共同打造柳江法治文化长廊")
    assert "supported" not in {verdict for verdict, _ in found.values()}


def test_a_list_ends_before_what_sums_it_up() -> None:
    text = "整合律师、公证、仲裁等三类资源"
    assert [span.of(text) for span in lists_in(text)] == ["整合律师、公证、仲裁"]
    assert lists_in("律师、公证") == []


def test_fish_that_was_caught_is_no_honour() -> None:
    assert mentions_in("查获非法捕捞渔获物236.5公斤,群众获得感增强") == []


def test_a_stretch_with_a_number_is_no_flourish() -> None:
    assert flourishes("让5000名群众受益,让群众少跑腿") != flourishes("让群众少跑腿")
    assert [span.start for span in flourishes("让5000名群众受益,让群众少跑腿")] == [11]


def test_an_address_does_not_hide_what_is_said_to_those_addressed(checker: Checker) -> None:
    (finding,) = checker.check("同志们,矛盾不上交、平安不出事,是我们对群众的承诺。")
    assert finding.verdict.value == "not_checkable"
    assert checker.check("同志们,大家好!") == []


@pytest.mark.parametrize(
    ("text", "claim", "verdict"),
    [
        ("全部政务服务事项共有126项", "126项", "different_scope"),
        ("高频政务服务事项有126项", "126项", "supported"),
        ("各领域执法全年总共出动执法人员1400人次", "1400人次", "different_scope"),
        ("“碧波”禁渔行动出动执法人员1400人次", "1400人次", "supported"),
        ("行业性调解组织办理案件总数为172件", "172件", "different_scope"),
        ("全县各部门的行政复议案件合计19件", "19件", "different_scope"),
        ("选聘的观察员共53名", "53名", "contradicted"),
    ],
)
def test_a_part_does_not_stand_for_the_whole(
    checker: Checker, text: str, claim: str, verdict: str
) -> None:
    assert told(checker, text)[claim][0] == verdict


def test_a_day_below_a_draft_gainsays_no_other_day(checker: Checker) -> None:
    found = checker.check("2023年,柳砚县2024年3月12日")
    assert "contradicted" not in {one.verdict.value for one in found}
