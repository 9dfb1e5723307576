"""Official documents (公文) as PDF: notice, publicity notice, certification notice and roster, after GB/T 9704-2012.

In: a programme as the wall gives it, on whose behalf and how it is set, folders of templates. Out: the PDF, and all the
text that went into it. The words that are always the same stand in the templates; see `typeset` for what may go wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import markup
from pipeline.pages import Official
from pipeline.pages.parts import filled
from pipeline.paper import markup_typst, official_lists, official_titles, typeset
from pipeline.paper.official_lists import spelt
from pipeline.public.decisions import Edition, PublicCertification
from pipeline.public.office import PublicTypesetting
from pipeline.public.types import Holder, PublicProgramme, PublicRound, RoundEntry

NOTICE, PUBLICITY = "print/notice.typ", "print/publicity.typ"
CERTIFICATION, ROSTER = "print/certification.typ", "print/roster.typ"

_DAY = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})")
_ANNEX = re.compile(r"附件[：:]\s*")
_NUMBER = re.compile(r"\d{1,2}[.．、]\s*")
_FIELDS = {
    "title": "标题",
    "addressees": "主送",
    "number": "文号",
    "issuer": "发文单位",
    "dated": "成文日期",
    "body": "正文",
}


@dataclass(frozen=True, slots=True)
class Issue:
    """How documents are set (`typesetting`), the day of the site, and the line that each page carries (演示)."""

    typesetting: PublicTypesetting
    as_of: date
    banner: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF, and every text that it was made of, a line each: nothing else of a programme can stand in it."""

    data: bytes
    reading: str


def draw(file: Official, places: Sequence[Path]) -> Drawn:
    """Return the document that the site plans."""
    issue = Issue(file.typesetting, file.as_of, file.banner)
    if isinstance(file.subject, PublicRound):
        return publicity_pdf(file.programme, file.subject, issue, places)
    if isinstance(file.subject, PublicCertification):
        return certification_pdf(file.programme, file.subject, issue, places)
    return (roster_pdf if file.template == ROSTER else notice_pdf)(file.programme, issue, places)


def notice_pdf(programme: PublicProgramme, issue: Issue, places: Sequence[Path]) -> Drawn:
    """Return the notice (通知), word for word."""
    notice = programme.notice
    body, annexes = _annexes(markup_typst.blocks(markup.tokens(notice.body)))
    data = {
        **_head(notice.title, notice.document_number, notice.addressees, notice.issuer, notice.dated),
        "body": body,
        "annexes": annexes,
    }
    return _drawn(NOTICE, data, issue, places, _day(notice.dated) or _day(notice.published_at))


def publicity_pdf(  # noqa: PLR0913, PLR0917  # a document is all of these
    programme: PublicProgramme,
    of_day: PublicRound,
    issue: Issue,
    places: Sequence[Path],
    entries: Sequence[RoundEntry] | None = None,
    part: str = "",
) -> Drawn:
    """Return the publicity notice (公示) of a round, its list as an annex; `entries` and `part` as for `roster_pdf`."""
    notice, objection = programme.notice, programme.objection
    ways = {
        "受理单位": notice.issuer,
        "反映方式": objection.how,
        "电话": objection.phone,
        "邮箱": objection.email,
        "地址": objection.address,
        "受理时间": objection.hours,
        "监督电话": objection.supervision_phone,
    }
    own = programme.terms
    list_title = f"{programme.name}拟{own.certify}名单"
    data = {
        **_head(f"{programme.name}\n拟{own.certify}名单公示", "", "", notice.issuer, spelt(of_day.on)),
        "notice": {"title": notice.title.replace("\n", ""), "number": notice.document_number},
        "period": {"first": spelt(of_day.on), "last": spelt(of_day.until), "days": of_day.days, "unit": of_day.unit},
        "first_day_counts": of_day.first_day_counts,
        "measure": programme.measure,
        "count": len(of_day.entries),
        "notes": [[word, count] for word, count in _tally(of_day).items()],
        "order": programme.order,
        "words": {"certify": own.certify, "recommender": own.recommender},
        "named_only": objection.named_only,
        "ways": [[label, text] for label, text in ways.items() if text],
        "annexes": [["", list_title]],
        "annex_title": (*official_titles.lines(list_title), *((f"（{part}）",) if part else ())),
        "list": official_lists.of_round(
            programme, of_day if entries is None else replace(of_day, entries=tuple(entries))
        ),
        "editions": _editions(of_day.editions),
    }
    return _drawn(PUBLICITY, data, issue, places, of_day.on)


def certification_pdf(
    programme: PublicProgramme, notice: PublicCertification, issue: Issue, places: Sequence[Path]
) -> Drawn:
    """Return the certification notice (认定通知), its list as an annex, by category."""
    title, list_title = filled(notice.title, notice.words), filled(notice.list_title, notice.words)
    body = markup.fill(markup.tokens(notice.body), dict(notice.words))
    data = {
        **_head(title, notice.document_number, notice.addressees, notice.issuer, spelt(notice.on)),
        "body": markup_typst.blocks(body),
        "measure": programme.measure,
        "count": len(notice.entries),
        "by_category": any(each.category for each in notice.entries),
        "order": programme.order,
        "annexes": [["", list_title.replace("\n", "")]],
        "annex_title": official_titles.lines(list_title),
        "list": official_lists.of_certification(programme, notice),
        "editions": _editions(notice.editions),
    }
    return _drawn(CERTIFICATION, data, issue, places, notice.on)


