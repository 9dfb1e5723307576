"""The projection: Site and day in, PublicSite and withheld values out.

In: the private Site and `as_of`. Out: what outsiders see, copied field by field, and what they must not see.
A programme whose notice is not yet out that day is withheld whole.
"""

from datetime import date

from pipeline import terms
from pipeline.model import ASSOCIATION, Programme, Site
from pipeline.public import certifications, filling, lists, piles
from pipeline.public.guard import Guard
from pipeline.public.lists import Setting
from pipeline.public.office import PublicImprint, PublicLicence, PublicTypesetting
from pipeline.public.opening import Opening, label
from pipeline.public.ordering import sort_key
from pipeline.public.quotas import with_quotas
from pipeline.public.statistics import statistics
from pipeline.public.succession import Succession, succession
from pipeline.public.told import Before, is_out, opened
from pipeline.public.types import (
    Holder,
    Phase,
    PublicCategory,
    PublicContact,
    PublicFile,
    PublicForm,
    PublicNotice,
    PublicObjectionChannel,
    PublicProgramme,
    PublicRound,
    PublicSite,
)


def project(site: Site, as_of: date, told: Before = lambda _: None) -> tuple[PublicSite, Guard]:
    """Return the site that outsiders see on the day, and the guard over what none of its outputs may hold.

    `told`: what `opener` gave for the candidate of a path on that day, where it was asked before.
    """
    found = {each.slug: opened(each, as_of, told) for each in site.programmes}
    openings = {slug: tuple([each.opening for each in of_one]) for slug, of_one in found.items()}
    out = tuple(each for each in site.programmes if is_out(each, as_of))
    tied = succession((each, opening) for each in out for opening in openings[each.slug])
    view = PublicSite(
        name=site.name,
        url=site.url,
        identifier=site.identifier,
        contact=site.contact,
        footer=site.footer,
        demonstration=site.demonstration,
        as_of=as_of,
        programmes=tuple(_programme(site, each, openings[each.slug], tied, as_of) for each in out),
        statistics=tuple(statistics(out, tied, as_of)),
        typesetting=_typesetting(site),
        imprint=_imprint(site),
        licence=PublicLicence(site.licence.name, site.licence.url) if site.licence else None,
    )
    return view, piles.guard(site, [each for of_one in found.values() for each in of_one])


def _typesetting(site: Site) -> PublicTypesetting:
    own = site.typesetting
    return PublicTypesetting(
        system_fonts=own.system_fonts,
        top=own.top,
        bottom=own.bottom,
        left=own.left,
        right=own.right,
        lines=own.lines,
        characters=own.characters,
    )


def _imprint(site: Site) -> PublicImprint:
    own = site.imprint
    return PublicImprint(
        owner=own.owner,
        address=own.address,
        registration=own.registration,
        police_registration=own.police_registration,
        emblem=own.emblem,
        emblem_kind=own.emblem_kind,
        emblem_url=own.emblem_url,
    )


def _programme(
    site: Site, programme: Programme, openings: tuple[Opening, ...], tied: Succession, as_of: date
) -> PublicProgramme:
    own = terms.of_programme(programme)
    setting = Setting(programme, sort_key(programme, site.strokes), site.calendar, as_of, own)
    named = certifications.keys(openings)
    # Each list sorts by names of its own day; sorted once, the others are nearly in order.
    listed = tuple(sorted(openings, key=lambda each: setting.sort(each.submission, as_of)))
    rounds = lists.rounds(setting, listed, lambda each: certifications.key_of(each, named))
    roster = tuple(lists.holders(setting, listed, lambda each: tied.again((programme.slug, each.submission.id))))
    return PublicProgramme(
        slug=programme.slug,
        name=programme.name,
        series=programme.series,
        phase=_phase(programme, rounds, roster, as_of),
        notice=_notice(programme),
        form=_form(programme),
        order=own.of_order(programme.order),
        objection=_objection(programme),
        round_labels=tuple(label(programme, name) for name in programme.shown.publicity),
        roster_labels=tuple(label(programme, name) for name in programme.shown.roster),
        deadline=programme.deadline,
        deadline_time=programme.deadline_time,
        materials="、".join(each.said for each in programme.materials if each.copies),
        term_months=programme.term_months,
        term_ends=programme.term_ends,
        categories=tuple(PublicCategory(c.code, c.name, c.target, c.duties) for c in programme.categories),
        contacts=tuple(PublicContact(c.office, c.people, c.phone, c.email) for c in programme.contacts),
        attachments=tuple(PublicFile(a.name, a.path, a.size) for a in programme.attachments),
        rounds=rounds,
        roster=roster,
        terms=own,
        certifications=tuple(certifications.certifications(setting, listed, named)),
        certificates=tuple(certifications.certificates(setting, openings, named, tied)),
        roles=_roles(programme),
    )


def _roles(programme: Programme) -> tuple[tuple[str, str], ...]:
    roles = programme.roles
    played = (("name", roles.name), ("category", roles.category), ("unit", roles.unit), ("association", ASSOCIATION))
    return tuple((part, label(programme, name)) for part, name in played if name)


def _form(programme: Programme) -> PublicForm:
    form = programme.form
    return PublicForm(
        title=form.title,
        layout=form.layout,
        attachment_label="附件",
        version=form.version,
        fields=filling.fields(form),
        rules=filling.rules(form),
        named_by=programme.roles.name,
    )


def _phase(programme: Programme, rounds: tuple[PublicRound, ...], roster: tuple[Holder, ...], as_of: date) -> Phase:
    if any(each.running or _reopened(each) for each in rounds):
        return Phase.IN_PUBLICITY
    if roster:
        return Phase.CERTIFIED
    if programme.deadline is None or as_of <= programme.deadline:
        return Phase.OPEN
    return Phase.CLOSED


def _reopened(of_day: PublicRound) -> bool:
    return any(each.again and each.again.running for each in of_day.entries)


def _notice(programme: Programme) -> PublicNotice:
    notice = programme.notice
    return PublicNotice(
        title=notice.title,
        addressees=notice.addressees,
        issuer=notice.issuer,
        dated=notice.dated,
        body=with_quotas(notice.body, programme),
        document_number=notice.document_number,
        published_at=notice.published_at,
        published_on=notice.published_on,
    )


def _objection(programme: Programme) -> PublicObjectionChannel:
    channel = programme.objection
    return PublicObjectionChannel(
        how=channel.how,
        phone=channel.phone,
        email=channel.email,
        address=channel.address,
        hours=channel.hours,
        supervision_phone=channel.supervision_phone,
        named_only=channel.named_only,
    )
