"""`diff`, `check --changed` and the hook as staff and reviewers meet them."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli, telling
from pipeline.cli.telling import Side
from pipeline.difference import Became, Change, Deed, Rewritten, Subject
from tests import samples
from tests.unit.repository import commit, git, settle, start

REPO = Path(__file__).parents[2]
TODAY = ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:")
PROMOTED = ("a-001", "职务: 科研处副处长", "职务: 科研处处长")
BROKEN = ("b-001", "手机号: 13800000002", "手机号: 138")
OF_B = f"{samples.PROGRAMMES}/submissions/xian/b-002.yml"
DIFFERENCE = """\
关于公布示例联络员推荐认定结果的通知　示例联络员推荐认定
/shili/certification/2020-12-25/
  ～ 第 1 行　王示例　职务：科研处副处长 → 科研处处长

认定名单　示例联络员推荐认定
/shili/roster/
  ～ 第 1 行　王示例　职务：科研处副处长 → 科研处处长

在任名单　示例联络员推荐认定
/roster/
  ～ 第 1 行　王示例　职务：科研处副处长 → 科研处处长

内容随之变化的其他网页
  ～ 在任名单：数据说明　/roster/data/
  ～ 示例联络员推荐认定：认定名单：数据说明　/shili/roster/data/
"""
MARKDOWN = """\
<!-- gongshi diff -->

### 公众将看到的变化：　HEAD（2021-03-17）　→　现在的内容（2021-03-17）

#### 关于公布示例联络员推荐认定结果的通知　示例联络员推荐认定　`/shili/certification/2020-12-25/`

- ～ 第 1 行　王示例　职务：科研处副处长 → 科研处处长

"""


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settle(monkeypatch)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return start(samples.write(tmp_path / "root", TODAY))


def gongshi(root: Path, *arguments: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, *arguments])


def codes(result: Result) -> list[str]:
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


def test_difference_is_told_page_by_page(root: Path) -> None:
    """Without a revision: what was written since the last commit; the data on stdout, between what on stderr."""
    samples.write(root, TODAY, PROMOTED)
    done = gongshi(root, "diff")
    assert (done.exit_code, done.stdout) == (0, DIFFERENCE)
    said, comes_next = done.stderr.splitlines()
    assert said == "公众将看到的变化：　HEAD（2021-03-17）　→　现在的内容（2021-03-17）"
    assert "gongshi build" in comes_next


def test_two_revisions_leave_the_folder_aside(root: Path) -> None:
    """Between two commits, named as git names them, what lies in the folder does not matter."""
    samples.write(root, TODAY, PROMOTED)
    commit(root, "promoted")
    samples.write(root, BROKEN)
    assert gongshi(root, "diff", "HEAD~1", "main").stdout == DIFFERENCE


def test_no_difference_is_said(root: Path) -> None:
    """Where the public sees no change, it says so in either language."""
    said = [gongshi(root, "diff", lang=lang).stdout for lang in ("zh", "en")]
    assert said == ["公众看到的内容没有变化\n", "the public will see no change\n"]


def test_markdown_is_ready_for_a_comment(root: Path) -> None:
    """A comment begins with the mark by which it is found again, and has a heading for each page."""
    samples.write(root, TODAY, PROMOTED)
    done = gongshi(root, "diff", "--format", "markdown")
    assert (done.exit_code, done.stdout[: len(MARKDOWN)]) == (0, MARKDOWN)


def test_json_holds_every_part(root: Path) -> None:
    """JSON names both sides and gives each change with labels and texts."""
    samples.write(root, TODAY, PROMOTED)
    told = json.loads(gongshi(root, "diff", "--format", "json").stdout)
    assert (told["old"], told["new"]["on"]) == ({"name": "HEAD", "on": "2021-03-17"}, "2021-03-17")
    change = told["changes"][0]
    assert (change["deed"], change["subject"], change["number"], change["name"]) == ("changed", "line", 1, "王示例")
    assert change["values"] == [{"label": "职务", "old": "科研处副处长", "new": "科研处处长"}]


def test_days_of_one_content_need_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two days are compared in any folder; one day is compared with today."""
    monkeypatch.setenv("PATH", "")
    root = samples.write(tmp_path, TODAY)
    between = gongshi(root, "diff", "--on", "2020-12-18", "2020-12-19", "--format", "json")
    values = [each["values"] for each in json.loads(between.stdout)["changes"] if each["values"]]
    assert values[1][:1] == [{"label": "状态", "old": "公示中", "new": "已期满"}]
    until = json.loads(gongshi(root, "diff", "--on", "2022-12-25", "--format", "json").stdout)
    assert (until["old"]["on"], until["new"]["on"]) == ("2021-03-17", "2022-12-25")


def test_revision_on_a_day(root: Path) -> None:
    """With a revision, --on names the day of both sites; what is public later is not told."""
    samples.write(root, TODAY, PROMOTED)
    done = gongshi(root, "diff", "HEAD", "--on", "2020-12-18")
    assert done.stdout == "公众看到的内容没有变化\n"


