"""What the training tab does (培训台): text of the browser goes in, HTML or a file comes out.

Who is learning is handed in each time, so that one desk serves any number of readers; nothing but
the progress file remembers anything.
"""

from __future__ import annotations

import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from assistant.quiz.bank import QuestionBank
from assistant.quiz.grading import Given
from assistant.quiz.paper import key_path, write_paper
from assistant.quiz.practice import Practice, learner_name
from assistant.quiz.progress import overview
from assistant.quiz.progress_file import ProgressFile
from assistant.quiz.workbook import write_progress
from assistant.views import quiz_tables
from assistant.views.quiz_messages import (
    message,
    number_of,
    place_of,
    places_of,
    wanted_of,
    words_of,
)
from assistant.views.quiz_parts import notice, problem
from assistant.views.quiz_task import end_view, result_view, start_view, task_view
from assistant.views.source import source_of
from assistant.writing.ahead import WordedAhead
from assistant.writing.rewording import Reworder
from corpus.errors import FazhiError, IndexProblem, QuizNothing
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assistant.model import Citation
    from assistant.quiz.bank import Wanted
    from assistant.quiz.model import QuizItem
    from assistant.quiz.practice import Sitting
    from assistant.service import Assistant

__all__ = ["QuizDesk"]

_text = partial(say, "quiz")
_KEPT = 3600
"""Seconds that a file is kept for its reader to fetch."""
_PATIENCE, _PAPER_PATIENCE = 4.0, 30.0
"""Seconds that a question, and a whole paper, may wait for a language model's wording."""
_LONGEST_ANSWER = 2000


def _another() -> int:
    """A seed that nobody has seen."""
    return secrets.randbelow(10**9)


