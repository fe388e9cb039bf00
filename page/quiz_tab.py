"""The tab 培训: practice, terms, progress and papers, with the source of each beside them."""

from __future__ import annotations

from collections.abc import Callable, Generator  # noqa: TC003 - Gradio reads annotations
from functools import partial
from pathlib import Path  # noqa: TC003
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.quiz.bank import Wanted  # noqa: TC001 - Gradio reads annotations
from assistant.views.quiz_parts import waiting_view
from assistant.views.quiz_tables import asking_view
from assistant.views.source import empty_source
from corpus.errors import FazhiError
from page.composed_part import COMPOSING, ComposedPart, drawn_each
from page.parts import OWN, QUIET, html
from prompts import explain, say

if TYPE_CHECKING:
    from assistant.views.composing_desk import ComposingDesk
    from assistant.views.quiz_desk import QuizDesk

__all__ = ["QuizTab"]

_text = partial(say, "quiz")
_WRITING: dict[str, Any] = {**OWN, "concurrency_id": "export", "concurrency_limit": 2}
_FETCH = "(file) => { fazhi.fetch(file); }"


class QuizTab:
    """The parts of the tab and their events; who is learning is forgotten with the page."""

    def __init__(self, desk: QuizDesk, composing: ComposingDesk) -> None:
        self._desk = desk
        self._composing = composing
        self._name = gr.State("")
        self._wanted: gr.State = gr.State(None)
        with gr.Row(elem_id="training", equal_height=True):
            with (
                gr.Column(scale=7, min_width=320, elem_id="training-side"),
                gr.Tabs(elem_id="training-tabs"),
            ):
                with gr.Tab(_text("practice_tab"), id="quiz-practice"):
                    self._practice = html(waiting_view(), "quiz")
                with gr.Tab(_text("terms_tab"), id="quiz-terms"):
                    self._asking = html(asking_view(), "explaining")
                    self._explained = ComposedPart("explained")
                    self._terms = html("", "quizterms")
                with gr.Tab(_text("progress_tab"), id="quiz-progress") as progress_tab:
                    self._progress = html("", "quizprogress")
                    table = _download("download_progress")
                with gr.Tab(_text("paper_tab"), id="quiz-paper"):
                    self._form = html("", "quizform")
                    self._paper = html("", "quizpaper")
                    with gr.Row(elem_classes="downloads"):
                        paper = _download("download_paper")
                        key = _download("download_key")
            with gr.Column(scale=4, min_width=320, elem_id="quizproof-side"):
                self._proof = html(empty_source(hint="quiz_source_hint"), "quizproof")
        self._listen(progress_tab)
        _offer(table, lambda _: desk.progress_file(), self._name)
        _offer(paper, partial(self._written, answers=False), self._wanted)
        _offer(key, partial(self._written, answers=True), self._wanted)

    @property
    def parts(self) -> list[Any]:
        """What `fresh` draws."""
        return [self._practice, self._terms, self._progress, self._form, self._paper]

    @property
    def name(self) -> gr.State:
        """Who is learning."""
        return self._name

    def fresh(self, name: str) -> tuple[str, ...]:
        """The whole tab over the library as it is now."""
        desk = self._desk
        return desk.start(name), desk.terms(), desk.progress(name), desk.paper_form(), ""

    def _listen(self, progress_tab: gr.Tab) -> None:
        acted = [self._name, self._practice, self._proof]
        self._practice.submit(self._act, self._name, acted, **QUIET)
        self._form.submit(self._draw, None, [self._wanted, self._paper], **QUIET)
        progress_tab.select(self._desk.progress, self._name, self._progress, **QUIET)
        for part in (self._practice, self._terms, self._progress):
            part.select(self._open, self._name, self._proof, **QUIET)
        self._listen_to_terms()

    def _listen_to_terms(self) -> None:
        made = self._explained
        made.begun_by(self._asking.submit(self._explain, None, made.parts, **COMPOSING))
        made.opens(self._proof, partial(self._composing.source, back="back_to_quiz"))

    def _explain(self, sent: gr.EventData) -> Generator[tuple[Any, ...]]:
        yield from drawn_each(self._composing.explained(str(sent.value)))

    def _act(self, name: str, sent: gr.EventData) -> tuple[Any, ...]:
        name, view, source, key = self._desk.act(name, str(sent.value))
        proof = self._desk.shown(source, key) if source else empty_source(hint="quiz_source_hint")
        return name, view, proof

    def _draw(self, sent: gr.EventData) -> tuple[Wanted | None, str]:
        return self._desk.paper(str(sent.value))

    def _open(self, name: str, chosen: gr.SelectData) -> str:
        try:
            return self._desk.source(name, str(chosen.value))
        except (KeyError, FazhiError):  # its report was removed meanwhile
            return empty_source(key="source_gone")

    def _written(self, wanted: Wanted | None, *, answers: bool) -> Path:
        if wanted is None:
            raise _refused(_text("make_first"))
        return self._desk.paper_file(wanted, answers=answers)


def _download(key: str) -> tuple[gr.Button, gr.DownloadButton]:
    """A button, and the hidden one that hands the file to the browser."""
    return gr.Button(_text(key), scale=0, min_width=132), gr.DownloadButton(visible="hidden")


def _offer(
    buttons: tuple[gr.Button, gr.DownloadButton], write: Callable[[Any], Path], given: gr.State
) -> None:
    button, file = buttons

    def written(value: object) -> str:
        try:
            return str(write(value))
        except FazhiError as error:
            words = explain(error.code(), error.details)
            sentence = say("page", "failure", message=words.message, hint=words.hint)
            raise _refused(sentence) from error

    done = button.click(written, given, file, **_WRITING, show_progress_on=button)
    done.success(None, file, None, js=_FETCH, **OWN)


def _refused(sentence: str) -> gr.Error:
    return gr.Error(sentence, title=say("figures", "not_written"), print_exception=False)
