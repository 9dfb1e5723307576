"""What candidates are judged by: conditions, materials, scores; and what several score sheets come to.

In: the programme's rule and the sheets of one candidate. Out: types, and a score. Must not know candidates or files.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

_CENT = Decimal("0.01")
# Fewer sheets than this have no middle once the best and the worst are left out.
_LEAST_TRIMMED = 3
# Two copies are 两份; what is more than ten is written in figures.
_NUMERALS = dict(zip(range(1, 11), "一两三四五六七八九十", strict=True))


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition (条件) of the notice; with `field` also checked.

    By number (`minimum`), by date (`not_before`), by yes or no (`answer`). `only`: (field, text), it applies to those
    who wrote just that in the field.
    """

    number: str
    text: str
    category: str | None = None
    field: str | None = None
    minimum: float | None = None
    answer: bool | None = None
    not_before: date | None = None
    only: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Priority:
    """Who is marked 优先 for staff: candidates of `category` (None: all) whose `field` is filled in."""

    field: str
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What is handed in (材料), 纸质 or 电子, and in how many copies; None where the notice does not say."""

    name: str
    copies: int | None = None

    @property
    def said(self) -> str:
        """Return it as a notice says it: 纸质一式三份."""
        if not self.copies:
            return self.name
        return f"{self.name}{'' if self.copies == 1 else '一式'}{_NUMERALS.get(self.copies, self.copies)}份"


@dataclass(frozen=True, slots=True)
class MaterialsList:
    """The list of materials (材料清单): the field that ticks those that are there; `optional` may be missing."""

    field: str
    optional: tuple[str, ...] = ()


class Averaging(StrEnum):
    """What several sheets come to (计分)."""

    MEAN = "平均分"
    TRIMMED = "去掉最高分和最低分"


@dataclass(frozen=True, slots=True)
class ScoreItem:
    """One item that is scored (评分项目): its name, its full mark (满分)."""

    name: str
    full: Decimal


@dataclass(frozen=True, slots=True)
class Scoring:
    """A programme's rule (评分). Without `items` a sheet gives a total out of `full`.

    `passing`: the pass mark (合格分); `places`: how many can be certified, the best first (名额); None where nothing is
    said.
    """

    full: Decimal
    items: tuple[ScoreItem, ...] = ()
    passing: Decimal | None = None
    places: int | None = None
    averaging: Averaging = Averaging.MEAN


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One score sheet of a candidate: its day, whose it is (empty: a panel's), points by item or a `total`."""

    on: date | None
    judge: str = ""
    points: tuple[tuple[str, Decimal], ...] = ()
    total: Decimal | None = None

    @property
    def sum(self) -> Decimal | None:
        """Return what the sheet comes to, None where it says nothing."""
        if self.total is not None or not self.points:
            return self.total
        return sum((points for _, points in self.points), Decimal(0))


def score(rule: Scoring, sheets: Iterable[ScoreSheet], until: date) -> Decimal | None:
    """Return the score by the sheets up to the day, rounded to hundredths; None where there is none.

    The best and the worst are left out only where three sheets or more are there.
    """
    found = sorted(each.sum for each in sheets if each.on is not None and each.on <= until and each.sum is not None)
    if rule.averaging is Averaging.TRIMMED and len(found) >= _LEAST_TRIMMED:
        found = found[1:-1]
    if not found:
        return None
    return (sum(found, Decimal(0)) / len(found)).quantize(_CENT, ROUND_HALF_UP)


def written(points: Decimal | None) -> str:
    """Return points as people read them, without needless noughts; empty for none."""
    return "" if points is None else f"{points.normalize():f}"
