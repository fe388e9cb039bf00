"""Every writing of numbers in shared reports, and every digit there that is no quantity."""

from decimal import Decimal

import pytest

from corpus.fold import fold
from corpus.model import Hedge
from corpus.quantities import find_quantities


def found(text: str) -> list[tuple[str, Decimal, str, Hedge]]:
    """Spans as they stand in the text itself, not in its folded view."""
    return [(q.span.of(text), q.value, q.unit, q.hedge) for q in find_quantities(fold(text))]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("梳理291 项高频事项", "291 项", "291", "项"),
        ("登记 1158 件", "1158 件", "1158", "件"),
        ("受理来电 23 510 件", "23 510 件", "23510", "件"),
        ("查出违规金额 4 915 万元", "4 915 万元", "49150000", "元"),
        ("支出3,415,000元", "3,415,000元", "3415000", "元"),
        ("支出３，４１５，０００元", "３，４１５，０００元", "3415000", "元"),
        ("办理２３件", "２３件", "23", "件"),
        ("达 100%", "100%", "100", "%"),
        ("占９８％", "９８％", "98", "%"),
        ("共16次", "16次", "16", "次"),
        ("听取汇报两次", "两次", "2", "次"),
        ("难题三十七个", "三十七个", "37", "个"),
        ("由六点五天缩短", "六点五天", "6.5", "天"),
        ("占百分之九十五", "百分之九十五", "95", "%"),
        ("占百分之七十六点五", "百分之七十六点五", "76.5", "%"),
        ("占百分之95", "百分之95", "95", "%"),
        ("发案率千分之三", "千分之三", "3", "‰"),
        ("同比提升4.4个百分点", "4.4个百分点", "4.4", "个百分点"),
        ("审计资金18.24亿元", "18.24亿元", "1824000000", "元"),
        ("进出口2.3万亿元", "2.3万亿元", "2300000000000", "元"),
        ("粮食220亿斤", "220亿斤", "22000000000", "斤"),
        ("装机2千瓦", "2千瓦", "2", "千瓦"),
        ("调解组织187个人民调解", "187个", "187", "个"),
        ("接待880人次", "880人次", "880", "人次"),
        ("评查案卷60卷", "60卷", "60", "卷"),
        ("开展督察2轮次", "2轮次", "2", "轮次"),
        ("压缩到0.5个工作日", "0.5个工作日", "0.5", "个工作日"),
        ("浓度38微克／立方米", "38微克／立方米", "38", "微克/立方米"),
        ("建成中心一个、分中心十个", "一个", "1", "个"),
        ("编发简报三期", "三期", "3", "期"),
        ("较上年减少一名,", "一名", "1", "名"),
        ("累计建成六十一个示范村", "六十一个", "61", "个"),
        ("审核政府合同八百五十份", "八百五十份", "850", "份"),
        ("受理案件数二十件", "二十件", "20", "件"),
        ("违规金额两万七千二百八十三万元", "两万七千二百八十三万元", "272830000", "元"),
        ("挽回36万7千元", "36万7千元", "367000", "元"),
        ("投入1亿3000万元", "1亿3000万元", "130000000", "元"),
        ("来访120批（次）", "120批（次）", "120", "批次"),
        ("发展3大产业", "3大", "3", ""),
        ("产能达38GWh", "38GWh", "38", "GWh"),
        ("算力55Eflops", "55Eflops", "55", "Eflops"),
        ("审结两件,维持一件、撤销一件", "两件", "2", "件"),
    ],
)
def test_a_writing_is_one_span_with_its_value(
    text: str, written: str, value: str, unit: str
) -> None:
    assert found(text)[0] == (written, Decimal(value), unit, Hedge.EXACT)


