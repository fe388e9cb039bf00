"""Open an embedding model by name (向量模型): the bundled one, a folder, a hub name, an endpoint.

All are LangChain `Embeddings`. Nothing heavy is imported before the first text is embedded:
sentence-transformers alone takes seconds, and many questions need no vector at all.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from langchain_core.embeddings import Embeddings
from typing_extensions import override

from corpus.errors import ExtraMissing, FazhiError, ModelUnavailable
from index import e5

if TYPE_CHECKING:
    from collections.abc import Callable

    import torch

__all__ = ["LazyEmbeddings", "model_identity", "open_embeddings"]

_OPENAI = 'pip install "fazhi-assistant[openai]"'
_BUILTIN = "builtin"
_ENDPOINT_BATCH = 64
_EDGE = 65_536
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}


_T = TypeVar("_T")


def open_embeddings(model: str | None, *, cache: Path | None = None) -> Embeddings:
    """Give the model of a setting; it is loaded when it is first used.

    `model` is None or `builtin`, a folder, a name on the hub, or `https://host/v1#name` for an
    OpenAI-compatible endpoint, whose key is `$FAZHI_API_KEY`. The first use raises a
    `ModelProblem` if the model is not to be had.
    """
    if model is None or model == _BUILTIN:
        return LazyEmbeddings(e5.NAME, lambda: _open_builtin(cache))
    if _is_endpoint(model):
        return LazyEmbeddings(model, lambda: _open_endpoint(model))
    return LazyEmbeddings(model, lambda: _open_model(model, _prompts(model)))


def model_identity(model: str | None) -> str:
    """Name a model as an index records it; another identity means other vectors.

    A folder is told by its content and not by its place.
    """
    if model is None or model == _BUILTIN:
        return e5.IDENTITY
    if not _is_endpoint(model) and Path(model).is_dir():
        return f"{Path(model).resolve().name}@{_fingerprint(Path(model))}"
    return model


def _is_endpoint(model: str) -> bool:
    return model.startswith(("http://", "https://"))


class LazyEmbeddings(Embeddings):
    """A model that is opened at its first use and used by one thread at a time."""

    def __init__(self, name: str, open_model: Callable[[], Embeddings]) -> None:
        self._name = name
        self._open = open_model
        self._model: Embeddings | None = None
        # Tokenizers fail with "Already borrowed" when two threads share one.
        self._lock = Lock()

    @override
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._use(lambda model: model.embed_documents(texts)) if texts else []

    @override
    def embed_query(self, text: str) -> list[float]:
        return self._use(lambda model: model.embed_query(text))

    def _use(self, job: Callable[[Embeddings], _T]) -> _T:
        with self._lock:
            try:
                if self._model is None:
                    self._model = self._open()
                return job(self._model)
            except FazhiError:
                raise
            except Exception as error:
                # Each library behind a model has failures of its own kind.
                raise ModelUnavailable(model=self._name, why=_reason(error)) from error


def _open_builtin(cache: Path | None) -> Embeddings:
    folder = e5.unpacked(cache)
    load = {"local_files_only": True, "model_kwargs": {"dtype": _fast_dtype()}}
    return _open_model(str(folder), _E5_PROMPTS, load)


def _open_model(
    name: str, prompts: dict[str, str], load: dict[str, object] | None = None
) -> Embeddings:
    from transformers.utils import logging

    from index.sentence_encoder import SentenceEncoder

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceEncoder(
        model=name,
        model_kwargs=load or {},
        encode_kwargs={"prompt": prompts["passage"]},
        query_encode_kwargs={"prompt": prompts["query"]},
    )


def _fast_dtype() -> torch.dtype:
    """Choose bfloat16 where the processor computes in it: twice as fast, vectors alike to .9999."""
    import torch

    known = torch.cpu.get_capabilities()
    fast = known.get("avx512_bf16") or known.get("amx_bf16")
    return torch.bfloat16 if fast else torch.float32


def _prompts(model: str) -> dict[str, str]:
    """Find what a model wants before queries and passages: as its folder says, else by its name."""
    try:
        settings = json.loads((Path(model) / "config_sentence_transformers.json").read_bytes())
        said = settings.get("prompts") or {}
    except (OSError, ValueError):
        said = {}
    passage = said.get("passage") or said.get("document") or ""
    if said.get("query") or passage:
        return {"query": said.get("query") or "", "passage": passage}
    return _E5_PROMPTS if "e5" in Path(model).name.lower() else {"query": "", "passage": ""}


def _open_endpoint(model: str) -> Embeddings:
    try:
        from langchain_openai import OpenAIEmbeddings
    except ImportError as error:
        raise ExtraMissing(model=model, install=_OPENAI) from error
    from pydantic import SecretStr

    address, _, name = model.partition("#")
    if not name:
        raise ModelUnavailable(model=model, why="https://…/v1#model-name")
    return OpenAIEmbeddings(
        model=name,
        base_url=address,
        # Servers of one's own want no key, but the client insists on one.
        api_key=SecretStr(os.environ.get("FAZHI_API_KEY") or "none"),
        check_embedding_ctx_length=False,
        chunk_size=_ENDPOINT_BATCH,
    )


def _fingerprint(folder: Path) -> str:
    """Hash the names, sizes and ends of all files; whole weights would take seconds."""
    digest = hashlib.sha256()
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        size = file.stat().st_size
        digest.update(f"{file.relative_to(folder).as_posix()}\0{size}\0".encode())
        with file.open("rb") as opened:
            digest.update(opened.read(_EDGE))
            opened.seek(max(0, size - _EDGE))
            digest.update(opened.read())
    return digest.hexdigest()[:8]


def _reason(error: Exception) -> str:
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    return first[:200]
