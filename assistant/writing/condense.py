"""A follow-up made whole by a model (改写追问), where the rules could not make it whole.

The model may only bring together what was asked before: a word of its own, or a word of the
follow-up left out, and its question is not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.grounding import numbers_of
from assistant.question.forms import clean
from assistant.question.lexicon import cut, is_generic
from assistant.writing.reply import chain_of
from assistant.writing.streaming import ReplyFailed, pieces
from corpus.fold import fold
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Turn
    from assistant.writing.chat import Chat

__all__ = ["condensed"]

_TURNS = 3
_LONGEST = 120


def condensed(chat: Chat, question: str, history: Sequence[Turn]) -> str | None:
    """The follow-up as a question of its own; None if the model's cannot be trusted."""
    asked = [earlier for earlier, _ in history][-_TURNS:]
    told = {"history": "\n".join(asked), "question": question}
    try:
        said = "".join(pieces(chain_of(chat, "condense"), told, timeout=chat.timeout))
    except ReplyFailed:
        return None
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    whole = lines[0] if len(lines) == 1 else ""
    return whole if whole and _faithful(whole, question, asked) else None


def _faithful(whole: str, question: str, asked: Sequence[str]) -> bool:
    """Whether a question says what the follow-up says, in words that were asked before."""
    if len(whole) > _LONGEST or reads_like_an_order(whole):
        return False
    known = fold("\n".join((*asked, question)))
    said = fold(whole)
    if not numbers_of(said) <= numbers_of(known):
        return False
    if any(word not in known for word in _words(said)):
        return False
    return all(word in said for word in _words(clean(question)))


def _words(text: str) -> list[str]:
    return [word for word in cut(text) if len(word) > 1 and not is_generic(word)]
