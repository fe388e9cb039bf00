"""Answers graded by value, unit, hedge and points."""

from __future__ import annotations

import pytest

from assistant.quiz.grading import Given, Verdict, grade
from assistant.quiz.item_json import item_from_json, item_to_json
from assistant.quiz.model import Kind
from corpus.model import Hedge
from tests.assistant.quiz.made import choice, item, number_item, points_item

_RIGHT, _PARTLY, _WRONG = Verdict.RIGHT, Verdict.PARTLY, Verdict.WRONG


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("35000", _RIGHT), ("3.5万", _RIGHT), ("3.5万份", _RIGHT),
        ("三万五千份", _RIGHT), ("35,000", _RIGHT),
        ("３５０００份", _RIGHT), ("答案是35000份。", _RIGHT),
        ("3万5千份", _RIGHT), ("35000本", _RIGHT),
        ("3500", _WRONG), ("3.5", _WRONG), ("35000元", _WRONG), ("35000%", _WRONG), ("", _WRONG),
        ("不知道", _WRONG), ("大概有很多份", _WRONG), ("3.5亿份", _WRONG), ("35001份", _WRONG),
        ("三万五千", _RIGHT), ("三万五", _RIGHT), ("叁万伍仟", _RIGHT), ("叁萬伍仟份", _RIGHT),
        ("3万5", _RIGHT), ("3万5千", _RIGHT), ("3.5w", _RIGHT), ("35k", _RIGHT),
        ("三点五万", _RIGHT), ("统一印发35000份", _RIGHT), ("参考:35000", _RIGHT),
        ("不是35000份", _WRONG), ("不是35000", _WRONG), ("-35000", _WRONG),
        ("不是3万份,是3.5万份", _RIGHT), ("35000份或36000份", _WRONG), ("35000-36000份", _WRONG),
        ("30000-35000份", _WRONG),
    ],
)  # fmt: skip
def test_a_number_is_right_in_any_writing(given: str, verdict: Verdict) -> None:
    asked = number_item("35000", "份", "3.5万份")
    assert grade(asked, Given(text=given)).verdict is verdict


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ("5%", _RIGHT), ("百分之五", _RIGHT),
        ("5％", _RIGHT), ("5.0%", _RIGHT), ("0.05", _PARTLY),
        ("5", _PARTLY), ("五", _PARTLY), ("50‰", _RIGHT), ("5个百分点", _WRONG),
        ("50%", _WRONG), ("5‰", _WRONG), ("百分之五十", _WRONG),
    ],
)  # fmt: skip
def test_a_share_wants_its_sign_where_the_question_lacks_it(given: str, verdict: Verdict) -> None:
    asked = number_item("5", "%", "5%", unit_told=False)
    assert grade(asked, Given(text=given)).verdict is verdict


def test_a_blank_before_its_sign_takes_the_bare_number() -> None:
    asked = number_item("99.2", "%", "99.2%")
    assert grade(asked, Given(text="99.2")).verdict is _RIGHT
    assert grade(asked, Given(text="99.2%")).verdict is _RIGHT
    assert grade(asked, Given(text="99")).verdict is _WRONG
    assert grade(asked, Given(text="0.992")).verdict is _WRONG
    five = number_item("5", "%", "5%")
    assert grade(five, Given(text="五")).verdict is _RIGHT
    assert grade(five, Given(text="0.05")).verdict is _WRONG
    assert grade(number_item("0.92", "%", "0.92%"), Given(text=".92")).verdict is _RIGHT


@pytest.mark.parametrize(
    ("value", "unit", "given"),
    [
        ("12", "件", "十二"),
        ("12", "件", "拾贰件"),
        ("12", "件", "12个案件"),
        ("1100", "件", "一千一百"),
        ("1100", "件", "一千一"),
        ("1100", "件", "1千1百"),
        ("1100", "件", "1千1百件"),
        ("2022", "件", "二千零二十二"),
        ("2022", "件", "2022"),
        ("215000000", "元", "二亿一千五百万元"),
        ("215000000", "元", "2亿1千5百万"),
        ("92000000", "元", ".92亿元"),
        ("92000000", "元", "九千二百万块钱"),
        ("3140", "平方米", "3140㎡"),
        ("3140", "平方米", "3140m2"),
        ("3140", "平方米", "3140 M²"),
        ("3140", "平方米", "3140平米"),
        ("3140", "平方米", "三千一百四十平方"),
        ("3140", "平方米", "0.314公顷"),
        ("2500", "米", "2.5公里"),
    ],
)
def test_numerals_short_forms_and_measures_are_equal_in_value(
    value: str, unit: str, given: str
) -> None:
    assert grade(number_item(value, unit, value + unit), Given(text=given)).verdict is _RIGHT


