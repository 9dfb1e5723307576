"""The ready CI files are YAML, rebuild when the day changes in China, and publish only the public folder."""

from pathlib import Path
from typing import Any

import pytest
import yaml

FILES = Path(__file__).parents[2] / "pipeline" / "data" / "ci"


def read(name: str) -> Any:
    return yaml.safe_load((FILES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["github.yml", "gitlab.yml"])
def test_the_commands_are_targets_of_the_makefile(name: str) -> None:
    """What the file runs is what `make` knows."""
    makefile = (FILES.parents[2] / "Makefile").read_text(encoding="utf-8")
    text = (FILES / name).read_text(encoding="utf-8")
    targets = {line.split("make ")[1].split()[0] for line in text.splitlines() if "make " in line and "#" not in line}
    assert targets == {"check", "site"}
    assert [target for target in targets if f"\n{target}: " not in makefile] == []


def test_the_schedule_is_just_after_midnight_in_china() -> None:
    """16:05 UTC is 00:05 in Beijing, when the day of the site has changed."""
    (schedule,) = read("github.yml")[True]["schedule"]  # YAML 1.1 reads the key `on` as true
    assert schedule["cron"] == "5 16 * * *"


def test_only_the_public_folder_is_published() -> None:
    """Neither file publishes more than output/site/."""
    steps = read("github.yml")["jobs"]["site"]["steps"]
    assert [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")] == ["output/site"]
    assert read("gitlab.yml")["pages"]["script"][-1] == "mv output/site public"
