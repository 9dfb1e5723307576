"""Planned files → bytes.

In: pages, tables and copies with their addresses; folders of templates; the content's root. Out: outputs in the order
of the plan, or findings. Same plan, same templates: same bytes. Must not know who may be shown, nor write anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from pipeline.diagnostics import Diagnostic, Location, finding, ordered
from pipeline.pages import CalendarFile, Code, Copy, FormFile, JsonFile, Official, Page, Planned, TableFile
from pipeline.paper import qr
from pipeline.render import data, documents, forms, paths
from pipeline.render.environment import AssetMissingError, environment, folders
from pipeline.render.faults import fault
from pipeline.render.pages import Pages

__all__ = ["Output", "all", "desk"]

_ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site: its path relative to the site's root, with `/`, and its bytes.

    `reading`: every text that a file of our own was made of, where its bytes do not show it (PDF).
    """

    path: str
    data: bytes
    reading: str = ""


def all(
    planned: Iterable[Planned], root: Path, templates: Path | None = None
) -> tuple[tuple[Output, ...], tuple[Diagnostic, ...]]:
    """Draw every planned file; `templates` is looked into before the content's own and the shipped templates.

    Findings: T601 template not readable as a template, T602 template missing, T603 a name that is not there, T604 a
    template that fails, T605 two files at one address, T606 an unsafe address, T607 a file that cannot be read,
    T608 an asset that does not exist, T610 a print template that fails, T611 a character that no font has.
    """
    drawing = _Drawing(folders(root, templates), root)
    everything = tuple(planned)
    in_order = sorted(everything, key=_turn)
    drawn = {id(each): drawing.draw(each) for each in in_order}
    outputs = tuple(output for each in everything if (output := drawn[id(each)]))
    return outputs, ordered((*drawing.findings, *paths.check(each.path for each in outputs)))


def desk(status: object, root: Path) -> bytes:
    """Draw the desk's page (`desk.html`) for `serve`: an answer on this machine, never an output of the site."""
    return environment(folders(root, None)).get_template("desk.html").render(status=status).encode()


def _turn(planned: Planned) -> int:
    if isinstance(planned, FormFile | Official | TableFile | JsonFile):
        return 0
    return 1 if planned.path.startswith(_ASSETS) else 2


class _Drawing:
    """One run: files and assets first, because pages tell the size of the ones and the hash of the others."""

    def __init__(self, places: tuple[Path, ...], root: Path) -> None:
        self.findings: list[Diagnostic] = []
        self._places = places
        self._environment = environment(places)
        self._root = root
        self._assets: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        self._pages = Pages(self._environment, self._assets, self._sizes)

    def draw(self, planned: Planned) -> Output | None:
        """Return the file, or None and a finding."""
        if isinstance(planned, TableFile | JsonFile | CalendarFile):
            return self._file(Output(planned.path, data.draw(planned)))
        if isinstance(planned, Code):
            return Output(planned.path, qr.to_svg(planned.text))
        if isinstance(planned, FormFile):
            return self._form(planned)
        if isinstance(planned, Official):
            return self._official(planned)
        drawn = self._page(planned) if isinstance(planned, Page) else self._copy(planned)
        if drawn is None:
            return None
        return Output(self._final(planned.path, drawn), drawn)

    def _form(self, planned: FormFile) -> Output | None:
        drawn, found = forms.draw(planned, self._places)
        if found is not None:
            self.findings.append(found)
        return self._file(Output(planned.path, drawn)) if drawn else None

    def _official(self, planned: Official) -> Output | None:
        drawn, found = documents.draw(planned, self._places)
        if found is not None:
            self.findings.append(found)
        return self._file(Output(planned.path, drawn.data, drawn.reading)) if drawn else None

    def _file(self, output: Output) -> Output:
        self._sizes[output.path] = len(output.data)
        return output

    def _page(self, page: Page) -> bytes | None:
        try:
            return self._pages.draw(page).encode("utf-8")
        except AssetMissingError:
            self.findings.append(finding("T608", Location(f"site_templates/{page.template}")))
            return None
        except Exception as error:
            self.findings.append(fault(error, page.template, self._environment))
            return None

    def _copy(self, copy: Copy) -> bytes | None:
        source = self._root / copy.source
        try:
            if source.is_symlink() or not source.resolve().is_relative_to(self._root.resolve()):
                raise OSError
            return source.read_bytes()
        except OSError:
            self.findings.append(finding("T607", Location(copy.source)))
            return None

    def _final(self, path: str, data: bytes) -> str:
        if not path.startswith(_ASSETS):
            return path
        name = PurePosixPath(path)
        digest = blake2b(data, digest_size=5).hexdigest()
        self._assets[path] = f"{_ASSETS}{name.stem}.{digest}{name.suffix}"
        return self._assets[path]
