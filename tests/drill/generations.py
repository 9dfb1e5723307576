"""Sites of many generations: what comes, goes, changes and stays is different in each.

In: a number of the generation, a number of pages. Out: files. Every page that is there says its generation.
"""

from pathlib import Path

INDEX, LINKED = "index.html", "linked/index.html"


def files(generation: int, pages: int) -> dict[str, bytes]:
    """Return the files of a generation by path: some change, some come and go, some are a file or a folder in turn."""
    site = {INDEX: f"{generation} {LINKED}".encode(), LINKED: f"{generation}".encode(), "empty": b""}
    for page in range(pages):
        if page % 7 == generation % 7:
            continue
        said = generation if page % 3 == generation % 3 else 0
        site[f"pages/{page % 5}/{page}/index.html"] = f"{page} in {said} ".encode() * (1 + page % 90)
    turn = "turn/file" if generation % 2 else "turn"
    return site | {turn: f"{generation}".encode()}


def standing(site: Path) -> dict[str, bytes]:
    """Return every file that stands in a tree by its path."""
    return {each.relative_to(site).as_posix(): each.read_bytes() for each in site.rglob("*") if each.is_file()}


def number(page: bytes) -> int:
    """Return the generation that an index or a linked page says."""
    return int(page.split()[0])
