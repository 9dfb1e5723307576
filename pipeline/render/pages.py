"""One page from its template and its data, and the parts that it has in common with others.

In: a Page, the Environment, names of assets, sizes of files. Out: its bytes. Must not know findings or write anything.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from pipeline.pages import Page, Slot
from pipeline.render.environment import Addresses
from pipeline.render.keys import Asked, Sizes
from pipeline.render.stencils import Lines, Stencils

# What a common part may know of a page's data; whatever else it asks for is not there.
_COMMON = ("site", "programme")


class Pages:
    """Draws pages. `assets`: final names by path; `sizes`: bytes by path; both may grow between two pages.

    `by_stencils`: whether all templates are known to print the texts of a stencil's slots and do nothing else to them.
    """

    def __init__(
        self, environment: Environment, assets: Mapping[str, str], sizes: Mapping[str, int], by_stencils: bool
    ) -> None:
        self._environment = environment
        self._assets = assets
        self._sizes = sizes
        self._common: dict[tuple[object, ...], Markup] = {}
        # What any stencil asked for; each page that is filled in may depend on it.
        self._asked: dict[str, int | None] = {}
        self._stencils = Stencils(self._stencil) if by_stencils else None
        self._lines = Lines() if by_stencils else None

    def draw(self, page: Page) -> tuple[bytes, Asked]:
        """Return the page, and the sizes that it asked for; raises what its template raises, and AssetMissingError."""
        filled = self._stencils.fill(page) if self._stencils else None
        if filled is not None:
            return filled, tuple(self._asked.items())
        sizes = Sizes(self._sizes)
        return self._draw(page, page.data, page.path, page.web, sizes).encode(), tuple(sizes.asked.items())

    def _stencil(self, page: Page, stencil: Mapping[str, object]) -> str:
        sizes = Sizes(self._sizes)
        drawn = self._draw(page, stencil, Slot(0), Slot(1) if page.web else "", sizes)
        self._asked |= sizes.asked
        return drawn

    def _draw(
        self, page: Page, data: Mapping[str, object], path: str | Slot, web: str | Slot, sizes: Mapping[str, int]
    ) -> str:
        where = Addresses(page.path, page.base, self._assets)
        return self._environment.get_template(page.template).render(
            data,
            path=path,
            web=web,
            base=page.base,
            link=where.link,
            asset=where.asset,
            sizes=sizes,
            common=self._drawer(page, where),
            each=partial(self._lines.fill, where.link) if self._lines else _each,
        )

    def _drawer(self, page: Page, where: Addresses) -> Callable[..., Markup]:
        """Return `common(template, …)`: a part that knows the site, the programme and what it is given, nothing else.

        So pages of one `among` can have it drawn once: they stand equally deep, and none of them is on the menu.
        """

        def common(name: str, **given: str | bool) -> Markup:
            key = (page.among, name, *given.items())
            drawn = self._common.get(key) if page.among else None
            if drawn is None:
                known = {each: page.data[each] for each in _COMMON if each in page.data}
                path = "" if page.among else page.path
                more = {"path": path, "base": page.base, "link": where.link, "asset": where.asset}
                drawn = Markup(self._environment.get_template(name).render(known, **more, **given))
                if page.among:
                    self._common[key] = drawn
            return drawn

        return common


def _each(lines: Iterable[object], draw: Callable[..., Markup], *more: object) -> Markup:
    """Return `draw(line, …)` of every line."""
    return Markup("").join(draw(line, *more) for line in lines)
