"""`export` as staff meet it: what is written, printed, said, and refused."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from pipeline.cli import cli
from tests import samples, samples_expert

TODAY = ("site", "联系:", "演示: true\n今日: 2021-03-17\n联系:")
PRIVATE = ("13800000001", "13800000002", "wang@example.com", "李示例")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path, TODAY)


def gongshi(root: Path, *arguments: str, lang: str = "zh") -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, "export", *arguments])


def written(root: Path) -> list[str]:
    staff = root / "output" / "staff"
    return sorted(each.relative_to(staff).as_posix() for each in staff.rglob("*") if each.is_file())


def test_register_is_written_and_named(root: Path) -> None:
    """The path stands on stdout, what to do next on stderr, and no private value on either."""
    done = gongshi(root, "register")
    assert (done.exit_code, written(root)) == (0, ["shili/汇总表.xlsx"])
    assert done.stdout.splitlines() == [str(root / "output/staff/shili/汇总表.xlsx")]
    assert "已导出 1 份文件" in done.stderr
    assert "下一步：" in done.stderr
    assert not [each for each in PRIVATE if each in done.output]


def test_register_speaks_english(root: Path) -> None:
    """With --lang en the talk is English; the register stays Chinese."""
    done = gongshi(root, "register", "--format", "csv", lang="en")
    assert (done.exit_code, written(root)) == (0, ["shili/汇总表.csv"])
    assert "1 files were exported" in done.stderr


def test_blank_register_can_be_made(root: Path) -> None:
    """--blank makes a register that nobody stands in."""
    done = gongshi(root, "register", "--blank")
    assert (done.exit_code, written(root)) == (0, ["shili/汇总表（空白）.xlsx"])


def test_output_can_be_elsewhere(root: Path, tmp_path: Path) -> None:
    """--output names another folder; staff/ stands below it all the same."""
    done = gongshi(root, "register", "--output", str(tmp_path / "else"))
    assert done.exit_code == 0
    assert (tmp_path / "else/staff/shili/汇总表.xlsx").is_file()


def test_error_of_one_leaves_the_others(tmp_path: Path) -> None:
    """Who has an error is left out and told, exit code 1; the register of the others is there."""
    root = samples.write(tmp_path, TODAY, ("b-001", "13800000002", "1380000000X"))
    done = gongshi(root, "register")
    page = openpyxl.load_workbook(root / "output/staff/shili/汇总表.xlsx").worksheets[0]
    assert (done.exit_code, page.max_row) == (1, 3)
    assert "X930" in done.stderr
    assert "1380000000X" not in done.output


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (("site", "联系: 示例", "不明: 1\n联系: 示例"), "X931"),
        (("programme", "截止: 2020-12-08", "截止: 明天"), "gongshi check --explain"),
    ],
)
def test_wrong_settings_stop_everything(tmp_path: Path, edit: tuple[str, str, str], code: str) -> None:
    """Nothing is written under settings that have errors, be the programme readable or not."""
    root = samples.write(tmp_path, TODAY, edit)
    for arguments in (("register",), ("register", "--programme", "shili")):
        done = gongshi(root, *arguments)
        assert (done.exit_code, done.stdout, (root / "output").exists()) == (1, "", False)
        assert code in done.stderr


def test_programme_must_be_named_where_several_are_meant(tmp_path: Path) -> None:
    """Of two programmes one is to be named; a name that is none is refused with those that are."""
    root = samples.write(tmp_path, TODAY, **samples_expert.FILES)
    several, none = gongshi(root, "register"), gongshi(root, "register", "--programme", "meiyou")
    assert (several.exit_code, none.exit_code) == (2, 2)
    assert "请用 --programme 写明是哪个项目：shili、zhuanjia" in several.stderr
    assert "现有项目：shili、zhuanjia" in none.stderr
    assert gongshi(root, "register", "--programme", "zhuanjia").exit_code == 0


def test_forms_of_some_or_of_all(root: Path) -> None:
    """With ids a form for each of them, without one for everybody; names are in the paths only."""
    one = gongshi(root, "forms", "--format", "docx", "b-001")
    assert (one.exit_code, written(root)) == (0, ["shili/推荐表/b-001-欧阳例.docx"])
    every = gongshi(root, "forms", "--format", "docx")
    assert (every.exit_code, len(written(root))) == (0, 2)
    assert not [each for each in PRIVATE if each in one.output + every.output]


def test_nobody_of_that_id_is_refused(root: Path) -> None:
    """An id that nobody has is a usage error, and nothing is written."""
    done = gongshi(root, "forms", "c-009")
    assert (done.exit_code, (root / "output").exists()) == (2, False)
    assert "c-009" in done.stderr


def test_photo_that_is_missing_is_a_warning(tmp_path: Path) -> None:
    """The form is exported with an open cell, and the warning names the field."""
    root = samples.write(tmp_path, TODAY, **samples_expert.FILES)
    done = gongshi(root, "forms", "e-001")
    assert done.exit_code == 0
    assert "X936" in done.stderr


def test_certificates_are_written_one_by_one_or_together(root: Path) -> None:
    """A file for each who is in office, or one for all."""
    each, one = gongshi(root, "certificates"), gongshi(root, "certificates", "--together")
    assert (each.exit_code, one.exit_code) == (0, 0)
    assert written(root) == ["shili/证书/a-001-王示例.pdf", "shili/证书汇编.pdf"]


def test_certificate_needs_the_address_of_the_site(tmp_path: Path) -> None:
    """Without 网址 no code can be printed, and so no certificate."""
    root = samples.write(tmp_path, TODAY, ("site", "网址: https://gongshi.example/\n", ""))
    done = gongshi(root, "certificates")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "X935" in done.stderr


def test_certificate_of_who_has_none_is_refused(root: Path) -> None:
    """Who was not certified is told by the standing; the certificate of the other is written."""
    done = gongshi(root, "certificates", "a-001", "b-001")
    assert (done.exit_code, written(root)) == (1, ["shili/证书/a-001-王示例.pdf"])
    assert "X934" in done.stderr


def test_roster_is_written_whole_or_in_parts(root: Path) -> None:
    """The roster says what the public page says, with no private value in it."""
    done = gongshi(root, "roster")
    assert (done.exit_code, written(root)) == (0, ["shili/认定名单.pdf"])
    assert not [each for each in PRIVATE if each in done.output]


def test_round_is_written_like_the_roster(root: Path) -> None:
    """A round by its day, and a day without a round is refused with those that there are."""
    done = gongshi(root, "roster", "--round", "2020-12-14")
    assert (done.exit_code, written(root)) == (0, ["shili/拟认定名单公示-2020-12-14.pdf"])
    none = gongshi(root, "roster", "--round", "2020-12-15")
    assert (none.exit_code, "2020-12-14" in none.stderr) == (2, True)


def test_roster_is_not_made_without_those_at_fault(tmp_path: Path) -> None:
    """A list that lacks somebody would be wrong: one error, and there is none."""
    root = samples.write(tmp_path, TODAY, ("b-001", "13800000002", "1380000"))
    done = gongshi(root, "roster")
    assert (done.exit_code, written(root)) == (1, [])
    assert "X930" in done.stderr
