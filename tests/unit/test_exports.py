"""Documents for staff: who is in them, the register's lines, and files that only their owner can read."""

import csv
import io
import os
import stat
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from pipeline import build
from pipeline.build import Judged
from pipeline.model import Programme
from pipeline.paper import xlsx
from pipeline.staff import exports, files, filled, photos, registers, sheets
from tests import models, samples, samples_expert

TODAY = date(2021, 4, 10)
BAD_MOBILE = ("b-001", "13800000002", "1380000000X")


def judged(root: Path, slug: str, *edits: tuple[str, str, str], **more: str) -> tuple[Judged, Programme]:
    found = build.check(samples.write(root, *edits, **more), TODAY)
    return found, next(each for each in found.site.programmes if each.slug == slug)


def table_of(programme: Programme, as_of: date = TODAY) -> list[dict[str, str]]:
    made = registers.register(programme, programme.submissions, as_of)
    return [dict(zip(made.headings, row, strict=True)) for row in made.rows]


def test_register_has_a_row_a_candidate(tmp_path: Path) -> None:
    """Everything of the file is in the row, and where the candidate stands on the day."""
    _, programme = judged(tmp_path, "shili")
    rows = table_of(programme)
    assert [row["编号"] for row in rows] == ["a-001", "b-001"]
    assert rows[0] == {
        "序号": "1",
        "编号": "a-001",
        "推荐单位": "示例大学科协",
        "类别": "A类",
        "姓名": "王示例",
        "所在单位": "示例大学",
        "职务": "科研处副处长",
        "手机号": "13800000001",
        "邮箱": "wang@example.com",
        "资格证书": "",
        "工作简历": "2010.07—2015.06  示例大学化学系教师\n2015.07—2020.11  示例大学科研处副处长",
        "单位意见：结论": "同意",
        "单位意见：意见": "同意推荐。",
        "单位意见：负责人": "李示例",
        "单位意见：日期": "2020-12-01",
        "园区管理经验年限": "",
        "状态": "在任",
        "优先": "",
        "证书编号": "SL-2020-A001",
        "任期至": "2022-12-24",
    }


def test_register_is_of_its_day(tmp_path: Path) -> None:
    """Before the certification there is neither certificate nor term, and a later change of a field is undone."""
    change = "  - {日期: 2021-03-01, 事项: 变更, 栏目: 职务, 原: 科研处副处长, 新: 科研处处长}\n"
    text = samples.A_001.replace("职务: 科研处副处长", "职务: 科研处处长") + change
    _, programme = judged(tmp_path, "shili", **{"a-001": text})
    before, after = table_of(programme, date(2020, 12, 15))[0], table_of(programme)[0]
    assert (before["状态"], before["证书编号"], before["职务"]) == ("公示中", "", "科研处副处长")
    assert (after["状态"], after["职务"]) == ("在任", "科研处处长")


def test_sub_table_is_one_cell(tmp_path: Path) -> None:
    """An item is a line, its parts stand in the form's order; boxes of many are joined, numbers are texts."""
    _, programme = judged(tmp_path, "zhuanjia", **samples_expert.FILES)
    row = table_of(programme)[0]
    assert row["主要工作经历"] == "1975.07—1990.08｜示例化工研究所｜助理研究员\n1990.09—至今｜示例大学｜教授"
    assert (row["专业领域"], row["是否博士生导师"], row["市科协意见：结论"]) == ("化工、材料", "是", "")


def test_organisations_are_registered(tmp_path: Path) -> None:
    """A programme of units with other fields and three opinions gives a register too, a row for each file."""
    del tmp_path
    site = build.check(models.golden("danwei"), date(2021, 7, 1)).site
    programme = site.programmes[0]
    rows = table_of(programme, date(2021, 7, 1))
    assert [row["编号"] for row in rows] == [each.id for each in programme.submissions]
    assert sum(heading.endswith("：结论") for heading in rows[0]) == len(programme.form.opinions) == 3


def test_heading_that_is_taken_gives_way(tmp_path: Path) -> None:
    """A field that is called like one of the register's own columns gets another heading, so that none stands twice."""
    form = samples.FORM.replace("资格证书: {", "状态: {").replace(
        '短文"}\n  工作简历', '短文", title: 编号}\n  工作简历'
    )
    _, programme = judged(tmp_path, "shili", form=form)
    headings = registers.register(programme, programme.submissions, TODAY).headings
    assert len(set(headings)) == len(headings)
    assert "状态（栏目）" in headings


