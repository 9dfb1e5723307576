"""What was made once and need not be made again: bytes, by what they were made of.

In: the root, whose `.cache/gongshi.sqlite` is ours. Out: bytes that are the same as if they were made anew. Nothing in
it is ever run or trusted to be complete: a store that is locked, damaged or not to be written is done without, and what
is not in it is made. Must not know what it keeps.

Two builds at once share the store: what one of them made is there for the other when it ends.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from contextvars import ContextVar
from hashlib import blake2b
from pathlib import Path

FOLDER = ".cache"
_FILE = "gongshi.sqlite"
_LAYOUT = 1
# What no build asked for while so many others were made goes.
_BUILDS_KEPT = 30
_WAIT = 1.0
_MOST_WAITING = 1 << 24
_SEAL = 16
# When what was asked for last stands apart from it, or each build would write everything anew.
_TABLES = """
DROP TABLE IF EXISTS made;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY, build INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS builds (number INTEGER PRIMARY KEY);
"""


class Store:
    """What was there when it was opened, and what was made or asked for since."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._waiting = 0
        self._number: int | None = None

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept under the key."""
        return next(self.each((key,)))

    def each(self, keys: Iterable[bytes]) -> Iterator[bytes | None]:
        """Yield what is kept under each key."""
        try:
            base = self._connect()
        except (sqlite3.Error, OSError):
            base = None
        try:
            for key in keys:
                yield self._made.get(key) or self._find(base, key)
        finally:
            if base:
                base.close()

    def _find(self, base: sqlite3.Connection | None, key: bytes) -> bytes | None:
        try:
            found = base.execute("SELECT data FROM kept WHERE key = ?", (key,)).fetchone() if base else None
        except sqlite3.Error:
            return None
        if found is None:
            return None
        self._asked.add(key)
        return _whole(key, bytes(found[0]))

    def ask(self, keys: Iterable[bytes]) -> None:
        """Let nothing of these go: they would be asked for if something else were another."""
        self._asked.update(keys)

    def keep(self, key: bytes, data: bytes) -> None:
        """Keep the data; it is written when there is much of it, or when the store is closed."""
        self._made[key] = data
        self._waiting += len(data)
        if self._waiting > _MOST_WAITING:
            self.write()

    def tick(self) -> int | None:
        """Return the time as the disk has it, in ns, which may not be the clock's; None where it cannot be had."""
        try:
            self._make_folder()
            hand = self._place.with_name("tick")
            hand.touch()
            return hand.stat().st_mtime_ns
        except OSError:
            return None

    def write(self) -> None:
        """Write what was made, and let go of what nobody has asked for in a long time."""
        if not self._made and not self._asked:
            return
        try:
            self._write()
        except (sqlite3.OperationalError, OSError):
            # Another build holds it, or nothing can be written here: the next build may.
            return
        except sqlite3.DatabaseError:
            # It is made anew by the next build.
            with suppress(OSError):
                self._place.unlink()
        finally:
            self._made.clear()
            self._asked.clear()
            self._waiting = 0

    def _make_folder(self) -> None:
        """Make our folder, its owner's alone, which keeps itself out of whatever repository it stands in."""
        folder = self._place.parent
        if not folder.is_dir():
            folder.mkdir(mode=0o700)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _write(self) -> None:
        self._make_folder()
        with closing(self._connect()) as base, base:
            base.executescript(_TABLES)
            if self._number is None:
                self._number = base.execute("INSERT INTO builds DEFAULT VALUES").lastrowid or 0
            number = self._number
            rows = [(key, _sealed(key, data)) for key, data in self._made.items()]
            base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            asked = [(key, number) for key in {*self._asked, *self._made}]
            base.executemany("INSERT OR REPLACE INTO asked VALUES (?, ?)", asked)
            base.execute("DELETE FROM asked WHERE build < ?", (number - _BUILDS_KEPT,))
            base.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM asked)")
            base.execute("DELETE FROM builds WHERE number < ?", (number,))

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._place, timeout=_WAIT)


def _sealed(key: bytes, data: bytes) -> bytes:
    return _seal(key, data) + data


def _whole(key: bytes, sealed: bytes) -> bytes | None:
    """Return what was sealed, None where a byte of it is another: a database that was cut may give anything."""
    data = sealed[_SEAL:]
    return data if sealed[:_SEAL] == _seal(key, data) else None


def _seal(key: bytes, data: bytes) -> bytes:
    return blake2b(data, key=key, digest_size=_SEAL).digest()


_OPEN: ContextVar[Store | None] = ContextVar("store", default=None)


@contextmanager
def opened(root: Path, anew: bool = False) -> Iterator[Store]:
    """Let `remembered` use the root's store for as long as this lasts; what was made is kept whatever comes of it.

    `anew`: an empty store in a folder of its own, so that nothing is remembered from before, and nothing afterwards.
    """
    if anew:
        from tempfile import TemporaryDirectory  # noqa: PLC0415  # asked for by few

        with TemporaryDirectory() as folder, opened(Path(folder)) as store:
            yield store
        return
    store = Store(root / FOLDER / _FILE)
    before = _OPEN.set(store)
    try:
        yield store
    finally:
        _OPEN.reset(before)
        store.write()


def current() -> Store | None:
    """Return the store that is open, None where none is."""
    return _OPEN.get()


def remembered(makers: Iterable[str], parts: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """Return `make()`, or what it gave when it was made of the same `parts`.

    `makers`: the libraries on whose versions the bytes depend. Where no store is open, it is made.
    """
    store = _OPEN.get()
    if store is None:
        return make()
    found = store.get(key := key_of(makers, parts))
    if found is None:
        found = make()
        store.keep(key, found)
    return found


def key_of(makers: Iterable[str], parts: Iterable[bytes]) -> bytes:
    """Return 20 bytes that stand for the parts, in their order, and for the versions of the libraries."""
    digest = blake2b(digest_size=20)
    for part in (str(_LAYOUT).encode(), sys.version.encode(), *map(_version, makers), *parts):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def _version(name: str) -> bytes:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  # slow, and asked for by few

    try:
        return f"{name} {version(name)}".encode()
    except PackageNotFoundError:
        return name.encode()
