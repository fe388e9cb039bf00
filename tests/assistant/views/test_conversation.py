"""A talk grows clause by clause, stops where it is, and keeps what readers think of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.feedback import FeedbackStore
from assistant.model import Answer, Citation, Reason, Refusal, Reply, Statement, Turn
from assistant.views.conversation import Talk, commented, converse, halted, voted
from assistant.writing.writer import Progress
from corpus.errors import QuestionTooLong
from corpus.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from assistant.tables.answer_table import AnswerTable

CITATION = Citation(
    report_id="r",
    report="云溪县2023年度法治政府建设情况的报告",
    document_number="云府〔2024〕3号",
    place="云溪县",
    year=2023,
    section=("一、主要举措",),
    quote="全年调解纠纷210件。",
    span=Span(0, 10),
    file="云溪县.txt",
)


@dataclass
class Asked:
    """Answers with what it is given and remembers the history."""

    reply: Callable[[], Reply]
    history: Sequence[Turn] = ()
    side_by_side: AnswerTable | None = None

    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        yield Progress(reply=self.ask(question, history))

    def ask(self, question: str, history: Sequence[Turn]) -> Reply:
        del question
        self.history = history
        return self.reply()

    def table(self, answer: Answer) -> AnswerTable | None:
        return self.side_by_side if answer.grid else None


def _answer(*texts: str) -> Answer:
    return Answer(statements=tuple(Statement(text=t, citations=(CITATION,)) for t in texts))


def test_an_answer_is_shown_waiting_then_by_clauses_then_whole() -> None:
    talks = list(
        converse(Asked(lambda: _answer("一共210件,都已办结。", "另有3件。")), " 几件? ", ())
    )
    assert [talk[-1].question for talk in talks] == ["几件?"] * len(talks)
    assert talks[0][-1].reply is None
    assert [talk[-1].shown for talk in talks[1:]] == [7, 12, None]
    assert [talk[-1].running for talk in talks] == [True, True, True, False]


def test_long_answers_are_not_slowed_by_their_length() -> None:
    talks = list(converse(Asked(lambda: _answer("又一句。" * 5000)), "问", ()))
    assert len(talks) <= 70


def test_the_history_is_what_was_asked_and_said() -> None:
    asked = Asked(lambda: _answer("210件。", "另有3件。"))
    *_, talk = converse(asked, "几件?", ())
    asked.reply = lambda: Refusal(reason=Reason.OFF_TOPIC, text="不在报告里。")
    *_, talk = converse(asked, "天气?", talk)
    list(converse(asked, "再问", talk))
    assert list(asked.history) == [("几件?", "1. 210件。\n2. 另有3件。"), ("天气?", "不在报告里。")]


def test_errors_become_words_and_stay_out_of_the_history() -> None:
    def too_long() -> Reply:
        raise QuestionTooLong(length=9000, limit=2000)

    def broken() -> Reply:
        raise ZeroDivisionError

    asked = Asked(too_long)
    *_, talk = converse(asked, "问", ())
    assert talk[-1].problem
    assert talk[-1].problem.message == "问题有 9000 个字,超过上限 2000 个字"
    asked.reply = broken
    *_, talk = converse(asked, "问", talk)
    assert talk[-1].problem
    assert talk[-1].problem.message == "出现未预料的问题"
    assert asked.history == ()


def test_stopping_keeps_what_is_shown_and_leaves_finished_answers_alone() -> None:
    steps = converse(Asked(lambda: _answer("一,二,三。")), "问", ())
    next(steps)
    stopped = halted(next(steps))
    assert (stopped[-1].shown, stopped[-1].stopped, stopped[-1].running) == (2, True, False)
    *_, whole = converse(Asked(lambda: _answer("一。")), "问", ())
    assert halted(whole) == whole
    assert halted(()) == ()


def test_votes_are_kept_changed_and_taken_back(tmp_path: Path) -> None:
    store = FeedbackStore(tmp_path / "f")
    talk: Talk
    *_, talk = converse(Asked(lambda: _answer("210件。")), "几件?", ())
    talk = voted(talk, store, number=0, liked=True)
    talk = commented(talk, store, number=0, comment="好")
    assert [(e.liked, e.comment) for e in store.entries()] == [(True, "好")]
    assert talk[0].opinion
    assert talk[0].opinion.commented
    talk = voted(talk, store, number=0, liked=False)
    assert [(e.liked, e.comment) for e in store.entries()] == [(False, "")]
    talk = voted(talk, store, number=0, liked=False)
    assert store.entries() == ()
    assert talk[0].opinion is None
    assert commented(talk, store, number=0, comment="晚了") == talk