def test_content_with_errors_is_counted_and_not_compared(root: Path) -> None:
    """On either side errors stop it; only their number is told, in the comment too."""
    samples.write(root, TODAY, BROKEN)
    now = gongshi(root, "diff", "--format", "markdown")
    assert (now.exit_code, "[X978]" in now.stderr, "有 1 个错误" in now.stdout) == (1, True, True)
    assert now.stdout.startswith("<!-- gongshi diff -->\n")
    commit(root, "broken")
    samples.write(root, TODAY)
    then = gongshi(root, "diff", "HEAD", "--format", "json")
    assert (then.exit_code, codes(then), "“HEAD”的内容有 1 个错误" in then.stderr) == (1, ["X977"], True)
    assert "138" not in now.output + then.output


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [(("nobody",), 1), (("a", "b", "c"), 2), (("--on", "2020-12-14", "2020-12-15", "2020-12-16"), 2)],
)
def test_what_cannot_be_compared_is_refused(root: Path, arguments: tuple[str, ...], exit_code: int) -> None:
    """An unknown revision is a finding, too many are a slip of usage; nothing is printed as data."""
    done = gongshi(root, "diff", *arguments)
    assert (done.exit_code, done.stdout) == (exit_code, "")


def test_text_of_the_site_is_never_markdown() -> None:
    """Whatever a value says, it calls nobody, links nowhere and ends no code span."""
    evil = "@everyone ``x`` <b> [a](https://shili.example) #1 | www.shili.example"
    change = Change(Deed.CHANGED, Subject.LINE, "x/index.html", evil, evil, 1, evil, (), (Became("职务", evil, evil),))
    side = Side("main", date(2021, 3, 17))
    text = telling.as_markdown((change,), side, side, "zh")
    outside = [part for index, part in enumerate(text.split("```")) if index % 2 == 0]
    assert [mark for mark in ("@", "<b>", "](", "#1", "www") if any(mark in part for part in outside)] == []


def test_comment_keeps_to_its_room() -> None:
    """What does not fit a comment is counted, and the text stays below what the hosts take."""
    changes = tuple(
        Change(Deed.ADDED, Subject.LINE, f"{page}/index.html", f"公示{page}", "", 1, "", (("姓名", "示" * 900),))
        for page in range(40)
    )
    side = Side("main", date(2021, 3, 17))
    text = telling.as_markdown(changes, side, side, "zh")
    assert (len(text.encode()) < 65_000, "……另有 19 项" in text) == (True, True)


def test_pages_that_change_with_others_are_cut_short() -> None:
    """Of pages that change only because another one does, ten are named, and the others counted."""
    changes = tuple(Change(Deed.CHANGED, Subject.PAGE, f"{page}/index.html", f"网页{page}") for page in range(13))
    side = Side("main", date(2021, 3, 17))
    assert telling.as_text(changes, "zh").splitlines()[-2:] == ["  ～ 网页9　/9/", "  ……另有 3 项"]
    assert telling.as_markdown(changes, side, side, "en").splitlines()[-2:] == ["- ～ 网页9　`/9/`", "- … 3 more"]


def test_english_words_for_what_happens() -> None:
    """Our words follow the language, those of the site stay."""
    changes = (
        Change(Deed.REMOVED, Subject.LINE, "roster/index.html", "在任名单", "", 7),
        Change(Deed.CHANGED, Subject.FACTS, "roster/index.html", "在任名单", values=(Became("状态", None, None),),
               rewritten=(Rewritten("正文", 1, 2),)),
    )  # fmt: skip
    assert telling.as_text(changes, "en").splitlines()[2:] == [
        "  － line 7　(no name shown)",
        "  ～ 正文：1 lines added, 2 removed",
        "  ～ no longer shown: 状态",
    ]


def test_old_fault_elsewhere_does_not_stop_a_change(root: Path) -> None:
    """What was wrong before, in files left alone, is only counted; in a changed file it is told."""
    samples.write(root, TODAY, BROKEN)
    commit(root, "broken")
    samples.write(root, TODAY, PROMOTED, BROKEN)
    done = gongshi(root, "check", "--changed")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "只看有改动的 1 个文件" in done.stderr
    assert "另有 1 个原有的问题没有列出" in done.stderr
    samples.write(root, TODAY, BROKEN, ("b-001", "职务: 企业服务部部长", "职务: 企业服务部副部长"))
    assert codes(gongshi(root, "check", "--changed", "--format", "json")) == ["S203"]


def test_faults_that_a_change_makes_elsewhere_are_told(root: Path) -> None:
    """A stricter form makes faults in files that nobody touched, and a copied number concerns two files."""
    samples.write(root, TODAY, ("form", "required: [类别,", "required: [邮箱, 类别,"))
    stricter = json.loads(gongshi(root, "check", "--changed", "--format", "json").stdout)["findings"]
    assert [each["path"] for each in stricter if each["severity"] == "error"] == [samples.SHORT["b-001"]]
    samples.write(root, TODAY, **{OF_B: samples.B_001.replace("欧阳例", "司马例")})
    (twice,) = json.loads(gongshi(root, "check", "--changed", "--format", "json").stdout)["findings"]
    assert (twice["code"], twice["path"]) == ("R420", OF_B)