@pytest.mark.parametrize(
    ("given", "verdict"),
    [("3000人", _PARTLY), ("三千名", _PARTLY), ("3000", _RIGHT), ("3000人次", _RIGHT),
     ("3001人", _WRONG), ("3000户", _WRONG)],
)  # fmt: skip
def test_occasions_are_not_persons(given: str, verdict: Verdict) -> None:
    told = grade(number_item("3000", "人次", "3000人次"), Given(text=given))
    assert told.verdict is verdict
    assert ("按次数累计" in told.remark) is (verdict is _PARTLY)


def test_money_without_its_unit_is_half_an_answer_and_another_scale_is_none() -> None:
    asked = number_item("9020000", "元", "902万余元", hedge=Hedge.MORE, unit_told=False)
    assert grade(asked, Given(text="902万元")).verdict is _RIGHT
    assert grade(asked, Given(text="902万余元")).remark == ""
    assert grade(asked, Given(text="902万元")).remark == "原文写作“902万余元”。"
    assert grade(asked, Given(text="902元")).verdict is _WRONG
    told = grade(asked, Given(text="9020000"))
    assert (told.verdict, told.remark) == (_PARTLY, "数对了,要写明单位“元”。")
    assert grade(asked, Given(text="902万美元")).verdict is _WRONG


@pytest.mark.parametrize(
    ("given", "lenient", "strict"),
    [
        ("30余次", _RIGHT, _RIGHT), ("30多次", _RIGHT, _RIGHT), ("30次", _RIGHT, _PARTLY),
        ("近30次", _RIGHT, _PARTLY), ("约30次", _RIGHT, _PARTLY), ("不到30次", _RIGHT, _PARTLY),
        ("30次左右", _RIGHT, _PARTLY), ("大概30", _RIGHT, _PARTLY),
        ("三十余次", _RIGHT, _RIGHT), ("31次", _WRONG, _WRONG),
    ],
)  # fmt: skip
def test_a_hedge_is_forgiven_or_not_as_it_is_set(
    given: str, lenient: Verdict, strict: Verdict
) -> None:
    asked = number_item("30", "次", "30余次", hedge=Hedge.MORE)
    assert grade(asked, Given(text=given)).verdict is lenient
    assert grade(asked, Given(text=given), strict_hedge=True).verdict is strict


def test_a_hedge_that_the_report_does_not_have_is_noted() -> None:
    asked = number_item("30", "次", "30次")
    for given in ("约30次", "大概30", "差不多三十次", "近30次"):
        told = grade(asked, Given(text=given))
        assert (told.verdict, told.remark) == (_RIGHT, "原文写作“30次”。")
        assert grade(asked, Given(text=given), strict_hedge=True).verdict is _PARTLY
    assert grade(asked, Given(text="30")).remark == ""


def test_points_that_are_not_named_are_told() -> None:
    asked = points_item("法治思维不强", "执法力量薄弱", "案卷质量不高")
    whole = grade(asked, Given(text="法治思维不够强;基层执法力量比较薄弱;执法案卷的质量不高"))
    assert whole.verdict is _RIGHT
    part = grade(asked, Given(text="主要是执法力量薄弱"))
    assert (part.verdict, part.missing) == (_PARTLY, ("法治思维不强", "案卷质量不高"))
    none = grade(asked, Given(text="经费不足"))
    assert (none.verdict, len(none.missing)) == (_WRONG, 3)
    assert grade(asked, Given(text="")).verdict is _WRONG


