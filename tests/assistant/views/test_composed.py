"""Texts made from reports, on the page: how far they are, and what they rest on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest

from assistant.model import Answer, Dropped
from assistant.render import composed_text
from assistant.views.composed import Composed, composed_view
from assistant.views.composing_desk import ComposingDesk, halted
from assistant.views.picks import MOST, count_view, picks_view, with_picks, without_pick
from assistant.wording.statements import cite_sentence
from assistant.writing.compose import Composer
from tests.assistant.quiz.made import cited
from tests.assistant.shelves import QINGLAN, YUNXI_2022
from tests.assistant.writing.stubs import Says, chat_of, library

if TYPE_CHECKING:
    from assistant.model import Citation
    from assistant.service import Assistant
    from assistant.writing.chat import Chat
    from corpus.model import Report

ASKER = library(YUNXI_2022, QINGLAN)
REPORT = next(card.id for card in ASKER.evidence.cards if card.place == "云溪县")
REPEATED = "新收行政复议申请41件,受理37件[1]。"


class Composing:
    """As much of an assistant as makes texts."""

    def __init__(self, chat: Chat | None = None) -> None:
        self._chat = chat

    def composer(self) -> Composer:
        return Composer(ASKER, self._chat)

    def report(self, report_id: str) -> Report:
        return ASKER.evidence.reading(report_id).report


def desk(chat: Chat | None = None) -> ComposingDesk:
    return ComposingDesk(cast("Assistant", Composing(chat)))


def plain(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_a_summary_without_a_model_says_what_it_is() -> None:
    *_, last = desk().summarised(REPORT, None)
    view = composed_view(last)
    assert "新收行政复议申请41件,受理37件" in plain(view)
    assert "以上是报告原句" in view
    assert "设了语言模型,可以概括成通顺的话" in view
    opens = re.findall(r'class="cp-ref" data-open="(\d+)"', view)
    assert opens == [str(at) for at in range(len(last.citations))]
    assert 'data-act="close"' in view
    assert "连同出处复制" in view


def test_a_summary_on_its_way_tells_how_far_it_is_and_can_be_stopped() -> None:
    steps = list(desk(chat_of(REPEATED)).summarised(REPORT, None))
    assert all(step.running for step in steps[:-1])
    waiting = [composed_view(step) for step in steps if step.running]
    assert 'data-act="stop"' in waiting[0]
    assert any("语言模型正在概括,第 2 部分,共" in view for view in waiting)
    # What passed in one part is still there while the next is written.
    passed = [len(step.passed) for step in steps if step.running and step.done < step.parts - 1]
    assert passed == sorted(passed)
    assert passed[-1] > 0
    stopped = halted(steps[1])
    assert stopped is not None
    assert not stopped.running
    assert "已停止,以上内容不完整。" in composed_view(stopped)
    assert halted(steps[-1]) == steps[-1]
    assert halted(None) is None


def test_leaving_a_text_stops_the_model() -> None:
    chat = chat_of(lambda _: ["受理", 60.0])
    making = desk(chat).summarised(REPORT, None)
    next(making)
    next(making)
    making.close()
    assert isinstance(chat.model, Says)
    for _ in range(100):
        if chat.model.left:
            break
    assert all(chat.model.left)


def test_what_was_checked_and_what_was_dropped_is_told() -> None:
    chat = chat_of(REPEATED + "全年受理信访9999件[1]。")
    *_, last = desk(chat).drafted([_sentence("新收行政复议申请")], "化解争议")
    view = composed_view(last)
    assert "数字已核对 2/2" in view
    assert "9999" in view.partition("cp-how")[2]
    assert "9999" not in view.partition("cp-how")[0]
    assert last.reply is not None
    assert last.reply.written is not None
    assert last.reply.written.dropped == (Dropped(text="全年受理信访9999件。", why="number"),)


def test_a_speech_of_picked_sentences_says_who_and_when() -> None:
    picks = [_sentence("主动公开信息"), _sentence("新收行政复议申请"), _sentence("走访企业")]
    *_, last = desk().drafted(picks, "")
    assert isinstance(last.reply, Answer)
    text = composed_text(last.reply, sources=False)
    assert text == (
        "2022年,青岚市主动公开信息9120条。"
        "2022年,云溪县新收行政复议申请41件,受理37件,办结34件,其中维持19件、撤销4件。"
        "走访企业180余家,帮助修改合同文本97份。"
    )
    listed = composed_text(last.reply, sources=True)
    assert listed.startswith(text)
    assert "[3] 《" in listed
    assert "没有改写" in composed_view(last)


def test_a_term_that_nobody_uses_is_not_explained() -> None:
    *_, last = desk(chat_of("就是那个[1]。")).explained("枫桥经验")
    assert "报告里没有“枫桥经验”这个说法,不作解释。" in composed_view(last)
    *_, last = desk().explained("三张清单")
    assert "“三张清单”" in plain(composed_view(last))
    *_, last = desk().explained("   ")
    assert last.problem is not None


@pytest.mark.parametrize("report", ["没有这份", REPORT])
def test_what_is_not_there_is_told(report: str) -> None:
    *_, last = desk().summarised(report, 999)
    assert last.problem is not None
    assert "已移出报告库" in composed_view(last)


def test_markup_stays_text() -> None:
    bad = "<script>alert(1)</script>"
    view = composed_view(Composed(kind="term", about=bad))
    assert "<script" not in view
    assert "<script" not in picks_view((cited(bad),))


def test_picks_are_kept_once_and_are_not_endless() -> None:
    one, other = cited("一。"), cited("二。")
    assert with_picks((one,), [one, other]) == (one, other)
    assert without_pick((one, other), 0) == (other,)
    assert without_pick((one,), 7) == (one,)
    many = with_picks((), [cited(f"第{n}句。", f"r{n}") for n in range(99)])
    assert len(many) == MOST
    assert "最多选 30 条" in picks_view(many)
    assert 'data-count="30"' in count_view(many)
    assert count_view(()) == ""
    assert "还没有选数据" in picks_view(())


def test_an_empty_part_is_empty() -> None:
    assert composed_view(None) == ""


def _sentence(words: str) -> Citation:
    for card in ASKER.evidence.cards:
        reading = ASKER.evidence.reading(card.id)
        for at, sentence in enumerate(reading.report.sentences):
            if words in reading.report.quote(sentence.span):
                return cite_sentence(reading, at)
    raise LookupError(words)
