"""The commands as a person or a script meets them: exit codes, formats, languages, and no traceback ever."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from tests import samples

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]
BROKEN = ("b-001", "手机号: 13800000002", "手机号: 1380000000")
LATE = ("b-001", "2020-12-08, 事项: 收到", "2020-12-09, 事项: 收到")


def gongshi(*arguments: str, cwd: Path, encoding: str = "utf-8", **environment: str) -> Done:
    """Run the command in a process of its own, in Chinese unless said otherwise."""
    known = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        cwd=cwd,
        env={**known, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding=encoding,
        check=False,
        timeout=60,
    )


def run(*arguments: str, cwd: Path, **environment: str) -> Result:
    """Run the command in this process, for what is the same in any; in Chinese unless said otherwise."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            patch.delenv(name, raising=False)
        return CliRunner(env=environment).invoke(cli, arguments)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path, ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:"))


def spoil(root: Path, *edits: tuple[str, str, str]) -> Path:
    return samples.write(root, ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:"), *edits)


def test_clean_content_exits_0_and_says_so(root: Path) -> None:
    """Nothing on stdout; on stderr that there is nothing, and what comes next."""
    done = gongshi("check", cwd=root)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (0, "", "没有发现问题")
    assert "gongshi build" in done.stderr


def test_a_warning_exits_0_and_1_under_strict(root: Path) -> None:
    """A warning is shown either way and fails under --strict only."""
    spoil(root, LATE)
    assert [run("check", *more, cwd=root).exit_code for more in ([], ["--strict"])] == [0, 1]


def test_an_error_names_file_line_and_what_to_write(root: Path) -> None:
    """The finding's two lines are data on stdout; what to do next is talk on stderr."""
    spoil(root, BROKEN)
    done = run("check", cwd=root)
    assert done.exit_code == 1
    assert done.stdout == (
        "content/programmes/shili/submissions/xian/b-001.yml:5:6: 错误[S203] “手机号”应为 11 位手机号码\n"
        "    请写成 11 位数字，例如：手机号: 13800000000\n"
    )
    assert "gongshi check --explain" in done.stderr


def test_the_value_is_never_printed(root: Path) -> None:
    """A wrong value stays in its file, whatever the format."""
    spoil(root, BROKEN)
    for form in ("text", "json", "github", "gitlab", "sarif"):
        done = run("-v", "check", "--format", form, cwd=root)
        assert "1380000000\n" not in done.stdout.replace("13800000000", "")
        assert '"1380000000"' not in done.stdout


def test_json_has_every_part(root: Path) -> None:
    """Machines get path, line, column, code, severity, message and hint."""
    spoil(root, BROKEN)
    (found,) = json.loads(run("check", "--format", "json", cwd=root).stdout)["findings"]
    assert (found["path"], found["line"], found["column"]) == (samples.SHORT["b-001"], 5, 6)
    assert (found["code"], found["severity"]) == ("S203", "error")
    assert found["message"]
    assert found["hint"]


def test_github_annotations_stand_at_their_line(root: Path) -> None:
    """One workflow command a finding, with line breaks escaped."""
    spoil(root, BROKEN)
    (line,) = run("check", "--format", "github", cwd=root).stdout.splitlines()
    assert line.startswith(f"::error file={samples.SHORT['b-001']},line=5,col=6,title=S203::")
    assert "%0A" in line


def test_sarif_has_its_shape(root: Path) -> None:
    """SARIF 2.1.0: every result points at a rule of the driver and at a place."""
    spoil(root, BROKEN, LATE)
    log = json.loads(run("check", "--format", "sarif", cwd=root).stdout)
    (told,) = log["runs"]
    rules = [rule["id"] for rule in told["tool"]["driver"]["rules"]]
    assert log["version"] == "2.1.0"
    assert [rules[each["ruleIndex"]] for each in told["results"]] == [each["ruleId"] for each in told["results"]]
    assert {each["level"] for each in told["results"]} == {"error", "warning"}
    assert all(each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in told["results"])


def test_paths_narrow_what_is_shown(root: Path) -> None:
    """Only findings of the named files or folders are shown and counted."""
    spoil(root, BROKEN)
    daxue = "content/programmes/shili/submissions/daxue"
    assert run("check", daxue, cwd=root).exit_code == 0
    assert run("check", samples.SHORT["b-001"], cwd=root).exit_code == 1
    assert run("check", ".", cwd=root).exit_code == 1
    assert run("check", "submissions/xian", cwd=root / "content/programmes/shili").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "nowhere.yml"], 2),
        (["check", "--as-of", "2020-02-30"], 2),
        (["check", "--nonsense"], 2),
        (["nonsense"], 2),
        (["check", "--explain", "S999"], 2),
        (["check", "--explain", "s203"], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["build", "--help"], 0),
    ],
)
def test_usage_has_its_exit_codes(root: Path, arguments: list[str], code: int) -> None:
    """What cannot be understood exits 2 with a sentence; help and explanations exit 0."""
    done = run(*arguments, cwd=root)
    assert done.exit_code == code, done.stderr
    assert (done.stderr if code else done.stdout).strip()
    assert "Traceback" not in done.stderr


