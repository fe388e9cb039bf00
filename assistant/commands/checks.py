"""What `fazhi doctor` looks at (检查项).

Every check is a function that looks and yields findings; none changes anything, none imports a
heavy library.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

from corpus.errors import FazhiError, IndexForeign, IndexModelChanged
from prompts import explain, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.settings import Settings

__all__ = [
    "Finding",
    "State",
    "chat",
    "extras",
    "failed",
    "index",
    "model",
    "office",
    "packages",
    "port",
]
__all__ += ["program", "python", "settings_in_force"]

_words = partial(say, "doctor")
_PROGRAM = "fazhi-assistant"
_PYTHON = (3, 11)
_SHOWN = ("torch", "sentence-transformers", "faiss-cpu", "langchain-core", "gradio")
_EXTRAS = {"openai": "langchain-openai", "chat": "langchain", "milvus": "langchain-milvus"}


class State(StrEnum):
    """How bad a finding is (程度)."""

    GOOD = "good"
    NOTICE = "notice"
    """Something does not work that most people do without."""
    BAD = "bad"
    """No question can be answered like this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at (检查结果)."""

    name: str
    state: State
    says: str
    mend: str = ""
    """The command that mends it; empty where nothing is to be done."""


def _found(key: str, says: str, state: State = State.GOOD, *, mend: str = "") -> Finding:
    return Finding(name=_words(key), state=state, says=says, mend=mend)


def failed(key: str, error: FazhiError, *, mend: str = "") -> Finding:
    """An error as a finding; its hint mends it where no command is given."""
    words = explain(error.code(), error.details)
    return _found(key, words.message, State.BAD, mend=mend or words.hint)


def python() -> Iterator[Finding]:
    """Whether this is the Python that the program is written for."""
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] == _PYTHON:
        yield _found("python", _words("python_says", version=running))
    else:
        says = _words("python_other", version=running)
        yield _found("python", says, State.NOTICE, mend=_words("python_mend"))


def program() -> Iterator[Finding]:
    """Which version of the program is installed."""
    try:
        yield _found("program", _words("program_says", version=version(_PROGRAM)))
    except PackageNotFoundError:
        says = _words("program_source")
        yield _found("program", says, State.NOTICE, mend=_words("program_mend"))


def packages() -> Iterator[Finding]:
    """Whether each package that the program declares is there, in a version that it accepts."""
    try:
        declared = [Requirement(line) for line in requires(_PROGRAM) or []]
    except PackageNotFoundError:
        return
    wanted = [one for one in declared if one.marker is None or one.marker.evaluate({"extra": ""})]
    found = {one.name: _version_of(one.name) for one in wanted}
    absent = [one for one in wanted if found[one.name] is None]
    other = [
        one
        for one in wanted
        if (have := found[one.name]) and not one.specifier.contains(have, prereleases=True)
    ]
    for key, ones in (("package_absent", absent), ("package_other", other)):
        if ones:
            says = _words(key, names="、".join(one.name for one in ones))
            install = " ".join(f'"{one.name}{one.specifier}"' for one in ones)
            mend = _words("packages_mend", requirements=install)
            yield _found("packages", says, State.BAD, mend=mend)
    if not absent and not other:
        some = ",".join(f"{name} {found[name]}" for name in _SHOWN if found.get(name))
        yield _found("packages", _words("packages_says", count=len(wanted), some=some))


def _version_of(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def settings_in_force() -> Iterator[Finding]:
    """Which settings are not the default."""
    # The keys of endpoints are settings too; their values are nobody's business.
    names = [name for name in sorted(os.environ) if name.startswith("FAZHI_")]
    shown = [name if name.endswith("API_KEY") else f"{name}={os.environ[name]}" for name in names]
    says = _words("settings_says", names=" ".join(shown)) if shown else _words("settings_none")
    yield _found("settings", says)


def model(settings: Settings) -> Iterator[Finding]:
    """Which embedding model is to be used, and whether it is there and intact."""
    from index import e5

    name = settings.embedding_model
    if name in {None, "builtin"}:
        try:
            state, folder = e5.condition()
        except FazhiError as error:
            yield failed("model", error, mend=str(error.details.get("install", "")))
        else:
            yield _found("model", _words(f"model_{state}", name=e5.NAME, folder=folder))
    elif name.startswith(("http://", "https://")):
        yield _endpoint(name)
    elif not Path(name).is_dir():
        yield _found("model", _words("model_hub", name=name), State.NOTICE)
    elif (Path(name) / "config.json").is_file():
        yield _found("model", _words("model_folder", name=name))
    else:
        says = _words("model_folder_damaged", name=name)
        yield _found("model", says, State.BAD, mend=_words("model_mend"))


def _endpoint(name: str) -> Finding:
    if _version_of(_EXTRAS["openai"]) is None:
        mend = _words("extra_mend", name="openai")
        return _found("model", _words("model_endpoint", name=name), State.BAD, mend=mend)
    return _found("model", _words("model_endpoint", name=name))


def chat(settings: Settings) -> Iterator[Finding]:
    """Whether the language model of the settings answers, by a real call.

    Without it every answer is made by rules, so that its failure is no more than a notice.
    """
    if settings.chat_model is None:
        yield _found("chat", _words("chat_none"))
        return
    from assistant.writing.trial import try_chat

    try:
        seconds = try_chat(settings)
    except FazhiError as error:
        words = explain(error.code(), error.details)
        yield _found("chat", words.message, State.NOTICE, mend=words.hint)
        return
    yield _found("chat", _words("chat_says", name=settings.chat_model, seconds=f"{seconds:.1f}"))


def index(folder: Path, settings: Settings) -> Iterator[Finding]:
    """Whether the index can be asked with the model of the settings."""
    from index.embeddings import model_identity
    from index.layout import Layout
    from index.manifest import read_manifest
    from index.snapshot import open_library

    mend = _words("index_mend", folder=folder)
    try:
        with closing(open_library(folder)):
            layout = Layout(folder)
            pointer = layout.pointer()
            snapshot = layout.snapshot(pointer.snapshot)
            manifest = read_manifest(snapshot, pointer.manifest_sha256, index=folder)
        asked_for = model_identity(settings.embedding_model)
        if manifest.model != asked_for:
            built_with = manifest.model
            raise IndexModelChanged(folder=folder, built_with=built_with, asked_for=asked_for)
    except IndexForeign as error:
        yield failed("index", error, mend=_words("index_foreign_mend"))
        return
    except FazhiError as error:
        yield failed("index", error, mend=mend)
        return
    says = _words(
        "index_says",
        folder=folder,
        reports=manifest.reports,
        passages=manifest.passages,
        model=manifest.model,
        program=manifest.program,
    )
    yield _found("index", says)


def office() -> Iterator[Finding]:
    """Whether the older office formats can be read."""
    from corpus.formats.legacy import find_converter

    if path := find_converter():
        yield _found("office", _words("office_says", path=path))
    else:
        says, mend = _words("office_absent"), _words("office_mend")
        yield _found("office", says, State.NOTICE, mend=mend)


def extras() -> Iterator[Finding]:
    """Which optional packages are installed."""
    for name, package in _EXTRAS.items():
        have = _version_of(package)
        says = (
            _words("extra_says", version=have)
            if have
            else _words("extra_absent", purpose=_words(f"extra_{name}"))
        )
        mend = "" if have else _words("extra_mend", name=name)
        state = State.GOOD if have else State.NOTICE
        yield Finding(name=_words("extra", name=name), state=state, says=says, mend=mend)


def port(settings: Settings) -> Iterator[Finding]:
    """Whether the page's port is free."""
    where = {"host": settings.host, "port": settings.port}
    try:
        with socket.create_server((settings.host, settings.port)):
            yield _found("port", _words("port_says", **where))
    except OSError:
        says, mend = _words("port_taken", **where), _words("port_mend")
        yield _found("port", says, State.NOTICE, mend=mend)
