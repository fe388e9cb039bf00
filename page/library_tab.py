"""The tab 报告库: what is in the library, each report as a tree, taking in and taking out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Sequence  # noqa: TC003 - Gradio reads annotations
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.views import library
from assistant.views.composing_desk import ComposingDesk
from assistant.views.talk import problem_view
from corpus.errors import FazhiError
from corpus.formats import SUFFIXES
from page.composed_part import COMPOSING, ComposedPart, drawn_each
from page.parts import BUSY, IDLE, OWN, QUIET, UPLOAD_LIMIT_MB, html
from prompts import explain, say

if TYPE_CHECKING:
    from assistant.model import Citation
    from assistant.service import Assistant
    from index.build import BuildOutcome, Phase, Progress

__all__ = ["Shelf", "library_tab"]

_text = partial(say, "page")
_log = logging.getLogger(__name__)
_BUILDING: dict[str, Any] = {**OWN, "concurrency_id": "build", "concurrency_limit": 1}
_PROGRESS = gr.Progress()


class Shelf:
    """What the library's events do; most of them draw all parts of the tab anew."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._composing = ComposingDesk(assistant)

    def summarise(self, asked: gr.EventData) -> Generator[tuple[Any, ...]]:
        """The summary of a report or of one of its sections, as it comes."""
        section = int(str(asked.index))
        part = None if section < 0 else section
        yield from drawn_each(self._composing.summarised(str(asked.value), part))

    def show(self, citation: Citation, _opened: str) -> str:
        """The report with the sentence behind a source open and marked."""
        try:
            report = self._assistant.report(citation.report_id)
        except (KeyError, FazhiError):  # it was removed meanwhile
            return library.report_view(None)
        return library.report_view(report, citation.span)

    def open_report(self, chosen: gr.SelectData) -> tuple[Any, ...]:
        """One report, and the button that removes it."""
        return self.parts(str(chosen.value))

    def add(self, paths: Sequence[str], progress: gr.Progress = _PROGRESS) -> tuple[Any, ...]:
        """Take uploaded files in."""
        new = [Path(path) for path in paths]
        return self._built(lambda show: self._assistant.add(new, show), progress)

    def ask_to_remove(self, report_id: str) -> tuple[Any, ...]:
        """The question before a removal."""
        cards = [card for card in library.cards_of(self._assistant)[0] if card.id == report_id]
        return *BUSY, library.removal_view(cards)

    def remove(self, report_id: str, progress: gr.Progress = _PROGRESS) -> tuple[Any, ...]:
        """Take a report out."""
        return self._built(lambda show: self._assistant.remove([report_id], show), progress)

    def _built(
        self, work: Callable[[Progress], BuildOutcome], progress: gr.Progress
    ) -> tuple[Any, ...]:
        def show(phase: Phase, done: int, total: int) -> None:
            progress((done, total), desc=library.phase_in_words(phase))

        try:
            words = library.build_view(work(show))
        except FazhiError as error:
            words = library.refused_view(error)
        except Exception:  # noqa: BLE001 - the log gets the traceback, the page a sentence
            _log.exception("the library could not be changed")
            words = problem_view(explain(FazhiError.code(), {}))
        return self.parts(words=words)

    def parts(self, chosen: str = "", words: str = "") -> tuple[Any, ...]:
        """The whole tab, with one report chosen and words about what was done."""
        cards, why = library.cards_of(self._assistant)
        report = self._assistant.report(chosen) if any(c.id == chosen for c in cards) else None
        return (
            library.head_view(len(cards)),
            chosen,
            library.cards_view(cards, chosen=chosen),
            library.report_view(report),
            gr.update(visible=report is not None),
            gr.update(visible=False),
            words or why,
            *ComposedPart.nothing(),
        )


def library_tab(shelf: Shelf, masthead: gr.HTML) -> list[Any]:
    """Lay the tab out and wire it up; gives what `Shelf.parts` draws."""
    chosen = gr.State("")
    with gr.Row(elem_id="library"):
        with gr.Column(scale=4, min_width=320, elem_id="shelf-side"):
            upload = gr.UploadButton(_text("upload"), file_count="multiple", variant="primary")
            html(library.upload_hint(SUFFIXES, limit_mb=UPLOAD_LIMIT_MB), "hint")
            outcome = html("", "outcome")
            cards = html(library.cards_view((), chosen=""), "shelf")
        with gr.Column(scale=7, min_width=320, elem_id="report-side"):
            with gr.Row(visible=False, elem_id="offer") as offer:
                remove = gr.Button(_text("remove"), scale=0)
            with gr.Column(visible=False, elem_id="confirm") as confirm:
                sure = html("", "sure")
                with gr.Row():
                    yes = gr.Button(_text("remove_confirm"), variant="primary", scale=0)
                    no = gr.Button(_text("remove_cancel"), scale=0)
            digest = ComposedPart("digest")
            report = html(library.report_view(None), "report")
    parts = [masthead, chosen, cards, report, offer, confirm, outcome, *digest.parts]
    summing = report.submit(shelf.summarise, None, digest.parts, **COMPOSING)
    digest.begun_by(summing)
    digest.opens(report, shelf.show)
    cards.select(shelf.open_report, None, parts, cancels=[summing], **QUIET)
    upload.upload(shelf.add, upload, parts, **_BUILDING, show_progress_on=outcome)
    remove.click(shelf.ask_to_remove, chosen, [offer, confirm, sure], **QUIET)
    no.click(lambda: IDLE, None, [offer, confirm], **QUIET)
    yes.click(shelf.remove, chosen, parts, **_BUILDING, show_progress_on=outcome)
    return parts
