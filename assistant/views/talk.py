"""The talk on the page (对话), as escaped HTML.

Buttons carry what they do as `data-act`; page.js turns a click into the Gradio event of that name.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from assistant.model import Answer, Refusal
from assistant.render import cite, to_text
from assistant.tables.answer_table import numbering
from assistant.tables.chart import chart_of
from assistant.views.tables import table_view
from assistant.views.written import written_view
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Citation, Statement
    from assistant.views.conversation import Exchange, Opinion, Talk
    from index.ledger_model import Entry
    from prompts import Explanation

__all__ = ["problem_view", "talk_view"]

_QUESTION_SHOWN = 200
_DRAWN = 20
"""Rows of a table that its chart draws."""
# The whole talk is drawn anew with each clause of an answer; the charts in it stay what they are.
_chart = lru_cache(maxsize=64)(chart_of)
# A thumb drawn as a path: many office machines have no font with 👍.
_THUMB = (
    "M1.5 7h2.6v7H1.5zM4.1 7l3-5.5c1.3 0 2 .9 1.8 2L8.4 6h4.7c.9 0 1.5.8 1.3 1.6"
    "l-1.2 5.2c-.2.7-.8 1.2-1.5 1.2H4.1"
)


def talk_view(talk: Talk, *, bare: bool) -> str:
    """Every exchange, oldest first; with none, a welcome (`bare`: nothing to ask about yet)."""
    if not talk:
        return _welcome(bare=bare)
    busy = str(talk[-1].running).lower()
    last = len(talk) - 1
    turns = "".join(_exchange(n, exchange, last=n == last) for n, exchange in enumerate(talk))
    label = say("page", "talk_label")
    return (
        f'<div class="talk" role="log" tabindex="0" aria-label="{label}" aria-busy="{busy}">'
        f"{turns}</div>"
    )


def problem_view(problem: Explanation) -> str:
    """What went wrong and what to do, calmly."""
    return (
        f'<div class="problem" role="alert"><p>{escape(problem.message)}</p>'
        f'<p class="hint">{escape(problem.hint)}</p></div>'
    )


def _welcome(*, bare: bool) -> str:
    key = "welcome_bare" if bare else "welcome"
    words = f"<h2>{say('page', key)}</h2><p>{say('page', f'{key}_hint')}</p>"
    if bare:
        return f'<div class="welcome">{words}</div>'
    examples = table("page")["examples"]
    if not isinstance(examples, list):
        raise TypeError("page.examples is no list")
    buttons = "".join(
        f'<li><button type="button" data-act="example" data-index="{number}" '
        f'data-text="{escape(text)}">{escape(text)}</button></li>'
        for number, text in enumerate(examples)
    )
    label = say("page", "examples_label")
    offered = f'<ul class="examples" aria-label="{label}">{buttons}</ul>'
    return f'<div class="welcome">{words}{offered}</div>'


def _exchange(number: int, exchange: Exchange, *, last: bool) -> str:
    return (
        f'<section class="turn" data-turn="{number}">'
        f'<div class="question"><span class="by">{say("page", "question_by")}</span>'
        f"<p>{_lines(_shortened(exchange.question))}</p></div>"
        f'<div class="answer"><span class="by">{say("page", "answer_by")}</span>'
        f"{_answer(exchange)}{_closing(exchange, last=last)}</div></section>"
    )


def _answer(exchange: Exchange) -> str:
    """What is said so far."""
    if exchange.problem:
        return problem_view(exchange.problem)
    match exchange.reply:
        case None:
            body = _flowing(exchange, exchange.passed, refs=False) if exchange.passed else ""
            body += "" if exchange.stopped else _searching()
        case Answer() as answer:
            body = _carried(answer.carried) + _said(exchange, answer)
            if exchange.shown is None:
                body += "".join(f'<p class="note">{_lines(note)}</p>' for note in answer.notes)
                body += _compared(exchange)
        case Refusal() as refusal:
            body = _carried(refusal.carried) + _refusal(exchange, refusal)
    if exchange.stopped:
        key = "stopped" if exchange.reply or exchange.passed else "stopped_early"
        body += f'<p class="stopped">{say("page", key)}</p>'
    return body


def _closing(exchange: Exchange, *, last: bool) -> str:
    """What follows: sources, actions and the opinion form of a whole answer.

    Only the last answer can be had again, since what followed an earlier one rests on it.
    """
    if exchange.running:
        return ""
    retry = (
        f'<button type="button" data-act="retry">{say("page", "retry")}</button>' if last else ""
    )
    if exchange.reply is None or exchange.shown is not None:
        return f'<div class="actions">{retry}</div>'
    pick = _pick() if exchange.citations and isinstance(exchange.reply, Answer) else ""
    actions = _copy(to_text(exchange.reply, exchange.table)) + pick + retry
    actions += _votes(exchange.opinion)
    return f'{_sources(exchange)}<div class="actions">{actions}</div>{_opinion(exchange)}'


def _said(exchange: Exchange, answer: Answer) -> str:
    """The statements; those that a language model worded run on, and say that they were checked."""
    written = answer.written
    if written is None or exchange.shown is not None:
        return _statements(exchange, answer.statements)
    first, rest = answer.statements[: written.sentences], answer.statements[written.sentences :]
    flowing = _flowing(exchange, first, refs=True) if first else ""
    others = _statements(exchange, rest) if rest else ""
    return flowing + others + written_view(written, answer.statements)


def _flowing(exchange: Exchange, statements: Sequence[Statement], *, refs: bool) -> str:
    """Sentences as one paragraph, each with what opens its sources."""
    text = "".join(
        _lines(statement.text) + (_refs(exchange, statement) if refs else "")
        for statement in statements
    )
    return f'<p class="statement written">{text}</p>'


def _statements(exchange: Exchange, statements: Sequence[Statement]) -> str:
    """The statements as far as they are shown, numbered if there are several (第三个具体说说)."""
    left = exchange.shown
    html = []
    for statement in statements:
        text = statement.text if left is None else statement.text[:left]
        if not text:
            break
        refs = _refs(exchange, statement) if left is None else ""
        html.append(f'<li class="statement">{_lines(text)}{refs}</li>')
        left = None if left is None else left - len(text)
    kind = "many" if len(statements) > 1 else "one"
    return f'<ol class="statements {kind}">{"".join(html)}</ol>'


def _compared(exchange: Exchange) -> str:
    """What the answer sets side by side, each number opening its sentence, and its chart."""
    shown = exchange.table
    if shown is None:
        return ""
    place_of = numbering(exchange.sources)

    def opens(entry: Entry) -> str:
        return f'data-act="cite" data-citation="{place_of(entry)}"'

    chart = _chart(shown.first(_DRAWN))
    drawn = say("figures", "first_drawn", drawn=_DRAWN) if chart and shown.count > _DRAWN else ""
    notes = "".join(f'<p class="note">{note}</p>' for note in (shown.left_out, drawn) if note)
    return f'<div class="side-by-side">{table_view(shown.table, opens=opens)}{notes}{chart}</div>'


def _refusal(exchange: Exchange, refusal: Refusal) -> str:
    reasons = table("page")["reasons"]
    title = reasons[refusal.reason.value] if isinstance(reasons, dict) else ""
    text = refusal.text if exchange.shown is None else refusal.text[: exchange.shown]
    nearest = ""
    if exchange.shown is None:
        nearest = "".join(
            f'<p class="statement">{_lines(s.text)}{_refs(exchange, s)}</p>'
            for s in refusal.nearest
        )
        if nearest:
            nearest = f'<p class="nearest">{say("answers", "nearest")}</p>{nearest}'
    return (
        f'<div class="refusal" role="note"><p class="reason">{escape(title)}</p>'
        f"<p>{_lines(text)}</p>{nearest}</div>"
    )


def _refs(exchange: Exchange, statement: Statement) -> str:
    places = {citation: place for place, citation in enumerate(exchange.citations)}
    buttons = []
    for citation in dict.fromkeys(statement.citations):
        place = places[citation]
        label = say("page", "open_source", number=place + 1)
        buttons.append(
            f'<button type="button" class="ref" data-act="cite" data-citation="{place}" '
            f'aria-label="{label}">{place + 1}</button>'
        )
    return f'<span class="refs">{"".join(buttons)}</span>'


def _sources(exchange: Exchange) -> str:
    if not exchange.citations:
        return ""
    label = say("page", "sources" if isinstance(exchange.reply, Answer) else "nearest_sources")
    entries = "".join(_source(place, c) for place, c in enumerate(exchange.citations))
    return f'<p class="label">{label}</p><ol class="citations">{entries}</ol>'


def _source(place: int, citation: Citation) -> str:
    return (
        f'<li><button type="button" class="citation" data-act="cite" data-citation="{place}">'
        f'<span class="place">{escape(cite(citation))}</span>'
        f'<span class="quote">{escape(citation.quote)}</span></button></li>'
    )


def _copy(text: str) -> str:
    return (
        f'<button type="button" data-act="copy" data-text="{escape(text)}" '
        f'data-done="{say("page", "copied")}">{say("page", "copy")}</button>'
    )


def _pick() -> str:
    """Takes the sentences of an answer for a speech (写进材料)."""
    done = say("composed", "pick_answer_done")
    return (
        f'<button type="button" data-act="pick" data-done="{done}">'
        f"{say('composed', 'pick_answer')}</button>"
    )


def _votes(opinion: Opinion | None) -> str:
    liked = opinion.liked if opinion else None
    return _vote("like", pressed=liked is True) + _vote("dislike", pressed=liked is False)


def _vote(which: str, *, pressed: bool) -> str:
    turn = "" if which == "like" else ' transform="rotate(180 8 8)"'
    return (
        f'<button type="button" class="vote" data-act="{which}" '
        f'aria-pressed="{str(pressed).lower()}"><svg viewBox="0 0 16 16" aria-hidden="true">'
        f'<path{turn} d="{_THUMB}"/></svg>{say("page", which)}</button>'
    )


def _opinion(exchange: Exchange) -> str:
    opinion = exchange.opinion
    if opinion is None:
        return ""
    if opinion.commented:
        return f'<p class="thanks" role="status">{say("page", "comment_thanks")}</p>'
    label = say("page", "comment_like" if opinion.liked else "comment_dislike")
    return (
        f'<form class="comment"><textarea rows="2" maxlength="2000" aria-label="{label}" '
        f'placeholder="{label}"></textarea>'
        f'<button type="submit">{say("page", "comment_send")}</button></form>'
    )


def _searching() -> str:
    return f'<p class="searching">{say("page", "searching")}<i></i><i></i><i></i></p>'


def _carried(carried: str) -> str:
    if not carried:
        return ""
    return f'<p class="carried">{escape(carried)}</p>'


def _shortened(question: str) -> str:
    if len(question) <= _QUESTION_SHOWN:
        return question
    return question[:_QUESTION_SHOWN] + say("page", "question_cut", length=len(question))


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
