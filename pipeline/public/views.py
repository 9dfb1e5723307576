"""Which lists a candidate is on that day, and which fields each list may show.

In: a programme, the standing and the day. Out: Views: field names a list, nothing else is open.
Must not know candidates.
"""

from datetime import date
from typing import NamedTuple

from pipeline import terms
from pipeline.model import AfterPeriod, Programme
from pipeline.stages import Stage, Standing

LEFT = {
    Stage.WITHDRAWN: "已撤回",
    Stage.NOT_CERTIFIED: "未予认定",
    Stage.REVOKED: "已取消资格",
    Stage.RESIGNED: "已退出",
}
HIDDEN = "已隐去"
HOLDING = (Stage.IN_OFFICE, Stage.TERM_OVER)


class Views(NamedTuple):
    """The fields of one candidate open on the round's list, on the roster and the certification notice, and on the
    certificate; None: not on that list. `round_note` stands for the fields of who left.
    """

    round_fields: tuple[str, ...] | None
    roster_fields: tuple[str, ...] | None
    certificate_fields: tuple[str, ...] | None
    round_note: str = ""


def open_views(programme: Programme, standing: Standing, as_of: date) -> Views:
    """Return what is open of a candidate; nothing is open before the first day of publicity (拟认定)."""
    shown = programme.shown
    roster = _certified_fields(standing, shown.roster, shown.former)
    certificate = _certified_fields(standing, shown.certificate, _both(shown.certificate, shown.former))
    if standing.certificate_number is None:
        certificate = None
    if standing.proposed_on is None:
        return Views(None, roster, certificate)
    fields, note = _round_fields(programme, standing, roster, as_of)
    return Views(fields, roster, certificate, note)


def _certified_fields(standing: Standing, held: tuple[str, ...], former: tuple[str, ...]) -> tuple[str, ...] | None:
    if standing.certified_on is None:
        return None
    return former if standing.stage in LEFT else held


def _round_fields(
    programme: Programme, standing: Standing, roster: tuple[str, ...] | None, as_of: date
) -> tuple[tuple[str, ...], str]:
    fields = programme.shown.publicity
    if standing.stage in LEFT:
        return _both(fields, programme.shown.former), terms.of_programme(programme).say(LEFT[standing.stage])
    if programme.after_period is AfterPeriod.KEEP or not is_over(standing, as_of):
        return fields, ""
    if programme.after_period is AfterPeriod.TAKE_DOWN or roster is None:
        return (), HIDDEN
    return _both(fields, roster), ""


def is_over(standing: Standing, as_of: date) -> bool:
    """Tell whether the candidate's publicity period is over on the day."""
    return standing.publicity_until is not None and standing.publicity_until < as_of


def _both(fields: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in fields if name in others)
