from __future__ import annotations

import numpy as np
import pytest
from langchain_core.documents import Document

from index.faiss_store import FaissStore
from index.fusion import search_both
from index.words import WordIndex
from tests.embedders import HashEmbeddings

TEXTS = ["受理信访事项五百件", "受理行政复议案件", "法律援助"]


def angles(*degrees: float) -> list[list[float]]:
    return [[float(np.cos(np.radians(d))), float(np.sin(np.radians(d)))] for d in degrees]


def library(*degrees: float) -> tuple[FaissStore, WordIndex]:
    ids = ["信访", "复议", "援助"]
    store = FaissStore(HashEmbeddings())
    documents = [Document(page_content=text) for text in TEXTS]
    store.add_vectors(ids, angles(*degrees), documents)
    return store, WordIndex.build(ids, TEXTS)


def test_words_decide_between_passages_of_like_meaning() -> None:
    store, words = library(10, 12, 60)
    hits = search_both(store, words, "行政复议", [1.0, 0.0], 3)
    assert [hit.row for hit in hits] == [1, 0, 2]
    assert hits[0].words == 1.0
    assert hits[1].words == 0.0
    assert hits[0].cosine == pytest.approx(0.9781, abs=1e-4)


def test_words_do_not_outweigh_a_clear_difference_of_meaning() -> None:
    store, words = library(0, 40, 60)
    hits = search_both(store, words, "行政复议", [1.0, 0.0], 3)
    assert [hit.row for hit in hits] == [0, 1, 2]


def test_a_mask_holds_for_both_rankings() -> None:
    store, words = library(10, 12, 60)
    allowed = np.array([True, False, True])
    hits = search_both(store, words, "行政复议", [1.0, 0.0], 3, allowed)
    assert [hit.row for hit in hits] == [0, 2]


def test_a_row_that_only_words_find_gets_its_cosine() -> None:
    ids = [str(number) for number in range(150)]
    texts = ["信访事项"] * 149 + ["行政复议"]
    store = FaissStore(HashEmbeddings())
    vectors = angles(*[0.0] * 149, 1.0)
    store.add_vectors(ids, vectors, [Document(page_content=text) for text in texts])
    hits = search_both(store, WordIndex.build(ids, texts), "行政复议", [1.0, 0.0], 1)
    assert hits[0].row == 149
    assert hits[0].cosine == pytest.approx(0.99985, abs=1e-5)


def test_no_word_shared_leaves_the_order_to_meaning() -> None:
    store, words = library(30, 20, 10)
    hits = search_both(store, words, "足球", [1.0, 0.0], 2)
    assert [(hit.row, hit.words) for hit in hits] == [(2, 0.0), (1, 0.0)]
