"""The certificates (证书) of a programme.

In: the site, a programme, candidates, the day. Out: what each says, documents, and findings on who has none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline import terms
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme, Site, Submission
from pipeline.pages import addresses
from pipeline.paper import certificate_pdf
from pipeline.paper.typeset import Fonts
from pipeline.public.values import category_on, document_number, name_on
from pipeline.staff.exports import Document, label
from pipeline.staff.printing import Press, fonts_of, printed
from pipeline.stages import Stage, Standing, derive

FOLDER, TOGETHER = "证书", "证书汇编.pdf"
DEMONSTRATION = "演示数据，人员和单位均为虚构"
_DOING = re.compile(r"(推荐认定|申报认定|推荐|认定|评选|申报)?(工作)?(（[^（）]*）)?$")


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate as it is printed. `address` is that of its page on the site, which the code leads to.

    `note` stands above the heading where the certificate is no proof: a demonstration, or no longer valid.
    """

    submission: Submission
    certified_on: date
    addressee: str
    lines: tuple[str, ...]
    facts: tuple[str, ...]
    issuer: str
    day: str
    address: str
    note: str = ""


def certificates(
    site: Site, programme: Programme, candidates: tuple[Submission, ...], as_of: date
) -> Iterator[Certificate]:
    """Yield the certificates of those candidates who were ever given one; the site must have an address (网址)."""
    for each in candidates:
        standing = derive(each.events, each.opinions, as_of)
        if standing.certificate_number is not None and standing.certified_on is not None:
            yield _certificate(site, programme, each, standing, as_of)


def holders(
    programme: Programme, candidates: tuple[Submission, ...], as_of: date, *, named: bool, every: bool
) -> tuple[tuple[Submission, ...], tuple[Diagnostic, ...]]:
    """Return those who have a certificate, with `every` those whose certificate is no longer valid, too.

    Findings: X934 for each other one, where staff `named` whom they want.
    """
    words = terms.of_programme(programme)
    held: list[Submission] = []
    others: list[Diagnostic] = []
    for each in candidates:
        standing = derive(each.events, each.opinions, as_of)
        if standing.certificate_number is not None and (every or standing.stage is Stage.IN_OFFICE):
            held.append(each)
        elif named:
            others.append(finding("X934", Location(each.document.path), standing=words.of_stage(standing.stage)))
    return tuple(held), tuple(others)


def _certificate(
    site: Site, programme: Programme, submission: Submission, standing: Standing, as_of: date
) -> Certificate:
    number, certified = standing.certificate_number or "", standing.certified_on or as_of
    proof = (
        f"{terms.of_programme(programme).certify}文号：{document_number(standing.document_number)}"
        if standing.document_number
        else ""
    )
    return Certificate(
        submission=submission,
        certified_on=certified,
        addressee=_addressee(programme, name_on(submission, programme, as_of)),
        lines=tuple(_lines(programme, submission, standing, as_of)),
        facts=tuple(each for each in (f"证书编号：{number}", proof, "扫描二维码可核验本证书") if each),
        issuer=_issuer(programme),
        day=_day(certified),
        address=addresses.public(site.url, addresses.certificate(programme.slug, number)),
        note=_note(site, programme, standing),
    )


def _issuer(programme: Programme) -> str:
    text = programme.certification
    return (text.issuer if text else "") or programme.notice.issuer


def _addressee(programme: Programme, name: str) -> str:
    return f"{name}{terms.of_programme(programme).title}："


def _title(programme: Programme) -> str:
    """Return what the programme makes of its candidates: its series, else its name without what it does."""
    return programme.series if programme.series != programme.name else _DOING.sub("", programme.name) or programme.name


def _lines(programme: Programme, submission: Submission, standing: Standing, as_of: date) -> Iterator[str]:
    own = terms.of_programme(programme)
    category = category_on(submission, programme, as_of, standing.certified_on)
    yield f"经推荐、审核、公示，{own.certify}{own.whom}为{_title(programme)}{f'（{category}）' if category else ''}。"
    if standing.certified_on and standing.term_until:
        yield f"{own.term}：{_day(standing.certified_on)}至{_day(standing.term_until)}。"
    yield "特发此证。"


def _note(site: Site, programme: Programme, standing: Standing) -> str:
    stage = terms.of_programme(programme).of_stage(standing.stage)
    invalid = "" if standing.stage is Stage.IN_OFFICE else f"{stage}，本证书不再有效，仅供存档"
    return "；".join(each for each in (DEMONSTRATION if site.demonstration else "", invalid) if each)


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def drawn(
    site: Site, programme: Programme, certificates: Sequence[Certificate], places: tuple[Path, ...], *, together: bool
) -> Iterator[tuple[Document | None, tuple[Diagnostic, ...]]]:
    """Yield a document for each certificate, or one for all, with findings; None where nothing could be made.

    Findings: X933 for each that no font can set, X938 where the office's own template is wrong.
    """
    press, fonts = _press(places), fonts_of(site)
    if not together:
        for each in certificates:
            data, findings = printed(press, [each], fonts)
            name = f"{FOLDER}/{label(programme, each.submission, each.certified_on)}.pdf"
            yield Document(name, data) if data else None, findings
    elif certificates:
        data, findings = printed(press, certificates, fonts)
        yield Document(TOGETHER, data) if data else None, findings


def _press(places: tuple[Path, ...]) -> Press[Certificate]:
    def draw(certificates: Sequence[Certificate], fonts: Fonts) -> bytes:
        day = max(each.certified_on for each in certificates)
        return certificate_pdf.to_pdf([_page(each) for each in certificates], places, fonts, day)

    return Press(certificate_pdf.TEMPLATE, draw, said=_texts, where=lambda each: each.submission.at())


def _texts(each: Certificate) -> tuple[str, ...]:
    return (each.addressee, *each.lines, *each.facts, each.issuer, each.day, each.note)


def _page(each: Certificate) -> dict[str, object]:
    return {
        "addressee": each.addressee,
        "lines": each.lines,
        "facts": each.facts,
        "issuer": each.issuer,
        "day": each.day,
        "address": each.address,
        "note": each.note,
    }
