"""One digest for a whole site, by which two folders are known to be the same.

In: the digests of files by path, or the output folder. Out: 32 characters. The copies of `build --compress` do not
count: they say what their originals say. Whoever has no gongshi finds the same in a published folder by

    find . -type f ! -name '*.gz' ! -name '*.br' -printf '%P\\n' | LC_ALL=C sort |
    while read -r f; do printf '%s  %s\\n' "$(sha256sum < "$f" | cut -c 1-32)" "$f"; done | sha256sum | cut -c 1-32
"""

from collections.abc import Mapping
from pathlib import Path

from pipeline.publish import look, manifest, places

COPIES = (".gz", ".br")


def digest(files: Mapping[str, str]) -> str:
    """Return the digest of a site by the digests of its files (`look.digest`), copies left out."""
    lines = (f"{files[path]}  {path}\n" for path in sorted(files) if not is_copy(path, files))
    return look.digest("".join(lines).encode())


def is_copy(path: str, files: Mapping[str, object]) -> bool:
    """Tell whether a file is the compressed copy of another of the files."""
    return path.endswith(COPIES) and path[:-3] in files


def published(output: Path) -> str:
    """Return the digest of the site that was published last, as its manifest knows it; empty where there is none."""
    there = places.below(output)
    tree = manifest.load(there.own, there.site)
    return digest({path: each.digest for path, each in tree.files.items()}) if tree else ""
