"""Questions over several reports, in words that say more than their matter (跨表问法)."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, body: str, plans: str = "") -> str:
    ahead = f"二、下一年度工作安排\n(一){plans}\n" if plans else ""
    title = f"{place}{year}年法治政府建设情况报告"
    return f"{title}\n一、主要工作\n(一)化解矛盾纠纷。{body}\n{ahead}"


_AIM = "2023年行政机关负责人出庭率力争达到95%以上。"
_SITES = "2023年公共法律服务站点增至20个。"
SHELF = MemoryShelf(
    _report("云溪县", 2021, "全年受理行政复议案件29件。作出行政处罚近2100件。"),
    _report(
        "云溪县", 2022, "全年受理行政复议案件37件。作出行政处罚1985件。", f"{_AIM}\n(二){_SITES}"
    ),
    _report(
        "云溪县", 2023,
        "全年受理行政复议案件30件。行政机关负责人出庭率94.2%。建成公共法律服务站点18个,"
        "其中县级中心1个、乡镇站5个、村(社区)室12个。",
    ),
    _report("霖川县", 2023, "全年受理行政复议案件52件。行政机关负责人出庭率100%。"),
    _report("砚湖县", 2023, "全年受理行政复议案件18件。办理人大代表建议52件、政协提案61件。"),
)  # fmt: skip


def _said(question: str) -> str:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    return "\n".join((*(s.text for s in reply.statements), *reply.notes))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年三个地方受理的行政复议案件加总,给我一个总数", ["100件"]),
        ("2023年行政复议受理件数前两名是哪两个县", ["霖川县52件、云溪县30件"]),
        ("云溪县复议,21年到23年受理数差多少件", ["增加1件"]),
        ("请测算云溪县2022年行政复议受理量较2021年增长百分之几", ["27.6%"]),
        ("云溪县行政复议受理得越来越多了吗?2023年受理的比2021年多了多少件", ["增加1件"]),
        ("云溪县2021—2023年哪一年受理的行政复议案件最多?", ["最多的是2022年:37件"]),
        ("云溪县受理的行政复议案件最少的是哪年", ["最少的是2021年:29件"]),
        ("2023年云溪县和霖川县的复议受理件数、负责人出庭率分别是多少?",
         ["30件", "52件", "94.2%", "100%"]),
        ("云溪县上一年给2023年定的负责人出庭率目标是多少,实际完成了没有?",
         ["95%以上", "94.2%", "未达到目标"]),
        ("云溪县公共法律服务站点2023年原计划建到多少个,实际多少个,差几个?",
         ["20个", "18个", "= 2个"]),
        ("云溪县2023年公共法律服务站点中,村一级的占比", ["66.7%"]),
        ("砚湖县2023年人大建议加政协提案,一共办了多少件", ["113件"]),
        ("2023年负责人出庭率,把报了数的县由高到低列一遍", ["霖川县100%、云溪县94.2%"]),
        ("2023年哪些县报了负责人出庭率,各多少?", ["云溪县94.2%", "霖川县100%", "砚湖县"]),
        ("云溪县哪一年的报告没有写行政机关负责人出庭率?", ["云溪县2021年、云溪县2022年"]),
        ("云溪县哪份年度报告里查不到出庭率", ["云溪县2021年、云溪县2022年"]),
        ("2023年的报告哪个没提出庭率多少?", ["砚湖县"]),
        ("汇总:2023年三地受理的行政复议案件总数", ["100件"]),
        ("2023年三地受理的行政复议案件,霖川县一家占了百分之多少", ["52.0%"]),
        ("2023年行政复议案件,云溪县比霖川县少收了多少件", ["22件"]),
        ("云溪县2022年比2021年多受理了多少件行政复议案件", ["增加8件"]),
        ("云溪县2022年作出的行政处罚跟2021年比,大概少了多少?", ["近2100件", "1985件"]),
    ],
)  # fmt: skip
def test_words_around_the_matter_do_not_hide_it(question: str, wanted: list[str]) -> None:
    text = _said(question)
    for words in wanted:
        assert words in text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("云溪县2022年作出的处罚比2021年究竟少了几件?我要精确数。", "115"),
        ("2023年三个县的负责人出庭率平均是多少?", "97.1"),
        ("把四个地方2023年受理的行政复议案件加总", "100件"),
        ("你判断哪个县明年最有把握完成目标?", "95%"),
    ],
)
def test_what_cannot_be_said_of_all_is_not_said_of_some(question: str, never: str) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Refusal), reply
    assert never not in reply.text


@pytest.mark.parametrize(
    ("question", "wanted", "never"),
    [
        ("云溪县三年来受理的行政复议案件一共增加了几件", "增加1件", "96件"),
        ("砚湖县2023年办理人大代表建议和政协提案共多少件", "113件", "不存在"),
        ("三个县2023年行政复议受理量谁最低", "砚湖县", "不存在"),
    ],
)
def test_a_change_is_no_sum_and_a_row_no_single_number(
    question: str, wanted: str, never: str
) -> None:
    text = _said(question)
    assert wanted in text
    assert never not in text
