"""`fazhi build`: take reports in, and say what became of each file (建库)."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.commands.failures import as_json, complain, sentence_of
from assistant.settings import read_group_rules
from corpus.errors import NothingToIndex
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from assistant.settings import Settings
    from index.build import BuildOutcome, Failure, Phase, Progress
    from index.snapshot import ReportCard

__all__ = ["build"]


def build(paths: Sequence[Path], settings: Settings, *, add: bool, as_data: bool) -> None:
    """Build and report; raises what building raises, after naming each file that failed."""
    # Imported here, so that the help and the other commands start at once.
    from index.build import build_index
    from index.embeddings import model_identity, open_embeddings

    try:
        with _progress() as progress:
            outcome = build_index(
                paths,
                folder=settings.index,
                embeddings=open_embeddings(settings.embedding_model),
                model=model_identity(settings.embedding_model),
                mode="add" if add else "replace",
                rules=read_group_rules(settings),
                progress=progress,
            )
    except NothingToIndex as error:
        failures = error.details.get("failures")
        if isinstance(failures, tuple):
            _list(failures)
        raise
    if as_data:
        print(json.dumps(_data(outcome), ensure_ascii=False, indent=2))
        return
    for line in _lines(outcome):
        print(line)
    _list(outcome.failures)


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar for each phase where someone is looking, else silence."""
    if not sys.stderr.isatty():
        yield lambda _phase, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks = {
            phase: bars.add_task(str(words), visible=False, total=None)
            for phase, words in _phases().items()
        }

        def show(phase: Phase, done: int, total: int, /) -> None:
            bars.update(tasks[phase.value], completed=done, total=total, visible=True)

        yield show


def _phases() -> dict[str, object]:
    phases = table("cli")["phases"]
    return phases if isinstance(phases, dict) else {}


def _lines(outcome: BuildOutcome) -> Iterator[str]:
    for row, cards in (("added_row", outcome.added), ("updated_row", outcome.updated)):
        for card in cards:
            counts = {"sentences": card.sentences, "figures": card.figures}
            yield say("cli", row, title=_title(card), file=card.file, **counts)
    for duplicate in outcome.duplicates:
        yield say("cli", "duplicate_row", file=duplicate.file, same_as=duplicate.same_as)
    for card in outcome.removed:
        yield say("cli", "removed_row", title=_title(card), file=card.file)
    size = {"reports": len(outcome.cards), "passages": sum(card.passages for card in outcome.cards)}
    if outcome.changed:
        worked = {"embedded": outcome.embedded, "reused": outcome.reused}
        yield say("cli", "summary", **size, **worked)
    else:
        yield say("cli", "summary_unchanged", **size)


def _title(card: ReportCard) -> str:
    return "".join((card.title or "").split("\n")) or say("cli", "untitled")


def _list(failures: Sequence[Failure]) -> None:
    for failure in failures:
        sentence = sentence_of(failure.error, file=failure.file)
        complain(say("cli", "failure_row", sentence=sentence))


def _data(outcome: BuildOutcome) -> dict[str, object]:
    groups = {
        "added": outcome.added,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "removed": outcome.removed,
    }
    return {
        "snapshot": outcome.snapshot,
        "changed": outcome.changed,
        **{name: [asdict(card) for card in cards] for name, cards in groups.items()},
        "duplicates": [asdict(duplicate) for duplicate in outcome.duplicates],
        "failures": [as_json(failure) for failure in outcome.failures],
        "embedded": outcome.embedded,
        "reused": outcome.reused,
    }
