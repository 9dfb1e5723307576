"""Whole sites, byte for byte: content goes in, and exactly the blessed files come out.

`make bless` writes the expected files anew; read the difference before you commit it.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from pipeline import build

HERE = Path(__file__).parent
ROOTS = {"danwei": HERE / "danwei", "longdu": HERE.parents[1]}
NEVER = date(1, 1, 1)


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ROOTS)
def test_site_is_the_blessed_one(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The site of a golden content folder is the blessed one, file for file."""
    result = build.build(ROOTS[name], tmp_path, today=NEVER)
    expected = HERE / name / "site"
    assert result.published is not None, result.findings
    if request.config.getoption("--bless"):
        shutil.rmtree(expected, ignore_errors=True)
        shutil.copytree(tmp_path / "site", expected)
    actual, blessed = _tree(tmp_path / "site"), _tree(expected)
    assert sorted(actual) == sorted(blessed)
    assert [path for path in blessed if actual[path] != blessed[path]] == []
