"""Questions worded ahead: in turn, in time, and never changed under a reader."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.writing.ahead import WordedAhead
from tests.assistant.quiz.made import choice

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem

ITEMS = tuple(choice(f"q{number}") for number in range(4))


def louder(item: QuizItem) -> QuizItem:
    return replace(item, stem=f"{item.stem}!")


def test_questions_are_worded_while_others_are_answered() -> None:
    ahead = WordedAhead(louder)
    ahead.want(ITEMS)
    shown = ahead.settled(ITEMS, 10)
    assert [item.stem[-1] for item in shown] == ["!"] * 4
    assert ahead.shown(ITEMS[0]) == shown[0]


def test_what_was_shown_does_not_change() -> None:
    go_on = threading.Event()
    worded: list[str] = []

    def slowly(item: QuizItem) -> QuizItem:
        go_on.wait(10)
        worded.append(item.id)
        return louder(item)

    ahead = WordedAhead(slowly)
    [first] = ahead.settled(ITEMS[:1], 0.05)
    assert first == ITEMS[0]
    go_on.set()
    assert ahead.settled(ITEMS[1:2], 10) == (louder(ITEMS[1]),)
    assert ahead.settled(ITEMS[:1], 10) == (ITEMS[0],)
    assert ahead.shown(ITEMS[0]) == ITEMS[0]
    assert worded == ["q0", "q1"]


def test_whoever_waits_comes_first() -> None:
    begin = threading.Event()
    order: list[str] = []

    def noted(item: QuizItem) -> QuizItem:
        begin.wait(10)
        order.append(item.id)
        return item

    ahead = WordedAhead(noted)
    ahead.want(ITEMS)
    while len(ahead._waiting) == len(ITEMS):
        pass
    waiting = threading.Thread(target=ahead.settled, args=(ITEMS[3:], 10))
    waiting.start()
    while ahead._waiting[0].item.id != "q3":
        pass
    begin.set()
    waiting.join(10)
    assert order[:2] == ["q0", "q3"]


def test_a_question_that_was_never_shown_is_the_rules() -> None:
    ahead = WordedAhead(louder)
    assert ahead.shown(ITEMS[2]) == ITEMS[2]


def test_one_that_cannot_be_worded_stops_nobody() -> None:
    def broken(item: QuizItem) -> QuizItem:
        if item.id == "q0":
            raise ZeroDivisionError
        return louder(item)

    assert [i.stem[-1] for i in WordedAhead(broken).settled(ITEMS[:2], 10)] == [")", "!"]
