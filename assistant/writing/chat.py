"""Open the chat model of the settings (对话模型); none is needed.

Any model that LangChain's `init_chat_model` knows will do: neither tools nor a JSON mode are used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import ChatUnavailable, ExtraMissing, FazhiError, SettingsProblem
from prompts import table

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.settings import Settings

__all__ = ["LONGEST_REPLY", "Chat", "open_chat", "reason"]

LONGEST_REPLY = 512
"""Tokens of a reply: an answer is a few sentences."""
_EXTRA = 'pip install "fazhi-assistant[chat]"'
_NO_KEY = "none"
"""Servers of one's own want no key, but the client insists on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat model with what is known of it (对话模型)."""

    name: str
    """As in the settings: `provider:name`."""
    model: BaseChatModel
    timeout: float
    """Seconds that a whole reply may take."""
    context: int
    """Tokens that prompt and reply may have together (上下文窗口)."""


def open_chat(settings: Settings) -> Chat | None:
    """The chat model of the settings, not called yet; None if none is set.

    Raises `ExtraMissing` where its package is not installed, and `SettingsProblem` for a name
    that is none.
    """
    name = settings.chat_model
    if name is None:
        return None
    provider, _, bare = name.partition(":")
    if not provider or not bare:
        why = table("settings")["chat_name"]
        raise SettingsProblem(name="FAZHI_CHAT_MODEL", why=why)
    try:
        from langchain.chat_models import init_chat_model

        model = init_chat_model(name, **_options(provider, settings))
    except ImportError as error:
        raise ExtraMissing(model=name, install=_package(error)) from error
    except FazhiError:
        raise
    except Exception as error:
        # Each provider's client has errors of its own kind for what it cannot take.
        raise ChatUnavailable(model=name, why=reason(error)) from error
    return Chat(
        name=name, model=model, timeout=settings.chat_timeout, context=settings.chat_context
    )


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    """What a provider's class is made with; Ollama's names differ."""
    options: dict[str, Any] = {"temperature": 0}
    if settings.chat_base_url:
        options["base_url"] = settings.chat_base_url
    if provider == "ollama":
        options["num_predict"] = LONGEST_REPLY
        options["num_ctx"] = settings.chat_context
        options["client_kwargs"] = {"timeout": settings.chat_timeout}
        return options
    options["max_tokens"] = LONGEST_REPLY
    options["timeout"] = settings.chat_timeout
    options["max_retries"] = settings.chat_retries
    if provider == "openai":
        # Its own limit between two chunks is 120 s: a long prompt takes a slow machine longer.
        options["stream_chunk_timeout"] = settings.chat_timeout
    if settings.chat_api_key is not None:
        options["api_key"] = settings.chat_api_key.get_secret_value()
    elif settings.chat_base_url:
        options["api_key"] = _NO_KEY
    return options


def _package(error: ImportError) -> str:
    """The command that installs what a provider needs."""
    said = str(error)
    start = said.find("pip install")
    return said[start:].strip("`. ") if start >= 0 else _EXTRA


def reason(error: BaseException) -> str:
    """What went wrong, as short as a line of a message can be."""
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return first[:160]