def test_workbook_is_the_register(tmp_path: Path) -> None:
    """The .xlsx holds the same lines, says which form it is of, and is the same when it is made again."""
    _, programme = judged(tmp_path, "shili")
    document, findings = exports.register(programme, programme.submissions, TODAY, "xlsx")
    again, _ = exports.register(programme, programme.submissions, TODAY, "xlsx")
    made = registers.register(programme, programme.submissions, TODAY)
    page = openpyxl.load_workbook(io.BytesIO(document.data)).worksheets[0]
    rows = [tuple(cell or "" for cell in row) for row in page.iter_rows(xlsx.HEADER_ROW, values_only=True)]
    assert (document, findings) == (again, ())
    assert rows == [made.headings, *made.rows]


def test_csv_is_the_register(tmp_path: Path) -> None:
    """The CSV has a byte order mark and the same lines."""
    _, programme = judged(tmp_path, "shili")
    document, _ = exports.register(programme, programme.submissions, TODAY, "csv")
    made = registers.register(programme, programme.submissions, TODAY)
    read = list(csv.reader(io.StringIO(document.data.decode("utf-8-sig"), newline="")))
    assert (document.name, [tuple(row) for row in read]) == ("汇总表.csv", [made.headings, *made.rows])


def test_blank_register_asks_for_what_applicants_hand_in(tmp_path: Path) -> None:
    """Number, association and the printed fields, no opinion and nothing that is staff's own; the lines are empty."""
    _, programme = judged(tmp_path, "shili")
    page = openpyxl.load_workbook(io.BytesIO(exports.blank_register(programme).data)).worksheets[0]
    rows = list(page.iter_rows(xlsx.HEADER_ROW, values_only=True))
    assert rows[0] == (
        *("序号", "推荐单位", "类别", "姓名", "所在单位", "职务"),
        *("手机号", "邮箱", "工作简历"),
    )
    assert [row[0] for row in rows[1:4]] == ["1", "2", "3"]
    assert {cell for row in rows[1:] for cell in row[1:]} == {None}


def test_cell_that_was_cut_is_told(tmp_path: Path) -> None:
    """A text longer than a cell can hold is a warning at its file; its value is not in the words."""
    _, programme = judged(tmp_path, "shili")
    long = {**programme.submissions[0].values, "工作简历": "字" * (xlsx.LONGEST + 1)}
    candidate = replace(programme.submissions[0], values=long)
    _, findings = exports.register(programme, (candidate,), TODAY, "xlsx")
    assert [(each.code, each.where.path) for each in findings] == [("X937", candidate.document.path)]


def test_who_has_errors_is_left_out(tmp_path: Path) -> None:
    """One candidate's error keeps that one out and is told with X930; the other is exported."""
    found, programme = judged(tmp_path, "shili", BAD_MOBILE)
    sound = exports.sound(found, programme)
    path = samples.SHORT["b-001"]
    assert [each.id for each in sound.candidates] == ["a-001"]
    assert "X930" in {each.code for each in sound.findings}
    assert {each.where.path for each in sound.findings} == {path}
    assert "1380000000X" not in "".join(each.message() + each.hint() for each in sound.findings)


def test_who_was_not_asked_for_is_not_told(tmp_path: Path) -> None:
    """Errors of somebody else's file are no business of an export of one candidate."""
    found, programme = judged(tmp_path, "shili", BAD_MOBILE)
    sound = exports.sound(found, programme, programme.submissions[:1])
    assert ([each.id for each in sound.candidates], sound.findings) == (["a-001"], ())


def test_nobody_is_exported_under_wrong_settings(tmp_path: Path) -> None:
    """An error in the site's or the programme's settings stops every document of it."""
    found, programme = judged(
        tmp_path, "shili", ("site", "名称: 示例市科学技术协会\n", "名称: 示例市科学技术协会\n不明: 1\n")
    )
    sound = exports.sound(found, programme)
    assert (sound.candidates, sound.settings_fail) == ((), True)
    assert "X931" in {each.code for each in sound.findings}


def test_other_programmes_errors_stop_nothing(tmp_path: Path) -> None:
    """A programme is exported although the settings of another one are wrong."""
    more = {**samples_expert.FILES, f"{samples_expert.EXPERT}/notice.md": "---\n---\n"}
    found, programme = judged(tmp_path, "shili", **more)
    sound = exports.sound(found, programme)
    assert (len(sound.candidates), sound.findings) == (2, ())


