"""Places that are counted and not named (三个县区): their share, their mean, a place among them."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, body: str) -> str:
    return f"{place}{year}年法治政府建设情况报告\n一、主要工作\n(一)化解纠纷。{body}\n"


SHELF = MemoryShelf(
    _report("朔榕市", 2022, "全市办理法律援助案件900件。"),
    _report("朔榕市", 2023, "全市办理法律援助案件1000件。行政机关负责人出庭应诉率96%。"),
    _report("云溪县", 2022, "办理法律援助案件120件。罚没款480万元。"),
    _report("云溪县", 2023, "办理法律援助案件150件。行政机关负责人出庭应诉率98%。"),
    _report("霖川区", 2023, "办理法律援助案件250件。"),
    _report("砚湖县", 2023, "办理法律援助案件100件。罚没款300万元。"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年三个县区办理的法律援助案件加起来占全市的百分之几",
         ["(150件 + 100件 + 250件) ÷ 1000件 = 50.0%"]),
        ("2023年三个县区办理的法律援助案件合计占全市办理量的多少", ["50.0%"]),
        ("2023年三个县区的法律援助案件各占全市的百分之几", ["15.0%", "25.0%", "10.0%"]),
        ("云溪县2023年法律援助案件占三个县区总数的百分之几", ["30.0%"]),
        ("2023年平均每个县区办理多少件法律援助案件", ["÷ 3"]),
        ("2023年法律援助案件高于三个县区平均数的是谁", ["高于平均数的是:霖川区250件"]),
        ("2023年霖川区法律援助案件数在三个县区中排第几", ["第一"]),
        ("哪些地方的报告写到了罚没款", ["云溪县2022年480万元", "砚湖县2023年300万元"]),
        ("朔榕市年均办理多少件法律援助案件", ["(900件 + 1000件) ÷ 2 = 950件"]),
        ("云溪县2023年法律援助案件数量增长了百分之几", ["25.0%"]),
        ("云溪县法律援助案件是上升还是下降", ["2022年120件、2023年150件"]),
        ("2023年哪个地方的报告没有写出庭应诉率", ["出庭应诉率的(未载)", "霖川区"]),
    ],
)  # fmt: skip
def test_counted_places(question: str, wanted: list[str]) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    told = "\n".join(statement.text for statement in reply.statements)
    assert [one for one in wanted if one not in told] == [], told
