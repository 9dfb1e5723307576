"""The shipped templates as jinja2 compiled them, beside our own compiled modules and as trusted as those.

In: templates as they are asked for. Out: their code, compiled once an installation and not once a build. An office's
own templates are compiled each time: what lies in a content repository decides about no code that is kept.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_FOLDER = Path(__file__).resolve().parent / "__pycache__"


class Compiled(FileSystemBytecodeCache):
    """Keeps the templates of the `shipped` folders; a folder that cannot be written keeps none.

    `kind` of Environment: in a sandbox templates are other code.
    """

    def __init__(self, shipped: Iterable[Path], kind: str) -> None:
        super().__init__(str(_FOLDER), f"template-{kind}-%s.cache")
        self._shipped = tuple(f"{each}{os.sep}" for each in shipped)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name under which it is kept, empty for what is not."""
        return super().get_cache_key(name, filename) if filename and filename.startswith(self._shipped) else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fetch the code of a shipped template, if it is there and of the text that the template has now."""
        if bucket.key:
            try:
                super().load_bytecode(bucket)
            except Exception:  # a file that was cut short ends in whatever it looks like there
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a shipped template."""
        if bucket.key:
            with suppress(OSError):
                _FOLDER.mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
