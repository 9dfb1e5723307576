"""What the placeholders of a certification notice stand for: counted from the list, never typed.

In: a programme, a notice's day and 文号, its list in order. Out: a word for each of PLACEHOLDERS, None where this
programme or this list has nothing to say. Names are taken from the list's own cells.
"""

from collections import Counter
from datetime import date

from pipeline import terms
from pipeline.content.certification import PLACEHOLDERS
from pipeline.model import Programme
from pipeline.public.opening import Listing, Opening
from pipeline.stages import EventKind

Words = tuple[tuple[str, str | None], ...]
_MONTHS = 12


def words(programme: Programme, notice: tuple[date, str], listed: list[Opening]) -> Words:
    """Return (placeholder, word) in the order of PLACEHOLDERS."""
    on, number = notice
    own = terms.of_programme(programme)
    begun = [each.standing.proposed_on for each in listed if each.standing.proposed_on]
    ended = [each.standing.publicity_until for each in listed if each.standing.publicity_until]
    said: dict[str, str | None] = {
        "项目": programme.name,
        "系列": programme.series,
        "认定": own.certify,
        "推荐单位": own.recommender,
        "发文单位": (programme.certification and programme.certification.issuer) or programme.notice.issuer,
        "通知标题": programme.notice.title.replace("\n", ""),
        "通知文号": f"（{programme.notice.document_number}）" if programme.notice.document_number else "",
        "文号": number or None,
        "日期": _day(on),
        "人数": f"{len(listed)}{own.measure}",
        "首位": _first(programme, listed),
        "类别人数": _by_category(programme, listed),
        "公示起": _day(min(begun)) if begun else None,
        "公示止": _day(max(ended)) if ended else None,
        "任期名称": own.term,
        "任期": _length(programme.term_months),
        "任期至": _ends(programme, listed),
        "统一任期至": _day(programme.term_ends) if programme.term_ends else None,
        "职责": "\n".join(f"{each.name}：{each.duties}" for each in programme.categories if each.duties) or None,
    }
    return tuple((name, said[name]) for name in PLACEHOLDERS)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _first(programme: Programme, listed: list[Opening]) -> str:
    """Return the first name that the list shows, with 等 where it stands for others; empty where none is shown."""
    shown = (
        cell.text
        for each in listed
        for cell in each.cells[Listing.NOTICE]
        if cell.field == programme.roles.name and cell.text
    )
    first = next(shown, "")
    return f"{first}等" if first and len(listed) > 1 else first


def _by_category(programme: Programme, listed: list[Opening]) -> str | None:
    counts = Counter(each.group for each in listed)
    measure = terms.of_programme(programme).measure
    told = (f"{each.name}{counts[each.name]}{measure}" for each in programme.categories if counts[each.name])
    return "，".join(told) or None


def _length(months: int | None) -> str | None:
    if months is None:
        return None
    return f"{months // _MONTHS}年" if months % _MONTHS == 0 else f"{months}个月"


def _ends(programme: Programme, listed: list[Opening]) -> str | None:
    """Return the last day of the term as 认定 gave it; 续聘 moves it later and is told elsewhere."""
    days = {end for each in listed if (end := _end(programme, each))}
    return "、".join(_day(each) for each in sorted(days)) or None


def _end(programme: Programme, opening: Opening) -> date | None:
    certified = opening.standing.certified_on
    given = (
        each.term_until
        for each in opening.submission.events
        if each.kind is EventKind.CERTIFIED and each.on == certified
    )
    written = next(given, None)
    return written or (programme.term_end(certified) if certified else None)
