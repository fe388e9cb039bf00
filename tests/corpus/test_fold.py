"""The reading view: what becomes what, and that nothing moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fold import fold

REPORT_CHARS = st.text(
    st.one_of(
        st.characters(),
        st.characters(min_codepoint=0x3400, max_codepoint=0xFFFF, exclude_categories=["Cs"]),
        st.sampled_from(
            "（一）２０２２年，：；．％！？\u3000\xa0\u200b\ufeff\t\r\n區萬餘鍾麼〇○“”、。《》〔〕"
        ),
    )
)


@given(REPORT_CHARS)
def test_every_character_keeps_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [i for i, c in enumerate(folded) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


@given(REPORT_CHARS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_each_character_of_the_first_plane_settles_at_once() -> None:
    everything = "".join(map(chr, range(0x10000)))
    assert fold(fold(everything)) == fold(everything)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("（一）完善：制度；", "(一)完善:制度;"),
        ("１．占９８．５％！？", "1.占98.5%!?"),
        ("ＰＭ２．５－Ａ～ｚ［３］", "PM2.5-A~z[3]"),
        ("“三重一大”、《办法》〔2023〕21号。‘甲’", "“三重一大”、《办法》〔2023〕21号。‘甲’"),
        ("291\xa0项\u3000共\u20093\t件\u200b个\ufeff", "291 项 共 3 件 个 "),
        ("甲\r\n乙\x0b丙\u2028丁", "甲 \n乙 丙 丁"),
        ("青嵐市雲溪縣區萬億餘務職責", "青岚市云溪县区万亿余务职责"),
        ("後來於裡乾發麼瞭鍾", "后来于里干发么了钟"),
        ("⼀、⼆〇二三年", "一、二〇二三年"),
        ("二○二三年", "二〇二三年"),
        ("﹙一﹚﹝2023﹞", "(一)〔2023〕"),
        ("平凡的简体字与 ASCII stay 𠮷", "平凡的简体字与 ASCII stay 𠮷"),
        ("", ""),
    ],
)
def test_reading_view(written: str, read: str) -> None:
    assert fold(written) == read


def test_points_are_full_stops_where_sentences_end_so() -> None:
    text = "一.健全机制.成立小组3个.开会9次.阿依古丽.买提任组长,提速30%.\n1.明确责任.分工到人."
    assert fold(text) == (
        "一.健全机制。成立小组3个。开会9次。阿依古丽。买提任组长,提速30%。\n1.明确责任。分工到人。"
    )
    assert fold("(1).健全机制.成立小组.开会九次.分工到人.").startswith("(1).健全机制。成立")
    assert fold("阿依古丽.买提任组长。提速. 到人.") == "阿依古丽.买提任组长。提速。 到人。"


def test_what_is_no_single_character_stays() -> None:
    assert fold("㈠⑴①Ⅲ…—") == "㈠⑴①Ⅲ…—"
