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
from pipeline.intake.readers import Taken, broken, take

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
    if len(files) < MANY:
        yield from (take(each, forms, wanted) for each in files)
        return
    done = 0
    while done < len(files):
        try:
            for each in _read(files[done:], specs, wanted):
                yield each
                done += 1
        except BrokenProcessPool:
            yield broken(files[done])
            done += 1


def _read(files: Sequence[Path], specs: Sequence[Spec], wanted: str | None) -> Iterator[Taken]:
    own = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(_AT_ONCE, own, _prepare, (tuple(specs),)) as pool:
        yield from pool.map(_take, files, (wanted,) * len(files))


def _prepare(specs: tuple[Spec, ...]) -> None:
    for slug, file, categories in specs:
        document, _ = documents.load_schema(file, slug)
        form = load_form(document, categories)[0] if document else None
        if form is not None:
            _forms[slug] = form


def _take(file: Path, wanted: str | None) -> Taken:
    return take(file, _forms, wanted)
