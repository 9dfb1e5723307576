"""Rules over the staff's review (审核) of the notice's conditions.

In: a context and a submission. Out: findings.
"""

from collections.abc import Iterator

from pipeline.criteria import Condition
from pipeline.diagnostics import Diagnostic, finding
from pipeline.forms import Value
from pipeline.model import Submission
from pipeline.rules.context import Context
from pipeline.stages import EventKind

_ENOUGH = 20
_FIRST_DAY = "0000-01-01"


def tick_is_of_a_condition(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A tick must be of a condition of the programme that applies to the candidate's category."""
    if not _category_is_known(context, submission):
        return
    numbers = [each.number for each in _applying(context, submission)]
    for tick in submission.review:
        if tick.number not in numbers:
            known = "、".join(numbers[:_ENOUGH]) or "—"
            yield finding("R414", submission.document.at_key("审核", tick.number), known=known)


def conditions_hold_before_proposal(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """Every condition that applies must be ticked 符合 before 拟认定 (notice, part 一（二）)."""
    proposed = _proposed(submission)
    if proposed is None:
        return
    met = {tick.number for tick in submission.review if tick.met}
    missing = [each.number for each in _applying(context, submission) if each.number not in met]
    if missing:
        yield finding("R415", submission.at("办理", proposed), numbers="、".join(missing))


def number_reaches_its_minimum(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A condition with 栏目 and 最少 must be borne out by the field before 拟认定."""
    for each in _applying(context, submission):
        if each.field is None or each.minimum is None or _proposed(submission) is None:
            continue
        value = submission.values.get(each.field)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < each.minimum:
            least = f"{each.minimum:g}"
            yield finding("R416", submission.at(each.field), number=each.number, field=each.field, least=least)


def answer_is_the_one_asked_for(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A condition with 栏目 and 应为 must be borne out by the answer, yes or no, before 拟认定."""
    for each in _applying(context, submission):
        if each.field is None or each.answer is None or _proposed(submission) is None:
            continue
        if _answer(submission.values.get(each.field)) is not each.answer:
            wanted = "是" if each.answer else "否"
            yield finding("R463", submission.at(each.field), number=each.number, field=each.field, wanted=wanted)


def _answer(value: Value | None) -> bool | None:
    """Return what a field says whose text begins with yes or no, with or without a remark."""
    if isinstance(value, bool):
        return value
    return {"是": True, "有": True, "否": False, "无": False}.get(str(value or "")[:1])


def date_is_late_enough(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A condition with 栏目 and 不早于 must be borne out before 拟认定; a date without its day may be too early."""
    for each in _applying(context, submission):
        if each.field is None or each.not_before is None or _proposed(submission) is None:
            continue
        value = str(submission.values.get(each.field, ""))
        if (value + _FIRST_DAY[len(value) :])[: len(_FIRST_DAY)] < each.not_before.isoformat():
            where = submission.at(each.field)
            yield finding("R419", where, number=each.number, field=each.field, earliest=each.not_before)


def _applying(context: Context, submission: Submission) -> tuple[Condition, ...]:
    return context.applying(submission.values)


def _category_is_known(context: Context, submission: Submission) -> bool:
    """Tell whether the category can be judged by: a wrong one is a finding of its own and brings no others."""
    role = context.programme.roles.category
    if role is None:
        return True
    code = submission.values.get(role)
    return isinstance(code, str) and code in context.codes


def _proposed(submission: Submission) -> int | None:
    for each in submission.events:
        if each.kind is EventKind.PROPOSED:
            return each.index
    return None
