"""An assistant that answers from a script, for what the real one cannot be made to do on cue."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.model import Answer, Citation, Reason, Refusal, Reply, Statement, Turn
from assistant.writing.writer import Progress
from corpus.errors import FileEmpty, IndexMissing, NothingToIndex, QuestionEmpty, QuestionTooLong
from corpus.loader import load_text
from corpus.model import Report, Span
from corpus.read import read_report
from index.build import BuildOutcome, Failure, Phase
from index.build import Progress as BuildProgress
from index.snapshot import ReportCard

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from assistant.writing.chat import Chat
    from index.ledger import Ledger


@dataclass(slots=True)
class ScriptedAssistant:
    """Holds reports in memory; `script` maps questions to replies, made when they are asked."""

    reports: dict[str, Report] = field(default_factory=dict)
    script: dict[str, Callable[[], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, tuple[Turn, ...]]] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)
    """A build stands still at its second phase until this is set."""
    chat: Chat | None = None

    def answering(self, question: str, history: Sequence[Turn]) -> Generator[Progress]:
        yield Progress(reply=self.ask(question, history))

    def ask(self, question: str, history: Sequence[Turn]) -> Reply:
        self.asked.append((question, tuple(history)))
        if not question.strip():
            raise QuestionEmpty
        if len(question) > 2000:
            raise QuestionTooLong(length=len(question), limit=2000)
        return self.script.get(question, _nothing)()

    def table(self, answer: Answer) -> None:
        """A script sets nothing side by side."""

    def cards(self) -> tuple[ReportCard, ...]:
        return tuple(_card(report) for report in self.reports.values())

    def report(self, report_id: str) -> Report:
        return self.reports[report_id]

    def ledger(self) -> Ledger:
        raise IndexMissing(folder=Path("index"))

    def add(self, paths: Sequence[Path], progress: BuildProgress) -> BuildOutcome:
        added, failures = [], []
        for done, path in enumerate(paths):
            progress(Phase.READ, done, len(paths))
            if path.stat().st_size == 0:
                failures.append(Failure(file=path.name, error=FileEmpty(file=path.name)))
                continue
            report = read_report(load_text(path), file=path.name)
            self.reports[report.id] = report
            added.append(_card(report))
        progress(Phase.EMBED, 1, 2)
        self.go_on.wait(30)
        if failures and not added:
            raise NothingToIndex(folder=Path("index"), failures=tuple(failures))
        return self._outcome(added=tuple(added), failures=tuple(failures))

    def remove(self, report_ids: Sequence[str], progress: BuildProgress) -> BuildOutcome:
        progress(Phase.EMBED, 0, 1)
        removed = tuple(_card(self.reports.pop(report_id)) for report_id in report_ids)
        return self._outcome(removed=removed)

    def _outcome(
        self,
        *,
        added: tuple[ReportCard, ...] = (),
        removed: tuple[ReportCard, ...] = (),
        failures: tuple[Failure, ...] = (),
    ) -> BuildOutcome:
        return BuildOutcome(
            snapshot="s",
            changed=True,
            cards=self.cards(),
            added=added,
            removed=removed,
            failures=failures,
        )


def cited(report: Report, quote: str) -> Citation:
    """The citation of words that stand once in a report."""
    assert report.text.count(quote) == 1
    start = report.text.index(quote)
    span = Span(start, start + len(quote))
    holders = [s for s in report.sections if s.span.covers(span)]
    innermost = max(holders, key=lambda s: s.level, default=None)
    data = report.metadata
    return Citation(
        report_id=report.id,
        report=data.title.value if data.title else "",
        document_number=data.document_number.value if data.document_number else None,
        place=data.place.value if data.place else None,
        year=data.year,
        section=report.headings(innermost.number if innermost else None),
        quote=quote,
        span=span,
        file=report.file,
    )


def answer(*statements: tuple[str, Citation], carried: str = "") -> Answer:
    """An answer of statements with one citation each."""
    made = tuple(Statement(text=text, citations=(citation,)) for text, citation in statements)
    return Answer(statements=made, carried=carried)


def _nothing() -> Reply:
    return Refusal(reason=Reason.OFF_TOPIC, text="这个问题与已收录的报告无关,无法回答。")


def _card(report: Report) -> ReportCard:
    data = report.metadata
    return ReportCard(
        id=report.id,
        file=report.file,
        sha256="",
        title=data.title.value if data.title else None,
        document_number=data.document_number.value if data.document_number else None,
        place=data.place.value if data.place else None,
        year=data.year,
        organ=data.organ.value if data.organ else None,
        issued=data.issued.value if data.issued else None,
        characters=len(report.text),
        sections=len(report.sections),
        sentences=len(report.sentences),
        figures=len(report.figures),
        passages=len(report.sentences),
    )
