"""The talk of one reader with the assistant (对话), as values that a surface can draw.

`converse` plays one question through and yields the talk each time there is more to show, so that
a surface streams by drawing what it is given and stops by asking for no more.
"""

from __future__ import annotations

import logging
import re
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from assistant.model import Answer, Citation, Refusal, Reply, Statement, Turn
from assistant.render import answer_text, to_text
from assistant.tables.answer_table import with_table
from corpus.errors import FazhiError
from prompts import Explanation, explain

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from assistant.feedback import FeedbackStore
    from assistant.tables.answer_table import AnswerTable
    from assistant.writing.writer import Progress

__all__ = [
    "Asked",
    "Exchange",
    "Opinion",
    "Talk",
    "commented",
    "converse",
    "halted",
    "voted",
]

_log = logging.getLogger(__name__)
_CLAUSE_END = re.compile(r"[,,。;;!!??::、\n]")
_STEPS_LIMIT = 60


class Asked(Protocol):
    """Whoever answers questions (答问者)."""

    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        """The answer or refusal, and what is known of it before; raises `FazhiError`."""

    def table(self, answer: Answer) -> AnswerTable | None:
        """What an answer sets side by side; None if that is nothing. Raises `FazhiError`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the reader thinks of one answer (意见); `id` is its row in the feedback store."""

    id: int
    liked: bool
    commented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One question and as much of its answer as there is (一问一答)."""

    question: str
    reply: Reply | None = None
    passed: tuple[Statement, ...] = ()
    """Sentences of a language model that may be shown before the reply is there."""
    problem: Explanation | None = None
    shown: int | None = None
    """Characters of the statements shown so far; None shows everything."""
    stopped: bool = False
    opinion: Opinion | None = None
    table: AnswerTable | None = None

    @property
    def running(self) -> bool:
        """Whether there is more to come."""
        if self.stopped or self.problem:
            return False
        return self.reply is None or self.shown is not None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What was stated: the answer's statements, or what a refusal found nearest."""
        match self.reply:
            case Answer(statements=statements) | Refusal(nearest=statements):
                return statements
        return ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every citation once, in the order of the statements."""
        return tuple(dict.fromkeys(c for s in self.statements for c in s.citations))

    @property
    def sources(self) -> tuple[Citation, ...]:
        """The citations, then those of numbers that stand in the table alone; a click opens one."""
        return with_table(self.citations, self.table)


Talk = tuple[Exchange, ...]


def converse(asked: Asked, question: str, talk: Talk) -> Generator[Talk]:
    """The talk with one more question: waiting, then clause by clause, then whole.

    Whatever goes wrong becomes a problem in the talk; nothing is raised.
    """
    exchange = Exchange(question=question.strip())
    yield (*talk, exchange)
    reply: Reply | None = None
    try:
        with closing(asked.answering(question, _history(talk))) as answering:
            for progress in answering:
                if progress.passed != exchange.passed and progress.reply is None:
                    exchange = replace(exchange, passed=progress.passed)
                reply = progress.reply
                if reply is None:
                    # Even where nothing is new: only between two yields can the reader stop.
                    yield (*talk, exchange)
        table = asked.table(reply) if isinstance(reply, Answer) else None
    except FazhiError as error:
        yield (*talk, replace(exchange, problem=explain(error.code(), error.details)))
        return
    except Exception:  # noqa: BLE001 - the log gets the traceback, the reader a sentence
        _log.exception("a question could not be answered")
        yield (*talk, replace(exchange, problem=explain(FazhiError.code(), {})))
        return
    streamed = () if exchange.passed else _stops(_streamed(reply))
    exchange = replace(exchange, reply=reply, table=table)
    for shown in streamed:
        yield (*talk, replace(exchange, shown=shown))
    yield (*talk, exchange)


def halted(talk: Talk) -> Talk:
    """The talk after the reader pressed stop: what is shown stays, and says that it is partial."""
    if talk and talk[-1].running:
        return (*talk[:-1], replace(talk[-1], stopped=True))
    return talk


def voted(talk: Talk, store: FeedbackStore, *, number: int, liked: bool) -> Talk:
    """The talk with a 👍 or 👎 kept; the same one again takes it back."""
    exchange = talk[number]
    old, opinion = exchange.opinion, None
    if old:
        store.withdraw(old.id)
    if exchange.reply and not (old and old.liked is liked):
        answer = to_text(exchange.reply)
        row = store.rate(question=exchange.question, answer=answer, liked=liked)
        opinion = Opinion(id=row, liked=liked)
    return _with(talk, number, replace(exchange, opinion=opinion))


def commented(talk: Talk, store: FeedbackStore, *, number: int, comment: str) -> Talk:
    """The talk with the reader's words put to an opinion."""
    exchange = talk[number]
    if not exchange.opinion:
        return talk
    store.comment(exchange.opinion.id, comment)
    opinion = replace(exchange.opinion, commented=True)
    return _with(talk, number, replace(exchange, opinion=opinion))


def _with(talk: Talk, number: int, exchange: Exchange) -> Talk:
    return (*talk[:number], exchange, *talk[number + 1 :])


def _history(talk: Talk) -> tuple[Turn, ...]:
    return tuple((e.question, _said(e.reply)) for e in talk if e.reply is not None)


def _said(reply: Reply) -> str:
    return answer_text(reply) if isinstance(reply, Answer) else reply.text


def _streamed(reply: Reply | None) -> str:
    match reply:
        case None:
            return ""
        case Answer(statements=statements):
            return "".join(statement.text for statement in statements)
        case Refusal(text=text):
            return text


def _stops(text: str) -> Iterator[int]:
    """Where streaming pauses: after clauses, thinned out so that long answers stay quick."""
    ends = [m.end() for m in _CLAUSE_END.finditer(text) if m.end() < len(text)]
    step = 1 + len(ends) // _STEPS_LIMIT
    return iter(ends[step - 1 :: step])
