from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from langchain_core.documents import Document

from corpus.errors import IndexDamaged, IndexMissing
from index.faiss_store import FaissStore
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from index.faiss_store import Filter

IDS = ["east", "north", "northeast"]
VECTORS = [[2.0, 0.0], [0.0, 1.0], [3.0, 3.0]]
DOCUMENTS = [
    Document(page_content="东\u2028一", metadata={"place": "云溪县", "year": 2022}),
    Document(page_content="北\n二", metadata={"place": "云溪县", "year": 2023}),
    Document(page_content="东北", metadata={"place": "青岚市", "year": None}),
]


@pytest.fixture
def store() -> FaissStore:
    store = FaissStore(HashEmbeddings())
    store.add_vectors(IDS, VECTORS, DOCUMENTS)
    return store


def reopened(store: FaissStore, folder: Path) -> FaissStore:
    store.save(folder)
    return FaissStore.load(folder, HashEmbeddings())


def test_a_score_is_the_cosine_whatever_the_length(store: FaissStore) -> None:
    hits = store.search_vector([10.0, 0.0], 3)
    assert [row for row, _ in hits] == [0, 2, 1]
    assert [score for _, score in hits] == pytest.approx([1.0, 0.5**0.5, 0.0], abs=1e-6)


def test_a_mask_leaves_only_its_rows(store: FaissStore) -> None:
    hits = store.search_vector([1.0, 0.0], 3, np.array([False, True, True]))
    assert [row for row, _ in hits] == [2, 1]
    assert store.search_vector([1.0, 0.0], 3, np.zeros(3, dtype=np.bool_)) == []
    with pytest.raises(ValueError, match="a mask of 2 for 3 rows"):
        store.search_vector([1.0, 0.0], 3, np.ones(2, dtype=np.bool_))


def test_more_rows_asked_for_than_there_are(store: FaissStore) -> None:
    assert len(store.search_vector([1.0, 0.0], 99)) == 3
    assert store.search_vector([1.0, 0.0], 0) == []
    assert FaissStore(HashEmbeddings()).search_vector([1.0, 0.0], 3) == []


def test_filters_by_value_list_and_condition(store: FaissStore) -> None:
    def chosen(condition: Filter) -> list[object]:
        mask = store.allowed(condition)
        assert mask is not None
        return list(mask)

    assert chosen({"place": "云溪县", "year": 2023}) == [False, True, False]
    assert chosen({"year": [2022, 2023]}) == [True, True, False]
    assert chosen({"organ": "司法局"}) == [False, False, False]
    assert chosen(lambda document: document.page_content == "东北") == [False, False, True]
    assert store.allowed(None) is None


def test_deleting_closes_the_gap(store: FaissStore) -> None:
    store.delete(["east", "unknown"])
    assert list(store.ids) == ["north", "northeast"]
    assert store.row_of("northeast") == 1
    assert store.row_of("east") is None
    assert store.search_vector([1.0, 1.0], 1)[0][0] == 1
    store.delete()
    assert len(store) == 0
    assert store.search_vector([1.0, 1.0], 1) == []


def test_an_id_held_already_is_replaced(store: FaissStore) -> None:
    new = [Document(page_content="旧"), Document(page_content="西")]
    store.add_vectors(["east", "east"], [[0.0, 5.0], [-4.0, 0.0]], new)
    assert list(store.ids) == ["north", "northeast", "east"]
    assert store.get_by_ids(["east"]) == [Document(id="east", page_content="西")]
    vector = store.vector_of("east")
    assert vector is not None
    assert vector.tolist() == [-1.0, 0.0]


def test_what_does_not_fit_is_not_taken(store: FaissStore) -> None:
    with pytest.raises(ValueError, match="2 ids for 1 documents"):
        store.add_vectors(["a", "b"], [[1.0, 0.0]], DOCUMENTS[:1])
    with pytest.raises(ValueError, match="vectors of 3 in a store of 2"):
        store.add_vectors(["a"], [[1.0, 0.0, 0.0]], DOCUMENTS[:1])
    assert list(store.ids) == IDS


def test_what_is_saved_is_loaded(store: FaissStore, tmp_path: Path) -> None:
    loaded = reopened(store, tmp_path)
    assert list(loaded.ids) == IDS
    assert [loaded.document(row) for row in range(3)] == [store.document(row) for row in range(3)]
    assert loaded.document(0) == Document(
        id="east", page_content="东\u2028一", metadata={"place": "云溪县", "year": 2022}
    )
    np.testing.assert_array_equal(loaded.vectors(), store.vectors())


def test_a_loaded_store_can_change_without_its_file_changing(
    store: FaissStore, tmp_path: Path
) -> None:
    loaded = reopened(store, tmp_path)
    loaded.add_vectors(["south"], [[0.0, -1.0]], [Document(page_content="南")])
    loaded.delete(["east"])
    assert list(loaded.ids) == ["north", "northeast", "south"]
    assert loaded.search_vector([0.0, -1.0], 1) == [(2, 1.0)]
    assert list(FaissStore.load(tmp_path, HashEmbeddings()).ids) == IDS
    # Lines not yet parsed are written as they were read.
    assert list(reopened(loaded, tmp_path / "again").ids) == ["north", "northeast", "south"]


def test_an_empty_store_is_kept_too(tmp_path: Path) -> None:
    loaded = reopened(FaissStore(HashEmbeddings()), tmp_path)
    assert len(loaded) == 0
    loaded.add_texts(["行政复议"], ids=["a"])
    assert loaded.similarity_search("行政复议", k=1)[0].id == "a"


def test_nothing_there_and_damage_are_told_apart(store: FaissStore, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        FaissStore.load(tmp_path / "none", HashEmbeddings())
    damages = {
        "vectors.faiss": b"IxFI not an index",
        "ids.json": b'["east", "north"]',
        "documents.jsonl": b"",
    }
    for name, content in damages.items():
        store.save(tmp_path / name)
        (tmp_path / name / name).write_bytes(content)
        with pytest.raises(IndexDamaged):
            FaissStore.load(tmp_path / name, HashEmbeddings())


def test_ranking_for_variety_keeps_copies_apart() -> None:
    texts = ["行政复议案件37件", "行政复议案件37件", "法律援助案件"]
    store = FaissStore.from_texts(texts, HashEmbeddings(), ids=["1", "2", "3"])
    found = store.max_marginal_relevance_search("行政复议案件", k=2, lambda_mult=0.3)
    assert {each.page_content for each in found} == {"行政复议案件37件", "法律援助案件"}
