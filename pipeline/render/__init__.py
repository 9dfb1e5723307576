"""Planned files → bytes.

In: pages, tables and copies with their addresses; folders of templates; the content's root. Out: outputs in the order
of the plan, or findings. Same plan, same templates: same bytes. Must not know who may be shown, nor write anything.
"""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeGuard

from pipeline import memory, outputs
from pipeline.diagnostics import Diagnostic, Location, finding, ordered
from pipeline.outputs import Output
from pipeline.pages import CalendarFile, Code, Copy, FormFile, JsonFile, Official, Page, Planned, TableFile
from pipeline.paper import qr
from pipeline.render import data
from pipeline.render.environment import AssetMissingError, are_shipped, environment, folders
from pipeline.render.faults import fault
from pipeline.render.keys import Asked, Keyed, Keys, of_templates
from pipeline.render.pages import Pages

__all__ = ["Drawing", "Drawn", "all", "desk"]

_ASSETS = "assets/"


def all(
    planned: Iterable[Planned], root: Path, templates: Path | None = None
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Draw every planned file, in the order of the plan; findings as a `Drawing` has them."""
    everything = tuple(planned)
    drawing = Drawing(everything, root, templates)
    drawn = {id(each): drawing.draw(each) for each in drawing.order}
    files = tuple(output for each in everything if (output := drawn[id(each)].output))
    return files, ordered((*drawing.findings, *(found for each in drawn.values() for found in each.findings)))


def desk(status: object, root: Path) -> bytes:
    """Draw the desk's page (`desk.html`) for `serve`: an answer on this machine, never an output of the site."""
    return environment(folders(root, None)).get_template("desk.html").render(status=status).encode()


class Drawn(NamedTuple):
    """A planned file as it came out: None and a finding where it could not be drawn; `asked`: sizes it was told."""

    output: Output | None
    findings: tuple[Diagnostic, ...] = ()
    asked: Asked = ()


class Drawing:
    """One run over a plan. `templates` is looked into before the content's own and the shipped templates.

    `first` are to be drawn first and by one process, because pages tell the size of files; `large` and `small` may be
    drawn in any order, and by a copy of this process too: there are many of the small ones, and they cost little.
    Assets are drawn at once, for pages tell their final names. `sizes`: those of what was drawn of `first` so far.

    Findings: T601 template not readable as a template, T602 template missing, T603 a name that is not there, T604 a
    template that fails, T605 two files at one address, T606 an unsafe address, T607 a file that cannot be read,
    T608 an asset that does not exist, T610 a print template that fails, T611 a character that no font has, T612 a
    template of the office that reaches behind the values that it is given.
    `findings` are those of the addresses, which are known before anything else is drawn.
    """

    def __init__(self, planned: Iterable[Planned], root: Path, templates: Path | None = None) -> None:
        everything = tuple(planned)
        self._places = folders(root, templates)
        self._environment = environment(self._places)
        self._root = root
        self._names: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        by_stencils = are_shipped(self._places)
        self._pages = Pages(self._environment, self._names, self.sizes, by_stencils)
        self._keys = Keys(self._names, by_stencils)
        self._assets = {id(each): self._asset(each) for each in everything if _is_asset(each)}
        addresses = tuple([self._names.get(each.path, each.path) for each in everything])
        self.findings = memory.latest("addresses", str(root), addresses, lambda: tuple(outputs.check(addresses)))
        self.first = tuple(each for each in everything if _is_told(each) or _is_asset(each))
        rest = [each for each in everything if not (_is_told(each) or _is_asset(each))]
        self.small = tuple(each for each in rest if _is_small(each))
        self.large = tuple(each for each in rest if not _is_small(each))

    @property
    def order(self) -> tuple[Planned, ...]:
        """Return every planned file, in an order in which all can be drawn."""
        return (*self.first, *self.large, *self.small)

    def templates(self) -> str:
        """Return a digest of all templates and of what draws with them; raises OSError where one cannot be read."""
        return of_templates(self._places)

    def key(self, planned: Planned) -> str:
        """Return a text that is another where the file is: by what it is drawn from, its templates and sizes apart.

        Empty for what is not drawn from its data alone.
        """
        return self._keys.of(planned) if isinstance(planned, Keyed) and not _is_asset(planned) else ""

    def stands(self, planned: Planned, size: int) -> None:
        """Note the size of a file that need not be drawn; pages may tell it."""
        if _is_told(planned):
            self.sizes[planned.path] = size

    def draw(self, planned: Planned) -> Drawn:
        """Return the file, or a finding."""
        if isinstance(planned, Code):
            return Drawn(Output(planned.path, qr.to_svg(planned.text)))
        if isinstance(planned, Page | Copy):
            return self._assets[id(planned)] if id(planned) in self._assets else self._plain(planned)
        drawn = self._told(planned)
        if drawn.output:
            self.sizes[planned.path] = len(drawn.output.data)
        return drawn

    def _told(self, planned: TableFile | JsonFile | CalendarFile | FormFile | Official) -> Drawn:
        """Draw a file whose size pages may tell."""
        if isinstance(planned, TableFile | JsonFile | CalendarFile):
            return Drawn(Output(planned.path, data.draw(planned)))
        if isinstance(planned, FormFile):
            from pipeline.render import forms  # noqa: PLC0415  # what writes PDF and Word is slow to load

            form, found = forms.draw(planned, self._places)
            return Drawn(Output(planned.path, form) if form else None, (found,) if found else ())
        from pipeline.render import documents  # noqa: PLC0415

        printed, found = documents.draw(planned, self._places)
        output = Output(planned.path, printed.data, printed.reading) if printed else None
        return Drawn(output, (found,) if found else ())

    def _asset(self, planned: Page | Copy) -> Drawn:
        """Draw an asset, whose name tells what is in it."""
        drawn = self._plain(planned)
        if drawn.output is None:
            return drawn
        name = PurePosixPath(planned.path)
        digest = blake2b(drawn.output.data, digest_size=5).hexdigest()
        self._names[planned.path] = f"{_ASSETS}{name.stem}.{digest}{name.suffix}"
        return Drawn(Output(self._names[planned.path], drawn.output.data))

    def _plain(self, planned: Page | Copy) -> Drawn:
        return self._page(planned) if isinstance(planned, Page) else self._copy(planned)

    def _page(self, page: Page) -> Drawn:
        try:
            data, asked = self._pages.draw(page)
            return Drawn(Output(page.path, data), (), asked)
        except AssetMissingError:
            return Drawn(None, (finding("T608", Location(f"site_templates/{page.template}")),))
        except Exception as error:
            return Drawn(None, (fault(error, page.template, self._environment),))

    def _copy(self, copy: Copy) -> Drawn:
        source = self._root / copy.source
        try:
            if source.is_symlink() or not source.resolve().is_relative_to(self._root.resolve()):
                raise OSError
            return Drawn(Output(copy.path, source.read_bytes()))
        except OSError:
            return Drawn(None, (finding("T607", Location(copy.source)),))


def _is_asset(planned: Planned) -> TypeGuard[Page | Copy]:
    return planned.path.startswith(_ASSETS)


def _is_small(planned: Planned) -> bool:
    return isinstance(planned, Page) and bool(planned.among)


def _is_told(planned: Planned) -> bool:
    """Tell whether pages may tell the file's size."""
    return isinstance(planned, FormFile | Official | TableFile | JsonFile)
