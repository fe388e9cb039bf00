"""A place's share in the place above it: the part over the whole, whichever is named first."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(place: str, body: str) -> str:
    return f"{place}2023年法治政府建设情况报告\n一、主要工作\n(一)推进各项工作。{body}\n"


SHELF = MemoryShelf(
    _report("青岚市", "全市办理法律援助案件1000件。审结行政复议案件400件,作出行政处罚8000件。"),
    _report("云溪县", "全县办理法律援助案件120件。审结行政复议案件50件。"),
    _report("霖川县", "全县办理法律援助案件80件。"),
)


@pytest.mark.parametrize(
    "question",
    [
        "云溪县2023年办理的法律援助案件占青岚市的百分之几",
        "云溪县2023年的法律援助案件在青岚市总量里占多大比重",
        "2023年全市的法律援助案件里,云溪县办的占多少",
        "2023年青岚市办理的法律援助案件,云溪县占几成",
        "2023年青岚市的法律援助案件有百分之几是云溪县办的",
        "云溪县2023年的法律援助案件是全市的百分之几",
        "2023年云溪县法律援助案件占全市法律援助案件的比例",
        "2023年全市法律援助案件中云溪县贡献了多大份额",
    ],
)
def test_the_part_is_set_over_the_whole(question: str) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    text = answer_text(reply)
    assert "120件 ÷ 1000件 = 12.0%" in text
    assert len(reply.citations) == 2


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年云溪县、霖川县的法律援助案件加起来在全市占多大比重", ["= 20.0%"]),
        ("2023年云溪县、霖川县占全市法律援助案件的比重各是多少", ["= 12.0%", "= 8.0%"]),
    ],
)
def test_several_parts_together_or_each(question: str, wanted: list[str]) -> None:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    for words in wanted:
        assert words in answer_text(reply)


def test_a_part_that_is_not_stated_is_no_zero() -> None:
    reply = Asker(SHELF).ask("2023年青岚市审结的行政复议案件,霖川县占百分之几")
    assert isinstance(reply, Refusal)
    assert "霖川县2023年" in reply.text


def test_another_matter_within_the_whole_is_no_share_of_the_place() -> None:
    reply = Asker(SHELF).ask("2023年云溪县的法律援助案件占全市行政处罚的比重")
    assert isinstance(reply, Refusal) or "1.5%" not in answer_text(reply)


def test_a_growth_is_no_share() -> None:
    shelf = MemoryShelf(_report("云溪县", "办理法律援助案件120件,同比增长14%。"))
    reply = Asker(shelf).ask("云溪县2023年的法律援助案件占几成")
    assert isinstance(reply, Refusal) or "14%" not in answer_text(reply)
