"""The walk through content/: site settings, calendars, strokes, programmes and their submissions.

In: the root folder. Out: a Site of what could be read, and all findings. Must not judge across files: `rules` does.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pipeline import cache, documents, edits, forms, memory
from pipeline.content import certification, imprint, notice, own_words, programme, submissions, texts
from pipeline.content.answered import Ask, Question
from pipeline.content.source import Source
from pipeline.content.walk import entries, files, strangers
from pipeline.diagnostics import Diagnostic, Location, finding, stops
from pipeline.documents import Document
from pipeline.forms import Form
from pipeline.model import Attachment, Programme, Site, Typesetting
from pipeline.strokes import StrokeTable, load_table
from pipeline.working_days import Calendar, YearArrangement

CONTENT = "content"
Findings = tuple[Diagnostic, ...]
About = Callable[[Programme], Question]

# A batch of edits that begins or ends while files are read makes us read again, so often at most.
_ATTEMPTS = 3
# One for each of the seven holidays of the year.
_FEWEST_HOLIDAYS = 7
_SLUG = re.compile(r"(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN_SLUGS = frozenset({"roster", "assets", "sitemap"})
_CALENDAR = re.compile(rf"{CONTENT}/calendar/((?:19|20|21)[0-9]{{2}})\.yml")
_OF_CONTENT = ("site.yml", "strokes.yml", "calendar", "programmes")
_OF_PROGRAMME = (
    *("programme.yml", "notice.md", "form.yml", "certification.md", "submissions", "drafts", "attachments"),
)


class Loaded(NamedTuple):
    """The site, what the files hold that is wrong, each with its place, and what was answered, by path."""

    site: Site
    findings: Findings
    answers: Mapping[str, bytes]


def load(root: Path, edited: Mapping[str, str] | None = None) -> tuple[Site, Findings]:
    """Read everything under `root`/content; `edited` texts stand for the files of their paths."""
    site, findings, _ = ask(root, None, edited)
    return site, findings


def ask(root: Path, question: Ask | None, edited: Mapping[str, str] | None = None) -> Loaded:
    """Read everything, and ask a question about each submission of each programme; what was answered is kept.

    A batch of edits is seen whole or not at all: one that was cut short is read as if it were written. What somebody is
    saving is waited for in a build; in a living process a change of what is half saved leads to the next build. A
    candidate who was asked about has at hand what everybody asks for, and is read again where more is asked.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        before = edits.stamp(root)
        waiting, of_batch = _waiting(root)
        with documents.writers_awaited(_disk_time()):
            loaded = _load(Source(root, {**waiting, **(edited or {})}), question)
        if edits.stamp(root) == before or attempt == _ATTEMPTS:
            break
    return loaded._replace(findings=of_batch + loaded.findings)


def _disk_time() -> int | None:
    store = cache.current()
    return store.tick() if store and not memory.is_held() else None


def _waiting(root: Path) -> tuple[Mapping[str, str], Findings]:
    """Return the texts of a batch that was cut short, by path, and what is to be said of it."""
    where = Location(edits.JOURNAL)
    try:
        batch = edits.pending(root)
    except edits.UnreadableJournalError:
        return {}, (finding("X925", where),)
    if batch is None:
        return {}, ()
    return batch.texts, (finding("X921", where), *(finding("X922", Location(path)) for path in batch.moved))


def _load(source: Source, question: Ask | None) -> Loaded:
    document, findings = _settings(source, f"{CONTENT}/site.yml", "site")
    top = texts.section(document.values) if document else {}
    calendar, more = _calendar(source)
    strokes, even_more = _strokes(source)
    today = texts.day(top.get("今日"))
    about = (lambda bare: question(bare, calendar, today)) if question else None
    programmes, rest, answers = _programmes(source, about)
    printed, of_imprint = imprint.read(source, CONTENT, document)
    rest += (
        of_imprint
        + own_words.read(source)[1]
        + strangers(source.root, CONTENT, (*_OF_CONTENT, *imprint.files(printed)))
    )
    site = Site(
        name=texts.text(top, "名称"),
        url=texts.text(top, "网址"),
        identifier=texts.text(top, "标识码"),
        contact=texts.text(top, "联系"),
        footer=texts.words(top.get("页脚")),
        demonstration=texts.yes(top.get("演示")) is True,
        today=today,
        calendar=calendar,
        strokes=strokes,
        programmes=programmes,
        typesetting=_typesetting(texts.section(top.get("排版"))),
        imprint=printed,
        licence=imprint.licence(top),
    )
    return Loaded(site, findings + more + even_more + rest, answers)


def _typesetting(part: Mapping[str, object]) -> Typesetting:
    """Return how documents are set; what is not written, or wrongly, is as the standard has it."""
    margins, usual = texts.section(part.get("页边距")), Typesetting()
    return Typesetting(
        system_fonts=part.get("字体") == "系统",
        top=texts.millimetres(margins.get("上")) or usual.top,
        bottom=texts.millimetres(margins.get("下")) or usual.bottom,
        left=texts.millimetres(margins.get("左")) or usual.left,
        right=texts.millimetres(margins.get("右")) or usual.right,
        lines=texts.whole(part.get("行数")) or usual.lines,
        characters=texts.whole(part.get("每行字数")) or usual.characters,
    )


def _settings(source: Source, path: str, schema: str) -> tuple[Document | None, Findings]:
    if not source.has(path):
        return None, (finding("S290", Location(path)),)
    document, findings = source.load(path)
    if document is not None:
        judge = partial(forms.judge_settings, schema, document)
        findings += memory.latest("settings", path, document, judge)
    return document, findings


