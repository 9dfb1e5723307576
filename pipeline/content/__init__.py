"""content/ on disk becomes one frozen Site; what is broken is reported and left out, never fatal.

In: the root folder. Out: `load(root)` -> (Site, findings); `listing(folders)` -> how it all looks. Alone walks
content/. Must not know pages or the day.
"""

from pipeline.content.listing import listing
from pipeline.content.load import load

__all__ = ["listing", "load"]
