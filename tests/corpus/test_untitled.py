"""A report whose title names nobody is still somebody's."""

import pytest

from corpus.model import Metadata
from corpus.read import read_report


def _read(text: str, file: str = "x.txt") -> Metadata:
    return read_report(text, file=file).metadata


def _named(metadata: Metadata) -> tuple[str | None, str | None]:
    place, organ = metadata.place, metadata.organ
    return place.value if place else None, organ.value if organ else None


HEADING = "\n\n一、主要做法\n\n(一)抓学习。"


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        (
            "2024年,市教育局遵循习近平法治思想,落实市委、市政府要求。现总结如下。"
            + HEADING
            + "学习《霁川市教育督导条例》2次,会同市财政局检查3次。《霁川市节水条例》已施行。",
            ("霁川市", "霁川市教育局"),
        ),
        (
            "2024年,我县主持召开全面依法治县委员会会议2次。现报告如下。"
            + HEADING
            + "落实市县要求,《松陂县行政规范性文件目录》收文件12件。",
            ("松陂县", None),
        ),
        (
            "2023年,芦雁镇按省市县要求开展工作。" + HEADING + "学法5次。",
            ("芦雁镇", None),
        ),
        (
            "2023年,青岚市文化广电和旅游局在市委、市政府领导下推进法治建设。"
            + HEADING
            + "学法5次。",
            ("青岚市", "青岚市文化广电和旅游局"),
        ),
    ],
)
def test_who_speaks_is_read_from_the_sentences(
    opening: str, named: tuple[str | None, str | None]
) -> None:
    assert _named(_read(opening)) == named


def test_the_row_of_a_page_names_the_place() -> None:
    page = (
        "索引号:01\n[ 发布机构 ] 松陂县芦雁镇人民政府\n\n2024年,全镇学法5次。\n\n一、做法\n办事。"
    )
    assert _named(_read(page))[0] == "松陂县芦雁镇"


def test_a_file_name_counts_where_the_text_bears_it_out() -> None:
    text = "2024年,农业农村局学法5次,为霁川高质量发展护航。" + HEADING + "办事3件。"
    assert _named(_read(text, "霁川市农业农村局2024年报告.docx")) == ("霁川市", "霁川市农业农村局")
    assert _named(_read(text, "云溪县农业农村局2024年报告.docx")) == (None, None)


def test_a_title_may_go_on_with_the_plan_of_the_next_year() -> None:
    report = read_report(
        "2022年法治政府工作总结和2023年工作计划\n\n2022年,霁川市学法5次。" + HEADING, file="x.txt"
    )
    assert report.metadata.title is not None
    assert report.metadata.title.value == "2022年法治政府工作总结和2023年工作计划"
    assert report.metadata.year == 2022


def test_a_name_may_end_in_he() -> None:
    title = "仁和镇人民政府关于2024年度法治政府建设工作的报告\n\n2024年,学法5次。"
    assert _named(_read(title))[0] == "仁和镇"


def test_the_organ_on_the_line_below_the_title_names_the_place() -> None:
    page = (
        "2023年法治政府建设工作情况报告\n\n槿垣市芦雁区稻汀镇人民政府\n\n2023年,全镇学法5次。"
        "\n\n一、做法\n办事。"
    )
    assert _named(_read(page))[0] == "槿垣市芦雁区稻汀镇"


def test_the_name_of_a_page_column_is_no_title() -> None:
    page = (
        "工作报告\n\n2023年芦雁区法治政府建设情况报告\n\n2023年,芦雁区学法5次。\n\n一、做法\n办事。"
    )
    read = _read(page)
    assert read.title is not None
    assert read.title.value == "2023年芦雁区法治政府建设情况报告"
    assert _named(read)[0] == "芦雁区"


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("松陂区农业农村委2022年情况.txt", "我委学法5次。", ("松陂区", "松陂区农业农村委")),
        ("松陂区农业农村委2022年情况.txt", "全年学法5次。", (None, None)),
        ("2023年芦雁区法治政府建设报告.txt", "芦雁区学法5次。", ("芦雁区", None)),
    ],
)
def test_a_file_name_counts_where_its_reporter_says_we(
    file: str, text: str, named: tuple[str | None, str | None]
) -> None:
    assert _named(_read(f"一、基本情况\n(一)学习。\n{text}", file)) == named


def test_a_new_town_reports_for_itself() -> None:
    page = (
        "榉汀新城2022年度法治政府建设工作报告\n\n2022年,按照新区依法治区部署推进工作。"
        "\n\n一、做法\n办事。"
    )
    assert _named(_read(page))[0] == "榉汀新城"


def test_a_department_named_in_full_that_says_we_reports() -> None:
    text = (
        "我局认真推进法治统计建设。\n\n一、做法\n"
        "(一)公开。公示《松陂县统计局权力清单》,我局学法5次。"
    )
    assert _named(_read(text)) == ("松陂县", "松陂县统计局")


def test_a_branch_that_its_file_is_named_after_reports_without_a_place() -> None:
    text = "2024年,我局落实市局党组和区政府部署,被评为全省先进。\n\n一、做法\n学法5次。"
    assert _named(_read(text, "榉汀自然资源分局2024年法治建设.txt")) == (None, "榉汀自然资源分局")
