"""Pages and documents that come and go, and pages that change in what nothing else has told.

In: two PublicSites of one day, the addresses already told. Out: Changes of pages and documents, by address.
"""

from collections.abc import Iterator, Mapping

from pipeline import pages
from pipeline.difference.types import Change, Deed, Subject
from pipeline.pages import FormFile, Official, Page, Planned
from pipeline.pages.metadata import Meta
from pipeline.public.types import PublicSite
from pipeline.terms import Terms

_DOCUMENTS = {"notice": "通知", "publicity": "公示", "certification": "{}通知", "roster": "{}名单"}


def changes(old: PublicSite, new: PublicSite, told: set[str]) -> Iterator[Change]:
    """Yield the pages and documents that are new, that are gone, and those that change though not `told` of."""
    before, after = dict(_told_of(old)), dict(_told_of(new))
    words = {each.slug: each.terms for view in (old, new) for each in view.programmes}
    yield from (_change(Deed.ADDED, each, words) for path, each in after.items() if path not in before)
    yield from (_change(Deed.REMOVED, each, words) for path, each in before.items() if path not in after)
    for path, each in after.items():
        if isinstance(each, Page) and path in before and path not in told and each != before[path]:
            yield _change(Deed.CHANGED, each, words)


def _told_of(view: PublicSite) -> Iterator[tuple[str, Planned]]:
    """Yield the pages for people and the documents; attachments are told of by their programmes, data by its page."""
    for each in pages.plan(view):
        if isinstance(each, Official | FormFile) or (isinstance(each, Page) and _meta(each.data)):
            yield each.path, each


def _change(deed: Deed, each: Planned, words: Mapping[str, Terms]) -> Change:
    if isinstance(each, Page):
        meta = _meta(each.data)
        return Change(deed, Subject.PAGE, each.path, meta.title if meta else "")
    return Change(deed, Subject.DOCUMENT, each.path, _title(each, words[each.path.partition("/")[0]]))


def _meta(data: Mapping[str, object]) -> Meta | None:
    meta = data.get("meta")
    return meta if isinstance(meta, Meta) else None


def _title(each: Planned, own: Terms) -> str:
    kind = each.path.rpartition(".")[2].upper()
    if isinstance(each, Official):
        name = each.template.removeprefix("print/").removesuffix(".typ")
        return f"{_DOCUMENTS[name].format(own.certify)}（{kind}）"
    return f"{own.form}（{kind}）"
