"""The tab 问答: the talk, the question under it, and the source beside it."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator  # noqa: TC003 - Gradio reads annotations
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.views import library
from assistant.views.conversation import Talk, commented, converse, halted, voted
from assistant.views.source import empty_source, source_of
from assistant.views.talk import talk_view
from page.parts import BUSY, IDLE, QUIET, html
from prompts import say

if TYPE_CHECKING:
    from assistant.feedback import FeedbackStore
    from assistant.service import Assistant

__all__ = ["Desk", "ask_tab"]

_text = partial(say, "page")
_log = logging.getLogger(__name__)
_PAUSE = 0.03  # seconds between two clauses: enough to follow, too short to wait for
_ASKING: dict[str, Any] = {**QUIET, "concurrency_id": "ask", "concurrency_limit": 4}


class Desk:
    """What the events do; every reader's talk is handed in, so one desk serves all sessions."""

    def __init__(self, assistant: Assistant, feedback: FeedbackStore) -> None:
        self._assistant = assistant
        self._feedback = feedback

    def talk(self, talk: Talk) -> str:
        """The talk as it stands; an empty one welcomes."""
        return talk_view(talk, bare=not library.cards_of(self._assistant)[0])

    def ask(self, question: str, talk: Talk) -> Iterator[tuple[Any, ...]]:
        """Stream one answer into the talk, then open its first source."""
        now: Talk = talk
        drawn: Talk = ()
        with closing(converse(self._assistant, question, talk)) as conversing:
            for now in conversing:
                # Where nothing is new, the event still comes up for air: it may be stopped here.
                fresh = now != drawn
                shown = (now, self.talk(now)) if fresh else (gr.skip(), gr.skip())
                drawn = now
                yield "", *shown, gr.skip(), *BUSY
                if now[-1].shown is not None:
                    time.sleep(_PAUSE)
        source = self._source(now, len(now) - 1, 0) if now[-1].citations else gr.skip()
        yield "", now, self.talk(now), source, *IDLE

    def ask_example(self, talk: Talk, chosen: gr.SelectData) -> Iterator[tuple[Any, ...]]:
        """Ask one of the example questions."""
        yield from self.ask(str(chosen.value), talk)

    def ask_again(self, talk: Talk, again: gr.RetryData) -> Iterator[tuple[Any, ...]]:
        """Ask a question once more; it and what followed it are replaced."""
        number = int(str(again.index))
        yield from self.ask(talk[number].question, talk[:number])

    def stop(self, talk: Talk) -> tuple[Any, ...]:
        """Leave the answer as far as it got."""
        talk = halted(talk)
        return talk, self.talk(talk), *IDLE

    def clear(self) -> tuple[Any, ...]:
        """Begin anew."""
        return (), self.talk(()), empty_source(), *IDLE

    def open_source(self, talk: Talk, chosen: gr.SelectData) -> str:
        """The section behind a citation."""
        turn, place = map(int, chosen.index)
        return self._source(talk, turn, place)

    def vote(self, talk: Talk, vote: gr.LikeData) -> tuple[Talk, str]:
        """Keep a 👍 or 👎."""
        number = int(str(vote.index))
        return self._kept(talk, partial(voted, number=number, liked=bool(vote.liked)))

    def comment(self, talk: Talk, sent: gr.EventData) -> tuple[Talk, str]:
        """Keep the words that go with it."""
        number, words = int(sent.index), str(sent.value).strip()
        return self._kept(talk, partial(commented, number=number, comment=words))

    def _source(self, talk: Talk, turn: int, place: int) -> str:
        return source_of(self._assistant, talk[turn].sources[place], opened=f"{turn}-{place}")

    def _kept(self, talk: Talk, keep: Callable[[Talk, FeedbackStore], Talk]) -> tuple[Talk, str]:
        try:
            talk = keep(talk, self._feedback)
        except sqlite3.Error:
            _log.exception("an opinion could not be kept")
            gr.Warning(_text("feedback_unsaved"))
        return talk, self.talk(talk)


def ask_tab(desk: Desk, talk: gr.State) -> gr.HTML:
    """Lay the tab out and wire it up; gives the drawn talk."""
    with gr.Row(elem_id="desk", equal_height=True):
        with gr.Column(scale=6, min_width=320, elem_id="left"):
            drawn = html(desk.talk(()), "talk")
            with gr.Row(elem_id="ask-bar"):
                question = gr.Textbox(
                    label=_text("question_label"), placeholder=_text("question_placeholder"),
                    container=False, max_lines=6, autofocus=True, elem_id="question",
                )  # fmt: skip
                send = gr.Button(_text("send"), variant="primary", scale=0, min_width=84)
                stop = gr.Button(_text("stop"), scale=0, min_width=84, visible=False)
                clear = gr.Button(_text("clear"), scale=0, min_width=96, elem_id="clear")
        with gr.Column(scale=5, min_width=320, elem_id="right"):
            source = html(empty_source(), "source")
    outputs = [question, talk, drawn, source, send, stop]
    asking = [
        gr.on([question.submit, send.click], desk.ask, [question, talk], outputs, **_ASKING),
        drawn.example_select(desk.ask_example, talk, outputs, **_ASKING),
        drawn.retry(desk.ask_again, talk, outputs, **_ASKING),
    ]
    stop.click(desk.stop, talk, [talk, drawn, send, stop], cancels=asking, **QUIET)
    clear.click(desk.clear, None, [talk, drawn, source, send, stop], cancels=asking, **QUIET)
    drawn.select(desk.open_source, talk, source, **QUIET)
    drawn.like(desk.vote, talk, [talk, drawn], **QUIET)
    drawn.submit(desk.comment, talk, [talk, drawn], **QUIET)
    return drawn
