"""What was found out of the very same file, under the same settings and on the same day, is not found out anew."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline import build, cache, content, rules
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


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk's clock be well after every change."""
    tick = cache.Store.tick

    def later(store: cache.Store) -> int | None:
        now = tick(store)
        return now and now + 3600 * 10**9

    monkeypatch.setattr(cache.Store, "tick", later)


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


def check(root: Path, day: date = DAY) -> tuple[Diagnostic, ...]:
    with cache.opened(root):
        found = build.check(root, day, day).findings
    assert found == build.check(root, day, day).findings
    return found


def test_same_file_is_not_judged_again(root: Path, judged: list[str]) -> None:
    """Findings are those of before; only who changed is judged, with those who are kept together with it."""
    first = check(root)
    assert [each.code for each in first] == ["E360"]
    with cache.opened(root):
        judged.clear()
        assert build.check(root, DAY, DAY).findings == first
        assert judged == []
    edit(root, f"{PROGRAMME}/submissions/xian/b-001.yml", "企业服务部部长", "企业服务部副部长")
    with cache.opened(root):
        assert build.check(root, DAY, DAY).findings == first
        assert judged == ["a-001", "b-001"]


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


def test_what_few_ask_for_is_read_when_asked(root: Path, judged: list[str]) -> None:
    """A candidate whose file was kept says all that the file says, at the same places."""
    check(root)
    judged.clear()
    with cache.opened(root):
        (programme,) = build.check(root, DAY, DAY).site.programmes
    assert judged == []
    (whole,) = content.load(root)[0].programmes
    assert [dict(each.values) for each in programme.submissions] == [each.values for each in whole.submissions]
    assert programme.submissions == whole.submissions
    assert [each.at("手机号") for each in programme.submissions] == [each.at("手机号") for each in whole.submissions]
    assert [each.document.line(2) for each in programme.submissions] == [
        each.document.line(2) for each in whole.submissions
    ]


def test_file_that_went_meanwhile_says_nothing_more(root: Path) -> None:
    """What nobody asked for in time is empty; what everybody asks for stands."""
    check(root)
    with cache.opened(root):
        (programme,) = build.check(root, DAY, DAY).site.programmes
    first = programme.submissions[0]
    (root / first.document.path).unlink()
    assert (first.values["姓名"], first.values.get("手机号"), first.values.get("邮箱")) == (
        "王示例",
        "13800000001",
        None,
    )
    assert (first.document.text, len(first.values), list(first.values)) == ("", 0, [])
    assert first.at("邮箱").path == first.document.path
