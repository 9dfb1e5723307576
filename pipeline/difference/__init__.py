"""What the public will see change: two views of the site, held side by side.

In: two PublicSites. Out: frozen Changes. Pure; must not know submissions, revisions, terminals or languages.

What may be told, so that the difference is as safe as the later site itself, wherever it is posted:
- of the later view, everything: it is public.
- of the earlier view, a value only where the later one shows another value in its place: on the same candidate's line,
  or on a page that is nobody's. What is shown no more (a name withdrawn, a field no longer open, a line without a name)
  is told to be gone, without its words; of a page or a document that is gone, the title.
- who left a list altogether is named only where the later view still shows the same of the same candidate elsewhere.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.difference import files, lines, things
from pipeline.difference.types import Became, Change, Deed, Rewritten, Subject
from pipeline.public.types import PublicSite

__all__ = ["Became", "Change", "Deed", "Rewritten", "Subject", "compare"]


def compare(old: PublicSite, new: PublicSite) -> tuple[Change, ...]:
    """Return what is otherwise in the later view, by page: facts, then lines; other pages come last."""
    if old == new:
        return ()
    told = (*things.changes(old, new), *lines.changes(old, new), *things.certificates(old, new))
    # What a page says of the day itself is no change.
    earlier = replace(old, as_of=new.as_of)
    return (*_by_page(told), *files.changes(earlier, new, {each.path for each in told}))


def _by_page(told: tuple[Change, ...]) -> Iterator[Change]:
    """Yield the changes with those of one page together, in the order in which pages come first."""
    pages: dict[str, list[Change]] = {}
    for each in told:
        pages.setdefault(each.path, []).append(each)
    for changes in pages.values():
        yield from changes
