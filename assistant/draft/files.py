"""Drafts as files (稿件): read in any format, given back with comments, and as a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from corpus.errors import DocumentDamaged, DraftNotWord, DraftOverwritten, DraftTooLong, FileEmpty
from corpus.loader import parse_bytes, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from assistant.draft.check import Checker
    from assistant.draft.model import Finding

__all__ = ["CheckedDraft", "annotated", "check_draft", "read_draft", "refuse_overwriting"]
__all__ += ["save_outputs"]

_WORD = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with its findings (核过的稿)."""

    name: str
    data: bytes
    """The file as it came; empty for pasted text."""
    text: str
    findings: tuple[Finding, ...]


def refuse_overwriting(file: Path, out: Path | None, sheet: Path | None) -> None:
    """Raise before anything is done: `DraftOverwritten`, or `DraftNotWord` for other formats."""
    for path in (out, sheet):
        if path is not None and path.resolve() == file.resolve():
            raise DraftOverwritten(file=str(path))
    if out is not None and sheet is not None and out.resolve() == sheet.resolve():
        raise DraftOverwritten(file=str(out))
    if out is not None and file.suffix.lower() != _WORD:
        raise DraftNotWord(file=file.name)


def read_draft(name: str, data: bytes) -> str:
    """The text to check; raises a `CorpusError` if the file cannot be read.

    Of a Word file, with headers, notes and boxes besides what a report's text would be.
    """
    from assistant.draft.word_text import open_word

    text = _as_report(name, data)
    if PurePath(name).suffix.lower() != _WORD:
        return text
    whole = open_word(data).text
    if not whole.strip():
        raise FileEmpty(file=name)
    return whole


def _as_report(name: str, data: bytes) -> str:
    """The text as a report's; a Word file whose words stand in boxes alone has none of that."""
    try:
        return parse_bytes(name, data)
    except FileEmpty:
        if PurePath(name).suffix.lower() != _WORD or not data:
            raise
        return ""


def check_draft(
    name: str,
    data: bytes,
    checker: Checker,
    progress: Callable[[int, int], None] | None = None,
    *,
    limit: int | None = None,
) -> CheckedDraft:
    """Check a file by its name and content; raises a `CorpusError` if it cannot be read.

    With a `limit` of characters, `DraftTooLong` for a longer draft.
    """
    text = read_draft(name, data)
    if limit is not None and len(text) > limit:
        raise DraftTooLong(file=name, length=len(text), limit=limit)
    findings = tuple(checker.check(text, progress))
    return CheckedDraft(name=name, data=data, text=text, findings=findings)


def annotated(checked: CheckedDraft, accepted: Mapping[int, str] | None = None) -> bytes:
    """The Word file with comments; raises `DraftNotWord` where the draft is none.

    `accepted` are corrections to write into it, by the finding's place.
    """
    from assistant.draft.word_comments import annotate
    from assistant.draft.word_text import open_word

    if PurePath(checked.name).suffix.lower() != _WORD:
        raise DraftNotWord(file=checked.name)
    try:
        return annotate(checked.data, open_word(checked.data), checked.findings, accepted)
    except (KeyError, ValueError, AttributeError) as error:
        raise DocumentDamaged(file=checked.name) from error


def save_outputs(checked: CheckedDraft, *, out: Path | None, sheet: Path | None) -> Iterator[Path]:
    """Write the annotated draft and the sheet, as far as they are asked for; yields their paths."""
    from assistant.draft.sheet import write_sheet
    from assistant.tables.export import replacing

    if out is not None:
        data = annotated(checked)
        with replacing(out) as fresh:
            fresh.write_bytes(data)
        yield out
    if sheet is not None:
        write_sheet(sheet, checked.findings, checked.name)
        yield sheet


def load_draft(file: Path) -> bytes:
    """The bytes of a file, no more than its format may have; raises a `CorpusError`."""
    return read_bytes(file)
