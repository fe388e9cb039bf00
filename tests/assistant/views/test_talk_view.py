"""The talk as HTML: what each state shows, and that nothing in it is live."""

from __future__ import annotations

import re

from assistant.model import Answer, Citation, Reason, Refusal, Statement
from assistant.views.conversation import Exchange, Opinion
from assistant.views.talk import talk_view
from corpus.model import Span
from prompts import table


def _citation(number: int = 0) -> Citation:
    return Citation(
        report_id="r",
        report="云溪县2023年度法治政府建设情况的报告",
        document_number="云府〔2024〕3号",
        place="云溪县",
        year=2023,
        section=("一、主要举措", "(二)化解矛盾纠纷"),
        quote=f"第{number}句。",
        span=Span(number * 4, number * 4 + 4),
        file="云溪县.txt",
    )


def _said(*texts: str, shared: bool = False) -> Answer:
    return Answer(
        statements=tuple(
            Statement(text=text, citations=(_citation(0 if shared else number),))
            for number, text in enumerate(texts)
        )
    )


def _exchange(
    reply: Answer | Refusal,
    *,
    shown: int | None = None,
    stopped: bool = False,
    opinion: Opinion | None = None,
) -> Exchange:
    return Exchange(question="几件?", reply=reply, shown=shown, stopped=stopped, opinion=opinion)


def test_every_reason_has_its_words() -> None:
    reasons = table("page")["reasons"]
    assert isinstance(reasons, dict)
    assert set(reasons) == {reason.value for reason in Reason}


def test_several_statements_are_numbered_and_share_their_sources() -> None:
    view = talk_view((_exchange(_said("一。", "二。", shared=True)),), bare=False)
    assert '<ol class="statements many">' in view
    assert view.count('class="ref"') == 2
    assert view.count('class="citation"') == 1
    assert "云府〔2024〕3号" in view
    assert '<ol class="statements one">' in talk_view((_exchange(_said("一。")),), bare=False)


def test_a_partial_answer_shows_neither_sources_nor_actions() -> None:
    view = talk_view((_exchange(_said("甲乙丙,丁。"), shown=4),), bare=False)
    assert "甲乙丙," in view
    assert "丁" not in view
    assert "citation" not in view
    assert "data-act" not in view
    assert 'aria-busy="true"' in view


def test_a_stopped_answer_says_so_and_can_be_had_again() -> None:
    view = talk_view((_exchange(_said("甲乙丙,丁。"), shown=4, stopped=True),), bare=False)
    assert "以上内容不完整" in view
    assert re.findall(r'data-act="(\w+)"', view) == ["retry"]
    assert 'aria-busy="false"' in view


def test_only_the_last_answer_can_be_had_again() -> None:
    view = talk_view((_exchange(_said("一。")), _exchange(_said("二。"))), bare=False)
    assert view.count('data-act="retry"') == 1
    assert view.index('data-turn="1"') < view.index('data-act="retry"')


def test_a_vote_is_pressed_and_opens_a_form_until_it_is_commented() -> None:
    voted = talk_view((_exchange(_said("一。"), opinion=Opinion(id=1, liked=False)),), bare=False)
    assert 'data-act="dislike" aria-pressed="true"' in voted
    assert 'data-act="like" aria-pressed="false"' in voted
    assert "<form" in voted
    done = Opinion(id=1, liked=False, commented=True)
    assert "<form" not in talk_view((_exchange(_said("一。"), opinion=done),), bare=False)


def test_a_refusal_is_a_note_with_its_reason() -> None:
    refusal = Refusal(
        reason=Reason.PLACE_ABSENT, text="没有<b>青岚市</b>。", carried="沿用上文:2023年"
    )
    view = talk_view((_exchange(refusal),), bare=False)
    assert '<div class="refusal" role="note"><p class="reason">没有这个地方的报告</p>' in view
    assert "没有&lt;b&gt;青岚市&lt;/b&gt;。" in view
    assert '<p class="carried">沿用上文:2023年</p>' in view


def test_a_very_long_question_is_shortened_on_the_page_only() -> None:
    view = talk_view((Exchange(question="问" * 5000),), bare=False)
    assert view.count("问") < 300
    assert "(共 5000 字)" in view


def test_an_empty_talk_offers_examples_unless_there_is_nothing_to_ask() -> None:
    assert 'data-act="example"' in talk_view((), bare=False)
    assert 'data-act="example"' not in talk_view((), bare=True)
    assert "还没有收录报告" in talk_view((), bare=True)
