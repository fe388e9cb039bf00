"""Kills builds at every step that touches the disk and reports what a reader finds after each.

Run as `python -m tests.index.killed_builds FOLDER`, in a process of its own so that no thread of a
test session is forked. Prints one JSON object a scenario. A step is an audit event (opening for
writing, mkdir, rename, remove …), a call into a writing function, before and after it, an SQL
statement, or a stretch of SQLite's own work.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from corpus.errors import IndexMissing
from tests.index.small_reports import (
    YUNXI_EDITED,
    build,
    by_vector,
    by_words,
    open_index,
    texts,
    write_reports,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

KILLED = 77
OLD, NEW = "全年受理行政复议案件31件,办结28件。", "全年受理行政复议案件35件,办结33件。"
_AUDITED = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}
_WRITING = {"write", "writelines", "tofile", "write_index", "flush", "close", "flock"}


class Countdown:
    """Counts steps and ends the process, without any cleaning up, at the chosen one."""

    def __init__(self, kill_at: int, log: int) -> None:
        self.kill_at = kill_at
        self.log = log
        self.count = 0

    def step(self, kind: str) -> None:
        self.count += 1
        if self.count == self.kill_at:
            os.write(self.log, kind.encode())
            os._exit(KILLED)

    def on_audit(self, event: str, values: tuple[Any, ...]) -> None:
        if event in _AUDITED:
            self.step(event)
        elif event == "open" and values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            self.step("open for writing")

    def on_call(self, _frame: FrameType, event: str, function: Callable[..., object]) -> None:
        if event in {"c_call", "c_return"} and function.__name__ in _WRITING:
            self.step(f"{event} {function.__name__}")

    def watch(self) -> None:
        connect = sqlite3.connect

        def watched(*args: object, **kwargs: object) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **kwargs)  # type: ignore[call-overload]
            connection.set_trace_callback(lambda _: self.step("sql statement"))
            connection.set_progress_handler(lambda: self.step("sqlite work"), 50)
            return connection

        def unsynced(_handle: int) -> None:
            self.step("fsync")

        sqlite3.connect = watched  # type: ignore[assignment]
        # What a killed process wrote stays with the system, synced or not: waiting shows nothing.
        os.fsync = unsynced  # type: ignore[assignment]
        sys.addaudithook(self.on_audit)
        sys.setprofile(self.on_call)


def _build_and_die(reports: Path, index: Path, kill_at: int, log: int) -> NoReturn:
    countdown = Countdown(kill_at, log)
    countdown.watch()
    try:
        build(reports, folder=index)
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent must hear of it
        os.write(log, f"{type(error).__name__}: {error}".encode())
        os._exit(1)
    os._exit(0)


class Reader:
    """Knows the old and the new index, and which of them is found."""

    def __init__(self, folder: Path, old: Path, new: Path) -> None:
        self.expected = {
            "old": _passages(old, folder / "old_index"),
            "new": _passages(new, folder / "new_index"),
        }

    def state(self, index: Path) -> str:
        """What is found; opening checks every file against the manifest."""
        try:
            snapshot = open_index(index)
        except IndexMissing:
            return "none"
        with snapshot:
            held = texts(snapshot)
            for state, sentence in (("old", OLD), ("new", NEW)):
                if held == self.expected[state]:
                    found = by_words(snapshot, sentence), by_vector(snapshot, sentence)
                    return state if all(sentence in best[0] for best in found) else "unsearchable"
        return "neither"


def _passages(reports: Path, index: Path) -> list[str]:
    build(reports, folder=index)
    with open_index(index) as snapshot:
        return texts(snapshot)


def run(folder: Path, *, from_old: bool) -> dict[str, Any]:
    """One scenario: kill at step 1, 2, 3 … until a build survives."""
    folder.mkdir()
    old = write_reports(folder / "reports")
    pristine, index = folder / "pristine", folder / "index"
    if from_old:
        # Two builds, so that the killed one has an older snapshot to delete.
        build(old / "石桥.txt", folder=pristine)
        build(old, folder=pristine)
    # The same files, edited: most of the next build is taken over from this one.
    shutil.copytree(old, folder / "before")
    new = write_reports(old, 云溪=YUNXI_EDITED)
    reader = Reader(folder, folder / "before", new)
    states: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    kill_at, trouble = 0, []
    while True:
        kill_at += 1
        shutil.rmtree(index, ignore_errors=True)
        if from_old:
            shutil.copytree(pristine, index)
        said, status = _forked(new, index, kill_at)
        if status != KILLED:
            break
        kinds[said] += 1
        states[reader.state(index)] += 1
        if kill_at % 10 == 0:
            # The next build gets through and leaves nothing of the killed one behind.
            build(new, folder=index)
            left = len(list((index / "snapshots").iterdir()))
            if reader.state(index) != "new" or left > 1 + from_old:
                trouble.append(f"after {kill_at}: {reader.state(index)}, {left} snapshots")
    if status != 0:
        trouble.append(said)
    end = reader.state(index)
    return {"kills": kill_at - 1, "states": states, "kinds": kinds, "end": end, "trouble": trouble}


def _forked(reports: Path, index: Path, kill_at: int) -> tuple[str, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _build_and_die(reports, index, kill_at, writing)
    os.close(writing)
    with os.fdopen(reading) as log:
        said = log.read()
    _, status = os.waitpid(child, 0)
    return said, os.waitstatus_to_exitcode(status)


def main(folder: Path) -> None:
    for name, from_old in (("first", False), ("update", True)):
        print(json.dumps({"scenario": name, **run(folder / name, from_old=from_old)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
