"""What came of each mutant, kept from run to run in .cache/mutation/, and which survivors are explained.

In: files. Out: verdicts by a mutant's key; the explanations of equivalent.toml. Must not know pytest or cosmic-ray.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

Key = tuple[str, str, str, int]
_EXPLAINED = Path(__file__).with_name("equivalent.toml")


class Explanation(NamedTuple):
    """A mutant that nobody can notice, and why; without `becomes` every mutant of those lines."""

    file: str
    was: str
    why: str
    becomes: str | None = None

    def is_of(self, key: Key) -> bool:
        """Tell whether the mutant is meant."""
        return (self.file, self.was) == key[:2] and self.becomes in (None, key[2])


def explanations() -> tuple[Explanation, ...]:
    """Return those of equivalent.toml."""
    return tuple(Explanation(**each) for each in tomllib.loads(_EXPLAINED.read_text(encoding="utf-8"))["mutant"])


def read(file: Path) -> dict[Key, str]:
    """Return the verdicts; of several for one mutant the last."""
    if not file.exists():
        return {}
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return {(each["file"], each["was"], each["becomes"], each["number"]): each["verdict"] for each in rows}


def add(file: Path, key: Key, verdict: str) -> None:
    """Write one verdict down at once, so that a run may be ended at any time."""
    row: Mapping[str, object] = dict(zip(("file", "was", "becomes", "number"), key, strict=True)) | {"verdict": verdict}
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
