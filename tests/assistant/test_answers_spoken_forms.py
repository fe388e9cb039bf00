"""Ways of asking that a report never words itself: less of what, two numbers at once, an honour."""

from __future__ import annotations

import pytest

from assistant.asker import Asker
from assistant.model import Answer, Refusal
from tests.assistant.shelves import MemoryShelf

YANHE = """砚禾市人力资源和社会保障局2023年法治政府建设工作报告
一、主要工作
(一)优化服务。精简申请内容,由原来的86项调整到目前的27项。“退役一件事”材料由23份减少到8份。工伤认定由法定60日压缩至22日,作出认定517件。
(二)依法决策。将《浮动费率方案》《院校布局方案》2项列为重大行政决策,召开座谈会5场,专家意见25条采纳21条。
(三)规范执法。开展专项督察,发现问题80个,年底前整改销号60个。为675名劳动者追回工资103万元。取缔“黑中介”11家。今年出台规范性文件2份。
排查隐患1348处,整改销号1306处,挂牌督办重大隐患6处。
(四)深化普法。举办市级讲座1期,112人参训;举办青年干部轮训班2期,培训学员514人。
(五)数字赋能。建成“禾法通”一体化平台,接入单位41家。该平台获评全省数字法治一等奖。
二、存在的问题
队伍老化。
"""
TANFENG = """檀枫县2022年法治政府建设情况报告
一、强化组织领导,精心谋划部署
对全县70个单位开展年度考核。安排随迁子女入学3254人,其中公办学校3019人。
二、化解矛盾纠纷
社区矫正在册对象183人,全年无脱管;安置帮教刑满释放人员402人。公证处办理公证210件,减免费用8万元;檀枫仲裁委员会受理案件29件,标的总额47.2万元。
三、存在的问题
案多人少。
"""
ASKER = Asker(MemoryShelf(YANHE, TANFENG))


def told(question: str, *history: tuple[str, str]) -> str:
    reply = ASKER.ask(question, history)
    return reply.text if isinstance(reply, Refusal) else "\n".join(s.text for s in reply.statements)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("砚禾市申请内容一共减了多少项?", ("86项", "27项", "59项")),
        ("砚禾“退役一件事”群众能少交多少份材料", ("23份", "8份", "15份")),
        ("砚禾市申请内容从多少项精简到多少项", ("86项", "27项")),
        ("砚禾市工伤认定现在要多少天?", ("22日",)),
        ("砚禾市专项督察发现的问题,年底前整改了百分之几?", ("75.0%",)),
        ("砚禾市帮多少劳动者讨回了多少工资?", ("675名", "103万元")),
        ("砚禾人社取缔了几家黑中介", ("11家",)),
        ("砚禾人社局出了几份规范性文件", ("2份",)),
        ("砚禾市青年干部轮训班办了几期,多少人参加?", ("2期", "514人")),
        ("砚禾的“禾法通”平台得过什么奖?", ("一等奖",)),
        ("砚禾市人社局列了哪两项重大行政决策?", ("浮动费率方案", "院校布局方案")),
        ("砚禾市青年干部轮训班平均每期培训多少人?", ("514人", "2期", "257人")),
        ("砚禾市查出的隐患还有多少处没整改?", ("1348处 − ", "= 42处")),
        ("檀枫县考核了多少个单位?", ("70个",)),
        ("檀枫县随迁子女读公办学校的占百分之几", ("3019人 ÷ ", "92.8%")),
        ("檀枫县在册的社区矫正人员有多少", ("183人",)),
        ("檀枫仲裁委受理案件的标的总额", ("47.2万元",)),
    ],
)
def test_it_is_found_however_it_is_asked(question: str, wanted: tuple[str, ...]) -> None:
    answer = told(question)
    assert all(word in answer for word in wanted), answer


def test_a_clause_further_on_gives_no_people_to_this_one() -> None:
    assert "112人" not in told("砚禾市青年干部轮训班办了几期,多少人参加?")


def test_a_follow_up_stays_with_the_department() -> None:
    before = "砚禾市人社局取缔了几家黑中介"
    reply = ASKER.ask("那出台规范性文件多少份?", [(before, told(before))])
    assert isinstance(reply, Answer)
    assert [citation.place for s in reply.statements for citation in s.citations] == ["砚禾市"]
    assert "2份" in reply.statements[0].text


def test_a_follow_up_that_names_nothing_goes_on_in_the_sentence_before() -> None:
    asked = "砚禾市人社局列了几项重大行政决策?"
    assert "25条" in told("专家意见多少条?", (asked, told(asked)))


def test_what_ends_in_a_number_of_clauses_announces_no_list() -> None:
    assert "存在的问题" not in told("砚禾市人社局列了哪两项重大行政决策?")


def test_which_village_wants_a_name() -> None:
    asker = Asker(
        MemoryShelf(
            "檀枫县2022年法治政府建设情况报告\n一、普法\n培养农村法治带头人30名,创建省级民主法治示范村两个。"
            "云坳镇竹笕村获评“全省民主法治示范村”。\n二、不足\n案多人少。\n"
        )
    )
    reply = asker.ask("檀枫县哪个村获评省级民主法治示范村?")
    assert isinstance(reply, Answer)
    assert "竹笕村" in reply.statements[0].text


def test_a_rate_is_reckoned_from_what_it_is_counted_under() -> None:
    asker = Asker(
        MemoryShelf(
            "檀枫县2022年法治政府建设情况报告\n一、化解\n全年受理商事纠纷40件,调解成功30件。\n二、不足\n案多人少。\n"
        )
    )
    reply = asker.ask("檀枫县商事纠纷调解成功率百分之多少?")
    assert isinstance(reply, Answer)
    assert reply.statements[0].text.endswith("= 75.0%。")
