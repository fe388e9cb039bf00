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
