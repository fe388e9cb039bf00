"""Only a fact that stands on its own is asked, and the audit sees where one is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.asking import askable
from assistant.quiz.making import printed
from assistant.quiz.model import Difficulty, Kind
from assistant.quiz.stems import question_words
from assistant.quiz.themes import theme_of
from assistant.quiz.voices import voice_of
from corpus.model import Span
from corpus.read import read_report
from tests.assistant.quiz.auditor import faults
from tests.assistant.quiz.made import cited, item, number_item
from tests.assistant.quiz.test_items import _all, _frame, _voice


def _questions(text: str) -> list[str]:
    return [question_words(one) for one in askable(_voice(text))]


def _office(*sentences: str) -> str:
    title = "霖川市水务局2022年法治政府建设工作报告\n一、主要工作\n"
    return title + "\n".join(sentences) + "\n"


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("与县级水利部门开展联合巡河15次。", "巡河"),
        ("委托第三方对12个街道、31个区直部门开展法治督察。", "多少"),
        ("有5个执法典型案例、4篇创新做法由省厅公开发布。", "多少"),
        ("对原有的12件行政规范性文件审核。", "多少"),
        ("剩余12个问题因涉及站点迁建。", "多少"),
        ("行政立案案件中,道路运输领域410件。", "道路运输"),
        ("牵头起草《云溪县河道管理办法》,召开法治座谈会5场。", "座谈会"),
        ("县长陆某某认真履行第一责任人职责,带头讲授法治专题党课3次。", "党课"),
        ("县法律顾问团由8名律师组成,出具法律意见书48份。", "意见书"),
        ("食品药品领域立案211件,移送公安机关15件。", "移送"),
        ("一类地区月最低工资标准为2080元,二类地区为1890元。", "二类"),
        ("新购执法记录仪18台、执法车辆12辆。", "车辆"),
        ("投入抢险机械210余台班。", "机械"),
        ("实现每个村配备法律顾问2名。", "每个"),
    ],
)
def test_half_facts_are_not_asked(sentence: str, lost: str) -> None:
    assert not any(lost in question for question in _questions(_frame(sentence)))


def test_a_department_is_not_asked_for_its_whole_place() -> None:
    text = _office(
        "全市排查河道安全隐患312处,整治河道岸线48公里。",
        "我市取水许可证照发放1203张。",
        "公安机关立案侦办非法采砂案件15件。",
        "办理行政处罚案件64件。",
        "行政诉讼案件9件。",
    )
    assert _questions(text) == [
        "2022年,霖川市水务局办理行政处罚案件多少件",
        "2022年,霖川市水务局行政诉讼案件有多少件",
    ]


def test_a_report_of_an_office_that_is_not_named_is_left_alone() -> None:
    text = "霖川市民防工作2022年情况。\n我办制定规范性文件12件,霖川市民防办修改5件。\n"
    assert voice_of(read_report(text, file="报告.txt")) is None


def test_no_office_is_named_twice_and_no_noun_stands_behind_a_verb() -> None:
    text = _frame(
        "县政府常务会议审议议题47个。",
        "县司法局审查各类文件、合同189件,其中政府合同76件。",
        "县级部门主动公开政府信息612条。",
        "印发规范性文件12件。",
        "公职律师24名。",
    )
    assert _questions(text) == [
        "2022年,云溪县政府常务会议审议议题多少个",
        "2022年,云溪县司法局审查各类文件、合同多少件",
        "2022年,云溪县司法局审查的各类文件、合同中,政府合同有多少件",
        "2022年,云溪县县级部门主动公开政府信息多少条",
        "2022年,云溪县印发规范性文件多少件",
        "2022年,云溪县公职律师有多少名",
    ]


@pytest.mark.parametrize(
    "points",
    [("不断完善制度", "破解力量不足问题"), ("力量不足", "推进立法")],
    ids=["plans", "both"],
)
def test_points_that_agree_with_no_heading_are_not_asked(points: tuple[str, ...]) -> None:
    text = _frame("办理案件12件。") + "二、存在问题\n"
    text += "".join(f"({numeral}){one}。\n" for numeral, one in zip("一二", points, strict=True))
    assert [one.stem for one in _all(text) if one.points] == []


def test_a_paraphrase_keeps_the_meaning() -> None:
    text = _frame(
        "制定行政规范性文件12件。",
        "召开法治建设联席会议6次。",
        "县政府常务会议研究信访工作7次。",
        "收到行政复议申请41件。",
    )
    short = [one for one in _all(text) if one.kind is Kind.SHORT]
    reworded = {one.answer: one.stem for one in short}
    assert reworded == {
        "12件": "2022年，云溪县制定的行政规范性文件有多少件？",
        "6次": "2022年，云溪县举行的法治建设联席会议有多少次？",
        "41件": "2022年，云溪县收到的行政复议申请有多少件？",
    }


MIXED = """云溪县2022年法治政府建设情况报告
一、主要工作
办理行政处罚案件640件。
二、存在问题和下步安排
执法力量不足,普法形式单一。2023年,重点做好以下工作:
(一)推进河湖管理立法。
(二)开展根治欠薪行动。
(三)培训执法人员300人次。
"""


def test_plans_are_no_shortcomings() -> None:
    asked = {one.stem: one for one in _all(MIXED) if one.points}
    assert list(asked) == ["按照云溪县2022年度报告，下一步有哪些打算？"]
    assert {one.topic for one in asked.values()} == {"下步打算"}
    planned = [one for one in _all(MIXED) if "提出" in one.stem]
    assert planned
    assert {one.topic for one in planned} == {"下步打算"}


def test_half_sentences_are_no_measures() -> None:
    text = (
        "云溪县2022年法治政府建设情况报告\n一、主要工作\n(一)队伍建设。"
        "一是在国家宪法日等时点,集中宣传12场。二是3月14日,全办干部参加了考试。"
        "三是全省公务员招录中,招录2名。\n"
    )
    assert [one.points for one in _all(text) if one.points] == []


def test_only_things_of_one_kind_are_put_in_order() -> None:
    text = _frame(
        "食品药品领域立案587件;生态环境领域立案64件;安全生产领域立案219件。",
        "审议法治议题23个。建成法治文化广场8个。设立人民调解组织236个。",
        "受理群众投诉举报12300件,办理行政应诉案件19件。",
        "兑现惠企资金2.15亿元,清偿拖欠账款1863万元。",
    )
    items = _all(text)
    orders = [one for one in items if one.kind is Kind.ORDER]
    assert [one.answer for one in orders] == [
        "食品药品领域立案 > 安全生产领域立案 > 生态环境领域立案"
    ]
    sums = [one.stem for one in items if one.difficulty is Difficulty.ARITHMETIC]
    assert sums
    assert all("领域立案" in stem for stem in sums)


def test_no_option_is_more_like_the_others_than_another() -> None:
    text = _frame(*(f"{name}办理行政处罚案件{number}件。" for name, number in _MANY))
    choices = [one for one in _all(text) if one.kind is Kind.CHOICE]
    assert len(choices) == len(_MANY)
    for one in choices:
        likeness = [
            sum(a == b for other in one.options for a, b in zip(option, other, strict=True))
            for option in one.options
        ]
        assert len(set(likeness)) == 1, one.options


_MANY = [
    (f"县{name}局", 137 * place + 12)
    for place, name in enumerate(("水利", "林业", "城管", "教育", "民政", "审计", "统计", "司法"))
]


@pytest.mark.parametrize(
    ("section", "stem", "theme"),
    [
        (("一、主要工作", "(一)优化环境"), "2022年,甲县收到行政复议申请多少件?", "行政复议与应诉"),
        (("一、主要工作", "(二)创新普法形式"), "2022年,甲县开展活动多少次?", "普法宣传"),
        (("一、2022年度工作开展情况",), "2022年,甲县开展活动多少次?", "其他"),
        (("二、法治政府建设成效",), "2022年,甲县追回基金安全资金多少元?", "其他"),
    ],
)
def test_a_question_goes_by_its_own_matter(section: tuple[str, ...], stem: str, theme: str) -> None:
    assert theme_of(section, stem) == theme


def test_marks_are_those_of_print() -> None:
    assert printed("2022年,甲县(本级)有12,300件?") == "2022年，甲县（本级）有12,300件？"


BODY = (
    "委托第三方对12个街道、31个区直部门开展法治督察。投入机械210余台班。"
    "与县级部门开展联合执法10次。立案案件中,道路运输410件。"
)


@pytest.mark.parametrize(
    ("said", "written", "unit"),
    [
        ("2022年,云溪县31个区直部门开展法治督察。", "31个", "个"),
        ("2022年,云溪县投入机械210余台班。", "210余台", "台"),
        ("2022年,云溪县级部门开展联合执法10次。", "10次", "次"),
        ("2022年,云溪县道路运输410件。", "410件", "件"),
    ],
)
def test_the_audit_sees_what_is_lost(said: str, written: str, unit: str) -> None:
    report = read_report(_frame(BODY), file="云溪.txt")
    quote = next(one for one in BODY.split("。") if written in one) + "。"
    at = report.text.index(quote)
    source = replace(cited(quote, report.id), span=Span(at, at + len(quote)))
    right = number_item(written.strip("余" + unit), unit, written)
    asked = replace(right, stem=said.replace(written, "多少" + unit), explanation=said)
    found = faults(replace(asked, citations=(source,)), report)
    assert any(sign in "".join(found) for sign in ("lost", "row", "cut", "leans")), found


def test_the_audit_sees_plans_strangers_and_unlike_things() -> None:
    report = read_report(_frame("办理案件12件。"), file="云溪.txt")
    listed = item(stem="2022年，云溪县法治政府建设存在哪些不足？", points=("推进立法", "执法薄弱"))
    assert "no shortcoming: 推进立法" in faults(listed, report)
    labels = ("审议法治议题", "创成示范地区", "人民调解组织")
    order = item(
        kind=Kind.ORDER, stem="2022年，云溪县下列各项按数量从多到少怎样排列：？", options=labels,
        right=(0, 1, 2), explanation="审议法治议题9个 > 创成示范地区8个 > 人民调解组织7个。",
    )  # fmt: skip
    assert any("different kinds" in fault for fault in faults(order, report))
    office = read_report(_office("全市办理案件37件。"), file="霖川.txt")
    asked = number_item("37", "件", "37件")
    told = replace(asked, citations=(cited("全市办理案件37件。", office.id),), place="霖川市")
    assert any("whole place" in fault for fault in faults(told, office))
