"""A programme's notice with its attachments and where things stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from pipeline import markup
from pipeline.pages import addresses, changed, form, linked_data, printed
from pipeline.pages.days import published
from pipeline.pages.metadata import Article, Meta, columns_of
from pipeline.pages.page import Code, Copy, Page, Planned
from pipeline.pages.parts import Frame, brief, notice_briefs, round_briefs
from pipeline.public.types import PublicFile, PublicProgramme


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to take home: the name people read, its kind (DOCX …), its size in bytes, where it stands."""

    name: str
    kind: str
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the programme: `kind` is `deadline`, `round` or `certified`; the rest where it has any.

    `time`: HH:MM, where a deadline has one.
    """

    kind: str
    on: date
    until: date
    done: bool
    count: int = 0
    path: str = ""
    document_number: str = ""
    time: str = ""


def plan(programme: PublicProgramme, frame: Frame) -> Iterator[Planned]:
    """Yield the notice's page and the files attached to it."""
    notice = programme.notice
    document = printed.notice(programme, frame)
    yield document
    web = addresses.public(frame.url, addresses.notice(programme.slug))
    code = addresses.notice_code(programme.slug) if web else ""
    data: dict[str, object] = {
        "site": frame,
        "meta": _meta(programme, frame),
        "print_code": code,
        "programme": brief(programme),
        "addressees": notice.addressees,
        "body": markup.to_html(notice.body),
        "dated": notice.dated,
        "published_at": notice.published_at,
        "attachments": tuple(_attachment(programme.slug, each) for each in programme.attachments),
        "steps": tuple(sorted(_steps(programme, frame.as_of), key=lambda each: each.on)),
        "contacts": programme.contacts,
        "form_title": programme.form.title,
        "form_pages": form.pages_of(programme),
        "pdf": document.path,
    }
    day = changed.notice(programme, frame.as_of)
    yield Page(addresses.notice(programme.slug), "pages/notice.html", data, changed=day)
    if code:
        yield Code(code, web)
    for each in programme.attachments:
        yield Copy(addresses.attachment(programme.slug, each.name), each.path)


def _meta(programme: PublicProgramme, frame: Frame) -> Meta:
    notice = programme.notice
    title = notice.title.replace("\n", "")
    description = f"{notice.issuer}发布：{title}"
    on = notice.published_on
    return Meta(
        title=title,
        description=description,
        column=columns_of(programme.terms)["notice"],
        article=Article(title, notice.issuer, notice.published_at, published(on, notice.published_at) if on else ""),
        keywords=tuple(
            dict.fromkeys(each for each in (programme.name, programme.series, "推荐", programme.terms.certify) if each)
        ),
        facts=linked_data.service(programme, frame, description),
    )


def _attachment(slug: str, file: PublicFile) -> Attachment:
    kind = PurePosixPath(file.name).suffix.removeprefix(".").upper()
    return Attachment(file.name, kind, file.size, addresses.attachment(slug, file.name))


def _steps(programme: PublicProgramme, as_of: date) -> Iterator[Step]:
    if programme.deadline:
        yield Step(
            "deadline", programme.deadline, programme.deadline, as_of > programme.deadline, time=programme.deadline_time
        )
    for each in round_briefs(programme):
        yield Step("round", each.on, each.until, not each.running, each.count, each.path)
    for notice in notice_briefs(programme):
        yield Step("certified", notice.on, notice.on, True, notice.count, notice.path, notice.document_number)
