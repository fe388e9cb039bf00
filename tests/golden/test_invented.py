"""Questions of every kind over sixty invented reports, whose truth is known (跨表问答).

The whole program is asked, with an index of its own and the real encoder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.model import Refusal
from assistant.render import to_json
from assistant.service import Assistant
from index.build import build_index
from index.e5 import default_cache
from index.embeddings import model_identity, open_embeddings
from tests.invented.formats import write_reports
from tests.invented.judging import answer_faults, citation_faults
from tests.invented.questions import KINDS, Question, make_questions
from tests.invented.world import World

SEED = 12
FLOOR, WHOLE = 0.9, 0.99
"""Shares of right answers, of a kind and of all, below which something has broken."""


@cache
def _asked(folder: Path) -> tuple[tuple[Question, tuple[str, ...], bool], ...]:
    """Every question with what is wrong with its answer, and whether it was refused."""
    world = World(places=10, years=6, seed=SEED, gaps=True)
    reports = list(world.reports())
    files = [path for _, path in write_reports(reports, folder)]
    embeddings, model = open_embeddings(None), model_identity(None)
    index = default_cache() / "golden" / "sixty-invented"
    index.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(index.with_suffix(".lock")):
        build_index(files, folder=index, embeddings=embeddings, model=model)
    assistant = Assistant(index, embeddings=embeddings, model=model)
    questions = make_questions(
        reports, first=world.span[0], newest=world.span[-1], each=10, seed=SEED
    )
    return tuple(_judged(assistant, question) for question in questions)


def _judged(assistant: Assistant, question: Question) -> tuple[Question, tuple[str, ...], bool]:
    reply = assistant.ask(question.q)
    refused = isinstance(reply, Refusal)
    told = to_json(reply)
    faults = answer_faults(question, str(told["answer"]), refused=refused)
    if not refused and not question.refuse:
        quotes = [(Path(str(c["file"])).stem, str(c["quote"])) for c in told["citations"]]
        faults += citation_faults(question, quotes)
    return question, tuple(faults), refused


@pytest.fixture(scope="module")
def asked(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[tuple[Question, tuple[str, ...], bool], ...]:
    """All questions, asked once."""
    return _asked(tmp_path_factory.mktemp("invented"))


@pytest.mark.timeout(600)
def test_right_over_all_kinds(
    asked: tuple[tuple[Question, tuple[str, ...], bool], ...],
) -> None:
    wrong = [f"{q.kind} {q.q}: {'; '.join(faults)}" for q, faults, _ in asked if faults]
    assert len(wrong) <= (1 - WHOLE) * len(asked), "\n".join(wrong)


@pytest.mark.timeout(600)
def test_no_number_stands_in_place_of_a_refusal(
    asked: tuple[tuple[Question, tuple[str, ...], bool], ...],
) -> None:
    assert [q.q for q, faults, _ in asked if q.refuse and faults] == []


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", KINDS)
def test_right_of_each_kind(
    asked: tuple[tuple[Question, tuple[str, ...], bool], ...], kind: str
) -> None:
    of_kind = [(q.q, faults) for q, faults, _ in asked if q.kind == kind]
    right = sum(not faults for _, faults in of_kind)
    wrong = [f"{text}: {'; '.join(faults)}" for text, faults in of_kind if faults]
    assert right >= FLOOR * len(of_kind), "\n".join(wrong)
