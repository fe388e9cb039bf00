"""What a question leaves out is not what it asks for, and must not be counted in (除外)."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.evidence.left_out import parted
from assistant.model import Answer, Refusal
from assistant.render import answer_text
from tests.assistant.shelves import MemoryShelf


def _report(year: int, body: str) -> str:
    return f"青岚市{year}年法治政府建设情况报告\n一、主要工作\n(一)完善制度。{body}\n"


@pytest.mark.parametrize(
    ("core", "wanted"),
    [
        ("出台了几部地方性法规?不算规章", ("出台了几部地方性法规", "规章")),
        ("受理的案件一共多少(不含信访)", ("受理的案件一共多少", "信访")),
        ("聘请法律顾问合计多少人,外聘的除外", ("聘请法律顾问合计多少人", "外聘")),
        ("受理的案件里不属于信访的有多少", ("受理的案件里不属于信访的有多少", "")),
    ],
)
def test_the_clause_that_leaves_out_is_taken_away(core: str, wanted: tuple[str, str]) -> None:
    assert parted(core) == wanted


def test_what_is_counted_beside_it_is_left_out() -> None:
    shelf = MemoryShelf(
        _report(2022, "审议通过地方性法规2部,出台政府规章1部。"),
        _report(2023, "出台地方性法规3部、政府规章4部。"),
    )
    reply = Asker(shelf).ask("青岚市2022年和2023年一共出台几部地方性法规?不算规章")
    assert isinstance(reply, Answer), reply
    assert "2部 + 3部 = 5部" in answer_text(reply)
    assert "规章" not in answer_text(reply)


@pytest.mark.parametrize(
    "body",
    ["出台地方性法规和规章5部。", "出台地方性法规3部,其中规章性质的2部。", "出台地方性法规3部。"],
)
def test_a_number_that_may_count_it_in_is_none(body: str) -> None:
    shelf = MemoryShelf(_report(2022, "出台地方性法规2部,政府规章1部。"), _report(2023, body))
    reply = Asker(shelf).ask("青岚市2022年和2023年一共出台几部地方性法规?不算规章")
    assert isinstance(reply, Refusal), reply
