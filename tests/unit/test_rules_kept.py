"""What the rules found in a file is not looked for again as long as nothing that they know has changed."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import cache, content, rules
from pipeline.diagnostics import Diagnostic
from pipeline.model import Submission
from pipeline.rules.context import Context
from tests import samples

DAY = date(2021, 3, 17)
UNKNOWN = ("a-001", "推荐单位: 示例大学科协", "推荐单位: 他市大学科协")
BOTH = ["a-001", "b-001"]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the candidates whom the rules are asked about from now on."""
    ids: list[str] = []

    def noted(_: Context, submission: Submission) -> tuple[()]:
        ids.append(submission.id)
        return ()

    monkeypatch.setattr(rules, "SUBMISSION_RULES", (*rules.SUBMISSION_RULES, noted))
    return ids


def check(root: Path, as_of: date = DAY) -> tuple[Diagnostic, ...]:
    with cache.opened(root):
        return rules.check(content.load(root)[0], as_of)


def test_what_did_not_change_is_not_judged_again(tmp_path: Path, judged: list[str]) -> None:
    """The second time nobody is judged, and the findings are the same, with their places and words."""
    root = samples.write(tmp_path, UNKNOWN)
    first, second = check(root), check(root)
    assert [(each.code, each.where.path) for each in first] == [("R411", samples.SHORT["a-001"])]
    assert second == first
    assert judged == BOTH


def test_a_changed_file_is_judged_and_no_other(tmp_path: Path, judged: list[str]) -> None:
    """Of two files the one that was mended loses its finding, and the other keeps its own."""
    wrong = ("b-001", "推荐单位: 示例县科协", "推荐单位: 他市县科协")
    assert [each.code for each in check(samples.write(tmp_path, UNKNOWN, wrong))] == ["R411", "R411"]
    judged.clear()
    left = check(samples.write(tmp_path, UNKNOWN))
    assert [(each.code, each.where.path) for each in left] == [("R411", samples.SHORT["a-001"])]
    assert judged == ["b-001"]


@pytest.mark.parametrize(
    "edit",
    [
        ("programme", "名称: 示例大学科协", "名称: 他市大学科协"),
        ("form", "  邮箱:", "  备注: {type: string}\n  邮箱:"),
        ("notice", "热爱科技事业的", "热爱科学的"),
    ],
)
def test_all_are_judged_again_under_other_settings(
    edit: tuple[str, str, str], tmp_path: Path, judged: list[str]
) -> None:
    """Another programme, form or notice may mean other findings."""
    check(samples.write(tmp_path, UNKNOWN))
    found = check(samples.write(tmp_path, UNKNOWN, edit))
    assert [each.code for each in found] == ([] if edit[0] == "programme" else ["R411"])
    assert judged == BOTH * 2


def test_all_are_judged_again_on_another_day_and_calendar(tmp_path: Path, judged: list[str]) -> None:
    """Both the day and the working days decide what is wrong."""
    check(samples.write(tmp_path))
    assert [each.code for each in check(tmp_path, date(2020, 12, 24))] == ["E350"]
    holidays = "2020-01-01, 2020-01-25, 2020-04-04, 2020-05-01, 2020-06-25, 2020-10-01, 2020-12-16"
    calendar = {"content/calendar/2020.yml": f"放假: [{holidays}]\n上班: []\n"}
    assert [each.code for each in check(samples.write(tmp_path, **calendar), date(2020, 12, 24))] == ["E354", "E350"]
    assert judged == BOTH * 3
