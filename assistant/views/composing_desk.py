"""What summaries, explanations and speeches do on the page (成稿台), for any number of readers."""

from __future__ import annotations

import logging
import secrets
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.views.composed import Composed
from assistant.views.source import source_of
from corpus.errors import FazhiError, QuestionEmpty
from prompts import Explanation, explain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from assistant.model import Citation
    from assistant.service import Assistant
    from assistant.writing.compose import Composing

__all__ = ["ComposingDesk", "halted"]

_log = logging.getLogger(__name__)
_LONGEST = 60
"""Characters of a term or a topic."""


class ComposingDesk:
    """Texts over an assistant's reports, on their way; nothing is raised, a problem is told."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def summarised(self, report_id: str, section: int | None) -> Generator[Composed]:
        """The summary of a section, or of a whole report for None."""

        def begin() -> Generator[Composing]:
            return self._assistant.composer().summarising(report_id, section)

        return _made(Composed(kind="summary", about=self._heading(report_id, section)), begin)

    def explained(self, term: str) -> Generator[Composed]:
        """What the reports mean by a word."""
        wanted = term.strip()[:_LONGEST]

        def begin() -> Generator[Composing]:
            if not wanted:
                raise QuestionEmpty
            return self._assistant.composer().explaining(wanted)

        return _made(Composed(kind="term", about=wanted), begin)

    def drafted(self, picks: Sequence[Citation], topic: str) -> Generator[Composed]:
        """A paragraph for a speech from what was picked."""
        about = topic.strip()[:_LONGEST]

        def begin() -> Generator[Composing]:
            return self._assistant.composer().drafting(picks, about)

        return _made(Composed(kind="speech", about=about), begin)

    def source(self, citation: Citation, opened: str, *, back: str) -> str:
        """The section behind a citation, by the name it is opened by."""
        return source_of(self._assistant, citation, opened=opened, back=back)

    def _heading(self, report_id: str, section: int | None) -> str:
        if section is None:
            return say("composed", "whole_report")
        try:
            headings = self._assistant.report(report_id).headings(section)
        except (KeyError, IndexError, FazhiError):
            return ""
        return "".join(headings[-1].split()) if headings else ""


def halted(composed: Composed | None) -> Composed | None:
    """A text as far as it got when its reader pressed stop."""
    return replace(composed, stopped=True) if composed and composed.running else composed


def _made(blank: Composed, begin: Callable[[], Generator[Composing]]) -> Generator[Composed]:
    """A text each time there is more of it; leaving it stops the model."""
    blank = replace(blank, name=secrets.token_hex(4))
    yield blank
    try:
        with closing(begin()) as composing:
            for now in composing:
                yield replace(
                    blank, passed=now.passed, done=now.done, parts=now.parts, reply=now.reply
                )
    except FazhiError as error:
        yield replace(blank, problem=explain(error.code(), error.details))
    except (KeyError, IndexError, ValueError):  # its report was removed meanwhile
        gone = Explanation(message=say("page", "source_gone"), hint=say("composed", "gone_hint"))
        yield replace(blank, problem=gone)
    except Exception:  # noqa: BLE001 - the log gets the traceback, the reader a sentence
        _log.exception("a text could not be made")
        yield replace(blank, problem=explain(FazhiError.code(), {}))