def _calendar(source: Source) -> tuple[Calendar, Findings]:
    paths, findings = files(source.root, f"{CONTENT}/calendar")
    years: dict[int, YearArrangement] = {}
    for path in paths:
        document, more = _settings(source, path, "calendar")
        year = _year(path)
        if year is None:
            more += (finding("S294", Location(path)),)
        elif document is not None:
            more += tuple(_year_fits(document, year))
        findings += more
        if document is not None and year is not None and not stops(more):
            top = texts.section(document.values)
            years[year] = YearArrangement(_days(top.get("放假")), _days(top.get("上班")))
    return Calendar(years), findings


def _year(path: str) -> int | None:
    match = _CALENDAR.fullmatch(path)
    return int(match[1]) if match else None


def _year_fits(document: Document, year: int) -> Iterator[Diagnostic]:
    """Every day of a calendar must be of its year and a holiday or a working day; a year has its seven holidays."""
    off, on = _days(document.values.get("放假")), _days(document.values.get("上班"))
    for key in ("放假", "上班"):
        for index, text in enumerate(texts.words(document.values.get(key))):
            day = texts.day(text)
            if day is not None and day.year != year:
                yield finding("S281", document.at(key, index), field=key, year=year)
            elif key == "上班" and day in off & on:
                yield finding("S288", document.at(key, index), on=day)
    if len(off) < _FEWEST_HOLIDAYS:
        yield finding("S282", document.at("放假"), count=len(off))


def _days(part: object) -> frozenset[date]:
    return frozenset(day for day in map(texts.day, texts.words(part)) if day is not None)


def _strokes(source: Source) -> tuple[StrokeTable, Findings]:
    path = f"{CONTENT}/strokes.yml"
    if not source.has(path):
        return load_table(), ()
    document, findings = _settings(source, path, "strokes")
    if document is None or stops(findings):
        return load_table(), findings
    extra = {character: str(order) for character, order in texts.section(document.values).items()}
    return load_table().with_extra(extra), findings


def _programmes(source: Source, about: About | None) -> tuple[tuple[Programme, ...], Findings, Mapping[str, bytes]]:
    programmes: list[Programme] = []
    answers: dict[str, bytes] = {}
    folder = f"{CONTENT}/programmes"
    found, odd = entries(source.root, folder)
    findings = list(odd)
    for entry in found:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            findings.append(finding("S291", Location(path), name=entry.name))
        elif not entry.is_dir(follow_symlinks=False):
            findings.append(finding("S295", Location(path)))
        elif not _SLUG.fullmatch(entry.name) or entry.name in _TAKEN_SLUGS:
            findings.append(finding("S296", Location(path)))
        else:
            loaded, more, answered = _programme(source, path, entry.name, about)
            findings += more
            programmes += [loaded] if loaded else []
            answers.update(answered)
    if not programmes and not findings:
        findings.append(finding("S297", Location(folder)))
    return tuple(programmes), tuple(findings), answers


def _programme(
    source: Source, folder: str, slug: str, about: About | None
) -> tuple[Programme | None, Findings, Mapping[str, bytes]]:
    document, of_settings = _settings(source, f"{folder}/programme.yml", "programme")
    announced, of_notice = notice.load(source.root, f"{folder}/notice.md")
    form, of_form = _form(source, f"{folder}/form.yml", document)
    attachments, of_attachments = _attachments(source, f"{folder}/attachments")
    certified, of_certification = certification.load(source.root, f"{folder}/certification.md")
    bare = None
    if document is not None and announced is not None and form is not None and not stops(of_settings):
        bare = Programme(
            slug=slug,
            notice=announced,
            form=form,
            attachments=attachments,
            certification=certified,
            **programme.settings(document),
        )
    question = about(bare) if about and bare else None
    read, of_submissions, answers = submissions.load(source, f"{folder}/submissions", form, question)
    of_submissions += _drafts(source, f"{folder}/drafts", form)
    of_folder = strangers(source.root, folder, _OF_PROGRAMME)
    findings = of_folder + of_settings + of_notice + of_certification + of_form + of_submissions + of_attachments
    return (replace(bare, submissions=read) if bare else None), findings, answers


def _form(source: Source, path: str, settings: Document | None) -> tuple[Form | None, Findings]:
    document, findings = documents.load_schema(source.root / path, path)
    if document is None:
        return None, findings
    given = programme.categories(settings) if settings else ()
    categories = tuple((each.code, each.name) for each in given)
    make = partial(forms.load_form, document, categories)
    form, more = memory.latest("form", path, (document, categories), make)
    return form, findings + more


def _drafts(source: Source, folder: str, form: Form | None) -> Findings:
    """Judge what staff have not completed yet; nothing in it stops anything, and no page is made of it."""
    _, findings, _ = submissions.load(source, folder, form)
    return tuple(each._replace(of_draft=True) for each in findings)


def _attachments(source: Source, folder: str) -> tuple[tuple[Attachment, ...], Findings]:
    attachments: list[Attachment] = []
    found, odd = entries(source.root, folder)
    findings = list(odd)
    for entry in found:
        path = f"{folder}/{entry.name}"
        if entry.is_file(follow_symlinks=False):
            attachments.append(Attachment(entry.name, path, entry.stat(follow_symlinks=False).st_size))
        else:
            findings.append(finding("S298", Location(path)))
    return tuple(attachments), tuple(findings)
