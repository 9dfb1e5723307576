"""Files that came back become drafts: each once, whole or not at all, and no file ends the work on the others."""

import hashlib
import io
import os
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pipeline import content, documents, edits
from pipeline.diagnostics import Diagnostic
from pipeline.intake import ingest as recipe
from pipeline.intake import limits, pool
from pipeline.intake.gathering import gather
from pipeline.intake.ingest import Order, Received
from pipeline.messages.entry import Severity
from pipeline.paper.payload import Payload, carried, encode
from tests import samples, samples_expert

DAY = date(2020, 12, 7)
YML = "姓名: 王示例\n类别: A\n手机号: '13800000201'\n"
HEADINGS = (
    "序号",
    "姓  名",
    "类 别",
    "工作单位",
    "现任职务",
    "手机号码",
    "电子邮箱",
    "单位意见：结论",
    "单位意见：日期",
    "备注",
)
ROW = (1, "赵　示例", "A类", "示例大学", "处长", 13800000301.0, "a@example.com", "同意", date(2020, 12, 1), "补报")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the small content folder."""
    return samples.write(tmp_path / "root")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Give a folder for what comes back."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def run(root: Path, *files: Path, **order: Any) -> list[Received]:
    site, _ = content.load(root)
    return list(recipe.ingest(root, site, gather(files)[0], replace(Order(DAY), **order)))


def codes(received: Received) -> list[str]:
    return [each.code for each in received.findings]


def drafts(root: Path, programme: str = samples.PROGRAMMES) -> Mapping[str, Mapping[str, Any]]:
    found = {}
    for file in sorted((root / programme / "drafts").glob("*")):
        document, _ = documents.load(file, file.name)
        assert document is not None
        found[file.name] = document.values
    return found


def workbook(*rows: tuple[Any, ...], **more: Any) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    for place, form in more.items():
        page[place].number_format = form
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def package(parts: Mapping[str, bytes], kind: str = "wordprocessingml.document.main+xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f"<Types>{kind}</Types>")
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def put(folder: Path, name: str, data: bytes | str) -> Path:
    file = folder / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def test_saved_form_becomes_a_draft(root: Path, inbox: Path) -> None:
    """The file of the form's page becomes a draft with its values, its source and empty keys for the rest."""
    file = put(inbox, "王示例.yml", YML + "爱好: 下棋\n")
    (received,) = run(root, file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    (name, values) = next(iter(drafts(root).items()))
    assert (codes(received), name) == ([], f"draft-{digest[:8]}.yml")
    assert values["来源"] == {"文件": "王示例.yml", "摘要": digest, "日期": "2020-12-07"}
    assert (values["姓名"], values["手机号"], values["职务"]) == ("王示例", "13800000201", "")
    text = (root / samples.PROGRAMMES / "drafts" / name).read_text(encoding="utf-8")
    assert f"# 原件的 SHA-256：{digest}" in text
    assert "#   第 4 行 爱好：下棋" in text


def test_report_says_where_and_how_sure_and_no_value(root: Path, inbox: Path) -> None:
    """A row has the field, the certainty, the place and what was changed; what is required and missing has one too."""
    (received,) = run(root, put(inbox, "a.yml", "姓名: 王 示例\n类别: A\n"))
    rows = [(each.field, each.certainty, each.where) for each in received.drafts[0].rows]
    assert rows[:2] == [("类别", "确定", "第 2 行"), ("姓名", "确定", "第 1 行")]
    assert ("所在单位", "没有读到", "") in rows
    assert "王" not in repr(received.drafts)


def test_what_does_not_fit_is_kept_as_a_comment(root: Path, inbox: Path) -> None:
    """A value that the form does not accept stands in a comment at its field, and the field is empty."""
    run(root, put(inbox, "a.yml", "姓名: 王示例\n手机号: 一三八\n"))
    (name,) = drafts(root)
    assert drafts(root)[name]["手机号"] == ""
    text = (root / samples.PROGRAMMES / "drafts" / name).read_text(encoding="utf-8")
    assert "# 原件写作：一三八（不合栏目要求，没有填入）\n手机号:\n" in text


def test_spreadsheet_gives_a_draft_a_row(root: Path, inbox: Path) -> None:
    """Titles above the headings, sums below them and blank rows are no candidates; dates and numbers are meant."""
    rows = (("示例汇总表",), (), HEADINGS, ROW, (), (2, "钱示例", "B类", "园区", "无", "138 0000 0302"), ("合计", 2))
    (received,) = run(root, put(inbox, "汇总.xlsx", workbook(*rows)))
    assert codes(received) == []
    first, second = drafts(root).values()
    assert (first["姓名"], first["类别"], first["手机号"]) == ("赵示例", "A", "13800000301")
    assert first["单位意见"] == {"结论": "同意", "日期": "2020-12-01"}
    assert (second["姓名"], second["职务"], second["手机号"]) == ("钱示例", "", "13800000302")
    assert first["来源"]["份"] == "1"


@pytest.mark.parametrize(
    ("shown", "text"),
    [("yyyy-mm-dd", "1990-08-05"), ('yyyy"年"m"月"', "1990-08"), ("yyyy", "1990"), ("m/d/yy", "1990-08-05")],
)
def test_date_in_a_cell_has_the_parts_that_are_shown(root: Path, inbox: Path, shown: str, text: str) -> None:
    """A cell that shows year and month says no day."""
    samples.write(root, **samples_expert.FILES)
    data = workbook(("姓名", "出生年月"), ("赵示例", date(1990, 8, 5)), B2=shown)
    run(root, put(inbox, "a.xlsx", data), programme="zhuanjia")
    (values,) = drafts(root, samples_expert.EXPERT).values()
    assert values["出生日期"] == text


def test_long_number_kept_as_a_number_is_doubtful(root: Path, inbox: Path) -> None:
    """Of eighteen digits a spreadsheet keeps fifteen."""
    samples.write(root, **samples_expert.FILES)
    data = workbook(("姓名", "身份证号码"), ("赵示例", 110105194912310020))
    (received,) = run(root, put(inbox, "a.xlsx", data), programme="zhuanjia")
    row = next(each for each in received.drafts[0].rows if each.field == "身份证号")
    assert (row.certainty, row.where) == ("存疑", "B2")


def test_lines_of_a_subtable_stand_in_one_cell(root: Path, inbox: Path) -> None:
    """An item a line, its parts with a mark between, as our own register writes them."""
    samples.write(root, **samples_expert.FILES)
    cell = "1990.09—至今｜示例大学｜教授\n1975.07—1990.08｜示例研究所"
    data = workbook(("姓名", "主要工作经历", "专业领域"), ("赵示例", cell, "材料、化工"))
    run(root, put(inbox, "a.xlsx", data), programme="zhuanjia")
    (values,) = drafts(root, samples_expert.EXPERT).values()
    assert values["工作经历"] == [
        {"起止时间": "1990.09—至今", "单位": "示例大学", "职务": "教授"},
        {"起止时间": "1975.07—1990.08", "单位": "示例研究所"},
    ]
    assert values["专业领域"] == ["材料", "化工"]


def test_headings_that_are_none_of_the_form_are_a_finding(root: Path, inbox: Path) -> None:
    """A spreadsheet without a heading of the form is no form."""
    (received,) = run(root, put(inbox, "a.xlsx", workbook(("甲", "乙"), (1, 2))))
    assert (codes(received), drafts(root)) == (["X948"], {})


def test_same_file_twice_is_one_draft(root: Path, inbox: Path) -> None:
    """A copy under another name is known by its digest, even after staff moved the draft."""
    one, two = put(inbox, "a.yml", YML), put(inbox, "b.yml", YML)
    assert [codes(each) for each in run(root, one, two)] == [[], ["X946"]]
    (draft,) = (root / samples.PROGRAMMES / "drafts").iterdir()
    moved = root / samples.PROGRAMMES / "submissions/daxue/a-009.yml"
    draft.rename(moved)
    (again,) = run(root, one)
    assert (codes(again), again.drafts[0].path) == (["X946"], moved.relative_to(root).as_posix())
    assert drafts(root) == {}


def test_draft_that_staff_are_at_work_on_is_never_touched(root: Path, inbox: Path) -> None:
    """Edited, or spoilt so that it cannot be read, it stays as it is and remains the draft of its file."""
    file = put(inbox, "a.yml", YML)
    run(root, file)
    (draft,) = (root / samples.PROGRAMMES / "drafts").iterdir()
    for more in ("# 已核\n", "坏了：: [\n"):
        edited = draft.read_text(encoding="utf-8") + more
        draft.write_text(edited, encoding="utf-8", newline="\n")
        assert [codes(each) for each in run(root, file)] == [["X946"]]
        assert [each.read_text(encoding="utf-8") for each in draft.parent.iterdir()] == [edited]


def test_two_candidates_with_one_telephone_are_reported(root: Path, inbox: Path) -> None:
    """The fields under 查重 are compared with submissions and with drafts, of this run too; no value is printed."""
    one = put(inbox, "a.yml", "姓名: 王示例\n手机号: '13800000209'\n")
    two = put(inbox, "b.yml", "姓名: 李示例\n手机号: 138 0000 0209\n")
    three = put(inbox, "c.yml", f"姓名: 赵示例\n手机号: '{_phone()}'\n")
    received = run(root, one, two, three)
    assert [codes(each) for each in received] == [[], ["X947"], ["X947"]]
    assert len(drafts(root)) == 3
    assert "13800000209" not in repr([each.findings for each in received])


def _phone() -> str:
    document, _ = documents.parse(samples.A_001.encode(), "a")
    assert document is not None
    return str(document.values["手机号"])


def test_rehearsal_writes_nothing(root: Path, inbox: Path) -> None:
    """A dry run reports the same and leaves no folder."""
    (received,) = run(root, put(inbox, "a.yml", YML), dry_run=True)
    assert (received.drafts[0].made, (root / samples.PROGRAMMES / "drafts").exists()) == (True, False)


def test_programme_is_the_one_the_file_names(root: Path, inbox: Path) -> None:
    """The file's own word goes first, then the option, then the only one there is; else it is a finding."""
    samples.write(root, **samples_expert.FILES)
    named = put(inbox, "a.yml", "# 项目：zhuanjia\n姓名: 王示例\n")
    bare = put(inbox, "b.yml", "姓名: 李示例\n")
    first, second = run(root, named, bare)
    assert (first.programme, codes(second)) == ("zhuanjia", ["X945"])
    (third,) = run(root, bare, programme="shili")
    assert third.programme == "shili"


def test_another_version_of_the_form_is_said(root: Path, inbox: Path) -> None:
    """A file of an older form is read all the same."""
    (received,) = run(root, put(inbox, "a.yml", "# 项目：shili\n# 表单版本：00000000\n" + YML))
    assert (codes(received), len(received.drafts)) == (["X966"], 1)


def _bomb() -> bytes:
    return package({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})


def _entity() -> bytes:
    return package({"word/document.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'})


def _encrypted() -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def _locked() -> bytes:
    data = bytearray(package({"word/document.xml": b"<a/>"}))
    place = data.index(b"PK\x01\x02")
    data[place + 8 : place + 10] = struct.pack("<H", 1)
    return bytes(data)


def _lying() -> bytes:
    """A part that is larger than it says."""
    data = bytearray(package({"word/document.xml": b"x" * 5000}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def _wide() -> bytes:
    """A spreadsheet that says to be as large as can be, with a cell in its last corner."""
    data = workbook(("甲", "乙"), ("a", "b"))
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            part = old.read(each)
            if each.filename.endswith("sheet1.xml"):
                part = part.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            new.writestr(each.filename, part)
    return stream.getvalue()


def _zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("王示例.docx", b"x")
    return stream.getvalue()


HOSTILE = {
    "bomb.docx": (_bomb, "X944"),
    "entity.docx": (_entity, "X944"),
    "macros.docx": (lambda: package({"word/vbaProject.bin": b"x"}), "X944"),
    "macros-2.docx": (lambda: package({}, "vnd.ms-word.document.macroEnabled.main+xml"), "X944"),
    "many.docx": (lambda: package({f"a{number}.bin": b"" for number in range(5001)}), "X944"),
    "encrypted.docx": (_encrypted, "X942"),
    "locked.docx": (_locked, "X942"),
    "lying.docx": (_lying, "X943"),
    "cut.xlsx": (lambda: workbook(HEADINGS, ROW)[:2000], "X943"),
    "empty.docx": (lambda: b"", "X943"),
    "junk.xlsx": (lambda: b"PK\x03\x04" + bytes(200), "X943"),
    "sheet.xlsx": (lambda: package({"xl/workbook.xml": b"<a/>"}, "spreadsheetml.sheet.main+xml"), "X943"),
    "old.xls": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), "X940"),
    "broken.doc": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(9), "X943"),
    "all.rar": (lambda: b"Rar!\x1a\x07", "X940"),
    "all.zip": (_zip, "X940"),
    "slides.pptx": (lambda: package({}, "presentationml.presentation.main+xml"), "X940"),
    "text.txt": ("姓名：王示例".encode, "X940"),
    "large.png": (lambda: bytes(limits.MOST_BYTES + 1), "X941"),
    "wide.xlsx": (_wide, "X948"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_file_that_cannot_be_read_is_a_finding_and_the_rest_goes_on(root: Path, inbox: Path, name: str) -> None:
    """Whatever somebody sent, the file beside it becomes a draft, and nothing is made of the bad one."""
    make, code = HOSTILE[name]
    bad, good = put(inbox, name, make()), put(inbox, "z.yml", YML)
    first, second = run(root, bad, good)
    assert (codes(first), first.drafts) == ([code], ())
    assert len(second.drafts) == 1
    assert any(each.severity is Severity.ERROR for each in first.findings)


def test_rows_beyond_the_limit_are_said(root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is too long is read up to the limit."""
    monkeypatch.setattr("pipeline.intake.sheet_xlsx._MOST_ROWS", 2)
    data = workbook(("姓名", "类别"), ("赵示例", "A"), ("钱示例", "A"))
    (received,) = run(root, put(inbox, "a.xlsx", data))
    assert (codes(received), len(received.drafts)) == (["X968"], 1)


def test_folder_is_read_in_order_and_leavings_are_passed_over(inbox: Path) -> None:
    """Temporary and hidden files and links are noted; what is named itself is never passed over."""
    (inbox / "b").mkdir()
    kept = [put(inbox, "a.yml", "x"), put(inbox / "b", "c.yml", "x"), put(inbox, "z.yml", "x")]
    for name in ("~$王示例.docx", ".hidden", "a.tmp", "Thumbs.db"):
        put(inbox, name, "x")
    files, findings = gather((inbox, inbox / ".hidden"))
    assert list(files) == [*kept, inbox / ".hidden"]
    assert [each.code for each in findings] == ["X949"] * 4


def test_disk_that_refuses_leaves_no_half_draft(root: Path, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is a finding; nothing of the draft remains, and the next run makes it."""
    file = put(inbox, "a.yml", YML)

    def full(_descriptor: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        (received,) = run(root, file)
    assert (codes(received), drafts(root)) == (["X967"], {})
    assert [codes(each) for each in run(root, file)] == [[]]


def test_kill_leaves_a_whole_draft_or_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the name is given there is no draft that content/ reads; what is left behind is passed over."""

    def killed(*_names: object) -> None:
        raise KeyboardInterrupt

    path = f"{samples.PROGRAMMES}/drafts/draft-1.yml"
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", killed)
        patch.setattr(Path, "unlink", lambda *_names, **_more: None)
        with pytest.raises(KeyboardInterrupt):
            edits.create(root, path, "姓名: 王示例\n")
    assert [each.where.path for each in content.load(root)[1]] == []
    assert edits.create(root, path, "姓名: 王示例\n")
    assert not edits.create(root, path, "姓名: 李示例\n")
    assert (root / path).read_text(encoding="utf-8") == "姓名: 王示例\n"


def test_disk_without_links_is_written_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot have two names it is renamed."""

    def refused(*_names: object) -> None:
        raise OSError(1, "no links")

    monkeypatch.setattr(os, "link", refused)
    path = f"{samples.PROGRAMMES}/drafts/draft-1.yml"
    assert (edits.create(root, path, "甲: 1\n"), edits.create(root, path, "甲: 2\n")) == (True, False)
    assert [each.name for each in (root / path).parent.iterdir()] == ["draft-1.yml"]


def test_draft_is_warned_of_and_never_stops_the_build(root: Path, inbox: Path) -> None:
    """What a draft lacks is a warning at most, and the Site does not have it."""
    before, _ = content.load(root)
    run(root, put(inbox, "a.yml", "姓名: 王示例\n"))
    site, findings = content.load(root)
    assert {each.severity for each in findings} == {Severity.WARNING}
    assert [each.id for each in site.programmes[0].submissions] == [
        each.id for each in before.programmes[0].submissions
    ]
    assert all(isinstance(each, Diagnostic) and each.of_draft for each in findings)


def test_many_files_are_read_by_processes_and_keep_their_order(root: Path, inbox: Path) -> None:
    """What two processes find is what one finds, in the order of the files."""
    files = [put(inbox, f"{number:03}.yml", f"姓名: 王示例\n工作简历: {number}\n") for number in range(pool.MANY)]
    files.append(put(inbox, "junk.docx", b"junk"))
    received = run(root, *files)
    assert [each.file for each in received] == [each.as_posix() for each in files]
    assert codes(received[-1]) == ["X943"]
    assert len(drafts(root)) == pool.MANY


def _printed(root: Path, slug: str, values: Mapping[str, Any], version: str = "") -> bytes:
    """Return a picture of the code that the form's page prints."""
    import segno  # noqa: PLC0415

    programme = next(each for each in content.load(root)[0].programmes if each.slug == slug)
    said = Payload(slug, version or programme.form.version, values)
    stream = io.BytesIO()
    code = segno.make(encode(said, carried(programme.form)), error="L", mode="byte", micro=False)
    code.save(stream, kind="png", scale=6, border=4)
    return stream.getvalue()


def test_code_of_a_scan_becomes_a_draft(root: Path, inbox: Path) -> None:
    """What the printed code says is sure, of whichever programme it is."""
    samples.write(root, **samples_expert.FILES)
    (received,) = run(root, put(inbox, "扫描.png", _printed(root, "shili", {"姓名": "王示例", "类别": "A"})))
    (values,) = drafts(root).values()
    assert (received.programme, codes(received)) == ("shili", [])
    assert (values["姓名"], values["类别"]) == ("王示例", "A")
    assert {each.certainty for each in received.drafts[0].rows} == {"确定", "没有读到"}


def test_code_of_another_version_is_kept_in_comments(root: Path, inbox: Path) -> None:
    """What no field may take is not lost: it stands on top of the draft."""
    (received,) = run(root, put(inbox, "扫描.png", _printed(root, "shili", {"姓名": "王示例"}, "00000000")))
    assert codes(received) == ["X965"]
    (name,) = drafts(root)
    assert "：王示例" in (root / samples.PROGRAMMES / "drafts" / name).read_text(encoding="utf-8")
