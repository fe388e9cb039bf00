"""Named places of which one is silent, and numbers shown so that an order can be checked."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(place: str, body: str, year: int = 2023) -> str:
    return f"{place}{year}年法治政府建设情况报告\n一、主要工作\n(一)化解纠纷。{body}\n"


SHELF = MemoryShelf(
    _report("云溪县", "制定规范性文件9件。", 2021),
    _report("云溪县", "印发规范性文件6件。", 2022),
    _report("云溪县", "出台规范性文件4件。人民调解成功率97%。受理信访事项300件。"),
    _report("霖川县", "人民调解成功率98%。受理信访事项200件。"),
    _report("砚湖县", "人民调解成功率95%。公共法律服务站点20个。"),
)


def _ask(question: str) -> Answer:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    return reply


@pytest.mark.parametrize(
    "question",
    [
        "2023年受理的信访事项,云溪、霖川、砚湖三个县谁最少",
        "2023年受理的信访事项,云溪县、霖川县、砚湖县三家里排第二的是谁",
        "云溪县、霖川县和砚湖县2023年谁受理的信访事项多",
    ],
)
def test_nobody_is_first_or_last_while_a_named_one_is_silent(question: str) -> None:
    text = answer_text(_ask(question))
    assert "300件" in text
    assert "200件" in text
    assert "(未载):砚湖县" in text
    assert "最" not in text
    assert "第二" not in text


def test_an_order_of_all_says_that_it_is_of_those_who_tell() -> None:
    text = answer_text(_ask("2023年哪个县受理的信访事项最多"))
    assert "已写明的受理的信访事项最多的是云溪县:300件" in text


def test_every_number_of_a_short_order_is_cited() -> None:
    answer = _ask("2023年人民调解成功率前两名是哪两个县?(云溪县、霖川县、砚湖县)")
    quotes = "".join(citation.quote for citation in answer.citations)
    assert all(rate in quotes for rate in ("98%", "97%", "95%"))


@pytest.mark.parametrize(
    "question",
    [
        "云溪县规范性文件是越发越少了吗?2021到2023年各发了几件",
        "云溪县2021年到2023年的规范性文件是个什么势头",
        "云溪县2021、2022、2023年发的规范性文件各多少件",
    ],
)
def test_every_year_is_told(question: str) -> None:
    text = answer_text(_ask(question))
    assert all(number in text for number in ("9件", "6件", "4件"))
