"""What the tab 核稿 does (核稿台): a draft goes in, HTML or a file comes out."""

from __future__ import annotations

import secrets
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.draft.files import CheckedDraft, annotated, check_draft
from assistant.draft.sheet import write_sheet
from assistant.views.checked import card_view, checked_view, corrected, waiting_view
from assistant.views.library import refused_view
from assistant.views.source import empty_source, source_of
from corpus.errors import FazhiError
from corpus.loader import read_bytes
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.service import Assistant

__all__ = ["CheckDesk", "OpenDraft"]

_KEPT = 3600
"""Seconds that a file is kept for its reader to fetch."""
_LONGEST = 400_000
"""Characters of a draft on the page: some 300 pages."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft that a reader has before them (打开的稿)."""

    checked: CheckedDraft | None = None
    accepted: dict[int, str] = field(default_factory=dict)


class CheckDesk:
    """Drafts over an assistant, for any number of readers; files are written into a folder."""

    def __init__(self, assistant: Assistant, files: Path) -> None:
        self._assistant = assistant
        self._files = files

    def check(
        self, text: str, progress: Callable[[int, int], None]
    ) -> tuple[OpenDraft | None, str]:
        """Check pasted text."""
        return self._check(say("draft", "pasted_name"), text.encode(), progress)

    def check_file(
        self, path: str, progress: Callable[[int, int], None]
    ) -> tuple[OpenDraft | None, str]:
        """Check an uploaded file."""
        file = Path(path)
        try:
            return self._check(file.name, read_bytes(file), progress)
        except FazhiError as error:
            return None, refused_view(error)

    def _check(
        self, name: str, data: bytes, progress: Callable[[int, int], None]
    ) -> tuple[OpenDraft | None, str]:
        if not data.strip():
            return None, waiting_view()
        try:
            checker = self._assistant.checker()
            checked = check_draft(name, data, checker, progress, limit=_LONGEST)
        except FazhiError as error:
            return None, refused_view(error)
        draft = OpenDraft(checked)
        return draft, self.text(draft)

    def text(self, draft: OpenDraft) -> str:
        """The draft with its colours."""
        if draft.checked is None:
            return waiting_view()
        return checked_view(draft.checked.text, draft.checked.findings, draft.accepted)

    def proof(self, draft: OpenDraft, number: int) -> str:
        """One claim's card, and the section that it rests on."""
        if draft.checked is None or not 0 <= number < len(draft.checked.findings):
            return empty_source(hint="check_source_hint")
        finding = draft.checked.findings[number]
        card = card_view(number, finding, accepted=number in draft.accepted)
        if not finding.citations:
            return card
        citation = finding.citations[0]
        opened = f"claim-{number}"
        return card + source_of(self._assistant, citation, opened=opened, back="back_to_draft")

    def accept(self, draft: OpenDraft, number: int, *, take: bool) -> OpenDraft:
        """Take a correction over, or back."""
        if draft.checked is None or not 0 <= number < len(draft.checked.findings):
            return draft
        correction = draft.checked.findings[number].correction
        accepted = {key: said for key, said in draft.accepted.items() if key != number}
        if take and correction:
            accepted[number] = correction
        return replace(draft, accepted=accepted)

    def file(self, draft: OpenDraft, kind: str) -> Path | None:
        """A file of the draft: word, xlsx, docx or txt. Raises `FazhiError`; None without one."""
        checked = draft.checked
        if checked is None:
            return None
        stem = Path(checked.name).stem
        if kind == "word":
            path = self._fresh(say("draft", "file_word", name=stem), "docx")
            path.write_bytes(annotated(checked, draft.accepted))
        elif kind == "txt":
            path = self._fresh(say("draft", "file_text", name=stem), "txt")
            text = corrected(checked.text, checked.findings, draft.accepted)
            path.write_text(text, encoding="utf-8")
        else:
            path = self._fresh(say("draft", "file_sheet", name=stem), kind)
            write_sheet(path, checked.findings, checked.name)
        return path

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
