"""What each number of a sentence counts, of which year, and what kind of figure it is."""

from __future__ import annotations

import pytest

from corpus.model import FigureKind, Hedge
from corpus.read import read_report
from tests.corpus.one_report import figure, named, read

LEVEL, SHARE, CHANGE, TARGET = FigureKind


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("全年共受理行政复议案件14件。", ["受理行政复议案件"]),
        ("全县累计立案查处违法行为35起。", ["立案查处违法行为"]),
        ("完成领导干部经济责任审计12项。", ["完成领导干部经济责任审计"]),
        ("县长到11个司法所现场协调解决困难。", ["县长到司法所现场协调解决困难"]),
        ("推行23个“一件事一次办”主题套餐。", ["推行“一件事一次办”主题套餐"]),
        ("报备及时率、规范率均为100%。", ["报备及时率、规范率"]),
        ("12345热线接收工单20731件。", ["12345热线接收工单"]),
        ("全年办理291 项，登记 1158 件。", ["办理", "登记"]),
        ("对《犬只管理办法》等3件文件召开了听证会。", ["对《犬只管理办法》等文件召开了听证会"]),
        ("对不完整的7个议题作出暂缓处理。", ["对不完整的议题作出暂缓处理"]),
        ("将632户移出经营异常名录。", ["移出经营异常名录"]),
        ("把28项具体任务分解到站所。", ["具体任务分解到站所"]),
        ("向偏远乡镇派驻律师6名。", ["向偏远乡镇派驻律师"]),
        ("“法律明白人”增至1023名。", ["“法律明白人”"]),
        ("发放补贴惠及310万人。", ["发放补贴惠及"]),
        ("成功创建民主法治村（社区）32个。", ["成功创建民主法治村(社区)"]),
        ("现有公共法律服务中心（站、室）共97个。", ["公共法律服务中心(站、室)"]),
        ("3家企业进入全国500强。", ["企业进入全国500强"]),
        ("柳塘公园二期等10个项目完工。", ["柳塘公园二期等项目完工"]),
        ("● 全县聘任监督员三十名。", ["聘任监督员"]),
        ("组织7763干部职工参加考法。", ["组织干部职工参加考法"]),
        ("办结12件,挽回经济损失902万余元。", ["办结", "挽回经济损失"]),
        ("粮食产量突破1600亿斤大关。", ["粮食产量"]),
        ("技能人才总量达266万人。", ["技能人才总量"]),
        ("已建在建电力装机2705万千瓦。", ["已建在建电力装机"]),
        ("更新设备6.5万台(套)。", ["更新设备"]),
        ("督察9个县(市、区)、16个市直部门。", ["督察县(市、区)", "市直部门"]),
        ("开展公众参与44次。", ["开展公众参与"]),
        (
            "全县一、二、三产业增加值分别增长4%、5%、3%。",
            ["一产业增加值增长", "二产业增加值增长", "三产业增加值增长"],
        ),
        ("审查66件,其中工程合同最多,为27件。", ["审查", "工程合同"]),
        ("审查40余份合同、招标文件和答复。", ["审查合同、招标文件和答复"]),
        ("印发3份文件、开展培训5次。", ["印发文件", "开展培训"]),
        ("力争2024年执法人员持证率达到95%。", ["执法人员持证率"]),
        ("提升非现场执法占比,力争达到三成。", ["提升非现场执法占比"]),
        ("投诉6件,均在7个工作日内回复。", ["投诉", "回复"]),
        ("土地类 1467 件 矿产类 319 件 合计 1786 件。", ["土地类", "矿产类", "合计"]),
        (
            "审计局 立案 86 起 罚款 12 万元 | 城管局 立案 9 起",
            ["审计局 立案", "罚款", "城管局 立案"],
        ),
        ("【行政执法】检查企业326家次。", ["检查企业"]),
        ("合同63份,协议41份,共104份。", ["合同", "协议", "合计"]),
        ("举办培训12期,共860人次。", ["举办培训", "举办培训"]),
        ("培训:12期;人次:1560。", ["培训", "人次"]),
        ("持证人员（人） 1284 。", ["持证人员(人)"]),
        ("低保分别按3%、7%稳步提标。", ["低保", "低保"]),
    ],
)
def test_an_indicator_reads_as_what_is_counted(sentence: str, indicators: list[str]) -> None:
    assert [indicator for indicator, _ in named(sentence)] == indicators


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "把46项任务分到33个牵头单位。",
            [("任务", "46项"), ("任务分到牵头单位", "33个")],
        ),
        (
            "全县213个调解组织共调处矛盾纠纷2315件。",
            [("调解组织", "213个"), ("调解组织共调处矛盾纠纷", "2315件")],
        ),
        (
            "对11个乡镇和19个县直单位开展督察。",
            [("对乡镇开展督察", "11个"), ("对县直单位开展督察", "19个")],
        ),
        (
            "为80岁以上老人免费办理公证57件。",
            [("为老人免费办理公证", "80岁以上"), ("为80岁以上老人免费办理公证", "57件")],
        ),
        (
            "10大类52项民生实事全部完成。",
            [("民生实事全部完成", "10大类"), ("民生实事全部完成", "52项")],
        ),
        (
            "接待群众来访1320批次3865人次。",
            [("接待群众来访", "1320批次"), ("接待群众来访", "3865人次")],
        ),
        (
            "将10类创建指标、104项重点工作任务细化分解。",
            [("创建指标", "10类"), ("重点工作任务细化分解", "104项")],
        ),
        (
            "办理建议179件、提案135件，办结率和满意度均达到100%。",
            [("办理建议", "179件"), ("提案", "135件"), ("办结率和满意度", "100%")],
        ),
    ],
)
def test_numbers_that_share_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert named(sentence) == expected


