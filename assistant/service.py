"""The assistant (助手): a library of reports that can be asked, added to and taken from."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from assistant.asker import Asker
from assistant.draft.check import Checker
from assistant.tables.answer_table import AnswerTable, answer_table, proofs
from assistant.writing.claim_reader import ClaimReader
from assistant.writing.compose import Composer
from assistant.writing.writer import Progress
from index.build import BuildOutcome, build_index, remove_reports
from index.build import Progress as BuildProgress
from index.retriever import PassageSearch
from index.snapshot import ReportCard, current_id, open_snapshot

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from langchain_core.embeddings import Embeddings

    from assistant.model import Answer, Citation, Reply, Turn
    from assistant.writing.chat import Chat
    from assistant.writing.writer import Writer
    from corpus.model import Report
    from index.groups_rules import GroupRules
    from index.ledger import Ledger


class Assistant:
    """One index, served to any number of askers; a new snapshot is taken up as it appears."""

    def __init__(
        self,
        folder: Path,
        *,
        embeddings: Embeddings,
        model: str,
        rules: GroupRules | None = None,
        writer: Writer | None = None,
    ) -> None:
        self._folder = folder
        self._writer = writer
        self._embeddings = embeddings
        self._model = model
        self._rules = rules
        self._lock = threading.Lock()
        self._serving: tuple[str | None, PassageSearch, Asker] | None = None
        self._checking: tuple[PassageSearch, Checker] | None = None

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Reply:
        """Answer or refuse; raises `QuestionProblem`, and `IndexProblem` if there is no index."""
        for progress in self.answering(question, history):
            if progress.reply is not None:
                return progress.reply
        raise RuntimeError("an answer came to no end")

    def answering(self, question: str, history: Sequence[Turn] = ()) -> Generator[Progress]:
        """An answer on its way; closing it stops the language model, if one is at work."""
        asker = self._current()[1]
        if self._writer is None:
            yield Progress(reply=asker.ask(question, history))
        else:
            yield from self._writer.answer(asker, question, history)

    @property
    def chat(self) -> Chat | None:
        """The language model; None where none is set."""
        return self._writer.chat if self._writer else None

    def composer(self) -> Composer:
        """What makes summaries, explanations and speeches over the newest snapshot."""
        return Composer(self._current()[1], self.chat)

    def table(self, answer: Answer) -> AnswerTable | None:
        """What an answer sets side by side; None if that is nothing."""
        return answer_table(answer, self.ledger()) if answer.grid else None

    def proofs(self, answer: Answer) -> tuple[Citation, ...]:
        """The sentence of every number of an answer, of those only compared too."""
        return proofs(answer, self.ledger()) if answer.grid else answer.citations

    def checker(self) -> Checker:
        """What checks drafts against the reports; `IndexProblem` if there is no index."""
        search = self._current()[0]
        with self._lock:
            if self._checking is None or self._checking[0] is not search:
                chat = self.chat
                reader = partial(ClaimReader, chat) if chat else None
                self._checking = (search, Checker(search, reader))
            return self._checking[1]

    def cards(self) -> tuple[ReportCard, ...]:
        """Every report of the library."""
        return tuple(self._current()[0].cards)

    def report(self, report_id: str) -> Report:
        """One report, whole; `KeyError` if it is not in the library."""
        return self._current()[0].report(report_id)

    def ledger(self) -> Ledger:
        """Every figure of every report; `IndexProblem` if there is no index."""
        return self._current()[0].ledger

    def add(self, paths: Sequence[Path], progress: BuildProgress | None = None) -> BuildOutcome:
        """Take reports into the library; what was there stays."""
        return build_index(
            paths, folder=self._folder, embeddings=self._embeddings, model=self._model,
            mode="add", rules=self._rules, **({"progress": progress} if progress else {}),
        )  # fmt: skip

    def remove(
        self, report_ids: Sequence[str], progress: BuildProgress | None = None
    ) -> BuildOutcome:
        """Take reports out of the library."""
        return remove_reports(
            self._folder, report_ids, **({"progress": progress} if progress else {})
        )

    def _current(self) -> tuple[PassageSearch, Asker]:
        """The newest snapshot; the one before is let go when its last reader is done."""
        newest = current_id(self._folder)
        with self._lock:
            if self._serving is None or self._serving[0] != newest:
                snapshot = open_snapshot(self._folder, model=self._model)
                search = PassageSearch(snapshot, self._embeddings)
                self._serving = (newest, search, Asker(search))
            return self._serving[1:]
