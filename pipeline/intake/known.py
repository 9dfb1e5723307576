"""What was received before: which files, and which values of the fields by which one person is known.

In: the root and the Site. Out: where a file or a value stands already. Must not know how a file is read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline import documents, forms
from pipeline.content.walk import files
from pipeline.model import Programme, Site

SOURCE, DIGEST, SHARE = "来源", "摘要", "份"
_DIGEST, _SHARE = re.compile(f"{DIGEST}: *'?([0-9a-f]{{64}})"), re.compile(f"{SHARE}: *'?([0-9]+)")


@dataclass(frozen=True, slots=True)
class Known:
    """`received`: the draft or submission made from a share of a file, by (digest, share); `values`: the file in which
    a value stands, by (programme, field, value)."""

    received: dict[tuple[str, str], str] = field(default_factory=dict)
    values: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def note(self, path: str, programme: Programme, top: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Remember a file of the programme: what it says, and its values by the form."""
        source = top.get(SOURCE)
        if isinstance(source, Mapping) and source.get(DIGEST):
            self.received.setdefault((str(source[DIGEST]), str(source.get(SHARE, ""))), path)
        for name in programme.roles.duplicates:
            said = _plain(values.get(name))
            if said:
                self.values.setdefault((programme.slug, name, said), path)

    def same(self, programme: Programme, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield (field, path) for each value that stands elsewhere already."""
        for name in programme.roles.duplicates:
            path = self.values.get((programme.slug, name, _plain(values.get(name))))
            if path:
                yield name, path


def known(root: Path, site: Site) -> Known:
    """Return what the submissions and drafts of the site say."""
    found = Known()
    for programme in site.programmes:
        for each in programme.submissions:
            found.note(each.document.path, programme, each.document.values, each.values)
        for path in files(root, folder(programme))[0]:
            document, _ = documents.load(root / path, path)
            if document is None:
                found.note(path, programme, {SOURCE: _spoilt(root / path)}, {})
            else:
                found.note(path, programme, document.values, forms.judge(programme.form, document)[0])
    return found


def _spoilt(file: Path) -> Mapping[str, str]:
    """Return the source of a draft that cannot be read any more: somebody is at work on it."""
    try:
        text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
    except OSError:
        return {}
    digest, share = _DIGEST.search(text), _SHARE.search(text)
    return {DIGEST: digest[1] if digest else "", SHARE: share[1] if share else ""}


def folder(programme: Programme) -> str:
    """Return where the drafts of a programme lie, relative to the root."""
    return f"{programme.document.path.rsplit('/', 1)[0]}/drafts"


def _plain(value: object) -> str:
    return re.sub(r"[\s\-—－()（）]", "", str(value or "")).casefold()
