"""`record` and `status` as staff meet them: what is shown, asked, written, and refused in words."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import edits
from pipeline.cli import cli, desk
from pipeline.stages import EventKind
from tests import samples

TODAY = ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:")
TICKED = ("b-001", "推荐单位:", "审核: {1: 符合, 2: 符合}\n推荐单位:")
PROPOSED = "  - {日期: 2020-12-28, 事项: 拟认定, 公示至: 2021-01-04, 摘要: 22395f2a528ea356}\n"
PREVIEW = """\
将登记“拟认定”（2020-12-28），共 1 份：
  b-001  公示至 2021-01-04
公众将看到的变化（2020-12-28 的网站）：
通知　示例联络员推荐认定
/shili/
  ～ 阶段：已认定 → 公示中

公示（2020年12月28日）　示例联络员推荐认定
/shili/publicity/2020-12-28/
  ＋ 第 1 行　欧阳例，B类，示例科技园

新的网页和文件
  ＋ 示例联络员推荐认定拟认定名单公示（2020年12月28日）　/shili/publicity/2020-12-28/
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path, TODAY, TICKED)


def gongshi(root: Path, *arguments: str, lang: str = "zh", answer: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, *arguments], input=answer)


def text(root: Path, name: str = "b-001") -> str:
    return (root / samples.SHORT[name]).read_text(encoding="utf-8")


def test_event_is_shown_and_then_written(root: Path) -> None:
    """The preview on stdout, what was done and what comes next on stderr; the file has one line more."""
    before = text(root)
    done = gongshi(root, "record", "拟认定", "--on", "2020-12-28", "b-001", "--yes")
    assert (done.exit_code, done.stdout[: len(PREVIEW)]) == (0, PREVIEW)
    assert (
        done.stderr
        == "已登记“拟认定”（2020-12-28），共 1 份文件\n下一步：gongshi build 生成网站；git diff 可核对文件的改动\n"
    )
    assert text(root) == before + PROPOSED


def test_rehearsal_writes_nothing(root: Path) -> None:
    """--dry-run shows the same and leaves every file, and everything beside them, alone."""
    before = text(root)
    done = gongshi(root, "record", "拟认定", "--on", "2020-12-28", "--all-recommended", "--dry-run")
    assert (done.exit_code, done.stdout[: len(PREVIEW)], text(root)) == (0, PREVIEW, before)
    assert sorted(each.name for each in (root / "content").iterdir()) == ["programmes", "site.yml"]


def test_nobody_there_to_ask_is_no_yes(root: Path) -> None:
    """Without a terminal and without --yes nothing is written, and a sentence says how."""
    before = text(root)
    done = gongshi(root, "record", "拟认定", "--on", "2020-12-28", "b-001", answer="y\n")
    assert (done.exit_code, text(root)) == (2, before)
    assert "--yes" in done.stderr


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_staff_are_asked(root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool) -> None:
    """On a terminal the answer decides, and no answer is no."""
    monkeypatch.setattr(desk, "_can_answer", lambda: True)
    before = text(root)
    done = gongshi(root, "record", "拟认定", "--on", "2020-12-28", "b-001", answer=answer)
    assert (done.exit_code, text(root) != before) == (0, written)


def test_error_that_would_come_stops_it(root: Path) -> None:
    """What the rules would find is shown with its place, and nothing is written."""
    before = text(root)
    done = gongshi(root, "record", "认定", "--on", "2021-01-08", "--文号", "示例〔2021〕1号", "b-001", "-y")
    assert (done.exit_code, done.stdout, text(root)) == (1, "", before)
    assert "错误[E301]" in done.stderr


def test_all_or_none_over_many(root: Path) -> None:
    """One candidate for whom it is out of turn keeps all others from being written."""
    before = text(root)
    done = gongshi(root, "record", "拟认定", "--on", "2020-12-28", "a-001", "b-001", "-y")
    assert (done.exit_code, text(root)) == (1, before)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["record"], "请写明事项"),
        (["record", "拟认"], "没有这个事项"),
        (["record", "拟认定"], "请写明申报人的编号"),
        (["record", "拟认定", "c-009"], "c-009"),
        (["record", "拟认定", "b-001", "--programme", "meiyou"], "现有项目：shili"),
        (["record", "认定", "b-001"], "--document-number / --文号"),
        (["record", "拟认定", "b-001", "--reason", "好"], "“拟认定”没有“事由”"),
        (["record", "收到", "b-001", "--until", "2021-01-01"], "“收到”没有“任期至”"),
        (["record", "异议", "b-001", "--编号", "1", "--方式", "电话", "--涉及", "年限"], "--named"),
        (["record", "拟认定", "--on", "2020-12-01", "--all-recommended"], "没有状态为“已推荐”的申报人"),
        (["record", "拟认定", "--on", "12月1日", "b-001"], "YYYY-MM-DD"),
        (["status", "--programme", "meiyou"], "现有项目：shili"),
    ],
)
def test_what_is_not_understood_is_said(root: Path, arguments: list[str], says: str) -> None:
    """Usage is refused with exit code 2 and a sentence that says what to write."""
    done = gongshi(root, *arguments)
    assert (done.exit_code, says in done.stderr) == (2, True), done.stderr


