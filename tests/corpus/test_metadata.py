"""What reports say of themselves, in every layout of front and back matter that was seen."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.model import Fact, Metadata, Report
from corpus.read import read_report

TITLE = "云溪县人民政府关于2022年度法治政府建设情况的报告"
BODY = "一、工作成效\n全年召开会议3次。\n"


def read(text: str) -> Report:
    return read_report(text, file="report.txt")


def about(text: str) -> Metadata:
    return read(text).metadata


def value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def test_everything_in_its_place() -> None:
    text = (
        "中共云溪县委  云溪县人民政府\n关于2022年度法治政府建设情况的报告\n云委〔2023〕9号\n"
        "市委、市政府：\n根据《通知》（青政发〔2019〕26号）要求，现将情况报告如下。\n"
        f"{BODY}中共云溪县委\n云溪县人民政府\n2023年2月17日\n"
    )
    report = read(text)
    found = report.metadata
    assert value(found.title) == "中共云溪县委  云溪县人民政府关于2022年度法治政府建设情况的报告"
    assert value(found.document_number) == "云委〔2023〕9号"
    assert value(found.addressee) == "市委、市政府"
    assert value(found.organ) == "中共云溪县委、云溪县人民政府"
    assert value(found.place) == "云溪县"
    assert value(found.issued) == "2023年2月17日"
    assert (found.issued_on, found.year) == (date(2023, 2, 17), 2022)
    assert [report.quote(f.span) for f in (found.document_number, found.addressee) if f] == [
        "云委〔2023〕9号",
        "市委、市政府",
    ]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (TITLE, TITLE),
        (f"{TITLE}\n{TITLE}", TITLE),
        (
            "松陂县人民政府2021年度\n法治政府建设工作报告",
            "松陂县人民政府2021年度法治政府建设工作报告",
        ),
        (
            "中共云溪县委\n云溪县人民政府\n关于2022年度法治政府建设工作\n情况的报告",
            "中共云溪县委云溪县人民政府关于2022年度法治政府建设工作情况的报告",
        ),
        ("首页 > 政务公开 > 年度报告\n" + TITLE, TITLE),
        ("名 称：" + TITLE + "\n" + TITLE, TITLE),
        ("雲溪縣2022年法治政府建設情況報告", "雲溪縣2022年法治政府建設情況報告"),
        ("市委、市政府：\n现将情况报告如下：", None),
    ],
)
def test_titles(front: str, title: str | None) -> None:
    assert value(about(f"{front}\n{BODY}").title) == title


@pytest.mark.parametrize(
    ("front", "number"),
    [
        (f"云府〔2023〕15号\n{TITLE}", "云府〔2023〕15号"),
        (f"{TITLE}\n城委法办白头〔2025〕1号", "城委法办白头〔2025〕1号"),
        (f"云府[2023] 15 号    签发人：某某\n{TITLE}", "云府[2023]15号"),
        (f"索引号\t01/2023\n文号\t云府函〔2023〕8号\t有效性\t有效\n{TITLE}", "云府函〔2023〕8号"),
        (
            f"索引号 01/2023 文    号： 云府函〔2023〕8号 主题分类 司法\n{TITLE}",
            "云府函〔2023〕8号",
        ),
        (f"{TITLE}\n按照《通知》（青政发〔2019〕26号）要求，报告如下。", None),
        (f"{TITLE}\n落实《纲要》（青政发〔2019〕26号）\n三年行动", None),
        (TITLE, None),
    ],
)
def test_only_the_reports_own_document_number(front: str, number: str | None) -> None:
    assert value(about(f"{front}\n{BODY}").document_number) == number


@pytest.mark.parametrize(
    ("salutation", "addressee"),
    [
        ("市委、市政府：", "市委、市政府"),
        ("市委、市政府:", "市委、市政府"),
        ("主任、副主任、秘书长、各位委员：", "主任、副主任、秘书长、各位委员"),
        ("市委全面依法治市委员会办公室：", "市委全面依法治市委员会办公室"),
        ("各位代表：", "各位代表"),
        ("现将我县情况向市委、市政府报告如下：", None),
    ],
)
def test_salutations(salutation: str, addressee: str | None) -> None:
    assert value(about(f"{TITLE}\n{salutation}\n{BODY}").addressee) == addressee


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"霁川市市场监督管理局\n关于2024年度法治政府建设工作情况的报告\n{BODY}", "霁川市"),
        (f"松陂县芦雁镇人民政府2023年法治政府建设情况\n{BODY}", "松陂县芦雁镇"),
        (f"2022年法治政府建设情况报告\n{BODY}青岚市望舒区人民政府\n2023年1月5日", "青岚市望舒区"),
        (f"2025年广西政府工作报告\n{BODY}", "广西壮族自治区"),
        (f"2025年黑龙江省政府工作报告\n{BODY}", "黑龙江省"),
        (f"雲溪縣2022年法治政府建設情況報告\n{BODY}", "云溪县"),
        (f"2022年，云溪县认真贯彻落实部署要求。\n{BODY}", "云溪县"),
        (f"2022年，全县认真贯彻落实部署要求。\n{BODY}", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    assert value(about(text).place) == place


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"{TITLE}\n{BODY}云溪县人民政府\n2023年2月1日", 2022),
        (f"云溪县法治政府建设情况报告\n{BODY}云溪县人民政府\n2023年2月1日", 2022),
        (f"云溪县法治政府建设情况报告\n{BODY}云溪县人民政府\n2022年12月29日", 2022),
        ("2025年青岚省政府工作报告\n一、2024年工作回顾\n召开3次。\n二、2025年工作安排\n", 2024),
        ("2025年青岚省政府工作报告\n一、过去一年工作回顾\n召开3次。\n2025年1月13日", 2024),
        ("云溪县2023年法治政府建设情况报告\n一、2022年度问题整改情况\n整改3个。\n", 2023),
        ("云溪县2023年法治政府建设情况报告\n一、工作成效\n比2022年多3件，2022年为5件。\n", 2023),
        (f"市委：\n现将我县2022年度法治政府建设情况报告如下：\n{BODY}", 2022),
        ("主要工作\n2021年召开3次，2021年审查5件，比2020年多2件。\n", 2021),
        ("主要工作\n召开3次。\n", None),
    ],
)
def test_the_year_reported_on_is_not_the_year_of_issue(text: str, year: int | None) -> None:
    assert about(text).year == year


def test_a_web_page() -> None:
    text = (
        "首页 > 政务公开 > 法治政府建设\n"
        "索引号\t11510904/2023-00012\t主题分类\t司法行政\n"
        "发布机构\t云溪县人民政府办公室\t发文日期\t2023-02-10\n"
        "云溪县人民政府2022年度法治政府建设年度报告\n"
        "来源：云溪县人民政府 发布日期：2023-02-12 浏览次数：128次 字体：【大 中 小】\n"
        f"{BODY}"
        "【打印本页】 【关闭窗口】\n"
        "主办：云溪县人民政府 网站标识码：9901000027 联系电话：0990-8123456\n"
    )
    report = read(text)
    found = report.metadata
    assert value(found.title) == "云溪县人民政府2022年度法治政府建设年度报告"
    assert value(found.organ) == "云溪县人民政府"
    assert (found.issued_on, found.year) == (date(2023, 2, 10), 2022)
    assert [report.quote(f.quantity.span) for f in report.figures] == ["3次"]
    assert report.sections[-1].span.of(text).endswith("全年召开会议3次。")


def test_a_footer_behind_the_signature() -> None:
    found = about(f"{TITLE}\n{BODY}云溪县人民政府\n2023年2月20日\n【打印本页】\n主办：县政府办\n")
    assert (value(found.organ), value(found.issued)) == ("云溪县人民政府", "2023年2月20日")


@pytest.mark.parametrize("count", [2, 30])
def test_a_glossary_at_the_end_is_no_part_of_the_body(count: int) -> None:
    notes = "".join(f"{n}.“名词{n}”：指8项工作。\n" for n in range(1, count + 1))
    report = read(f"{TITLE}\n{BODY}云溪县人民政府\n2023年2月20日\n名词解释：\n{notes}")
    assert value(report.metadata.issued) == "2023年2月20日"
    assert report.headings(0) == ("一、工作成效",)
    assert len(report.sections) == len(report.figures) == 1


def test_a_report_silent_about_itself() -> None:
    assert about("主要工作\n召开会议若干。\n") == Metadata()


@pytest.mark.parametrize(
    ("front", "organ"),
    [
        (
            "2022年法治政府建设情况报告\n云溪县退役军人事务局\n(2023年2月20日)\n",
            "云溪县退役军人事务局",
        ),
        ("霖川市农业农村局(霖川市乡村振兴局)\n2022年法治政府建设年度报告\n", "霖川市农业农村局"),
        ("霖川市公安局槐汀区分局\n关于2022年度法治政府建设情况的报告\n", "霖川市公安局槐汀区分局"),
    ],
)
def test_the_organ_beside_the_title(front: str, organ: str) -> None:
    assert value(about(f"{front}{BODY}").organ) == organ


def test_a_branch_reports_for_its_district() -> None:
    found = about(f"霖川市公安局槐汀区分局\n关于2022年度法治政府建设情况的报告\n{BODY}")
    assert value(found.place) == "槐汀区"


@pytest.mark.parametrize("label", ["[ 发文字号 ] ", "文件编号:", "文号:"])
def test_a_labelled_document_number(label: str) -> None:
    found = about(f"{label}云府〔2023〕9号\n{TITLE}\n{BODY}")
    assert value(found.document_number) == "云府〔2023〕9号"


def test_a_text_that_opens_with_its_titles_year_is_about_it() -> None:
    front = "云溪街道2025年法治政府建设年度报告\n2025年,街道召开会议。\n"
    assert about(f"{front}一、2024年工作情况\n召开会议3次。\n").year == 2025


def test_a_heading_without_its_opening_bracket() -> None:
    report = read(f"{TITLE}\n一、成效\n一)抓学习\n召开会议3次。\n二)抓落实\n检查9次。\n")
    assert [report.quote(s.heading) for s in report.sections] == [
        "一、成效",
        "一)抓学习",
        "二)抓落实",
    ]


def test_the_year_of_the_file_where_the_text_has_none() -> None:
    text = "一、主要工作\n全盟召开会议3次。\n二、不足\n力量薄弱。\n"
    assert read_report(text, file="澜沐县2023年法治政府建设情况报告.txt").metadata.year == 2023
    assert read_report(text, file="20240118下载.txt").metadata.year is None
    dated = text.replace("召开", "2022年召开")
    assert read_report(dated, file="澜沐县2023年法治政府建设情况报告.txt").metadata.year == 2022
