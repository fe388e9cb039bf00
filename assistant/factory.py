"""The only place where parts are put together (装配)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.service import Assistant
from assistant.settings import read_group_rules
from assistant.writing.chat import open_chat
from assistant.writing.writer import Writer
from index.embeddings import model_identity, open_embeddings

if TYPE_CHECKING:
    from assistant.settings import Settings


def open_assistant(settings: Settings) -> Assistant:
    """The assistant as the settings want it; nothing heavy is loaded yet.

    Raises what `open_chat` raises where a language model is set that cannot be opened.
    """
    chat = open_chat(settings)
    return Assistant(
        settings.index,
        embeddings=open_embeddings(settings.embedding_model),
        model=model_identity(settings.embedding_model),
        rules=read_group_rules(settings),
        writer=Writer(chat) if chat else None,
    )
