"""Cards, progress and paper on the page (术语、进度、组卷)."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from assistant.quiz.sheet_words import by_kind, kind_name, offered
from assistant.quiz.terms import Source
from assistant.views.quiz_parts import grid, notice, sources
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.quiz.model import QuizItem
    from assistant.quiz.progress import Overview
    from assistant.quiz.terms import Term

__all__ = ["asking_view", "paper_form", "paper_view", "progress_view", "terms_view"]

_text = partial(say, "quiz")
_MISSED = 20


def terms_view(terms: Sequence[Term]) -> str:
    """Every term as a card that is turned by opening it."""
    if not terms:
        return notice(_text("no_terms"), _text("no_terms_hint"))
    cards = "".join(_card(place, term) for place, term in enumerate(terms))
    return (
        f'<p class="qz-note">{_text("terms_hint", count=len(terms))}</p>'
        f'<div class="qz-cards">{cards}</div>'
    )


def asking_view() -> str:
    """The field for a term that one wants explained."""
    return (
        f'<form class="cp-form"><label><span>{say("composed", "term_label")}</span>'
        f'<input name="term" maxlength="60" autocomplete="off" required '
        f'placeholder="{say("composed", "term_hint")}"></label>'
        f"<button>{say('composed', 'term_go')}</button></form>"
    )


def _card(place: int, term: Term) -> str:
    kind = {Source.APPENDIX: "appendix", Source.DEFINED: "defined", Source.USED: "used"}
    about = _text("term_about", place=term.place, year=term.year)
    return (
        f"<details><summary><b>{escape(term.word)}</b>"
        f'<span class="qz-tag">{_text("term_" + kind[term.source])}</span></summary>'
        f"<blockquote>{escape(term.told)}</blockquote>"
        f'<p class="qz-note">{escape(about)}</p>{sources((term.citation,), f"term:{place}")}'
        "</details>"
    )


def progress_view(name: str, mine: Overview | None, everyone: Overview) -> str:
    """A learner's own progress, then what a mentor sees of all."""
    if not everyone.learners:
        return notice(_text("no_progress"), _text("no_progress_hint"))
    own = ""
    if mine is not None and mine.learners:
        own = f"<h3>{escape(_text('own_progress', name=name))}</h3>{_bars(mine)}"
    learners = grid(
        _titles("learners"),
        [
            (one.name, str(one.answered), str(one.right), _share(one.right, one.answered),
             str(one.due), one.last)
            for one in everyone.learners
        ],
        _text("all_learners"),
    )  # fmt: skip
    return f'<div class="qz-progress">{own}{learners}{_weak(everyone)}{_missed(everyone)}</div>'


def _bars(seen: Overview) -> str:
    rows = "".join(
        f'<li><span>{escape(one.topic)}</span><meter min="0" max="{one.answered}" '
        f'value="{one.right}" aria-label="{escape(one.topic)}"></meter>'
        f"<b>{_text('topic_share', right=one.right, count=one.answered)}</b></li>"
        for one in seen.topics
    )
    return f'<ul class="qz-bars">{rows}</ul>'


def _weak(seen: Overview) -> str:
    rows = [
        (one.name, one.topic, str(one.answered), str(one.right), str(one.partly),
         str(one.answered - one.right - one.partly))
        for one in seen.topics
    ]  # fmt: skip
    return grid(_titles("topics"), rows, _text("by_topic"))


def _missed(seen: Overview) -> str:
    if not seen.missed:
        return ""
    rows = "".join(
        f"<li><p>{escape(one.item.stem)}</p>"
        f'<p class="qz-answer"><span>{_text("right_answer")}</span>{escape(one.item.answer)}</p>'
        f'<p class="qz-note">{_text("missed_by", missed=one.missed, count=one.answered)}'
        f"{escape(_text('list_comma').join(one.names))}</p>"
        f"{sources(one.item.citations, f'item:{one.item.id}')}</li>"
        for one in seen.missed[:_MISSED]
    )
    return f'<h3>{_text("most_missed")}</h3><ol class="qz-missed">{rows}</ol>'


def _titles(name: str) -> list[str]:
    titles = table("quiz")[f"{name}_columns"]
    return [str(title) for title in titles] if isinstance(titles, list) else []


def _share(right: int, answered: int) -> str:
    return str(round(100 * right / answered)) if answered else "0"


def paper_form(topics: Sequence[tuple[str, int]], seed: int) -> str:
    """Which questions a paper is to have."""
    boxes = "".join(
        f'<label><input type="checkbox" name="topic" value="{escape(topic)}">'
        f"<span>{escape(_text('topic_row', topic=topic, count=count))}</span></label>"
        for topic, count in topics
    )
    return (
        f'<form class="qz-paper" data-act="paper"><fieldset><legend>{_text("paper_topics")}'
        f"</legend>{boxes}</fieldset>"
        f'<label><span>{_text("how_many")}</span><input type="number" name="count" min="1" '
        f'max="200" value="20" required></label>'
        f'<label><span>{_text("paper_seed")}</span><input type="number" name="seed" min="0" '
        f'max="999999999" value="{seed}" required></label>'
        f'<button class="primary">{_text("make_paper")}</button></form>'
    )


def paper_view(items: Sequence[QuizItem], wanted: int) -> str:
    """The questions of a paper as they will be printed, without the key."""
    if not items:
        return notice(_text("no_paper"), _text("no_paper_hint"))
    fewer = (
        f'<p class="qz-note">{_text("cli_fewer", count=len(items), wanted=wanted)}</p>'
        if len(items) < wanted
        else ""
    )
    parts = "".join(
        f"<h3>{kind_name(kind)}</h3><ol>{''.join(map(_printed, those))}</ol>"
        for kind, those in by_kind(items)
    )
    return f'{fewer}<div class="qz-sheet">{parts}</div>'


def _printed(item: QuizItem) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in offered(item))
    return f"<li>{escape(item.stem)}<ul>{lines}</ul></li>" if lines else (
        f"<li>{escape(item.stem)}</li>"
    )  # fmt: skip
