"""Who speaks of a matter: by a number, or by a sentence quoted; whoever does not is named."""

from __future__ import annotations

import pytest

from assistant.answers.mentioned import asks_for_words
from assistant.asker import Asker
from assistant.grounding import grounded
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(place: str, body: str) -> str:
    return f"{place}2023年法治政府建设情况报告\n一、主要工作\n(一)规范执法。{body}\n"


SHELF = MemoryShelf(
    _report("云溪县", "推行“扫码入企”制度,检查频次下降两成。办理行政裁决9件。"),
    _report("霖川县", "创新“扫码入企”监管方式。评查案卷30份。"),
    _report("砚湖县", "探索开展行政裁决工作。落实《行政裁决程序规定(试行)》要求。"),
    _report("青岚市", "落实《行政裁决程序规定(试行)》。"),
)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("哪些地方提到“扫码入企”", True),
        ("有哪家讲了行政裁决", True),
        ("哪些县写了行政裁决的件数", False),
        ("谁公布了出庭应诉率", False),
    ],
)
def test_whether_words_are_asked_for(question: str, asked: bool) -> None:
    assert asks_for_words(question) is asked


def test_a_name_is_quoted_from_each_that_has_it() -> None:
    reply = Asker(SHELF).ask("2023年度哪些地方提到“扫码入企”?")
    assert isinstance(reply, Answer), reply
    assert all(grounded(statement) for statement in reply.statements)
    text = answer_text(reply)
    assert "报告写到扫码入企的:云溪县、霖川县。" in text
    assert "创新“扫码入企”监管方式" in text
    assert "(未载):砚湖县、青岚市" in text


def test_a_number_tells_as_much_as_a_sentence_and_a_title_tells_nothing() -> None:
    reply = Asker(SHELF).ask("2023年有哪家讲了行政裁决?")
    assert isinstance(reply, Answer), reply
    text = answer_text(reply)
    assert "云溪县9件、砚湖县" in text
    assert "探索开展行政裁决工作" in text
    assert "(未载):霖川县、青岚市" in text


def test_whoever_does_not_is_named_first_where_they_are_asked_for() -> None:
    reply = Asker(SHELF).ask("2023年哪些地方没提到行政裁决?")
    assert isinstance(reply, Answer), reply
    assert "未载" in reply.statements[0].text


def test_nobody_speaks_of_it() -> None:
    assert isinstance(Asker(SHELF).ask("2023年哪个县提到了仲裁?"), Refusal)
