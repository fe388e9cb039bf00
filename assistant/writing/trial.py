"""One real call of the chat model (试调用), for `fazhi doctor`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from assistant.writing.chat import open_chat, reason
from corpus.errors import ChatUnavailable
from prompts import say

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = ["try_chat"]


def try_chat(settings: Settings) -> float:
    """Seconds that a short reply took; raises a `ModelProblem` if there was none."""
    chat = open_chat(settings)
    if chat is None:
        return 0.0
    began = time.monotonic()
    try:
        reply = chat.model.invoke(say("writing", "trial"))
    except Exception as error:
        # Each provider's client has errors of its own kind.
        raise ChatUnavailable(model=chat.name, why=reason(error)) from error
    if not reply.text.strip():
        raise ChatUnavailable(model=chat.name, why=say("writing", "empty"))
    return time.monotonic() - began