def test_what_stands_behind_a_row_holds_for_all_of_it() -> None:
    row = "失业率、物价涨幅分别控制在5%和3%以内。"
    assert figure(row, "5%").quantity.hedge is Hedge.AT_MOST
    assert figure("设5个和3个以上。", "5个").quantity.hedge is Hedge.EXACT


def test_every_number_of_a_row_of_changes_is_a_change() -> None:
    report = read("甲企业、乙企业贷款分别增长27.7%、31.1%。")
    assert [f.kind for f in report.figures] == [CHANGE, CHANGE]


@pytest.mark.parametrize(
    ("sentence", "old", "new", "indicator"),
    [
        ("败诉率由40%降低至38%。", "40%", "38%", "败诉率"),
        ("覆盖率从82%升至100%。", "82%", "100%", "覆盖率"),
        ("办理时间由12个工作日压缩至4.5个工作日。", "12个工作日", "4.5个工作日", "办理时间"),
        ("开办企业由5个环节压减为1个。", "5个", "1个", "开办企业环节"),
        ("法律顾问由8名调整为10名。", "8名", "10名", "法律顾问"),
        ("工伤认定由法定60日压缩至22日。", "60日", "22日", "工伤认定"),
        ("申请材料由原先的20份减少为目前的8份。", "20份", "8份", "申请材料"),
    ],
)
def test_from_to_names_one_thing_twice_and_dates_only_the_new_level(
    sentence: str, old: str, new: str, indicator: str
) -> None:
    before, after = figure(sentence, old), figure(sentence, new)
    assert (before.indicator, after.indicator) == (indicator, indicator)
    assert (before.period, after.period) == (None, 2023)
    assert after.kind is not CHANGE


def test_an_old_level_of_a_named_year_has_that_year() -> None:
    sentence = "可办率由上年97.2%提高到98.8%,得分由2021年的87.6分升至91.2分。"
    assert figure(sentence, "97.2%").period == 2022
    assert figure(sentence, "98.8%").period == 2023
    assert figure(sentence, "87.6分").period == 2021
    assert figure(sentence, "91.2分").period == 2023


def test_last_year_may_be_the_year_reported_on() -> None:
    assert figure("公证由去年的500件减少到400件。", "500件").period is None


def test_comparison_with_another_year() -> None:
    report = read("热线接收工单20731件，比2022年的18446件多2285件，办结率99%。")
    assert [(f.indicator, int(f.quantity.value), f.kind, f.period) for f in report.figures] == [
        ("热线接收工单", 20731, LEVEL, 2023),
        ("热线接收工单", 18446, LEVEL, 2022),
        ("比2022年多", 2285, CHANGE, 2023),
        ("办结率", 99, SHARE, 2023),
    ]
    assert report.figures[2].subject == "热线接收工单"


