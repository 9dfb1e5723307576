"""Every hostile file gives exactly its findings, in two seconds and 300 MB, and touches nothing outside."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile import on_disk, returned_scans, returned_sheets, returned_word, templates, texts
from tests.hostile.case import Case

MODULES: dict[str, dict[str, Case]] = {
    "on_disk": on_disk.CASES,
    "returned_scans": returned_scans.CASES,
    "returned_sheets": returned_sheets.CASES,
    "returned_word": returned_word.CASES,
    "templates": templates.CASES,
    "texts": texts.CASES,
}
ROOT = Path(__file__).parents[2]
_PATIENCE = 600


@pytest.mark.skipif(sys.platform == "win32", reason="names, links and limits of POSIX")
@pytest.mark.parametrize("module", MODULES)
def test_hostile_files_do_no_harm(module: str, tmp_path: Path) -> None:
    """What each case comes to is its codes and nothing else: no traceback, no time, no memory, nothing touched."""
    folder, canary = tmp_path / "cases", tmp_path / "canary"
    for each in (folder, canary):
        each.mkdir()
    (canary / "file").write_bytes(b"as it was")
    before = sorted((each.name, each.stat().st_mtime_ns) for each in tmp_path.iterdir() if each != folder)
    command = (sys.executable, "-m", "tests.hostile.watched", module, str(folder))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=_PATIENCE)
    came = dict(map(json.loads, done.stdout.splitlines()))
    assert came == {name: case.expected for name, case in MODULES[module].items()}, done.stderr[-2000:]
    assert sorted((each.name, each.stat().st_mtime_ns) for each in tmp_path.iterdir() if each != folder) == before
    assert [(each.name, each.read_bytes()) for each in canary.iterdir()] == [("file", b"as it was")]
