"""报告库: what is collected, reading a report, taking files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.read import read_report
from tests.e2e.scripted import ScriptedAssistant

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open, Window

pytestmark = pytest.mark.browser

REPORT = """云溪县人民政府
关于2023年度法治政府建设情况的报告
县委、县人大常委会:
现将有关情况报告如下。
一、主要举措
(一)规范行政执法。全年办理行政处罚案件57件。
二、存在的不足
基层执法力量仍显薄弱。
"""


def _library(window: Window) -> None:
    window.page.get_by_role("tab", name="报告库").click()
    window.page.locator("#shelf .shelf, #shelf .empty").wait_for()


def _upload(window: Window, *files: Path) -> None:
    with window.page.expect_file_chooser() as chooser:
        window.page.get_by_role("button", name="上传报告").click()
    chooser.value.set_files([str(file) for file in files])


def _written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_report_unfolds_into_its_sections(open_window: Open, scripted: ScriptedAssistant) -> None:
    window = open_window(scripted)
    _library(window)
    page = window.page
    card = page.locator("#shelf li button")
    assert card.locator(".facts").first.inner_text().split() == [
        "遂安委〔2023〕21号",
        "遂宁市安居区",
        "2022",
        "年度",
    ]
    assert "anju-2022.txt" in card.inner_text()
    card.click()
    page.locator("#report summary").first.wait_for()
    top = page.locator("#report .outline > details > summary")
    assert top.all_inner_texts() == [
        "一、主要负责人履行推进法治政府建设第一责任人职责的情况",
        "二、2022年度推进法治政府建设的主要举措及成效",
        "三、存在的主要不足",
        "四、2023年工作计划",
    ]
    text = page.get_by_text("全年共受理行政复议案件14件", exact=False)
    assert not text.is_visible()
    top.nth(1).click()
    page.get_by_text("(三)多元化解矛盾纠纷,建设和谐稳定的法治政府").click()
    page.get_by_text("二是复议应诉“控变量”").click()
    assert text.is_visible()
    page.get_by_role("button", name="全部收起").click()
    assert not text.is_visible()
    page.get_by_role("button", name="全部展开").click()
    assert text.is_visible()


def test_an_upload_shows_its_progress_and_ends_in_a_report(
    open_window: Open, scripted: ScriptedAssistant, tmp_path: Path
) -> None:
    window = open_window(scripted)
    _library(window)
    scripted.go_on.clear()
    _upload(window, _written(tmp_path, "云溪县2023.txt", REPORT))
    page = window.page
    page.get_by_text("计算向量").wait_for()
    bar = page.locator("#outcome .progress-bar")
    bar.wait_for()  # it grows from nothing
    assert bar.evaluate("bar => bar.style.width") == "50%"
    scripted.go_on.set()
    page.get_by_text("新收录 1 份").wait_for()
    assert page.locator("#shelf li").count() == 2
    assert "云溪县2023.txt" in page.locator("#shelf").inner_text()
    assert page.locator(".collected").inner_text() == "已收录 2 份报告"
    page.locator("#shelf li button").nth(1).click()
    page.get_by_text("(一)规范行政执法").wait_for(state="attached")


def test_each_file_that_cannot_be_read_gets_its_sentence(
    open_window: Open, scripted: ScriptedAssistant, tmp_path: Path
) -> None:
    window = open_window(scripted)
    _library(window)
    good = _written(tmp_path, "好.txt", REPORT)
    _upload(window, good, _written(tmp_path, "空.txt", ""))
    page = window.page
    page.get_by_text("新收录 1 份").wait_for()
    assert page.locator("#outcome li").all_inner_texts() == [
        "《空.txt》是空的,没有可读的文字。请换成含有正文的报告文件。"
    ]
    _upload(window, _written(tmp_path, "也空.txt", ""))
    page.get_by_text("《也空.txt》是空的").wait_for()
    assert page.locator("#outcome li").count() == 1


def test_names_and_texts_of_files_do_nothing(
    open_window: Open, scripted: ScriptedAssistant, tmp_path: Path
) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>${alert(3)}{{alert(4)}}"
    window = open_window(scripted)
    _library(window)
    text = REPORT.replace("规范行政执法", bad).replace("云溪县人民政府", f"云溪县人民政府{bad}")
    _upload(
        window,
        _written(tmp_path, "<img src=x onerror=alert(1)>.txt", text),
        _written(tmp_path, "<img src=y onerror=alert(1)>.txt", ""),
    )
    page = window.page
    page.get_by_text("新收录 1 份").wait_for()
    page.locator("#shelf li button").nth(1).click()
    page.locator("#report summary").first.wait_for()
    page.get_by_role("button", name="全部展开").click()
    assert bad in page.locator("#report").inner_text()
    assert "onerror=alert(1)" in page.locator("#shelf").inner_text()
    assert page.locator(":is(#report, #shelf, #outcome) :is(img, script)").count() == 0
    page.wait_for_timeout(300)  # an alert would be caught when the window closes


def test_a_removal_is_asked_back(open_window: Open, scripted: ScriptedAssistant) -> None:
    window = open_window(scripted)
    _library(window)
    page = window.page
    page.locator("#shelf li button").click()
    page.get_by_role("button", name="移出报告库").click()
    page.get_by_text("确定移出《中共遂宁市安居区委").wait_for()
    page.get_by_role("button", name="取消").click()
    page.get_by_role("button", name="移出报告库").click()
    assert len(scripted.reports) == 1
    page.get_by_role("button", name="确定移出").click()
    page.get_by_text("移出 1 份").wait_for()
    assert scripted.reports == {}
    assert page.get_by_text("报告库是空的").is_visible()
    assert page.get_by_role("button", name="移出报告库").is_hidden()
    page.get_by_role("tab", name="问报告").click()
    page.get_by_text("还没有收录报告").wait_for()


def test_an_empty_library_says_how_to_begin(open_window: Open, tmp_path: Path) -> None:
    assistant = ScriptedAssistant()
    assistant.go_on.set()
    window = open_window(assistant)
    assert window.page.get_by_text("还没有收录报告").is_visible()
    assert window.page.locator(".examples").count() == 0
    _library(window)
    _upload(window, _written(tmp_path, "云溪县2023.txt", REPORT))
    window.page.get_by_text("新收录 1 份").wait_for()
    window.page.get_by_role("tab", name="问报告").click()
    window.page.locator(".examples").wait_for()


def test_many_reports_can_be_filtered_and_the_filter_stays(
    open_window: Open, scripted: ScriptedAssistant
) -> None:
    for number in range(8):
        text = REPORT.replace("云溪县", f"云溪{'东西南北中上下左'[number]}县")
        report = read_report(text, file=f"{number}.txt")
        scripted.reports[report.id] = report
    window = open_window(scripted)
    _library(window)
    shown = window.page.locator("#shelf li:visible")
    assert shown.count() == 9
    window.page.get_by_label("按名称、地区、年份筛选").fill("云溪北")
    assert shown.count() == 1
    shown.locator("button").click()
    window.page.locator("#shelf [aria-pressed=true]").wait_for()
    assert shown.count() == 1
    window.page.get_by_label("按名称、地区、年份筛选").fill("青岚市")
    assert window.page.get_by_text("没有符合的报告。").is_visible()


def test_a_file_too_large_is_turned_away_before_it_travels(
    open_window: Open, scripted: ScriptedAssistant, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(201 * 2**20)
    window = open_window(scripted)
    _library(window)
    _upload(window, huge)
    window.page.get_by_text("有文件超过 200 MB,没有上传。").wait_for()
    assert not [url for url in window.requests if "/upload" in url]
