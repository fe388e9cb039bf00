"""The page (网页): its tabs and their events; what they show is made in `assistant/views/*.py`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

import gradio as gr

from assistant.feedback import FeedbackStore
from assistant.views import assets as page_assets
from assistant.views import library
from assistant.views.check_desk import CheckDesk
from assistant.views.composing_desk import ComposingDesk
from assistant.views.conversation import converse
from assistant.views.data_desk import DataDesk
from assistant.views.headers import server_options
from assistant.views.quiz_desk import QuizDesk
from corpus.errors import FazhiError, IndexMissing, SettingsProblem
from page.ask_tab import Desk, ask_tab
from page.check_tab import CheckTab
from page.data_tab import DataTab
from page.library_tab import Shelf, library_tab
from page.parts import QUIET, UPLOAD_LIMIT_MB, html
from page.quiz_tab import QuizTab
from prompts import explain, say

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.service import Assistant

_text = partial(say, "page")
_FONTS = ("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "system-ui", "sans-serif")


def build_page(
    assistant: Assistant,
    *,
    feedback: Path,
    progress: Path | None = None,
    strict_hedge: bool = False,
) -> gr.Blocks:
    """The whole page over an assistant; opinions go to a file, passing files beside it.

    Training keeps its progress in another, by default beside the opinions.
    """
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
                drawn = ask_tab(desk, talk)
            with gr.Tab(say("figures", "tab"), id="data"):
                composing = ComposingDesk(assistant)
                data = DataTab(DataDesk(assistant, passing / "exports"), composing)
                data.draft.takes_answers(drawn, talk)
            with gr.Tab(say("draft", "tab"), id="check"):
                CheckTab(CheckDesk(assistant, passing / "drafts"))
            with gr.Tab(say("quiz", "tab"), id="training"):
                kept = progress or feedback.with_name("progress.sqlite")
                training = QuizTab(
                    QuizDesk(assistant, kept, passing / "papers", strict_hedge=strict_hedge),
                    composing,
                )
            with gr.Tab(_text("library_tab"), id="library"):
                opened = library_tab(shelf, masthead)
        page.load(shelf.parts, None, opened, **QUIET)
        page.load(data.fresh, None, data.parts, **QUIET)
        page.load(training.fresh, training.name, training.parts, **QUIET)
        masthead.change(desk.talk, talk, drawn, **QUIET)
        masthead.change(data.fresh, None, data.parts, **QUIET)
        masthead.change(training.fresh, training.name, training.parts, **QUIET)
    return page


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
            max_file_size=f"{UPLOAD_LIMIT_MB}mb",
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
        page = build_page(
            assistant,
            feedback=settings.feedback,
            progress=settings.progress,
            strict_hedge=settings.strict_hedge,
        )
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
