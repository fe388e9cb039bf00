"""Replies of a real model, kept with the hash of their prompt (录音) and had again without it."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

__all__ = ["Recorded", "Recording", "hash_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One reply (录音)."""

    prompt: str
    """Hash of all messages."""
    question: str
    reply: str
    seconds: float
    model: str


def hash_of(messages: list[BaseMessage]) -> str:
    """What a reply is kept under: the whole prompt, to the letter."""
    told = json.dumps([[m.type, str(m.content)] for m in messages], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


class Recorded(BaseChatModel):
    """Gives recorded replies; what is not recorded is asked of a real model, if there is one.

    Without one, a prompt that has changed since gets the reply to the same question: whatever a
    model says, the gate must hold. `stale` counts them.
    """

    path: Any
    task: str
    live: Any = None
    asking: str = ""
    """Which question is being asked."""
    stale: int = 0
    seconds: float = 0.0
    """How long the last reply took when it was recorded."""
    _kept: dict[str, Recording] = PrivateAttr(default_factory=dict)
    _by_question: dict[str, Recording] = PrivateAttr(default_factory=dict)

    @override
    def model_post_init(self, context: Any, /) -> None:
        path: Path = self.path
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for line in lines:
            self._keep(Recording(**json.loads(line)))

    @property
    @override
    def _llm_type(self) -> str:
        return "recorded"

    def _keep(self, one: Recording) -> None:
        self._kept[one.prompt] = one
        self._by_question[one.question] = one

    def has(self, question: str) -> bool:
        """Whether any reply to a question was recorded."""
        return question in self._by_question

    def write(self) -> None:
        """Keep on disk what was recorded, one reply a line."""
        lines = [json.dumps(asdict(one), ensure_ascii=False) for one in self._kept.values()]
        self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def _reply(self, messages: list[BaseMessage]) -> str:
        key = hash_of(messages)
        one = self._kept.get(key)
        if one is None and self.live is not None:
            began = time.monotonic()
            said = self.live.invoke(messages).text
            seconds = round(time.monotonic() - began, 2)
            name = str(getattr(self.live, "model_name", ""))
            one = Recording(
                prompt=key, question=self.asking, reply=said, seconds=seconds, model=name
            )
            self._keep(one)
            self.write()
        if one is None:
            self.stale += 1
            one = self._by_question.get(self.asking)
        self.seconds = one.seconds if one else 0.0
        return one.reply if one else ""

    @override
    def _generate(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> ChatResult:
        message = AIMessage(content=self._reply(messages))
        return ChatResult(generations=[ChatGeneration(message=message)])

    @override
    async def _astream(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        said = self._reply(messages)
        for start in range(0, max(1, len(said)), 8):
            message = AIMessageChunk(content=said[start : start + 8])
            yield ChatGenerationChunk(message=message)
