"""How a command behaves on a terminal, in a pipe, and when it is cut short."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from pipeline.cli import cli, completing, grid, progress
from pipeline.cli.talk import Talk, colours
from pipeline.folding import columns, folded
from tests import samples

ROOT = Path(__file__).parents[2]
CHINESE = "“手机号”应为 11 位手机号码，请写成 11 位数字，例如：手机号: 13800000000"
# A build that is interrupted by a real signal after its fifth file.
CUT_SHORT = """
import signal, sys
from pipeline import cli, publish
swap = publish.swap
def cut(outputs, output, **more):
    def slowly():
        for number, each in enumerate(outputs):
            if number == 5:
                signal.raise_signal(signal.SIGINT)
            yield each
    return swap(slowly(), output, **more)
publish.swap = cut
sys.argv[1:] = ["build", "--as-of", "2021-03-18"]
cli.main()
"""


def run(*command: str, cwd: Path, stdout: int = subprocess.PIPE) -> "subprocess.CompletedProcess[str]":
    known = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**known, "PYTHONPATH": str(ROOT)},
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path, ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:"))


def test_an_interrupted_build_leaves_the_last_site(root: Path) -> None:
    """Ctrl+C ends with 130 and a sentence; the site is what it was, and the next build goes through."""
    assert run("-m", "pipeline", "build", cwd=root).returncode == 0
    site = root / "output" / "site"
    before = {each: each.read_bytes() for each in site.rglob("*") if each.is_file()}
    cut = run("-c", CUT_SHORT, cwd=root)
    assert (cut.returncode, cut.stderr.splitlines()[-1][:3]) == (130, "已中断")
    assert "Traceback" not in cut.stderr
    assert {each: each.read_bytes() for each in site.rglob("*") if each.is_file()} == before
    assert run("-m", "pipeline", "build", cwd=root).returncode == 0


def test_nobody_reads_any_more(root: Path) -> None:
    """Whose reader has gone (`| head`) ends in silence, with the code that a shell expects."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = run("-m", "pipeline", "check", "--format", "json", cwd=root, stdout=writing)
    os.close(writing)
    assert ended.returncode == 141
    assert "rror" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "用法：gongshi [选项] 命令"),
        (["--lang", "en"], 2, "Usage: gongshi [OPTIONS] COMMAND"),
        (["--lang=en", "check", "--help"], 0, "List all findings"),
        (["check", "--help"], 0, "列出所有问题"),
        (["completion"], 2, "gongshi completion"),
        (["build", "--nonsense", "--lang"], 2, "没有选项 “--nonsense”"),
    ],
)
def test_the_language_is_known_before_the_command_is(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    """Help and slips are in the language that is asked for, wherever the command line breaks off."""
    done = run("-m", "pipeline", *arguments, cwd=tmp_path)
    assert (done.returncode, said in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_bash_is_answered(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the script asks: by variables, and without a word of ours around it."""
    for name, said in {
        completing.VARIABLE: "bash_complete",
        "COMP_WORDS": "gongshi record 收",
        "COMP_CWORD": "2",
    }.items():
        monkeypatch.setenv(name, said)
    done = run("-m", "pipeline", cwd=root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "plain,收到\n", "")


@pytest.mark.parametrize(
    ("surroundings", "wished"),
    [
        ({}, None),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, None),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_a_wish(surroundings: dict[str, str], wished: bool | None) -> None:
    """NO_COLOR and a terminal without colours are respected; a log may ask for colours."""
    assert colours(surroundings) is wished


@pytest.mark.parametrize("width", [20, 30, 60, 80])
def test_a_folded_line_fits(width: int) -> None:
    """No line is wider than the terminal, none begins with a closing mark, and nothing is lost."""
    lines = folded(CHINESE, width, "    ").split("\n")
    assert [each for each in lines if columns(each) > width + 2] == []
    assert [each for each in lines if each.strip()[:1] in "，。：”"] == []
    assert "".join(lines).replace(" ", "") == CHINESE.replace(" ", "")


def test_a_path_is_never_parted() -> None:
    """What is to be copied stays whole, however narrow the terminal, and colours take no room."""
    path = "content/programmes/longdu-2020/submissions/shili-daxue/a-001.yml:5:6:"
    assert path in folded(f"{path} \x1b[31m错误[S203]\x1b[0m 应为手机号码", 30, "    ")
    assert columns("\x1b[31m错误\x1b[0m") == 4
    assert folded(CHINESE, None, "    ") == CHINESE


def test_a_table_fits_the_terminal() -> None:
    """A Chinese character counts as two; without a terminal nothing is folded, and nothing is cut."""
    rows = [("a-001", "某某科学技术协会" * 3, "待补正"), ("a-002", "短", "公示中")]
    narrow = grid.table(("编号", "推荐单位", "状态"), rows, grid.Screen(40))
    assert max(map(columns, narrow.splitlines())) <= 40
    assert all(short in narrow for short in ("a-001", "待补正", "公示中"))
    plain = grid.table(("编号", "推荐单位", "状态"), rows, grid.PLAIN)
    assert "某某科学技术协会" * 3 in plain
    assert "\x1b" not in plain


def test_a_word_of_a_table_has_its_colour() -> None:
    """Only where colours are wished for."""
    made = grid.table(("状态",), [("有误",)], grid.Screen(40, {"有误": "red"}))
    assert "\x1b[31m有误" in made


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_is_soon_done_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar stands after a second, and goes away; it has no escape codes."""
    screen = _Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    moments = iter([0.0, 0.5, 1.5, 1.55, 2.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(moments))
    with progress.progress(Talk(None, "zh", quiet=False, verbose=False), "building") as step:
        for done in range(1, 5):
            step(done, 4)
    lines = screen.getvalue().split("\r")
    assert [each.rstrip() for each in lines] == [
        "",
        "正在生成 [############------------] 2/4",
        "正在生成 [########################] 4/4",
        "",
        "",
    ]
    assert {columns(each) for each in lines[1:4]} == {columns(lines[1])}


@pytest.mark.parametrize("quiet", [False, True])
def test_there_is_no_progress_without_a_terminal(quiet: bool, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither in a log, nor where quiet is wished for."""
    with progress.progress(Talk(None, "zh", quiet=quiet, verbose=False), "building") as step:
        step(1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_has_its_script(shell: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The script names our command and the variable by which it asks."""
    assert completing.complete(cli, f"{shell}_source") == 0
    script = capsysbinary.readouterr().out.decode()
    assert "gongshi" in script
    assert completing.VARIABLE in script


@pytest.mark.parametrize(
    ("typed", "incomplete", "offered"),
    [
        (["record"], "收", {"收到"}),
        (["record", "拟认定"], "b-", {"b-001"}),
        (["status", "--programme"], "", {"shili"}),
        (["check", "--explain"], "s20", {"S201", "S203"}),
        (["new", "submission", "--association"], "x", {"xian"}),
        (["completion"], "", {"bash", "zsh", "fish", "powershell"}),
        (["export"], "c", {"certificates"}),
    ],
)
def test_what_is_offered_to_complete(
    root: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], incomplete: str, offered: set[str]
) -> None:
    """Events, ids, programmes, codes, associations: what the command could take at this place."""
    monkeypatch.chdir(root)
    told = ShellComplete(cli, {}, completing.NAME, completing.VARIABLE).get_completions(typed, incomplete)
    assert offered <= {each.value for each in told}
    assert [each.value for each in told if not each.value.lower().startswith(incomplete)] == []
