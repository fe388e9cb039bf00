"""Replies of models in all their manners, cut into sentences with span numbers."""

from __future__ import annotations

import pytest

from assistant.writing.sentences import SentenceFeed, WrittenSentence, sentences_of


@pytest.mark.parametrize(
    ("reply", "text", "ids"),
    [
        ("受理案件14件[1]。", "受理案件14件。", (1,)),
        ("受理案件14件。[1]", "受理案件14件。", (1,)),
        ("受理案件14件。 [1] [3]", "受理案件14件。", (1, 3)),
        ("受理案件14件[1,3-5]。", "受理案件14件。", (1, 3, 4, 5)),
        ("受理案件14件【2】。", "受理案件14件。", (2,)),
        ("受理案件14件[原文2]。", "受理案件14件。", (2,)),
        ("受理案件14件(依据:[2])。", "受理案件14件。", (2,)),
        ("受理案件14件[1]", "受理案件14件。", (1,)),
        ("1. 受理**案件14件**[1]。", "受理案件14件。", (1,)),
        ("回答:受理案件14件[99]。", "受理案件14件。", (99,)),
        ("受理案件14件[5-2]。", "受理案件14件。", (5, 2)),
        ("<think>应该是15件。</think>受理案件14件[1]。", "受理案件14件。", (1,)),
    ],
)
def test_a_sentence_and_its_numbers(reply: str, text: str, ids: tuple[int, ...]) -> None:
    assert sentences_of(reply) == [WrittenSentence(text=text, ids=ids)]


def test_document_numbers_are_no_markers() -> None:
    [sentence] = sentences_of("文号是云委〔2023〕9号[1]。")
    assert sentence.text == "文号是云委〔2023〕9号。"
    assert sentence.ids == (1,)


@pytest.mark.parametrize("reply", ["受理案件1", "受理案件14件,办结", "办理情况如下:"])
def test_half_a_sentence_is_told(reply: str) -> None:
    assert [sentence.finished for sentence in sentences_of(reply)] == [False]


@pytest.mark.parametrize("reply", ["", "   \n", "[1]", "。。。", "<think>还没想完"])
def test_nothing_is_no_sentence(reply: str) -> None:
    assert sentences_of(reply) == []


def test_a_sentence_is_given_with_its_full_stop_where_its_number_stands_before_it() -> None:
    feed = SentenceFeed()
    given = [feed.feed(piece) for piece in ("受理", "案件14件", "[1]", "。")]
    assert [len(sentences) for sentences in given] == [0, 0, 0, 1]


def test_a_number_behind_the_full_stop_is_waited_for() -> None:
    feed = SentenceFeed()
    assert feed.feed("受理案件14件。") == []
    assert feed.feed("[") == []
    assert feed.feed("1]") == []
    assert feed.feed("办结") == [WrittenSentence(text="受理案件14件。", ids=(1,))]
    assert feed.feed("12件。其") == [WrittenSentence(text="办结12件。")]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pieces_of_any_size_give_the_same_sentences(size: int) -> None:
    reply = "<think>想。</think>全年受理14件[1]。其中8件化解。[2][3]\n1. 另有“三张清单”【1-2】。完"
    feed = SentenceFeed()
    found = []
    for start in range(0, len(reply), size):
        found += feed.feed(reply[start : start + size])
    assert [*found, *feed.close()] == sentences_of(reply)
