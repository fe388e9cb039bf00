"""A draft's number and a report's: the same, rounded, or another."""

from __future__ import annotations

import pytest

from assistant.draft.rounding import agreement, misdirected
from corpus.fold import fold
from corpus.quantities import find_quantities


@pytest.mark.parametrize(
    ("said", "true", "expected"),
    [
        ("14件", "14件", "same"),
        ("3.5万余件", "35272件", "rounded"),
        ("近800起", "760余起", "rounded"),
        ("超过18亿元", "18.24亿元", "rounded"),
        ("20多个", "20余个", "same"),
        ("约3.5万件", "35272件", "rounded"),
        ("3.5万件", "35272件", "rounded"),
        ("99%", "99.2%", "rounded"),
        ("近20个", "18个", "rounded"),
        ("8734件", "8743件", "other"),
        ("近800起", "812起", "other"),
        ("3万余元", "30余万元", "other"),
        ("100%", "99.6%", "other"),
        ("超过3万件", "352720件", "other"),
        ("突破254亿元", "突破255亿元", "other"),
        ("1.5个百分点", "5.1个百分点", "other"),
        ("3500件", "3512件", "other"),
        ("不到40次", "40余次", "other"),
        ("260余人", "近260人", "other"),
    ],
)
def test_a_number_agrees_by_rule(said: str, true: str, expected: str) -> None:
    (mine,), (theirs,) = (tuple(find_quantities(fold(text))) for text in (said, true))
    assert agreement(mine, said, theirs) == expected


def test_words_that_say_a_number_was_passed_are_a_hedge() -> None:
    (mine,), (theirs,) = (tuple(find_quantities(text)) for text in ("9200万千瓦", "突破9200万千瓦"))
    assert agreement(mine, "9200万千瓦", theirs, reaching=True) == "same"
    assert agreement(mine, "9200万千瓦", theirs) == "rounded"


@pytest.mark.parametrize(
    ("said", "true", "away"),
    [
        ("不足1500人", "1586人", True),
        ("不足1600人", "1586人", False),
        ("1600多人", "1586人", True),
        ("260余人", "近260人", True),
        ("1500多人", "2586人", False),
    ],
)
def test_a_hedge_may_point_away_from_the_number(said: str, true: str, away: bool) -> None:
    (mine,), (theirs,) = (tuple(find_quantities(fold(text))) for text in (said, true))
    assert misdirected(mine, said, theirs) is away
