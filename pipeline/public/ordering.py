"""The order of the people on a list (排序).

In: a site's stroke table, a programme's rule. Out: a sort key of a candidate. Ties go by id, never by chance.
"""

from collections.abc import Callable
from datetime import date

from pipeline import terms
from pipeline.history import is_edited
from pipeline.model import ListOrder, Programme, Submission
from pipeline.public.values import name_on
from pipeline.rules.scores import score_on
from pipeline.strokes import Key as StrokeKey
from pipeline.strokes import StrokeTable, full_name_key, load_table, surname_key

Key = tuple[object, ...]
Sort = Callable[[Submission, date], Key]


def sort_key(programme: Programme, strokes: StrokeTable | None) -> Sort:
    """Return the key of the programme's rule, by the name of a day; 手工 keeps the order of the ids that staff gave.

    What is no person has no surname, and goes by its whole name.
    """
    table = strokes or load_table()
    places = {each.name: place for place, each in enumerate(programme.associations)}

    keys: dict[str, StrokeKey] = {}
    fixed: dict[int, Key] = {}  # by identity: who never changed a name has one key on all days
    by_surname = programme.order is not ListOrder.NAME_STROKES and terms.of_programme(programme).are_people
    key_of = surname_key if by_surname else full_name_key

    def by_strokes(each: Submission, on: date) -> Key:
        found = fixed.get(id(each))
        if found is None:
            found = by_name(each, on)
            if not is_edited(each):
                fixed[id(each)] = found
        return found

    def by_name(each: Submission, on: date) -> Key:
        name = name_on(each, programme, on)
        key = keys.get(name)
        if key is None:  # a name stands on several lists, and some on several lines
            key = keys[name] = key_of(name, table)
        return (key, each.id)

    def by_association(each: Submission, on: date) -> Key:
        return (places.get(each.association or "", len(places)), *by_strokes(each, on))

    rules: dict[ListOrder, Sort] = {
        ListOrder.SURNAME_STROKES: by_strokes,
        ListOrder.NAME_STROKES: by_strokes,
        ListOrder.ASSOCIATION: by_association,
        ListOrder.BY_HAND: lambda each, _: (each.id,),
        ListOrder.SCORE: lambda each, on: (-(score_on(programme, each, on) or 0), each.id),
    }
    return rules[programme.order]
