"""The lines of every list of a site, each with the page on which it stands.

In: a PublicSite. Out: lists of Rows by the list's key. A row's texts are those that its page shows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pipeline import terms
from pipeline.difference.values import Pairs
from pipeline.pages import addresses
from pipeline.pages.days import written
from pipeline.pages.metadata import numbered
from pipeline.pages.paging import PER_PAGE
from pipeline.pages.parts import filled
from pipeline.public.decisions import Cell, CertifiedEntry, Period, PublicCertification, Record
from pipeline.public.types import Holder, PublicProgramme, PublicRound, PublicSite, RoundEntry

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line: whose it is (`mark`, in memory only), where it stands, its cells and what else it says.

    `name`: the text of the cell that names the candidate, empty where it is not shown.
    """

    mark: str
    number: int
    path: str
    title: str
    programme: str
    name: str
    cells: Pairs
    facts: Pairs


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its title, and how a page's number becomes an address."""

    programme: PublicProgramme
    title: str
    address: Callable[[int], str]

    def row(self, mark: str, number: int, cells: tuple[Cell, ...], facts: Pairs) -> Row:
        """Return the line with the page on which its number stands."""
        page = (number - 1) // PER_PAGE + 1
        pairs = tuple((each.label, each.text) for each in cells)
        named = dict(self.programme.roles).get("name", "")
        return Row(
            mark=mark,
            number=number,
            path=self.address(page),
            title=numbered(self.title, page),
            programme=self.programme.name,
            name=dict(pairs).get(named, ""),
            cells=pairs,
            facts=facts,
        )


def title_of_round(of_day: PublicRound) -> str:
    """Return what the round's page is called."""
    return f"公示（{written(of_day.on)}）"


def title_of_certification(notice: PublicCertification) -> str:
    """Return what the certification notice's page is called."""
    return filled(notice.title, notice.words).replace("\n", "")


def of_site(view: PublicSite) -> Mapping[Key, tuple[Row, ...]]:
    """Return the rows of each list of the site."""
    lists: dict[Key, tuple[Row, ...]] = {}
    for each in view.programmes:
        for of_day in each.rounds:
            lists["round", each.slug, of_day.on.isoformat()] = tuple(_of_round(each, of_day))
        for notice in each.certifications:
            lists["certification", each.slug, notice.key] = tuple(_of_notice(each, notice))
        lists["roster", each.slug] = tuple(_of_roster(each))
    in_office = terms.of_several(each.terms for each in view.programmes).current
    for each in view.programmes:
        lists["office", each.slug] = tuple(_in_office(each, in_office))
    return lists


def _of_round(programme: PublicProgramme, of_day: PublicRound) -> Iterator[Row]:
    listed = _List(programme, title_of_round(of_day), partial(addresses.publicity_round, programme.slug, of_day.on))
    for each in of_day.entries:
        yield listed.row(each.mark, each.number, each.cells, _of_entry(each))


def _of_entry(entry: RoundEntry) -> Pairs:
    return (("状态", entry.note), ("重新公示", _span(entry.again)))


def _span(period: Period | None) -> str:
    if period is None:
        return ""
    return f"{written(period.on)}至{written(period.until)}（{'公示中' if period.running else '已期满'}）"


def _of_notice(programme: PublicProgramme, notice: PublicCertification) -> Iterator[Row]:
    address = partial(addresses.certification, programme.slug, notice.key)
    listed = _List(programme, title_of_certification(notice), address)
    for each in notice.entries:
        yield listed.row(each.mark, each.number, each.cells, _of_certified(each))


def _of_certified(entry: CertifiedEntry) -> Pairs:
    state = f"{entry.note}（{written(entry.since)}）" if entry.note and entry.since else entry.note
    return (("类别名称", entry.category), ("证书编号", entry.certificate_number), ("状态", state))


def _of_roster(programme: PublicProgramme) -> Iterator[Row]:
    listed = _List(programme, f"{programme.terms.certify}名单", partial(addresses.roster, programme.slug))
    for each in programme.roster:
        yield listed.row(each.mark, each.number, each.cells, _of_holder(programme, each))


def _of_holder(programme: PublicProgramme, holder: Holder) -> Pairs:
    until = holder.term_until
    return (
        ("状态", f"{holder.standing}（{written(holder.since)}）"),
        ("证书编号", holder.certificate_number),
        (f"{programme.terms.certify}日期", written(holder.certified_on)),
        (programme.terms.term_until, written(until) if until else ""),
        ("荣誉", "、".join(f"{each.word}（{written(each.on)}）" for each in holder.honours)),
        (f"再次{programme.terms.certify}", again(holder.again)),
    )


def again(record: Record | None) -> str:
    """Return another certification of the same holder in words."""
    if record is None:
        return ""
    return "，".join(filter(None, (record.programme, record.certificate_number, written(record.certified_on))))


def _in_office(programme: PublicProgramme, title: str) -> Iterator[Row]:
    """Yield those in office, whose page holds all programmes: they are counted in their own."""
    listed = _List(programme, title, lambda _page: addresses.in_office())
    for each in _held(programme.roster):
        yield listed.row(each.mark, each.number, each.cells, (("证书编号", each.certificate_number),))


def _held(roster: Iterable[Holder]) -> Iterator[Holder]:
    return (each for each in roster if each.in_office)
