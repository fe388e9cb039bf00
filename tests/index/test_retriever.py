"""Searches find, filter, and call the encoder no more than they must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.build import build_index
from index.retriever import PassageRetriever, PassageSearch
from index.snapshot import open_snapshot
from tests.embedders import HashEmbeddings
from tests.index.small_reports import MODEL, build, open_index, write_reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.snapshot import Snapshot

CASES = "全年受理行政复议案件31件,办结28件。"


class CountingEmbeddings(HashEmbeddings):
    """Counts the questions it encodes."""

    asked = 0

    def embed_query(self, text: str) -> list[float]:
        self.asked += 1
        return super().embed_query(text)


@pytest.fixture
def snapshot(tmp_path: Path) -> Iterator[Snapshot]:
    build(write_reports(tmp_path / "reports"), folder=tmp_path / "index")
    with open_index(tmp_path / "index") as opened:
        yield opened


@pytest.fixture
def embeddings() -> CountingEmbeddings:
    return CountingEmbeddings()


@pytest.fixture
def search(snapshot: Snapshot, embeddings: CountingEmbeddings) -> PassageSearch:
    return PassageSearch(snapshot, embeddings)


def _only(search: PassageSearch, file: str) -> list[str]:
    return [card.id for card in search.cards if card.file == file]


def test_both_together(search: PassageSearch) -> None:
    best, *others = search.search("受理行政复议案件多少件", 5)
    assert best.passage.text == CASES
    assert search.report(best.report_id).file == "云溪.txt"
    assert best.words == 1.0
    assert best.cosine is not None
    assert len(others) == 4
    assert [hit.score for hit in others] == sorted((hit.score for hit in others), reverse=True)


def test_by_words_alone_needs_no_encoder(
    search: PassageSearch, embeddings: CountingEmbeddings
) -> None:
    hits = search.search_words("受理行政复议案件", 3)
    assert hits[0].passage.text == CASES
    assert hits[0].cosine is None
    assert search.by_words("受理行政复议案件", 1) == [(hits[0].report_id, hits[0].passage.sentence)]
    assert embeddings.asked == 0


def test_by_meaning_alone(search: PassageSearch) -> None:
    hits = search.search_meaning("镇党委召开会议", 2)
    assert hits[0].passage.text == "镇党委召开专题会议4次。"
    assert hits[0].score == hits[0].cosine
    assert hits[0].words == 0.0


def test_words_that_nobody_wrote_find_nothing(search: PassageSearch) -> None:
    assert search.search_words("量子纠缠", 5) == []


def test_a_question_is_encoded_once(search: PassageSearch, embeddings: CountingEmbeddings) -> None:
    question = "受理行政复议案件多少件"
    search.search(question, 5)
    search.search_meaning(question, 9, _only(search, "青岚.txt"))
    search.by_meaning(question, 3)
    assert embeddings.asked == 1
    search.search("另一个问题", 5)
    assert embeddings.asked == 2


@pytest.mark.parametrize("way", ["search", "search_words", "search_meaning"])
def test_a_search_keeps_to_the_reports_it_is_given(search: PassageSearch, way: str) -> None:
    only = _only(search, "青岚.txt")
    hits = getattr(search, way)("2022年法治政府建设情况报告", 20, only)
    assert hits
    assert {hit.report_id for hit in hits} == set(only)
    assert getattr(search, way)("2022年法治政府建设情况报告", 20, []) == []


def test_sentences_come_once_and_point_into_their_report(
    snapshot: Snapshot, search: PassageSearch
) -> None:
    found = search.by_meaning("发放资料", 100)
    assert len({(report, position) for report, position, _ in found}) == len(found)
    assert len(found) == len(snapshot)
    report_id, position, _ = found[0]
    report = search.report(report_id)
    assert "发放资料1万余份" in report.quote(report.sentences[position].span)


def test_parts_of_a_sentence_are_one_sentence(tmp_path: Path) -> None:
    parts = [
        f"第{word}项开展监督检查若干次并督促整改有关问题和完善有关制度机制" for word in "甲乙丙丁"
    ]
    text = f"石桥镇2022年法治政府建设情况报告\n一、监督\n{';'.join(part * 2 for part in parts)}。\n"
    (tmp_path / "石桥.txt").write_text(text, encoding="utf-8")
    build(tmp_path / "石桥.txt", folder=tmp_path / "index")
    with open_index(tmp_path / "index") as snapshot:
        assert len(snapshot) == 4
        search = PassageSearch(snapshot, HashEmbeddings())
        assert [position for _, position, _ in search.by_meaning("监督检查", 9)].count(2) == 1
        assert len(search.by_meaning("监督检查", 9)) == 3


def test_an_empty_index_finds_nothing_and_calls_nobody(
    tmp_path: Path, embeddings: CountingEmbeddings
) -> None:
    from index.build import remove_reports

    index = tmp_path / "index"
    outcome = build_index(
        [write_reports(tmp_path / "reports")], folder=index, embeddings=embeddings, model=MODEL
    )
    remove_reports(index, [card.id for card in outcome.cards])
    embeddings.asked = 0
    with open_snapshot(index, model=MODEL) as snapshot:
        search = PassageSearch(snapshot, embeddings)
        assert search.search("复议", 5) == search.search_words("复议", 5) == []
        assert search.search_meaning("复议", 5) == []
    assert embeddings.asked == 0


def test_the_retriever_gives_documents_with_their_place(search: PassageSearch) -> None:
    retriever = PassageRetriever(search=search, k=2)
    documents = retriever.invoke("受理行政复议案件多少件")
    assert len(documents) == 2
    assert documents[0].page_content == CASES
    assert documents[0].metadata["headings"] == ["一、主要工作", "(一)化解行政争议"]


def test_the_retriever_keeps_to_its_reports(search: PassageSearch) -> None:
    only = _only(search, "青岚.txt")
    retriever = PassageRetriever(search=search, report_ids=tuple(only))
    assert {one.metadata["report_id"] for one in retriever.invoke("复议")} == set(only)
