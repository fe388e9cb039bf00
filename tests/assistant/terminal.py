"""The command line as the tests use it: in this process without a model, or as a program."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.cli import main
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr of a command that could not do its work."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.count("\n") == 1, self.err
        return self.err.removesuffix("\n")


class Keyboard(TextIOWrapper):
    """Standard input on which someone types."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Terminal:
    """Runs `fazhi` in this process with the hashing embedder."""

    patch: pytest.MonkeyPatch
    captured: pytest.CaptureFixture[str]

    def __post_init__(self) -> None:
        def embeddings(_model: str | None) -> Embeddings:
            return HashEmbeddings()

        self.patch.setattr("assistant.factory.open_embeddings", embeddings)
        self.patch.setattr("index.embeddings.open_embeddings", embeddings)
        for name in [name for name in os.environ if name.startswith("FAZHI_")]:
            self.patch.delenv(name)

    def run(self, *arguments: object, said: bytes = b"", typed: bool = False) -> Outcome:
        """Run to the end; `said` is standard input, `typed` if a person sits before it."""
        kind = Keyboard if typed else TextIOWrapper
        self.patch.setattr(sys, "stdin", kind(BytesIO(said), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main([str(each) for each in arguments])
        out, err = self.captured.readouterr()
        assert isinstance(ended.value.code, int)
        return Outcome(code=ended.value.code, out=out, err=err)


def run_program(
    *arguments: object, said: bytes = b"", cwd: Path = ROOT, **environment: str
) -> Outcome:
    """Run `python -m assistant` as a program of its own, where output is said to be ASCII."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FAZHI_")}
    if cache := os.environ.get("FAZHI_CACHE"):
        kept["FAZHI_CACHE"] = cache
    ended = subprocess.run(
        [sys.executable, "-m", "assistant", *map(str, arguments)],
        input=said,
        capture_output=True,
        cwd=cwd,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "ascii",
            **environment,
        },
        timeout=300,
        check=False,
    )
    return Outcome(
        code=ended.returncode, out=ended.stdout.decode("utf-8"), err=ended.stderr.decode("utf-8")
    )
