"""Texts made from reports (成稿) as escaped HTML: summary, explanation, paragraph for a speech.

Buttons that open a source carry `data-open`; composed.js sends it on and marks what is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from assistant.model import Answer, Refusal
from assistant.render import cite, composed_text
from assistant.views.written import written_view
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Citation, Reply, Statement
    from prompts import Explanation

__all__ = ["Composed", "composed_view"]

_text = partial(say, "composed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A text, or as much of it as there is (成稿)."""

    kind: str
    """summary, term or speech."""
    about: str
    """What it is of: a heading, a term, a topic."""
    reply: Reply | None = None
    passed: tuple[Statement, ...] = ()
    done: int = 0
    parts: int = 1
    problem: Explanation | None = None
    stopped: bool = False
    name: str = ""
    """Tells it from a text of the same kind made before or after it."""

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        return self.reply is None and self.problem is None and not self.stopped

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in order."""
        return self.reply.citations if isinstance(self.reply, Answer) else ()


def composed_view(composed: Composed | None) -> str:
    """The text with its sources; nothing where there is none."""
    if composed is None:
        return ""
    busy = str(composed.running).lower()
    return (
        f'<article class="composed" aria-busy="{busy}" data-kind="{composed.kind}" '
        f'data-text="{composed.name}">'
        f"{_head(composed)}{_body(composed)}</article>"
    )


def _head(composed: Composed) -> str:
    act = "stop" if composed.running else "close"
    return (
        f'<header><h3><span class="cp-kind">{_text(composed.kind)}</span>'
        f"{escape(composed.about)}</h3>"
        f'<button type="button" data-act="{act}">{_text(act)}</button></header>'
    )


def _body(composed: Composed) -> str:
    if composed.problem:
        problem = composed.problem
        return f'<p class="cp-note">{escape(problem.message)}。{escape(problem.hint)}。</p>'
    match composed.reply:
        case Answer() as answer:
            return _answer(composed, answer)
        case Refusal(text=text):
            return f'<p class="cp-note">{escape(text)}</p>'
    said = "".join(escape(statement.text) for statement in composed.passed)
    flowing = f'<p class="cp-text">{said}</p>' if said else ""
    if composed.stopped:
        return f'{flowing}<p class="cp-note">{_text("stopped")}</p>'
    return flowing + _going_on(composed)


def _going_on(composed: Composed) -> str:
    """How far the model is."""
    words = _text("going_on")
    if composed.parts > 1:
        words = _text("going_on_part", at=min(composed.done + 1, composed.parts), of=composed.parts)
    return (
        f'<p class="cp-wait" role="status"><span class="searching">{words}<i></i><i></i><i></i>'
        f'</span><progress max="{composed.parts}" value="{composed.done}"></progress></p>'
    )


def _answer(composed: Composed, answer: Answer) -> str:
    worded = answer.written is not None and answer.written.sentences == len(answer.statements)
    notes = "".join(f'<p class="cp-note">{escape(note)}</p>' for note in answer.notes)
    how = written_view(answer.written, answer.statements) if answer.written else ""
    if not worded:
        how += f'<p class="cp-note">{_text(f"as_written_{composed.kind}")}</p>'
    return (
        f"{_statements(answer, flowing=worded or composed.kind == 'speech')}{notes}"
        f'<div class="cp-how">{how}</div>'
        f"{_sources(answer.citations)}{_actions(answer)}"
    )


def _statements(answer: Answer, *, flowing: bool) -> str:
    """A paragraph, or a list of sentences, each with what opens its sources."""
    said = [f"{escape(one.text)}{_refs(answer, one)}" for one in answer.statements]
    if flowing:
        return f'<p class="cp-text">{"".join(said)}</p>'
    return f'<ul class="cp-text">{"".join(f"<li>{one}</li>" for one in said)}</ul>'


def _refs(answer: Answer, statement: Statement) -> str:
    places = {citation: place for place, citation in enumerate(answer.citations)}
    buttons = "".join(
        f'<button type="button" class="cp-ref" data-open="{places[one]}" '
        f'aria-label="{_text("open_source", number=places[one] + 1)}">{places[one] + 1}</button>'
        for one in dict.fromkeys(statement.citations)
    )
    return f'<span class="refs">{buttons}</span>'


def _sources(citations: Sequence[Citation]) -> str:
    entries = "".join(
        f'<li><button type="button" data-open="{place}"><span class="place">{escape(cite(one))}'
        f'</span><span class="quote">{escape(one.quote)}</span></button></li>'
        for place, one in enumerate(citations)
    )
    label = _text("sources", count=len(citations))
    return f'<details class="cp-sources"><summary>{label}</summary><ol>{entries}</ol></details>'


def _actions(answer: Answer) -> str:
    buttons = "".join(
        f'<button type="button" data-act="copy" data-text="{escape(text)}" '
        f'data-done="{say("page", "copied")}">{_text(key)}</button>'
        for key, text in (
            ("copy_text", composed_text(answer, sources=False)),
            ("copy_all", composed_text(answer, sources=True)),
        )
    )
    return f'<div class="cp-actions">{buttons}</div>'
