"""The reports that tests make questions from: invented ones, and real ones where they lie."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.service import Assistant
from assistant.writing.writer import Writer
from tests.embedders import HashEmbeddings
from tests.golden.corpora import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.writing.chat import Chat

__all__ = ["assistant_over", "files_of", "has_provinces"]


def files_of(*names: str) -> list[Path]:
    """The report files of some corpora; those that are not here have none."""
    return [file for name in names for file in CORPORA[name].files]


def has_provinces() -> bool:
    """Whether the provincial reports lie beside this checkout."""
    return bool(CORPORA["provinces"].files)


def assistant_over(
    folder: Path, files: Iterable[Path | str], chat: Chat | None = None
) -> Assistant:
    """An assistant over files or texts, its index made with an embedder that needs no model."""
    held = folder / "报告"
    held.mkdir(parents=True)
    for number, file in enumerate(files):
        if isinstance(file, Path):
            shutil.copy(file, held / f"{number}-{file.name}")
        else:
            (held / f"{number}.txt").write_text(file, encoding="utf-8")
    writer = Writer(chat) if chat else None
    made = Assistant(folder / "索引", embeddings=HashEmbeddings(), model="hash", writer=writer)
    made.add([held])
    return made
