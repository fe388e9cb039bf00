"""Sentences picked for a speech (选材), and the picking: a tuple that only grows and shrinks."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from assistant.model import Citation
from assistant.render import cite
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST", "Picks", "count_view", "picks_view", "with_picks", "without_pick"]

_text = partial(say, "composed")
MOST = 30
"""Sentences of one paragraph."""

Picks = tuple[Citation, ...]


def with_picks(picks: Picks, more: Iterable[Citation]) -> Picks:
    """What was picked and what is added to it, each once."""
    return tuple(dict.fromkeys((*picks, *more)))[:MOST]


def without_pick(picks: Picks, place: int) -> Picks:
    """What was picked without one of them."""
    return tuple(one for at, one in enumerate(picks) if at != place)


def count_view(picks: Picks) -> str:
    """How many are picked, for composed.js to show on the tab."""
    return f'<span data-count="{len(picks)}"></span>' if picks else ""


def picks_view(picks: Picks) -> str:
    """What is picked, each to be opened or put back, and the way to a paragraph."""
    if not picks:
        hint = _text("picks_none_hint")
        return f'<div class="empty"><h3>{_text("picks_none")}</h3><p>{hint}</p></div>'
    entries = "".join(_entry(place, one) for place, one in enumerate(picks))
    full = f'<p class="cp-note">{_text("picks_full", most=MOST)}</p>' if len(picks) == MOST else ""
    return (
        f'<section class="cp-picked"><header>'
        f"<h3>{_text('picks_head', count=len(picks))}</h3>"
        f'<button type="button" data-act="clear">{_text("clear_picks")}</button></header>'
        f'<ol class="cp-picks">{entries}</ol>{full}'
        f'<form class="cp-form"><label><span>{_text("topic_label")}</span>'
        f'<input name="topic" maxlength="60" autocomplete="off" '
        f'placeholder="{_text("topic_hint")}"></label>'
        f"<button>{_text('draft_go')}</button></form></section>"
    )


def _entry(place: int, one: Citation) -> str:
    label = escape(f"{_text('unpick')} {cite(one)}")
    return (
        f'<li><button type="button" data-open="{place}"><span class="place">{escape(cite(one))}'
        f'</span><span class="quote">{escape(one.quote)}</span></button>'
        f'<button type="button" data-act="unpick" data-place="{place}" aria-label="{label}">'
        f"{_text('unpick')}</button></li>"
    )
