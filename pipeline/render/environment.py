"""The one jinja2 Environment, and the few words that templates may use beside jinja2's own.

In: folders of templates. Out: an Environment. Everything is escaped; a name that is not there is an error, never a gap.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from pipeline import hosting
from pipeline.pages import Slot
from pipeline.paper import qr
from pipeline.render.compiled import Compiled

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED = (_PACKAGE / "site_templates", _PACKAGE.parent / "site_templates")
_UNITS = ("字节", "KB", "MB", "GB")
_STEP = 1024


class AssetMissingError(LookupError):
    """A template asked for an asset that no page makes."""


def folders(root: Path, templates: Path | None) -> tuple[Path, ...]:
    """Return where templates are looked for, the first that has one wins: the office's own before the shipped ones."""
    wanted = (templates, root / "site_templates", *_SHIPPED)
    return tuple(dict.fromkeys(each for each in wanted if each is not None and each.is_dir()))


def are_shipped(places: tuple[Path, ...]) -> bool:
    """Tell whether the folders hold nothing but the shipped templates."""
    return all(each.resolve() in _SHIPPED for each in places)


def environment(places: tuple[Path, ...]) -> Environment:
    """Return the Environment over the folders; where an office's own templates are among them, a sandbox.

    In the sandbox a template reaches the values that it is given and nothing of Python behind them, and changes none.
    """
    own = not are_shipped(places)
    made = (ImmutableSandboxedEnvironment if own else Environment)(
        loader=FileSystemLoader(places, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(_SHIPPED, "sandboxed" if own else "plain"),
    )
    # Policies hold apostrophes, which are no danger between quotation marks and which people read.
    made.globals.update(page_policy=Markup(hosting.PAGE_POLICY), form_policy=Markup(hosting.FORM_POLICY))
    made.filters.update(day=day, plain_day=plain_day, size=size, telephone=telephone, unbroken=unbroken, code=code)
    made.filters["json"] = script_text
    return made


class Addresses:
    """Links as one page sees them."""

    def __init__(self, path: str, base: str, assets: Mapping[str, str]) -> None:
        self._here = path.split("/")[:-1]
        self._base = base
        self._assets = assets

    def link(self, path: str | Slot) -> str | Slot:
        """Return the way from this page to another, both given as output paths; a slot's text is a way already."""
        return path if isinstance(path, Slot) else self._way(path)

    def asset(self, path: str) -> str:
        """Return the way from this page to an asset, by its final name."""
        try:
            return self._way(self._assets[path])
        except KeyError:
            raise AssetMissingError(path) from None

    def _way(self, path: str) -> str:
        return self._base + path if self._base else _relative(self._here, path)


def _relative(here: list[str], path: str) -> str:
    """Return the shortest way from a folder to a file, as `posixpath.relpath` does at many times the cost."""
    there = path.split("/")
    same = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:])


@lru_cache(maxsize=4096)
def day(value: date) -> Markup:
    """Return a day as official documents print it, without leading zeros, and for machines."""
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), plain_day(value))


def plain_day(value: date) -> str:
    """Return a day as official documents print it, where no element can stand."""
    return f"{value.year}年{value.month}月{value.day}日"


def size(count: int) -> str:
    """Return a size in bytes as people read it."""
    amount, unit = float(count), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    return f"{amount:.0f} {_UNITS[unit]}" if unit < 2 else f"{amount:.1f} {_UNITS[unit]}"  # noqa: PLR2004


def telephone(text: str) -> str:
    """Return a telephone number as a link's address."""
    return "tel:" + "".join(each for each in text if each in "0123456789+-")


def code(address: str | Slot) -> Markup:
    """Return an address as a QR code, to stand in a page as it is."""
    return Markup(address.as_code if isinstance(address, Slot) else as_code(address).decode("ascii"))


def as_code(address: str) -> bytes:
    """Return an address as a QR code in SVG, without the end of line that a file has."""
    return qr.to_svg(address).rstrip()


def script_text(value: object) -> Markup:
    """Return a value as JSON, for a script's file or inside a script's element, where it cannot end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("</", "<\\/").replace("<!--", "\\u003c!--"))


def unbroken(text: str) -> Markup:
    """Return a title in which nothing between quotation marks is broken over lines."""
    held = escape(text).replace("“", Markup('<span class="unbroken">“')).replace("”", Markup("”</span>"))
    return held if text.count("“") == text.count("”") else escape(text)
