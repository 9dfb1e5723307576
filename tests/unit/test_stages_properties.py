"""What must hold of every candidate's events, however odd: order, time and cause."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.stages import Event, EventKind, Opinion, breaches, derive, next_change

FIRST = date(2020, 12, 1)
LAST = date(2021, 1, 20)
WINDOW = tuple(FIRST + timedelta(days=number) for number in range((LAST - FIRST).days))

# A busy machine must not fail a property.

days = st.dates(FIRST, LAST)
yes_or_no = st.sampled_from([None, True, False])
words = st.sampled_from([None, "1", "2"])


def events_of(kinds: st.SearchStrategy[EventKind], on: st.SearchStrategy[date]) -> st.SearchStrategy[Event]:
    """Return events of the kinds and days with any details whatever."""
    return st.builds(
        Event,
        on=on,
        kind=kinds,
        paper=yes_or_no,
        electronic=yes_or_no,
        republish=yes_or_no,
        publicity_until=st.none() | days,
        term_until=st.none() | days,
        document_number=words,
        number=words,
        result=words,
        changed_field=words,
        new=words,
    )


def chain(*kinds: str) -> st.SearchStrategy[list[Event]]:
    """Return lives in which the events happen in the order given, after receipt, publicity and certification."""
    whole = [EventKind(kind) for kind in ("收到", "拟认定", "认定", *kinds)]
    events = [events_of(st.just(kind), days) for kind in whole]
    return st.tuples(*events).map(_in_turn)


def _in_turn(events: tuple[Event, ...]) -> list[Event]:
    ordered = sorted(each.on for each in events)
    return [replace(event, on=on) for event, on in zip(events, ordered, strict=True)]


chains = chain("取消资格", "恢复") | chain("续聘", "年度评估") | chain("异议", "退出")
noise = st.lists(events_of(st.sampled_from(EventKind), days), max_size=4)
files = st.tuples(noise, st.just([]) | chains).map(lambda parts: (*parts[0], *parts[1]))
opinions_of = st.lists(st.builds(Opinion, words.map(str), yes_or_no, st.none() | days), max_size=2).map(tuple)


@given(events=files, opinions=opinions_of, as_of=days, data=st.data())
def test_order_in_the_file_never_matters(
    events: tuple[Event, ...], opinions: tuple[Opinion, ...], as_of: date, data: st.DataObject
) -> None:
    """Whatever the order of the events in the file, the standing, its next change and the breaches are the same."""
    shuffled = tuple(data.draw(st.permutations(events)))
    assert derive(events, opinions, as_of) == derive(shuffled, opinions, as_of)
    assert next_change(events, opinions, as_of) == next_change(shuffled, opinions, as_of)
    assert breaches(events, opinions) == breaches(shuffled, opinions)


@given(events=files, opinions=opinions_of, as_of=days)
def test_nothing_later_is_known(events: tuple[Event, ...], opinions: tuple[Opinion, ...], as_of: date) -> None:
    """The standing of a day is the same whether what is dated after it is in the file or not."""
    known = tuple(each for each in events if each.on <= as_of)
    given_by_then = tuple(
        replace(each, agrees=None) if each.on is not None and each.on > as_of else each for each in opinions
    )
    assert derive(events, opinions, as_of) == derive(known, given_by_then, as_of)


@given(events=files, opinions=opinions_of)
def test_every_change_has_a_cause(events: tuple[Event, ...], opinions: tuple[Opinion, ...]) -> None:
    """From one day to the next a standing changes only by an event, an opinion, or a period that has ended."""
    ends = {each.publicity_until for each in events} | {each.term_until for each in events}
    causes = {each.on for each in events} | {each.on for each in opinions}
    causes |= {end + timedelta(days=1) for end in ends if end is not None}
    changed = {
        after
        for before, after in pairwise(WINDOW)
        if derive(events, opinions, before) != derive(events, opinions, after)
    }
    assert changed <= causes


@given(events=files, opinions=opinions_of, as_of=days)
def test_next_change_is_the_next(events: tuple[Event, ...], opinions: tuple[Opinion, ...], as_of: date) -> None:
    """The next change is the first later day that stands otherwise, found by looking at every day."""
    now = derive(events, opinions, as_of)
    coming = (as_of + timedelta(days=number) for number in range(1, len(WINDOW) + 3))
    expected = next((day for day in coming if derive(events, opinions, day) != now), None)
    assert expected == next_change(events, opinions, as_of)


@given(events=files, opinions=opinions_of, as_of=days)
def test_no_certificate_without_publicity(
    events: tuple[Event, ...], opinions: tuple[Opinion, ...], as_of: date
) -> None:
    """Who is certified was published before, and who was published was received before."""
    standing = derive(events, opinions, as_of)
    reached = [standing.received_on, standing.proposed_on, standing.certified_on]
    dated = [day for day in reached if day is not None]
    assert dated == sorted(dated)
    assert reached[: len(dated)] == dated


@given(events=st.lists(events_of(st.sampled_from(EventKind), st.dates()), max_size=8).map(tuple), as_of=st.dates())
def test_nothing_is_raised(events: tuple[Event, ...], as_of: date) -> None:
    """Any events on any day have a standing, a next change later than the day or none, and breaches of E3 codes."""
    opinions = (Opinion("意见", True, as_of),)
    since = derive(events, opinions, as_of).since
    coming = next_change(events, opinions, as_of)
    assert since is None or since <= as_of
    assert coming is None or coming > as_of
    assert all(breach.code.startswith("E3") for breach in breaches(events, opinions))
