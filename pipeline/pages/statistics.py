"""All series in numbers, on one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.pages import changed
from pipeline.pages.days import written
from pipeline.pages.metadata import Meta, columns_of
from pipeline.pages.page import Page
from pipeline.pages.parts import Frame
from pipeline.public.decisions import Count
from pipeline.public.types import PublicSite
from pipeline.terms import Terms

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
    terms: Terms
    categories: tuple[Row, ...]
    associations: tuple[Row, ...]
    years: tuple[Row, ...]


def plan(site: PublicSite, frame: Frame) -> Iterator[Page]:
    """Yield the page; none where nobody was ever certified."""
    if not frame.statistics:
        return
    sections = tuple(
        Section(each.series, each.terms, _rows(each.categories), _rows(each.associations), _rows(each.years))
        for each in site.statistics
    )
    meta = Meta(
        title="名单统计",
        description=f"截至{written(frame.as_of)}的{frame.terms.certify}和{frame.terms.in_office}数，按类别、{frame.terms.recommender}和年份统计。",
        column=columns_of(frame.terms)["statistics"],
    )
    data: dict[str, object] = {"site": frame, "meta": meta, "sections": sections}
    yield Page(frame.statistics, "pages/statistics.html", data, changed=changed.statistics(site))


def _rows(counts: tuple[Count, ...]) -> tuple[Row, ...]:
    most = max((each.in_office for each in counts), default=0) or 1
    return tuple(
        Row(each.word, each.certified, each.in_office, round(each.in_office * _WHOLE / most)) for each in counts
    )