def test_two_programmes_need_a_name(root: Path) -> None:
    """Where an id is known in two programmes, the programme is to be named; then it is taken."""
    other = {path.replace("shili", "erqi"): each for path, each in samples.FILES.items() if "shili" in path}
    samples.write(root, TODAY, TICKED, **other)
    asked = gongshi(root, "record", "退回补正", "b-001", "-y")
    named = gongshi(root, "record", "退回补正", "b-001", "-y", "--programme", "shili")
    assert (asked.exit_code, named.exit_code) == (2, 0)
    assert "shili" in asked.stderr


def test_list_is_followed_or_refused_by_line(root: Path) -> None:
    """Ids come from a spreadsheet's list; unknown ones are named by their lines and nothing is written."""
    listing = root / "名单.csv"
    listing.write_bytes("姓名,编号\r\n欧阳例,b-001\r\n某例,b-077\r\n".encode("gb18030"))
    before = text(root)
    refused = gongshi(root, "record", "退回补正", "--from-list", str(listing), "-y")
    assert (refused.exit_code, "第 3 行" in refused.stderr, text(root)) == (2, True, before)
    listing.write_bytes("姓名,编号\r\n欧阳例,b-001\r\n".encode("utf-8-sig"))
    assert gongshi(root, "record", "退回补正", "--from-list", str(listing), "-y").exit_code == 0
    assert text(root) == before + "  - {日期: 2021-03-17, 事项: 退回补正}\n"


def test_day_is_the_sites_own(root: Path) -> None:
    """Without --on it is the demonstration's day."""
    assert gongshi(root, "record", "退回补正", "b-001", "-y").exit_code == 0
    assert text(root).splitlines()[-1] == "  - {日期: 2021-03-17, 事项: 退回补正}"


def test_batch_that_was_cut_short_is_finished_first(root: Path) -> None:
    """The next record finishes the files before anything else; --resume does only that."""
    assert gongshi(root, "record", "--resume").stderr == "没有需要补齐的登记\n"
    before = text(root)
    path = samples.SHORT["b-001"]
    moved = {"path": path, "before": hashlib.sha256(before.encode()).hexdigest(), "after": before + PROPOSED}
    journal = json.dumps({"version": 1, "files": [moved]})
    (root / edits.JOURNAL).write_text(journal, encoding="utf-8")
    assert "X921" in gongshi(root, "check").stdout
    assert gongshi(root, "record", "--resume").stderr == "上一次没有写完的登记，已经补齐\n"
    assert text(root) == before + PROPOSED
    assert gongshi(root, "check").stdout == ""


def test_words_complete() -> None:
    """The shell completes the words of events."""
    command = desk.record
    found = desk.EventWord().shell_complete(None, command.params[0], "认")  # type: ignore[arg-type]
    assert [each.value for each in found] == ["认定"]
    assert len(desk.EventWord().shell_complete(None, command.params[0], "")) == len(EventKind)  # type: ignore[arg-type]


def test_every_detail_has_an_option() -> None:
    """Whatever an event can say beyond what is counted can be told on the command line."""
    names = {name for option in desk.record.params for name in (option.name, *option.opts)}
    told = [each for option in desk.OPTIONS.values() for each in option.replace(" 或 ", " / ").split(" / ")]
    off = {each for option in desk.record.params for each in getattr(option, "secondary_opts", ())}
    assert [each for each in told if each not in names | off] == []


def test_status_is_told_in_both_languages(root: Path) -> None:
    """The same facts as text, in Chinese and English, and as JSON with days as text."""
    chinese, english = (gongshi(root, "status", lang=lang).stdout for lang in ("zh", "en"))
    assert "b-001  欧阳例  B类   示例县科协    已推荐  2020-12-08" in chinese
    assert "网站下一次变化：2022-12-25（任期届满）" in chinese
    assert "the site changes next on 2022-12-25 (term over)" in english
    told = json.loads(gongshi(root, "status", "--format", "json").stdout)
    assert (told["as_of"], told["next"]) == ("2021-03-17", {"on": "2022-12-25", "reasons": ["任期届满"]})
    assert [each["stage"] for each in told["programmes"][0]["candidates"]] == ["在任", "已推荐"]


def test_status_of_a_day(root: Path) -> None:
    """--as-of shows the day's standing."""
    told = json.loads(gongshi(root, "status", "--as-of", "2020-12-15", "--format", "json").stdout)
    programme = told["programmes"][0]
    assert [each["stage"] for each in programme["candidates"]] == ["公示中", "已推荐"]
    assert [(each["until"], each["left"]) for each in programme["running"]] == [("2020-12-18", 3)]
