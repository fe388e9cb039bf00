"""Numbers laid at another's door: another office, or another place to which something is given."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from assistant.draft.doers import Office, offices_in
from tests.assistant.shelves import MemoryShelf

QIYAN = """栖岩县2023年法治政府建设情况报告
一、主要工作
(一)放权。向鹤浦开发区下放县级管理权限57项,取消证明材料34项。
(二)执法。农业农村部门查办种子案件218起,移送公安机关13起;自然资源部门立案163件,罚款905.4万元。县司法局审查合同174份。全县办理法律援助案件862件,其中农民工案件306件,为受援人挽回损失1743万元。
(三)监督。办理人大代表建议143件。收到法院司法建议6件。
栖岩县人民政府
2024年1月15日
"""
LINSHUI = """栖岩县林业局2023年度法治政府建设工作报告
一、主要做法
开展普法活动42场。会同县公安局查处盗伐林木案件37起。办理县政协提案19件。在全县执法案卷评查中名列第三名。
栖岩县林业局
2024年1月11日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(QIYAN, LINSHUI))


def told(checker: Checker, text: str) -> list[tuple[str, str]]:
    return [(one.claim.text, one.verdict.value) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("2023年,栖岩县水利局办理县政协提案19件。", "19件"),
        ("2023年,栖岩县人民政府办理县政协提案19件。", "19件"),
        ("2023年,市林业局办理县政协提案19件。", "19件"),
        ("2023年,栖岩县自然资源部门向公安机关移送案件13起。", "13起"),
        ("2023年,栖岩县公安局移送种子案件13起。", "13起"),
        ("2023年,栖岩县农业农村局向检察机关移送案件13起。", "13起"),
        ("2023年,栖岩县财政局审查合同174份。", "174份"),
        ("2023年,栖岩县气象局办理人大代表建议143件。", "143件"),
        ("2023年,栖岩县向椿桥镇下放县级管理权限57项。", "57项"),
        ("2023年,栖岩县为农民工挽回损失1743万元。", "1743万元"),
        ("栖岩县水利局2023年度工作总结\n全年开展普法活动42场。", "42场"),
    ],
)
def test_what_another_does_is_of_another_scope(checker: Checker, text: str, claim: str) -> None:
    (finding,) = checker.check(text)
    assert (finding.claim.text, finding.verdict.value) == (claim, "different_scope")
    assert "不是一家" in finding.reason


def test_the_rank_of_another_office_is_not_borne_out(checker: Checker) -> None:
    found = told(checker, "2023年,栖岩县水利局在全县执法案卷评查中名列第三名。")
    assert ("第三名", "supported") not in found


@pytest.mark.parametrize(
    "text",
    [
        "2023年,栖岩县林业局办理县政协提案19件。",
        "2023年,栖岩县林业部门会同公安机关查处盗伐林木案件37起。",
        "2023年,栖岩县查处盗伐林木案件37起。",
        "2023年,栖岩县农业农村局向公安机关移送案件13起。",
        "2023年,栖岩县自规局立案163件。",
        "2023年,栖岩县审查合同174份。",
        "2023年,栖岩县为群众挽回损失1743万元。",
        "2023年,栖岩县为受援的困难群众挽回损失1743万元。",
        "2023年,栖岩县司法局办理法律援助案件862件。",
        "2023年,栖岩县政府审查合同174份。",
        "2023年,栖岩县收到法院发来的司法建议6件。",
        "2023年,栖岩县向鹤浦开发区下放县级管理权限57项。",
        "在栖岩县林业局年度会议上的讲话\n2023年,全年开展普法活动42场。",
    ],
)
def test_the_same_office_by_whatever_name_is_borne_out(checker: Checker, text: str) -> None:
    assert {verdict for _, verdict in told(checker, text)} == {"supported"}


def test_the_part_an_office_has_in_what_is_done() -> None:
    named = offices_in("县水利局会同县公安局、市检察院排查河道,向县法院移送案件")
    assert named.doers == {Office("县", "水利水务")}
    assert named.partners == {Office("县", "公安交通管理"), Office("市", "检察")}
    assert named.told == {Office("县", "法院")}
    assert offices_in("全县案件被市教育局评为优秀").doers == frozenset()
    assert offices_in("县教育局开展检查,全县查处").doers == frozenset()
