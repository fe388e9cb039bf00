"""From files to the reports of the next snapshot (入库): what is new, changed, the same or broken.

A file counts as the same while its bytes are; a report is kept once, however many files hold it.
One file that cannot be read never stops the others, and what was known of it stays.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from corpus.errors import CorpusError, FazhiError, FileMissing
from corpus.loader import discover, load_text
from corpus.read import read_report
from index.library_db import ReportCard, Source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from corpus.model import Report
    from index.library_db import Library

__all__ = ["Duplicate", "Failure", "Intake", "ReportShelf", "find_files"]

_HUGE = 1 << 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be read, and why (未能入库)."""

    file: str
    error: FazhiError


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A file whose report is in the index already, from another file (重复)."""

    file: str
    same_as: str


class ReportShelf(Protocol):
    """Where newly read reports go, and what lies there."""

    ids: set[str]

    def put(self, report: Report, sha256: str) -> None:
        """Take in a report; `sha256` is that of its file."""


def find_files(paths: Iterable[Path]) -> tuple[list[Path], dict[Path, FazhiError]]:
    """Every report file at or below the paths, once, and the paths that lead nowhere."""
    found: dict[Path, None] = {}
    lost: dict[Path, FazhiError] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(each.absolute() for each in discover([path])))
        except FazhiError as error:
            lost[path] = error
        except OSError:
            lost[path] = FileMissing(file=shown(str(path)))
    return list(found), lost


@dataclass(slots=True, kw_only=True)
class Intake:
    """Takes files in one by one and keeps the account of what became of each."""

    previous: Library | None
    fresh: bool
    """Whether the previous reports were read by the very code that runs now."""
    keep_others: bool
    shelf: ReportShelf
    sources: dict[str, Source] = field(default_factory=dict)
    """What the next snapshot is made of, by path."""
    added: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    """Reports that gave way to a newer version of themselves."""
    duplicates: list[Duplicate] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    _old: dict[str, Source] = field(default_factory=dict)
    _cards: dict[str, ReportCard] = field(default_factory=dict)
    _others: dict[str, Source] = field(default_factory=dict)
    """Known files that this intake is not given."""
    _seen: dict[str, str] = field(default_factory=dict)
    """Reports of the files taken so far, with the name of the first."""

    def expect(self, files: Iterable[Path], lost: dict[Path, FazhiError]) -> None:
        """Say which files will come; the others stay or go, and what is out of reach stays."""
        if self.previous is not None:
            self._old = self.previous.sources()
            self._cards = {card.id: card for card in self.previous.cards}
        coming = {key_of(file) for file in files}
        self._others = {key: one for key, one in self._old.items() if key not in coming}
        if self.keep_others:
            self.sources.update(self._others)
        for path, error in lost.items():
            self.failures.append(Failure(file=shown(path.name or str(path)), error=error))
            below = (key_of(path), key_of(path).rstrip("/\\") + os.sep)
            self.sources.update(
                (key, one)
                for key, one in self._others.items()
                if key == below[0] or key.startswith(below[1])
            )

    @property
    def empty(self) -> bool:
        """Whether not one file could be read."""
        return not (self._seen or self.unchanged or self.duplicates)

    def take(self, file: Path) -> None:
        """Take one file in; a failure is noted, never raised."""
        key, name = key_of(file), shown(file.name)
        try:
            sha256 = _digest(file)
            report_id = self._known(sha256)
            report = None if report_id else read_report(load_text(file), file=name)
        except FazhiError as error:
            self._fail(key, Failure(file=name, error=error))
        except OSError:
            why = CorpusError(file=name) if file.exists() else FileMissing(file=name)
            self._fail(key, Failure(file=name, error=why))
        else:
            held = report_id or (report.id if report else "")
            source = Source(path=key, file=name, sha256=sha256, report_id=held)
            self._enter(source, report)

    def renumber(self, old_id: str, new_id: str) -> None:
        """Note that a report that stays goes by another id when it is read by today's code."""
        for key, one in self.sources.items():
            if one.report_id == old_id:
                self.sources[key] = replace(one, report_id=new_id)

    def _known(self, sha256: str) -> str | None:
        """The report these bytes hold, if it need not be read again."""
        if not self.fresh:
            return None
        for one in self._old.values():
            # The stored text must be that of these very bytes, not of another file's.
            same_text = self._cards[one.report_id].sha256 == sha256
            if one.sha256 == sha256 and (same_text or one.report_id in self._seen):
                return one.report_id
        return None

    def _fail(self, key: str, failure: Failure) -> None:
        self.failures.append(failure)
        if key in self._old:
            self.sources[key] = self._old[key]

    def _enter(self, source: Source, report: Report | None) -> None:
        held = source.report_id
        standing = {one.report_id: one.file for one in self._others.values()}
        if held in self._seen or (self.keep_others and held in standing):
            same_as = self._seen.get(held) or standing[held]
            again = self._others_hold(source)
            if again and held not in self._seen:
                self.unchanged.add(held)
            else:
                self.duplicates.append(Duplicate(file=source.file, same_as=same_as))
            if not again:
                self.sources[source.path] = source
            return
        prior = self._old.get(source.path) or self._earlier_version(source, report)
        if report is not None:
            self.shelf.put(report, source.sha256)
        self._seen[held] = source.file
        self.sources[source.path] = source
        self._classify(source, prior)

    def _classify(self, source: Source, prior: Source | None) -> None:
        held = source.report_id
        if prior is None:
            (self.unchanged if held in self._cards else self.added).add(held)
        elif (prior.report_id, prior.sha256) == (held, source.sha256):
            self.unchanged.add(held)
        else:
            self.updated.add(held)
            self.replaced.add(prior.report_id)
            if prior.path != source.path:
                self.sources.pop(prior.path, None)
                self._others.pop(prior.path, None)

    def _others_hold(self, source: Source) -> bool:
        """Whether the same bytes under the same name are known from another path."""
        return self.keep_others and any(
            (one.file, one.sha256) == (source.file, source.sha256) for one in self._others.values()
        )

    def _earlier_version(self, source: Source, report: Report | None) -> Source | None:
        """A known file of this name, from elsewhere, that speaks of the same place and year."""
        if report is None:
            return None
        about = report.metadata
        title, place = (fact.value if fact else None for fact in (about.title, about.place))
        for one in self._others.values():
            card = self._cards[one.report_id]
            if one.file == source.file and (card.title, card.place, card.year) == (
                title,
                place,
                about.year,
            ):
                return one
        return None


def key_of(file: Path) -> str:
    """The path of a file as the library writes it; two names never become one."""
    return (
        str(file.absolute()).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    )


def shown(name: str) -> str:
    """A file name that can be printed, whatever bytes the disk holds."""
    return os.fsencode(name).decode("utf-8", "replace")


def _digest(file: Path) -> str:
    if not file.is_file() or file.stat().st_size > _HUGE:
        # Not to be opened, or too much to be read to the end for nothing: the loader says why.
        load_text(file)
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
