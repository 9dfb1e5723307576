"""`ingest` and the inbox as staff meet them: what is shown, and that no value of a candidate is."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from pipeline import content
from pipeline.cli import cli, intake
from pipeline.cli.talk import Talk
from pipeline.intake.inbox import Inbox
from pipeline.intake.ingest import Order, ingest
from pipeline.paper.xlsx import PROGRAMME, VERSION, to_xlsx
from pipeline.staff.registers import register
from tests import samples, samples_expert

YML = "姓名: 王 示例\n类别: A\n手机号: 138 0000 0209\n"
PATIENCE = 20.0
TABLE = """\
栏目      把握      出处     说明
类别      确定      第 2 行
姓名      确定      第 1 行  姓名去掉了空格，或者改正了间隔号
所在单位  没有读到           必填
职务      没有读到           必填
手机号    确定      第 3 行  号码去掉了空格和横线
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return samples.write(tmp_path / "root")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a saved form in a folder of its own."""
    (tmp_path / "inbox").mkdir()
    written = tmp_path / "inbox/a.yml"
    written.write_text(YML, encoding="utf-8")
    return written


def gongshi(root: Path, *arguments: str | Path, lang: str = "zh") -> Result:
    return CliRunner().invoke(cli, ["--root", str(root), "--lang", lang, *map(str, arguments)])


def drafts(root: Path) -> list[Path]:
    return sorted((root / samples.PROGRAMMES / "drafts").glob("*.yml"))


def test_table_shows_where_everything_came_from(root: Path, file: Path) -> None:
    """The table on stdout, the sum and the next step on stderr."""
    done = gongshi(root, "ingest", file)
    (draft,) = drafts(root)
    head = f"\n{file.as_posix()}（网页上保存的文件，shili）\n→ {draft.relative_to(root).as_posix()}\n"
    assert (done.exit_code, done.stdout) == (0, head + TABLE)
    assert done.stderr.startswith("共 1 个文件：新草稿 1 份，已收过 0 份，没有读成 0 个\n下一步：")


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_value_is_printed(root: Path, file: Path, form: str) -> None:
    """What a candidate wrote stands in the draft only."""
    done = gongshi(root, "ingest", file, file.parent, "--format", form)
    assert [each for each in ("王", "138", "0209") if each in done.stdout.replace(str(root), "") + done.stderr] == []
    assert "13800000209" in drafts(root)[0].read_text(encoding="utf-8")


def test_json_has_files_and_findings(root: Path, file: Path) -> None:
    """A program gets the same: files with drafts and rows, findings with codes."""
    (file.parent / "b.rar").write_bytes(b"Rar!")
    done = gongshi(root, "ingest", file.parent, "--format", "json")
    said = json.loads(done.stdout)
    assert (done.exit_code, [each["code"] for each in said["findings"]]) == (1, ["X940"])
    row = said["files"][0]["drafts"][0]["fields"][0]
    assert row == {"field": "类别", "certainty": "确定", "where": "第 2 行", "remark": ""}


def test_rehearsal_says_so(root: Path, file: Path) -> None:
    """A dry run writes nothing."""
    done = gongshi(root, "ingest", file, "--dry-run")
    assert (done.exit_code, drafts(root), "没有写入" in done.stderr) == (0, [], True)


def test_unknown_programme_is_a_usage_error(root: Path, file: Path) -> None:
    """--programme names one that is there."""
    done = gongshi(root, "ingest", file, "--programme", "none", lang="en")
    assert (done.exit_code, "There are: shili" in done.stderr) == (2, True)


def test_english_has_english_heads(root: Path, file: Path) -> None:
    """The table speaks the run's language where it is ours."""
    assert "field" in gongshi(root, "ingest", file, lang="en").stdout


def test_empty_folder_is_said(root: Path, tmp_path: Path) -> None:
    """Nothing to read is no error."""
    (tmp_path / "empty").mkdir()
    done = gongshi(root, "ingest", tmp_path / "empty")
    assert (done.exit_code, done.stderr) == (0, "没有可以读取的文件\n")


def test_file_is_complete_once_it_stands_still(tmp_path: Path) -> None:
    """An inbox hands a file out when it has not changed between two looks, and again when it changes later."""
    inbox, file = Inbox(tmp_path), tmp_path / "a.yml"
    looks = [inbox.complete()]
    for text in ("", "a", "ab", None, None, "abc", None):
        if text is not None:
            file.write_text(text, encoding="utf-8")
        looks.append(inbox.complete())
    assert looks == [(), (), (), (), (file,), (), (), (file,)]


@pytest.fixture
def attended(root: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[], bool]], bool]]:
    """Attend the inbox with short looks, and give a way to wait for something."""
    monkeypatch.setattr(intake, "_LOOK", 0.02)
    ticking = threading.Event()

    def wait(happened: Callable[[], bool]) -> bool:
        return any(happened() or ticking.wait(0.02) for _ in range(int(PATIENCE / 0.02)))

    with intake.attending(Talk(root, "zh", quiet=True, verbose=False), root, file.parent):
        yield wait


def test_what_is_dropped_into_the_inbox_becomes_a_draft(
    root: Path, file: Path, attended: Callable[[Callable[[], bool]], bool]
) -> None:
    """What lies there and what comes later is read, a bad file ends nothing, and no file is moved or deleted."""
    assert attended(lambda: len(drafts(root)) == 1)
    (file.parent / "bad.docx").write_bytes(b"junk")
    later = file.with_name("b.yml")
    later.write_text("姓名: 李示例\n", encoding="utf-8")
    assert attended(lambda: len(drafts(root)) == 2)
    assert sorted(each.name for each in file.parent.iterdir()) == ["a.yml", "b.yml", "bad.docx"]


def test_register_comes_back_as_it_went_out(root: Path, tmp_path: Path) -> None:
    """A register as we write it gives back every field of every candidate, also after another program saved it."""
    samples.write(root, **samples_expert.FILES)
    site, _ = content.load(root)
    for programme in site.programmes:
        table = register(programme, programme.submissions, date(2021, 6, 1))
        known = {PROGRAMME: programme.slug, VERSION: programme.form.version}
        file = tmp_path / f"{programme.slug}.xlsx"
        file.write_bytes(to_xlsx(table.title, table.headings, table.rows, known))
        resaved = tmp_path / f"{programme.slug}-2.xlsx"
        openpyxl.load_workbook(file).save(resaved)
        for received in ingest(root, site, (file, resaved), Order(date(2021, 6, 1), programme.slug)):
            assert len(received.drafts) == len(programme.submissions)
            for drafted, each in zip(received.drafts, programme.submissions, strict=True):
                assert _values(root, drafted.path, programme.slug) == (dict(each.values), each.association)


def _values(root: Path, path: str, slug: str) -> tuple[dict[str, object], str | None]:
    """Return the values of a draft as a submission's, after staff moved it."""
    moved = root / f"content/programmes/{slug}/submissions/moved.yml"
    text = (root / path).read_text(encoding="utf-8")
    moved.write_text(text, encoding="utf-8", newline="\n")
    site, _ = content.load(root)
    moved.unlink()
    programme = next(each for each in site.programmes if each.slug == slug)
    submission = next(each for each in programme.submissions if each.id == "moved")
    return dict(submission.values), submission.association
