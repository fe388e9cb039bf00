"""A sitting on the page (练习页): the question, what came of the answer, and the end."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from assistant.quiz.grading import Verdict
from assistant.quiz.model import Kind
from assistant.quiz.sheet_words import (
    LETTERS,
    difficulty_name,
    difficulty_why,
    kind_name,
)
from assistant.views.quiz_parts import sources
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.quiz.model import QuizItem
    from assistant.quiz.practice import Answered, Sitting, Standing

__all__ = ["end_view", "result_view", "start_view", "task_view"]

_text = partial(say, "quiz")
_COUNTS = (5, 10, 20, 30)


def start_view(
    name: str, standing: Standing | None, topics: Sequence[tuple[str, int]], told: str = ""
) -> str:
    """Who is learning, and what to begin with."""
    if standing is None:
        return (
            f'{told}<form class="qz-start" data-act="enter"><h2>{_text("start_title")}</h2>'
            f"<p>{_text('start_hint')}</p>"
            f'<label><span>{_text("name")}</span><input name="name" maxlength="20" '
            f'autocomplete="off" required value="{escape(name)}"></label>'
            f'<button class="primary">{_text("enter")}</button></form>'
        )
    facts = _text("standing", known=standing.known, due=standing.due)
    resting = (
        f'<p class="qz-note">{_text("resting", count=standing.resting)}</p>'
        if standing.resting
        else ""
    )
    return (
        f'{told}<div class="qz-start"><h2>{_text("hello", name=escape(name))}</h2>'
        f"<p>{facts}</p>{resting}{_left_open(standing.sitting)}"
        f'<form data-act="begin"><label><span>{_text("topic")}</span>{_topics(topics)}</label>'
        f"<label><span>{_text('how_many')}</span>{_how_many()}</label>"
        f'<button class="{"" if standing.sitting else "primary"}">{_text("begin")}</button></form>'
        f'<button type="button" class="plain" data-act="leave">{_text("leave")}</button></div>'
    )


def _left_open(sitting: Sitting | None) -> str:
    if sitting is None or sitting.position is None:
        return ""
    words = _text("left_open", number=sitting.position + 1, count=len(sitting.tasks))
    return (
        f'<div class="qz-left"><p>{words}</p><button type="button" class="primary" '
        f'data-act="resume" data-focus>{_text("resume")}</button></div>'
    )


def _topics(topics: Sequence[tuple[str, int]]) -> str:
    options = "".join(
        f'<option value="{escape(topic)}">{escape(_text("topic_row", topic=topic, count=count))}'
        "</option>"
        for topic, count in topics
    )
    return f'<select name="topic"><option value="">{_text("all_topics")}</option>{options}</select>'


def _how_many() -> str:
    options = "".join(
        f'<option value="{count}"{" selected" if count == _COUNTS[1] else ""}>'
        f"{_text('how_many_row', count=count)}</option>"
        for count in _COUNTS
    )
    return f'<select name="count">{options}</select>'


def task_view(sitting: Sitting, position: int, told: str = "") -> str:
    """One question to be answered."""
    item = sitting.tasks[position].item
    return (
        f"{told}{_head(sitting, position)}"
        f'<form class="qz-task" data-act="answer" data-kind="{item.kind.value}" '
        f'data-sitting="{sitting.id}" data-position="{position}">'
        f'<h2 id="qz-stem">{escape(item.stem)}</h2>{_field(item)}'
        f'<div class="qz-row"><button class="primary">{_text("submit")}</button>'
        f'<span class="qz-keys">{_text(f"keys_{item.kind.value}")}</span></div></form>'
    )


def _head(sitting: Sitting, position: int) -> str:
    item = sitting.tasks[position].item
    count = len(sitting.tasks)
    steps = "".join(
        f'<i class="{task.verdict.value if task.verdict else "gone" if task.gone else ""}'
        f'{" here" if at == position else ""}"></i>'
        for at, task in enumerate(sitting.tasks)
    )
    return (
        f'<header class="qz-head"><p><b>{_text("progress_at", number=position + 1, count=count)}'
        f'</b><span class="qz-tag">{kind_name(item.kind)}</span>'
        f'<span class="qz-tag">{difficulty_name(item)}</span>'
        f'<span class="qz-topic">{escape(item.topic)}</span></p>'
        f'<div class="qz-steps" aria-hidden="true">{steps}</div></header>'
    )


def _field(item: QuizItem) -> str:
    if item.kind in (Kind.CHOICE, Kind.TRUE_FALSE):
        return _radios(item)
    if item.kind is Kind.ORDER:
        return _order(item)
    if item.kind is Kind.MATCH:
        return _match(item)
    if item.points:
        return (
            f'<textarea name="text" rows="4" maxlength="2000" aria-labelledby="qz-stem" data-focus '
            f'placeholder="{_text("points_hint", count=len(item.points))}"></textarea>'
        )
    return (
        '<input name="text" maxlength="200" autocomplete="off" aria-labelledby="qz-stem" '
        f'data-focus placeholder="{_text("number_hint")}">'
    )


def _radios(item: QuizItem) -> str:
    rows = "".join(
        f'<label><input type="radio" name="choice" value="{at}" required'
        f"{' data-focus' if at == 0 else ''}><b>{LETTERS[at]}</b><span>{escape(option)}</span>"
        "</label>"
        for at, option in enumerate(item.options)
    )
    return f'<fieldset class="qz-options" aria-labelledby="qz-stem">{rows}</fieldset>'


def _order(item: QuizItem) -> str:
    rows = "".join(
        f'<li data-place="{at}"><span>{escape(option)}</span>'
        f'<button type="button" data-move="-1" aria-label="{_text("up")} {escape(option)}"'
        f"{' data-focus' if at == 0 else ''}>↑</button>"
        f'<button type="button" data-move="1" aria-label="{_text("down")} {escape(option)}">↓'
        "</button></li>"
        for at, option in enumerate(item.options)
    )
    return f'<ol class="qz-order" aria-labelledby="qz-stem">{rows}</ol>'


def _match(item: QuizItem) -> str:
    hints = "".join(
        f"<li><b>{LETTERS[at]}</b><span>{escape(hint)}</span></li>"
        for at, hint in enumerate(item.matches)
    )
    options = "".join(
        f'<option value="{at}">{LETTERS[at]}</option>' for at in range(len(item.matches))
    )
    rows = "".join(
        f'<label><span>{escape(word)}</span><select name="pair" required'
        f'{" data-focus" if at == 0 else ""}><option value="">{_text("choose")}</option>{options}'
        "</select></label>"
        for at, word in enumerate(item.options)
    )
    return f'<ol class="qz-hints">{hints}</ol><div class="qz-pairs">{rows}</div>'


def result_view(answered: Answered, position: int, opens: str) -> str:
    """What came of an answer: the verdict, what was missing, the explanation and its sources."""
    task = answered.sitting.tasks[position]
    item, grade = task.item, answered.grade
    more = "".join(f"<li>{escape(point)}</li>" for point in grade.missing)
    missing = f"<p>{_text('missing')}</p><ul>{more}</ul>" if more else ""
    remark = f"<p>{escape(grade.remark)}</p>" if grade.remark else ""
    again = f'<p class="qz-note">{_text("answered_elsewhere")}</p>' if answered.again else ""
    last = answered.sitting.position is None
    return (
        f"{_head(answered.sitting, position)}"
        f'<section class="qz-result {grade.verdict.value}" aria-live="polite">'
        f'<h2>{escape(item.stem)}</h2>{again}<p class="qz-verdict">'
        f"{_text('verdict_' + grade.verdict.value)}</p>{_given(answered, position)}"
        f'<p class="qz-answer"><span>{_text("right_answer")}</span>{escape(item.answer)}</p>'
        f"{remark}{missing}"
        f'<p class="qz-why">{escape(item.explanation)}</p>'
        f'<p class="qz-note">{difficulty_name(item)}:{difficulty_why(item)}</p>'
        f"{_worded(item)}{sources(item.citations, opens)}"
        f'<div class="qz-row"><button type="button" class="primary" data-act="next" data-focus>'
        f"{_text('finish' if last else 'next')}</button>"
        f'<span class="qz-keys">{_text("keys_next")}</span></div></section>'
    )


def _worded(item: QuizItem) -> str:
    """That a language model had to do with the words; nothing where it had not."""
    if not item.worded_by:
        return ""
    return f'<p class="qz-note">{escape(_text("worded_by", model=item.worded_by))}</p>'


def _given(answered: Answered, position: int) -> str:
    """What was answered, in words."""
    task = answered.sitting.tasks[position]
    given, item = task.given, task.item
    if given is None or answered.grade.verdict is Verdict.RIGHT:
        return ""
    if item.kind is Kind.MATCH:
        words = [LETTERS[at] for at in given.places if 0 <= at < len(item.matches)]
    else:
        words = [item.options[at] for at in given.places if 0 <= at < len(item.options)]
    said = given.text or " > ".join(words) or _text("nothing_given")
    return f'<p class="qz-given"><span>{_text("your_answer")}</span>{escape(said)}</p>'


def end_view(sitting: Sitting) -> str:
    """The end of a sitting: how many were right, and which were not."""
    answered = [task for task in sitting.tasks if task.verdict is not None]
    right = sum(task.verdict is Verdict.RIGHT for task in answered)
    wrong = "".join(
        f"<li><p>{escape(task.item.stem)}</p><p>{escape(task.item.answer)}</p></li>"
        for task in answered
        if task.verdict is not Verdict.RIGHT
    )
    missed = f"<h3>{_text('to_review')}</h3><ol>{wrong}</ol>" if wrong else ""
    return (
        f'<section class="qz-end" aria-live="polite"><h2>{_text("end_title")}</h2>'
        f'<p class="qz-score">{_text("score", right=right, count=len(answered))}</p>{missed}'
        f'<div class="qz-row"><button type="button" class="primary" data-act="home" data-focus>'
        f"{_text('again')}</button></div></section>"
    )
