# `make site` and `make test` are all that is needed; `make help` lists the rest.
# On Windows run it in Git Bash. PYTHON=… names the Python to use, ARGS=… is handed on to the command.

SHELL := sh
.DEFAULT_GOAL := help
.SUFFIXES:

VENV := .venv
BENCH := .cache/bench
AUDIT := .cache/audit
FUZZ := .cache/fuzz
MUTATION := .cache/mutation
PICTURES := .cache/pictures
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python
GONGSHI := $(PY) -m pipeline
PYTEST := $(PY) -m pytest --numprocesses=2 --dist=worksteal
INSTALL := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --no-input
LOCK := pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-emit-index-url --no-header --no-annotate
export PYTHON VENV PY
# Kept bytecode saves a second run of the tests the reading of all their assertions.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help
help: ## list these targets · 列出可用的命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: $(VENV)/.ready ## build the website into output/site/ · 生成网站
	@$(GONGSHI) --quiet schema >/dev/null 2>&1 || true
	@$(GONGSHI) build $(ARGS)

.PHONY: serve
serve: $(VENV)/.ready ## show it in the browser while you edit · 边改边看
	@$(GONGSHI) serve $(ARGS)

# With pictures of the real screens, where a browser is there or can be had.
.PHONY: handbook
handbook: $(VENV)/.tests ## write the staff's handbook, with pictures, into output/handbook/ · 生成使用手册
	@rm -rf $(PICTURES) && mkdir -p $(PICTURES)
	@CHROMIUM=$$($(PY) -m tests.tools.browser || true) && export CHROMIUM && $(PY) -m tests.tools.pictures $(PICTURES)
	@$(GONGSHI) handbook --pictures $(PICTURES) $(ARGS)

.PHONY: watch
watch: $(VENV)/.ready ## rebuild on change, without a server · 内容一改就重新生成
	@$(GONGSHI) watch $(ARGS)

.PHONY: check
check: $(VENV)/.ready ## list every finding in content/ · 检查内容
	@$(GONGSHI) check $(ARGS)

# The order is shuffled; SEED=… gives another one.
.PHONY: test
test: $(VENV)/.tests ## run all tests, in a real browser too · 运行全部测试
	@CHROMIUM=$$($(PY) -m tests.tools.browser) && export CHROMIUM && \
	$(PYTEST) --quiet --randomly-seed=$${SEED:-1} $(ARGS)

# `make test` leaves the next three out, and says so.
.PHONY: test-web
test-web: $(VENV)/.tests ## check pages by axe, vnu, a crawler and weight, and fail without npm · 用 npm 的工具检查网页
	@WEB_TESTS=1 $(PY) -m tests.tools.npm
	@CHROMIUM=$$($(PY) -m tests.tools.browser) && export CHROMIUM && \
	WEB_TESTS=1 $(PYTEST) -m "web or site" $(ARGS)

.PHONY: test-lighthouse
test-lighthouse: $(VENV)/.tests ## measure every kind of page by Lighthouse, as on a phone · 用 Lighthouse 测速
	@WEB_TESTS=1 $(PY) -m tests.tools.npm
	@CHROMIUM=$$($(PY) -m tests.tools.browser) && export CHROMIUM && \
	LIGHTHOUSE_TESTS=1 $(PYTEST) --numprocesses=0 --log-cli-level=INFO -m lighthouse $(ARGS)

.PHONY: test-office
test-office: $(VENV)/.tests ## run the tests that need LibreOffice, and fail without it · 运行需要 LibreOffice 的测试
	@OFFICE_TESTS=1 $(PYTEST) -m office $(ARGS)

# The long tests, and of every property five hundred examples.
.PHONY: drill
drill: $(VENV)/.tests ## run the long drills (up to 30 minutes) · 运行长时间演练
	@CHROMIUM=$$($(PY) -m tests.tools.browser) && export CHROMIUM && \
	seed=$${SEED:-$$(date +%s)} && \
	$(PYTEST) -m "drill or hypothesis" --hypothesis-profile=drill --hypothesis-seed=$$seed --randomly-seed=$$seed $(ARGS)

# Ten minutes on files that nobody thought of; MINUTES=… and SEED=… give others.
.PHONY: fuzz
fuzz: $(VENV)/.tests $(FUZZ)/.ready ## look for files that break it, guided by coverage (10 minutes) · 模糊测试
	@PYTHONPATH=$(FUZZ)/tools $(PY) -m tests.fuzz.run --minutes $${MINUTES:-10} --seed $${SEED:-$$(date +%s)} $(ARGS)

# PART=stages, rules or wall; ARGS="--each 10 --seed 2" for some of each file, ARGS=--again for the survivors once more.
.PHONY: mutation
mutation: $(VENV)/.tests $(MUTATION)/.ready ## put faults into the code and see whether a test notices (hours) · 变异测试
	@$(PY) -m tests.mutation.run $(PART) $(ARGS)

# EDITS=… and MINUTES=… say how much, whichever is over first; SEED=… gives other edits.
.PHONY: soak
soak: $(VENV)/.tests ## edit ten thousand times under `serve`, with browsers · 边服务边改一万次
	@CHROMIUM=$$($(PY) -m tests.tools.browser) && export CHROMIUM && \
	$(PY) -m tests.soak --edits $${EDITS:-10000} --minutes $${MINUTES:-120} --seed $${SEED:-$$(date +%s)} $(ARGS)

# SIZES, RUNS and SEED, or ARGS="--sizes 1000,10000,100000 --runs 3 --place FOLDER".
.PHONY: bench
bench: $(VENV)/.ready $(BENCH)/.ready ## time gongshi against Hugo on the same content · 与 Hugo 比速度
	@$(BENCH)/$(notdir $(BIN))/python -m tests.bench.run --python $(PY) $(ARGS)

