"""The rules' answer worded by a language model (成文), with the rules' answer to fall back on.

The rules decide whether there is an answer, and of what it consists; a refusal stays a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.model import Answer, Dropped, Reason, Refusal, Written
from assistant.writing.accept import accept, is_aside
from assistant.writing.condense import condensed
from assistant.writing.gate import Gate
from assistant.writing.material import material_of
from assistant.writing.reply import GatedReply, gated
from assistant.writing.spans import budget_of, evidence_text, number_spans
from corpus.orders import reads_like_an_order
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from assistant.asker import Asker
    from assistant.model import Reply, Statement, Turn
    from assistant.writing.chat import Chat
    from assistant.writing.spans import EvidenceSpan

__all__ = ["Progress", "Writer", "tell"]

_VAGUE = frozenset({Reason.TOO_VAGUE, Reason.OFF_TOPIC, Reason.INDICATOR_ABSENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """An answer on its way (进展): sentences that passed so far, and at the end the reply."""

    passed: tuple[Statement, ...] = ()
    reply: Reply | None = None


class Writer:
    """Words what an asker answers."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    @property
    def chat(self) -> Chat:
        """The model."""
        return self._chat

    def answer(
        self, asker: Asker, question: str, history: Sequence[Turn] = ()
    ) -> Generator[Progress]:
        """Progress until the reply; closing it stops the model. Raises what `Asker.ask` raises."""
        reply = asker.ask(question, history)
        standing = asker.standalone(question, history).question
        if isinstance(reply, Refusal) and history and reply.reason in _VAGUE:
            yield Progress()
            reply, standing = self._asked_whole(asker, question, history) or (
                reply,
                standing,
            )
        if isinstance(reply, Refusal) or not self._is_worded(asker, standing, reply):
            yield Progress(reply=replace(reply, written=Written(model=self._chat.name)))
            return
        yield from self._worded(asker, standing, reply)

    def _asked_whole(
        self, asker: Asker, question: str, history: Sequence[Turn]
    ) -> tuple[Answer, str] | None:
        """The answer to the follow-up as the model makes it whole, if the rules have one."""
        whole = condensed(self._chat, question, history)
        reply = asker.ask(whole) if whole else None
        if whole is None or not isinstance(reply, Answer):
            return None
        return replace(reply, carried=say("answers", "carried", what=whole)), whole

    def _is_worded(self, asker: Asker, question: str, answer: Answer) -> bool:
        """Tables, lists and long rows are best as the rules set them out."""
        if answer.grid or any(reads_like_an_order(citation.quote) for citation in answer.citations):
            return False
        return len(answer.statements) == 1 or not asker.parse(question).has("list")

    def _worded(self, asker: Asker, question: str, answer: Answer) -> Generator[Progress]:
        spans, told = tell(asker, question, answer, context=self._chat.context)
        gate = Gate(spans=spans, asked=question, computed=answer.statements)
        result = GatedReply()
        for result in gated(self._chat, "answer", told, gate):
            yield Progress(passed=tuple(s for s in result.kept if not is_aside(s, answer)))
        yield Progress(reply=self._settled(answer, result))

    def _settled(self, answer: Answer, result: GatedReply) -> Answer:
        """The answer with the sentences that are taken, or as the rules gave it."""
        dropped = tuple(result.dropped)
        taken = None if result.ended else accept(result.kept, answer)
        if taken is None:
            set_aside = [s.text for s in result.kept if is_aside(s, answer)]
            dropped += tuple(Dropped(text=text, why="aside") for text in set_aside)
            notice = say("writing", f"fell_{result.ended or 'unproved'}")
            written = Written(model=self._chat.name, dropped=dropped, notice=notice)
            return replace(answer, written=written)
        written = Written(
            model=self._chat.name,
            sentences=len(taken.sentences),
            dropped=(*dropped, *taken.asides),
        )
        return replace(answer, statements=(*taken.sentences, *taken.rest), written=written)


def tell(
    asker: Asker, question: str, reply: Reply, *, context: int
) -> tuple[tuple[EvidenceSpan, ...], dict[str, str]]:
    """The spans for a question that stands alone, and what fills the prompt `answer`."""
    spans = number_spans(material_of(asker, question, reply), budget=budget_of(context))
    known = reply.statements if isinstance(reply, Answer) else ()
    draft = "\n".join(statement.text for statement in known)
    return spans, {
        "question": question,
        "evidence": evidence_text(spans),
        "draft": draft or say("writing", "no_draft"),
    }
