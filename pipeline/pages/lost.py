"""The page for those who lost their way: it is served for every address that is none.

In: the public site. Out: a page that counts from the host's root, because nobody knows at what depth it is served.
"""

from pipeline.pages import addresses
from pipeline.pages.metadata import Meta
from pipeline.pages.page import Page
from pipeline.pages.parts import OPEN_PHASES, Frame, brief
from pipeline.public.types import PublicSite


def page(site: PublicSite, frame: Frame) -> Page:
    """Return the page, which leads to every programme: those that are open now first, each in the content's order."""
    programmes = sorted(map(brief, site.programmes), key=lambda each: each.phase not in OPEN_PHASES)
    told = f"没有这个页面：网址可能写错或者不完整，可以从首页、各项目的通知和{frame.terms.certify}名单查找。"
    data: dict[str, object] = {
        "site": frame,
        "meta": Meta("没有这个页面", told),
        "programmes": tuple(programmes),
        "open": OPEN_PHASES,
    }
    return Page(addresses.NOT_FOUND, "pages/not_found.html", data, base=addresses.from_anywhere(site.url))