.PHONY: profile
profile: $(VENV)/.ready ## show where the time of a build goes · 看生成网站的时间花在哪里
	@$(PY) -m tests.bench.profile $(ARGS)

# PYTHONS=/path/to/python3.12:/path/to/python3.13 names others than PATH has.
.PHONY: pythons
pythons: $(VENV)/.ready ## build under every Python at hand and compare the sites · 用各版本 Python 生成，逐一比较
	@$(PY) -m tests.tools.pythons

# Known faults are asked for on the network; what could not be asked is an error too, and never passed over.
.PHONY: audit
audit: $(VENV)/.tests $(AUDIT)/.ready ## look for known faults and licences, write what is in it (SBOM) · 查已知漏洞、许可，写出物料清单
	@$(PY) -m tests.audit.licences pipeline/requirements.lock
	@mkdir -p dist && $(AUDIT)/$(notdir $(BIN))/cyclonedx-py requirements pipeline/requirements.lock \
		--output-reproducible --output-file dist/gongshi.cdx.json && echo "dist/gongshi.cdx.json"
	@$(AUDIT)/$(notdir $(BIN))/pip-audit --strict --progress-spinner off --require-hashes --disable-pip \
		--requirement pipeline/requirements.lock $(ARGS)

.PHONY: lint
lint: $(VENV)/.tests ## judge the style of the code · 检查代码风格
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

.PHONY: types
types: $(VENV)/.tests ## check the types · 检查类型
	@$(PY) -m mypy

.PHONY: bless
bless: $(VENV)/.tests ## write the expected sites of tests/golden anew · 更新测试用的标准网站
	@$(PY) -m pytest tests/golden --bless $(ARGS)

.PHONY: lock
lock: $(VENV)/.ready ## remake the lock files from pyproject.toml (ARGS=--upgrade) · 重新锁定依赖
	@tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && uv="$$tools/$(notdir $(BIN))/uv" && \
	$(PY) -m venv "$$tools" && "$$tools/$(notdir $(BIN))/python" -m pip install --quiet uv && \
	"$$uv" $(LOCK) --group build --output-file pipeline/requirements.lock $(ARGS) && \
	"$$uv" $(LOCK) --group build --group test --extra compress --extra s3 --output-file tests/requirements.lock $(ARGS) && \
	for tool in bench audit fuzz mutation; do \
		"$$uv" $(subst pyproject.toml,,$(LOCK)) --group $$tool --output-file tests/$$tool/requirements.lock $(ARGS) || exit 1; \
	done

.PHONY: clean
clean: ## remove what was built, and caches · 清除生成的文件
	@find output -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	@find . \( -name .git -o -name .venv \) -prune -o -name __pycache__ -prune -exec rm -rf {} +
	@rm -rf .cache .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache dist

$(VENV)/.ready: pyproject.toml pipeline/requirements.lock
	@sh -c "$$MAKE_VENV"
	@echo "正在安装到 $(VENV)/ … installing"
	@$(INSTALL) --require-hashes --requirement pipeline/requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q pipeline
	@touch $@

$(VENV)/.tests: tests/requirements.lock $(VENV)/.ready
	@echo "正在安装测试工具 … installing what the tests need"
	@$(INSTALL) --require-hashes --requirement tests/requirements.lock
	@touch $@

# What only the benchmark or the audit needs stands apart from the product.
.cache/%/.ready: tests/%/requirements.lock $(VENV)/.ready
	@$(PY) -m venv .cache/$*
	@echo "正在安装 $* 用的工具 … installing what make $* needs"
	@.cache/$*/$(notdir $(BIN))/python -m pip install --quiet --quiet --disable-pip-version-check --no-input \
		--require-hashes --requirement tests/$*/requirements.lock
	@touch $@

# The fuzzer and what makes mutants run in the product's own environment, from a folder beside it.
$(FUZZ)/.ready $(MUTATION)/.ready: .cache/%/.ready: tests/%/requirements.lock $(VENV)/.tests
	@rm -rf .cache/$*/tools
	@echo "正在安装 $* 用的工具 … installing what make $* needs"
	@$(INSTALL) --require-hashes --target .cache/$*/tools --requirement tests/$*/requirements.lock
	@touch $@

define MAKE_VENV
new_enough() { "$$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; }
usable() { new_enough "$$PY" && "$$PY" -m pip --version; }
usable >/dev/null 2>&1 && exit 0
if [ -n "$$PYTHON" ]; then set -- "$$PYTHON"; else set -- python3.14 python3.13 python3.12 python3.11 python3 python py; fi
found=
for python; do
    new_enough "$$python" >/dev/null 2>&1 || continue
    found=$$python
    for tool in venv virtualenv; do
        "$$python" -m "$$tool" --clear "$$VENV" >/dev/null 2>&1 && usable >/dev/null 2>&1 && exit 0
    done
done
rm -rf "$$VENV"
if [ -z "$$found" ]; then
    echo "没有找到 Python 3.11 或更新的版本。请安装后重试，或用 make PYTHON=… 指明它的位置。"
    echo "No Python 3.11 or later was found. Install one, or name it: make PYTHON=/path/to/python3 site"
else
    echo "$$found 不能创建虚拟环境。请安装它的 venv 模块（Debian、Ubuntu：apt install python3-venv），然后重试。"
    echo "$$found cannot make a virtual environment. Install its venv module (Debian, Ubuntu: apt install python3-venv)."
fi >&2
exit 1
endef
export MAKE_VENV
