"""A report pasted as a draft says nothing that its own library contradicts."""

from __future__ import annotations

import pytest

from assistant.draft.model import Verdict
from tests.golden.corpora import CORPORA
from tests.golden.own_words import own_words

pytestmark = pytest.mark.timeout(300)
DOUBTED = 0.01
"""Highest share of true statements that may be called of another scope, or not found."""


@pytest.mark.parametrize("corpus", ["anju", "counties", "more", "towns", "varied"])
def test_a_report_is_not_contradicted_by_its_own_library(corpus: str) -> None:
    scores = own_words(corpus)
    assert scores.counts[Verdict.SUPPORTED] > 100
    assert scores.accused == []
    assert scores.share(Verdict.DIFFERENT_SCOPE, Verdict.NOT_FOUND) <= DOUBTED


@pytest.mark.skipif(
    not all(path.exists() for path in CORPORA["provinces"].sources),
    reason="the provincial reports are not in this checkout",
)
@pytest.mark.parametrize("place", ["黑龙江", "西藏"])
def test_a_long_report_is_not_contradicted_by_those_of_other_provinces(place: str) -> None:
    scores = own_words("provinces", place)
    assert scores.counts[Verdict.SUPPORTED] > 500
    assert scores.accused == []
    assert scores.share(Verdict.DIFFERENT_SCOPE, Verdict.NOT_FOUND) <= DOUBTED
