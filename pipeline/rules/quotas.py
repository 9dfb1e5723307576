"""Rules over the quotas (名额) that a programme gives its associations.

In: a programme. Out: findings, and how much of each quota is used. Who withdrew or was refused uses none of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.model import Association, Programme, Submission
from pipeline.stages import EventKind, Stage, Standing, derive

_USES_NONE = (Stage.NOT_RECEIVED, Stage.WITHDRAWN, Stage.NOT_RECOMMENDED, Stage.NOT_CERTIFIED)


@dataclass(frozen=True, slots=True)
class Quota:
    """How many (`most`) an association may recommend, in all or of the category of the name (else empty).

    `used`: those who use it, first who was proposed and then who was received, by day and id.
    """

    category: str
    most: int
    used: tuple[tuple[Submission, Standing], ...]


def quotas(programme: Programme, association: Association, as_of: date) -> tuple[Quota, ...]:
    """Return the association's quotas on the day, in the order of the settings; none where nothing limits it."""
    whole = () if association.quota is None else ((None, association.quota),)
    limits: tuple[tuple[str | None, int], ...] = (*whole, *association.quotas)
    own = [each for each in programme.submissions if each.association == association.name] if limits else []
    stood = [(each, derive(each.events, each.opinions, as_of)) for each in own]
    using = sorted((each for each in stood if each[1].stage not in _USES_NONE), key=_turn)
    return tuple(Quota(_name(programme, code), most, _of(programme, code, using)) for code, most in limits)


def proposed_within_the_quota(programme: Programme) -> Iterator[Diagnostic]:
    """No more may be proposed of an association than its 名额; more that are only received are worth a warning."""
    for association in programme.associations:
        for quota in quotas(programme, association, date.max):
            for submission, standing in quota.used[quota.most :]:
                said = {"name": association.name, "category": quota.category, "most": quota.most}
                if standing.proposed_on is None:
                    yield finding("R417", submission.at("推荐单位"), count=len(quota.used), **said)
                else:
                    proposed = sum(each.proposed_on is not None for _, each in quota.used)
                    yield finding("R418", _proposal(submission), count=proposed, **said)


def _proposal(submission: Submission) -> Location:
    index = next(each.index for each in submission.events if each.kind is EventKind.PROPOSED)
    return submission.at("办理", index)


def _turn(stood: tuple[Submission, Standing]) -> tuple[date, date, str]:
    submission, standing = stood
    return standing.proposed_on or date.max, standing.received_on or date.max, submission.id


def _of(
    programme: Programme, code: str | None, using: list[tuple[Submission, Standing]]
) -> tuple[tuple[Submission, Standing], ...]:
    role = programme.roles.category or ""
    return tuple(each for each in using if code is None or each[0].values.get(role) == code)


def _name(programme: Programme, code: str | None) -> str:
    return next((each.name for each in programme.categories if each.code == code), code or "")
