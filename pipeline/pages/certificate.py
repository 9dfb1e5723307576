"""The certificates of a programme: a page for each number that was ever given, and one on how to check a number."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from pipeline import memory
from pipeline.pages import addresses
from pipeline.pages.days import latest, written
from pipeline.pages.later import Data
from pipeline.pages.metadata import Meta, columns_of
from pipeline.pages.page import Page, Slot
from pipeline.pages.parts import Brief, Frame, NoticeBrief, brief, notice_briefs
from pipeline.pages.rows import link_to
from pipeline.public.decisions import PublicCertificate
from pipeline.public.types import PublicProgramme

EXAMPLE = "编号"
_TEMPLATE = "pages/certificate.html"


class _Common(NamedTuple):
    """What the pages of a programme's certificates have in common."""

    site: Frame
    programme: Brief


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page]:
    """Yield the page on checking, and each certificate; none where no number was ever given."""
    if not programme.certificates:
        return
    common = _Common(frame, brief(programme))
    yield _on_checking(programme, common)
    every = _Certificates(programme.slug, common)
    # How many a notice lists is not told here: no page is drawn again because another one was certified.
    notices = {each.key: replace(each, count=0) for each in notice_briefs(programme)}
    known = memory.known(f"certificate pages of {programme.slug}", common)
    for each in programme.certificates:
        yield known.of(each, every.page, notices.get(each.certification))


def _on_checking(programme: PublicProgramme, common: _Common) -> Page:
    pattern = addresses.public(common.site.url, addresses.certificate(programme.slug, EXAMPLE))
    meta = Meta(
        title=f"{programme.name}：证书核验",
        description=f"怎样核验{programme.name}的证书，编号查不到是什么意思。",
        column=columns_of(programme.terms)["certificate"],
    )
    return Page(
        addresses.certificates(programme.slug),
        "pages/certificates.html",
        {**common._asdict(), "meta": meta, "pattern": pattern, "count": len(programme.certificates)},
        changed=latest(*(each.certified_on for each in programme.certificates)),
    )


class _Certificates:
    """Plans certificates; those that look alike get one stencil."""

    def __init__(self, slug: str, common: _Common) -> None:
        self._slug = slug
        self._common = common
        self._among = addresses.certificates(slug)
        self._stencils: dict[tuple[object, ...], Mapping[str, object]] = {}

    def page(self, certificate: PublicCertificate, notice: NoticeBrief | None) -> Page:
        """Return the certificate's page; `notice` is the one that it was given by."""
        path = addresses.certificate(self._slug, certificate.number)
        web = addresses.public(self._common.site.url, path)
        return Page(
            path=path,
            template=_TEMPLATE,
            data=Data(_data, certificate, notice, self._common),
            web=web,
            changed=certificate.changed_on,
            among=self._among,
            stencil=self._stencil(certificate, notice),
            texts=(
                *(path, web, certificate.number, *_said(certificate, self._common)),
                *[cell.text for cell in certificate.cells if cell.text],
            ),
        )

    def _stencil(self, certificate: PublicCertificate, notice: NoticeBrief | None) -> Mapping[str, object] | None:
        """Return the stencil of all pages that differ from this one in numbers, names and the like only.

        None for a page that tells of another certificate: few look like it.
        """
        if certificate.again or certificate.before:
            return None
        columns = tuple([(cell.label, bool(cell.text)) for cell in certificate.cells])
        days = (certificate.since, certificate.certified_on, certificate.term_until)
        given = (certificate.standing, certificate.certification, certificate.document_number)
        key = (columns, days, given, certificate.renewals, certificate.honours)
        if key not in self._stencils:
            self._stencils[key] = _cut(certificate, notice, self._common)
        return self._stencils[key]


def _data(certificate: PublicCertificate, notice: NoticeBrief | None, common: _Common) -> Mapping[str, object]:
    """Return what the page is made of."""
    return {
        **common._asdict(),
        "notice": notice,
        "meta": Meta(*_said(certificate, common), column=columns_of(common.programme.terms)["certificate"]),
        "certificate": certificate,
        "again": link_to(certificate.again),
        "before": link_to(certificate.before),
    }


def _cut(certificate: PublicCertificate, notice: NoticeBrief | None, common: _Common) -> Mapping[str, object]:
    """Return what the page is made of, with slots for what is the certificate's own."""
    slots: Iterator[Any] = map(Slot, count(2))
    number, title, description = next(slots), next(slots), next(slots)
    cells = tuple(replace(each, text=next(slots)) if each.text else each for each in certificate.cells)
    data = _data(certificate, notice, common)
    meta = Meta(title, description, columns_of(common.programme.terms)["certificate"])
    return {**data, "meta": meta, "certificate": replace(certificate, number=number, cells=cells)}


def _said(certificate: PublicCertificate, common: _Common) -> tuple[str, str]:
    """Return title and description."""
    number, standing = certificate.number, certificate.standing
    on, issuer = written(common.site.as_of), common.programme.issuer
    return f"证书{number}：{standing}", f"证书编号{number}，截至{on}：{standing}。{issuer}发出，供核验。"
