"""Rules over scores (评分), and who stands where by them.

In: a programme and a submission. Out: findings, scores and ranks. No finding tells a score: logs are public.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pipeline.criteria import ScoreSheet, Scoring, score, written
from pipeline.diagnostics import Diagnostic, finding
from pipeline.model import ListOrder, Programme, Submission
from pipeline.rules.context import Context
from pipeline.stages import EventKind, Stage, derive

_OUT = (Stage.WITHDRAWN, Stage.NOT_RECOMMENDED, Stage.NOT_CERTIFIED)
_KEY, _POINTS, _JUDGE = "评分", "得分", "评委"


def score_on(programme: Programme, submission: Submission, as_of: date) -> Decimal | None:
    """Return the candidate's score at the end of the day, None where there is none; after 拟认定 it stays as it was."""
    if programme.scoring is None:
        return None
    proposed = derive(submission.events, submission.opinions, as_of).proposed_on
    return score(programme.scoring, submission.scores, min(as_of, proposed) if proposed else as_of)


def ranks(programme: Programme, as_of: date) -> Mapping[str, int]:
    """Return the rank of each candidate who has a score, by id; equals share one. Who left or was refused has none."""
    scored = {
        each.id: points
        for each in programme.submissions
        if (points := score_on(programme, each, as_of)) is not None
        and derive(each.events, each.opinions, as_of).stage not in _OUT
    }
    first: dict[Decimal, int] = {}
    for rank, points in enumerate(sorted(scored.values(), reverse=True), 1):
        first.setdefault(points, rank)
    return {name: first[points] for name, points in scored.items()}


def scores_are_asked_for(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """评分 may stand only in a programme whose settings say how it scores."""
    if submission.scores and context.programme.scoring is None:
        yield finding("R470", submission.document.at_key(_KEY))


def sheet_fits_the_rule(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A sheet must score every item of the programme and no other, none above its full mark; a judge has one sheet."""
    rule = context.programme.scoring
    if rule is None or not submission.sound:
        return
    judges: set[str] = set()
    for index, sheet in enumerate(submission.scores):
        if sheet.judge and sheet.judge in judges:
            yield finding("R474", submission.at(_KEY, index, _JUDGE))
        judges.add(sheet.judge)
        yield from _items(rule, sheet, submission, index)
        if sheet.total is not None and sheet.total > rule.full:
            yield finding("R473", submission.at(_KEY, index, _POINTS), item="总分", full=written(rule.full))


def _items(rule: Scoring, sheet: ScoreSheet, submission: Submission, index: int) -> Iterator[Diagnostic]:
    full = {each.name: each.full for each in rule.items}
    for name, points in sheet.points:
        if name not in full:
            where = submission.document.at_key(_KEY, index, _POINTS, name)
            yield finding("R471", where, known="、".join(full) or "—")
        elif points > full[name]:
            where = submission.at(_KEY, index, _POINTS, name)
            yield finding("R473", where, item=name, full=written(full[name]))
    given = {name for name, _ in sheet.points}
    lacking = [name for name in full if name not in given]
    if given and lacking:
        yield finding("R472", submission.at(_KEY, index, _POINTS), items="、".join(lacking))


def sheet_comes_before_proposal(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A sheet dated after 拟认定 is not counted any more, which is worth a look."""
    proposed = _proposed(submission)
    for index, sheet in enumerate(submission.scores if context.programme.scoring and proposed else ()):
        if proposed and sheet.on and sheet.on > proposed[1]:
            yield finding("R475", submission.at(_KEY, index, "日期"), on=sheet.on, proposed=proposed[1])


def score_is_enough_for_proposal(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """Who is proposed must have been scored by that day, and not below the pass mark (合格分)."""
    rule, proposed = context.programme.scoring, _proposed(submission)
    if rule is None or proposed is None or not submission.sound:
        return
    index, on = proposed
    points = score(rule, submission.scores, on)
    if points is None:
        yield finding("R476", submission.at("办理", index), on=on)
    elif rule.passing is not None and points < rule.passing:
        yield finding("R477", submission.at("办理", index), on=on, passing=written(rule.passing))


def best_are_proposed(programme: Programme) -> Iterator[Diagnostic]:
    """Where places (名额) are few, those proposed should be the best: nobody with so many or more before them."""
    rule = programme.scoring
    if rule is None or rule.places is None:
        return
    placed = ranks(programme, date.max)
    for each in programme.submissions:
        proposed = _proposed(each)
        if proposed and placed.get(each.id, 0) > rule.places:
            yield finding("R478", each.at("办理", proposed[0]), rank=placed[each.id], places=rule.places)


def scoring_is_sound(programme: Programme) -> Iterator[Diagnostic]:
    """评分 must have items of different names, and a pass mark that can be reached; 排序 and 公开 need it for 得分."""
    rule = programme.scoring
    if rule is None:
        if programme.order is ListOrder.SCORE:
            yield finding("R481", programme.document.at("公示", "排序"))
        return
    if rule.passing is not None and rule.passing > rule.full:
        yield finding("R479", programme.document.at(_KEY, "合格分"), full=written(rule.full))
    seen: set[str] = set()
    for index, each in enumerate(rule.items):
        if each.name in seen:
            yield finding("R480", programme.document.at(_KEY, "项目", index, "名称"))
        seen.add(each.name)


def _proposed(submission: Submission) -> tuple[int, date] | None:
    events = (each for each in submission.events if each.kind is EventKind.PROPOSED)
    return next(((each.index, each.on) for each in events), None)
