"""The ready CI files: what they run exists, runs against a Git server, tells a review, and publishes only the site."""

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.cli import cli
from tests import samples
from tests.unit.repository import commit, git, settle, start

REPO = Path(__file__).parents[2]
FILES = REPO / "pipeline" / "data" / "ci"
NAMES = ("github.yml", "gitlab.yml", "gitee-change.yml", "gitee-site.yml")
TOKEN = "secret-of-the-review"
CHANGED = ("a-001", "职务: 科研处副处长", "职务: 科研处处长")
OLD_FAULT = ("b-001", "手机号: 13800000002", "手机号: 138")
TODAY = ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:")
TOLD = "- ～ 第 1 行　王示例　职务：科研处副处长 → 科研处处长"
OWN = {"id": 9, "body": "<!-- gongshi diff -->\n\nold"}
_CALL = re.compile(r"(?<![\w.\"/-])gongshi (?!deploy)[^|>;\n]*")

posix = pytest.mark.skipif(sys.platform == "win32", reason="the hosts run these steps on Linux")


def read(name: str) -> Any:
    return yaml.safe_load((FILES / name).read_text(encoding="utf-8"))


def steps(name: str, job: str) -> list[str]:
    """Return what a job runs, in order, without the installation of the tool."""
    whole = read(name)
    if name == "github.yml":
        found = [step["run"] for step in whole["jobs"][job]["steps"] if "run" in step]
    elif name == "gitlab.yml":
        found = [*whole["default"]["before_script"], *whole[job]["script"]]
    else:
        found = whole["stages"][0]["steps"][0]["commands"]
    assert "pip install" in found[0]
    return [str(each) for each in found[1:]]


JOBS = (
    ("github.yml", "change"),
    ("github.yml", "site"),
    ("gitlab.yml", "check"),
    ("gitlab.yml", "difference"),
    ("gitlab.yml", "pages"),
    ("gitee-change.yml", ""),
    ("gitee-site.yml", ""),
)


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_commands_exist_and_parse(name: str, job: str) -> None:
    """Every gongshi command of a file is one that there is, with options that it takes."""
    calls = [shlex.split(call)[1:] for step in steps(name, job) for call in _CALL.findall(step)]
    assert calls
    for call in calls:
        place = next(index for index, word in enumerate(call) if word in cli.commands)
        cli.make_context("gongshi", call[: place + 1])
        cli.commands[call[place]].make_context(call[place], call[place + 1 :])


