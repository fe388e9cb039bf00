"""Which figures are parts (其中), and of which whole."""

from __future__ import annotations

import pytest

from tests.corpus.one_report import figure, read


def wholes(sentence: str) -> list[tuple[str, str]]:
    """Every number with the one it is a part of; empty where it is of none."""
    report = read(sentence)
    written = [report.quote(f.quantity.span) for f in report.figures]
    parents = [f.parent for f in report.figures]
    return [
        (own, "" if parent is None else written[parent])
        for own, parent in zip(written, parents, strict=True)
    ]


@pytest.mark.parametrize(
    ("sentence", "whole", "parts"),
    [
        ("受理14件,其中维持8件、撤销2件,终止4件。", "14件", ["8件", "2件", "4件"]),
        ("下放66项(其中:保留52项,委托14项)。", "66项", ["52项", "14项"]),
        ("化解14件（实质性化解8件）。", "14件", ["8件"]),
        ("受理213件。其中维持100件、撤销13件。", "213件", ["100件", "13件"]),
    ],
)
def test_parts_know_their_whole(sentence: str, whole: str, parts: list[str]) -> None:
    report = read(sentence)
    written = [report.quote(f.quantity.span) for f in report.figures]
    assert [
        (written[i], f.parent is not None and written[f.parent])
        for i, f in enumerate(report.figures)
    ] == [(whole, False), *((part, whole) for part in parts)]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("受理14件,其中维持8件;收到建议3件。", "3件"),
        ("受理14件,其中维持8件,印发通报6份。", "6份"),
        ("受理14件,其中维持8件,审查文件9件。", "9件"),
    ],
)
def test_what_is_no_part_has_no_whole(sentence: str, other: str) -> None:
    assert figure(sentence, other).parent is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Of two wholes together.
        ("办理建议37件、提案52件,其中主办61件、会办28件。", ["", "", "", ""]),
        # Parts that make up a whole are of it, whatever stands between.
        ("立案42件,移送1件。其中食品类27件,药品类15件。", ["", "", "42件", "42件"]),
        ("排查12起,化解9起;其中婚姻类7起、邻里类5起。", ["", "", "12起", "12起"]),
        # 其中 right behind a whole: its parts even where they are above it or do not add up.
        ("受理14件,办结12件,其中维持14件、撤销3件。", ["", "", "12件", "12件"]),
        ("办结128件,同比增长2%,其中维持144件、纠错7件。", ["", "", "128件", "128件"]),
        ("处罚83件(其中:简易程序90件,普通程序3件)。", ["", "83件", "83件"]),
        ("审结10件(其中:维持4件,纠错8件)。", ["", "10件", "10件"]),
        ("建成村112个,比上年增加8个,其中省级45个。", ["", "", "112个"]),
        # 其中 behind something else: the nearest that holds the part.
        ("受理14件,印发通报3份,办结6件,其中通报9份。", ["", "", "", ""]),
        ("受理14件,涉及5人,其中维持8件。", ["", "", "14件"]),
        # Parts go on over their shares and brackets, with 件次 for 件, over full sums.
        ("共9户,其中企业3户,增长5%,个体5户。", ["", "9户", "", "9户"]),
        ("审结16件(含上年结转4件),其中维持9件、终止7件。", ["", "16件", "16件", "16件"]),
        ("审核89件次,其中文件20件,合同54件。", ["", "89件次", "89件次"]),
        ("查处18起,其中:酒驾12起;超速6起;另开展宣传3起。", ["", "18起", "18起", ""]),
        ("受理14件。其中,民事8件、刑事6件。", ["", "14件", "14件"]),
        ("办理公证30件,含涉外公证4件。", ["", "30件"]),
        ("审结的300件案件中,维持201件、撤销12件。", ["", "300件", "300件"]),
        # What was counted before, told once more by its sorts.
        (
            "立案20件。按层级分,县级12件、乡级8件;按类型分,用水15件、采砂5件。",
            ["", "20件", "20件", "20件", "20件"],
        ),
        # No parts: last year's level, a change, a choice of persons, a higher number in a bracket.
        ("受理52件(2021年为37件),办结49件。", ["", "", ""]),
        ("受理52件(同比增加3件)。", ["", ""]),
        ("14名负责人述法,选取其中5名作点评。", ["", ""]),
        ("化解14件(涉及36件投诉)。", ["", ""]),
        ("办好1所优质初中、1所优质高中。", ["", ""]),
    ],
)
def test_what_is_part_of_what(sentence: str, expected: list[str]) -> None:
    assert [whole for _, whole in wholes(sentence)] == expected


def test_parts_speak_of_their_whole_and_its_matter() -> None:
    sentence = "收到行政复议申请41件,审结32件,其中维持17件。"
    assert figure(sentence, "17件").subject == "审结行政复议申请"
    assert figure("办件19件,其中代办4件。", "4件").subject == "办件"
