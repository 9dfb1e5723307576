"""Every rule over the whole content: one rule, one function; its docstring is the rule.

In: a Site and the day. Out: `check(site, as_of)` -> findings. Rules judge the whole file whatever the day; the day only
tells what is later than now. Must not know the files' text, pages or terminals.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pipeline.diagnostics import Diagnostic, few, ordered
from pipeline.model import Programme, Site, Submission
from pipeline.rules import (
    dates,
    digests,
    events,
    files,
    materials,
    people,
    quotas,
    review,
    scores,
    settings,
    text,
)
from pipeline.rules.context import Context, look_up

SITE_RULES: tuple[Callable[[Site], Iterator[Diagnostic]], ...] = (
    people.previous_is_there,
    people.name_has_strokes,
)

PROGRAMME_RULES: tuple[Callable[[Programme], Iterator[Diagnostic]], ...] = (
    settings.roles_are_fields,
    settings.shown_are_fields,
    settings.category_has_a_role,
    settings.associations_differ,
    settings.category_names_exist,
    settings.condition_fields_exist,
    settings.certificate_pattern_is_known,
    settings.objection_can_reach,
    materials.materials_list_is_a_choice,
    scores.scoring_is_sound,
    text.notice_reads_as_usual,
    text.quota_table_has_quotas,
    files.id_is_used_once,
    people.duplicate_is_used_once,
    people.name_and_unit_differ,
    quotas.proposed_within_the_quota,
    dates.round_shares_its_end,
    dates.document_number_has_one_day,
    dates.certificate_number_is_used_once,
    scores.best_are_proposed,
)

SUBMISSION_RULES: tuple[Callable[[Context, Submission], Iterable[Diagnostic]], ...] = (
    files.id_is_plain,
    files.association_is_known,
    files.association_has_the_folder,
    files.association_takes_the_category,
    review.tick_is_of_a_condition,
    review.conditions_hold_before_proposal,
    review.number_reaches_its_minimum,
    review.answer_is_the_one_asked_for,
    materials.materials_are_there_before_proposal,
    scores.scores_are_asked_for,
    scores.sheet_fits_the_rule,
    scores.sheet_comes_before_proposal,
    scores.score_is_enough_for_proposal,
    review.date_is_late_enough,
    events.events_follow_each_other,
    events.changed_value_is_the_one_written,
    digests.digested_values_stand,
    dates.received_by_the_deadline,
    dates.term_fits_the_programme,
    dates.publicity_fits_the_calendar,
    dates.not_later_than_today,
)


def check(site: Site, as_of: date, wanted: Callable[[str], bool] | None = None) -> tuple[Diagnostic, ...]:
    """Return the findings of every rule, by place.

    `wanted` tells of which paths they are asked for: rules over one candidate do not judge the others, while those
    across candidates look at all.
    """
    return ordered((*across(site), *_alone(site, as_of, wanted)))


def across(site: Site) -> Iterator[Diagnostic]:
    """Yield the findings of the rules over a site and over a programme, which look at all candidates."""
    for site_rule in SITE_RULES:
        yield from site_rule(site)
    for programme in site.programmes:
        for programme_rule in PROGRAMME_RULES:
            yield from programme_rule(programme)


def _alone(site: Site, as_of: date, wanted: Callable[[str], bool] | None) -> Iterator[Diagnostic]:
    for programme in site.programmes:
        context = look_up(programme, site.calendar, as_of)
        for each in programme.submissions:
            if wanted is None or wanted(each.document.path):
                yield from of_submission(context, each)


def of_submission(context: Context, submission: Submission) -> list[Diagnostic]:
    """Return the findings that depend on nothing but the candidate's file, the programme's settings and the day."""
    return [*few(each for rule in SUBMISSION_RULES for each in rule(context, submission))]