def test_a_change_speaks_of_what_was_measured_in_its_unit() -> None:
    sentence = "办理应诉案件43件，出庭率93%，较上年提高4.4个百分点，案件同比减少8件。"
    assert figure(sentence, "4.4个百分点").subject == "出庭率"
    assert figure(sentence, "8件").subject == "办理应诉案件"
    assert figure(sentence, "8件").kind is CHANGE


def test_a_section_on_plans_holds_targets_of_the_next_year() -> None:
    goal = figure("力争办结率达到98%以上。", "98%以上", heading="一、2024年工作打算")
    assert (goal.kind, goal.period, goal.indicator) == (TARGET, 2024, "办结率")


def test_a_mixed_section_turns_to_plans_with_the_text() -> None:
    body = "专职人员仅有2名。\n2024年，新增专职人员3名。"
    heading = "一、存在问题和今后努力方向"
    assert figure(body, "2名", heading=heading).kind is LEVEL
    assert figure(body, "2名", heading=heading).period == 2023
    assert figure(body, "3名", heading=heading).kind is TARGET
    assert figure(body, "3名", heading=heading).period == 2024


@pytest.mark.parametrize(
    ("sentence", "written", "kind"),
    [
        ("新增7个开发区。", "7个", LEVEL),
        ("比上年净减5件。", "5件", CHANGE),
        ("比2022年多受理12件。", "12件", CHANGE),
        ("同比涨57%。", "57%", CHANGE),
        ("较改革前精简17项。", "17项", CHANGE),
        ("平均压缩开工时间95天。", "95天", CHANGE),
        ("财政投入翻一番。", "一番", CHANGE),
        ("市县两级减少入企检查逾两成。", "逾两成", CHANGE),
        ("办理时限压减率达71.6%。", "71.6%", SHARE),
        ("办理时限压减率由71.6%提高到80%。", "71.6%", SHARE),
        ("网办件是上年的2.3倍。", "2.3倍", CHANGE),
        ("低保分别按3%、7%稳步提标。", "7%", CHANGE),
        ("失业率、物价涨幅分别控制在5%和3%以内。", "5%", SHARE),
        ("失业率、物价涨幅分别控制在5%和3%以内。", "3%以内", CHANGE),
        ("下一步，与3个街道签订清单。", "3个", LEVEL),
        ("2024年，我们将抓好两方面工作：\n1.建成公园2个。", "2个", TARGET),
        ("增幅达12.3%。", "12.3%", CHANGE),
        ("平均压减审批时限65%。", "65%", CHANGE),
        ("提高群众满意率98%。", "98%", SHARE),
        ("较去年提高到98%。", "98%", SHARE),
        ("连续4年保持20%以上的增长。", "20%以上", CHANGE),
        ("应诉率未达到市定95%的目标。", "95%", TARGET),
        ("确保36个项目按期开工。", "36个", LEVEL),
        ("确保办结率达到98%。", "98%", TARGET),
        ("按计划完成检查12次。", "12次", LEVEL),
        ("制定普法计划12项。", "12项", LEVEL),
        ("计划培训12期。", "12期", TARGET),
        ("到2024年,办结率达到98%。", "98%", TARGET),
        ("谋划2024年项目12个,投资增长61%。", "61%", CHANGE),
        ("截至2024年1月,受理14件。", "14件", LEVEL),
    ],
)
def test_the_kind_of_a_figure(sentence: str, written: str, kind: FigureKind) -> None:
    assert figure(sentence, written).kind is kind


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("对规范性文件(33件)、合同(21件)进行审查。", ["对规范性文件", "合同"]),
        ("行政处罚:33件;行政许可:21件。", ["行政处罚", "行政许可"]),
        ("年初确定的十大类44项实事完成。", ["年初确定的实事完成", "实事完成"]),
        ("82个产值过10亿元的增长点。", ["增长点", "增长点"]),
        ("21名队员中法律专业毕业的3人。", ["队员", "法律专业毕业"]),
        ("18个司法所编制由29名增加到38名。", ["司法所编制", "司法所编制", "司法所编制"]),
        ("向18个乡镇赋权事项69项。", ["乡镇赋权事项", "乡镇赋权事项"]),
        ("新增明显陵2家5A级景区。", ["新增明显陵5A级景区"]),
        ("撤诉12件、和解24件、没收违法所得3万元。", ["撤诉", "和解", "没收违法所得"]),
        ("上年结转12件,年底未结3件,年底讲座3期。", ["上年结转", "年底未结", "讲座"]),
        ("播出《乡村法治五分钟》节目56期。", ["播出《乡村法治五分钟》节目"]),
        ("来访120批/360人次。", ["来访", "来访"]),
        ("案件由2021年的56件下降到2023年的32件。", ["案件", "案件"]),
    ],
)
def test_indicators_of_closer_make(sentence: str, indicators: list[str]) -> None:
    assert [indicator for indicator, _ in named(sentence)] == indicators


