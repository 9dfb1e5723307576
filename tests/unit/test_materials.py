"""The list of materials and the questions of yes and no: what is missing is told, and keeps nobody silently back."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import content, rules
from pipeline.rules.digests import digested_fields
from pipeline.staff.status import status
from pipeline.stages import EventKind
from tests import samples

DAY = date(2021, 6, 16)
FIELD = "  园区管理经验年限:"
LISTED = """\
  申报材料: {type: array, items: {type: string, enum: [登记证书, 权属证明, 获奖证书]}}
  处分: {type: boolean}
"""
FORM = ("form", FIELD, LISTED + FIELD)
ASKED = ("programme", "公示: {", "材料清单: {栏目: 申报材料, 可缺: [获奖证书]}\n公示: {")
OTHER = (*ASKED[:2], ASKED[2].replace("获奖证书", "奖状"))
CLEAN = ("programme", "{号: 1, 文字: 热爱科技事业。}", "{号: 1, 文字: 未受处分。, 栏目: 处分, 应为: 否}")


def _said(text: str, of: str = "a-001") -> tuple[str, str, str]:
    return of, "推荐单位:", f"{text}\n推荐单位:"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((FORM, ASKED, _said("申报材料: [登记证书, 权属证明]")), []),
        ((FORM, ASKED, _said("申报材料: [登记证书]")), ["R462"]),
        ((FORM, ASKED), ["R462"]),
        ((ASKED,), ["R460"]),
        (
            (
                FORM,
                (*ASKED[:2], ASKED[2].replace("获奖证书", "奖状")),
                _said("申报材料: [登记证书, 权属证明, 获奖证书]"),
            ),
            ["R461"],
        ),
        ((FORM, CLEAN, _said("处分: 否")), []),
        ((FORM, CLEAN, _said("处分: 是")), ["R463"]),
        ((FORM, CLEAN), ["R463"]),
    ],
)
def test_faults_are_found(edits: tuple[tuple[str, str, str], ...], expected: list[str], tmp_path: Path) -> None:
    """A list that is none, a name that is not on it, what is missing before 拟认定, an answer that rules out."""
    site, findings = content.load(samples.write(tmp_path, *edits))
    assert sorted(each.code for each in (*findings, *rules.check(site, DAY))) == expected


@pytest.mark.parametrize(("answer", "expected"), [("是，已解除", ["R463"]), ("否", []), ("有：警告", ["R463"])])
def test_answer_with_a_remark_counts(answer: str, expected: list[str], tmp_path: Path) -> None:
    """A field of yes and no with a remark is judged by how it begins."""
    form = (FORM[0], FORM[1], FORM[2].replace("处分: {type: boolean}", '处分: {$ref: "gongshi:kinds#/是否说明"}'))
    site, findings = content.load(samples.write(tmp_path, form, CLEAN, _said(f"处分: {answer}")))
    assert [each.code for each in (*findings, *rules.check(site, DAY))] == expected


def test_materials_may_be_ticked_after_receipt(tmp_path: Path) -> None:
    """What 收到 keeps a digest of leaves out the list of materials, which is ticked on as they come in."""
    printed = ("form", "格: [手机号, 邮箱]", "格: [手机号, 申报材料]")
    programme = content.load(samples.write(tmp_path, FORM, printed, ASKED))[0].programmes[0]
    assert "手机号" in digested_fields(programme, EventKind.RECEIVED)
    assert "申报材料" not in digested_fields(programme, EventKind.RECEIVED)


def test_desk_names_what_is_missing(tmp_path: Path) -> None:
    """Before 拟认定 the desk lists the materials that are not there, those that may be missing left out."""
    site, _ = content.load(samples.write(tmp_path, FORM, ASKED, _said("申报材料: [权属证明]", of="b-001")))
    found = {each.id: each.missing for each in status(site, DAY).programmes[0].candidates}
    assert [each.label for each in found["b-001"] if each.lack == "缺申报材料"] == ["登记证书"]
