"""Many files → what each of them says, two at a time and in their order.

In: paths, the forms by programme. Out: `Taken`, one a file. A reader that ends its process costs one file only. Must
not know drafts.
"""

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pipeline import documents
from pipeline.forms import Form, load_form
from pipeline.intake import office
from pipeline.intake.readers import Taken, broken, is_old, take

# With fewer files, a second process is not ready before the first has read them all.
MANY = 24
_AT_ONCE = 2

# (slug, form.yml on disk, the categories that it may ask for): what a process needs to load a form by itself.
Spec = tuple[str, Path, tuple[tuple[str, str], ...]]

_forms: dict[str, Form] = {}


def taken(
    files: Sequence[Path], forms: Mapping[str, Form], specs: Sequence[Spec], wanted: str | None
) -> Iterator[Taken]:
    """Yield what each file says, in the order of the files."""
    with office.converted([each for each in files if is_old(each)]) as docx:
        if len(files) < MANY:
            yield from (take(each, forms, wanted, docx.get(each)) for each in files)
        else:
            yield from _by_two(files, specs, wanted, docx)


def _by_two(
    files: Sequence[Path], specs: Sequence[Spec], wanted: str | None, docx: office.Converted
) -> Iterator[Taken]:
    done = 0
    while done < len(files):
        try:
            for each in _read(files[done:], specs, wanted, docx):
                yield each
                done += 1
        except BrokenProcessPool:
            yield broken(files[done])
            done += 1


def _read(files: Sequence[Path], specs: Sequence[Spec], wanted: str | None, docx: office.Converted) -> Iterator[Taken]:
    own = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(_AT_ONCE, own, _prepare, (tuple(specs),)) as pool:
        yield from pool.map(_take, files, (wanted,) * len(files), [docx.get(each) for each in files])


def _prepare(specs: tuple[Spec, ...]) -> None:
    for slug, file, categories in specs:
        document, _ = documents.load_schema(file, slug)
        form = load_form(document, categories)[0] if document else None
        if form is not None:
            _forms[slug] = form


def _take(file: Path, wanted: str | None, docx: Path | str | None) -> Taken:
    return take(file, _forms, wanted, docx)
