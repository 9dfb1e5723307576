"""What pages say of a site, a programme, a round, a notice and a certificate, before and after.

In: two PublicSites. Out: Changes of facts. What is new or gone as a whole is told by its page and its lines.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.difference import facts, rows
from pipeline.difference.types import Became, Change, Deed, Rewritten, Subject
from pipeline.difference.values import became, rewritten
from pipeline.pages import addresses
from pipeline.pages.parts import filled
from pipeline.public.types import PublicProgramme, PublicSite


def changes(old: PublicSite, new: PublicSite) -> Iterator[Change]:
    """Yield what changes in what pages say, apart from lists."""
    yield from _Place(addresses.HOME, new.name).told(became(facts.of_site(old), facts.of_site(new)))
    before = {each.slug: each for each in old.programmes}
    for each in new.programmes:
        was = before.get(each.slug)
        if was is not None:
            yield from _programme(was, each)
            yield from _documents(was, each)
            yield from _rounds(was, each)
            yield from _certifications(was, each)


def certificates(old: PublicSite, new: PublicSite) -> Iterator[Change]:
    """Yield what changes on pages of certificates."""
    before = {each.slug: each for each in old.programmes}
    for each in new.programmes:
        if each.slug in before:
            yield from _certificates(before[each.slug], each)


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    title: str
    programme: str = ""

    def told(self, values: tuple[Became, ...], texts: tuple[Rewritten, ...] = ()) -> Iterator[Change]:
        """Yield the change of what the page says, if there is one."""
        if values or texts:
            own = (self.path, self.title, self.programme)
            yield Change(Deed.CHANGED, Subject.FACTS, *own, values=values, rewritten=texts)


def _programme(old: PublicProgramme, new: PublicProgramme) -> Iterator[Change]:
    said = became(facts.of_programme(old), facts.of_programme(new))
    body = rewritten("正文", old.notice.body, new.notice.body)
    yield from _Place(addresses.notice(new.slug), "通知", new.name).told(said, body)
    form = became(facts.of_form(old.form), facts.of_form(new.form))
    yield from _Place(addresses.form(new.slug), new.terms.form, new.name).told(form)


def _documents(old: PublicProgramme, new: PublicProgramme) -> Iterator[Change]:
    before, after = ({each.name: each.size for each in programme.attachments} for programme in (old, new))
    for name in dict.fromkeys((*after, *before)):
        size, sizes = after.get(name), (facts.size(before.get(name)), facts.size(after.get(name)))
        deed = Deed.REMOVED if size is None else Deed.CHANGED if name in before else Deed.ADDED
        values = became((("大小", sizes[0]),), (("大小", sizes[1]),)) if deed is Deed.CHANGED else ()
        if values or deed is not Deed.CHANGED:
            path = addresses.attachment(new.slug, name)
            yield Change(deed, Subject.DOCUMENT, path, f"附件：{name}", new.name, values=values)


def _rounds(old: PublicProgramme, new: PublicProgramme) -> Iterator[Change]:
    before = {each.on: each for each in old.rounds}
    for each in new.rounds:
        if each.on in before:
            said = became(facts.of_round(old, before[each.on]), facts.of_round(new, each))
            path = addresses.publicity_round(new.slug, each.on)
            yield from _Place(path, rows.title_of_round(each), new.name).told(said)


def _certifications(old: PublicProgramme, new: PublicProgramme) -> Iterator[Change]:
    before = {each.key: each for each in old.certifications}
    for each in new.certifications:
        was = before.get(each.key)
        if was is not None:
            said = became(facts.of_certification(was), facts.of_certification(each))
            body = rewritten("正文", filled(was.body, was.words), filled(each.body, each.words))
            path = addresses.certification(new.slug, each.key)
            yield from _Place(path, rows.title_of_certification(each), new.name).told(said, body)


def _certificates(old: PublicProgramme, new: PublicProgramme) -> Iterator[Change]:
    """Yield them for a programme; a number may have gone to another holder, so no old cell is told."""
    before = {each.number: each for each in old.certificates}
    for each in new.certificates:
        was = before.get(each.number)
        if was is not None:
            cells = became(facts.of_cells(was.cells), facts.of_cells(each.cells))
            said = became(facts.of_certificate(old, was), facts.of_certificate(new, each))
            path = addresses.certificate(new.slug, each.number)
            unsaid = tuple(replace(it, old=None) for it in cells)
            yield from _Place(path, f"证书{each.number}", new.name).told((*unsaid, *said))
