"""Whether the site that stands is one that we published before, and what it holds.

In: the output folder. Out: a mark of what stands there, and later whether it still stands; its files. Reads only.
"""

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from pipeline.diagnostics import Diagnostic, finding
from pipeline.publish import faults, look, manifest, places, renames


def mark(output: Path) -> str:
    """Return 32 characters that stand for the site as it was published; empty where there is none."""
    there = places.below(output)
    written = manifest.read(there.own, there.site)
    return blake2b(written, digest_size=16).hexdigest() if written else ""


def stands(output: Path, marked: str) -> int | None:
    """Return how many files the site has if it is just the one of the mark, and nobody has changed it; else None."""
    there = places.below(output)
    if not marked or mark(output) != marked or renames.is_cut(there):
        return None
    tree = manifest.load(there.own, there.site)
    try:
        return len(tree.files) if tree and look.is_as_remembered(there.site, tree) else None
    except OSError:
        return None


def fetch(output: Path, path: str, digest: str) -> bytes | None:
    """Return the bytes of a file of the site, None where it has none of this digest."""
    try:
        data = (places.below(output).site / path).read_bytes()
    except OSError:
        return None
    return data if look.digest(data) == digest else None


def inventory(output: Path) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """Return the digest (`look.digest`) of each file of the site that stands, by path, if it is just as published.

    Findings: X980 no site was published here; X981 somebody changed it since, or put a link into it.
    """
    there = places.below(output)
    try:
        tree = manifest.load(there.own, there.site) if places.has_folder(there.site) else None
        if tree is None:
            return {}, (finding("X980", faults.site(output)),)
        if renames.is_cut(there) or not look.is_as_remembered(there.site, tree):
            return {}, (finding("X981", faults.site(output)),)
    except OSError as error:
        return {}, (faults.of_system(error, output),)
    return {path: file.digest for path, file in tree.files.items()}, ()


def last_run(output: Path) -> int | None:
    """Return when a build last published here or found that nothing differed, in ns since 1970; None if never."""
    try:
        return places.below(output).lock.stat().st_mtime_ns
    except OSError:
        return None
