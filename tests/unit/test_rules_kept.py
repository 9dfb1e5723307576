"""What rules found about the very same file, under the same settings and on the same day, is not found anew."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, cache, rules
from pipeline.diagnostics import Diagnostic
from tests import samples

DAY = date(2021, 4, 7)
PROGRAMME = "content/programmes/shili"
FILE = f"{PROGRAMME}/submissions/daxue/a-001.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return content with a finding of a rule over one candidate."""
    root = samples.write(tmp_path / "root")
    edit(root, FILE, "任期至: 2022-12-24", "任期至: 2022-12-31")
    return root


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the candidates that are judged from now on."""
    ids: list[str] = []
    judge = rules.of_submission

    def counted(context: rules.Context, submission: rules.Submission) -> list[Diagnostic]:
        ids.append(submission.id)
        return judge(context, submission)

    monkeypatch.setattr(rules, "of_submission", counted)
    return ids


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def check(root: Path, day: date = DAY, only: str = "") -> tuple[Diagnostic, ...]:
    with cache.opened(root):
        found = build.check(root, day, day, (lambda path: path == only) if only else None).findings
    assert only or found == build.check(root, day, day).findings
    return found


def test_same_file_is_not_judged_again(root: Path, judged: list[str]) -> None:
    """Findings are those of before; only who changed is judged."""
    first = check(root)
    assert [each.code for each in first] == ["E360"]
    with cache.opened(root):
        judged.clear()
        assert build.check(root, DAY, DAY).findings == first
        assert judged == []
    edit(root, f"{PROGRAMME}/submissions/xian/b-001.yml", "企业服务部部长", "企业服务部副部长")
    with cache.opened(root):
        assert build.check(root, DAY, DAY).findings == first
        assert judged == ["b-001"]


def other_text(root: Path) -> date:
    edit(root, FILE, "任期至: 2022-12-31", "任期至: 2023-01-31")
    return DAY


def a_line_more(root: Path) -> date:
    edit(root, FILE, "类别: A", "# 备注\n类别: A")
    return DAY


def other_settings(root: Path) -> date:
    edit(root, f"{PROGRAMME}/programme.yml", "月数: 24", "月数: 12")
    return DAY


def other_day(_: Path) -> date:
    return date(2020, 12, 10)


@pytest.mark.parametrize("change", [other_text, a_line_more, other_settings, other_day])
def test_whatever_findings_depend_on_counts(root: Path, change: Callable[[Path], date]) -> None:
    """The findings are those of a check that knows of no other."""
    first = check(root)
    day = change(root)
    found = check(root, day)
    assert found != first
    assert check(root) == first or change is not other_day


def test_one_file_is_judged_alone(root: Path, judged: list[str]) -> None:
    """Asked for one file, rules over one candidate judge no other, and those across candidates look at all."""
    edit(root, f"{PROGRAMME}/submissions/xian/b-001.yml", "13800000002", "13800000001")
    whole = check(root)
    path = f"{PROGRAMME}/submissions/xian/b-001.yml"
    (root / ".cache/gongshi.sqlite").unlink()
    judged.clear()
    found = check(root, only=path)
    assert judged == ["b-001"]
    assert [each for each in found if each.where.path == path] == [each for each in whole if each.where.path == path]
    assert "R420" in {each.code for each in found}
