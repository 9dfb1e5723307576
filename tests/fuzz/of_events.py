"""The target `events`: the bytes of a candidate's file. What is accepted is projected, planned and told to staff."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from pipeline import content, pages, public, rules
from pipeline.content import submission
from pipeline.diagnostics import stops
from pipeline.documents.decode import decode
from pipeline.model import Site, Submission
from pipeline.staff.status import status
from pipeline.stages import DETAIL_KEYS, EVENTS, next_change
from tests import samples
from tests.fuzz import promises

PATH = f"{samples.PROGRAMMES}/submissions/daxue/a-001.yml"
AS_OF = date(2021, 3, 17)
DAYS = tuple(
    map(date.fromisoformat, ("1999-12-31", "2020-12-14", "2020-12-18", "2020-12-25", "2022-12-24", "2199-12-31"))
)
SEEDS = (samples.A_001.encode(), samples.A_001.replace("13800000001", "无").encode())
_BEFORE = samples.A_001.split("办理:")[0]
_GOOD = tuple(samples.A_001.split("办理:\n")[1].splitlines())
_DATES = (
    "2020-12-07",
    "2020-12-14",
    "2020-12-16",
    "2020-12-18",
    "2020-12-25",
    "2021-03-05",
    "2022-12-24",
    "2022-12-25",
)
_ODD = ("1900-01-01", "2199-12-31", "2021-02-29", "2020-12", "甲", "", "{}", "[甲]", "9999-12-31", "2020-12-25 09:00")
_WORDS: tuple[str, ...] = (
    "是",
    "否",
    "SL-2020-A001",
    "SL-2020-A002",
    "示例〔2020〕1号",
    "1",
    "2",
    "姓名",
    "职务",
    "类别",
    "手机号",
    "王示例",
)
_WORDS += (
    "科研处副处长",
    "主任",
    "优秀",
    "成立",
    "不成立",
    "属实",
    "电话",
    "任职条件",
    "daxue/a-001",
    "shili/a-001",
    "甲" * 300,
)
WORDS = tuple(
    each.encode() for each in (*_WORDS, *_DATES, *(f"事项: {kind}" for kind in EVENTS), *DETAIL_KEYS.values())
)


@cache
def _site() -> Site:
    with tempfile.TemporaryDirectory() as folder:
        site, found = content.load(samples.write(Path(folder)))
    assert found == ()
    return site


def cases() -> st.SearchStrategy[bytes]:
    """Return candidates whose events are some good ones, changed, and up to eight of any kind on any day."""
    day = st.one_of(st.sampled_from(_DATES), st.sampled_from(_ODD))
    detail = st.tuples(st.sampled_from(tuple(DETAIL_KEYS.values())), st.one_of(st.sampled_from(_WORDS), day))
    event = st.one_of(
        st.sampled_from(_GOOD),
        st.builds(_event, st.sampled_from(_DATES), st.sampled_from(tuple(EVENTS)), st.lists(detail, max_size=4)),
        st.builds(_event, day, st.sampled_from((*EVENTS, "甲")), st.lists(detail, max_size=4)),
    )
    return st.builds(_file, st.integers(0, len(_GOOD)), st.lists(event, max_size=8))


def _event(day: str, kind: str, details: Sequence[tuple[str, str]]) -> str:
    parts = {"日期": day, "事项": kind, **dict(details)}
    return "  - {" + ", ".join(f"{key}: {word}" for key, word in parts.items()) + "}"


def _file(good: int, events: Sequence[str]) -> bytes:
    lines = (*_GOOD[:good], *events)
    return (_BEFORE + ("办理:\n" + "\n".join(lines) + "\n" if lines else "")).encode()


def run(data: bytes) -> None:
    """Judge the file among the others; where nothing is wrong, every day's site can be planned and the desk told."""
    site = _site()
    programme = site.programmes[0]
    said, found = submission.read(data, PATH, programme.form)
    text = decode(data)[0] or ""
    promises.findings(found, text)
    if said is None:
        return
    candidate = submission.whole(PATH, said, programme.form)
    for day in DAYS:
        coming = next_change(candidate.events, candidate.opinions, day)
        if coming is not None and coming <= day:
            raise promises.BrokenError("the next change is not later than the day")
    changed = _with(site, candidate)
    judged = (*found, *rules.check(changed, AS_OF))
    promises.findings((each for each in judged if each.where.path == PATH), text)
    for day in DAYS:
        status(changed, day)
        if not stops(judged):
            view, _ = public.project(changed, day)
            pages.plan(view)


def _with(site: Site, candidate: Submission) -> Site:
    """Return the site with this file in the place of the good one."""
    programme = site.programmes[0]
    others = tuple(each for each in programme.submissions if each.id != candidate.id)
    return replace(site, programmes=(replace(programme, submissions=(candidate, *others)),))
