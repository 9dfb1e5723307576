"""A Word file that came back → what stands in its fields, whether it is our own file or somebody's copy of it.

In: bytes, the form. Out: `Found`. Our own controls are read by their tags, everything is read by its labels; a value is
never taken by its place alone without a doubt. Must not know drafts.
"""

from pipeline.intake.word.read import read_docx

__all__ = ["read_docx"]
