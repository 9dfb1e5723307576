"""The register (汇总表) of a programme: one line a candidate.

In: a programme, its candidates, the day. Out: headings and rows of text, or empty rows that an association fills in.

A field's heading is its title, else (where another column is called so) its name. An opinion has a column for each of
its parts, `单位意见：结论`. A sub-table is one cell: an item a line, its parts in the form's order, PART between them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline import criteria, terms
from pipeline.forms import Field
from pipeline.history import value_on
from pipeline.model import Programme, Submission
from pipeline.public.values import text_of
from pipeline.rules.scores import ranks, score_on
from pipeline.staff.sheets import lines, written
from pipeline.staff.status import is_preferred
from pipeline.stages import Standing, derive

NUMBER, ID, ASSOCIATION = "序号", "编号", "推荐单位"
SCORE, RANK = "得分", "名次"
PART = "｜"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the register that is the form's: its heading, and the field or the part of an opinion in it."""

    heading: str
    field: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """The register as a table."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def columns(programme: Programme, *, staff: bool = True) -> tuple[Column, ...]:
    """Return the form's columns; without `staff` only those of fields that stand on paper, opinions left out."""
    taken = {NUMBER, ID, ASSOCIATION, *standing_headings(programme)}
    found: list[Column] = []
    for field in programme.form.fields:
        if not staff and (field.is_opinion or not field.printed):
            continue
        title = next(each for each in (field.title, field.name, f"{field.name}（栏目）") if each not in taken)
        taken.add(title)
        if field.is_opinion:
            found += [Column(f"{title}：{child.title}", field.name, child.name) for child in field.children]
        else:
            found.append(Column(title, field.name))
    return tuple(found)


def standing_headings(programme: Programme) -> tuple[str, ...]:
    """Return the headings of the last columns, which tell where a candidate stands."""
    scored = (SCORE, RANK) if programme.scoring else ()
    return (*scored, "状态", "优先", "证书编号", terms.of_programme(programme).term_until)


def register(programme: Programme, candidates: Iterable[Submission], as_of: date) -> Register:
    """Return the register on the day, a row a candidate, in the order of the candidates."""
    held, placed = columns(programme), ranks(programme, as_of)
    headings = (NUMBER, ID, ASSOCIATION, *(each.heading for each in held), *standing_headings(programme))
    rows = tuple(
        (
            str(number),
            each.id,
            each.association or "",
            *_cells(programme, each, held, as_of),
            *_stands(programme, each, as_of, placed),
        )
        for number, each in enumerate(candidates, 1)
    )
    return Register(f"{programme.name}汇总表", headings, rows)


def empty(programme: Programme, count: int) -> Register:
    """Return a register of `count` lines that an association can fill in: its name and what applicants hand in."""
    headings = (NUMBER, ASSOCIATION, *(each.heading for each in columns(programme, staff=False)))
    blanks = ("",) * (len(headings) - 1)
    return Register(
        f"{programme.name}汇总表", headings, tuple((str(number), *blanks) for number in range(1, count + 1))
    )


def in_order(programme: Programme, candidates: Iterable[Submission], as_of: date) -> tuple[Submission, ...]:
    """Return the candidates as the register lists them: where they are scored, by rank; who has none comes last."""
    placed = ranks(programme, as_of)
    return tuple(sorted(candidates, key=lambda each: placed.get(each.id, len(programme.submissions) + 1)))


def _cells(programme: Programme, submission: Submission, held: Sequence[Column], as_of: date) -> Iterator[str]:
    for column in held:
        field = programme.form.field(column.field)
        yield _cell(programme, submission, field, column.part, as_of) if field else ""


def _cell(programme: Programme, submission: Submission, field: Field, part: str, as_of: date) -> str:
    value = value_on(submission, field.name, as_of)
    if value is None:
        return ""
    if part:
        return written(value.get(part, "")) if hasattr(value, "get") else ""
    if field.type == "array" and field.children:
        return "\n".join(PART.join(line) for line in lines(field, value))
    return text_of(value, field.name, programme) if field.name == programme.roles.category else written(value)


def _scored(programme: Programme, submission: Submission, as_of: date, placed: Mapping[str, int]) -> tuple[str, ...]:
    if programme.scoring is None:
        return ()
    return criteria.written(score_on(programme, submission, as_of)), str(placed.get(submission.id, ""))


def _stands(programme: Programme, submission: Submission, as_of: date, placed: Mapping[str, int]) -> tuple[str, ...]:
    standing: Standing = derive(submission.events, submission.opinions, as_of)
    until = standing.term_until.isoformat() if standing.term_until else ""
    preferred = "是" if is_preferred(programme, submission) else ""
    stands = (
        terms.of_programme(programme).of_stage(standing.stage),
        preferred,
        standing.certificate_number or "",
        until,
    )
    return (*_scored(programme, submission, as_of, placed), *stands)
