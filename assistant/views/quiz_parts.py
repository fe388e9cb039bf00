"""What the views of the training tab share (培训页部件): notices, sources and tables."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from assistant.render import cite
from prompts import explain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.model import Citation
    from corpus.errors import FazhiError

__all__ = ["grid", "notice", "problem", "sources", "waiting_view"]

_text = partial(say, "quiz")


def notice(title: str, hint: str = "") -> str:
    """A quiet message in place of content."""
    below = f"<p>{escape(hint)}</p>" if hint else ""
    return f'<div class="qz-notice"><h3>{escape(title)}</h3>{below}</div>'


def waiting_view() -> str:
    """What stands there until the questions are made."""
    return notice(_text("waiting"), _text("waiting_hint"))


def problem(error: FazhiError) -> str:
    """What went wrong and what to do."""
    words = explain(error.code(), error.details)
    return (
        f'<div class="qz-problem" role="alert"><p>{escape(words.message)}</p>'
        f'<p class="hint">{escape(words.hint)}</p></div>'
    )


def sources(citations: Sequence[Citation], opens: str) -> str:
    """Buttons that open each source; `opens` names the question, its place is added."""
    buttons = "".join(
        f'<li><button type="button" data-open="{escape(opens)}:{place}">'
        f"<span>{escape(cite(one))}</span></button></li>"
        for place, one in enumerate(citations)
    )
    return f'<ul class="qz-sources" aria-label="{_text("sources")}">{buttons}</ul>'


def grid(titles: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> str:
    """A table of texts; the first column heads its row."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="qz-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="qz-grid"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
