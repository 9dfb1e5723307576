"""Which files a room has, and which tests are to notice a fault in them, the quickest first."""

from pathlib import Path
from typing import NamedTuple


class Room(NamedTuple):
    """The folders of a room, and the names of its tests under tests/unit/."""

    folders: tuple[str, ...]
    tests: tuple[str, ...]

    def files(self) -> list[Path]:
        """Return its modules."""
        return sorted(file for folder in self.folders for file in Path(folder).glob("*.py"))

    def paths(self) -> list[str]:
        """Return its tests as pytest takes them."""
        return [f"tests/unit/test_{name}.py" for name in self.tests]


ROOMS = {
    "stages": Room(("pipeline/stages",), ("stages_table", "stages", "stages_breaches", "stages_properties")),
    "rules": Room(
        ("pipeline/rules",),
        (
            *("rules", "rules_asked", "rules_edges", "quotas", "materials", "scores", "digests", "calendar_file"),
            "content",
        ),
    ),
    "wall": Room(
        ("pipeline/public", "pipeline/leaks"),
        (
            *("leaks", "leaks_plain", "public", "public_decisions", "public_editions", "certification_text", "quotas"),
            *("certificates", "rosters", "terms", "open_data", "official", "difference", "as_of", "scores"),
            *("privacy_holes", "privacy"),
        ),
    ),
}
