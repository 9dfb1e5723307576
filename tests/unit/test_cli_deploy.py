"""`deploy` as staff and scheduled jobs meet it: what it shows, asks and refuses, and what it never says."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli, deploying
from pipeline.publish import last_run
from tests import samples
from tests.unit.deploy_fixture import texts
from tests.unit.publish_fixture import put

SITE = {
    "index.html": '<link rel="canonical" href="https://gongshi.example/">home',
    "a/index.html": "notice",
    "a/roster/index.html": "list",
    **{f"a/certificate/{number}/index.html": "certificate" for number in range(7)},
}
# 2100-01-01 and 2020-11-25, both at eight in China: a test writes its files after one and before the other.
LONG_AFTER, LONG_BEFORE = 4_102_444_800, 1_606_262_400
PLAN = """\
新增 10 个文件
  证书和推荐表：7
    a/certificate/0/index.html
    a/certificate/1/index.html
    a/certificate/2/index.html
    a/certificate/3/index.html
    a/certificate/4/index.html
    … 另有 2 个
  公示、认定、名单：1
    a/roster/index.html
  通知和在任名单：1
    a/index.html
  首页：1
    index.html
不变 0 个文件
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository whose site is built, on the day on which the commands run."""
    root = samples.write(tmp_path / "root")
    put(SITE, root / "output")
    built_at(root, LONG_AFTER)
    monkeypatch.setattr(deploying, "today", lambda: date(2100, 1, 1))
    return root


def built_at(root: Path, seconds: int) -> None:
    os.utime(root / "output" / ".gongshi" / "lock", (seconds, seconds))
    assert last_run(root / "output") == seconds * 10**9


def gongshi(root: Path, *arguments: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, "deploy", *arguments])


def test_plan_is_shown_and_nothing_done_without_a_yes(root: Path, tmp_path: Path) -> None:
    """The plan goes to stdout by kind; where nobody can answer it is a usage error, and --dry-run is none."""
    place = tmp_path / "public"
    done = gongshi(root, str(place))
    assert (done.exit_code, done.stdout) == (2, PLAN)
    assert done.stderr == f"正在核对 {place} …\n没有发布：这里不能回答问题，确认无误请加 --yes\n"
    done = gongshi(root, str(place), "--dry-run")
    assert (done.exit_code, done.stdout) == (0, PLAN)
    assert done.stderr.endswith("以上只是计划，没有发布；去掉 --dry-run 即可发布\n")
    assert not place.exists()


def test_deployed_says_what_was_done_and_what_is_next(root: Path, tmp_path: Path) -> None:
    """After --yes the site is there, counted, and the address to look at is named; again there is nothing to do."""
    place = tmp_path / "public"
    done = gongshi(root, str(place), "--yes")
    assert (done.exit_code, texts(place)) == (0, SITE)
    assert done.stderr == (
        f"正在核对 {place} …\n已发布到 {place}：新增 10 个，更新 0 个，删除 0 个，0 个未变\n"
        "下一步：打开 https://gongshi.example/ 看一看；网页最多缓存五分钟，前面有 CDN 的，按它的缓存时间更新\n"
    )
    done = gongshi(root, place.as_uri())
    assert (done.exit_code, done.stdout) == (0, "不变 10 个文件\n")
    assert done.stderr == f"正在核对 {place} …\n{place} 已经是最新的：10 个文件都不用动\n"


def test_terminal_is_asked(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a no leaves everything alone, and a yes deploys."""
    monkeypatch.setattr(deploying, "_can_answer", lambda: True)
    place = tmp_path / "public"
    for answer, files in (("n\n", {}), ("y\n", SITE)):
        done = CliRunner().invoke(cli, ["--root", str(root), "--lang", "zh", "deploy", str(place)], input=answer)
        assert done.exit_code == 0
        assert f"发布到 {place}？" in done.stderr
        assert texts(place) == files


def test_plan_as_json_names_every_file(root: Path, tmp_path: Path) -> None:
    """A program is given all paths in the order in which they go out."""
    done = gongshi(root, str(tmp_path / "public"), "--dry-run", "--format", "json", lang="en")
    told = json.loads(done.stdout)
    assert sorted(told) == ["changed", "destination", "new", "removed", "unchanged", "version"]
    assert (told["destination"], told["changed"], told["removed"]) == (str(tmp_path / "public"), [], [])
    assert (told["new"][-1], sorted(told["new"]), told["unchanged"]) == ("index.html", sorted(SITE), 0)