def test_a_cut_unit_is_that_of_the_next_number() -> None:
    report = read("一般登记、抵押登记时间分别压减至3个和1个工作日,满意率提高1.2、3.4个百分点。")
    units = [f.quantity.unit for f in report.figures]
    assert units == ["个工作日", "个工作日", "个百分点", "个百分点"]


def test_a_number_behind_a_heading_numeral_is_its_own() -> None:
    report = read("1.推进普法。\n2.33人通过考试。\n3.2023年立案12件。\n人均办案2.5件。")
    assert [report.quote(f.quantity.span) for f in report.figures] == ["33人", "12件", "2.5件"]


def test_a_comparison_with_a_goal_is_no_goal() -> None:
    assert figure("比例超过国家考核目标14.8个百分点。", "14.8个百分点").kind is CHANGE


def test_heading_numbers_are_no_figures_but_numbers_in_headings_are() -> None:
    assert named("(一)审查文件12件。\n1.投入260万元更新设备。\n三是开班3期。二是") == [
        ("审查文件", "12件"),
        ("投入更新设备", "260万元"),
        ("开班", "3期"),
    ]


def test_a_report_without_numbers_has_no_figures() -> None:
    assert read("暂无发现违法行为。各项工作有序推进。").figures == ()


def test_rows_of_a_web_page_a_glossary_and_the_date_hold_no_figures() -> None:
    text = (
        "云溪县2023年法治政府建设情况报告\n来源:县政府 浏览次数:128次 字体:大 中 小\n"
        "一、工作成效\n召开会议3次。\n云溪县人民政府\n2024年1月5日\n"
        "名词解释\n1.“一件事”:指8项事项。\n"
    )
    report = read_report(text, file="x.txt")
    assert [report.quote(f.quantity.span) for f in report.figures] == ["3次"]


def test_a_unit_that_is_announced_holds_for_the_bare_numbers_behind_it() -> None:
    text = "各地审结情况（单位：件）：甲溪区 312，乙溪区 274，市本级 84。"
    assert [(f.indicator, f.quantity.unit) for f in read(text).figures] == [
        ("甲溪区", "件"), ("乙溪区", "件"), ("市本级", "件"),
    ]  # fmt: skip


def test_old_levels_of_several_years_are_each_of_their_year() -> None:
    report = read("旁听庭审率由2018年的41%、2019年的62.5%上升到88%。新聘调解员21名,累计310名。")
    told = [(one.indicator, str(one.quantity.value), one.period) for one in report.figures]
    assert told[:3] == [
        ("旁听庭审率", "41", 2018),
        ("旁听庭审率", "62.5", 2019),
        ("旁听庭审率", "88", report.metadata.year),
    ]


def test_what_there_is_in_all_is_not_what_was_new() -> None:
    report = read("“普法示范户”今年新认定37户,累计191户。")
    assert [one.indicator for one in report.figures] == ["“普法示范户”今年新认定", "“普法示范户”"]


def test_growths_behind_two_numbers_are_each_of_its_own() -> None:
    report = read("收到行政复议申请389件,依法受理352件,同比分别增长63.4%和58.6%。")
    assert "受理" not in report.figures[2].subject
    assert "受理" in report.figures[3].subject
