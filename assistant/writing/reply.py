"""A model's reply with the gate before it (过关的答复): sentence by sentence, within limits."""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assistant.model import Dropped, Statement
from assistant.writing.sentences import SentenceFeed
from assistant.writing.streaming import ReplyFailed, pieces
from prompts.scripts import script

if TYPE_CHECKING:
    from collections.abc import Generator

    from langchain_core.runnables import Runnable

    from assistant.writing.chat import Chat
    from assistant.writing.gate import Gate
    from assistant.writing.sentences import WrittenSentence

__all__ = ["GatedReply", "chain_of", "gated"]

_log = logging.getLogger(__name__)
_LONGEST = 3000
"""Characters after which a reply is no answer any more."""
_SAME = 3
"""So often the same sentence says that a model turns in circles."""
_CIRCLE = re.compile(r"(.{2,40}?)\1{7,}$", re.DOTALL)
_TAIL, _STRIDE = 400, 100


@dataclass(slots=True)
class GatedReply:
    """What has come of a reply so far (过关情况)."""

    kept: list[Statement] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    ended: str = ""
    """Why it ended before its time: slow, failed, empty, looping, overlong; empty if it did not."""
    said: str = ""
    """All that the model said."""


def chain_of(chat: Chat, task: str) -> Runnable[Any, str]:
    """Prompt, model, text: the whole way of one call."""
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate

    told = script(task)
    prompt = ChatPromptTemplate.from_messages([("system", told.system), ("human", told.human)])
    return prompt | chat.model | StrOutputParser()


def gated(chat: Chat, task: str, told: dict[str, str], gate: Gate) -> Generator[GatedReply]:
    """The reply after each piece that changed it, and at every beat; closing cancels the call.

    Nothing is raised for what a model or its server does: `ended` tells it.
    """
    reply, feed, seen = GatedReply(), SentenceFeed(), Counter[str]()
    stream = pieces(chain_of(chat, task), told, timeout=chat.timeout)
    try:
        for piece in stream:
            reply.said += piece
            _take(reply, feed.feed(piece) if piece else [], gate, seen)
            reply.ended = _excess(reply.said, len(piece), seen)
            yield reply
            if reply.ended:
                return
        _take(reply, feed.close(), gate, seen)
        if not reply.kept and not reply.dropped:
            reply.ended = "empty"
    except ReplyFailed as failure:
        _log.warning("the chat model's reply ended early: %s %s", failure.kind, failure.why)
        reply.ended = failure.kind
    finally:
        stream.close()
    yield reply


def _take(
    reply: GatedReply, sentences: list[WrittenSentence], gate: Gate, seen: Counter[str]
) -> None:
    """Put each new sentence through the gate; one that was said already is passed over."""
    for sentence in sentences:
        seen[sentence.text] += 1
        if seen[sentence.text] > 1:
            continue
        checked = gate.check(sentence)
        if isinstance(checked, Statement):
            reply.kept.append(checked)
        else:
            reply.dropped.append(checked)


def _excess(said: str, new: int, seen: Counter[str]) -> str:
    """Why a reply must end here; its tail is looked at once in a while."""
    if len(said) > _LONGEST:
        return "overlong"
    if any(count >= _SAME for count in seen.values()):
        return "looping"
    due = len(said) // _STRIDE > (len(said) - new) // _STRIDE
    return "looping" if due and _CIRCLE.search(said[-_TAIL:]) else ""
