"""What many pages hold: the site's frame, a programme in short, a round in short.

In: the public types. Out: small data for templates, which hold all the words. Addresses that lead nowhere are empty.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from pipeline import terms
from pipeline.pages import addresses, calendar
from pipeline.public.decisions import Outcome, Period
from pipeline.public.office import PublicImprint, PublicLicence, PublicTypesetting
from pipeline.public.types import Phase, PublicProgramme, PublicRound, PublicSite
from pipeline.terms import Terms

DEMONSTRATION = "演示数据，名单中的人员和单位均为虚构"


OPEN_PHASES = (Phase.OPEN, Phase.IN_PUBLICITY)
"""While a programme is in one of these, somebody outside can still do something: hand in, or object."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page. `banner` is empty unless the site is a demonstration.

    `police_code`: the digits of 公安备案. `emblem`, `feed` and `calendar` are addresses, empty for what is not there.
    """

    name: str
    url: str
    domain: str
    identifier: str
    contact: str
    footer: tuple[str, ...]
    banner: str
    as_of: date
    home: str
    in_office: str
    terms: Terms
    statistics: str
    typesetting: PublicTypesetting
    imprint: PublicImprint
    police_code: str
    emblem: str
    licence: PublicLicence | None
    site_map: str
    feed: str
    calendar: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines of a list carry a word."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Links:
    """Where a programme's pages stand; empty for a page that is not there."""

    notice: str
    form: str
    publicity: str = ""
    roster: str = ""
    csv: str = ""
    xlsx: str = ""
    json: str = ""
    data: str = ""
    certificates: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """A programme as its pages and the home page name it; `title` is the notice's, in the lines it was given in."""

    name: str
    phase: Phase
    title: tuple[str, ...]
    issuer: str
    document_number: str
    measure: str
    terms: Terms
    links: Links


@dataclass(frozen=True, slots=True)
class NoticeBrief:
    """A certification notice without its list; `count` counts the list, `key` is the notice's own in the programme."""

    key: str
    on: date
    title: str
    document_number: str
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class RoundBrief:
    """A round without its lines. `anew`: the periods of lines that are published anew on the day."""

    on: date
    until: date
    days: int
    unit: str
    first_day_counts: bool
    running: bool
    names_hidden: bool
    count: int
    notes: tuple[Tally, ...]
    objections_received: int
    objections_settled: int
    left: int | None
    outcome: Outcome
    anew: tuple[Period, ...]
    path: str


def frame(site: PublicSite) -> Frame:
    """Return what stands on every page of the site."""
    return Frame(
        name=site.name,
        url=site.url,
        domain=urlsplit(site.url).netloc,
        identifier=site.identifier,
        contact=site.contact,
        footer=site.footer,
        banner=DEMONSTRATION if site.demonstration else "",
        as_of=site.as_of,
        home=addresses.HOME,
        in_office=addresses.in_office() if any(each.roster for each in site.programmes) else "",
        terms=terms.of_several(each.terms for each in site.programmes),
        statistics=addresses.statistics() if site.statistics else "",
        typesetting=site.typesetting,
        imprint=site.imprint,
        police_code="".join(each for each in site.imprint.police_registration if each.isdecimal()),
        emblem=addresses.emblem(site.imprint.emblem) if site.imprint.emblem else "",
        licence=site.licence,
        site_map=addresses.site_map(),
        feed=addresses.FEED if site.url else "",
        calendar=addresses.CALENDAR if calendar.entries(site) else "",
    )


def brief(programme: PublicProgramme) -> Brief:
    """Return the programme in short, with links to the pages that it has."""
    return Brief(
        name=programme.name,
        phase=programme.phase,
        title=tuple(programme.notice.title.split("\n")),
        issuer=programme.notice.issuer,
        document_number=programme.notice.document_number,
        measure=programme.measure,
        terms=programme.terms,
        links=_links(programme),
    )


def round_brief(programme: PublicProgramme, each: PublicRound) -> RoundBrief:
    """Return the round in short."""
    return RoundBrief(
        on=each.on,
        until=each.until,
        days=each.days,
        unit=each.unit,
        first_day_counts=each.first_day_counts,
        running=each.running,
        names_hidden=each.names_hidden,
        count=len(each.entries),
        notes=tally(entry.note for entry in each.entries if entry.note),
        objections_received=each.objections_received,
        objections_settled=each.objections_settled,
        left=each.left,
        outcome=each.outcome,
        anew=tuple(entry.again for entry in each.entries if entry.again and entry.again.running),
        path=addresses.publicity_round(programme.slug, each.on),
    )


def round_briefs(programme: PublicProgramme) -> tuple[RoundBrief, ...]:
    """Return the programme's rounds in short, the latest first."""
    newest_first = sorted(programme.rounds, key=lambda each: each.on, reverse=True)
    return tuple(round_brief(programme, each) for each in newest_first)


def notice_briefs(programme: PublicProgramme) -> tuple[NoticeBrief, ...]:
    """Return the programme's certification notices in short, by day."""
    return tuple(
        NoticeBrief(
            key=each.key,
            on=each.on,
            title=filled(each.title, each.words),
            document_number=each.document_number,
            count=len(each.entries),
            path=addresses.certification(programme.slug, each.key),
        )
        for each in programme.certifications
    )


def filled(text: str, words: tuple[tuple[str, str | None], ...]) -> str:
    """Return a title with its placeholders filled in."""
    for name, word in words:
        text = text.replace(f"{{{name}}}", word or "")
    return text


def tally(words: Iterable[str]) -> tuple[Tally, ...]:
    """Return how often each word comes, in the order in which they come first."""
    return tuple(Tally(word, count) for word, count in Counter(words).items())


def _links(programme: PublicProgramme) -> Links:
    slug = programme.slug
    certified = bool(programme.roster)
    return Links(
        notice=addresses.notice(slug),
        form=addresses.form(slug),
        publicity=addresses.latest_round(slug) if programme.rounds else "",
        roster=addresses.roster(slug) if certified else "",
        csv=addresses.roster_file(slug, "csv") if certified else "",
        xlsx=addresses.roster_file(slug, "xlsx") if certified else "",
        json=addresses.roster_file(slug, "json") if certified else "",
        data=addresses.roster_data(slug) if certified else "",
        certificates=addresses.certificates(slug) if programme.certificates else "",
    )
