"""Rounds after publication: editions, periods of one's own, outcomes, countdowns."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.public.decisions import Amendment, Edition, Outcome, Period
from tests import samples
from tests.unit.test_public import B_PROPOSED, CERTIFIED, PUBLICITY
from tests.unit.test_public_decisions import programme, see, withheld

CORRECTED = (
    "  - {日期: 2020-12-16, 事项: 更正, 栏目: 所在单位, 原: 示例学院, 新: 示例大学, 重新公示: 是, 公示至: 2020-12-22}\n"
)
LATER = (
    ("a-001", "  - {日期: 2020-12-25, 事项: " + CERTIFIED, ""),
    ("a-001", PUBLICITY, PUBLICITY + CORRECTED),
)


def test_republishing_is_a_period_for_that_line_alone(tmp_path: Path) -> None:
    """The round keeps its end; the line has its own, with its own countdown."""
    root = samples.write(tmp_path, *LATER)
    (running,) = programme(root, date(2020, 12, 17)).rounds
    assert (running.until, running.left, running.running) == (date(2020, 12, 18), 1, True)
    (over,) = programme(root, date(2020, 12, 21)).rounds
    assert (over.until, over.left, over.running) == (date(2020, 12, 18), None, False)
    assert over.entries[0].again == Period(date(2020, 12, 16), date(2020, 12, 22), True, 1)
    assert programme(root, date(2020, 12, 21)).phase.value == "公示中"
    (done,) = programme(root, date(2020, 12, 23)).rounds
    assert done.entries[0].again == Period(date(2020, 12, 16), date(2020, 12, 22), False, None)


def test_a_correction_makes_an_edition(tmp_path: Path) -> None:
    """From its day the list is in its second edition, which tells the line, the field, the old and the new value."""
    root = samples.write(tmp_path, *LATER)
    assert programme(root, date(2020, 12, 15)).rounds[0].editions == ()
    amendment = Amendment("更正", 1, "所在单位", "示例学院", "示例大学", date(2020, 12, 22))
    (of_day,) = programme(root, date(2020, 12, 16)).rounds
    assert of_day.editions == (Edition(2, date(2020, 12, 16), (amendment,)),)


def test_an_edition_never_tells_a_private_value(tmp_path: Path) -> None:
    """A correction of a field that the list does not show is no edition, or, with a period anew, one without words."""
    private = "  - {日期: 2020-12-16, 事项: 更正, 栏目: 手机号, 原: 13800000009, 新: 13800000001}\n"
    again = private.replace("}", ", 重新公示: 是, 公示至: 2020-12-22}")
    for text, editions in (
        (private, ()),
        (again, (Edition(2, date(2020, 12, 16), (Amendment("更正", 1, "", None, None, date(2020, 12, 22)),)),)),
    ):
        root = samples.write(tmp_path, LATER[0], ("a-001", PUBLICITY, PUBLICITY + text))
        view, guard = see(root, date(2020, 12, 17))
        assert view.programmes[0].rounds[0].editions == editions
        assert {"13800000009", "13800000001"} <= withheld(guard)


def test_an_edition_forgets_the_values_of_who_left(tmp_path: Path) -> None:
    """Until 撤回 it tells the old name and the new one; then the note stays and both are withheld."""
    events = (
        "  - {日期: 2020-12-16, 事项: 更正, 栏目: 姓名, 原: 王实例, 新: 王示例}\n  - {日期: 2020-12-17, 事项: 撤回}\n"
    )
    root = samples.write(tmp_path, LATER[0], ("a-001", PUBLICITY, PUBLICITY + events))
    for day, old, new in ((16, "王实例", "王示例"), (17, None, None)):
        view, guard = see(root, date(2020, 12, day))
        (edition,) = view.programmes[0].rounds[0].editions
        assert edition.amendments == (Amendment("更正", 1, "姓名", old, new),)
        assert {"王实例", "王示例"} & withheld(guard) == (set() if old else {"王实例", "王示例"})


def test_a_certification_notice_has_editions_of_its_own(tmp_path: Path) -> None:
    """A 更正 after 认定 amends the notice; a 变更 does not, the notice keeps what was then a fact."""
    changed = "  - {日期: 2021-02-01, 事项: 变更, 栏目: 职务, 原: 科研处副处长, 新: 科研处处长}\n"
    corrected = "  - {日期: 2021-01-08, 事项: 更正, 栏目: 所在单位, 原: 示例学院, 新: 示例大学}\n"
    root = samples.write(
        tmp_path,
        ("a-001", CERTIFIED, CERTIFIED + changed + corrected),
        ("a-001", "职务: 科研处副处长", "职务: 科研处处长"),
    )
    view, _ = see(root, date(2021, 3, 1))
    (notice,) = view.programmes[0].certifications
    assert [cell.text for cell in notice.entries[0].cells] == ["王示例", "A类", "示例大学", "科研处副处长"]
    assert notice.editions == (
        Edition(2, date(2021, 1, 8), (Amendment("更正", 1, "所在单位", "示例学院", "示例大学"),)),
    )
    assert [cell.text for cell in view.programmes[0].roster[0].cells][-1] == "科研处处长"


def test_numbers_of_a_published_list_never_move(tmp_path: Path) -> None:
    """A name that is corrected keeps its line, though it would now stand elsewhere."""
    renamed = "  - {日期: 2020-12-16, 事项: 更正, 栏目: 姓名, 原: 王示例, 新: 龚示例}\n"
    root = samples.write(
        tmp_path,
        *B_PROPOSED,
        LATER[0],
        ("a-001", PUBLICITY, PUBLICITY + renamed),
        ("a-001", "姓名: 王示例", "姓名: 龚示例"),
    )
    for day, names in ((15, ["王示例", "欧阳例"]), (16, ["龚示例", "欧阳例"])):
        (of_day,) = programme(root, date(2020, 12, day)).rounds
        assert [each.cells[0].text for each in of_day.entries] == names


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        ("撤回", Outcome(1, 0, 1, 0)),
        ("不予认定", Outcome(1, 1, 0, 0)),
        ("", Outcome(1, 0, 0, 1)),
    ],
)
def test_a_round_says_what_became_of_it(tmp_path: Path, event: str, outcome: Outcome) -> None:
    """Certified, refused, withdrawn and still open are counted, with the notices that certified."""
    line = f"  - {{日期: 2020-12-22, 事项: {event}}}\n" if event else ""
    root = samples.write(tmp_path, *B_PROPOSED, ("b-001", PUBLICITY, PUBLICITY + line))
    (of_day,) = programme(root, date(2020, 12, 28)).rounds
    assert (of_day.outcome, of_day.certifications) == (outcome, ("2020-12-25",))


@pytest.mark.parametrize(("day", "left"), [(14, 4), (16, 2), (18, 0), (19, None)])
def test_the_countdown_counts_working_days_after_the_day(tmp_path: Path, day: int, left: int | None) -> None:
    """On the last day none is left; afterwards there is nothing to count."""
    assert programme(samples.write(tmp_path), date(2020, 12, day)).rounds[0].left == left


def test_no_countdown_in_a_year_that_the_calendar_does_not_know(tmp_path: Path) -> None:
    """What cannot be counted is not told."""
    root = samples.write(
        tmp_path,
        LATER[0],
        ("a-001", PUBLICITY, "  - {日期: 2031-12-15, 事项: 拟认定, 公示至: 2031-12-19}\n"),
    )
    assert programme(root, date(2031, 12, 16)).rounds[0].left is None
