"""What keeps the page to its own host (页面安全): headers on every response, and no API pages.

The browser then refuses to load or send anything elsewhere, whatever a library or a report says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "PageHeaders", "server_options"]

_POLICY = (
    "default-src 'self'",
    # Gradio's own front end needs inline scripts and `new Function`.
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
)
HEADERS = {
    "content-security-policy": "; ".join(_POLICY),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def server_options() -> dict[str, Any]:
    """Options of the FastAPI application behind the page."""
    closed = dict.fromkeys(("docs_url", "redoc_url", "openapi_url"))
    return {**closed, "middleware": [Middleware(PageHeaders)]}


class PageHeaders:
    """ASGI middleware that puts `HEADERS` on every response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and its response back with the headers."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                pairs = [(k.encode(), v.encode()) for k, v in HEADERS.items()]
                kept = [pair for pair in message["headers"] if pair[0].decode() not in HEADERS]
                message = {**message, "headers": [*kept, *pairs]}
            await send(message)

        await self._app(scope, receive, send_guarded if scope["type"] == "http" else send)
