"""The half 写材料 of the tab 数据: what was picked in any tab, and the paragraph made of it."""

from __future__ import annotations

from collections.abc import Generator  # noqa: TC003 - Gradio reads annotations
from functools import partial
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.views.conversation import Talk  # noqa: TC001 - Gradio reads annotations
from assistant.views.picks import Picks, count_view, picks_view, with_picks, without_pick
from page.composed_part import COMPOSING, ComposedPart, drawn_each
from page.parts import QUIET, html
from prompts import say

if TYPE_CHECKING:
    from assistant.views.composing_desk import ComposingDesk
    from assistant.views.data_desk import DataDesk

__all__ = ["DraftHalf"]


class DraftHalf:
    """The parts of the half and their events; picks are forgotten with the page."""

    def __init__(self, data: DataDesk, desk: ComposingDesk, count: gr.HTML) -> None:
        self._count = count
        self._data = data
        self._desk = desk
        with gr.Tab(say("composed", "draft_tab"), id="draft-half"):
            # Beside the tabs a state would count as one of them.
            self.picks: gr.State = gr.State(())
            self._picked = html(picks_view(()), "picked")
            self._drafted = ComposedPart("drafted")

    def listen(self, rows: gr.HTML, proof: gr.HTML) -> None:
        """Wire up: rows give picks, sources open in the proof pane."""
        drawn = self._given
        rows.like(self._pick, self.picks, drawn, **QUIET)
        self._picked.delete(self._unpick, self.picks, drawn, **QUIET)
        self._picked.clear(lambda: self._drawn(()), None, drawn, **QUIET)
        self._picked.select(self._open_pick, self.picks, proof, **QUIET)
        drafting = self._picked.submit(self._draft, self.picks, self._drafted.parts, **COMPOSING)
        self._drafted.begun_by(drafting)
        self._drafted.opens(proof, partial(self._desk.source, back="back_to_data"))

    def takes_answers(self, drawn: gr.HTML, talk: gr.State) -> None:
        """Let answers of the talk be picked, with all they rest on."""
        drawn.apply(self._pick_answer, [self.picks, talk], self._given, **QUIET)

    @property
    def _given(self) -> list[Any]:
        """What `_drawn` draws."""
        return [self.picks, self._picked, self._count]

    def _drawn(self, picks: Picks) -> tuple[Any, ...]:
        return picks, picks_view(picks), count_view(picks)

    def _pick(self, picks: Picks, sent: gr.LikeData) -> tuple[Any, ...]:
        try:
            one = self._data.sentence(str(sent.value))
        except KeyError:  # its report was removed meanwhile
            return self._drawn(picks)
        if sent.liked:
            return self._drawn(with_picks(picks, [one]))
        return self._drawn(tuple(other for other in picks if other != one))

    def _pick_answer(self, picks: Picks, talk: Talk, sent: gr.EventData) -> tuple[Any, ...]:
        return self._drawn(with_picks(picks, talk[int(str(sent.index))].citations))

    def _unpick(self, picks: Picks, sent: gr.EventData) -> tuple[Any, ...]:
        return self._drawn(without_pick(picks, int(str(sent.index))))

    def _draft(self, picks: Picks, sent: gr.EventData) -> Generator[tuple[Any, ...]]:
        yield from drawn_each(self._desk.drafted(picks, str(sent.value)))

    def _open_pick(self, picks: Picks, chosen: gr.SelectData) -> Any:  # noqa: ANN401 - or gr.skip()
        place = int(str(chosen.value))
        if place >= len(picks):
            return gr.skip()
        return self._desk.source(picks[place], f"pick-{place}", back="back_to_data")