def codes(done: Result) -> list[str]:
    return [line.partition("[")[2][:4] for line in done.stderr.splitlines() if line.partition("[")[2][4:5] == "]"]


@pytest.mark.parametrize(
    "place", [".", "..", "content/public", "output/public", "output/site", "site_templates", ".git"]
)
def test_no_site_among_what_is_private(root: Path, place: str) -> None:
    """X984 for the repository, what holds it, and its folders that are for other things."""
    done = gongshi(root, str(root / place), "--yes")
    assert (done.exit_code, codes(done)) == (1, ["X984"])
    assert done.stderr.endswith("没有发布，目标没有改动\n")


def test_nothing_but_a_published_site_leaves(root: Path, tmp_path: Path) -> None:
    """X980 for staff documents or where nothing was built, X981 for a site that was touched or has a link in it."""
    place = tmp_path / "public"
    staff = root / "output" / "staff"
    (staff / "site").mkdir(parents=True)
    (staff / "site" / "index.html").write_text("private")
    for output in (staff, tmp_path / "none"):
        done = gongshi(root, str(place), "--yes", "--output", str(output))
        assert (done.exit_code, codes(done)) == (1, ["X980"])
    for spoil in (
        lambda site: (site / "index.html").write_text("by hand"),
        lambda site: (site / "staff.csv").write_text("private"),
        lambda site: (site / "a" / "staff").symlink_to(staff),
    ):
        spoil(root / "output" / "site")
        done = gongshi(root, str(place), "--yes")
        assert (done.exit_code, codes(done)) == (1, ["X981"])
        (root / "output" / "site" / "a" / "staff").unlink(missing_ok=True)
        put(SITE, root / "output")
        built_at(root, LONG_AFTER)
    assert not place.exists()


def test_demonstration_needs_a_word(root: Path, tmp_path: Path) -> None:
    """X983 unless it is asked for."""
    put({**SITE, "index.html": "<title>【演示】首页</title>"}, root / "output")
    done = gongshi(root, str(tmp_path / "public"), "--yes")
    assert (done.exit_code, codes(done)) == (1, ["X983"])
    assert gongshi(root, str(tmp_path / "public"), "--yes", "--demonstration").exit_code == 0


def test_site_that_is_not_of_now_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warnings, and no more: X987 where content was changed since the build, X998 where that was on another day."""
    assert codes(gongshi(root, str(tmp_path / "1"), "--yes")) == []
    built_at(root, LONG_AFTER - 86_400)
    done = gongshi(root, str(tmp_path / "2"), "--yes")
    assert (done.exit_code, codes(done)) == (0, ["X998"])
    built_at(root, LONG_BEFORE)
    monkeypatch.setattr(deploying, "today", lambda: date(2020, 11, 25))
    done = gongshi(root, str(tmp_path / "3"), "--yes")
    assert (done.exit_code, codes(done)) == (0, ["X987"])


def test_changed_by_hand_is_said(root: Path, tmp_path: Path) -> None:
    """X997 counts what --verify found, and it is put right."""
    place = tmp_path / "public"
    gongshi(root, str(place), "--yes")
    (place / "index.html").write_text("by hand")
    done = gongshi(root, str(place), "--yes", "--verify")
    assert (done.exit_code, codes(done), texts(place)) == (0, ["X997"], SITE)


def test_cut_short_says_how_far_it_came(root: Path, tmp_path: Path) -> None:
    """A destination that fails on the way is a finding with exit code 1, and how to go on."""
    place = tmp_path / "public"
    place.mkdir()
    (place / "a").write_text("in the way")
    done = gongshi(root, str(place), "--yes", "--adopt")
    assert (done.exit_code, codes(done)) == (1, ["X991"])
    assert done.stderr.endswith("发布没有做完：10 个文件中已处理 0 个。网站仍可正常浏览；再运行一次，会接着做完\n")


def test_what_cannot_be_meant_is_told_without_its_secrets(root: Path) -> None:
    """X986 for an address with a password, a usage error for such an endpoint; neither repeats it."""
    done = gongshi(root, "ssh://www:geheim@example.cn/srv", "--yes")
    assert (done.exit_code, codes(done)) == (1, ["X986"])
    endpoint = gongshi(root, "s3://bucket", "--endpoint", "https://key:geheim@example.cn", "--yes")
    assert (endpoint.exit_code, codes(endpoint)) == (2, [])
    assert "geheim" not in done.output + endpoint.output
