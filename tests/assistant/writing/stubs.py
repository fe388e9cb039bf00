"""Chat models that say what a test wants (替身模型), and a writer over a library in memory."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field
from typing_extensions import override

from assistant.asker import Asker
from assistant.writing.chat import Chat
from assistant.writing.writer import Writer
from tests.assistant.shelves import MemoryShelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from assistant.model import Reply, Turn

__all__ = ["Says", "answered", "chat_of", "library"]


class Says(BaseChatModel):
    """Says what a function makes of its prompt, in pieces of a few characters."""

    speak: Any
    """From the messages to what is said; an exception is raised, a float is slept."""
    size: int = 12
    prompts: list[str] = Field(default_factory=list)
    left: list[bool] = Field(default_factory=list)
    """Whether each call was broken off before its end."""

    @property
    @override
    def _llm_type(self) -> str:
        return "says"

    def _told(self, messages: list[BaseMessage]) -> list[Any]:
        prompt = "\n".join(str(message.content) for message in messages)
        self.prompts.append(prompt)
        said = self.speak(prompt)
        return said if isinstance(said, list) else [said]

    @override
    def _generate(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> ChatResult:
        text = ""
        for part in self._told(messages):
            if isinstance(part, BaseException):
                raise part
            if isinstance(part, float):
                time.sleep(part)
            else:
                text += part
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])

    @override
    async def _astream(
        self, messages: list[BaseMessage], stop: Any = None, run_manager: Any = None, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        self.left.append(True)
        for part in self._told(messages):
            if isinstance(part, BaseException):
                raise part
            if isinstance(part, float):
                await asyncio.sleep(part)
                continue
            for start in range(0, len(part), self.size):
                piece = part[start : start + self.size]
                yield ChatGenerationChunk(message=AIMessageChunk(content=piece))
        yield ChatGenerationChunk(message=AIMessageChunk(content=""))
        self.left[-1] = False


def chat_of(speak: Callable[[str], Any] | str, *, timeout: float = 20, context: int = 6144) -> Chat:
    """A chat model that says something, whatever it is told."""
    told = speak if callable(speak) else (lambda _prompt: speak)
    return Chat(
        name="stub:says", model=Says(speak=told, prompts=[], left=[]), timeout=timeout,
        context=context,
    )  # fmt: skip


def library(*texts: str) -> Asker:
    """An asker over invented reports."""
    return Asker(MemoryShelf(*texts))


def answered(asker: Asker, chat: Chat, question: str, history: tuple[Turn, ...] = ()) -> Reply:
    """The reply with a model in force."""
    *_, last = Writer(chat).answer(asker, question, history)
    assert last.reply is not None
    return last.reply
