"""The order of the people on a list (排序).

In: a site's stroke table, a programme's rule. Out: a sort key of a candidate. Ties go by id, never by chance.
"""

from collections.abc import Callable
from datetime import date

from pipeline import terms
from pipeline.model import ListOrder, Programme, Submission
from pipeline.public.values import name_on
from pipeline.rules.scores import score_on
from pipeline.strokes import StrokeTable, full_name_key, load_table, surname_key

Key = tuple[object, ...]
Sort = Callable[[Submission, date], Key]


def sort_key(programme: Programme, strokes: StrokeTable | None) -> Sort:
    """Return the key of the programme's rule, by the name of a day; 手工 keeps the order of the ids that staff gave.

    What is no person has no surname, and goes by its whole name.
    """
    table = strokes or load_table()
    first_key = surname_key if terms.of_programme(programme) is terms.PERSON else full_name_key
    places = {each.name: place for place, each in enumerate(programme.associations)}

    def by_surname(each: Submission, on: date) -> Key:
        return (first_key(name_on(each, programme, on), table), each.id)

    def by_name(each: Submission, on: date) -> Key:
        return (full_name_key(name_on(each, programme, on), table), each.id)

    def by_association(each: Submission, on: date) -> Key:
        return (places.get(each.association or "", len(places)), *by_surname(each, on))

    rules: dict[ListOrder, Sort] = {
        ListOrder.SURNAME_STROKES: by_surname,
        ListOrder.NAME_STROKES: by_name,
        ListOrder.ASSOCIATION: by_association,
        ListOrder.BY_HAND: lambda each, _: (each.id,),
        ListOrder.SCORE: lambda each, on: (-(score_on(programme, each, on) or 0), each.id),
    }
    return rules[programme.order]
