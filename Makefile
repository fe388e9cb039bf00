# 两条命令:make run 打开网页,make test 运行全部测试。环境装在 .venv,只在依赖变动后重装。

# 命令行程序要 3.11;没有 python3.11 这个名字时用 python3(pyproject 会核对版本)。
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help run test lint bench eval eval-claims eval-model clean

help:
	@echo "make run    建好环境、模型、索引,打开网页 http://127.0.0.1:7860"
	@echo "make test   建好环境,运行全部测试"
	@echo "make lint   检查代码:ruff、mypy、import-linter"
	@echo "make eval   在题库上核对答复与出处"
	@echo "make eval-claims  核稿:黄金主张与注入的错误"
	@echo "make eval-model  语言模型有无把关的对比,用录下的答复"
	@echo "make bench  与 LangChain 常用流程比较快慢与检索效果"

run: $(READY)
	$(BIN)/fazhi build corpus/reports --add
	$(BIN)/python app.py

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(READY)
	$(BIN)/python -m tests.golden.evaluate

eval-claims: $(READY)
	$(BIN)/python -m tests.golden.evaluate_claims

eval-model: $(READY)
	$(BIN)/python -m tests.golden.evaluate_model

bench: $(READY)
	$(BIN)/python -m tests.bench

clean:
	rm -rf .venv

$(READY): pyproject.toml constraints.txt
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "需要 Python 3.11,请安装后重试,或指明:make PYTHON=/路径/python3.11" >&2; exit 2; }
	test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt torch==2.13.0
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@
