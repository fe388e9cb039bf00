"""500 questions from real and invented reports, each checked against the report's bare text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from assistant.quiz.bank import QuestionBank, Wanted
from assistant.quiz.model import Kind
from tests.assistant.quiz.auditor import faults
from tests.assistant.quiz.shelf import assistant_over, files_of, has_provinces
from tests.assistant.quiz.wholeness import likeness_of_keys

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from assistant.service import Assistant

_COUNT = 500
_LEAST_CHOICES, _BETRAYED = 400, 0.3
"""Of so many choices, guessing by likeness may find this share of the right options."""
Shelf = tuple["Assistant", QuestionBank]


def _shelf(assistant: Assistant) -> Shelf:
    return assistant, QuestionBank(assistant)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    files = files_of("anju", "invented", "more")
    return _shelf(assistant_over(tmp_path_factory.mktemp("quiz"), files))


@pytest.fixture(scope="module")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    if not has_provinces():
        pytest.skip("the provincial reports are not beside this checkout")
    files = files_of("anju", "provinces")
    return _shelf(assistant_over(tmp_path_factory.mktemp("quiz"), files))


def _audit(assistant: Assistant, items: tuple[QuizItem, ...]) -> list[str]:
    return [
        f"{item.stem} {item.options} [{item.answer}]: {fault}"
        for item in items
        for fault in faults(item, assistant.report(item.citations[0].report_id))
    ]


def _stem(item: QuizItem) -> str:
    return re.sub(r"\W|_", "", item.stem)


@pytest.mark.parametrize("shelf", ["ours", "provinces"])
def test_five_hundred_questions_hold_against_the_bare_text(
    shelf: str, request: pytest.FixtureRequest
) -> None:
    assistant, bank = request.getfixturevalue(shelf)
    items = bank.draw(Wanted(count=_COUNT, seed=11))
    assert len(items) == _COUNT
    assert _audit(assistant, items) == []
    assert [stem for stem, count in Counter(map(_stem, items)).items() if count > 1] == []
    assert len({item.id for item in items}) == _COUNT
    facts = Counter(fact for item in items for fact in item.rests_on)
    # The invented reports hold facts enough for each to be asked once.
    most = 1 if shelf == "ours" else 2
    assert [fact for fact, count in facts.items() if count > most] == []
    assert {item.kind for item in items} == set(Kind)


@pytest.mark.parametrize("shelf", ["ours", "provinces"])
def test_every_question_of_the_bank_holds(shelf: str, request: pytest.FixtureRequest) -> None:
    assistant, bank = request.getfixturevalue(shelf)
    items = bank.draw(Wanted(count=100_000))
    assert len(items) > _COUNT
    assert _audit(assistant, items) == []
    assert len(set(map(_stem, items))) == len(items)


def test_the_right_choice_stands_in_every_place(ours: Shelf) -> None:
    items = ours[1].draw(Wanted(count=100_000, kinds=(Kind.CHOICE,)))
    places = Counter(item.right[0] for item in items)
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) < 1.4 * min(places.values())
    judged = ours[1].draw(Wanted(count=100_000, kinds=(Kind.TRUE_FALSE,)))
    true = sum(item.right == (0,) for item in judged)
    assert 0.4 < true / len(judged) < 0.6


def test_the_size_of_an_option_does_not_betray_it(ours: Shelf) -> None:
    items = ours[1].draw(Wanted(count=100_000, kinds=(Kind.CHOICE,)))
    ranks: Counter[int] = Counter()
    for item in items:
        numbers = [float(re.sub(r"[^\d.]", "", option) or 0) for option in item.options]
        if 0 not in numbers and "100" not in item.answer:
            ranks[sorted(numbers).index(numbers[item.right[0]])] += 1
    assert max(ranks.values()) < 2 * min(ranks.values()), ranks


def test_likeness_to_the_other_options_does_not_betray_the_right_one(ours: Shelf) -> None:
    share, count = likeness_of_keys(ours[1].draw(Wanted(count=100_000, kinds=(Kind.CHOICE,))))
    assert count > _LEAST_CHOICES
    assert share <= _BETRAYED, count
