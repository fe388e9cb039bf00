"""What a language model wrote, on the page: sentences as they pass, the count, what was dropped."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from assistant.views.conversation import converse, halted
from assistant.views.talk import talk_view
from assistant.writing.writer import Writer
from tests.assistant.shelves import YUNXI_2022
from tests.assistant.writing.stubs import chat_of, library

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from assistant.model import Answer, Turn
    from assistant.views.conversation import Talk
    from assistant.writing.writer import Progress

QUESTION = "受理了多少件行政复议案件,办结多少件?"


class Desk:
    """An assistant whose model says one thing."""

    def __init__(self, said: object) -> None:
        self._writer = Writer(chat_of(lambda _: said))
        self._asker = library(YUNXI_2022)

    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        return self._writer.answer(self._asker, question, history)

    def table(self, answer: Answer) -> None:
        """Nothing is set side by side."""
        del answer


def shown(talk: Talk) -> str:
    drawn = talk_view(talk, bare=False)
    return html.unescape(re.sub(r"<svg.*?</svg>", "", drawn, flags=re.DOTALL))


def test_the_numbers_are_counted_and_each_sentence_opens_its_source() -> None:
    said = "云溪县受理行政复议申请37件[1]。办结34件[1]。受理<b>99件</b>[1]。"
    *_, talk = converse(Desk(said), QUESTION, ())
    drawn = shown(talk)
    assert "数字已核对 2/2" in drawn
    assert "由语言模型 stub:says 据所引原文成文" in drawn
    assert '云溪县受理行政复议申请37件。<span class="refs"><button' in drawn
    assert "查看未采用的 1 句" in drawn
    assert "数字在所引原文中查不到" in drawn
    assert "<b>" not in talk_view(talk, bare=False)


def test_sentences_are_drawn_before_the_reply_is_whole() -> None:
    talks = list(converse(Desk(["云溪县受理行政复议申请37件[1]。", 0.5, "完"]), QUESTION, ()))
    early = [shown(talk) for talk in talks if talk[-1].reply is None and talk[-1].passed]
    assert early
    assert "云溪县受理行政复议申请37件。" in early[0]
    assert "数字已核对" not in early[0]
    assert 'aria-busy="true"' in early[0]


def test_stopping_keeps_what_was_shown_and_frees_the_model() -> None:
    conversing = converse(Desk(["云溪县受理行政复议申请37件[1]。办", 60.0]), QUESTION, ())
    talk: Talk = ()
    while not (talk and talk[-1].passed):
        talk = next(conversing)
    conversing.close()
    drawn = shown(halted(talk))
    assert "云溪县受理行政复议申请37件。" in drawn
    assert 'aria-busy="false"' in drawn


def test_a_model_of_no_use_leaves_the_rules_answer_with_a_notice() -> None:
    *_, talk = converse(Desk("受理行政复议申请98件[1]。"), QUESTION, ())
    drawn = shown(talk)
    assert "37件" in drawn
    assert "语言模型的答复没有通过核对,以下为规则作出的答复。" in drawn
    assert "数字已核对" not in drawn
