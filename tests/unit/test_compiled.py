"""Compiled templates are kept of the shipped ones only, and never decide what a page says."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from pipeline.render import compiled
from pipeline.render.compiled import Compiled


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep nothing in the real place."""
    place = tmp_path / "kept"
    monkeypatch.setattr(compiled, "_FOLDER", place)
    return place


def template(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.html").write_text(text, encoding="utf-8")
    return folder


def page(folder: Path, shipped: Path, kept: Path) -> str:
    cache = Compiled([shipped], "plain")
    cache.directory = str(kept)
    return Environment(loader=FileSystemLoader(folder), bytecode_cache=cache).get_template("a.html").render(a=1)


def test_a_shipped_template_is_compiled_once(tmp_path: Path, folder: Path) -> None:
    """Its code is kept, and drawn from the second time on."""
    shipped = template(tmp_path / "shipped", "{{ a }}!")
    assert page(shipped, shipped, folder) == "1!"
    (kept,) = folder.iterdir()
    looks = kept.stat().st_mtime_ns
    assert page(shipped, shipped, folder) == "1!"
    assert kept.stat().st_mtime_ns == looks


def test_a_changed_template_is_compiled_anew(tmp_path: Path, folder: Path) -> None:
    """The text decides, not the time: what was kept of another text is not drawn."""
    shipped = template(tmp_path / "shipped", "{{ a }}!")
    page(shipped, shipped, folder)
    template(shipped, "{{ a }}?")
    assert page(shipped, shipped, folder) == "1?"


def test_an_office_s_own_template_is_not_kept(tmp_path: Path, folder: Path) -> None:
    """What a content repository holds leaves nothing in the installation."""
    own = template(tmp_path / "own", "{{ a }}!")
    assert page(own, tmp_path / "shipped", folder) == "1!"
    assert not folder.exists()


@pytest.mark.parametrize("size", [0, 2, 12, 25, 100])
def test_damaged_code_is_made_anew(tmp_path: Path, folder: Path, size: int) -> None:
    """A file that was cut short is passed by."""
    shipped = template(tmp_path / "shipped", "{{ a }}!")
    page(shipped, shipped, folder)
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:size])
    assert page(shipped, shipped, folder) == "1!"


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path, folder: Path) -> None:
    """Where the installation may not be written, each build compiles."""
    shipped = template(tmp_path / "shipped", "{{ a }}!")
    folder.write_text("in the way", encoding="utf-8")
    assert page(shipped, shipped, folder) == "1!"
