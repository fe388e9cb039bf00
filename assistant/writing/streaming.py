"""A model's reply piece by piece (流式), that can be left at any moment.

All calls run in one event loop of their own: a caller that stops asking cancels the call, which
closes the connection, and the server is free for others. A caller is never blocked for longer
than a beat.
"""

from __future__ import annotations

import asyncio
import queue
import threading
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from assistant.writing.chat import reason

if TYPE_CHECKING:
    from collections.abc import Generator
    from concurrent.futures import Future

    from langchain_core.runnables import Runnable

__all__ = ["BEAT", "ReplyFailed", "pieces"]

BEAT = 0.2
"""Seconds after which a caller gets an empty piece, if there is none."""
_END = object()


class ReplyFailed(Exception):  # noqa: N818 - it says what became of the reply
    """A reply that did not come to its end; `kind` is slow or failed."""

    def __init__(self, kind: str, why: str = "") -> None:
        super().__init__(kind, why)
        self.kind = kind
        self.why = why


def pieces(chain: Runnable[Any, str], told: dict[str, str], *, timeout: float) -> Generator[str]:
    """The reply as it comes; an empty piece says that there is nothing new yet.

    Raises `ReplyFailed`. Closing the iterator cancels the call.
    """
    arrived: queue.SimpleQueue[object] = queue.SimpleQueue()
    call = asyncio.run_coroutine_threadsafe(_call(chain, told, arrived), _loop())
    deadline = time.monotonic() + timeout
    try:
        while True:
            if time.monotonic() > deadline:
                raise ReplyFailed("slow")
            try:
                piece = arrived.get(timeout=BEAT)
            except queue.Empty:
                yield ""
                continue
            if piece is _END:
                _raise_failure(call)
                return
            yield str(piece)
    finally:
        call.cancel()


async def _call(
    chain: Runnable[Any, str], told: dict[str, str], arrived: queue.SimpleQueue[object]
) -> None:
    try:
        async for piece in chain.astream(told):
            arrived.put(piece)
    finally:
        arrived.put(_END)


def _raise_failure(call: Future[None]) -> None:
    try:
        failure = call.exception(timeout=1)
    except Exception as error:
        raise ReplyFailed("failed", reason(error)) from error
    if failure is not None:
        kind = "slow" if "Timeout" in type(failure).__name__ else "failed"
        raise ReplyFailed(kind, reason(failure)) from failure


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="chat", daemon=True).start()
    return loop
