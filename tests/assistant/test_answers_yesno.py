"""Yes or no, with the number or the sentence that says so."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

ALONE = Asker(MemoryShelf(YUNXI_2022))


def verdict(question: str) -> str:
    reply = ALONE.ask(question)
    assert isinstance(reply, Answer)
    return reply.statements[0].text


@pytest.mark.parametrize(
    ("question", "word", "number"),
    [
        ("出庭应诉率有没有达到90%", "否", "88.5%"),
        ("出庭应诉率有没有达到80%", "是", "88.5%"),
        ("出庭应诉率是不是低于90%", "是", "88.5%"),
        ("受理的行政复议案件是不是超过30件", "是", "37件"),
        ("受理的行政复议案件是不是超过40件", "否", "37件"),
        ("受理的行政复议案件是不是超过37件", "否", "37件"),
        ("受理的行政复议案件是不是37件", "是", "37件"),
        ("受理的行政复议案件是不是38件", "否", "37件"),
        ("走访企业是不是超过180家", "是", "180余家"),
        ("走访企业有没有达到200家", "否", "180余家"),
    ],
)
def test_a_number_is_compared(question: str, word: str, number: str) -> None:
    text = verdict(question)
    assert text.startswith(f"{word}。")
    assert number in text


def test_a_fact_is_affirmed_with_the_sentence() -> None:
    text = verdict("有没有聘请法律顾问")
    assert text.startswith("有。")
    assert "“聘请法律顾问8名,建立“三张清单”制度。”" in text


def test_what_no_sentence_says_is_refused_and_not_denied() -> None:
    assert isinstance(ALONE.ask("有没有开展仲裁"), Refusal)


def test_a_sentence_that_denies() -> None:
    report = YUNXI_2022.replace("减免税费3.5亿元,", "全年未发生行政赔偿案件。减免税费3.5亿元,")
    reply = Asker(MemoryShelf(report)).ask("有没有发生行政赔偿案件")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text.startswith("没有。")
