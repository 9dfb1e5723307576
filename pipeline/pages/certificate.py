"""The certificates of a programme: a page for each number that was ever given, and one on how to check a number."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

from pipeline import memory
from pipeline.pages import addresses
from pipeline.pages.days import latest, written
from pipeline.pages.metadata import Meta, columns_of
from pipeline.pages.page import Page, Slot
from pipeline.pages.parts import Brief, Frame, NoticeBrief, brief, notice_briefs
from pipeline.pages.rows import link_to
from pipeline.public.decisions import PublicCertificate
from pipeline.public.types import PublicProgramme

EXAMPLE = "编号"
_TEMPLATE = "pages/certificate.html"


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Page]:
    """Yield the page on checking, and each certificate; none where no number was ever given."""
    if not programme.certificates:
        return
    among = addresses.certificates(programme.slug)
    pattern = addresses.public(frame.url, addresses.certificate(programme.slug, EXAMPLE))
    every = _Certificates(programme, frame)
    meta = Meta(
        title=f"{programme.name}：证书核验",
        description=f"怎样核验{programme.name}的证书，编号查不到是什么意思。",
        column=every.column,
    )
    yield Page(
        among,
        "pages/certificates.html",
        {**every.shared, "meta": meta, "pattern": pattern, "count": len(programme.certificates)},
        changed=latest(*(each.certified_on for each in programme.certificates)),
    )
    setting = (frame, every.shared["programme"], programme.notice.issuer)
    known = memory.known(f"certificate pages of {programme.slug}", setting)
    for each in programme.certificates:
        yield known.of(each, every.page, every.notices.get(each.certification))


class _Certificates:
    """What the pages of a programme's certificates have in common, and the stencils of those that look alike."""

    def __init__(self, programme: PublicProgramme, frame: Frame) -> None:
        self.shared: dict[str, Brief | Frame] = {"site": frame, "programme": brief(programme)}
        self.column = columns_of(programme.terms)["certificate"]
        self._slug, self._url = programme.slug, frame.url
        self._day = written(frame.as_of)
        self._issuer = programme.notice.issuer
        self.notices: dict[str, NoticeBrief] = {each.key: each for each in notice_briefs(programme)}
        self._stencils: dict[tuple[object, ...], Mapping[str, object]] = {}

    def page(self, certificate: PublicCertificate, notice: NoticeBrief | None) -> Page:
        """Return the certificate's page; `notice` is the one that it was given by."""
        path = addresses.certificate(self._slug, certificate.number)
        web = addresses.public(self._url, path)
        return Page(
            path=path,
            template=_TEMPLATE,
            data={**self.data(certificate, self.meta(certificate)), "notice": notice},
            web=web,
            changed=certificate.changed_on,
            among=addresses.certificates(self._slug),
            stencil=self.stencil(certificate),
            texts=(
                *(path, web, certificate.number, *self.said(certificate)),
                *(cell.text for cell in certificate.cells if cell.text),
            ),
        )

    def data(self, certificate: PublicCertificate, meta: Meta) -> dict[str, object]:
        """Return what the page is made of."""
        return {
            **self.shared,
            "notice": self.notices.get(certificate.certification),
            "meta": meta,
            "certificate": certificate,
            "again": link_to(certificate.again),
            "before": link_to(certificate.before),
        }

    def meta(self, certificate: PublicCertificate) -> Meta:
        """Return what the page says of itself."""
        return Meta(*self.said(certificate), column=self.column)

    def said(self, certificate: PublicCertificate) -> tuple[str, str]:
        """Return title and description."""
        number, standing = certificate.number, certificate.standing
        said = f"证书编号{number}，截至{self._day}：{standing}。{self._issuer}发出，供核验。"
        return f"证书{number}：{standing}", said

    def stencil(self, certificate: PublicCertificate) -> Mapping[str, object] | None:
        """Return the stencil of all pages that differ from this one in numbers, names and the like only.

        None for a page that tells of another certificate: few look like it.
        """
        if certificate.again or certificate.before:
            return None
        columns = tuple([(cell.label, bool(cell.text)) for cell in certificate.cells])
        days = (certificate.since, certificate.certified_on, certificate.term_until)
        notice = (certificate.standing, certificate.certification, certificate.document_number)
        key = (columns, days, notice, certificate.renewals, certificate.honours)
        if key not in self._stencils:
            self._stencils[key] = self._cut(certificate)
        return self._stencils[key]

    def _cut(self, certificate: PublicCertificate) -> Mapping[str, object]:
        slots: Iterator[Any] = map(Slot, count(2))
        number = next(slots)
        meta = Meta(next(slots), next(slots), column=self.column)
        cells = tuple(replace(each, text=next(slots)) if each.text else each for each in certificate.cells)
        return self.data(replace(certificate, number=number, cells=cells), meta)
