"""A chat model reads a draft's claim beside numbered sentences (模型核对主张), behind the gate.

The gate comes first: the model sees only sentences each of which lets the claim's own words
pass, and names the one that says the same, or none. Whatever else it says, and whatever becomes
of its server, is taken for no opinion.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from assistant.model import Statement
from assistant.writing.gate import Gate
from assistant.writing.reply import chain_of
from assistant.writing.sentences import WrittenSentence
from assistant.writing.spans import EvidenceSpan, budget_of, evidence_text, inert, number_spans
from assistant.writing.streaming import ReplyFailed, pieces
from corpus.orders import reads_like_an_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Citation
    from assistant.writing.chat import Chat

__all__ = ["ClaimReader"]

_log = logging.getLogger(__name__)
_MOST = 24
"""Claims of a draft that the model is asked about: each costs a call."""
_LONGEST_CLAIM, _LONGEST_REPLY = 200, 2000
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)
_AGREES = re.compile(r"\s*支持\s*[\[〔【]\s*(\d{1,2})\s*[\]〕】]\s*[。.]?\s*")


class ClaimReader:
    """One draft before a chat model; after a call that failed it is not asked again."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat
        self._left = _MOST

    def supports(self, said: str, about: str, sentences: Sequence[Citation]) -> Citation | None:
        """The sentence that the model names, if the gate lets the claim pass with it."""
        if self._left <= 0 or len(said) > _LONGEST_CLAIM or reads_like_an_order(said):
            return None
        passing = [one for one in sentences if _passes(said, about, one)]
        spans = number_spans(passing, budget=budget_of(self._chat.context))
        if not spans:
            return None
        self._left -= 1
        told = {"claim": inert(said), "about": inert(about), "evidence": evidence_text(spans)}
        named = _AGREES.fullmatch(_THOUGHT.sub("", self._reply(told)))
        return next((s.citation for s in spans if named and s.number == int(named[1])), None)

    def _reply(self, told: dict[str, str]) -> str:
        """What the model says; nothing where it fails or goes on for too long."""
        said = ""
        stream = pieces(chain_of(self._chat, "claim"), told, timeout=self._chat.timeout)
        try:
            for piece in stream:
                said += piece
                if len(said) > _LONGEST_REPLY:
                    return ""
        except ReplyFailed as failure:
            _log.warning("the chat model read no claim: %s %s", failure.kind, failure.why)
            self._left = 0
            return ""
        finally:
            stream.close()
        return said


def _passes(said: str, about: str, citation: Citation) -> bool:
    """Whether the gate lets a claim pass with one sentence as its only source."""
    gate = Gate(spans=(EvidenceSpan(number=1, citation=citation),), asked=about)
    return isinstance(gate.check(WrittenSentence(text=said, ids=(1,))), Statement)
