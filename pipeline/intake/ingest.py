"""The recipe: files that came back → drafts that staff complete, and what is to be said of each file.

In: the root, the Site, paths, the day. Out: `Received`, one a file, in order. Drafts appear whole or not at all, and
nothing that is there is ever touched, so two runs at once do no harm. Must not know terminals.
"""

import errno
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import documents, edits, forms
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.intake import photos, pool
from pipeline.intake.drafts import SOURCE, Draft, Row, draft
from pipeline.intake.known import DIGEST, SHARE, Known, folder, known
from pipeline.intake.limits import Kind
from pipeline.intake.readers import Taken
from pipeline.intake.types import Reading
from pipeline.messages.entry import Severity
from pipeline.model import Programme, Site

_SHORT, _LONGEST_NAME = (8, 16, 64), 200
_SCANS = (Kind.PDF, Kind.PNG, Kind.JPG)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: the day, the programme of files that do not say theirs, and whether to write."""

    today: date
    programme: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft: its path relative to the root, whether it was made now, and what was read from where."""

    path: str
    made: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file."""

    file: str
    kind: str
    programme: str
    drafts: tuple[Drafted, ...]
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the drafts of one run are made with."""

    root: Path
    programmes: Mapping[str, Programme]
    known: Known
    order: Order


def ingest(root: Path, site: Site, files: Sequence[Path], order: Order) -> Iterator[Received]:
    """Yield what became of each file; a file's drafts are written before it is yielded.

    Findings: X940 to X948, X966 to X968 and those of the readers (X950 to X965, Y1xx).
    """
    programmes = {each.slug: each for each in site.programmes}
    desk = _Desk(root, programmes, known(root, site), order)
    of_programmes = {slug: each.form for slug, each in programmes.items()}
    specs = [
        (slug, root / each.form.document.path, tuple((one.code, one.name) for one in each.categories))
        for slug, each in programmes.items()
    ]
    for each in pool.taken(files, of_programmes, specs, order.programme):
        yield _received(desk, each)


def _received(desk: _Desk, taken: Taken) -> Received:
    findings = list(taken.found.findings)
    drafts: list[Drafted] = []
    place = Location(taken.file)
    readings = [each for each in taken.found.readings if _says_something(each, taken.kind)]
    if not readings and not any(each.severity is not Severity.NOTE for each in findings):
        findings.append(finding("X948", place))
    for number, reading in enumerate(readings, 1):
        programme = _programme(desk, taken, reading)
        if programme is None:
            findings.append(finding("X945", place, known="、".join(desk.programmes) or "—"))
            continue
        if taken.kind not in _SCANS and taken.version and taken.version != programme.form.version:
            findings.append(finding("X966", place))
        made, more = _drafted(desk, taken, programme, reading, str(number) if len(readings) > 1 else "")
        drafts += made
        findings += more
    kind = taken.kind.value if taken.kind else ""
    slug = taken.programme or next((each.programme for each in readings), "")
    return Received(taken.file, kind, slug, tuple(drafts), tuple(dict.fromkeys(findings)))


def _says_something(reading: Reading, kind: Kind | None) -> bool:
    """Tell whether a draft is worth making; of a code, what no field took is the form itself in another version."""
    return any(each.text.strip() for each in reading.reads) or (kind in _SCANS and bool(reading.leftover))


def _programme(desk: _Desk, taken: Taken, reading: Reading) -> Programme | None:
    return desk.programmes.get(reading.programme) or desk.programmes.get(taken.programme)


def _drafted(
    desk: _Desk, taken: Taken, programme: Programme, reading: Reading, share: str
) -> tuple[list[Drafted], list[Diagnostic]]:
    place = Location(taken.file)
    before = desk.known.received.get((taken.digest, share))
    made = draft(programme.form, reading, tuple(each.name for each in programme.associations))
    if before:
        return [Drafted(before, False, made.rows)], [finding("X946", place, other=before)]
    path, source = _path(desk, programme, taken, share), _source(desk, taken, share)
    made, pictures = photos.kept(programme.form, reading, taken.file, made, path)
    text = _text(made, {**made.values, SOURCE: source}, _head(programme, taken, reading, made, desk.order))
    document, _ = documents.parse(text.encode(), path)
    values = forms.judge(programme.form, document)[0] if document else {}
    findings = [
        finding("X947", Location(path), field=name, other=other) for name, other in desk.known.same(programme, values)
    ]
    try:
        # The draft comes last: once it is there, nobody reads its file again.
        for name, data in () if desk.order.dry_run else pictures.items():
            edits.create(desk.root, name, data)
        if not desk.order.dry_run and not edits.create(desk.root, path, text):
            return [Drafted(path, False, made.rows)], [*findings, finding("X946", place, other=path)]
    except OSError as error:
        return [], [finding("X967", place, kind=errno.errorcode.get(error.errno or 0, "?"))]
    desk.known.note(path, programme, {SOURCE: source}, values)
    return [Drafted(path, True, made.rows)], findings


def _path(desk: _Desk, programme: Programme, taken: Taken, share: str) -> str:
    """Return a path that nothing stands at: short, and longer only where another file's digest begins likewise."""
    paths = [f"{folder(programme)}/draft-{taken.digest[:each]}{f'-{share}' if share else ''}.yml" for each in _SHORT]
    free = (each for each in paths if not (desk.root / each).exists())
    return next(free, paths[-1])


def _source(desk: _Desk, taken: Taken, share: str) -> Mapping[str, str]:
    name = taken.file.rsplit("/", 1)[-1]
    name = "".join(each for each in name if not documents.is_odd(each))[:_LONGEST_NAME]
    more = {SHARE: share} if share else {}
    return {"文件": name, DIGEST: taken.digest, **more, "日期": desk.order.today.isoformat()}


def _head(programme: Programme, taken: Taken, reading: Reading, made: Draft, order: Order) -> list[str]:
    version = reading.version or taken.version
    lines = [
        "草稿，由收到的文件读出：请对照原件逐栏核对、补全，再移到 submissions 文件夹，并按惯例改名",
        f"原件：{taken.file.rsplit('/', 1)[-1]}",
        f"原件的 SHA-256：{taken.digest}",
        f"收到日期：{order.today.isoformat()}",
        f"读法：{taken.kind.value if taken.kind else ''}",
        f"推荐表版本：原件 {version or '没有写明'}，现行 {programme.form.version}",
    ]
    return [*lines, *(["没有归入栏目的内容：", *(f"  {each}" for each in made.left)] if made.left else [])]


def _text(made: Draft, values: Mapping[str, Any], head: Sequence[str]) -> str:
    """Return the file's text; a value that no file can hold stands in a comment instead."""
    try:
        return edits.compose(values, made.comments, head)
    except edits.EditError:
        kept: dict[str, Any] = {}
        comments = dict(made.comments)
        for key, value in values.items():
            kept[key] = value if _composes(key, value) else ""
            if kept[key] != value:
                comments[key] = (*comments.get(key, ()), f"原件写作：{value}")
        return edits.compose(kept, comments, head)


def _composes(key: str, value: Any) -> bool:
    try:
        edits.compose({key: value})
    except edits.EditError:
        return False
    return True
