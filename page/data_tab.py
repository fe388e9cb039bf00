"""The tab 数据: the ledger row by row, one indicator over places and years, and their sources."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - Gradio reads annotations
from dataclasses import replace
from functools import partial
from pathlib import Path  # noqa: TC003
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.tables.ledger_filter import Comparison, LedgerFilter
from assistant.views.compare import compared_view
from assistant.views.ledger import empty_view
from assistant.views.picks import Picks  # noqa: TC001 - Gradio reads annotations
from assistant.views.source import empty_source
from corpus.errors import FazhiError
from page.draft_tab import DraftHalf
from page.parts import OWN, QUIET, html
from prompts import explain, say

if TYPE_CHECKING:
    from assistant.views.composing_desk import ComposingDesk
    from assistant.views.data_desk import DataDesk

__all__ = ["DataTab"]

_text = partial(say, "figures")
_WRITING: dict[str, Any] = {**OWN, "concurrency_id": "export", "concurrency_limit": 2}
_FETCH = "(file) => { fazhi.fetch(file); }"
_ENDINGS = ("csv", "xlsx")


class DataTab:
    """The parts of the tab and their events."""

    def __init__(self, desk: DataDesk, composing: ComposingDesk) -> None:
        self._desk = desk
        self._wanted = gr.State(LedgerFilter())
        self._comparison = gr.State(Comparison())
        with gr.Row(elem_id="data", equal_height=True):
            with gr.Column(scale=7, min_width=320, elem_id="data-side"):
                count = html("", "pickcount")
                with gr.Tabs(elem_id="halves"):
                    with gr.Tab(_text("rows_tab"), id="rows-half"):
                        self._filters = html("", "filters")
                        self._rows = html(empty_view("data_empty"), "rows")
                        row_files = _downloads()
                    with gr.Tab(_text("compare_tab"), id="compare-half"):
                        self._form = html("", "comparing")
                        self._choices = html("", "choices")
                        self._compared = html(compared_view(None, ()), "compared")
                        compared_files = _downloads()
                    self.draft = DraftHalf(desk, composing, count)
            with gr.Column(scale=4, min_width=320, elem_id="proof-side"):
                self._proof = html(empty_source(hint="source_hint"), "proof")
        self._listen()
        _offer(row_files, desk.rows_file, self._wanted)
        _offer(compared_files, desk.compared_file, self._comparison)

    @property
    def parts(self) -> list[Any]:
        """What `fresh` draws."""
        return [self._filters, self._form, self._wanted, self._rows, self._comparison,
                self._choices, self._compared]  # fmt: skip

    def fresh(self) -> tuple[Any, ...]:
        """The whole tab over the library as it is now."""
        filters, form = self._desk.forms()
        wanted, comparison = LedgerFilter(), Comparison()
        return (
            filters, form, wanted, self._desk.rows(wanted),
            comparison, self._desk.choices(comparison), self._desk.compared(comparison),
        )  # fmt: skip

    def _listen(self) -> None:
        shown = [self._wanted, self._rows]
        picks = self.draft.picks
        self._filters.submit(self._filter, picks, shown, **QUIET)
        self._rows.submit(self._turn, [self._wanted, picks], shown, **QUIET)
        compared = [self._comparison, self._choices, self._compared]
        self._form.submit(self._compare, self._comparison, compared, **QUIET)
        self._choices.select(self._choose, self._comparison, compared, **QUIET)
        for part in (self._rows, self._compared):
            part.select(self._open, None, self._proof, **QUIET)
        self.draft.listen(self._rows, self._proof)

    def _filter(self, picks: Picks, sent: gr.EventData) -> tuple[LedgerFilter, str]:
        wanted = LedgerFilter.from_json(str(sent.value))
        return wanted, self._desk.rows(wanted, picks)

    def _turn(
        self, wanted: LedgerFilter, picks: Picks, sent: gr.EventData
    ) -> tuple[LedgerFilter, str]:
        wanted = wanted.turned_to(int(str(sent.index)))
        return wanted, self._desk.rows(wanted, picks)

    def _compare(self, before: Comparison, sent: gr.EventData) -> tuple[Any, ...]:
        return self._draw(Comparison.from_json(str(sent.value), group=before.group))

    def _choose(self, before: Comparison, chosen: gr.SelectData) -> tuple[Any, ...]:
        return self._draw(replace(before, group=int(str(chosen.value))))

    def _draw(self, wanted: Comparison) -> tuple[Any, ...]:
        return wanted, self._desk.choices(wanted), self._desk.compared(wanted)

    def _open(self, chosen: gr.SelectData) -> Any:  # noqa: ANN401 - HTML or gr.skip()
        try:
            return self._desk.source(str(chosen.value))
        except KeyError:  # its report was removed meanwhile
            return empty_source(key="source_gone")


def _downloads() -> dict[str, tuple[gr.Button, gr.DownloadButton]]:
    """A button for each kind of file, and the hidden one that hands the file to the browser."""
    with gr.Row(elem_classes="downloads"):
        return {
            ending: (
                gr.Button(_text(f"download_{ending}"), scale=0, min_width=132),
                gr.DownloadButton(visible="hidden"),
            )
            for ending in _ENDINGS
        }


def _offer(
    buttons: dict[str, tuple[gr.Button, gr.DownloadButton]],
    write: Callable[[Any, str], Path],
    wanted: gr.State,
) -> None:
    for ending, (button, file) in buttons.items():
        written = button.click(
            partial(_written, write, ending), wanted, file, **_WRITING, show_progress_on=button
        )
        written.success(None, file, None, js=_FETCH, **OWN)


def _written(write: Callable[[Any, str], Path], ending: str, wanted: object) -> str:
    if isinstance(wanted, Comparison) and wanted.group is None:
        raise _refused(_text("choose_first"))
    try:
        return str(write(wanted, ending))
    except FazhiError as error:
        words = explain(error.code(), error.details)
        sentence = say("page", "failure", message=words.message, hint=words.hint)
        raise _refused(sentence) from error


def _refused(sentence: str) -> gr.Error:
    return gr.Error(sentence, title=_text("not_written"), print_exception=False)
