"""The noun that a question counts (中心词): 行政复议案件 of 多少件行政复议案件."""

from __future__ import annotations

import re
from functools import cache

from assistant.question.lexicon import cut
from corpus.words import words_of

__all__ = ["counts_people", "head_of"]


@cache
def _measured() -> re.Pattern[str]:
    units = "|".join(re.escape(unit) for unit in words_of("units"))
    return re.compile(
        rf"(?:多少|几)(?:[百千万亿]+)?+(?:{units})?+(?:的)?(?P<head>[\u4e00-\u9fff]{{2,12}})"
    )


def head_of(text: str) -> tuple[str, ...]:
    """What 多少 counts: 行政复议案件 of 多少件行政复议案件, 投资 of 文件对应的总投资有多大."""
    found = _measured().search(text) or _WHOSE.search(text)
    if not found:
        return ()
    noun = _WHERETO.split(found["head"])[0] or found["head"]
    noun = _GOT.sub("", noun) or noun
    words = [word for word in cut(_ATTEND.sub("", noun) or noun) if len(word) > 1]
    return tuple(words[-1:]) if words and words[-1] not in _NO_HEADS else ()


def counts_people(head: tuple[str, ...]) -> bool:
    """Whether a noun is one of people (律师, 农民工), who are counted in 名 rather than in 件."""
    return bool(head) and _PEOPLE.search(head[0]) is not None


_PEOPLE = re.compile(
    "(?:农民工?|工人|职工|员工|人员|干部|律师|法官|法警|民警|代表|委员|[解导察督书队]员|学生|学员|教师|老师"
    "|老人|妇女|村民|居民|市民|当事人|劳动者|群众|负责人|志愿者|专家|参与者)$"
)
_WHERETO = re.compile(
    r"(?:[\u4e00-\u9fff]{2})?(?:到|给|至)(?=[\u4e00-\u9fff]{2})|可以|能够|实现|纳入|进驻"
)
"""部门 of 多少个部门集中到审批局, 事项 of 多少事项可以容缺受理."""
_GOT = re.compile("(?<=[\u4e00-\u9fff]{2})(?:拿|得|领|享|收|受|用)(?:受|取|上)?[到过]?了?$")
"""企业 of 多少家企业拿到了."""
_ATTEND = re.compile("(?<=[\u4e00-\u9fff]{2})(?:来?参加|参与|参训|受训|到场|出席|报名)(?:了)?$")
"""队员 of 多少队员参加."""
_NO_HEADS = ("多少", "左右", "以上", "大概", "大约", "究竟", "到底")
_WHOSE = re.compile(
    r"的(?P<head>[\u4e00-\u9fff]{2,8}?)(?:一共|总共|共)?(?:是|有|为|达到?|到)+(?:多少|多大|多高|几)"
)
