"""Orders, limits and shares over several reports, and the numbers that are of a narrower matter."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, body: str, aims: str = "") -> str:
    ahead = f"二、{year + 1}年工作安排\n(一)主要预期目标。{aims}\n" if aims else ""
    return f"{place}{year}年政府工作报告\n一、{year}年工作回顾\n(一)总体情况。{body}\n{ahead}"


SHELF = MemoryShelf(
    _report(
        "云溪县", 2022, "全年评查案卷120卷,其中优秀案卷90卷。受理行政复议案件40件,审结36件。"
    ),
    _report(
        "云溪县", 2023,
        "地区生产总值增长5.2%。规模以上民营工业增加值增长12.5%。规上工业增加值增长6.1%。"
        "进出口总额增长9.4%。城镇新增就业3200人。全年评查案卷150卷,其中优秀案卷120卷。"
        "受理行政复议案件50件,审结45件。青石港完成货物吞吐量210万吨。",
        "地区生产总值增长5%左右。城镇调查失业率5.5%左右。",
    ),
    _report(
        "霖川县", 2023,
        "地区生产总值增长6.3%。规模以上工业增加值增长7.7%。进出口总额增长3.1%。"
        "城镇新增就业2100人。全年评查案卷80卷,其中优秀案卷72卷。受理行政复议案件20件,审结19件。"
        "砚山港完成货物吞吐量90万吨。",
        "地区生产总值增长7%以上。城镇调查失业率5.5%左右。",
    ),
    _report(
        "砚湖县", 2023,
        "全县经济增长4.1%。跨境电商进出口增长180%。粮食播种面积41万亩、产量16.5万吨。",
        "经济增长5%左右。海洋生产总值占地区生产总值比重9%以上。城镇调查失业率5.8%左右。",
    ),
)  # fmt: skip


def _said(question: str) -> str:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    return "\n".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年经济增速超过5%的有哪些地方", ["云溪县5.2%", "霖川县6.3%", "不符合的:砚湖县4.1%"]),
        ("2024年GDP增长目标哪个县定得最高,哪个定得最低?",
         ["霖川县:7%以上", "砚湖县、云溪县:5%左右"]),
        ("2024年经济增长预期目标定在5%左右的有哪几家?", ["云溪县5%左右、砚湖县5%左右"]),
        ("2024年城镇调查失业率目标不是5.5%左右的有谁?", ["有1个:砚湖县5.8%左右"]),
        ("2023年地区生产总值增幅前两名", ["霖川县6.3%、云溪县5.2%"]),
        ("2023年规上工业增加值增速排名,没有数据的也请标明",
         ["霖川县7.7%、云溪县6.1%", "未载):砚湖县"]),
        ("云溪县和霖川县2023年规模以上工业增加值谁增长快,快多少?", ["6.1%", "7.7%", "1.6个百分点"]),
        ("2023年城镇新增就业哪里最少?各多少人", ["最少的是霖川县", "云溪县3200人"]),
        ("城镇新增就业:云溪县vs霖川县", ["3200人", "2100人", "1100人"]),
        ("云溪县优秀案卷占评查案卷的比例,两年分别是多少", ["= 75.0%", "= 80.0%"]),
        ("2023年三地行政复议的审结率(审结÷受理),哪里最高",
         ["= 90.0%", "= 95.0%", "最高的是霖川县"]),
        ("云溪县哪几年受理行政复议案件在45件以上?",
         ["云溪县2023年50件", "不符合的:云溪县2022年40件"]),
        ("云溪县行政复议受理数2022年以来是升是降", ["40件", "50件", "逐年上升"]),
        ("云溪、霖川2023年共受理行政复议案件多少件", ["50件 + 20件 = 70件"]),
        ("青石港和砚山港货物吞吐量差多少万吨?", ["210万吨", "90万吨", "120万吨"]),
        ("2023年城镇新增就业,云溪县跟砚湖县比怎么样?", ["3200人", "未载):砚湖县"]),
        ("2023年哪个地方没有城镇新增就业的数字?", ["未载):砚湖县"]),
    ],
)  # fmt: skip
def test_orders_limits_and_shares(question: str, wanted: list[str]) -> None:
    text = _said(question)
    for words in wanted:
        assert words in text, text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("2023年进出口增速前两名是谁", "180%"),
        ("2023年规模以上工业增加值增速最高的是哪个县", "12.5%"),
        ("2024年GDP增长目标最高的是哪个县", "9%"),
        ("砚湖县粮食产量多少", "41万亩"),
        ("2023年城镇新增就业,云溪县比砚湖县多多少人?", "3200人 −"),
        ("青石港和乌石港货物吞吐量差多少万吨?", "120万吨"),
    ],
)
def test_a_narrower_matter_gives_no_number(question: str, never: str) -> None:
    reply = Asker(SHELF).ask(question)
    said = reply.text if isinstance(reply, Refusal) else "".join(s.text for s in reply.statements)
    assert never not in said
