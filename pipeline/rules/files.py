"""Rules over a candidate's file: its name, its folder, its association.

In: a context and a submission, or a programme. Out: findings.
"""

import re
from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Programme, Submission
from pipeline.rules.context import Context

_LONGEST = 60
_ENOUGH = 12
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN_BY_WINDOWS = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")


def id_is_plain(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """The file name must be lower-case letters, digits and single hyphens, at most 60: it is the candidate's id."""
    del context
    plain = _ID.fullmatch(submission.id) and len(submission.id) <= _LONGEST
    if not plain or _TAKEN_BY_WINDOWS.fullmatch(submission.id):
        yield finding("R401", Location(submission.document.path))


def id_is_used_once(programme: Programme) -> Iterator[Diagnostic]:
    """A file name must be used once in a programme, whatever the folder."""
    first: dict[str, Submission] = {}
    for each in programme.submissions:
        other = first.setdefault(each.id.lower(), each)
        if other is not each:
            yield finding("R402", Location(each.document.path), other=other.document.path)


def association_is_known(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """推荐单位 must be one of the programme's own, where the programme lists any."""
    if not context.associations:
        return
    if submission.association is None:
        if not submission.document.values.get("推荐单位"):
            yield finding("R410", submission.at())
    elif submission.association not in context.associations:
        known = _some(each.name for each in context.programme.associations)
        yield finding("R411", submission.at("推荐单位"), known=known)


def association_has_the_folder(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """A file in an association's folder must name that association."""
    association = context.associations.get(submission.association)
    if association is None:
        return
    folder = _folder(submission)
    owner = context.owners.get(folder)
    if owner and owner is not association:
        yield finding("R412", submission.at("推荐单位"), folder=folder, name=owner.name)


def association_takes_the_category(context: Context, submission: Submission) -> Iterator[Diagnostic]:
    """An association must recommend only candidates of the categories that the programme gives it."""
    association, role = context.associations.get(submission.association), context.programme.roles.category
    if association is None or not association.categories or not role:
        return
    code = str(submission.values.get(role, ""))
    if code in context.codes and code not in association.categories:
        yield finding("R413", submission.at(role), name=association.name, categories="、".join(association.categories))


def _some(names: Iterable[str]) -> str:
    """Return names for a sentence; a long list is cut and says so."""
    every = tuple(names)
    return "、".join(every[:_ENOUGH]) + ("等" if len(every) > _ENOUGH else "")


def _folder(submission: Submission) -> str:
    below = submission.document.path.partition("/submissions/")[2]
    return below.split("/")[0] if "/" in below else ""