class QuizDesk:
    """Practice, terms, progress and papers over an assistant's reports."""

    def __init__(
        self,
        assistant: Assistant,
        progress: Path,
        files: Path,
        *,
        strict_hedge: bool = False,
        draw: Callable[[], int] = _another,
    ) -> None:
        """`draw` gives each new sitting its seed: another drawing each time, if not said."""
        self._assistant = assistant
        self._bank = QuestionBank(assistant)
        self._progress = ProgressFile(progress)
        self._practice = Practice(self._progress, self._bank, strict_hedge=strict_hedge)
        self._files = files
        self._draw = draw
        self._ahead = WordedAhead(Reworder(assistant.chat).reworded) if assistant.chat else None

    def start(self, name: str = "") -> str:
        """The way in: the name, or what to begin with."""
        try:
            if not self._topics():
                return notice(_text("no_questions"), _text("no_questions_hint"))
            standing = self._practice.standing(name) if name else None
        except FazhiError as error:
            return problem(error)
        return start_view(name, standing, self._topics(), self._told())

    def act(self, name: str, sent: str) -> tuple[str, str, Citation | None, str]:
        """What someone did: their name, the view, the source to open and what it is called."""
        try:
            said = message(sent)
            name = self._named(name, said)
            view, key = self._done(name, said)
            source = self._cited(name, key) if key else None
        except FazhiError as error:
            return name, problem(error) + self.start(name), None, ""
        return name, view, source, key

    def source(self, name: str, key: str) -> str:
        """The section behind a source. Raises `KeyError` for one that is not known."""
        return self.shown(self._cited(name, key), key)

    def shown(self, citation: Citation, key: str) -> str:
        """The section of a citation."""
        return source_of(self._assistant, citation, opened=key, back="back_to_quiz")

    def terms(self) -> str:
        """The cards of terms."""
        try:
            return quiz_tables.terms_view(self._bank.terms())
        except FazhiError as error:
            return _nothing(error)

    def progress(self, name: str) -> str:
        """One's own progress and that of all."""
        try:
            own = overview(self._progress, learner_name(name)) if name else None
            return quiz_tables.progress_view(name, own, overview(self._progress))
        except FazhiError as error:
            return problem(error)

    def paper_form(self) -> str:
        """The fields of a paper."""
        try:
            topics = self._topics()
        except FazhiError as error:
            return _nothing(error)
        if not topics:
            return notice(_text("no_questions"), _text("no_questions_hint"))
        return quiz_tables.paper_form(topics, seed=1)

    def paper(self, sent: str) -> tuple[Wanted | None, str]:
        """The questions of a paper, to be looked at; no choice where the message is none."""
        wanted = None
        try:
            wanted = wanted_of(message(sent))
            return wanted, quiz_tables.paper_view(self._drawn(wanted), wanted.count)
        except FazhiError as error:
            return wanted, problem(error)

    def paper_file(self, wanted: Wanted, *, answers: bool) -> Path:
        """A paper, or its key, as a file. Raises `FazhiError`."""
        items = self._drawn(wanted)
        if not items:
            raise QuizNothing
        path = self._fresh(_text("paper_file"), "docx")
        write_paper(path, items, seed=wanted.seed)
        return key_path(path) if answers else path

    def progress_file(self) -> Path:
        """All progress as a workbook. Raises `FazhiError`."""
        path = self._fresh(_text("progress_file"), "xlsx")
        write_progress(path, overview(self._progress))
        return path

    def _named(self, name: str, said: dict[str, Any]) -> str:
        if said.get("act") == "enter":
            return learner_name(words_of(said, "name"))
        return "" if said.get("act") == "leave" else name

    def _done(self, name: str, said: dict[str, Any]) -> tuple[str, str]:
        """The view after an act, and the source that goes with it."""
        act = said.get("act")
        if not name or act in ("enter", "leave", "home"):
            return self.start(name), ""
        if act == "answer":
            return self._answered(name, said)
        if act == "begin":
            sitting = self._practice.begin(name, wanted_of(said, seed=self._draw()))
            return self._task(sitting, 0), ""
        left = self._practice.resume(name)
        if left is not None and left.position is not None:
            return self._task(left, left.position), ""
        if act == "next" and (ended := self._practice.sitting(name, number_of(said, "sitting"))):
            return end_view(self._worded(ended)), ""
        return self.start(name), ""

    def _answered(self, name: str, said: dict[str, Any]) -> tuple[str, str]:
        given = Given(text=words_of(said, "text")[:_LONGEST_ANSWER], places=places_of(said))
        sitting, position = number_of(said, "sitting"), number_of(said, "position")
        answered = self._practice.answer(name, sitting, position, given)
        opens = f"task:{sitting}:{position}"
        shown = replace(answered, sitting=self._worded(answered.sitting))
        return result_view(shown, position, opens), f"{opens}:0"

    def _task(self, sitting: Sitting, position: int) -> str:
        """One question to be answered; the next ones are worded meanwhile."""
        if self._ahead:
            items = [task.item for task in sitting.tasks[position:] if task.open]
            self._ahead.settled(items[:1], _PATIENCE)
            self._ahead.want(items[1:])
        return task_view(self._worded(sitting), position, self._told())

    def _worded(self, sitting: Sitting) -> Sitting:
        """A sitting with the wordings that its learner has seen."""
        if self._ahead is None:
            return sitting
        shown = self._ahead.shown
        return replace(sitting, tasks=tuple(replace(t, item=shown(t.item)) for t in sitting.tasks))

    def _drawn(self, wanted: Wanted) -> tuple[QuizItem, ...]:
        """The questions of a paper; the same each time, in whatever words they were first shown."""
        items = self._bank.draw(wanted)
        return self._ahead.settled(items, _PAPER_PATIENCE) if self._ahead else items

    def _cited(self, name: str, key: str) -> Citation:
        kind, *rest = key.split(":")
        try:
            place = place_of(rest[-1])
            if kind == "task":
                sitting = self._practice.sitting(name, place_of(rest[0]))
                return sitting.tasks[place_of(rest[1])].item.citations[place]
            if kind == "term":
                return self._bank.terms()[place_of(rest[0])].citation
            items = {one.item.id: one.item for one in overview(self._progress).missed}
            return items[rest[0]].citations[place]
        except (ValueError, IndexError) as error:
            raise KeyError(key) from error

    def _topics(self) -> Sequence[tuple[str, int]]:
        try:
            return self._bank.topics()
        except IndexProblem:
            return ()

    def _told(self) -> str:
        aside = self._progress.aside
        if aside is None:
            return ""
        if count := self._progress.left_out:
            return notice(_text("rows_put_aside", file=aside, count=count))
        return notice(_text("put_aside", file=aside))

    def _fresh(self, name: str, ending: str) -> Path:
        """A new place for a file; those of an hour ago are cleared away."""
        self._files.mkdir(parents=True, exist_ok=True)
        for old in self._files.iterdir():
            with suppress(OSError):
                if old.stat().st_mtime < time.time() - _KEPT:
                    shutil.rmtree(old)
        folder = self._files / secrets.token_hex(8)
        folder.mkdir()
        return folder / f"{name}.{ending}"


def _nothing(error: FazhiError) -> str:
    if isinstance(error, IndexProblem):
        return notice(_text("no_questions"), _text("no_questions_hint"))
    return problem(error)
