"""All series in numbers, on one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.pages import changed
from pipeline.pages.days import written
from pipeline.pages.metadata import COLUMNS, Meta
from pipeline.pages.page import Page
from pipeline.pages.parts import Frame
from pipeline.public.decisions import Count
from pipeline.public.types import PublicSite

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A count with its bar: how long it is, of a hundred."""

    word: str
    certified: int
    in_office: int
    length: int


@dataclass(frozen=True, slots=True)
class Section:
    """A series: rows by category, by association and by year; empty where there is nothing to tell apart."""

    series: str
    measure: str
    categories: tuple[Row, ...]
    associations: tuple[Row, ...]
    years: tuple[Row, ...]


def plan(site: PublicSite, frame: Frame) -> Iterator[Page]:
    """Yield the page; none where nobody was ever certified."""
    if not frame.statistics:
        return
    sections = tuple(
        Section(each.series, each.measure, _rows(each.categories), _rows(each.associations), _rows(each.years))
        for each in site.statistics
    )
    meta = Meta(
        title="名单统计",
        description=f"截至{written(frame.as_of)}的认定和在任数，按类别、推荐单位和年份统计。",
        column=COLUMNS["statistics"],
    )
    data: dict[str, object] = {"site": frame, "meta": meta, "sections": sections}
    yield Page(frame.statistics, "pages/statistics.html", data, changed=changed.statistics(site))


def _rows(counts: tuple[Count, ...]) -> tuple[Row, ...]:
    most = max((each.in_office for each in counts), default=0) or 1
    return tuple(
        Row(each.word, each.certified, each.in_office, round(each.in_office * _WHOLE / most)) for each in counts
    )
