"""Content as git keeps it: what a revision or the index says, and which files differ.

In: the root, a revision. Out: folders with content as it was, removed when done, or a finding. Nothing of a revision is
run: no hook, no filter, no program that its attributes name. Must not know what content means.
"""

from pipeline.revisions.history import INDEX, changed, head, look, resolve
from pipeline.revisions.hook import hook_of, install
from pipeline.revisions.unpack import unpacked

__all__ = ["INDEX", "changed", "head", "hook_of", "install", "look", "resolve", "unpacked"]
