"""One track of `make fuzz`: one target under atheris for some seconds, in a process of its own.

In: a track (a target's name, `-made` after it where hypothesis gives the files their shape), seconds, a seed, a folder.
Out: libFuzzer's own lines on stderr; each file that broke a promise in the folder `found`, one for each kind of fault.
"""

import argparse
import hashlib
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris  # only `make fuzz` has it

with atheris.instrument_imports(include=["pipeline"]):
    from tests.fuzz import promises
    from tests.fuzz.targets import MADE, TARGETS

# Every line is counted as it runs, and others may be at work.
_SECONDS, _HANGS, _MEGABYTES = 10, 60, 1_000
_LONGEST = 1 << 14


def main() -> None:
    """Run one track to its end; faults do not end it, a hang does."""
    wish = _arguments()
    name = wish.track.removesuffix(MADE)
    target, seen = TARGETS[name], _Seen(wish.folder / "found", name)
    corpus, seeds, words = (wish.folder / part / wish.track for part in ("corpus", "seeds", "words"))
    for each in (corpus, seeds, seen.folder):
        each.mkdir(parents=True, exist_ok=True)
    words.parent.mkdir(exist_ok=True)
    words.write_text("".join(f'"{_escaped(each)}"\n' for each in target.words), encoding="ascii")
    if name == wish.track:
        for each in target.seeds:
            (seeds / hashlib.sha1(each, usedforsecurity=False).hexdigest()).write_bytes(each)
    one = _made(name, seen) if name != wish.track else lambda data: seen.tries(target.run, data)
    options = {
        "max_total_time": wish.seconds,
        "seed": wish.seed,
        "timeout": _HANGS,
        "rss_limit_mb": _MEGABYTES,
        "max_len": _LONGEST,
        "dict": words,
        "artifact_prefix": f"{seen.folder}/{wish.track}-",
        "print_final_stats": 1,
    }
    atheris.Setup([sys.argv[0], *(f"-{key}={said}" for key, said in options.items()), str(corpus), str(seeds)], one)
    atheris.Fuzz()


def _made(name: str, seen: "_Seen") -> Callable[[bytes], object]:
    """Return what takes libFuzzer's bytes as hypothesis's choices, so that every file has a shape."""
    from hypothesis import given, settings  # noqa: PLC0415

    target = TARGETS[name]
    assert target.made is not None

    @settings(database=None, deadline=None)
    @given(target.made)
    def run(data: bytes) -> None:
        seen.tries(target.run, data)

    return run.hypothesis.fuzz_one_input  # type: ignore[attr-defined,no-any-return]  # hypothesis adds it


class _Seen:
    """The faults that were seen; a file is kept for each."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self._name = folder, name
        self._faults: set[tuple[object, ...]] = set()

    def tries(self, run: Callable[[bytes], None], data: bytes) -> None:
        """Run; keep what broke a promise in a way that was not seen before."""
        try:
            with promises.in_time(_SECONDS):
                run(data)
        except Exception as error:  # whatever it is, a promise was broken
            steps = traceback.extract_tb(error.__traceback__)
            last = steps[-1]
            fault = (
                type(error),
                last.filename,
                last.lineno,
                str(error)[:4] if isinstance(error, AssertionError) else "",
            )
            if fault not in self._faults:
                self._faults.add(fault)
                self._keep(data, error)

    def _keep(self, data: bytes, error: Exception) -> None:
        file = self.folder / f"{self._name}-{hashlib.sha1(data, usedforsecurity=False).hexdigest()[:12]}"
        file.write_bytes(data)
        file.with_name(f"{file.name}.txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{each:02x}" for each in word)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("track")
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
