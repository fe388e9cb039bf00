"""Retrieval on CMRC2018-dev: vectors, words, both. Run with `python -m tests.bench.cmrc [FILE]`.

Each of 3,219 questions is to find its own among 848 whole paragraphs; E5 reads the first 512
tokens of one.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.documents import Document

from index.embeddings import open_embeddings
from index.faiss_store import FaissStore
from index.fusion import search_both
from index.words import WordIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[3] / "shared" / "data" / "cmrc2018_dev.json"
_DEPTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cmrc:
    """The questions with the position of the paragraph that answers each."""

    paragraphs: list[str]
    questions: list[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Shares of questions whose paragraph is first, and among the first five."""

    at_1: float
    at_5: float


def read_cmrc(file: Path) -> Cmrc:
    articles = json.loads(file.read_text(encoding="utf-8"))["data"]
    entries = [entry for article in articles for entry in article["paragraphs"]]
    return Cmrc(
        paragraphs=[entry["context"] for entry in entries],
        questions=[
            (question["question"], place)
            for place, entry in enumerate(entries)
            for question in entry["qas"]
        ],
    )


def recall(found: Sequence[Sequence[int]], wanted: Sequence[int]) -> Recall:
    pairs = list(zip(found, wanted, strict=True))
    return Recall(
        at_1=sum(rows[:1] == [place] for rows, place in pairs) / len(pairs),
        at_5=sum(place in rows[:5] for rows, place in pairs) / len(pairs),
    )


def measure(cmrc: Cmrc) -> dict[str, Recall]:
    """Rank the paragraphs for every question in three ways."""
    embeddings = open_embeddings(None)
    ids = [str(place) for place in range(len(cmrc.paragraphs))]
    words = WordIndex.build(ids, cmrc.paragraphs)
    store = FaissStore(embeddings)
    store.add_vectors(
        ids,
        np.array(embeddings.embed_documents(cmrc.paragraphs)),
        [Document(page_content=paragraph) for paragraph in cmrc.paragraphs],
    )
    found: dict[str, list[list[int]]] = {"vectors": [], "words": [], "both": []}
    for question, _ in cmrc.questions:
        vector = embeddings.embed_query(question)
        found["vectors"].append([row for row, _ in store.search_vector(vector, _DEPTH)])
        found["words"].append([row for row, _ in words.search(question, _DEPTH)])
        both = search_both(store, words, question, vector, _DEPTH)
        found["both"].append([hit.row for hit in both])
    wanted = [place for _, place in cmrc.questions]
    return {name: recall(rows, wanted) for name, rows in found.items()}


def main() -> None:
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    if not file.is_file():
        sys.exit(f"CMRC2018-dev is not at {file}; give its place as argument")
    cmrc = read_cmrc(file)
    started = time.perf_counter()
    table = measure(cmrc)
    taken = time.perf_counter() - started
    print(f"CMRC2018-dev: {len(cmrc.questions)} questions, {len(cmrc.paragraphs)} paragraphs")
    print(f"{'':8} {'R@1':>6} {'R@5':>6}")
    for name, figures in table.items():
        print(f"{name:8} {figures.at_1:6.3f} {figures.at_5:6.3f}")
    print(f"{taken:.0f} s")


if __name__ == "__main__":
    main()
