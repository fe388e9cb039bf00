import pytest

from corpus.fold import fold
from corpus.model import Span
from corpus.outline import outline
from corpus.sentences import split_sentences


def sentences(text: str) -> list[str]:
    body = Span(0, len(text))
    sections = outline(text, fold(text), body=body)
    return [s.span.of(text) for s in split_sentences(text, fold(text), sections, body=body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("召开3次。办结5件！结案了吗？", ["召开3次。", "办结5件！", "结案了吗？"]),
        ("提出“谁执法谁普法。”的要求。", ["提出“谁执法谁普法。”的要求。"]),
        ("他说：“好。”全场鼓掌。", ["他说：“好。”", "全场鼓掌。"]),
        ("办结5件（含上年2件。）。\n", ["办结5件（含上年2件。）。"]),
        (
            "受理14件. 办结12件. 占98.5%. 见附件1. 完",
            ["受理14件.", "办结12件.", "占98.5%.", "见附件1. 完"],
        ),
        ("占98.5%。增长1.5倍。", ["占98.5%。", "增长1.5倍。"]),
        ("受理14件;办结12件。", ["受理14件;办结12件。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("　　办结５件。　　\n\u00a0\n又3件。", ["办结５件。", "又3件。"]),
        ("（一）抓学习。开班3期。", ["（一）抓学习。", "开班3期。"]),
        ("一是抓学习。二是抓考试；三是抓结果。", ["一是抓学习。", "二是抓考试；", "三是抓结果。"]),
    ],
)
def test_sentences_end_at_stops_lines_and_sections(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年受理行政复\n\n议案件14件，办结12件。\n",
            ["全年受理行政复\n\n议案件14件，办结12件。"],
        ),
        ("办结12件，\n挽回损失3万元。\n", ["办结12件，\n挽回损失3万元。"]),
        (
            "全县各级各部门认真贯彻落实上级部署，围绕中心服务大局扎实开展工作\n取得明显成效。\n",
            ["全县各级各部门认真贯彻落实上级部署，围绕中心服务大局扎实开展工作\n取得明显成效。"],
        ),
        (
            "（一）抓审查。全县各级各部门认真贯彻落实上级部署，共审查规范性文件\n120件，备案6件。\n",
            [
                "（一）抓审查。",
                "全县各级各部门认真贯彻落实上级部署，共审查规范性文件\n120件，备案6件。",
            ],
        ),
    ],
)
def test_a_sentence_broken_over_lines_is_one(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、2024年工作回顾\n过去一年，成绩不少。\n",
        "（一）健全推进机制\n市委召开会议3次。\n",
        "主要工作\n全县召开会议3次。\n",
        "--满意率98%\n--立案10件\n",
    ],
)
def test_a_heading_is_not_joined_to_its_body(text: str) -> None:
    assert sentences(text) == text.split("\n")[:-1]


def test_a_sentence_knows_its_innermost_section() -> None:
    text = "开头。\n一、甲\n(一)乙。正文。\n二、丙\n末。\n"
    body = Span(0, len(text))
    sections = outline(text, fold(text), body=body)
    found = split_sentences(text, fold(text), sections, body=body)
    assert [(s.span.of(text), s.section) for s in found] == [
        ("开头。", None),
        ("一、甲", 0),
        ("(一)乙。", 1),
        ("正文。", 1),
        ("二、丙", 2),
        ("末。", 2),
    ]
