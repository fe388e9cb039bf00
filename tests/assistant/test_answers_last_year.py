"""The year before, reckoned back where that is asked for, with the year named either way."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer
from tests.assistant.shelves import MemoryShelf

REPORT = (
    "云溪县人民政府关于2022年度法治政府建设情况的报告\n一、复议\n"
    "收到行政复议申请96件,比2021年增加21件。办理法律援助案件50件,比2021年增加10件。\n"
)


@pytest.mark.parametrize(
    "question",
    [
        "按2022年报告推算,云溪县2021年收到行政复议申请多少件?",
        "倒推上年云溪县收到行政复议申请多少件?",
    ],
)
def test_reckoned_back(question: str) -> None:
    reply = Asker(MemoryShelf(REPORT)).ask(question)
    assert isinstance(reply, Answer)
    assert "96件 − 21件 = 75件" in reply.statements[0].text
