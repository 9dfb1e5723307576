"""Bad files and exactly what is found in them: every folder of tests/bad/forms.

A folder holds one file: `submission.yml` (judged by the form beside it, else by tests/bad/forms/form.yml), `form.yml`,
`own.yml` (the staff's part of a submission), or a settings file; and `expected`, a line for each finding.
"""

from functools import cache
from pathlib import Path

import pytest

from pipeline import documents, forms
from pipeline.diagnostics import Diagnostic, ordered
from pipeline.documents import Document
from pipeline.forms import Form
from pipeline.messages import CATALOGUE, certification, content, form, groups, keywords, settings

FOLDER = Path(__file__).parents[1] / "bad" / "forms"
CASES = sorted(each for each in FOLDER.iterdir() if each.is_dir())
CATEGORIES = (("A", "A类"), ("B", "B类"))
CANARY = "秘而不宣"
# What only whole folders can show: tests/bad/content, test_content.py.
ELSEWHERE = {each.code for table in (content, certification) for each in table.ENTRIES}


def read(file: Path) -> Document:
    load = documents.load_schema if file.name == "form.yml" else documents.load
    document, found = load(file, file.name)
    assert document is not None, found
    assert found == ()
    return document


@cache
def load_form(file: Path) -> tuple[Form | None, tuple[Diagnostic, ...]]:
    """Return the form of a file, read once."""
    return forms.load_form(read(file), CATEGORIES)


def judge(case: Path) -> tuple[Diagnostic, ...]:
    submission, own_form = case / "submission.yml", case / "form.yml"
    if submission.exists():
        judged, found = load_form(own_form if own_form.exists() else FOLDER / "form.yml")
        assert judged is not None, found
        return ordered(forms.judge(judged, read(submission))[1])
    if own_form.exists():
        judged, found = load_form(own_form)
        assert (judged is None) == any(CATALOGUE[each.code].severity == "error" for each in found)
        return found
    file = next(each for each in case.iterdir() if each.suffix == ".yml")
    return forms.judge_settings({"own": "submission"}.get(file.stem, file.stem), read(file))


def spell(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.where.line}:{each.where.column} {each.code}" for each in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_file_has_exactly_the_findings_written_beside_it(case: Path) -> None:
    """Place and code of every finding are those of `expected`, and no words in any language repeat what a file says."""
    found = judge(case)
    assert (case / "expected").read_text(encoding="utf-8").splitlines() == spell(found)
    words = [text for each in found for lang in ("zh", "en") for text in (each.message(lang), each.hint(lang))]
    assert words
    assert all(words)
    assert [text for text in words if CANARY[:2] in text or CANARY[2:] in text or "13712345678" in text] == []


def test_every_code_has_a_bad_case() -> None:
    """No row of the tables is without a folder that shows it."""
    shown = {line.split()[1] for case in CASES for line in (case / "expected").read_text("utf-8").splitlines()}
    told = {each.code for table in (form, keywords, groups, settings) for each in table.ENTRIES}
    assert sorted(told - shown) == []
    assert sorted(shown - told) == []
    assert sorted(ELSEWHERE & told) == []


def test_the_good_file_beside_them_has_no_findings(tmp_path: Path) -> None:
    """The form by which most of them are judged accepts what is right, so that each case fails by its own fault."""
    file = tmp_path / "submission.yml"
    file.write_text(
        "姓名: 示例·买买提\n手机号: 138 0000-0000\n类别: Ｂ\n年限: １２\n面积: 12.5\n份数: 4\n在职: 是\n等级: 2\n"
        "证书: 无\n承诺: 属实\n编号: AB-0001\n特长: [一, 无, 二]\n奖项: [一等奖]\n"
        "经历:\n  -\n  - {起: 2010-07, 单位: 大学}\n"
        "地址: {市: 示例市, 县: 示例县}\n联系方式: wang@example.com\n来历: 自荐\n单位意见: {结论: , 意见: }\n职务: —\n",
        encoding="utf-8",
    )
    judged, found = load_form(FOLDER / "form.yml")
    assert found == ()
    assert judged is not None
    values, found = forms.judge(judged, read(file))
    assert found == ()
    assert values == {
        "姓名": "示例·买买提",
        "手机号": "13800000000",
        "类别": "B",
        "年限": 12,
        "面积": 12.5,
        "份数": 4,
        "在职": True,
        "等级": 2,
        "证书": "无",
        "承诺": "属实",
        "编号": "AB-0001",
        "特长": ["一", "二"],
        "奖项": ["一等奖"],
        "经历": [{"起": "2010-07", "单位": "大学"}],
        "地址": {"市": "示例市", "县": "示例县"},
        "联系方式": "wang@example.com",
        "来历": "自荐",
    }
