"""How speakers say it: another time's rank, two places, a quoted team, all cases won, 千万条."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.words import acts_in
from tests.assistant.shelves import MemoryShelf

QINGWU = """青芜市交通运输局2023年法治政府建设情况报告
一、主要工作
(一)统筹。局党组书记邵砚宁主持学法7次。在全省26个市(区)法治评估中列第9位,前移4位,2022年为第13位。
(二)执法。查处超限运输车辆834辆,比上年减少57辆。收到政府信息公开申请73件(上年59件)。出台首违免罚清单,列入事项34项,全年免罚215件。拆除违法建设92处、3.47万平方米。行政诉讼案件17件,均胜诉。
(三)基层。全市有司法所68个、专职司法助理员143名,调解案件2914件。与相邻的荻川、菱浦两市签订协议。还与梅坞街道、桑洲街道联合巡查26次。聘请老支书、老教师组成的“板凳”调解队队员39人。《青芜市公路条例》自2023年3月1日起施行,是全市首部交通法规。
(四)信访。受理信访事项1265件,按期办结率98.6%,初次信访化解率91.7%。复议案件31件,败诉2件。
青芜市交通运输局
2024年1月16日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(QINGWU))


def told(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,青芜市全省法治评估列第4位,位次前移9位。", ("9位", "contradicted", "4位")),
        (
            "2023年,青芜市查处超限运输车辆834辆,比上年增加57辆。",
            ("增加57辆", "contradicted", "减少57辆"),
        ),
        ("2023年,扎根一线的专职司法助理员有68名。", ("68名", "contradicted", "143名")),
        (
            "2023年,青芜市接到信访1265件,按期办结的占91.7%,初次化解率98.6%。",
            ("91.7%", "contradicted", "98.6%"),
        ),
        ("2023年,青芜市与荻川、葵山两市签订协议。", ("葵山", "contradicted", "菱浦")),
        ("2023年,青芜市“板凳”调解队队员36人。", ("36人", "contradicted", "39人")),
        (
            "《青芜市公路条例》自2024年3月1日起施行,是全市首部交通法规。",
            ("2024年3月1日", "contradicted", "2023年3月1日"),
        ),
        ("2023年,青芜市复议案件31件,件件胜诉。", ("件件胜诉", "contradicted", "败诉2件")),
    ],
)
def test_what_is_wrong_is_put_right(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,青芜市在全省法治评估中列第13位。", ("第13位", "different_scope", None)),
        ("2022年,青芜市收到政府信息公开申请73件。", ("73件", "different_scope", None)),
    ],
)
def test_what_is_so_of_another_year_is_of_another_scope(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found[:2] in [one[:2] for one in told(checker, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,青芜市全省法治评估列第9位,位次前移4位。", ("4位", "supported", None)),
        ("2023年,青芜市书记邵砚宁主持学法7次。", ("邵砚宁", "supported", None)),
        (
            "2023年,群众向青芜市交通运输局申请公开政府信息73件。",
            ("73件", "supported", None),
        ),
        ("2023年,青芜市首违免罚清单列入34项。", ("34项", "supported", None)),
        ("2023年,青芜市拆违92处,面积近3.5万平方米。", ("92处", "supported", None)),
        ("2023年,青芜市行政诉讼案件17件,件件胜诉。", ("件件胜诉", "supported", None)),
        ("2023年,青芜市行政诉讼案件17件,无一败诉。", ("17件", "supported", None)),
        ("2023年,青芜市与菱浦、荻川两市签订协议。", ("菱浦、荻川", "supported", None)),
        (
            "2023年,青芜市与桑洲街道、梅坞街道联合巡查26次。",
            ("桑洲街道、梅坞街道", "supported", None),
        ),
        ("2023年,青芜市“板凳”调解队39人走街串巷。", ("39人", "supported", None)),
        (
            "《青芜市公路条例》自2024年3月1日起施行,是全市首部交通法规。",
            ("全市首部", "supported", None),
        ),
    ],
)
def test_what_is_so_is_borne_out(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)


def test_a_number_that_nobody_counts_is_no_claim(checker: Checker) -> None:
    assert {verdict for _, verdict, _ in told(checker, "幸福千万条,平安第一条。")} == {
        "not_checkable"
    }


def test_a_rank_before_a_rise_that_the_draft_tells_itself_is_of_no_other_year(
    checker: Checker,
) -> None:
    text = "2023年,青芜市法治评估由第13位升至第9位,查处超限运输车辆834辆。"
    assert {verdict for _, verdict, _ in told(checker, text)} == {"supported"}


@pytest.mark.parametrize("words", ["道路运输企业", "输送人才", "输入电量"])
def test_transport_is_no_lost_case(words: str) -> None:
    assert "败诉" not in acts_in(words)


def test_a_lost_case_is_one() -> None:
    assert "败诉" in acts_in("官司输了")


LINHE = """霖河县2023年法治政府建设情况报告
一、主要工作
(一)考评。在澄浦市对8个县(市、区)的依法行政考核中,我县名列第三,由上年的第六名跃升至第三名。
(二)服务。新建湖区流动服务船2艘,上船咨询480人次。主动公开信息2764条。
(三)办案。受理仲裁案件812件,结案率96.5%,上年分别为774件、94.2%。收到建议64条,上年51条。
霖河县人民政府
2024年1月12日
"""


@pytest.fixture(scope="module")
def linhe() -> Checker:
    return Checker(MemoryShelf(LINHE))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2023年,霖河县主动公开信息2764条。在澄浦市对8个县(市、区)的依法行政考核中,我县名列第三。",
            ("第三", "supported", None),
        ),
        (
            "2023年,霖河县新建湖区流动服务船2艘,上船咨询480人次。",
            ("480人次", "supported", None),
        ),
        (
            "2023年,霖河县受理仲裁案件812件,结案率96.5%,上年分别为774件、94.2%。",
            ("94.2%", "supported", None),
        ),
        (
            "2023年,霖河县收到建议64条,上年51条。",
            ("51条", "supported", None),
        ),
    ],
)
def test_a_judging_city_a_building_verb_and_the_year_before_leave_the_scope_alone(
    linhe: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(linhe, text)


def test_the_rank_of_the_year_before_a_rise_is_borne_out() -> None:
    report = """霖河县2023年法治政府建设情况报告
一、主要工作
在全市依法行政考核中得分94.6分,由上年的第六名跃升至第三名。
霖河县人民政府
2024年1月12日
"""
    assert ("第六名", "supported", None) in told(Checker(MemoryShelf(report)), report)
