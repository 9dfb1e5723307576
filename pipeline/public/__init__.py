"""THE WALL: the only door from the private model to the site.

In: a Site and the day. Out: a PublicSite of other types, filled field by field, and every withheld value;
for one candidate at a time, what is open and which texts are shown or withheld.
Must not know addresses, HTML or files.
"""

from pipeline.public.project import project
from pipeline.public.told import Told, opener

__all__ = ["Told", "opener", "project"]
