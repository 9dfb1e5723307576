"""Dated events fold into a standing on a day.

In: events and opinions of one candidate, and `as_of`. Out: a Standing, the day on which it changes next, and breaches
of the table of what may follow what. Pure; must not know submissions, files, forms or the clock.
"""

from pipeline.stages.breaches import Breach, breaches
from pipeline.stages.fold import derive, next_change
from pipeline.stages.table import DETAIL_KEYS, EVENTS, Rule, may_follow
from pipeline.stages.types import Event, EventKind, Objection, Opinion, Stage, Standing

__all__ = [
    "DETAIL_KEYS",
    "EVENTS",
    "Breach",
    "Event",
    "EventKind",
    "Objection",
    "Opinion",
    "Rule",
    "Stage",
    "Standing",
    "breaches",
    "derive",
    "may_follow",
    "next_change",
]
