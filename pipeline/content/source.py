"""Where content is read from: the folder, with some files as they would be after an edit.

In: the root and texts in place of files. Out: documents. Must not know what a file is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import documents, memory
from pipeline.diagnostics import Diagnostic
from pipeline.documents import Document

Findings = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The content below `root`; `edited` maps a path to the text that stands for the file."""

    root: Path
    edited: Mapping[str, str] = field(default_factory=dict)

    def fetch(self, path: str) -> tuple[bytes | None, Findings]:
        """Return the bytes of a content file."""
        if path in self.edited:
            return self.edited[path].encode(), ()
        return documents.fetch(f"{self.root}/{path}", path)

    def load(self, path: str) -> tuple[Document | None, Findings]:
        """Read a content file."""
        data, findings = self.fetch(path)
        if data is None:
            return None, findings
        return memory.latest("parse", path, data, lambda: documents.parse(data, path))

    def has(self, path: str) -> bool:
        """Tell whether something stands at the path, be it a file or not."""
        place = self.root / path
        return path in self.edited or place.exists() or place.is_symlink()