def test_homonyms_have_files_of_their_own(tmp_path: Path) -> None:
    """Two of the same name differ by their ids."""
    _, programme = judged(tmp_path, "shili", ("b-001", "姓名: 欧阳例", "姓名: 王示例"))
    names = [exports.label(programme, each, TODAY) for each in programme.submissions]
    assert names == ["a-001-王示例", "b-001-王示例"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a-001-王示例", "a-001-王示例"),
        ("a/../..\\b:c*?", "a_.._.._b_c"),
        ("阿依古丽·示例", "阿依古丽·示例"),
        ("con", "_con"),
        ("LPT1.x", "_LPT1.x"),
        ("名\u202e\u200b字. ", "名_字"),
        ("𬱖" * 60, "𬱖" * 37),
        ("..", ""),
    ],
)
def test_names_are_safe_on_every_system(text: str, name: str) -> None:
    """No separator, nothing hidden or reserved, and not longer than a disk takes."""
    assert files.safe(text) == name


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
def test_files_are_their_owners_alone(tmp_path: Path) -> None:
    """Folders from staff/ down are 0700, files 0600, although they stood open before; nothing is left beside them."""
    output = tmp_path / "output"
    file = files.folder(output, "shili") / "推荐表" / "a-001-王示例.pdf"
    file.parent.mkdir(parents=True)
    (output / "staff").chmod(0o755)
    file.write_bytes(b"old")
    file.chmod(0o644)
    assert files.write(output, file, b"new") is None
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (output / "staff", file.parent.parent, file.parent, file)]
    assert modes == [0o700, 0o700, 0o700, 0o600]
    assert ([each.name for each in file.parent.iterdir()], file.read_bytes()) == ([file.name], b"new")


def test_refusal_of_the_system_is_told(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, that is a finding without the name of anybody."""
    output = tmp_path / "output"
    output.mkdir()
    (output / "staff").write_bytes(b"")
    fault = files.write(output, output / "staff" / "shili" / "a-001-王示例.pdf", b"")
    assert fault is not None
    assert (fault.code, fault.where.path) == ("X932", "output/staff")


PICTURE = b"\x89PNG\r\n\x1a\n rest"


def test_photo_is_taken_from_beside_the_file(tmp_path: Path) -> None:
    """The picture that the file names is read from its own folder."""
    _, programme = judged(tmp_path, "zhuanjia", **samples_expert.FILES)
    candidate = programme.submissions[0]
    file = (tmp_path / candidate.document.path).with_name("e-001.jpg")
    file.write_bytes(PICTURE)
    assert photos.load(tmp_path, programme, candidate) == ({"照片": PICTURE}, ())


@pytest.mark.parametrize("data", [None, b"", b"GIF89a", b"%PDF-1.7"])
def test_photo_that_is_none_is_told(tmp_path: Path, data: bytes | None) -> None:
    """A picture that is not there, or not one, is a warning at its field; the form goes on without it."""
    _, programme = judged(tmp_path, "zhuanjia", **samples_expert.FILES)
    candidate = programme.submissions[0]
    if data is not None:
        (tmp_path / candidate.document.path).with_name("e-001.jpg").write_bytes(data)
    found, findings = photos.load(tmp_path, programme, candidate)
    assert (found, [(each.code, each.where) for each in findings]) == ({}, [("X936", candidate.at("照片"))])


@pytest.mark.parametrize("name", ["../e-001.jpg", "a\\b.jpg", "/etc/hostname", ".."])
def test_photo_is_taken_from_nowhere_else(tmp_path: Path, name: str) -> None:
    """A name that leads out of the folder is never followed."""
    _, programme = judged(tmp_path, "zhuanjia", **samples_expert.FILES)
    candidate = replace(programme.submissions[0], values={"照片": name})
    (tmp_path / candidate.document.path).parent.with_name("e-001.jpg").write_bytes(PICTURE)
    assert photos.load(tmp_path, programme, candidate)[0] == {}


def test_filled_form_says_what_the_file_says(tmp_path: Path) -> None:
    """A Word file a candidate, named by id and name, with the code and the line that warns of it."""
    found, programme = judged(tmp_path, "shili")
    made = list(filled.filled(tmp_path, found, programme, programme.submissions, filled.Wanted("docx")))
    assert [each.name for each, _ in made if each] == ["推荐表/a-001-王示例.docx", "推荐表/b-001-欧阳例.docx"]
    assert made[0][0] is not None
    with zipfile.ZipFile(io.BytesIO(made[0][0].data)) as parts:
        texts = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    assert [each for each in ("王示例", "科研处副处长", "李示例", sheets.CODE_NOTE) if each not in texts] == []
    assert filled.DEMONSTRATION not in texts


def test_opinions_can_stay_open(tmp_path: Path) -> None:
    """With open opinions nobody's judgement or name is printed into them; demonstration data say so."""
    found, programme = judged(tmp_path, "shili", ("site", "联系:", "演示: true\n联系:"))
    wanted = filled.Wanted("docx", open_opinions=True)
    document, _ = next(filled.filled(tmp_path, found, programme, programme.submissions, wanted))
    assert document is not None
    with zipfile.ZipFile(io.BytesIO(document.data)) as parts:
        texts = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    assert ("李示例" in texts, "王示例" in texts, filled.DEMONSTRATION in texts) == (False, True, True)
