"""The models that come with the product, and the golden sites that are made of them.

A golden folder whose programmes have submissions only takes its other files from the model of its name.
"""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

MODELS = Path(__file__).parents[1] / "pipeline" / "models"
GOLDEN = Path(__file__).parent / "golden"


def whole(root: Path, folder: Path) -> Path:
    """Return the golden root, where its model's files are not there a copy in `folder` that has them."""
    model = MODELS / root.name
    if not model.is_dir() or list((root / "content").glob("programmes/*/programme.yml")):
        return root
    shutil.copytree(root / "content", folder / "content")
    for programme in (folder / "content" / "programmes").iterdir():
        shutil.copytree(model, programme, dirs_exist_ok=True)
    return folder


@cache
def golden(name: str) -> Path:
    """Return the root of a golden site with its model's files, to be read only; it goes when the tests end."""
    held = tempfile.TemporaryDirectory()
    atexit.register(held.cleanup)
    return whole(GOLDEN / name, Path(held.name))
