"""content/ on disk becomes one frozen Site; what is broken is reported and left out, never fatal.

In: the root folder. Out: `load(root)` -> (Site, findings); `ask(root, question)` -> an answer for each candidate too.
Alone walks content/. Must not know pages or the day.
"""

from pipeline.content import own_words
from pipeline.content.answered import Question
from pipeline.content.load import Loaded, ask, load

__all__ = ["Loaded", "Question", "ask", "load", "own_words"]
