"""问报告: from a question to an answer whose source stands beside it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from assistant.model import Reason, Refusal, Reply, Statement
from tests.e2e.scripted import answer, cited

if TYPE_CHECKING:
    from corpus.model import Report
    from tests.e2e.conftest import Open
    from tests.e2e.scripted import ScriptedAssistant

pytestmark = pytest.mark.browser

REVIEW = "全年共受理行政复议案件14件(高质量实质性化解行政争议8件),行政机关负责人出庭应诉率达100%。"
LETTERS = "2022年,共排查梳理信访矛盾纠纷625件,成功化解594件,有效化解率达95%;"
QUESTION = "全年受理了多少件行政复议案件?"


@pytest.fixture
def knowing(scripted: ScriptedAssistant, anju: Report) -> ScriptedAssistant:
    """Knows a single answer, one with two sources, a follow-up and a refusal."""
    review, letters = cited(anju, REVIEW), cited(anju, LETTERS)
    refusal = Refusal(
        reason=Reason.YEAR_ABSENT,
        text="现有报告没有2021年的这项数据。",
        nearest=(Statement(text="2022年受理行政复议案件14件。", citations=(review,)),),
    )
    scripted.script |= {
        QUESTION: lambda: answer(("全年共受理行政复议案件14件。", review)),
        "复议和信访各有多少?": lambda: answer(
            ("受理行政复议案件14件。", review), ("排查信访矛盾纠纷625件。", letters)
        ),
        "那信访的呢?": lambda: answer(
            ("排查信访矛盾纠纷625件。", letters), carried="沿用上文:2022年"
        ),
        "2021年呢?": lambda: refusal,
    }
    return scripted


def test_an_answer_comes_with_its_source_opened(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask(QUESTION)
    page = window.page
    assert page.locator(".statement").inner_text().startswith("全年共受理行政复议案件14件。")
    source = page.locator(".citation")
    assert source.count() == 1
    assert "遂安委〔2023〕21号" in source.locator(".place").inner_text()
    assert source.locator(".quote").inner_text() == REVIEW
    window.marks(REVIEW)
    assert source.get_attribute("aria-current") == "true"
    assert window.mark_in_view()
    pane = page.locator("#source .pane")
    assert "关于2022年度法治政府建设情况的报告" in pane.inner_text()
    assert page.locator("#source .path li").all_inner_texts() == [
        "二、2022年度推进法治政府建设的主要举措及成效",
        "(三)多元化解矛盾纠纷,建设和谐稳定的法治政府",
        "二是复议应诉“控变量”",
    ]
    # The whole section stands there, not the sentence alone.
    assert "三是源头治理“减存量”" in pane.inner_text()


def test_another_citation_opens_on_a_click_or_a_key(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask("复议和信访各有多少?")
    window.marks(REVIEW)
    window.page.locator(".citation").nth(1).click()
    window.page.wait_for_selector("li:nth-child(2) > .citation[aria-current=true]")
    window.marks(LETTERS)
    assert window.mark_in_view()
    window.page.locator(".ref").nth(0).focus()
    window.page.keyboard.press("Enter")
    window.page.wait_for_selector("li:nth-child(1) > .citation[aria-current=true]")
    window.marks(REVIEW)


def test_an_answer_streams_clause_by_clause(
    open_window: Open, scripted: ScriptedAssistant, anju: Report
) -> None:
    clauses = [f"第{number}句话说完了。" for number in range(12)]
    whole = "".join(clauses)
    scripted.script["慢慢说"] = lambda: answer((whole, cited(anju, REVIEW)))
    window = open_window(scripted)
    window.page.evaluate(
        """() => {
          window.seen = new Set();
          new MutationObserver(() => {
            const said = document.querySelector(".statement")?.textContent;
            if (said) window.seen.add(said);
          }).observe(document.body, { childList: true, subtree: true, characterData: true });
        }"""
    )
    window.ask("慢慢说")
    seen = sorted(window.page.evaluate("[...window.seen]"), key=len)
    parts = [text for text in seen if text != whole and whole.startswith(text)]
    assert len(parts) >= 3


def test_stop_ends_the_wait_and_nothing_follows(
    open_window: Open, scripted: ScriptedAssistant, anju: Report
) -> None:
    go_on = threading.Event()

    def slowly() -> Reply:
        go_on.wait(20)
        return answer(("太晚了。", cited(anju, REVIEW)))

    scripted.script["慢"] = slowly
    window = open_window(scripted)
    page = window.page
    page.fill("#question textarea", "慢")
    page.keyboard.press("Enter")
    page.wait_for_selector(".searching")
    page.get_by_role("button", name="停止").click()
    page.wait_for_selector(".stopped")
    go_on.set()
    page.wait_for_timeout(600)
    assert page.locator(".stopped").inner_text() == "已停止。"
    assert "太晚了" not in page.locator("#talk").inner_text()
    assert page.get_by_role("button", name="发送").is_visible()
    scripted.script["快"] = lambda: answer(("很快。", cited(anju, REVIEW)))
    window.ask("快")
    assert page.locator(".statement").inner_text().startswith("很快。")


def test_retry_asks_again_in_place(open_window: Open, knowing: ScriptedAssistant) -> None:
    window = open_window(knowing)
    window.ask(QUESTION)
    window.page.get_by_role("button", name="重新回答").click()
    for _ in range(100):
        window.page.wait_for_timeout(100)
        if len(knowing.asked) == 2:
            break
    window.page.wait_for_selector(".talk[aria-busy=false] .citation")
    assert [question for question, _ in knowing.asked] == [QUESTION, QUESTION]
    assert knowing.asked[1][1] == ()
    assert window.page.locator(".turn").count() == 1


def test_a_follow_up_sees_the_turns_before_and_shows_what_it_carried(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask(QUESTION)
    window.ask("那信访的呢?")
    assert knowing.asked[1] == ("那信访的呢?", ((QUESTION, "全年共受理行政复议案件14件。"),))
    assert window.page.locator(".carried").inner_text() == "沿用上文:2022年"
    window.marks(LETTERS)


def test_examples_fill_an_empty_page_and_clear_brings_them_back(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.page.get_by_role("button", name=QUESTION).click()
    window.page.wait_for_selector(".citation")
    window.marks(REVIEW)
    window.page.get_by_role("button", name="清空").click()
    window.page.wait_for_selector(".welcome")
    assert window.page.locator(".turn").count() == 0
    assert window.page.locator("#source mark").count() == 0


def test_copy_takes_the_answer_with_its_source(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing, permissions=["clipboard-read", "clipboard-write"])
    window.ask(QUESTION)
    window.page.get_by_role("button", name="复制").click()
    window.page.get_by_role("button", name="已复制").wait_for()
    copied = window.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("全年共受理行政复议案件14件。\n\n[1] 《")
    assert REVIEW in copied
    assert "<" not in copied


def test_shift_enter_breaks_the_line_and_enter_sends(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.page.fill("#question textarea", "第一行")
    window.page.keyboard.press("Shift+Enter")
    window.page.keyboard.type("第二行")
    window.page.wait_for_timeout(300)
    assert knowing.asked == []
    window.page.keyboard.press("Enter")
    window.page.wait_for_selector(".refusal")
    assert [question for question, _ in knowing.asked] == ["第一行\n第二行"]


def test_a_refusal_is_a_calm_notice_with_the_nearest_words(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask("2021年呢?")
    page = window.page
    notice = page.locator(".refusal")
    assert notice.locator(".reason").inner_text() == "没有这一年的数据"
    assert "现有报告没有2021年的这项数据。" in notice.inner_text()
    assert page.locator(".problem").count() == 0
    assert page.get_by_text("最接近的原文").is_visible()
    window.marks(REVIEW)


@pytest.mark.parametrize(
    ("question", "sentence", "hint"),
    [
        ("问" * 2001, "问题有 2001 个字,超过上限 2000 个字", "请把问题拆短,一次问一件事"),
        (" ", "没有收到问题", "请输入要问的内容,例如:全年受理了多少件行政复议案件?"),
        ("崩溃", "出现未预料的问题", "请运行 fazhi doctor 查看环境"),
    ],
    ids=["too long", "empty", "unforeseen"],
)
def test_what_goes_wrong_is_one_sentence_and_a_hint(
    open_window: Open, scripted: ScriptedAssistant, question: str, sentence: str, hint: str
) -> None:
    def crash() -> Reply:
        raise RuntimeError("internal detail")

    scripted.script["崩溃"] = crash
    window = open_window(scripted)
    window.ask(question)
    problem = window.page.locator(".problem")
    assert problem.locator("p").all_inner_texts() == [sentence, hint]
    everything = window.page.locator("body").inner_text()
    assert "Traceback" not in everything
    assert "internal detail" not in everything
    assert window.page.locator(".toast-body").count() == 0


def test_a_vote_and_its_comment_land_in_the_store(
    open_window: Open, knowing: ScriptedAssistant
) -> None:
    window = open_window(knowing)
    window.ask(QUESTION)
    page = window.page
    page.get_by_role("button", name="不准确").click()
    page.wait_for_selector("[data-act=dislike][aria-pressed=true]")
    page.get_by_label("哪里不准确?(可不填)").fill("少了<b>办结</b>数")
    page.get_by_role("button", name="提交意见").click()
    page.get_by_text("意见已记录在本机,谢谢。").wait_for()
    (entry,) = window.feedback.entries()
    assert (entry.question, entry.liked, entry.comment) == (QUESTION, False, "少了<b>办结</b>数")
    assert entry.answer.startswith("全年共受理行政复议案件14件。")
    page.get_by_role("button", name="不准确").click()
    page.wait_for_selector("[data-act=dislike][aria-pressed=false]")
    assert window.feedback.entries() == ()


def test_markup_in_questions_and_answers_stays_text(
    open_window: Open, scripted: ScriptedAssistant, anju: Report
) -> None:
    bad = "<img src=x onerror=alert(1)>${alert(2)}{{alert(3)}}<script>alert(4)</script>"
    scripted.script[bad] = lambda: answer((bad, cited(anju, REVIEW)))
    window = open_window(scripted)
    window.ask(bad)
    assert window.page.locator(".question p").inner_text() == bad
    assert window.page.locator(".statement").inner_text().startswith(bad)
    assert window.page.locator("#talk img, #talk script").count() == 0