def test_without_content_it_says_where_to_run(tmp_path: Path) -> None:
    """A folder without content/ is a usage fault with a way out."""
    done = run("build", cwd=tmp_path)
    assert done.exit_code == 2
    assert "--root" in done.stderr


def test_english_under_an_english_locale_or_when_asked(root: Path) -> None:
    """The language follows --lang, then the locale, then is Chinese."""
    said = [
        run("check", cwd=root, LANG="en_US.UTF-8").stderr,
        run("--lang", "en", "check", cwd=root).stderr,
        run("--lang", "zh", "check", cwd=root, LC_ALL="en_GB.UTF-8").stderr,
        run("check", cwd=root, LANG="C.UTF-8").stderr,
    ]
    firsts = [each.splitlines()[0] for each in said]
    assert firsts == ["no findings", "no findings", "没有发现问题", "没有发现问题"]


def test_a_console_of_another_encoding_does_not_crash(root: Path) -> None:
    """A GBK or ASCII console gets what it can show, in its own encoding."""
    spoil(root, BROKEN)
    for encoding, shown in (("gbk", "错误[S203] “手机号”应为 11 位手机号码"), ("ascii", "??[S203]")):
        read_as = {"ascii": "latin-1"}.get(encoding, encoding)
        done = gongshi("check", cwd=root, encoding=read_as, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (done.returncode, shown in done.stdout) == (1, True)


def test_build_writes_the_site_and_says_where(root: Path) -> None:
    """The site stands below --output, and running again changes nothing."""
    done = run("build", "--output", "preview", cwd=root)
    assert done.exit_code == 0, done.stderr
    assert (root / "preview" / "site" / "shili" / "index.html").is_file()
    assert done.stdout == ""
    assert "preview/site" in done.stderr
    assert "写入 0 个文件" in run("build", "--output", "preview", cwd=root).stderr


def test_a_failed_build_leaves_the_last_good_site(root: Path) -> None:
    """An error exits 1, names the finding, and not a byte of the site changes."""
    run("build", cwd=root)
    before = {each: each.read_bytes() for each in (root / "output" / "site").rglob("*") if each.is_file()}
    spoil(root, BROKEN)
    done = gongshi("build", cwd=root)
    assert done.returncode == 1
    assert "错误[S203]" in done.stderr
    assert {each: each.read_bytes() for each in (root / "output" / "site").rglob("*") if each.is_file()} == before


def test_strict_stops_a_build_with_a_warning(root: Path) -> None:
    """--strict publishes nothing where a warning is left."""
    spoil(root, LATE)
    assert run("build", "--strict", cwd=root).exit_code == 1
    assert not (root / "output" / "site").exists()


def test_as_of_builds_the_site_of_another_day(root: Path) -> None:
    """Before publicity the site has no round; on its day it has."""
    round_page = root / "output" / "site" / "shili" / "publicity" / "2020-12-14" / "index.html"
    assert run("build", "--as-of", "2020-12-13", cwd=root).exit_code == 0
    assert not round_page.exists()
    assert run("build", "--as-of", "2020-12-14", cwd=root).exit_code == 0
    assert round_page.exists()


def test_a_fault_of_ours_is_a_sentence_and_exit_3(root: Path) -> None:
    """An exception of ours names its kind and place, and never a value."""
    driver = (
        "import sys; from pipeline import build, cli\n"
        "def fail(*_): raise KeyError('13800000001')\n"
        "build.check = fail; sys.argv[1:] = ['check']; cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", driver],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 3
    assert "KeyError" in done.stderr
    assert "13800000001" not in done.stderr
    assert "Traceback" not in done.stderr
