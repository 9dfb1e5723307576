"""The certificates of a programme: a page for each number that was ever given, and one on how to check a number."""

from collections.abc import Iterator

from pipeline.pages import addresses
from pipeline.pages.page import Code, Page
from pipeline.pages.parts import Frame, brief, notice_briefs
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
    yield Page(
        addresses.certificates(programme.slug),
        "pages/certificates.html",
        {**shared, "pattern": pattern, "count": len(programme.certificates)},
    )
    notices = {each.key: each for each in notice_briefs(programme)}
    for each in programme.certificates:
        yield from _certificate(programme.slug, frame, each, {**shared, "notice": notices.get(each.certification)})


def _certificate(
    slug: str, frame: Frame, certificate: PublicCertificate, shared: dict[str, object]
) -> Iterator[Page | Code]:
    path = addresses.certificate(slug, certificate.number)
    web = addresses.public(frame.url, path)
    code = addresses.certificate_code(slug, certificate.number) if web else ""
    data: dict[str, object] = {
        "certificate": certificate,
        "again": link_to(certificate.again),
        "before": link_to(certificate.before),
        "code": code,
    }
    yield Page(path, "pages/certificate.html", {**shared, **data})
    if code:
        yield Code(code, web)
