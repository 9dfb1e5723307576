"""`make fuzz`: every track in turn, and what came of it.

In: --minutes in all, --seed, --tracks. Out: a line a track on stdout; exit code 1 where a promise was broken, with the
place of each file and how to make it a case. The corpus grows in .cache/fuzz/ from run to run.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

from tests.fuzz.targets import CASES, MADE, TARGETS

FOLDER = Path(".cache/fuzz/work")
TRACKS = tuple(
    name + kind for name, target in TARGETS.items() for kind in ("", *([MADE] if target.made is not None else []))
)
_COVERED = re.compile(r"^#(\d+)\s+(\w+)\s+cov: (\d+) ft: (\d+) corp: (\d+)", re.MULTILINE)
_LEAST_SECONDS = 5


def main() -> int:
    """Run the tracks; return the exit code."""
    wish = _arguments()
    before = _found()
    each = max(_LEAST_SECONDS, int(wish.minutes * 60) // len(wish.tracks))
    sys.stdout.write(f"seed {wish.seed}, {each} seconds a track\n")
    broken = [track for track in wish.tracks if not _run(track, each, wish.seed)]
    new = sorted(_found() - before)
    for file in new:
        sys.stdout.write(_how_to_keep(file))
    return 1 if new or broken else 0


def _run(track: str, seconds: int, seed: int) -> bool:
    """Run one track and tell of it; return whether it came to its end."""
    command = (sys.executable, "-m", "tests.fuzz.drive", track, f"--seconds={seconds}", f"--seed={seed}")
    done = subprocess.run(
        (*command, f"--folder={FOLDER}"), capture_output=True, text=True, errors="replace", check=False
    )
    lines = _COVERED.findall(done.stderr)
    if not lines:
        sys.stdout.write(f"  {track}: did not begin\n{done.stderr[-2000:]}\n")
        return False
    first = next((line for line in lines if line[1] == "INITED"), lines[0])
    count, _, covered, features, kept = lines[-1]
    sys.stdout.write(
        f"  {track:14} {int(count):>8} executions, coverage {first[2]} -> {covered}, "
        f"features {first[3]} -> {features}, corpus {kept}{'' if done.returncode == 0 else ', ended early'}\n"
    )
    sys.stdout.flush()
    return done.returncode == 0


def _found() -> set[Path]:
    return {each for each in (FOLDER / "found").glob("*") if each.suffix != ".txt"}


def _how_to_keep(file: Path) -> str:
    place = (CASES / file.name.split("-")[0]).relative_to(Path.cwd())
    why = file.with_name(f"{file.name}.txt")
    last = (
        why.read_text(encoding="utf-8").strip().splitlines()[-1] if why.exists() else "it did not end, or took too much"
    )
    return (
        f"\n{file}: {last}\n"
        f"  the way to it: {why}\n"
        f"  make it a case: mkdir -p {place} && cp {file} {place}/NAME\n"
        f"  and see it fail: python -m pytest tests/fuzz -k 'NAME'\n"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tracks", nargs="+", choices=TRACKS, default=TRACKS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
