"""Questions of every kind over sixty invented reports, whose truth is known (跨表问答).

Words alone decide here: the kinds over many reports are held without the encoder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assistant.asker import Asker
from assistant.model import Refusal
from assistant.render import to_json
from corpus.loader import load_text
from tests.assistant.shelves import MemoryShelf
from tests.invented.formats import write_reports
from tests.invented.judging import answer_faults, citation_faults
from tests.invented.questions import KINDS, Question, make_questions
from tests.invented.world import World

SEED = 12
FLOOR, WHOLE = 0.7, 0.95
"""Shares of right answers, of a kind and of all, below which something has broken.

With the encoder 99 of 100 are right; what it would find is refused here.
"""


@cache
def _asked(folder: Path) -> tuple[tuple[Question, tuple[str, ...], bool], ...]:
    """Every question with what is wrong with its answer, and whether it was refused."""
    world = World(places=10, years=6, seed=SEED, gaps=True)
    reports = list(world.reports())
    texts = {report.stem: load_text(path) for report, path in write_reports(reports, folder)}
    asker = Asker(MemoryShelf(named=texts))
    questions = make_questions(
        reports, first=world.span[0], newest=world.span[-1], each=10, seed=SEED
    )
    return tuple(_judged(asker, question) for question in questions)


def _judged(asker: Asker, question: Question) -> tuple[Question, tuple[str, ...], bool]:
    reply = asker.ask(question.q)
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
@pytest.mark.parametrize("kind", KINDS)
def test_right_of_each_kind(
    asked: tuple[tuple[Question, tuple[str, ...], bool], ...], kind: str
) -> None:
    of_kind = [(q.q, faults) for q, faults, _ in asked if q.kind == kind]
    right = sum(not faults for _, faults in of_kind)
    wrong = [f"{text}: {'; '.join(faults)}" for text, faults in of_kind if faults]
    assert right >= FLOOR * len(of_kind), "\n".join(wrong)
