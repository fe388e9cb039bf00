"""What came in and what was taken up are two numbers, and never set against each other unasked."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.evidence.received import stage_of
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(place: str, year: int, body: str) -> str:
    return f"{place}{year}年法治政府建设情况报告\n一、主要工作\n(一)化解争议。{body}\n"


SHELF = MemoryShelf(
    _report("云溪县", 2022, "受理行政复议案件40件,办结38件。"),
    _report("云溪县", 2023, "新收行政复议申请70件,其中受理52件,同比增长30%;审结50件。"),
    _report("霖川县", 2023, "收到行政复议申请90件(2022年为80件),受理81件。"),
)


def _text(question: str) -> str:
    reply = Asker(SHELF).ask(question)
    assert isinstance(reply, Answer), reply
    return answer_text(reply)


@pytest.mark.parametrize(
    ("words", "stage"),
    [("新收行政复议申请", "收"), ("依法受理", "受理"), ("不予受理", ""), ("收到并受理", "")],
)
def test_the_stage_that_words_tell(words: str, stage: str) -> None:
    assert stage_of(words) == stage


@pytest.mark.parametrize(
    ("question", "wanted", "never"),
    [
        ("云溪县2023年受理了多少件行政复议?", "52件", "70件"),
        ("云溪县2023年新收了多少件行政复议申请?", "70件", "52件"),
        ("云溪县受理的行政复议案件2023年比2022年多几件", "增加12件", "70件"),
        ("云溪县行政复议案件2023年比2022年多几件", "增加12件", "70件"),
        ("2023年收到的行政复议申请,霖川县比云溪县多几件", "20件", "81件"),
        ("霖川县收到的行政复议申请2023年比2022年多几件", "增加10件", "81件"),
        ("霖川县行政复议申请从2022年到2023年是什么势头", "2022年80件、2023年90件", "81件"),
        ("云溪县受理的复议2023年比2022年增长百分之几?要的是受理数", "30.0%", "70件"),
    ],
)
def test_each_is_asked_for_by_its_name(question: str, wanted: str, never: str) -> None:
    text = _text(question)
    assert wanted in text
    assert never not in text


def test_what_came_in_is_not_set_against_what_was_taken_up() -> None:
    reply = Asker(SHELF).ask("云溪县新收的行政复议申请2023年比2022年增长百分之几")
    assert isinstance(reply, Refusal)
    assert "云溪县2022年" in reply.text
