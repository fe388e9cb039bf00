"""2,000 hostile replies: no number reaches the reader that the cited words do not hold."""

from __future__ import annotations

import re
from functools import partial

import pytest

from assistant.grounding import grounded, numbers_of
from assistant.model import Answer, Refusal
from corpus.fold import fold
from tests.assistant.shelves import QINGLAN, YUNXI_2021, YUNXI_2022
from tests.assistant.writing.hostile import MANNERS, hostile
from tests.assistant.writing.stubs import answered, chat_of, library

ASKER = library(YUNXI_2022, YUNXI_2021, QINGLAN)
QUESTIONS = (
    "云溪县2022年受理了多少件行政复议案件?",
    "云溪县2022年办理行政处罚案件多少件,罚没金额多少?",
    "云溪县2022年行政机关负责人出庭应诉率是多少?",
    "云溪县2022年走访企业多少家?",
    "云溪县2022年是怎么优化营商环境的?",
    "云溪县2022年维持和撤销的复议案件加起来多少件?",
    "青岚市2022年主动公开信息多少条?",
)
REFUSED = (
    "云溪县2019年受理了多少件行政复议案件?",
    "云溪县2022年接待了多少名游客?",
    "今天天气怎么样?",
)
REPLIES = 2000
DIGITS = re.compile(r"\d+(?:\.\d+)?")
_RULES = {question: ASKER.ask(question) for question in (*QUESTIONS, *REFUSED)}


def ungated(reply: Answer, known: Answer) -> list[str]:
    """What is said and not proved: statements that fail the gate, digits that stand nowhere."""
    wrong = [s.text for s in reply.statements if not grounded(s)]
    allowed = {d for s in known.statements for d in DIGITS.findall(fold(s.text))}
    for citation in reply.citations:
        place = "".join((*citation.section, citation.report, f"{citation.year}"))
        allowed |= set(DIGITS.findall(fold(citation.quote + place)))
    # 三十七 and the like are looked at by the gate; digits are counted here once more.
    said = fold("\n".join(statement.text for statement in reply.statements))
    values = {*allowed, *(d.rstrip("0").rstrip(".") for d in allowed)}
    return wrong + [d for d in DIGITS.findall(said) if d not in values and d != "25000"]


def _told(manner: str, seed: int, prompt: str) -> object:
    return hostile(manner, prompt, seed)


@pytest.mark.parametrize("manner", [m for m in MANNERS if m != "hang"])
def test_no_ungated_number(manner: str) -> None:
    each = REPLIES // (len(MANNERS) - 1) + 1
    for seed in range(each):
        question = QUESTIONS[seed % len(QUESTIONS)]
        known = _RULES[question]
        assert isinstance(known, Answer), question
        chat = chat_of(partial(_told, manner, seed))
        reply = answered(ASKER, chat, question)
        assert isinstance(reply, Answer)
        assert ungated(reply, known) == []
        rules_numbers = {number for s in known.statements for number in numbers_of(s.text)}
        said_numbers = {number for s in reply.statements for number in numbers_of(s.text)}
        if not reply.written or not reply.written.sentences:
            assert reply.statements == known.statements
        # What was asked for is there, whoever worded it.
        assert rules_numbers <= said_numbers


@pytest.mark.parametrize("seed", range(4))
def test_a_model_that_hangs_leaves_the_answer_of_the_rules(seed: int) -> None:
    chat = chat_of(lambda prompt: hostile("hang", prompt, seed), timeout=0.5)
    reply = answered(ASKER, chat, QUESTIONS[seed])
    assert isinstance(reply, Answer)
    assert reply.statements == _RULES[QUESTIONS[seed]].statements  # type: ignore[union-attr]
    assert reply.written is not None
    assert reply.written.notice == "语言模型超过时限,以下为规则作出的答复。"


@pytest.mark.parametrize("question", REFUSED)
@pytest.mark.parametrize("manner", ["invented", "near", "orders"])
def test_a_refusal_stays_a_refusal(question: str, manner: str) -> None:
    chat = chat_of(lambda prompt: hostile(manner, prompt, 1))
    reply = answered(ASKER, chat, question)
    assert isinstance(reply, Refusal)
    assert reply.text == _RULES[question].text  # type: ignore[union-attr]
