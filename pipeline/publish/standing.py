"""Whether the site that stands is one that we published before.

In: the output folder. Out: a mark of what stands there, and later whether it still stands; a file of it. Reads only.
"""

from hashlib import blake2b
from pathlib import Path

from pipeline.publish import look, manifest, places, renames


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
