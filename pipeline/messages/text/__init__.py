"""Y1xx: what can be wrong with a file as text, YAML or Markdown.

Y10x the file, Y11x its encoding, Y12x its characters, Y13x–Y14x its structure, Y15x–Y17x its spelling, Y18x what parses
and is not meant, Y19x the notice.
"""

from pipeline.messages.entry import Entry
from pipeline.messages.text import characters, files, notice, spelling, structure, traps

ENTRIES: tuple[Entry, ...] = (
    *files.ENTRIES,
    *characters.ENTRIES,
    *structure.ENTRIES,
    *spelling.ENTRIES,
    *traps.ENTRIES,
    *notice.ENTRIES,
)
