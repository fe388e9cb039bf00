"""The page over the real assistant, from an uploaded file to a cited answer and out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.service import Assistant
from prompts import table
from tests.e2e.conftest import REPORTS
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Open

pytestmark = pytest.mark.browser

YUNXI = """云府〔2024〕3号
云溪县人民政府
关于2023年度法治政府建设情况的报告
县委:
现将有关情况报告如下。
一、主要举措
(一)规范行政执法。全年办理行政处罚案件57件,评查案卷30卷。
(二)化解矛盾纠纷。全年调解矛盾纠纷210件,调解成功率达98.5%。
二、存在的不足
(一)执法力量薄弱。基层人员不足。
(二)宣传形式单一。创新不够。
云溪县人民政府
2024年1月20日
"""


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    """The real one; only the embedder is small."""
    return Assistant(tmp_path / "index", embeddings=HashEmbeddings(), model="hash")


@pytest.fixture
def informed(assistant: Assistant) -> Assistant:
    """Holds the bundled report."""
    assistant.add([REPORTS / "anju-2022.txt"])
    return assistant


def test_a_figure_a_follow_up_a_list_and_a_refusal(open_window: Open, informed: Assistant) -> None:
    window = open_window(informed)
    page = window.page
    said = page.locator(".turn").last
    window.ask("全年受理了多少件行政复议案件?")
    assert "14件" in said.locator(".statement").inner_text()
    assert (
        said.locator(".citation .place")
        .inner_text()
        .endswith("(遂安委〔2023〕21号) 二、(三)“二是”")
    )
    window.marks(
        "全年共受理行政复议案件14件(高质量实质性化解行政争议8件),行政机关负责人出庭应诉率达100%。"
    )
    assert window.mark_in_view()
    window.ask("那信访的呢?")
    assert "625件" in said.locator(".statement").inner_text()
    assert said.locator(".carried").inner_text().startswith("沿用上文")
    window.ask("存在哪些主要不足?")
    items = said.locator(".statements.many > li")
    assert [item.split("\n")[0].rstrip("0123456789 ") for item in items.all_inner_texts()] == [
        "推进力度有待加强",
        "改革深度有待加强",
        "队伍建设有待加强",
    ]
    window.ask("2019年受理了多少件行政复议案件?")
    assert said.locator(".refusal").is_visible()
    assert "2019年" in said.locator(".refusal").inner_text()


def test_every_example_is_answered(informed: Assistant) -> None:
    from assistant.model import Answer

    examples = table("page")["examples"]
    assert isinstance(examples, list)
    refused = [each for each in examples if not isinstance(informed.ask(each), Answer)]
    assert refused == []


def test_an_upload_can_be_asked_and_a_removed_report_cannot(
    open_window: Open, assistant: Assistant, tmp_path: Path
) -> None:
    window = open_window(assistant)
    page = window.page
    page.get_by_text("还没有收录报告").wait_for()
    file = tmp_path / "云溪县(2023).txt"
    file.write_text(YUNXI, encoding="utf-8")
    page.get_by_role("tab", name="报告库").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="上传报告").click()
    chooser.value.set_files(str(file))
    page.get_by_text("新收录 1 份").wait_for()
    assert "云溪县(2023).txt" in page.locator("#shelf").inner_text()
    page.get_by_role("tab", name="问报告").click()
    page.locator(".examples").wait_for()
    window.ask("云溪县调解了多少件矛盾纠纷?")
    assert "210件" in page.locator(".statement").first.inner_text()
    window.marks("全年调解矛盾纠纷210件,调解成功率达98.5%。")
    page.get_by_role("tab", name="报告库").click()
    page.locator("#shelf li button").click()
    page.get_by_role("button", name="移出报告库").click()
    page.get_by_role("button", name="确定移出").click()
    page.get_by_text("移出 1 份").wait_for()
    page.get_by_role("tab", name="问报告").click()
    page.get_by_role("button", name="重新回答").click()
    page.wait_for_selector(":is(.refusal, .problem)")
    assert "210件" not in page.locator(".answer").last.inner_text()
