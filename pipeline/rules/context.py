"""What the rules over one candidate ask of the programme, looked up once for all candidates.

In: a programme, the calendar, the day. Out: a Context. Must not know any candidate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.criteria import Condition
from pipeline.forms import Value
from pipeline.model import Association, Programme
from pipeline.rules.periods import Periods
from pipeline.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Context:
    """A programme and the day. `associations` are by name, `owners` by folder; of several the first counts.

    `codes`: the categories. `fields`: the names of the form's fields. `conditions` by category, those of None for all.
    """

    programme: Programme
    as_of: date
    associations: Mapping[str | None, Association]
    owners: Mapping[str, Association]
    codes: frozenset[str]
    fields: frozenset[str]
    conditions: Mapping[str | None, tuple[Condition, ...]]
    periods: Periods

    def applying(self, values: Mapping[str, Value]) -> tuple[Condition, ...]:
        """Return the conditions that apply to a candidate: those of all, of its category, and of what it wrote."""
        code = values.get(self.programme.roles.category or "")
        of_category = self.conditions.get(code if isinstance(code, str) else None, self.conditions[None])
        return tuple([each for each in of_category if _holds(each, values)])


def look_up(programme: Programme, calendar: Calendar, as_of: date) -> Context:
    """Return the context of the programme's candidates."""
    wanted = {None, *(each.category for each in programme.conditions)}
    return Context(
        programme=programme,
        as_of=as_of,
        associations={each.name: each for each in reversed(programme.associations)},
        owners={each.folder: each for each in reversed(programme.associations)},
        codes=frozenset(each.code for each in programme.categories),
        fields=frozenset(each.name for each in programme.form.fields),
        conditions={code: _of_category(programme, code) for code in wanted},
        periods=Periods(programme.publicity, calendar),
    )


def applying(programme: Programme, values: Mapping[str, Value]) -> tuple[Condition, ...]:
    """Return the conditions that apply to a candidate, as a Context does."""
    of_category = _of_category(programme, values.get(programme.roles.category or ""))
    return tuple(each for each in of_category if _holds(each, values))


def _of_category(programme: Programme, code: Value | None) -> tuple[Condition, ...]:
    return tuple(each for each in programme.conditions if each.category in (None, code))


def _holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    return condition.only is None or str(values.get(condition.only[0], "")) == condition.only[1]
