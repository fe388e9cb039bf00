"""The tab 核稿: a draft at the left, coloured by verdict, and at the right what it rests on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.views.check_desk import OpenDraft
from assistant.views.checked import waiting_view
from assistant.views.source import empty_source
from corpus.errors import FazhiError
from corpus.formats import SUFFIXES
from page.parts import OWN, QUIET, html
from prompts import explain, say

if TYPE_CHECKING:
    from assistant.views.check_desk import CheckDesk

__all__ = ["CheckTab"]

_text = partial(say, "draft")
_WORKING: dict[str, Any] = {**OWN, "concurrency_id": "check", "concurrency_limit": 2}
_FETCH = "(file) => { fazhi.fetch(file); }"
_FILES = ("word", "xlsx", "docx", "txt")
_PROGRESS = gr.Progress()


class CheckTab:
    """The parts of the tab and their events; a draft is forgotten with the page."""

    def __init__(self, desk: CheckDesk) -> None:
        self._desk = desk
        self._draft = gr.State(OpenDraft())
        with gr.Row(elem_id="check", equal_height=True):
            with gr.Column(scale=7, min_width=320, elem_id="check-side"):
                with gr.Column(elem_id="check-in"):
                    self._words = gr.Textbox(
                        label=_text("page_paste"),
                        placeholder=_text("page_placeholder"),
                        show_label=False,
                        container=False,
                        lines=5,
                        max_lines=7,
                        elem_id="check-words",
                    )
                    with gr.Row(elem_id="check-do"):
                        self._go = gr.Button(_text("page_check"), variant="primary", scale=0)
                        self._upload = gr.UploadButton(
                            _text("page_upload"), file_types=list(SUFFIXES), scale=0
                        )
                self._checked = html(waiting_view(), "checked")
                with gr.Row(elem_classes="downloads"):
                    buttons = {
                        kind: (
                            gr.Button(_text(f"download_{kind}"), scale=0, min_width=112),
                            gr.DownloadButton(visible="hidden"),
                        )
                        for kind in _FILES
                    }
            with gr.Column(scale=4, min_width=320, elem_id="checkproof-side"):
                self._proof = html(empty_source(hint="check_source_hint"), "checkproof")
        self._listen()
        for kind, (button, file) in buttons.items():
            written = button.click(
                partial(self._written, kind=kind), self._draft, file, **_WORKING,
                show_progress_on=button,
            )  # fmt: skip
            written.success(None, file, None, js=_FETCH, **OWN)

    def _listen(self) -> None:
        shown = [self._draft, self._checked, self._proof]
        working: dict[str, Any] = {**_WORKING, "show_progress_on": self._checked}
        self._go.click(self._check, self._words, shown, **working)
        self._upload.upload(self._check_file, self._upload, shown, **working)
        self._checked.select(self._open, self._draft, self._proof, **QUIET)
        self._proof.submit(self._accept, self._draft, shown, **QUIET)

    def _check(self, words: str, progress: gr.Progress = _PROGRESS) -> tuple[Any, ...]:
        return self._drawn(*self._desk.check(words, partial(_show, progress)))

    def _check_file(self, path: str, progress: gr.Progress = _PROGRESS) -> tuple[Any, ...]:
        return self._drawn(*self._desk.check_file(path, partial(_show, progress)))

    def _drawn(self, draft: OpenDraft | None, view: str) -> tuple[Any, ...]:
        return draft or OpenDraft(), view, empty_source(hint="check_source_hint")

    def _open(self, draft: OpenDraft, chosen: gr.SelectData) -> str:
        return self._desk.proof(draft, int(str(chosen.value)))

    def _accept(self, draft: OpenDraft, sent: gr.EventData) -> tuple[Any, ...]:
        number = int(str(sent.index))
        draft = self._desk.accept(draft, number, take=str(sent.value) == "accept")
        return draft, self._desk.text(draft), self._desk.proof(draft, number)

    def _written(self, draft: OpenDraft, *, kind: str) -> str:
        try:
            path = self._desk.file(draft, kind)
        except FazhiError as error:
            words = explain(error.code(), error.details)
            sentence = say("page", "failure", message=words.message, hint=words.hint)
            raise _refused(sentence) from error
        if path is None:
            raise _refused(_text("check_first"))
        return str(path)


def _show(progress: gr.Progress, done: int, total: int) -> None:
    progress((done, total), desc=_text("page_progress"))


def _refused(sentence: str) -> gr.Error:
    return gr.Error(sentence, title=say("figures", "not_written"), print_exception=False)