def test_hooks_for_pre_commit_run_what_there_is() -> None:
    """The manifest has what that tool demands, and its entries are commands of ours."""
    hooks = yaml.safe_load((REPO / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [each["id"] for each in hooks] == ["gongshi-check", "gongshi-check-all"]
    for each in hooks:
        assert {"id", "name", "entry", "language"} <= set(each)
        tool, name, *rest = each["entry"].split()
        assert tool == "gongshi"
        cli.commands[name].make_context(name, rest)


@pytest.mark.parametrize("name", NAMES)
def test_tool_is_named_once_with_its_version(name: str) -> None:
    """The tool comes from one variable that names a version, and from no registry."""
    whole = read(name)
    source = (whole["env"] if name == "github.yml" else whole["variables"])["GONGSHI"]
    assert re.search(r"\d+\.\d+\.\d+", source)
    assert "//downloads.example/" in source


def test_actions_are_pinned_and_rights_are_least() -> None:
    """Actions have versions; only the job that needs it may write, and no step puts an expression into its shell."""
    jobs = read("github.yml")["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", each)] == []
    assert jobs["change"]["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert jobs["site"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert [run for job in ("change", "site") for run in steps("github.yml", job) if "${{" in run] == []


def test_the_schedule_is_just_after_midnight_in_china() -> None:
    """16:05 UTC is 00:05 in Beijing, when the day of the site has changed; Gitee counts in Beijing time."""
    (schedule,) = read("github.yml")[True]["schedule"]  # YAML 1.1 reads the key `on` as true
    assert schedule["cron"] == "5 16 * * *"
    assert read("gitee-site.yml")["triggers"]["schedule"] == [{"cron": "0 5 0 * * ? *"}]


def test_only_the_public_folder_is_published() -> None:
    """What a job keeps is the site, or a report without values; output/staff/ is named in comments alone."""
    github = [
        step["with"]["path"] for step in read("github.yml")["jobs"]["site"]["steps"] if "path" in step.get("with", {})
    ]
    gitlab = read("gitlab.yml")
    gitee = read("gitee-site.yml")["stages"][0]["steps"][0]["artifacts"]
    assert github == ["output/site"]
    assert gitlab["pages"]["artifacts"] == {"paths": ["public"]}
    assert steps("gitlab.yml", "pages")[-1] == "mv output/site public"
    assert gitlab["check"]["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}
    assert ["artifacts" in gitlab["difference"], "paths" in gitlab["check"]["artifacts"]] == [False, False]
    assert [path for each in gitee for path in each["path"]] == ["./output/site"]
    assert [name for name in NAMES if "staff" in json.dumps(read(name))] == []


@dataclass(frozen=True)
class Runner:
    """A machine of a host: a clone to work in, stand-ins for the host's own tools, and what these were told."""

    work: Path
    tools: Path
    told: Path

    def run(self, commands: list[str], **surroundings: str) -> subprocess.CompletedProcess[str]:
        script = "set -e\n" + "\n".join(commands)
        path = f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        kept = {**os.environ, **surroundings, "PATH": path, "PYTHONPATH": str(REPO), "TOLD": str(self.told)}
        kept.pop("LC_ALL", None)
        return subprocess.run(
            ("bash", "-c", script), check=False, capture_output=True, encoding="utf-8", cwd=self.work, env=kept
        )

    def calls(self) -> list[str]:
        """Return what the tools were told since the last time."""
        told = self.told.read_text(encoding="utf-8").splitlines() if self.told.exists() else []
        self.told.unlink(missing_ok=True)
        return told


_TOOLS = {
    "python": f'exec "{sys.executable}" "$@"',
    "python3": f'exec "{sys.executable}" "$@"',
    "gongshi": f'exec "{sys.executable}" -m pipeline "$@"',
    # The first call has no comment to edit, as on a new pull request.
    "gh": 'echo "gh $*" >> "$TOLD"; case "$*" in *--edit-last*) [ -n "${SECOND:-}" ] ;; esac',
    "curl": 'echo "curl $* < $(cat)" >> "$TOLD"; case "$*" in *notes.json*) printf "%s" "$NOTES" > notes.json ;; esac',
}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a bare repository with main, a branch `change` beside it, and what merging the two would give."""
    settle(monkeypatch)
    desk = start(samples.write(tmp_path / "desk", TODAY))
    bare = tmp_path / "server.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(desk), str(bare))
    git(desk, "remote", "add", "origin", bare.as_uri())
    git(desk, "switch", "--quiet", "--create", "change")
    samples.write(desk, TODAY, CHANGED)
    commit(desk, "change")
    git(desk, "push", "--quiet", "origin", "change")
    # main has gone on meanwhile; the difference must not undo that.
    git(desk, "switch", "--quiet", "main")
    (desk / "README").write_text("later\n", encoding="utf-8")
    commit(desk, "later")
    git(desk, "push", "--quiet", "origin", "main")
    git(desk, "switch", "--quiet", "--detach", "main")
    git(desk, "merge", "--quiet", "--no-edit", "change")
    git(desk, "push", "--quiet", "origin", "HEAD:refs/pull/1/merge")
    return bare


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name, text in _TOOLS.items():
        (tools / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    return Runner(tmp_path / "work", tools, tmp_path / "told")


def fetch(server: Path, runner: Runner, ref: str, *depth: str) -> None:
    """Check out what the host would: one ref, with as much history as the file asks for."""
    runner.work.mkdir()
    git(runner.work, "init", "--quiet")
    git(runner.work, "remote", "add", "origin", server.as_uri())
    git(runner.work, "fetch", "--quiet", *depth, "origin", ref)
    git(runner.work, "checkout", "--quiet", "--detach", "FETCH_HEAD")


@posix
def test_github_tells_the_review(server: Path, runner: Runner) -> None:
    """On the merge commit, two commits deep: the change is checked, and its difference put into one comment."""
    fetch(server, runner, "refs/pull/1/merge", "--depth=2")
    *judge, tell = steps("github.yml", "change")
    made = ["gh pr comment 1 --edit-last --body-file difference.md", "gh pr comment 1 --body-file difference.md"]
    for commands, second, expected in (([*judge, tell], "", made), ([tell], "1", made[:1])):
        done = runner.run(commands, GH_TOKEN=TOKEN, NUMBER="1", SECOND=second)
        assert (done.returncode, done.stderr.count("错误")) == (0, 0), done.stderr
        assert runner.calls() == expected
    assert TOLD in (runner.work / "difference.md").read_text(encoding="utf-8").splitlines()


def _gitlab(server: Path) -> dict[str, str]:
    return {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(server, "merge-base", "main", "change"),
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_PROJECT_ID": "7",
        "CI_MERGE_REQUEST_IID": "3",
    }


def _requests(runner: Runner) -> Iterator[tuple[str, str]]:
    """Yield what each call of curl was told on its command line, and on its stdin."""
    for call in "\n".join(runner.calls()).split("curl ")[1:]:
        line, _, given = call.partition(" < ")
        yield line, given.strip()


@posix
def test_gitlab_tells_the_review(server: Path, runner: Runner) -> None:
    """One note that is written and later rewritten; the token is on no command line and in no log."""
    fetch(server, runner, "change")
    *judge, tell = steps("gitlab.yml", "difference")
    address = "https://gitlab.example/api/v4/projects/7/merge_requests/3"
    for commands, notes, verb, end in (([*judge, tell], [], "POST", "/notes"), ([tell], [OWN], "PUT", "/notes/9")):
        done = runner.run(commands, **_gitlab(server), GONGSHI_TOKEN=TOKEN, NOTES=json.dumps(notes))
        assert (done.returncode, TOKEN in done.stdout + done.stderr) == (0, False), done.stderr
        asked, sent = _requests(runner)
        assert (asked[0].endswith(f"{address}/notes?per_page=100"), sent[0].endswith(f"{address}{end}")) == (True, True)
        assert f"--request {verb} --form body=<difference.md" in sent[0]
        assert [TOKEN in line for line, _ in (asked, sent)] == [False, False]
        assert [given for _, given in (asked, sent)] == [f'header = "PRIVATE-TOKEN: {TOKEN}"'] * 2
    assert TOLD in (runner.work / "difference.md").read_text(encoding="utf-8").splitlines()


@posix
def test_gitlab_without_a_token_writes_to_its_log(server: Path, runner: Runner) -> None:
    """Without a token nothing is asked of the host, and the difference stands in the log."""
    fetch(server, runner, "change")
    done = runner.run(steps("gitlab.yml", "difference"), **_gitlab(server))
    assert (done.returncode, TOLD in done.stdout.splitlines(), runner.calls()) == (0, True, [])


@posix
def test_gitlab_keeps_the_findings_of_the_change(server: Path, runner: Runner) -> None:
    """The report is there also where the check fails."""
    fetch(server, runner, "change")
    samples.write(runner.work, TODAY, CHANGED, OLD_FAULT)
    done = runner.run(steps("gitlab.yml", "check"), **_gitlab(server))
    rows = json.loads((runner.work / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert (done.returncode, [each["check_name"] for each in rows], "[S203]" in done.stdout) == (1, ["S203"], True)


@posix
def test_gitee_tells_the_review(server: Path, runner: Runner) -> None:
    """From a shallow clone the rest is fetched; one comment, and no token on a command line or in the log."""
    fetch(server, runner, "change", "--depth=1")
    surroundings = {
        "GITEE_BRANCH": "main",
        "GITEE_PULL_ID": "5",
        "GITEE_API": "https://gitee.example/api/v5",
        "GONGSHI_REPOSITORY": "shili/content",
        "GONGSHI_TOKEN": TOKEN,
    }
    whole = steps("gitee-change.yml", "")
    (tell,) = (each for each in whole if "GITEE_PULL_ID" in each)
    pulls = "https://gitee.example/api/v5/repos/shili/content/pulls"
    for commands, notes, verb, end in ((whole, [], "POST", "/5/comments"), ([tell], [OWN], "PATCH", "/comments/9")):
        done = runner.run(commands, **surroundings, NOTES=json.dumps(notes))
        assert (done.returncode, TOKEN in done.stdout + done.stderr) == (0, False), done.stderr
        asked, sent = _requests(runner)
        assert (asked[0].endswith(f"{pulls}/5/comments?per_page=100"), sent[0].endswith(f"{pulls}{end}")) == (
            True,
            True,
        )
        assert f"--request {verb} --form body=<difference.md" in sent[0]
        assert [TOKEN in line for line, _ in (asked, sent)] == [False, False]
    assert TOLD in (runner.work / "difference.md").read_text(encoding="utf-8").splitlines()


@posix
@pytest.mark.parametrize(
    ("name", "job"),
    [
        ("gitlab.yml", "pages"),
        pytest.param("github.yml", "site", marks=pytest.mark.drill),
        pytest.param("gitee-site.yml", "", marks=pytest.mark.drill),
    ],
)
def test_main_is_built(server: Path, runner: Runner, name: str, job: str) -> None:
    """On main, with one commit's history, the site is made, and the day of its next change told, but no name."""
    fetch(server, runner, "main", "--depth=1")
    done = runner.run(steps(name, job))
    site = runner.work / ("public" if name == "gitlab.yml" else "output/site")
    assert (done.returncode, (site / "index.html").is_file()) == (0, True), done.stderr
    assert ("2022-12-25" in done.stdout, "王示例" in done.stdout) == (True, False)
