"""Every finding that gongshi can give, in Chinese and English: tables, one file per family.

In: nothing. Out: `CATALOGUE`, code -> Entry. Families: Y1xx text and YAML (`text`), S2xx forms and settings (`form`,
`keywords`, `groups`, `settings`, `layout`, `content`, `certification`), E3xx events and dates (`events`, `opinions`,
`dates`), R4xx across records (`records`, `coherence`, `scores`), P5xx privacy (`privacy`), T6xx templates and output (`output`,
`printing`), X9xx our own faults (`ours`), what the desk asks for (`desk`, with E37x), returned forms (`intake`,
`scans`), documents for staff (`exports`), earlier content (`revisions`) and sites on their way out (`deploy`).
Must not know how a finding is found or shown.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module

from pipeline.messages.entry import Entry, Words

FAMILIES = (
    "text",
    "form",
    "keywords",
    "groups",
    "settings",
    "layout",
    "content",
    "certification",
    "events",
    "opinions",
    "dates",
    "records",
    "coherence",
    "scores",
    "privacy",
    "output",
    "printing",
    "ours",
    "desk",
    "intake",
    "scans",
    "exports",
    "revisions",
    "deploy",
)


def _assemble() -> dict[str, Entry]:
    rows: dict[str, Entry] = {}
    for family in FAMILIES:
        for entry in import_module(f"pipeline.messages.{family}").ENTRIES:
            if entry.code in rows:
                raise ValueError(f"finding code {entry.code} stands twice")
            rows[entry.code] = entry
    return rows


class _Catalogue(Mapping[str, Entry]):
    """Put together when it is first looked into: where nothing is found, nobody waits for its words."""

    @cached_property
    def _rows(self) -> dict[str, Entry]:
        return _assemble()

    def __getitem__(self, code: str) -> Entry:
        return self._rows[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


CATALOGUE: Mapping[str, Entry] = _Catalogue()

# The office's own words in Chinese, of the content that this process speaks about: said to people, decided by nobody.
_OWN: dict[str, Words] = {}


def words(code: str, lang: str) -> Words:
    """Return what is said of a finding; `lang` is `zh` or `en`."""
    entry = CATALOGUE[code]
    return entry.en if lang == "en" else _OWN.get(code, entry.zh)


def reword(own: Mapping[str, Words]) -> None:
    """Say these from now on in place of our own words in Chinese."""
    _OWN.clear()
    _OWN.update(own)
