"""The calendar: iCalendar by RFC 5545, with the days to keep in mind, and nobody in it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import render
from pipeline.pages import CalendarFile, plan
from pipeline.paper import calendar
from pipeline.public.decisions import Period
from pipeline.public.types import PublicSite
from tests.unit import public_fixture as public
from tests.unit.html_reader import read

SLUG = public.SLUG
Event = dict[str, str]


def _file(site: PublicSite) -> CalendarFile:
    return next(each for each in plan(site) if isinstance(each, CalendarFile))


def _drawn(site: PublicSite) -> bytes:
    outputs, findings = render.all([_file(site)], Path())
    assert findings == ()
    return outputs[0].data


def _lines(data: bytes) -> list[str]:
    """Return the lines as a reader unfolds them."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _text(text: str) -> str:
    for escaped, plain in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        text = text.replace(escaped, plain)
    return text


def _events(data: bytes) -> list[Event]:
    found: list[Event] = []
    for line in _lines(data):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", "BEGIN"):
            assert name not in found[-1]
            found[-1][name] = value
    return found


def test_calendar_is_valid() -> None:
    """It has its frame, ends every line by CRLF, and no line is longer than 75 bytes or cut within a character."""
    data = _drawn(public.site())
    lines = _lines(data)
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gongshi//calendar//ZH"]
    assert lines[-1] == "END:VCALENDAR"
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(each) for each in data.split(b"\r\n")) <= 75
    for part in data.split(b"\r\n"):
        part.decode()
    events = _events(data)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(events)
    assert all({"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= each.keys() for each in events)
    assert len({each["UID"] for each in events}) == len(events)


def test_days_to_keep_in_mind() -> None:
    """Deadlines, periods of publicity and ends of terms, whole days, the day after the last as the format has it."""
    found = [
        (each["UID"], each["DTSTART;VALUE=DATE"], each["DTEND;VALUE=DATE"], each["SUMMARY"].partition("：")[0])
        for each in _events(_drawn(public.site()))
    ]
    assert found == [
        (f"{SLUG}-deadline@shili.example", "20201208", "20201209", "推荐截止"),
        (f"{SLUG}-publicity-2020-12-14@shili.example", "20201214", "20201219", "公示"),
        (f"{SLUG}-term-2021-03-01@shili.example", "20210301", "20210302", "任期届满"),
        (f"{SLUG}-publicity-2021-03-15@shili.example", "20210315", "20210320", "公示"),
        ("ketizu-2021-deadline@shili.example", "20210430", "20210501", "推荐截止"),
        (f"{SLUG}-term-2022-12-24@shili.example", "20221224", "20221225", "任期届满"),
    ]


def test_stamps_are_days_on_which_things_became_known() -> None:
    """No clock is in the file: two sites of different days say the same of the same event."""
    one, other = (_events(_drawn(replace(public.site(), as_of=date(2021, 3, day)))) for day in (17, 29))
    assert one == other
    assert one[1]["DTSTAMP"] == "20201213T160000Z"


def test_publicity_anew_has_days_of_its_own() -> None:
    """A line that is published anew is an event beside its round."""
    programme = public.programme()
    again = Period(date(2020, 12, 16), date(2020, 12, 22), running=False, left=None)
    first = programme.rounds[0]
    entries = (replace(first.entries[0], again=again), *first.entries[1:])
    site = public.site(replace(programme, rounds=(replace(first, entries=entries),)))
    found = {each["SUMMARY"]: each for each in _events(_drawn(site))}
    anew = found["重新公示：首批“样本之光”联络员推荐认定"]
    assert (anew["DTSTART;VALUE=DATE"], anew["DTEND;VALUE=DATE"]) == ("20201216", "20201223")


def test_nobody_is_named() -> None:
    """The calendar counts."""
    text = _drawn(public.site()).decode().replace("\r\n ", "")
    assert [each for each in public.NAMES if each in text] == []


def test_demonstration_says_so_in_every_entry() -> None:
    """An entry stands alone in somebody's calendar."""
    events = _events(_drawn(public.site()))
    assert all(_text(each["DESCRIPTION"]).endswith("演示数据，名单中的人员和单位均为虚构") for each in events)
    assert "演示" not in _drawn(public.site(demonstration=False)).decode()


def test_without_an_address_entries_lead_nowhere() -> None:
    """Their names are still unlike any other's."""
    events = _events(_drawn(public.site(url="")))
    assert [each for each in events if "URL" in each] == []
    assert events[0]["UID"] == f"{SLUG}-deadline@gongshi"


@pytest.mark.parametrize("programmes", [True, False])
def test_pages_lead_to_the_calendar_where_there_is_one(programmes: bool, tmp_path: Path) -> None:
    """A calendar without an event would not be valid: there is none then."""
    site = public.site() if programmes else replace(public.site(), programmes=(), statistics=())
    files = public.draw(site, tmp_path)
    links = [each["href"] for each in read(files["index.html"]).all("a")]
    assert ("calendar.ics" in files) is ("calendar.ics" in links) is programmes


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=120))
def test_any_text_comes_back(text: str) -> None:
    """Whatever stands in a text, folding and escaping do not change it."""
    day = date(2021, 3, 17)
    data = calendar.to_ics("甲", "", [calendar.Day("a", day, day, day, "乙", text)])
    assert max(len(each) for each in data.split(b"\r\n")) <= 75
    said = next(each for each in _lines(data) if each.startswith("DESCRIPTION:")).removeprefix("DESCRIPTION:")
    assert _unescaped(said) == text


def _unescaped(text: str) -> str:
    parts = iter(text)
    return "".join({"n": "\n"}.get(after := next(parts), after) if each == "\\" else each for each in parts)