def test_change_is_counted_from_any_revision(root: Path) -> None:
    """--changed takes a revision, and says so where there is none of that name or nothing changed since."""
    samples.write(root, TODAY, BROKEN)
    commit(root, "broken")
    assert gongshi(root, "check", "--changed", "HEAD~1").exit_code == 1
    same = gongshi(root, "check", "--changed", "HEAD")
    assert (same.exit_code, "content 里没有改动" in same.stderr) == (0, True)
    unknown = gongshi(root, "check", "--changed", "nobody")
    assert (unknown.exit_code, "[X973]" in unknown.stderr) == (1, True)


def test_staged_content_is_judged_and_not_the_folder(root: Path) -> None:
    """What was staged counts, also where the folder was mended or spoilt since; a revision has no place there."""
    samples.write(root, TODAY, BROKEN)
    git(root, "add", "content")
    samples.write(root, TODAY)
    assert codes(gongshi(root, "check", "--staged", "--format", "json")) == ["S203"]
    git(root, "add", "content")
    samples.write(root, TODAY, BROKEN)
    assert gongshi(root, "check", "--staged").exit_code == 0
    assert gongshi(root, "check", "--staged", "--changed", "main").exit_code == 2


def test_gitlab_takes_the_report(root: Path) -> None:
    """A code quality report: an array, each finding once, with its line and a fingerprint of its own."""
    samples.write(root, TODAY, BROKEN, ("a-001", "手机号: 13800000001", "手机号: 139"))
    rows = json.loads(gongshi(root, "check", "--format", "gitlab").stdout)
    assert [(each["check_name"], each["severity"], each["location"]) for each in rows] == [
        ("S203", "major", {"path": samples.SHORT["a-001"], "lines": {"begin": 5}}),
        ("S203", "major", {"path": samples.SHORT["b-001"], "lines": {"begin": 5}}),
    ]
    assert len({each["fingerprint"] for each in rows}) == 2


def try_commit(root: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(REPO), "LANG": "zh_CN.UTF-8"}
    surroundings.pop("LC_ALL", None)
    command = ("git", "-C", str(root), "commit", "--quiet", "--message", "change")
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=surroundings)


def test_hook_stops_a_commit_with_errors(root: Path) -> None:
    """Installed, it checks what is staged before each commit, and lets a mended one pass."""
    done = gongshi(root, "hook", "install")
    assert (done.exit_code, "已装上提交之前的检查" in done.stderr) == (0, True)
    samples.write(root, TODAY, BROKEN)
    git(root, "add", "content")
    refused = try_commit(root)
    assert (refused.returncode, "错误[S203]" in refused.stdout + refused.stderr) == (1, True)
    samples.write(root, TODAY, PROMOTED)
    git(root, "add", "content")
    taken = try_commit(root)
    assert (taken.returncode, git(root, "log", "-1", "--format=%s")) == (0, "change")


def test_hook_knows_where_the_content_is(tmp_path: Path) -> None:
    """In a repository that holds more than the content, the hook checks the folder for which it was installed."""
    samples.write(tmp_path / "repository/办公室 一", TODAY)
    start(tmp_path / "repository")
    root = tmp_path / "repository/办公室 一"
    assert gongshi(root, "hook", "install").exit_code == 0
    samples.write(root, TODAY, BROKEN)
    git(root, "add", "content")
    refused = try_commit(root)
    assert (refused.returncode, "错误[S203]" in refused.stdout + refused.stderr) == (1, True)


def test_hook_of_another_tool_is_left_alone(root: Path) -> None:
    """Ours is written anew as often as one likes; another one stays as it is, and the finding says what to add."""
    hook = root / ".git/hooks/pre-commit"
    assert [gongshi(root, "hook", "install").exit_code for _ in range(2)] == [0, 0]
    hook.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    refused = gongshi(root, "hook", "install")
    assert (refused.exit_code, "[X979]" in refused.stderr) == (1, True)
    assert hook.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"


@pytest.mark.skipif(sys.platform == "win32", reason="sh stands elsewhere on Windows")
def test_hook_says_when_the_tool_is_gone(root: Path) -> None:
    """Where neither the Python that installed it nor a gongshi is found, nothing is committed unchecked."""
    gongshi(root, "hook", "install")
    hook = root / ".git/hooks/pre-commit"
    said = hook.read_text(encoding="utf-8")
    hook.write_text(said.replace(Path(sys.executable).as_posix(), "/no/python"), encoding="utf-8")
    done = subprocess.run(("/bin/sh", str(hook)), check=False, capture_output=True, encoding="utf-8", env={"PATH": ""})
    assert (done.returncode, "gongshi hook install" in done.stderr) == (1, True)
