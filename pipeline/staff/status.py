"""Where everything stands on a day, for the desk.

In: the private Site and the day. Out: a Status: frozen, with names of candidates but no phone number or address.
Must not know how it is shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline import terms
from pipeline.criteria import written
from pipeline.diagnostics import Diagnostic, ordered
from pipeline.history import value_on
from pipeline.model import Programme, Site, Submission
from pipeline.public.values import text_of
from pipeline.rules.people import duplicate_is_used_once, name_and_unit_differ
from pipeline.rules.quotas import quotas
from pipeline.rules.scores import ranks, score_on
from pipeline.staff.ahead import NextChange, next_change
from pipeline.staff.due import Due, Running, Stood, due, running
from pipeline.staff.missing import Missing, missing
from pipeline.stages import Stage, Standing, derive
from pipeline.terms import Terms

__all__ = ["Candidate", "Count", "ProgrammeStatus", "Status", "next_change", "status"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate: who it is, where it stands (状态) and since when, and what is missing before 拟认定.

    `score` (得分) and `rank` (名次) where the programme scores.
    """

    id: str
    name: str
    category: str
    association: str
    stage: str
    since: date | None
    priority: bool
    missing: tuple[Missing, ...]
    score: str = ""
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many candidates an association has, in all and by standing.

    `quotas`: the category's name (empty: all), how many of its quota (名额) are used, and how many there are.
    """

    association: str
    total: int
    by_stage: tuple[tuple[str, int], ...]
    quotas: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeStatus:
    """One programme on the day. `duplicates`: findings R420 and R421; `by_stage` in the order of a candidate's life.

    `terms`: the words for its candidates. Where they are `scored`, they stand in the order of their ranks.
    """

    slug: str
    name: str
    candidates: tuple[Candidate, ...]
    due: tuple[Due, ...]
    running: tuple[Running, ...]
    duplicates: tuple[Diagnostic, ...]
    by_stage: tuple[tuple[str, int], ...]
    by_association: tuple[Count, ...]
    terms: Terms
    scored: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """The whole desk on the day. `next`: when and why a page of the site changes by itself, None: never."""

    as_of: date
    programmes: tuple[ProgrammeStatus, ...]
    next: NextChange | None


def status(site: Site, as_of: date, slug: str | None = None) -> Status:
    """Return where all programmes stand at the end of the day, or the one named."""
    wanted = (each for each in site.programmes if slug in (None, each.slug))
    return Status(as_of, tuple(_programme(site, each, as_of) for each in wanted), next_change(site, as_of))


def _programme(site: Site, programme: Programme, as_of: date) -> ProgrammeStatus:
    stood = tuple((each, derive(each.events, each.opinions, as_of)) for each in programme.submissions)
    own, placed = terms.of_programme(programme), ranks(programme, as_of)
    candidates = (_candidate(programme, each, standing, as_of, placed) for each, standing in stood)
    return ProgrammeStatus(
        slug=programme.slug,
        name=programme.name,
        candidates=tuple(sorted(candidates, key=lambda each: each.rank or len(stood) + 1)),
        scored=programme.scoring is not None,
        due=due(programme, stood, as_of),
        running=running(programme, stood, site.calendar, as_of),
        duplicates=ordered((*duplicate_is_used_once(programme), *name_and_unit_differ(programme))),
        by_stage=_by_stage(own, (standing.stage for _, standing in stood)),
        by_association=_by_association(programme, stood, as_of),
        terms=own,
    )


def _candidate(
    programme: Programme, submission: Submission, standing: Standing, as_of: date, placed: Mapping[str, int]
) -> Candidate:
    roles = programme.roles
    return Candidate(
        id=submission.id,
        name=_text(programme, submission, roles.name, as_of),
        category=_text(programme, submission, roles.category, as_of),
        association=submission.association or "",
        stage=terms.of_programme(programme).of_stage(standing.stage),
        since=standing.since,
        priority=is_preferred(programme, submission),
        missing=missing(programme, submission, standing, as_of),
        score=written(score_on(programme, submission, as_of)),
        rank=placed.get(submission.id),
    )


def _text(programme: Programme, submission: Submission, field: str | None, as_of: date) -> str:
    return text_of(value_on(submission, field, as_of), field, programme) if field else ""


def is_preferred(programme: Programme, submission: Submission) -> bool:
    """Tell whether the programme marks the candidate as 优先."""
    rule = programme.priority
    if rule is None or rule.field not in submission.values:
        return False
    return rule.category in (None, submission.values.get(programme.roles.category or ""))


def _by_stage(own: Terms, stages: Iterable[Stage]) -> tuple[tuple[str, int], ...]:
    counts = Counter(stages)
    return tuple((own.of_stage(stage), counts[stage]) for stage in Stage if counts[stage])


def _by_association(programme: Programme, stood: tuple[Stood, ...], as_of: date) -> tuple[Count, ...]:
    """Return the counts in the programme's order of associations, those it does not know last."""
    names = dict.fromkeys(
        (*(each.name for each in programme.associations), *(each.association or "" for each, _ in stood))
    )
    found = {name: [standing.stage for each, standing in stood if (each.association or "") == name] for name in names}
    own = terms.of_programme(programme)
    limits = {
        each.name: tuple((quota.category, len(quota.used), quota.most) for quota in quotas(programme, each, as_of))
        for each in programme.associations
    }
    return tuple(
        Count(name, len(stages), _by_stage(own, stages), limits.get(name, ())) for name, stages in found.items()
    )
