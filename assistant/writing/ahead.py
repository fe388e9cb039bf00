"""Questions worded while the learner is still at the one before (提前润色).

One thread words them in turn. Whoever wants a question waits a little at most; what is shown then,
the model's words or the rules', stays what is shown, so that no question changes under its reader.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from assistant.quiz.model import QuizItem

__all__ = ["WordedAhead"]

_log = logging.getLogger(__name__)
_MOST = 2000
"""Questions whose wording is remembered."""


@dataclass(slots=True, eq=False)
class _Wording:
    """What has become of one question (润色情况)."""

    item: QuizItem
    worded: QuizItem | None = None
    settled: bool = False
    """It has been shown; nothing changes it any more."""
    done: threading.Event = field(default_factory=threading.Event)


class WordedAhead:
    """Questions and their wordings, for all learners; `word` is called in a thread of its own."""

    def __init__(self, word: Callable[[QuizItem], QuizItem]) -> None:
        self._word = word
        self._known: OrderedDict[str, _Wording] = OrderedDict()
        self._waiting: list[_Wording] = []
        self._lock = threading.Lock()
        self._more = threading.Condition(self._lock)
        self._thread: threading.Thread | None = None

    def want(self, items: Iterable[QuizItem]) -> None:
        """Have questions worded, in this order, as far as they are new."""
        with self._lock:
            for item in items:
                self._entry(item)
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(target=self._work, name="wording", daemon=True)
                self._thread.start()
            self._more.notify()

    def settled(self, items: Sequence[QuizItem], patience: float) -> tuple[QuizItem, ...]:
        """The questions as they are to be shown from now on, after so many seconds at most."""
        deadline = time.monotonic() + patience
        self.want(items)
        with self._lock:
            entries = [self._entry(item) for item in items]
            # Those that are waited for come before all others.
            ours = set(map(id, entries))
            self._waiting.sort(key=lambda one: id(one) not in ours)
        return tuple(self._settle(entry, deadline) for entry in entries)

    def shown(self, item: QuizItem) -> QuizItem:
        """A question as it was shown; as the rules made it, if it was not."""
        with self._lock:
            entry = self._known.get(item.id)
            return entry.worded or item if entry and entry.settled else item

    def _entry(self, item: QuizItem) -> _Wording:
        """What is known of a question; a new one is put in line. The lock is held."""
        entry = self._known.get(item.id)
        if entry is None:
            entry = self._known[item.id] = _Wording(item=item)
            self._waiting.append(entry)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return entry

    def _settle(self, entry: _Wording, deadline: float) -> QuizItem:
        if not entry.settled:
            entry.done.wait(max(0.0, deadline - time.monotonic()))
        with self._lock:
            entry.settled = True
            if entry in self._waiting:
                self._waiting.remove(entry)
            return entry.worded or entry.item

    def _work(self) -> None:
        while True:
            with self._lock:
                while not self._waiting:
                    self._more.wait()
                entry = self._waiting.pop(0)
            worded = self._tried(entry.item)
            with self._lock:
                if not entry.settled:
                    entry.worded = worded
            entry.done.set()

    def _tried(self, item: QuizItem) -> QuizItem:
        try:
            return self._word(item)
        except Exception:  # noqa: BLE001 - one thread serves all learners
            _log.exception("a question could not be worded")
            return item
