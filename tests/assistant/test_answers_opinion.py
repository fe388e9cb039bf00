"""Opinions and forecasts are refused; what was planned or looked into is not."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Reason, Refusal
from tests.assistant.shelves import YUNXI_2022, MemoryShelf


@pytest.mark.parametrize(
    "question",
    [
        "你觉得云溪县的法治政府建设搞得怎么样",
        "预测一下云溪县明年受理的行政复议案件会不会超过20件",
        "云溪县明年会有多少件行政复议案件",
        "云溪县和青岚市哪个地方的工作做得更好",
    ],
)
def test_what_nobody_reported(question: str) -> None:
    reply = Asker(MemoryShelf(YUNXI_2022)).ask(question)
    assert isinstance(reply, Refusal)
    assert reply.reason in (Reason.OFF_TOPIC, Reason.PLACE_ABSENT)


def test_a_plan_is_no_forecast() -> None:
    reply = Asker(MemoryShelf(YUNXI_2022)).ask("2023年打算培训多少人次乡镇执法人员")
    assert isinstance(reply, Answer)
