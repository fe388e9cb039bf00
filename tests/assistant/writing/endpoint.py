"""An OpenAI-compatible endpoint on this machine that says what a test wants (替身服务)."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Endpoint", "serving"]


class Endpoint:
    """What it says, what it was asked, and whether anybody hung up."""

    def __init__(self, said: str, *, status: int = 200, pause: float = 0.0) -> None:
        self.said = said
        self.status = status
        self.pause = pause
        """Seconds before each piece."""
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.left = threading.Event()
        self.url = ""


@contextmanager
def serving(endpoint: Endpoint) -> Iterator[Endpoint]:
    """Serve until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.asked.append(asked)
            endpoint.keys.append(self.headers.get("Authorization", ""))
            try:
                _answer(self, endpoint, streamed=bool(asked.get("stream")))
            except OSError:
                endpoint.left.set()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    endpoint.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(handler: BaseHTTPRequestHandler, endpoint: Endpoint, *, streamed: bool) -> None:
    handler.send_response(endpoint.status)
    kind = "text/event-stream" if streamed else "application/json"
    handler.send_header("Content-Type", kind)
    handler.send_header("Connection", "close")
    handler.end_headers()
    if endpoint.status != 200 or not streamed:
        message = {"role": "assistant", "content": endpoint.said}
        whole = _chunk({"message": message, "finish_reason": "stop"}, "chat.completion")
        handler.wfile.write(json.dumps(whole).encode())
        return
    for start in range(0, len(endpoint.said), 4):
        time.sleep(endpoint.pause)
        piece = {"delta": {"role": "assistant", "content": endpoint.said[start : start + 4]}}
        _send(handler, _chunk(piece, "chat.completion.chunk"))
    _send(handler, _chunk({"delta": {}, "finish_reason": "stop"}, "chat.completion.chunk"))
    handler.wfile.write(b"data: [DONE]\n\n")


def _send(handler: BaseHTTPRequestHandler, data: dict[str, Any]) -> None:
    handler.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
    handler.wfile.flush()


def _chunk(choice: dict[str, Any], kind: str) -> dict[str, Any]:
    return {
        "id": "1", "object": kind, "created": 1, "model": "stub",
        "choices": [{"index": 0, **choice}],
    }  # fmt: skip
