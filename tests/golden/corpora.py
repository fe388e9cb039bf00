"""The reports and questions that answers are held against (题库), and an index over each corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from assistant.service import Assistant
from index.build import build_index
from index.e5 import default_cache
from index.embeddings import model_identity, open_embeddings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

__all__ = ["CORPORA", "SETS", "Corpus", "Question", "QuestionSet", "open_library", "read_questions"]

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_SHARED = _ROOT.parent / "shared"
"""Material that lies beside a checkout in some places and is missing in others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Reports that are asked together (语料)."""

    name: str
    sources: tuple[Path, ...]
    """Reports, and folders of them."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The reports, in order; none if they are not here."""
        found = [[path] if path.is_file() else path.glob("*.txt") for path in self.sources]
        return tuple(sorted(path for paths in found for path in paths))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """Questions over one corpus (题集); the `held` ones were not looked at while coding."""

    name: str
    corpus: Corpus
    path: Path
    held: bool

    @property
    def missing(self) -> str:
        """Why the set cannot be asked here; empty if it can."""
        absent = [path for path in (self.path, *self.corpus.sources) if not path.exists()]
        return f"not in this checkout: {', '.join(path.name for path in absent)}" if absent else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with what a right answer holds (题目)."""

    id: str
    kind: str
    text: str
    history: tuple[tuple[str, str], ...]
    refused: bool
    """The right answer is a refusal."""
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    evidence: str
    """Words of the sentence to cite."""
    file: str
    section: tuple[str, ...]
    """Numerals of the headings above the evidence, top first; empty if they do not matter."""


_ANJU = Corpus(name="anju", sources=(_ROOT / "corpus" / "reports" / "anju-2022.txt",))
CORPORA = {
    corpus.name: corpus
    for corpus in (
        _ANJU,
        Corpus(name="provinces", sources=(_SHARED / "data" / "gov-work-2025",)),
        Corpus(name="invented", sources=(_HERE / "reports",)),
        Corpus(name="more", sources=(_HERE / "reports_more",)),
        Corpus(name="fresh", sources=(_HERE / "reports_fresh",)),
        Corpus(name="latest", sources=(_HERE / "reports_latest",)),
        Corpus(name="mixed", sources=(_HERE / "reports_mixed", *_ANJU.sources)),
        Corpus(name="varied", sources=(_HERE / "reports_varied", *_ANJU.sources)),
        Corpus(name="plain", sources=(_HERE / "reports_plain", *_ANJU.sources)),
        Corpus(name="across", sources=(_SHARED / "data" / "gov-work-2025",)),
        Corpus(name="between", sources=(_SHARED / "data" / "gov-work-2025",)),
        Corpus(name="trial", sources=(_HERE / "reports_trial", *_ANJU.sources)),
        Corpus(name="second", sources=(_HERE / "reports_second", *_ANJU.sources)),
        Corpus(name="third", sources=(_HERE / "reports_third", *_ANJU.sources)),
        Corpus(name="fourth", sources=(_HERE / "reports_fourth", *_ANJU.sources)),
        Corpus(name="fifth", sources=(_HERE / "reports_fifth", *_ANJU.sources)),
        Corpus(name="sixth", sources=(_HERE / "reports_sixth", *_ANJU.sources)),
        Corpus(name="seventh", sources=(_HERE / "reports_seventh", *_ANJU.sources)),
        Corpus(name="eighth", sources=(_HERE / "reports_eighth", *_ANJU.sources)),
        Corpus(name="ninth", sources=(_HERE / "reports_ninth", *_ANJU.sources)),
        Corpus(name="tenth", sources=(_HERE / "reports_tenth", *_ANJU.sources)),
        Corpus(name="eleventh", sources=(_HERE / "reports_eleventh", *_ANJU.sources)),
        Corpus(name="twelfth", sources=(_HERE / "reports_twelfth", *_ANJU.sources)),
        Corpus(name="thirteenth", sources=(_HERE / "reports_thirteenth", *_ANJU.sources)),
        Corpus(name="fourteenth", sources=(_HERE / "reports_fourteenth",)),
        Corpus(name="fifteenth", sources=(_HERE / "reports_fifteenth",)),
        Corpus(name="sixteenth", sources=(_HERE / "reports_sixteenth",)),
        Corpus(name="seventeenth", sources=(_HERE / "reports_seventeenth",)),
        Corpus(name="eighteenth", sources=(_HERE / "reports_eighteenth",)),
        Corpus(name="nineteenth", sources=(_HERE / "reports_nineteenth",)),
        Corpus(name="twentieth", sources=(_HERE / "reports_twentieth",)),
        Corpus(name="twentyfirst", sources=(_HERE / "reports_twentyfirst",)),
        Corpus(name="drafts", sources=(_HERE / "reports_drafts", *_ANJU.sources)),
        Corpus(name="papers", sources=(_HERE / "reports_papers", *_ANJU.sources)),
        Corpus(name="speeches", sources=(_HERE / "reports_speeches", *_ANJU.sources)),
        Corpus(name="towns", sources=(_HERE / "reports_towns",)),
        Corpus(name="valleys", sources=(_HERE / "reports_valleys",)),
        Corpus(name="hills", sources=(_HERE / "reports_hills",)),
        Corpus(name="lakes", sources=(_HERE / "reports_lakes",)),
        Corpus(name="marshes", sources=(_HERE / "reports_marshes",)),
        Corpus(name="shoals", sources=(_HERE / "reports_shoals",)),
        Corpus(name="deltas", sources=(_HERE / "reports_deltas",)),
        Corpus(name="bays", sources=(_HERE / "reports_bays",)),
        Corpus(name="kin", sources=(_HERE / "reports_kin",)),
        Corpus(name="counties", sources=(_HERE / "reports_counties",)),
    )
}


def _own_set(corpus: Corpus, part: str) -> QuestionSet:
    name = f"{corpus.name}_{part}"
    path = _HERE / "questions" / f"{name}.jsonl"
    return QuestionSet(name=name, corpus=corpus, path=path, held=part == "held")


_SAMPLE = QuestionSet(
    name="sample", corpus=_ANJU, path=_SHARED / "eval" / "anju2022.jsonl", held=False
)
SETS = {
    one.name: one
    for one in (
        _SAMPLE,
        *(
            _own_set(corpus, part)
            for part in ("dev", "held")
            for corpus in CORPORA.values()
            if (_HERE / "questions" / f"{corpus.name}_{part}.jsonl").is_file()
        ),
    )
}
_NOT_ASKED = "claim"
"""Claims to be checked are no questions."""


def read_questions(questions: QuestionSet) -> tuple[Question, ...]:
    """The questions of a set, in order."""
    lines = questions.path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    only = questions.corpus.files[0].name
    return tuple(_question(row, only) for row in rows if row["kind"] != _NOT_ASKED)


def _question(row: dict[str, Any], only: str) -> Question:
    return Question(
        id=row["id"],
        kind=row["kind"],
        text=row["q"],
        history=tuple((asked, answered) for asked, answered in row.get("history", ())),
        refused=row.get("refuse", False),
        must=tuple(row.get("must", ())),
        must_not=tuple(row.get("must_not", ())),
        evidence=row.get("evidence", ""),
        file=row.get("file", only),
        section=tuple(row.get("section", ())),
    )


@cache
def open_library(name: str) -> Assistant:
    """The assistant over a corpus's index, which is kept in the cache and brought up to date.

    Vectors of unchanged passages are taken over, so that only the first build takes its time.
    """
    folder = default_cache() / "golden" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    embeddings, model = _embeddings(), model_identity(None)
    with FileLock(folder.with_suffix(".lock")):
        build_index(CORPORA[name].files, folder=folder, embeddings=embeddings, model=model)
    return Assistant(folder, embeddings=embeddings, model=model)


@cache
def _embeddings() -> Embeddings:
    return open_embeddings(None)
