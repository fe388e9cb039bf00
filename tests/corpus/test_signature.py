from __future__ import annotations

from datetime import date

import pytest

from corpus.fold import fold
from corpus.lines import lines_of
from corpus.signature import Signature, read_signature


def read(text: str, *, front: int = 0) -> Signature:
    lines = list(lines_of(text))
    return read_signature(text, fold(text), lines, lines[:front])


@pytest.mark.parametrize(
    ("text", "organ", "issued", "issued_on"),
    [
        (
            "正文。\n云溪县人民政府\n2023年2月28日",
            "云溪县人民政府",
            "2023年2月28日",
            date(2023, 2, 28),
        ),
        (
            "正文。\n中共云溪县委\n云溪县人民政府\n2023年2月28日\n",
            "中共云溪县委、云溪县人民政府",
            "2023年2月28日",
            date(2023, 2, 28),
        ),
        (
            "正文。\n云溪县司法局  2023 年 2 月 8 日\n",
            "云溪县司法局",
            "2023 年 2 月 8 日",
            date(2023, 2, 8),
        ),
        (
            "正文。\n云溪县人民政府\n二〇二四年一月十五日\n",
            "云溪县人民政府",
            "二〇二四年一月十五日",
            date(2024, 1, 15),
        ),
        (
            "正文。\n云溪县人民政府\n二○二四年十二月三十一日",
            "云溪县人民政府",
            "二○二四年十二月三十一日",
            date(2024, 12, 31),
        ),
        ("正文。\n（2023年2月28日印发）\n", None, "2023年2月28日", date(2023, 2, 28)),
        (
            "正文。\n雲溪縣人民政府\n2023年2月1日",
            "雲溪縣人民政府",
            "2023年2月1日",
            date(2023, 2, 1),
        ),
    ],
)
def test_organs_and_date_at_the_end(
    text: str, organ: str | None, issued: str, issued_on: date
) -> None:
    signature = read(text)
    assert (signature.organ.value if signature.organ else None) == organ
    assert signature.issued is not None
    assert signature.issued.value == signature.issued.span.of(text) == issued
    assert signature.issued_on == issued_on
    assert signature.start == text.index("\n") + 1 or organ is None


@pytest.mark.parametrize(
    ("line", "written", "issued_on"),
    [
        ("（2023年2月10日）", "2023年2月10日", date(2023, 2, 10)),
        ("索引号\t01/2023\t发文日期\t2023-02-10", "2023-02-10", date(2023, 2, 10)),
        ("来源:县政府 发布日期：2023/2/10 浏览:128", "2023/2/10", date(2023, 2, 10)),
    ],
)
def test_a_date_below_the_title(line: str, written: str, issued_on: date) -> None:
    signature = read(f"云溪县法治政府建设情况报告\n{line}\n正文。", front=2)
    assert signature.issued is not None
    assert (signature.issued.value, signature.issued_on) == (written, issued_on)
    assert signature.start is None


@pytest.mark.parametrize(
    "text",
    ["正文。", "截至2023年2月28日，全县共召开会议3次。", "正文。\n云溪县人民政府", ""],
)
def test_no_date_no_signature(text: str) -> None:
    assert read(text) == Signature()


def test_an_impossible_date_is_kept_as_written() -> None:
    signature = read("正文。\n云溪县人民政府\n2023年2月30日")
    assert signature.issued is not None
    assert (signature.issued.value, signature.issued_on) == ("2023年2月30日", None)
