"""A view or a template that was changed to tell a private value is caught by the scan, whatever the encoding."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline import content, leaks, public
from pipeline.outputs import Output
from pipeline.public.guard import Guard
from pipeline.public.types import PublicSite
from tests import samples, strangers

TEMPLATES = Path(__file__).parents[2] / "site_templates"
SECRET = "13800000001"
AS_OF = date(2021, 1, 4)
ENCODED = {
    "plain": SECRET,
    "entities": "".join(f"&#{ord(each)};" for each in SECRET),
    "hexadecimal entities": "".join(f"&#x{ord(each):x};" for each in SECRET),
    "percent": "".join(f"%{ord(each):02X}" for each in SECRET),
    "escapes": "".join(f"\\u{ord(each):04x}" for each in SECRET),
}


class Site(NamedTuple):
    """The sample's public view, its guard, and the root that it came from."""

    view: PublicSite
    guard: Guard
    root: Path


def _sample(root: Path) -> Site:
    samples.write(root)
    site, _ = content.load(root)
    return Site(*public.project(site, AS_OF), root)


def _verdict(files: Iterable[Output], guard: Guard) -> bool | None:
    """Tell whether the scan finds the secret; None where no file says it."""
    said = tuple(files)
    if not any(SECRET in text for each in said for text in (each.path, *strangers.readings(each.data))):
        return None
    return any(each.code == "P501" for each in leaks.scan(said, guard))


def leaves(part: Any, pointer: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where texts stand in the public view."""
    if isinstance(part, str):
        yield pointer
    elif is_dataclass(part):
        for each in fields(part):
            yield from leaves(getattr(part, each.name), (*pointer, each.name))
    elif isinstance(part, tuple):
        for at, each in enumerate(part):
            yield from leaves(each, (*pointer, at))


def planted(part: Any, pointer: tuple[Any, ...], text: str) -> Any:
    """Return the view with the text behind the one that stands there."""
    if not pointer:
        return f"{part} {text}"
    step, *rest = pointer
    if isinstance(part, tuple):
        new = [planted(each, tuple(rest), text) if at == step else each for at, each in enumerate(part)]
        return part._make(new) if hasattr(part, "_make") else tuple(new)
    return replace(part, **{step: planted(getattr(part, step), tuple(rest), text)})


def _kinds(pointers: Iterable[tuple[Any, ...]]) -> Mapping[tuple[str, ...], tuple[Any, ...]]:
    """Return one place of each kind: lines of a list are alike."""
    return {tuple(str(step) for step in each if isinstance(step, str)): each for each in pointers}


def _poked(site: Site, pointer: tuple[Any, ...]) -> bool | None:
    """Tell whether what was planted is found; None where no output says it, or no site can be made of it."""
    try:
        files = strangers.outputs(planted(site.view, pointer, SECRET), site.root)
    except (ValueError, KeyError, AttributeError):
        return None
    return _verdict(files, site.guard)


def _view_holes(root: Path, count: int | None) -> list[bool | None]:
    site = _sample(root)
    every = sorted(_kinds(leaves(site.view)).items())
    chosen = every if count is None else random.Random(7).sample(every, count)
    return [_poked(site, pointer) for _, pointer in chosen]


def test_a_view_that_was_changed_to_leak_is_caught(tmp_path: Path) -> None:
    """A private value put behind any text of the public view is found in what is drawn of it."""
    verdicts = _view_holes(tmp_path, 24)
    assert False not in verdicts
    assert verdicts.count(True) > 8


@pytest.mark.drill
def test_every_view_that_was_changed_to_leak_is_caught(tmp_path: Path) -> None:
    """The same for every kind of text that the view has."""
    verdicts = _view_holes(tmp_path, None)
    assert False not in verdicts
    assert verdicts.count(True) > 40


# Where a line of a template ends that is no tag of the template's own.
_GAP = re.compile(r"(?<![%#}])>\n|\*/\n|;\n")
TEXTS = sorted(
    each.relative_to(TEMPLATES).as_posix()
    for each in TEMPLATES.rglob("*")
    if each.suffix in (".html", ".xml", ".txt", ".js", ".css", ".svg") and each.name != "desk.html"
)


def _template_hole(site: Site, name: str, encoded: str) -> bool | None:
    """Plant the secret at one place after the other, until an output says it; tell whether the scan finds it."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    own = site.root / "site_templates" / name
    own.parent.mkdir(parents=True, exist_ok=True)
    for gap in [*_GAP.finditer(text)][:12]:
        own.write_text(f"{text[: gap.end()]}{encoded}\n{text[gap.end() :]}", encoding="utf-8")
        verdict = _verdict(strangers.outputs(site.view, site.root), site.guard)
        if verdict is not None:
            return verdict
    return None


@pytest.mark.parametrize(("name", "way"), [("base.html", "percent"), ("assets/fill.js", "escapes")])
def test_a_template_that_was_changed_to_leak_is_caught(name: str, way: str, tmp_path: Path) -> None:
    """A private value written into a template is found, whatever its encoding."""
    assert _template_hole(_sample(tmp_path), name, ENCODED[way]) is True


@pytest.mark.drill
@pytest.mark.parametrize("way", ENCODED)
@pytest.mark.parametrize("name", TEXTS)
def test_every_template_that_was_changed_to_leak_is_caught(name: str, way: str, tmp_path: Path) -> None:
    """The same for every template and every encoding."""
    assert _template_hole(_sample(tmp_path), name, ENCODED[way]) is not False
