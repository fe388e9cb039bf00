"""Rows of nouns: what is asked of the last may be asked of all."""

from __future__ import annotations

import pytest

from assistant.question.asks import asks_of
from assistant.question.rows import nouns_of


@pytest.mark.parametrize(
    ("row", "nouns"),
    [
        (
            "固定资产投资、外贸和零售总额增速",
            ["固定资产投资增速", "外贸增速", "零售总额增速"],
        ),
        ("失业率、零售总额增速", ["失业率", "零售总额增速"]),
        ("办结率、满意率", ["办结率", "满意率"]),
    ],
)
def test_growth_asked_of_the_last_is_asked_of_all(row: str, nouns: list[str]) -> None:
    assert nouns_of(row) == nouns


def test_a_row_that_ends_in_a_measure_asks_for_each_without_a_question_word() -> None:
    assert len(asks_of("人大建议、政协提案办理件数")) == 2
    assert len(asks_of("人大建议、政协提案办理总数")) == 1


def test_what_is_done_once_is_no_measure_of_a_row() -> None:
    assert len(asks_of("推行一件事办一次,通办事项的占比是多少")) == 1
    assert len(asks_of("成交额、转化率是多少")) == 2