@pytest.mark.parametrize(
    ("point", "fair", "turned"),
    [
        (
            "乡镇执法力量薄弱",
            (
                "乡镇执法力量不足",
                "执法力量比较弱",
                "乡镇缺乏执法力量",
                "乡镇执法力量有待加强",
                "乡镇的执法力量",
            ),
            (
                "乡镇执法力量充足",
                "乡镇执法力量强",
                "乡镇执法力量雄厚",
                "乡镇执法力量不薄弱",
                "加强乡镇执法力量",
                "没有乡镇执法力量薄弱的问题",
            ),
        ),
        (
            "普法精准度不够",
            ("普法不够精准", "普法精准度低", "普法的精准度有待提升"),
            ("普法精准度高", "普法精准", "普法精准度很好"),
        ),
        (
            "普法宣传针对性不强",
            ("普法没有针对性", "普法宣传缺乏针对性", "普法针对性弱"),
            ("普法针对性强", "普法宣传有针对性"),
        ),
        ("信息化水平不高", ("信息化落后", "信息化水平低"), ("信息化领先", "信息化水平高")),
        ("部分部门法治思维不强", ("部门法治思维弱", "有的部门法治思维欠缺"), ("部门法治思维强",)),
        (
            "加强队伍建设",
            ("强化队伍建设", "抓好队伍建设", "需要加强队伍建设"),
            ("削弱队伍建设", "不加强队伍建设", "没有加强队伍建设", "忽视队伍建设"),
        ),
        (
            "深化科技治超",
            ("科技治超", "推进科技治超"),
            ("没有深化科技治超", "未深化科技治超", "取消科技治超"),
        ),
        ("缩短审批时限", ("压缩审批时限",), ("延长审批时限", "没有缩短审批时限")),
        ("推动政务公开", ("推进政务公开",), ("政务保密",)),
        ("解决执法力量薄弱问题", ("加强执法力量", "补齐执法力量短板"), ("执法力量薄弱",)),
        ("案卷质量不高", ("执法案卷质量低",), ("服务质量不高", "案卷质量高")),
    ],
)
def test_a_point_is_earned_by_what_says_the_same_not_by_its_opposite(
    point: str, fair: tuple[str, ...], turned: tuple[str, ...]
) -> None:
    asked = points_item(point)
    for given in fair:
        assert grade(asked, Given(text=given)).verdict is _RIGHT, given
    for given in turned:
        assert grade(asked, Given(text=given)).verdict is _WRONG, given


def test_what_turns_a_row_turns_each_of_it() -> None:
    asked = points_item("法治思维不强", "执法力量薄弱", "案卷质量不高")
    for given in ("法治思维、执法力量、案卷质量都不够", "法治思维、执法力量、案卷质量存在不足"):
        assert grade(asked, Given(text=given)).verdict is _RIGHT
    assert grade(asked, Given(text="法治思维、执法力量、案卷质量都很高")).verdict is _WRONG
    measures = points_item("加强队伍建设", "强化普法宣传")
    assert grade(measures, Given(text="加强队伍建设、普法宣传")).verdict is _RIGHT
    assert grade(measures, Given(text="不加强队伍建设、普法宣传")).verdict is _WRONG
    acts = points_item("精简审批事项", "推广电子证照")
    assert grade(acts, Given(text="精简审批事项、推广电子证照")).verdict is _RIGHT


def test_half_of_a_point_is_enough_unless_the_other_half_is_turned_round() -> None:
    asked = points_item("基层执法力量薄弱,执法装备陈旧")
    assert grade(asked, Given(text="基层执法力量不足")).verdict is _RIGHT
    assert grade(asked, Given(text="基层执法力量不足,执法装备先进")).verdict is _WRONG


def test_a_point_may_be_named_over_several_clauses() -> None:
    asked = points_item("执法监督机制不健全")
    assert grade(asked, Given(text="执法监督,机制不够健全")).verdict is _RIGHT
    assert grade(asked, Given(text="执法监督,机制健全")).verdict is _WRONG


def test_choices_orders_and_pairs() -> None:
    assert grade(choice(), Given(places=(1,))).verdict is _RIGHT
    assert grade(choice(), Given(places=(0,))).verdict is _WRONG
    assert grade(choice(), Given()).verdict is _WRONG
    pairs = item(
        kind=Kind.MATCH, options=("甲", "乙", "丙"), matches=("1", "2", "3"), right=(2, 0, 1)
    )
    assert grade(pairs, Given(places=(2, 0, 1))).verdict is _RIGHT
    half = grade(pairs, Given(places=(2, 1, 0)))
    assert (half.verdict, half.remark) == (_PARTLY, "对了 1 对,共 3 对。")
    order = item(kind=Kind.ORDER, options=("甲", "乙", "丙"), right=(2, 0, 1))
    assert grade(order, Given(places=(2, 0, 1))).verdict is _RIGHT
    assert grade(order, Given(places=(2, 1, 0))).verdict is _WRONG
    assert grade(order, Given(places=(2, 0))).verdict is _WRONG


def test_a_question_comes_back_from_json_as_it_was() -> None:
    asked = number_item("9020000", "元", "902万余元", hedge=Hedge.MORE, unit_told=False)
    for one in (asked, choice(), points_item("一点", "两点")):
        assert item_from_json(item_to_json(one)) == one
