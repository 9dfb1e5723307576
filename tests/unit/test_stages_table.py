"""The table of events as a whole, what may follow a standing, and the day on which a standing changes next."""

import pytest

from pipeline.stages import (
    DETAIL_KEYS,
    EVENTS,
    Event,
    EventKind,
    Opinion,
    Stage,
    Standing,
    derive,
    may_follow,
    next_change,
)
from tests.lives import AGREED, LIFE, PROPOSED, RECEIVED, day, event


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2020-12-01", "2020-12-07"),
        ("2020-12-07", "2020-12-14"),
        ("2020-12-14", "2020-12-19"),
        ("2020-12-19", "2020-12-25"),
        ("2020-12-25", "2022-12-25"),
    ],
)
def test_next_change(as_of: str, expected: str) -> None:
    """The next day of change is that of a coming event or the day after a period."""
    assert day(expected) == next_change(LIFE, AGREED, day(as_of))


def test_next_change_by_opinion() -> None:
    """A coming opinion is a change too."""
    opinions = (Opinion("单位意见", True, day("2020-12-10")),)
    assert day("2020-12-10") == next_change((RECEIVED,), opinions, day("2020-12-07"))


def test_no_next_change() -> None:
    """Nothing changes after the term, by an event that does not fit, or on the day after the last day there is."""
    forever = event("2020-12-25", "认定", term_until="9999-12-31")
    assert next_change(LIFE, AGREED, day("2022-12-25")) is None
    assert next_change((RECEIVED, event("2021-01-05", "恢复")), AGREED, day("2020-12-07")) is None
    assert next_change((RECEIVED, PROPOSED, forever), AGREED, day("2020-12-25")) is None


def test_table_is_whole() -> None:
    """Every kind of event has a row, and every detail of an event that a row names has a key."""
    named = {name for rule in EVENTS.values() for name in (*rule.required, *rule.optional)}
    assert set(EventKind) == set(EVENTS)
    assert named <= set(DETAIL_KEYS)
    assert set(DETAIL_KEYS) == set(Event.__dataclass_fields__) - {"on", "kind", "index"}


def test_what_may_follow_now() -> None:
    """What may follow the end of publicity is what the table says, in its order."""
    standing = derive((RECEIVED, PROPOSED), AGREED, day("2020-12-19"))
    expected = ["异议", "异议处理", "更正", "变更", "撤回", "不予认定", "认定"]
    assert expected == [kind.value for kind in EVENTS if may_follow(kind, standing)]


@pytest.mark.parametrize(
    ("paper", "electronic", "may"),
    [
        *((True, True, False), (None, None, False), (True, None, False), (None, True, False)),
        *((False, True, True), (True, False, True), (False, None, True), (False, False, True)),
    ],
)
def test_receipt_again_only_for_what_was_missing(paper: bool | None, electronic: bool | None, may: bool) -> None:
    """收到 may come again where a copy is recorded as missing, and where none is spoken of it may not."""
    standing = Standing(Stage.RECEIVED, paper=paper, electronic=electronic)
    assert may_follow(EventKind.RECEIVED, standing) is may
