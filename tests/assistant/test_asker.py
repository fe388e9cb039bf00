"""Questions to answers and refusals over a small invented library."""

from __future__ import annotations

import pytest

from assistant.asker import LONGEST_QUESTION, Asker
from assistant.model import Answer, Reason, Refusal, Reply
from corpus.errors import QuestionEmpty, QuestionTooLong
from tests.assistant.shelves import LINCHUAN, QINGLAN, YUNXI_2021, YUNXI_2022, MemoryShelf

LIBRARY = Asker(MemoryShelf(YUNXI_2022, YUNXI_2021, QINGLAN, LINCHUAN))
ALONE = Asker(MemoryShelf(YUNXI_2022))
COMPLAINT = "云溪县2022年行政复议受理多少件?"


def said(reply: Reply) -> list[str]:
    assert isinstance(reply, Answer)
    return [statement.text for statement in reply.statements]


def value(reply: Reply) -> str:
    """What the only statement gives as number."""
    (text,) = said(reply)
    return text.rsplit(":", 1)[1].rstrip("。")


def reason(reply: Reply) -> Reason:
    assert isinstance(reply, Refusal)
    return reply.reason


@pytest.mark.parametrize("question", ["", "  \n"])
def test_an_empty_question(question: str) -> None:
    with pytest.raises(QuestionEmpty):
        ALONE.ask(question)


def test_a_question_too_long() -> None:
    with pytest.raises(QuestionTooLong):
        ALONE.ask("多" * (LONGEST_QUESTION + 1))


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("云溪县2022年行政复议受理多少件", "37件"),
        ("云溪县2021年行政复议受理多少件", "29件"),
        ("云溪2021年行政复议受理多少件", "29件"),
        ("青岚市2022年行政复议受理多少件", "512件"),
        ("市场监管局办理行政处罚案件多少件", "640件"),
        ("霖川市市场监督管理局2022年处罚案件多少件", "640件"),
    ],
)
def test_the_place_the_year_and_the_department_asked_for(question: str, number: str) -> None:
    assert value(LIBRARY.ask(question)) == number


def test_several_reports_answer_where_none_is_named() -> None:
    numbers = [text.rsplit(":", 1)[1] for text in said(LIBRARY.ask("2022年办理行政处罚案件多少件"))]
    assert sorted(numbers) == ["1873件。", "640件。"]


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("云溪县2019年行政复议受理多少件", Reason.YEAR_ABSENT),
        ("2025年行政复议受理多少件", Reason.YEAR_ABSENT),
        ("贵阳市2022年行政复议受理多少件", Reason.PLACE_ABSENT),
        ("石桥镇行政复议受理多少件", Reason.PLACE_ABSENT),
        ("青岚市信访多少件次", Reason.INDICATOR_ABSENT),
        ("云溪县仲裁案件有多少件", Reason.INDICATOR_ABSENT),
        ("今天天气怎么样", Reason.OFF_TOPIC),
        ("多少件", Reason.TOO_VAGUE),
    ],
)
def test_refusals_say_why(question: str, why: Reason) -> None:
    assert reason(LIBRARY.ask(question)) is why


def test_a_refusal_names_what_is_missing_and_what_there_is() -> None:
    reply = LIBRARY.ask("贵阳市2022年行政复议受理多少件")
    assert isinstance(reply, Refusal)
    assert reply.text == "现有报告里没有贵阳市的报告,不作答。库中有:云溪县、青岚市、霖川市。"


@pytest.mark.parametrize("near", [0.0, 0.95])
def test_one_topic_does_not_answer_for_its_rival(near: float) -> None:
    """行政诉讼受理 is not 行政复议受理, however near the sentences lie."""
    without = YUNXI_2022.replace("办理一审行政诉讼案件26件,", "")
    asker = Asker(MemoryShelf(without, near=near))
    reply = asker.ask("受理一审行政诉讼案件多少件")
    assert isinstance(reply, Refusal)
    assert reply.reason is Reason.INDICATOR_ABSENT


def test_meaning_makes_up_for_a_plain_word_but_not_for_a_notion() -> None:
    far, near = (Asker(MemoryShelf(YUNXI_2022, near=cosine)) for cosine in (0.0, 0.95))
    assert isinstance(far.ask("走访厂商企业多少家"), Refusal)
    assert value(near.ask("走访厂商企业多少家")) == "180余家"
    assert isinstance(near.ask("仲裁案件有多少件"), Refusal)
    assert isinstance(near.ask("行政许可受理多少件"), Refusal)


def test_the_same_question_gets_the_same_answer_in_whatever_order_the_library_is() -> None:
    first = LIBRARY.ask(COMPLAINT)
    LIBRARY.ask("青岚市2022年行政复议受理多少件?")
    assert LIBRARY.ask(COMPLAINT) == first
    shuffled = Asker(MemoryShelf(LINCHUAN, QINGLAN, YUNXI_2021, YUNXI_2022)).ask(COMPLAINT)
    assert said(shuffled) == said(first)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("那信访的呢?", "402件次"),
        ("2021年呢?", "29件"),
        ("青岚市呢?", "512件"),
        ("办结了多少?", "34件"),
    ],
)
def test_follow_ups(question: str, number: str) -> None:
    reply = LIBRARY.ask(question, [(COMPLAINT, "37件")])
    assert value(reply) == number
    assert reply.carried.startswith("沿用上文:")


def test_a_level_of_what_was_asked_before() -> None:
    assert (
        value(LIBRARY.ask("市级的呢?", [("青岚市2022年行政复议受理多少件?", "512件")])) == "203件"
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("第三个具体说说", ["案卷质量不高", "说理不充分的现象依然存在。"]),
        ("第一个具体说说", ["法治思维不强", "少数干部习惯凭经验办事。"]),
        ("最后一个具体说说", ["案卷质量不高", "说理不充分的现象依然存在。"]),
    ],
)
def test_an_item_of_the_list_before(question: str, words: list[str]) -> None:
    reply = LIBRARY.ask(question, [("云溪县2022年存在哪些不足?", "…")])
    assert [word in text for word, text in zip(words, said(reply), strict=True)] == [True, True]


def test_an_item_that_the_list_does_not_have() -> None:
    reply = LIBRARY.ask("第五个具体说说", [("云溪县2022年存在哪些不足?", "…")])
    assert reason(reply) is Reason.TOO_VAGUE


def test_a_question_is_parsed() -> None:
    query = LIBRARY.parse("请问青岚2022年和2021年行政复议受理多少件?")
    assert query.places == ("青岚市",)
    assert query.years == (2022, 2021)
    assert query.strangers == ()
    assert "quantity" in query.flags
    assert LIBRARY.parse("贵阳市受理多少件").strangers == ("贵阳市",)
    assert LIBRARY.parse("市场监管局处罚多少件").organs == ("霖川市市场监督管理局",)
