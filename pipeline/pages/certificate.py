"""The certificates of a programme: a page for each number that was ever given, and one on how to check a number."""

from collections.abc import Iterator
from functools import partial

from pipeline import memory
from pipeline.pages import addresses
from pipeline.pages.days import latest, written
from pipeline.pages.metadata import COLUMNS, Meta
from pipeline.pages.page import Code, Page
from pipeline.pages.parts import Frame, NoticeBrief, brief, notice_briefs
from pipeline.pages.rows import link_to
from pipeline.public.decisions import PublicCertificate
from pipeline.public.types import PublicProgramme

EXAMPLE = "编号"


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page | Code]:
    """Yield the page on checking, and each certificate with its code; none where no number was ever given."""
    if not programme.certificates:
        return
    shared: dict[str, object] = {"site": frame, "programme": brief(programme)}
    pattern = addresses.public(frame.url, addresses.certificate(programme.slug, EXAMPLE))
    meta = Meta(
        title=f"{programme.name}：证书核验",
        description=f"怎样核验{programme.name}的证书，编号查不到是什么意思。",
        column=COLUMNS["certificate"],
    )
    yield Page(
        addresses.certificates(programme.slug),
        "pages/certificates.html",
        {**shared, "meta": meta, "pattern": pattern, "count": len(programme.certificates)},
        changed=latest(*(each.certified_on for each in programme.certificates)),
    )
    notices = {each.key: each for each in notice_briefs(programme)}
    known = memory.known(
        f"certificate pages of {programme.slug}", (frame, shared["programme"], programme.notice.issuer)
    )
    for each in programme.certificates:
        yield from known.of(each, partial(_certificate, programme, frame, shared), notices.get(each.certification))


def _meta(programme: PublicProgramme, certificate: PublicCertificate, frame: Frame) -> Meta:
    said = f"证书编号{certificate.number}，截至{written(frame.as_of)}：{certificate.standing}"
    return Meta(
        title=f"证书{certificate.number}：{certificate.standing}",
        description=f"{said}。{programme.notice.issuer}发出，供核验。",
        column=COLUMNS["certificate"],
    )


def _certificate(
    programme: PublicProgramme,
    frame: Frame,
    shared: dict[str, object],
    certificate: PublicCertificate,
    notice: NoticeBrief | None,
) -> tuple[Page | Code, ...]:
    slug = programme.slug
    path = addresses.certificate(slug, certificate.number)
    web = addresses.public(frame.url, path)
    code = addresses.certificate_code(slug, certificate.number) if web else ""
    data: dict[str, object] = {
        **shared,
        "notice": notice,
        "meta": _meta(programme, certificate, frame),
        "certificate": certificate,
        "again": link_to(certificate.again),
        "before": link_to(certificate.before),
        "code": code,
    }
    among = addresses.certificates(slug)
    page = Page(path, "pages/certificate.html", data, web, changed=certificate.changed_on, among=among)
    return (page, Code(code, web)) if code else (page,)
