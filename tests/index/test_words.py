from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import IndexDamaged, IndexMissing
from index.words import WordIndex, segment

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "全年受理行政复议案件37件，办结34件。",
    "全年办理行政诉讼案件26件。",
    "开展法律援助，办理案件120件。",
    "领取行政执法证件139人次。",
]
IDS = ["复议", "诉讼", "援助", "执法证"]


@pytest.fixture
def words() -> WordIndex:
    return WordIndex.build(IDS, TEXTS)


def test_domain_words_hold_together() -> None:
    assert "规范性文件" in segment("备案行政规范性文件3件")
    assert "双随机一公开" in segment("推行双随机一公开监管")
    assert "依申请公开" in segment("办理依申请公开事项")


def test_stop_words_and_marks_are_left_out() -> None:
    assert segment("请问,信访的情况是怎么样的呢?!") == ["信访"]


def test_wide_and_traditional_forms_are_the_same_word() -> None:
    assert segment("行政復議１２件") == segment("行政复议12件")


@pytest.mark.parametrize(
    ("query", "first"),
    [("受理了多少件行政复议?", "复议"), ("行政诉讼", "诉讼"), ("行政執法證", "执法证")],
)
def test_the_passage_that_shares_the_rare_words_comes_first(
    words: WordIndex, query: str, first: str
) -> None:
    row, score = words.search(query, 3)[0]
    assert words.ids[row] == first
    assert score > 0


def test_only_rows_that_share_a_word_are_found(words: WordIndex) -> None:
    assert [words.ids[row] for row, _ in words.search("法律援助", 10)] == ["援助"]
    assert words.search("足球比赛", 10) == []
    assert words.search("", 10) == []
    assert words.search("法律援助", 0) == []


def test_a_mask_leaves_only_its_rows(words: WordIndex) -> None:
    allowed = np.array([False, True, True, True])
    assert [words.ids[row] for row, _ in words.search("案件", 10, allowed)] == ["援助", "诉讼"]
    with pytest.raises(ValueError, match="mask"):
        words.search("案件", 10, allowed[:2])


def test_equal_scores_keep_their_order() -> None:
    words = WordIndex.build(["a", "b", "c"], ["信访事项"] * 3)
    assert [row for row, _ in words.search("信访事项", 3)] == [0, 1, 2]


def test_what_is_saved_is_loaded(words: WordIndex, tmp_path: Path) -> None:
    words.save(tmp_path / "words")
    loaded = WordIndex.load(tmp_path / "words")
    assert loaded.ids == IDS
    assert loaded.search("行政复议案件", 4) == words.search("行政复议案件", 4)


@pytest.mark.parametrize("texts", [[], ["", "。"]])
def test_an_index_without_words_finds_nothing(texts: list[str], tmp_path: Path) -> None:
    WordIndex.build([str(row) for row in range(len(texts))], texts).save(tmp_path)
    loaded = WordIndex.load(tmp_path)
    assert len(loaded) == len(texts)
    assert loaded.search("复议", 5) == []


def test_ids_and_texts_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="2 ids for 1 texts"):
        WordIndex.build(["a", "b"], ["一"])


def test_nothing_there_and_damage_are_told_apart(words: WordIndex, tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        WordIndex.load(tmp_path / "none")
    for file in ("data.csc.index.npy", "vocab.index.json"):
        folder = tmp_path / file
        words.save(folder)
        (folder / file).write_bytes(b"\x00not what it was")
        with pytest.raises(IndexDamaged):
            WordIndex.load(folder)
    folder = tmp_path / "fewer"
    words.save(folder)
    (folder / "ids.json").write_text('["a"]')
    with pytest.raises(IndexDamaged):
        WordIndex.load(folder)