@pytest.mark.parametrize(
    ("text", "written", "value", "hedge"),
    [
        ("覆盖近880人次", "近880人次", "880", Hedge.NEAR),
        ("发放1万余份", "1万余份", "10000", Hedge.MORE),
        ("挽回902万余元", "902万余元", "9020000", Hedge.MORE),
        ("宣传两万余人次", "两万余人次", "20000", Hedge.MORE),
        ("约78.9万个", "约78.9万个", "789000", Hedge.ABOUT),
        ("大约5件", "大约5件", "5", Hedge.ABOUT),
        ("逾20万元", "逾20万元", "200000", Hedge.OVER),
        ("达98%以上", "98%以上", "98", Hedge.AT_LEAST),
        ("超过220亿斤", "超过220亿斤", "22000000000", Hedge.OVER),
        ("突破2万亿元", "突破2万亿元", "2000000000000", Hedge.OVER),
        ("不少于300人次", "不少于300人次", "300", Hedge.AT_LEAST),
        ("控制在8%以内", "8%以内", "8", Hedge.AT_MOST),
        ("增长5％左右", "5％左右", "5", Hedge.ABOUT),
        ("走访17万多家", "17万多家", "170000", Hedge.MORE),
        ("近百分之九十", "近百分之九十", "90", Hedge.NEAR),
        ("推动1600 余事项", "1600 余", "1600", Hedge.MORE),
        ("召开百余次", "百余次", "100", Hedge.MORE),
        ("每年新增百万户以上。", "百万户以上", "1000000", Hedge.AT_LEAST),
        ("超百场次", "超百场次", "100", Hedge.OVER),
        ("跨越3000亿元规模", "跨越3000亿元", "300000000000", Hedge.OVER),
        ("产值过10亿元", "过10亿元", "1000000000", Hedge.OVER),
        ("通过10个项目", "10个", "10", Hedge.EXACT),
    ],
)
def test_a_hedge_belongs_to_its_number(text: str, written: str, value: str, hedge: Hedge) -> None:
    assert [(w, v, h) for w, v, _, h in found(text)] == [(written, Decimal(value), hedge)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("附近3个", "3个"),
        ("最近5次", "5次"),
        ("节约120万元", "120万元"),
        ("签约12家", "12家"),
        ("预约12件次", "12件次"),
        ("建成5个多元解纷中心", "5个"),
    ],
)
def test_the_end_of_a_word_is_no_hedge(text: str, written: str) -> None:
    assert [(w, h) for w, _, _, h in found(text)] == [(written, Hedge.EXACT)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("14件(化解8件)", ["14件", "8件"]),
        ("554项(其中:保留283项,委托89项)", ["554项", "283项", "89项"]),
        ("由40%降低至38%", ["40%", "38%"]),
        ("10类创建指标、104项重点工作任务", ["10类", "104项"]),
        ("10大类52项民生实事", ["10大类", "52项"]),
        ("比2022年的18446件多2285件", ["18446件", "2285件"]),
        ("来访1320批次3865人次", ["1320批次", "3865人次"]),
        ("新招3-5名", ["3-5名"]),
        ("新招3至5名", ["3至5名"]),
        ("来访120批/360人次", ["120批", "360人次"]),
        ("审结两件,维持一件、撤销一件", ["两件", "一件", "一件"]),
        ("覆盖80%-90%", ["80%-90%"]),
        ("五支队伍、八部门", ["五支"]),
    ],
)
def test_neighbours_stay_apart(text: str, written: list[str]) -> None:
    assert [w for w, *_ in found(text)] == written


