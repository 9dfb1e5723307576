"""What a candidate still lacks before 拟认定.

In: a programme, a candidate, the standing, the day. Out: what is missing, by kind and label; never a value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.forms import Field
from pipeline.model import Programme, Submission
from pipeline.rules.context import applying
from pipeline.rules.materials import lacking
from pipeline.rules.scores import score_on
from pipeline.stages import Stage, Standing

BEFORE_PROPOSAL = frozenset({Stage.NOT_RECEIVED, Stage.RECEIVED, Stage.RETURNED, Stage.RECOMMENDED})
_COPIES = {"纸质": "paper", "电子": "electronic"}


class Lack(StrEnum):
    """What kind of thing is missing; the value is the word that staff read."""

    FIELD = "栏目未填"
    OPINION = "缺意见"
    REFUSED = "意见为不同意"
    SIGNER = "缺负责人"
    SIGNED_ON = "缺签署日期"
    COPY = "缺材料"
    MATERIAL = "缺申报材料"
    UNTICKED = "条件未审核"
    UNMET = "条件不符合"
    UNSCORED = "尚未评分"
    BELOW = "得分低于合格分"


@dataclass(frozen=True, slots=True)
class Missing:
    """One missing thing: its kind, and the field, the copy or the number of the condition that it is about, if any."""

    lack: Lack
    label: str


def missing(programme: Programme, submission: Submission, standing: Standing, as_of: date) -> tuple[Missing, ...]:
    """Return what is missing on the day, in the order of the form; nothing once 拟认定 or a refusal has come."""
    if standing.stage not in BEFORE_PROPOSAL:
        return ()
    return (
        *_fields(programme, submission),
        *_opinions(programme, submission, as_of),
        *_copies(programme, standing),
        *(Missing(Lack.MATERIAL, each) for each in lacking(programme, submission)),
        *_conditions(programme, submission),
        *_score(programme, submission, standing, as_of),
    )


def _fields(programme: Programme, submission: Submission) -> Iterator[Missing]:
    for each in programme.form.fields:
        if each.required and not each.is_opinion and each.name not in submission.values:
            yield Missing(Lack.FIELD, each.name)


def _opinions(programme: Programme, submission: Submission, as_of: date) -> Iterator[Missing]:
    by_name = {each.name: each for each in programme.form.opinions}
    for opinion in submission.opinions:
        form_field = by_name[opinion.field]
        if opinion.agrees is None or (opinion.on is not None and opinion.on > as_of):
            yield Missing(Lack.OPINION, opinion.field)
        else:
            if not opinion.agrees:
                yield Missing(Lack.REFUSED, opinion.field)
            yield from _signature(submission, form_field)


def _signature(submission: Submission, opinion: Field) -> Iterator[Missing]:
    part = submission.values.get(opinion.name)
    known = {child.name for child in opinion.children}
    for name, lack in (("负责人", Lack.SIGNER), ("日期", Lack.SIGNED_ON)):
        if name in known and not (isinstance(part, Mapping) and part.get(name)):
            yield Missing(lack, opinion.name)


def _copies(programme: Programme, standing: Standing) -> Iterator[Missing]:
    for material in programme.materials:
        if material.name in _COPIES and not getattr(standing, _COPIES[material.name]):
            yield Missing(Lack.COPY, material.said)


def _score(programme: Programme, submission: Submission, standing: Standing, as_of: date) -> Iterator[Missing]:
    """Yield what the score lacks of those who were received; before that nobody scores."""
    rule = programme.scoring
    if rule is None or standing.stage not in (Stage.RECEIVED, Stage.RECOMMENDED):
        return
    points = score_on(programme, submission, as_of)
    if points is None:
        yield Missing(Lack.UNSCORED, "")
    elif rule.passing is not None and points < rule.passing:
        yield Missing(Lack.BELOW, "")


def _conditions(programme: Programme, submission: Submission) -> Iterator[Missing]:
    ticks = {tick.number: tick.met for tick in submission.review}
    for each in applying(programme, submission.values):
        if ticks.get(each.number) is None:
            yield Missing(Lack.UNTICKED, each.number)
        elif not ticks[each.number]:
            yield Missing(Lack.UNMET, each.number)