def roster_pdf(
    programme: PublicProgramme,
    issue: Issue,
    places: Sequence[Path],
    holders: Sequence[Holder] | None = None,
    part: str = "",
) -> Drawn:
    """Return the certified roster (认定名单) of the day, on pages across.

    `holders`: those of a part, else all; `part`: what the part is called (“第1部分，共3部分”). The numbers above the
    list are those of the whole roster.
    """
    data = {
        **_head(
            f"{programme.name}\n{programme.terms.certify}名单", "", "", programme.notice.issuer, spelt(issue.as_of)
        ),
        "wide": True,
        "part": part,
        "measure": programme.measure,
        "count": len(programme.roster),
        "words": {
            "certify": programme.terms.certify,
            "in-office": programme.terms.in_office,
            "over": programme.terms.term_over,
            "former": programme.terms.former,
        },
        "tally": [[word, count] for word, count in Counter(each.standing for each in programme.roster).items()],
        "order": programme.order,
        "notices": [
            [
                each.document_number or filled(each.title, each.words).replace("\n", ""),
                spelt(each.on),
                len(each.entries),
            ]
            for each in programme.certifications
        ],
        "list": official_lists.of_roster(programme, programme.roster if holders is None else holders),
    }
    return _drawn(ROSTER, data, issue, places, issue.as_of)


def reading(data: Any) -> str:
    """Return every text of a document's data, a line each; the parts of a sentence on one line."""
    return "\n".join(_texts(data))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        if "parts" in data:
            yield markup_typst.text(data["parts"])
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, Sequence):
        for each in data:
            yield from _texts(each)


def _drawn(template: str, data: Mapping[str, Any], issue: Issue, places: Sequence[Path], day: date | None) -> Drawn:
    style = issue.typesetting
    whole = {
        **data,
        "banner": issue.banner,
        "style": {
            "top": style.top,
            "bottom": style.bottom,
            "left": style.left,
            "right": style.right,
            "lines": style.lines,
            "characters": style.characters,
        },
    }
    fonts = typeset.OFFICE if style.system_fonts else typeset.PACKAGED
    try:
        return Drawn(typeset.typeset(template, whole, places, fonts, day), reading(data))
    except typeset.UnprintableError as error:
        raise typeset.UnprintableError(error.characters, _field(data, error.characters)) from None


def _field(data: Mapping[str, Any], characters: Sequence[str]) -> str:
    """Return where one of the characters stands: a column of the list, else a part of the document."""
    for column, title in enumerate(each["title"] for each in data.get("list", {}).get("columns", ())):
        cells = [row[column][0] for group in data["list"]["groups"] for row in group["rows"] if column < len(row)]
        if any(each in text for each in characters for text in cells):
            return str(title)
    return next((label for key, label in _FIELDS.items() if _within(data.get(key, ""), characters)), "正文")


def _within(part: Any, characters: Sequence[str]) -> bool:
    text = reading(part)
    return any(each in text for each in characters)


def _head(title: str, number: str, addressees: str, issuer: str, dated: str) -> dict[str, Any]:
    return {
        "title": official_titles.lines(title),
        "number": number,
        "addressees": addressees,
        "issuer": issuer,
        "dated": dated,
    }


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _annexes(blocks: list[markup_typst.Block]) -> tuple[list[markup_typst.Block], list[list[str]]]:
    """Part a text from the 附件说明 that it ends with: `附件：…`, numbered lines. A name is [number, name]."""
    texts = [markup_typst.text(each["parts"]).strip() if each["kind"] == "paragraph" else "" for each in blocks]
    start = next((at for at in range(len(texts) - 1, -1, -1) if not _NUMBER.match(texts[at])), 0)
    if not texts or not _ANNEX.match(texts[start]):
        return blocks, []
    named = [_ANNEX.sub("", texts[start], count=1), *texts[start + 1 :]]
    return blocks[:start], [_numbered(each) for each in named if each]


def _numbered(text: str) -> list[str]:
    found = _NUMBER.match(text)
    return [found[0].strip(), text[found.end() :]] if found else ["", text]


def _tally(of_day: PublicRound) -> Counter[str]:
    return Counter(each.note for each in of_day.entries if each.note)


def _editions(editions: Sequence[Edition]) -> list[dict[str, Any]]:
    return [
        {
            "number": each.number,
            "on": spelt(each.on),
            "amendments": [
                {
                    "kind": one.kind,
                    "number": one.number,
                    "label": one.label,
                    "old": one.old,
                    "new": one.new,
                    "until": spelt(one.until) if one.until else "",
                }
                for one in each.amendments
            ],
        }
        for each in editions
    ]
