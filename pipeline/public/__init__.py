"""THE WALL: the only door from the private model to the site.

In: a Site and the day. Out: a PublicSite of other types, filled field by field, and every withheld value;
for one candidate at a time, which texts lists show and which are withheld.
Must not know addresses, HTML or files.
"""

from pipeline.public.piles import Pile
from pipeline.public.project import divider, project

__all__ = ["Pile", "divider", "project"]
