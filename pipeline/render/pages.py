"""One page from its template and its data, and the parts that it has in common with others.

In: a Page, the Environment, names of assets, sizes of files. Out: its text. Must not know findings, nor write anything.
"""

from collections.abc import Callable, Mapping

from jinja2 import Environment
from markupsafe import Markup

from pipeline.pages import Page
from pipeline.render.environment import Addresses
from pipeline.render.keys import Asked, Sizes

# What a common part may know of a page's data; whatever else it asks for is not there.
_COMMON = ("site", "programme")


class Pages:
    """Draws pages. `assets`: final names by path; `sizes`: bytes by path; both may grow between two pages."""

    def __init__(self, environment: Environment, assets: Mapping[str, str], sizes: Mapping[str, int]) -> None:
        self._environment = environment
        self._assets = assets
        self._sizes = sizes
        self._common: dict[tuple[object, ...], Markup] = {}

    def draw(self, page: Page) -> tuple[str, Asked]:
        """Return the page, and the sizes that it asked for; raises what its template raises, and AssetMissingError."""
        where = Addresses(page.path, page.base, self._assets)
        sizes = Sizes(self._sizes)
        drawn = self._environment.get_template(page.template).render(
            page.data,
            path=page.path,
            web=page.web,
            base=page.base,
            link=where.link,
            asset=where.asset,
            sizes=sizes,
            common=self._drawer(page, where),
        )
        return drawn, tuple(sizes.asked.items())

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
