"""When the site changes next without anybody doing anything.

In: the private Site and a day. Out: the next day on which a page differs, and why.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipeline import public, terms
from pipeline.model import Programme, Site
from pipeline.public.types import PublicSite
from pipeline.rules.periods import is_too_long
from pipeline.stages import Event, Stage, derive

NextChange = tuple[date, tuple[str, ...]]

NOTICE, DEADLINE, COUNTDOWN = "通知发布", "报送截止", "公示倒计时"
_BY_THEMSELVES = frozenset({Stage.PUBLICITY_OVER, Stage.TERM_OVER})
_DAY = timedelta(days=1)


def next_change(site: Site, as_of: date) -> NextChange | None:
    """Return the first day after `as_of` on which the public sees more changed than the day itself, and the reasons.

    Reasons are the words of events, of stages that come by themselves, and those above; None where nothing will change.
    """
    now = _view(site, as_of)
    for day in sorted(set(_days(site, as_of))):
        if any(_is_closed(each, day) for each in site.programmes) or _view(site, day) != now:
            return day, tuple(dict.fromkeys(_reasons(site, day))) or (COUNTDOWN,)
    return None


def _view(site: Site, day: date) -> PublicSite:
    return replace(public.project(site, day)[0], as_of=date.min)


def _is_closed(programme: Programme, day: date) -> bool:
    """Tell whether the notice's page says from that day on that the deadline is over."""
    out = programme.notice.published_on is None or programme.notice.published_on <= day
    return out and programme.deadline is not None and programme.deadline + _DAY == day


def _days(site: Site, as_of: date) -> Iterator[date]:
    """Yield the days after `as_of` on which something can change."""
    for programme in site.programmes:
        ends = [each for each in (programme.deadline,) if each]
        turns = [each for each in (programme.notice.published_on,) if each]
        for submission in programme.submissions:
            for event in submission.events:
                turns.append(event.on)
                ends += [end for end in (event.publicity_until, event.term_until) if end]
                turns += _countdown(event, as_of)
        yield from (day for day in (*turns, *(end + _DAY for end in ends if end < date.max)) if day > as_of)


def _countdown(event: Event, as_of: date) -> Iterator[date]:
    """Yield the days on which a running period has less left; of one that nobody can mean, only the end counts."""
    until = event.publicity_until
    if until and event.on <= as_of < until and not is_too_long(event.on, until):
        yield from (as_of + _DAY * number for number in range(1, (until - as_of).days + 1))


def _reasons(site: Site, day: date) -> Iterator[str]:
    for programme in site.programmes:
        if programme.notice.published_on == day:
            yield NOTICE
        if _is_closed(programme, day):
            yield DEADLINE
        for each in programme.submissions:
            standing = derive(each.events, each.opinions, day)
            if standing.proposed_on is None:
                continue
            yield from (event.kind.value for event in each.events if event.on == day)
            stage = standing.stage
            if stage in _BY_THEMSELVES and derive(each.events, each.opinions, day - _DAY).stage is not stage:
                yield terms.of_programme(programme).of_stage(stage)
