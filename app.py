"""The page (网页): its tabs and their events; what they show is made in `assistant/views/*.py`."""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence  # noqa: TC003 - Gradio reads annotations
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.feedback import FeedbackStore
from assistant.views import assets as page_assets
from assistant.views import library
from assistant.views.conversation import Talk, commented, converse, halted, voted
from assistant.views.data_desk import DataDesk
from assistant.views.headers import server_options
from assistant.views.source import empty_source, source_of
from assistant.views.talk import problem_view, talk_view
from corpus.errors import FazhiError, IndexMissing, SettingsProblem
from corpus.formats import SUFFIXES
from page.data_tab import DataTab
from page.parts import OWN, QUIET, html
from prompts import explain, say

if TYPE_CHECKING:
    from assistant.service import Assistant
    from index.build import BuildOutcome, Phase, Progress

_text = partial(say, "page")
_log = logging.getLogger(__name__)
_PAUSE = 0.03  # seconds between two clauses: enough to follow, too short to wait for
_UPLOAD_LIMIT_MB = 200  # above every limit of the loader, which says more of each file
# Two parts that are shown by turns, such as the send and the stop button.
_IDLE = (gr.update(visible=True), gr.update(visible=False))
_BUSY = (gr.update(visible=False), gr.update(visible=True))
_ASKING: dict[str, Any] = {**QUIET, "concurrency_id": "ask", "concurrency_limit": 4}
_BUILDING: dict[str, Any] = {**OWN, "concurrency_id": "build", "concurrency_limit": 1}
_PROGRESS = gr.Progress()
_FONTS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "system-ui", "sans-serif")


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
        now = talk
        for now in converse(self._assistant, question, talk):
            yield "", now, self.talk(now), gr.skip(), *_BUSY
            if now[-1].shown is not None:
                time.sleep(_PAUSE)
        source = self._source(now, len(now) - 1, 0) if now[-1].citations else gr.skip()
        yield "", now, self.talk(now), source, *_IDLE

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
        return talk, self.talk(talk), *_IDLE

    def clear(self) -> tuple[Any, ...]:
        """Begin anew."""
        return (), self.talk(()), empty_source(), *_IDLE

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


class Shelf:
    """What the library's events do; most of them draw all parts of the tab anew."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

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
        return *_BUSY, library.removal_view(cards)

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
        )


def build_page(assistant: Assistant, *, feedback: Path) -> gr.Blocks:
    """The whole page over an assistant; opinions go to a file, passing files beside it."""
    passing = feedback.absolute().parent / "uploads"
    os.environ["GRADIO_TEMP_DIR"] = str(passing)
    desk = Desk(assistant, FeedbackStore(feedback))
    shelf = Shelf(assistant)
    page = gr.Blocks(
        title=_text("title"), analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)
    )
    with page:
        masthead = html(library.head_view(len(library.cards_of(assistant)[0])), "masthead")
        talk = gr.State(())
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab(_text("ask_tab"), id="ask"):
                drawn = _ask_tab(desk, talk)
            with gr.Tab(say("figures", "tab"), id="data"):
                data = DataTab(DataDesk(assistant, passing / "exports"))
            with gr.Tab(_text("library_tab"), id="library"):
                opened = _library_tab(shelf, masthead)
        page.load(shelf.parts, None, opened, **QUIET)
        page.load(data.fresh, None, data.parts, **QUIET)
        masthead.change(desk.talk, talk, drawn, **QUIET)
        masthead.change(data.fresh, None, data.parts, **QUIET)
    return page


def _ask_tab(desk: Desk, talk: gr.State) -> gr.HTML:
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


def _library_tab(shelf: Shelf, masthead: gr.HTML) -> list[Any]:
    chosen = gr.State("")
    with gr.Row(elem_id="library"):
        with gr.Column(scale=4, min_width=320, elem_id="shelf-side"):
            upload = gr.UploadButton(_text("upload"), file_count="multiple", variant="primary")
            html(library.upload_hint(SUFFIXES, limit_mb=_UPLOAD_LIMIT_MB), "hint")
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
            report = html(library.report_view(None), "report")
    parts = [masthead, chosen, cards, report, offer, confirm, outcome]
    cards.select(shelf.open_report, None, parts, **QUIET)
    upload.upload(shelf.add, upload, parts, **_BUILDING, show_progress_on=outcome)
    remove.click(shelf.ask_to_remove, chosen, [offer, confirm, sure], **QUIET)
    no.click(lambda: _IDLE, None, [offer, confirm], **QUIET)
    yes.click(shelf.remove, chosen, parts, **_BUILDING, show_progress_on=outcome)
    return parts


def launch(page: gr.Blocks, *, host: str, port: int) -> str:
    """Serve the page and give its address; nothing is shared, reported or kept in browsers."""
    try:
        _, address, _ = page.queue(default_concurrency_limit=4).launch(
            server_name=host,
            server_port=port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            show_error=False,
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            max_file_size=f"{_UPLOAD_LIMIT_MB}mb",
            theme=gr.themes.Base(font=_FONTS, font_mono=_FONTS).set(**page_assets.colours()),
            css=page_assets.style(),
            head=page_assets.head(),
            app_kwargs=server_options(),
        )
    except OSError as error:
        raise SettingsProblem(name="FAZHI_PORT", why=_text("port_taken", port=port)) from error
    return str(address)


def main() -> None:
    """Open the index and serve the page until stopped; a problem is one sentence and exit 2."""
    from assistant.factory import open_assistant
    from assistant.settings import read_settings

    try:
        settings = read_settings()
        assistant = open_assistant(settings)
        with suppress(IndexMissing):  # the first upload makes one
            assistant.cards()
        page = build_page(assistant, feedback=settings.feedback)
        address = launch(page, host=settings.host, port=settings.port)
    except FazhiError as error:
        words = explain(error.code(), error.details)
        print(_text("failure", message=words.message, hint=words.hint), file=sys.stderr)
        sys.exit(2)
    print(_text("serving", address=address), flush=True)
    # The model takes seconds to load: better before the first reader asks than while one waits.
    Thread(target=lambda: list(converse(assistant, _text("title"), ())), daemon=True).start()
    page.block_thread()


if __name__ == "__main__":
    main()
