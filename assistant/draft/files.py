"""Drafts as files (稿件): read in any format, written back with comments, and as a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import DraftOverwritten
from corpus.loader import load_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from assistant.draft.check import Checker
    from assistant.draft.model import Finding

__all__ = ["CheckedDraft", "check_draft_file", "refuse_overwriting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with its findings (核过的稿)."""

    file: Path
    text: str
    findings: tuple[Finding, ...]


def refuse_overwriting(file: Path, *outputs: Path | None) -> None:
    """Raise `DraftOverwritten` if an output is the draft itself."""
    for out in outputs:
        if out is not None and out.resolve() == file.resolve():
            raise DraftOverwritten(file=str(out))


def check_draft_file(
    file: Path, checker: Checker, progress: Callable[[int, int], None] | None = None
) -> CheckedDraft:
    """Check a file; raises a `CorpusError` if it cannot be read."""
    text = load_text(file)
    return CheckedDraft(file=file, text=text, findings=tuple(checker.check(text, progress)))
