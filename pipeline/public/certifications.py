"""Certification notices and certificates of one programme.

In: the openings of the certified. Out: PublicCertification and PublicCertificate. Copies only what an opening names.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import groupby

from pipeline.model import CertificationText
from pipeline.public.changed import latest
from pipeline.public.decisions import CertifiedEntry, PublicCertificate, PublicCertification, Record, Renewal
from pipeline.public.editions import editions
from pipeline.public.honours import honours
from pipeline.public.lists import Setting
from pipeline.public.opening import Listing, Opening
from pipeline.public.succession import Succession
from pipeline.public.values import document_number
from pipeline.public.views import LEFT
from pipeline.public.words import words
from pipeline.stages import Stage

VALID = "有效"
_STANDINGS = {Stage.IN_OFFICE: VALID, Stage.REVOKED: "已取消"}
_DIGITS = re.compile(r"([0-9]+)")


def keys(openings: tuple[Opening, ...]) -> Mapping[tuple[date, str], str]:
    """Return the key of each notice by its day and 文号: the day, and a number where a day has several."""
    given = {_notice(each) for each in openings if each.standing.certified_on}
    named: dict[tuple[date, str], str] = {}
    # The text as well, for 1号 and 01号 are told apart: a set has no order.
    notices = sorted(given, key=lambda each: (each[0], _natural(each[1]), each[1]))
    for on, of_day in groupby(notices, key=lambda each: each[0]):
        for count, notice in enumerate(of_day, 1):
            named[notice] = on.isoformat() if count == 1 else f"{on.isoformat()}-{count}"
    return named


def key_of(opening: Opening, named: Mapping[tuple[date, str], str]) -> str:
    """Return the key of the notice by which the candidate was certified, empty where there is none."""
    return named.get(_notice(opening), "")


def certifications(
    setting: Setting, openings: tuple[Opening, ...], named: Mapping[tuple[date, str], str]
) -> Iterator[PublicCertification]:
    """Yield the programme's certification notices by day; none where its text could not be read."""
    text = setting.programme.certification
    if text is None:
        return
    listings: dict[tuple[date, str], list[Opening]] = {notice: [] for notice in named}
    for each in openings:
        if each.standing.certified_on:
            listings[_notice(each)].append(each)
    names = [each.name for each in setting.programme.categories]
    for notice, key in named.items():
        listed = listings[notice]
        listed.sort(key=lambda each: (_group(setting, each, names), setting.sort(each.submission, notice[0])))
        yield _certification(setting, text, notice, key, listed)


def _certification(
    setting: Setting, text: CertificationText, notice: tuple[date, str], key: str, listed: list[Opening]
) -> PublicCertification:
    programme, (on, number) = setting.programme, notice
    amended = editions(programme, enumerate(listed, 1), Listing.NOTICE)
    changes = (each.changed[Listing.NOTICE] for each in listed)
    known = setting.known(f"notice {key}")
    entry = partial(_entry, setting)
    return PublicCertification(
        key=key,
        on=on,
        document_number=number,
        title=text.title,
        addressees=text.addressees,
        issuer=text.issuer or programme.notice.issuer,
        list_title=text.list_title or "{认定}名单",
        body=text.body,
        words=words(programme, notice, listed),
        entries=tuple(known.of(each, entry, count) for count, each in enumerate(listed, 1)),
        editions=amended,
        changed_on=latest(changes, amended),
    )


def _entry(setting: Setting, opening: Opening, number: int) -> CertifiedEntry:
    standing = opening.standing
    return CertifiedEntry(
        number=number,
        category=_group_name(setting, opening),
        cells=opening.cells[Listing.NOTICE],
        certificate_number=standing.certificate_number or "",
        note=setting.terms.say(LEFT.get(standing.stage, "")),
        since=standing.since if standing.stage in LEFT else None,
        mark=opening.mark,
    )


def _group(setting: Setting, opening: Opening, names: list[str]) -> int:
    name = _group_name(setting, opening)
    return names.index(name) if name else len(names)


def _group_name(setting: Setting, opening: Opening) -> str:
    """Return the category under which the line stands, empty where the roster does not show categories."""
    programme = setting.programme
    if programme.roles.category not in programme.shown.roster:
        return ""
    return opening.group


def certificates(
    setting: Setting, openings: tuple[Opening, ...], named: Mapping[tuple[date, str], str], tied: Succession
) -> Iterator[PublicCertificate]:
    """Yield the certificates that were ever given, by number."""
    given = [each for each in openings if each.views.certificate_fields is not None]
    known = setting.known("certificates")
    certificate = partial(_certificate, setting)
    for each in sorted(given, key=lambda each: (each.standing.certificate_number or "", each.submission.id)):
        name = (setting.programme.slug, each.submission.id)
        yield known.of(each, certificate, key_of(each, named), tied.again(name), tied.before(name))


def _certificate(
    setting: Setting, opening: Opening, key: str, again: Record | None, before: Record | None
) -> PublicCertificate:
    programme, standing = setting.programme, opening.standing
    certified = standing.certified_on or setting.as_of
    word = setting.terms.of_stage(standing.stage)
    return PublicCertificate(
        number=standing.certificate_number or "",
        standing=_STANDINGS.get(standing.stage, word),
        since=standing.since or certified,
        certified_on=certified,
        document_number=document_number(standing.document_number),
        certification=key,
        term_until=standing.term_until,
        cells=opening.cells[Listing.CERTIFICATE],
        renewals=tuple(Renewal(each.on, each.term_until) for each in standing.renewals),
        honours=tuple(each for each, _ in honours(programme, opening)),
        again=again,
        before=before,
        changed_on=latest((opening.changed[Listing.CERTIFICATE], again.certified_on if again else None)),
    )


def _notice(opening: Opening) -> tuple[date, str]:
    standing = opening.standing
    return standing.certified_on or date.min, document_number(standing.document_number)


def _natural(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key by which 9号 stands before 10号."""
    return tuple((int(each), "") if each.isdecimal() else (0, each) for each in _DIGITS.split(number) if each)
