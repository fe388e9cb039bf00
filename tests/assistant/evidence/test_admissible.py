"""What a figure cannot answer at all: results for wholes, committees for cases."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf

SHELF = MemoryShelf(
    "云溪县2023年法治政府建设情况报告\n一、主要工作\n"
    "(一)化解矛盾纠纷。人民调解案件调解成功2596件。共有人民调解委员会303个。\n",
    near=0.95,
)


@pytest.mark.parametrize(
    "question",
    ["办理了多少件人民调解案件", "人民调解案件数是多少"],
)
def test_what_came_of_a_matter_is_not_how_much_of_it_there_was(question: str) -> None:
    assert isinstance(Asker(SHELF).ask(question), Refusal)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("人民调解案件调解成功多少件", "2596件"),
        ("人民调解委员会有多少个", "303个"),
    ],
)
def test_what_is_asked_for_is_told(question: str, wanted: str) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer)
    assert wanted in reply.statements[0].text


def test_officials_of_one_kind_are_not_those_of_another() -> None:
    shelf = MemoryShelf(
        "云溪县2023年法治政府建设情况报告\n一、主要工作\n(一)队伍。行政执法人员培训510人次。\n",
        near=0.95,
    )
    assert isinstance(Asker(shelf).ask("开展公职人员法治培训多少人次"), Refusal)
    assert isinstance(Asker(shelf).ask("开展执法人员培训多少人次"), Answer)
