"""The chat model of the settings: opened by name, tried by a call, left when told to stop."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from assistant.commands.checks import State, chat
from assistant.settings import Settings
from assistant.writing.chat import open_chat
from assistant.writing.trial import try_chat
from assistant.writing.writer import Writer
from corpus.errors import ChatUnavailable, ExtraMissing, SettingsProblem
from tests.assistant.shelves import YUNXI_2022
from tests.assistant.writing.endpoint import Endpoint, serving
from tests.assistant.writing.stubs import answered, library

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.terminal import Terminal

QUESTION = "受理了多少件行政复议案件?"


@pytest.fixture(autouse=True)
def _none_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("FAZHI_CHAT", "OPENAI_"))]:
        monkeypatch.delenv(name)


def settings_for(url: str, key: str | None = None) -> Settings:
    secret = SecretStr(key) if key else None
    return Settings(
        chat_model="openai:stub", chat_base_url=url, chat_retries=0, chat_api_key=secret
    )


def test_none_is_set_by_default() -> None:
    assert open_chat(Settings()) is None


def test_the_patience_set_holds_between_two_pieces_of_a_reply() -> None:
    settings = settings_for("http://127.0.0.1:9/v1").model_copy(update={"chat_timeout": 300.0})
    opened = open_chat(settings)
    assert opened is not None
    assert getattr(opened.model, "stream_chunk_timeout", None) == 300.0


def test_a_real_endpoint_words_an_answer() -> None:
    with serving(Endpoint("云溪县受理行政复议申请37件[1]。")) as endpoint:
        opened = open_chat(settings_for(endpoint.url, "geheim"))
        assert opened is not None
        reply = answered(library(YUNXI_2022), opened, QUESTION)
    assert reply.written is not None
    assert (reply.written.model, reply.written.sentences) == ("openai:stub", 1)
    [asked] = endpoint.asked
    assert (asked["model"], asked["temperature"], asked["stream"]) == ("stub", 0, True)
    assert endpoint.keys == ["Bearer geheim"]


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_an_endpoint_that_fails_leaves_the_answer_of_the_rules(status: int) -> None:
    with serving(Endpoint("受理行政复议申请99件[1]。", status=status)) as endpoint:
        opened = open_chat(settings_for(endpoint.url))
        assert opened is not None
        reply = answered(library(YUNXI_2022), opened, QUESTION)
    assert reply.written is not None
    assert reply.written.notice == "语言模型没有应答,以下为规则作出的答复。"


def test_stop_hangs_up_within_a_second() -> None:
    with serving(Endpoint("云溪县受理行政复议申请三" * 200, pause=0.02)) as endpoint:
        opened = open_chat(settings_for(endpoint.url))
        assert opened is not None
        answering = Writer(opened).answer(library(YUNXI_2022), QUESTION)
        while not endpoint.asked:
            next(answering)
        began = time.monotonic()
        answering.close()
        assert endpoint.left.wait(5)
        assert time.monotonic() - began < 1


@pytest.mark.parametrize("name", ["qwen", ":qwen", "openai:"])
def test_a_name_without_its_provider_is_told(name: str) -> None:
    with pytest.raises(SettingsProblem) as caught:
        open_chat(Settings(chat_model=name))
    assert caught.value.details["name"] == "FAZHI_CHAT_MODEL"


def test_an_unknown_provider_is_told() -> None:
    with pytest.raises(ChatUnavailable):
        open_chat(Settings(chat_model="nobody:qwen"))


def test_a_missing_package_is_told_with_its_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "langchain.chat_models", None)
    with pytest.raises(ExtraMissing) as caught:
        open_chat(Settings(chat_model="openai:qwen"))
    assert caught.value.details["install"] == 'pip install "fazhi-assistant[chat]"'


def test_doctor_makes_a_real_call() -> None:
    with serving(Endpoint("正常")) as endpoint:
        [finding] = chat(settings_for(endpoint.url))
    assert finding.state is State.GOOD
    assert "openai:stub" in finding.says
    assert len(endpoint.asked) == 1


def test_doctor_says_what_is_wrong_and_questions_are_answered_all_the_same() -> None:
    with serving(Endpoint("", status=500)) as endpoint:
        [finding] = chat(settings_for(endpoint.url))
    assert finding.state is State.NOTICE
    assert "openai:stub" in finding.says
    assert "FAZHI_CHAT_MODEL" in finding.mend
    with serving(Endpoint("  ")) as endpoint, pytest.raises(ChatUnavailable):
        try_chat(settings_for(endpoint.url))


def test_lines_for_programs_are_worded_too(
    terminal: Terminal, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Endpoint("云溪县全年受理行政复议案件31件[1]。受理99件[1]。")) as endpoint:
        monkeypatch.setenv("FAZHI_CHAT_MODEL", "openai:stub")
        monkeypatch.setenv("FAZHI_CHAT_BASE_URL", endpoint.url)
        line = json.dumps({"question": "云溪县2022年受理了多少件行政复议案件?"}).encode()
        ended = terminal.run("ask", "--jsonl", "--index", index, said=line)
    told = json.loads(ended.out)
    assert told["answer"] == "云溪县全年受理行政复议案件31件。"
    assert (told["model"], told["dropped"]) == ("openai:stub", 1)
    assert told["citations"][0]["quote"] == "全年受理行政复议案件31件,办结28件。"
