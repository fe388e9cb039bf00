"""A draft that has the number, or the name, of something that stands beside what it names."""

from __future__ import annotations

import pytest

from assistant.draft.check import Checker
from tests.assistant.shelves import MemoryShelf

LANYI = """岚漪县2023年法治政府建设情况报告
一、主要工作
(一)督导。县农业农村局局长、党组书记;县文化馆主任柯叙白主持编写普法剧本3部。全年举办学法讲堂40余次,夜校培训近260人次。全县持有有效行政执法证件人员1586人。
(二)荣誉。“云上问诊”项目获评全省普法创新案例二等奖。
岚漪县人民政府
2024年1月9日
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(LANYI))


def told(checker: Checker, text: str) -> list[tuple[str, str, str | None]]:
    return [(one.claim.text, one.verdict.value, one.correction) for one in checker.check(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年,岚漪县举办学法讲堂不到40次。", ("不到40次", "contradicted", "40余次")),
        ("2023年,岚漪县夜校培训260余人次。", ("260余人次", "contradicted", "近260人次")),
        (
            "2023年,岚漪县“云上问诊”项目摘得全国普法创新案例二等奖。",
            ("全国", "contradicted", "全省"),
        ),
        ("2023年,岚漪县文化馆主任柯叙白主持编写普法剧本3部。", ("柯叙白", "supported", None)),
    ],
)
def test_what_is_told_beside_the_report(
    checker: Checker, text: str, found: tuple[str, str, str | None]
) -> None:
    assert found in told(checker, text)
