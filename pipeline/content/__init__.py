"""content/ on disk becomes one frozen Site; what is broken is reported and left out, never fatal.

In: the root folder. Out: `load(root)` -> (Site, findings). Alone walks content/. Must not know pages or the day.
"""

from pipeline.content import own_words
from pipeline.content.load import load

__all__ = ["load", "own_words"]
