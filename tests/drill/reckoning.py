"""Who must be on which page on a day, reckoned from the plain facts of invented lives.

In: people and a day. Out: what each list must say. Written apart from the product: no line of it is used here.
"""

from dataclasses import dataclass
from datetime import date

from tests.drill.life import BATCHES, Person, end_of_publicity

Cells = tuple[str, ...]
ON_ROUNDS = ("姓名", "类别", "所在单位")
ON_ROSTERS = (*ON_ROUNDS, "职务")


@dataclass(frozen=True)
class Row:
    """A line: its number or certificate, its cells, what is noted or its standing, and its own period if any."""

    key: int | str
    cells: Cells
    word: str
    period: tuple[date, date] | None = None


def _came(day: date | None, now: date) -> bool:
    return day is not None and day <= now


def left(person: Person, now: date) -> str:
    """Return the word for who left, empty for who did not."""
    if _came(person.withdrawn, now):
        return "已撤回"
    if _came(person.refused, now):
        return "未予认定"
    if _came(person.revoked, now) and not _came(person.reinstated, now):
        return "已取消资格"
    return "已退出" if _came(person.resigned, now) else ""


def _cells(person: Person, fields: tuple[str, ...], now: date, settled: date | None = None) -> Cells:
    said = {"姓名": person.name, "所在单位": person.unit, "类别": f"{person.category}类", "职务": "主任"}
    for name in ("姓名", "所在单位"):
        changes = [each for each in person.changes if each.field == name]
        if changes:
            said[name] = changes[0].old
        for each in changes:
            if each.on <= now and (settled is None or each.kind == "更正" or each.on <= settled):
                said[name] = each.new
    return tuple(said[name] for name in fields)


def published(now: date) -> list[str]:
    """Return the batches whose notice is out."""
    return [batch for batch, (on, *_) in BATCHES.items() if date.fromisoformat(on) <= now]


def round_rows(people: list[Person], batch: str, on: date, now: date) -> list[Row]:
    """Return the lines of a round's list."""
    _, _, after, former = BATCHES[batch]
    rows = []
    members = [each for each in people if each.batch == batch and each.proposed == on]
    for number, person in enumerate(sorted(members, key=lambda each: each.id), 1):
        end, word = end_of_publicity(person, now), left(person, now)
        fields: tuple[str, ...] = ON_ROUNDS
        if word:
            fields = tuple(each for each in ON_ROUNDS if each in former)
        elif end < now and (after == "撤下" or (after == "隐去名单" and not _came(person.certified, now))):
            fields, word = (), "已隐去"
        anew = [(each.on, each.until) for each in person.changes if each.until and each.on <= now]
        period = anew[-1] if anew and not word else None
        rows.append(Row(number, _cells(person, fields, now, end), word, period))
    return rows


def _certified(people: list[Person], batch: str, now: date) -> list[Person]:
    return [each for each in people if each.batch == batch and _came(each.certified, now)]


def _holds(person: Person, now: date) -> bool:
    return _came(person.certified, now) and not left(person, now)


def certified_again(person: Person, people: list[Person], now: date) -> bool:
    """Tell whether a later record of the same person counts instead of this one."""
    later = [each for each in people if each.previous is person]
    return _holds(person, now) and any(_holds(each, now) or _follows(each, people, now) for each in later)


def _follows(person: Person, people: list[Person], now: date) -> bool:
    later = [each for each in people if each.previous is person]
    return any(_holds(each, now) or _follows(each, people, now) for each in later)


def _in_term(person: Person, now: date) -> bool:
    end = person.renewed_until if _came(person.renewed, now) else person.term
    return end is not None and now <= end


def roster_rows(people: list[Person], batch: str, now: date) -> set[Row]:
    """Return the roster's lines by certificate."""
    rows = set()
    for person in _certified(people, batch, now):
        word = left(person, now)
        fields = BATCHES[batch][3] if word else ON_ROSTERS
        if not word:
            word = "在任" if _in_term(person, now) else "任期届满"
            word = "已再次认定" if certified_again(person, people, now) else word
        rows.add(Row(person.certificate, _cells(person, fields, now), word))
    return rows


def notice_rows(people: list[Person], batch: str, now: date) -> dict[str, list[Row]]:
    """Return the list of each certification notice by its 文号."""
    notices: dict[str, list[Person]] = {}
    for person in sorted(_certified(people, batch, now), key=lambda each: (each.category, each.id)):
        notices.setdefault(person.document, []).append(person)
    return {
        document: [
            Row(
                number,
                _cells(each, BATCHES[batch][3] if left(each, now) else ON_ROSTERS, now, each.certified),
                left(each, now),
            )
            for number, each in enumerate(members, 1)
        ]
        for document, members in notices.items()
    }


def certificates(people: list[Person], batch: str, now: date) -> dict[str, str]:
    """Return what each certificate says."""
    words = {"已取消资格": "已取消", "已退出": "已退出"}
    return {
        each.certificate: words.get(left(each, now), "有效" if _in_term(each, now) else "任期届满")
        for each in _certified(people, batch, now)
    }


def in_office(people: list[Person], now: date) -> set[str]:
    """Return the certificates of those in office, each person once."""
    return {
        each.certificate
        for each in people
        if each.batch in published(now)
        and _holds(each, now)
        and _in_term(each, now)
        and not certified_again(each, people, now)
    }


def editions(people: list[Person], batch: str, on: date, now: date) -> list[date]:
    """Return the days on which a round's list was amended."""
    members = [each for each in people if each.batch == batch and each.proposed == on]
    return sorted(
        {
            change.on
            for each in members
            for change in each.changes
            if change.on <= now and (change.kind == "更正" or change.on <= end_of_publicity(each, now))
        }
    )


def turning_days(people: list[Person]) -> list[date]:
    """Return every day on which something may change, and the days around it."""
    days: set[date] = {date.fromisoformat(each[0]) for each in BATCHES.values()}
    for each in people:
        known = (each.proposed, each.until, each.withdrawn, each.refused, each.certified, each.term, each.renewed)
        more = (each.renewed_until, each.revoked, each.reinstated, each.resigned, each.praised)
        changed = [day for change in each.changes for day in (change.on, change.until)]
        days |= {day for day in (*known, *more, *changed) if day}
    return sorted({date.fromordinal(day.toordinal() + step) for day in days for step in (-1, 0, 1)})
