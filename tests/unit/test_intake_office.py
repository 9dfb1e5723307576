"""Files of older and other office programs: converted where LibreOffice is there, a finding that says how where not."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.intake import office
from pipeline.intake.pool import taken
from pipeline.intake.readers import Taken
from pipeline.intake.types import Certainty
from pipeline.paper.sheet import Sheet, WrittenOpinion
from pipeline.paper.word import to_docx
from tests.forms_docx import docx, p, sym, table
from tests.tools.office import Office
from tests.unit.word_readings import longdu, read, values

OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(4096)
SAID = {
    "类别": "B类",
    "姓名": "欧阳示例",
    "所在单位": "示例大学",
    "手机号": "13800000000",
    "工作简历": "第一行\n第二行",
    "单位意见/意见": "同意推荐。",
    "单位意见/负责人": "李示例",
    "单位意见/日期": "2020年12月1日",
}


def ours() -> bytes:
    form = longdu()
    sheet = Sheet(form.title, form.layout, "longdu-2020", form.version)
    texts = {key: SAID[key] for key in ("姓名", "所在单位", "手机号", "工作简历")}
    opinion = WrittenOpinion("", SAID["单位意见/意见"], SAID["单位意见/负责人"], SAID["单位意见/日期"])
    return to_docx(replace(sheet, texts=texts, ticked={"类别": frozenset("B")}, opinions={"单位意见": opinion}))


def wild() -> bytes:
    return docx(
        table(
            ["姓  名", "欧阳示例", "类  别", p("A类", sym("F0A3"), "  B类", sym("F052"))],
            ["工作单位", "示例大学", "手机", "13800000000"],
            ["工作简历", p("第一行\n第二行"), "", ""],
            ["单位意见", "同意推荐。\n负责人签字：李示例  2020年12月1日", "", ""],
        )
    )


def take(*files: Path) -> list[Taken]:
    return list(taken(files, {"longdu-2020": longdu()}, (), None))


def codes(one: Taken) -> list[str]:
    return [each.code for each in one.found.findings]


def test_without_libreoffice_the_finding_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older file is a finding, and the files beside it are read."""
    monkeypatch.setattr(office, "find", lambda: None)
    (tmp_path / "a.doc").write_bytes(OLD)
    (tmp_path / "b.docx").write_bytes(wild())
    (tmp_path / "c.rtf").write_bytes(b"{\\rtf1 a}")
    first, second, third = take(*sorted(tmp_path.iterdir()))
    assert [codes(first), codes(second), codes(third)] == [["X952"], [], ["X952"]]
    assert values(second.found) == SAID


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script")
@pytest.mark.parametrize(("script", "code"), [("exec sleep 60", "X954"), ("exit 1", "X953")])
def test_a_program_that_hangs_or_fails_is_a_finding(
    script: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Converting has a time limit, and what was started is ended."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find", lambda: program)
    for name in ("_START", "_EACH", "_ALONE"):
        monkeypatch.setattr(office, name, 0.2)
    file = tmp_path / "a.doc"
    file.write_bytes(OLD)
    assert [codes(each) for each in take(file)] == [[code]]


def test_older_files_are_converted_and_never_sure(
    soffice: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies of the form saved as .doc, .rtf and .odt, a .wps, and one that is broken: one run converts them all."""
    monkeypatch.setattr(office, "find", lambda: soffice.path)
    (tmp_path / "a.docx").write_bytes(wild())
    for kind in ("doc", "rtf", "odt"):
        soffice.convert([tmp_path / "a.docx"], kind, tmp_path)
    (tmp_path / "a.wps").write_bytes((tmp_path / "a.doc").read_bytes())
    (tmp_path / "broken.doc").write_bytes(OLD)
    files = [tmp_path / each for each in ("a.doc", "a.rtf", "a.odt", "a.wps", "broken.doc")]
    *good, broken = take(*files)
    assert [codes(each) for each in good] == [["X955"]] * len(good)
    assert codes(broken) == ["X953"]
    for each in good:
        assert values(replace(each.found, findings=())) == SAID
        assert Certainty.SURE not in {one.certainty for one in each.found.readings[0].reads}


def test_a_file_that_libreoffice_saved_is_read_by_its_labels(soffice: Office, tmp_path: Path) -> None:
    """It drops the tags and writes texts several times; each field is there once."""
    (tmp_path / "a.docx").write_bytes(ours())
    (tmp_path / "b.docx").write_bytes(wild())
    (tmp_path / "out").mkdir()
    for each in soffice.convert([tmp_path / "a.docx", tmp_path / "b.docx"], "docx", tmp_path / "out"):
        assert values(read(each.read_bytes(), longdu())) == SAID


def test_our_file_saved_as_doc_says_what_is_doubtful(
    soffice: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Controls come back repeated: what is read twice is taken once, and staff are told to look."""
    monkeypatch.setattr(office, "find", lambda: soffice.path)
    (tmp_path / "a.docx").write_bytes(ours())
    (doc,) = soffice.convert([tmp_path / "a.docx"], "doc", tmp_path)
    (one,) = take(doc)
    assert codes(one) == ["X955"]
    said = {each.field: each for each in one.found.readings[0].reads if not each.part}
    assert {key: said[key].text for key in ("姓名", "所在单位", "手机号", "类别")} == {
        key: SAID[key] for key in ("姓名", "所在单位", "手机号", "类别")
    }
    assert said["姓名"].certainty is Certainty.DOUBTFUL