@pytest.mark.parametrize(
    "text",
    [
        "“1310”工程",
        "“1+4+8”体系",
        "1+4+8体系",
        "12345热线",
        "12345 热线受理诉求",
        "接听12348来电",
        "246国道",
        "331边防路",
        "“12·4”国家宪法日",
        "“八五”普法",
        "“三重一大”事项",
        "中央八项规定精神",
        '"三项制度"',
        "Ⅲ类水体",
        "PM2.5浓度",
        "清单6.0版",
        "3.0升级版",
        "2024世界智能大会",
        "2022年12月31日24时",
        "上午9时30分",
        "2022-12-31",
        "2022.12.31",
        "1—12月",
        "2021-2025年",
        "自20221月1日起",
        "(20212025年)",
        "青委法办〔2025〕1号",
        "(2022)云01行初12号",
        "电话:0990-8660001",
        "第3批",
        "第三季度",
        "前20名",
        "居全国第4位",
        "500强企业",
        "百强县",
        "十四届二次会议",
        "柳塘公园二期",
        "机场三期改扩建",
        "3000吨级航道",
        "15分钟城市圈",
        "8英寸晶圆",
        "7纳米芯片",
        "两位数增长",
        "三级医院",
        "75周年",
        "1:3",
        "一名律师",
        "每季度召开一次,",
        "最多跑一次",
        "红十字会",
        "暂无发现",
        "附件2",
        "做到整改一项、销号一项,巩固提升",
        "发现一处、整改一处、销号一处",
        "省委十三届五次全会",
        "学习五次全会精神",
        "《乡村法治五分钟》节目",
        "亿元以上产业项目",
        "成千上万件",
        "成百上千家企业",
        "进百家、访千家",
        "南港百万吨乙烯项目",
        "十万元以上项目",
        "“百万千万工程”",
        "三成员单位",
        "一成不变",
        "几件",
        "大力发展零部件产业",
        "5G基站",
    ],
)
def test_digits_that_name_something_are_no_quantity(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "written", "value", "unit", "hedge"),
    [
        ("受理十万件", "十万件", "100000", "件", Hedge.EXACT),
        ("受理百万件。", "百万件", "1000000", "件", Hedge.EXACT),
        ("数十件案件", "数十件", "10", "件", Hedge.SOME),
        ("赶几十次集市", "几十次", "10", "次", Hedge.SOME),
        ("数百万元", "数百万元", "1000000", "元", Hedge.SOME),
        ("几万元", "几万元", "10000", "元", Hedge.SOME),
        ("案件数十件", "十件", "10", "件", Hedge.EXACT),
        ("上百家企业", "上百家", "100", "家", Hedge.OVER),
        ("线上百余件", "百余件", "100", "件", Hedge.MORE),
        ("千余人", "千余人", "1000", "人", Hedge.MORE),
        ("近百人", "近百人", "100", "人", Hedge.NEAR),
        ("逾百件", "逾百件", "100", "件", Hedge.OVER),
        ("十几件", "十几件", "10", "件", Hedge.MORE),
        ("拟建30—50件", "30—50件", "50", "件", Hedge.RANGE),
        ("控制在5%–8%", "5%–8%", "8", "%", Hedge.RANGE),
        ("投入3万—5万元", "3万—5万元", "50000", "元", Hedge.RANGE),
    ],
)
def test_round_numbers_and_ranges(
    text: str, written: str, value: str, unit: str, hedge: Hedge
) -> None:
    assert found(text) == [(written, Decimal(value), unit, hedge)]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit", "hedge"),
    [
        ("达到九成", "九成", "90", "%", Hedge.EXACT),
        ("占七成以上", "七成以上", "70", "%", Hedge.AT_LEAST),
        ("近七成五企业", "近七成五", "75", "%", Hedge.NEAR),
        ("不足9成", "不足9成", "90", "%", Hedge.AT_MOST),
        ("三成多。", "三成多", "30", "%", Hedge.MORE),
        ("占三分之一", "三分之一", "33.3333", "%", Hedge.EXACT),
        ("三分之二以上", "三分之二以上", "66.6667", "%", Hedge.AT_LEAST),
        ("四分之三", "四分之三", "75", "%", Hedge.EXACT),
        ("百分百满意", "百分百", "100", "%", Hedge.EXACT),
        ("千分之三", "千分之三", "3", "‰", Hedge.EXACT),
        ("万分之五", "万分之五", "0.5", "‰", Hedge.EXACT),
        ("收入翻一番", "一番", "1", "番", Hedge.EXACT),
        ("收入翻了两番", "两番", "2", "番", Hedge.EXACT),
        ("增长1.5倍", "1.5倍", "1.5", "倍", Hedge.EXACT),
    ],
)
def test_shares_in_words(text: str, written: str, value: str, unit: str, hedge: Hedge) -> None:
    assert found(text) == [(written, Decimal(value), unit, hedge)]


def test_what_begins_like_a_word_is_a_unit_all_the_same() -> None:
    assert found("已判决5件均胜诉") == [("5件", Decimal(5), "件", Hedge.EXACT)]


@pytest.mark.parametrize("text", ["从40%到38%", "由40%至38%"])
def test_an_old_level_is_no_range(text: str) -> None:
    assert [w for w, *_ in found(text)] == ["40%", "38%"]


def test_only_the_range_asked_for_is_searched() -> None:
    text = "受理14件,办结12件"
    assert [q.span.of(text) for q in find_quantities(text, 6)] == ["12件"]
    assert [q.span.of(text) for q in find_quantities(text, 0, 6)] == ["14件"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("公布后15日内报备", ["15日"]),
        ("期限压缩至45日以内", ["45日以内"]),
        ("11月20日公布", []),
        ("每月1日至20日不入企", []),
        ("4月3日内部培训", []),
        ("12月4日以内部竞赛开场", []),
        ("二〇二二年三月十日", []),
        ("三十日内答复", ["三十日"]),
    ],
)
def test_days_that_pass_are_counted_and_days_of_a_month_are_not(
    text: str, written: list[str]
) -> None:
    assert [text[q.span.start : q.span.end] for q in find_quantities(text)] == written
