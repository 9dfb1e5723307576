"""What `pip install .` delivers is the whole program: away from the checkout nothing is missing, nothing added."""

import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("gongshi-*.whl"))


def _files(folder: Path) -> set[PurePosixPath]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {PurePosixPath(path.relative_to(folder).as_posix()) for path in found}


def test_wheel_carries_the_program_and_its_templates(wheel: Path) -> None:
    """The wheel holds every file of pipeline/, and of site_templates/ inside it, and no other."""
    program = {"pipeline" / each for each in _files(ROOT / "pipeline")}
    templates = {"pipeline/site_templates" / each for each in _files(ROOT / "site_templates")}
    with zipfile.ZipFile(wheel) as archive:
        delivered = {PurePosixPath(name) for name in archive.namelist()}
    assert {each for each in delivered if not each.parts[0].endswith(".dist-info")} == program | templates


def test_installed_program_builds_the_same_site(wheel: Path, content_copy: Path, tmp_path: Path) -> None:
    """Away from the checkout, with the templates it carries, the program builds the site that the checkout builds."""
    away = tmp_path / "away"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(away)
    (content_copy / "site_templates").rename(tmp_path / "unused")
    sites = [_build(home, content_copy, tmp_path / f"built-{home.name}") for home in (away, ROOT)]
    assert sites[0]
    assert sites[0] == sites[1]


def _build(home: Path, root: Path, output: Path) -> dict[PurePosixPath, bytes]:
    """Run the command as it stands in `home`, which comes first on the path; return the site's files."""
    command = [sys.executable, "-m", "pipeline", "--root", root, "build", "--output", output]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return {path: (output / "site" / path).read_bytes() for path in _files(output / "site")}
