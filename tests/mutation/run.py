"""`make mutation`: put faults into the rooms, one at a time, and tell which of them no test noticed.

In: rooms, how many mutants of each file (all of them without --each), a seed. Out: each new survivor on stdout as it is
found, then a table; exit code 1 where a survivor is not explained in equivalent.toml. What was tried before is not
tried again; with --again only the survivors are; `rm -r .cache/mutation/kept` forgets all.
"""

import argparse
import random
import site
import sys
from collections import Counter
from pathlib import Path

# Behind everything else, so that the product keeps its own libraries.
site.addsitedir(".cache/mutation/tools")

from tests.mutation import kept
from tests.mutation.mutants import Mutant, of_file
from tests.mutation.rooms import ROOMS, Room
from tests.mutation.trial import Trials

_KEPT = Path(".cache/mutation/kept")
_REACH = Path(".cache/mutation/reach")
_COLUMNS = ("killed", "timeout", "explained", "survived", "not tried")


def main() -> int:
    """Run the rooms; return the exit code."""
    wish = _arguments()
    counts = [_room(name, ROOMS[name], wish) for name in wish.rooms]
    return 1 if any(each["survived"] for each in counts) else 0


def _room(name: str, room: Room, wish: argparse.Namespace) -> Counter[str]:
    """Try the room's mutants, tell of it, and return the sums."""
    file = _KEPT / f"{name}.jsonl"
    by_file = {each: of_file(each) for each in room.files() if wish.only in each.as_posix()}
    known = kept.read(file)
    chosen = [each for mutants in by_file.values() for each in _chosen(mutants, wish)]
    wanted = [each for each in chosen if _word(each, known) == ("survived" if wish.again else "not tried")]
    if wanted:
        trials = Trials(room, _REACH / f"{name}.json")
        _say(f"{name}: {len(wanted)} mutants, the tests take {trials.begin():.1f} processor seconds")
        for each in wanted:
            known[each.key] = trials.of(each)
            kept.add(file, each.key, known[each.key])
            if known[each.key] == "survived" and not _is_explained(each):
                _say(f"\n{each.file}:{each.line}\n- {each.was}\n+ {each.becomes}")
    return _told({path.as_posix(): mutants for path, mutants in by_file.items()}, known)


def _chosen(mutants: list[Mutant], wish: argparse.Namespace) -> list[Mutant]:
    """Return so many of a file's mutants, in their order."""
    if wish.each is None or wish.each >= len(mutants):
        return mutants
    chosen = random.Random(f"{wish.seed} {mutants[0].file}").sample(range(len(mutants)), wish.each)
    return [mutants[number] for number in sorted(chosen)]


def _told(by_file: dict[str, list[Mutant]], known: dict[kept.Key, str]) -> Counter[str]:
    total: Counter[str] = Counter()
    _say("\n" + " ".join(f"{each:>10}" for each in _COLUMNS))
    for path, mutants in by_file.items():
        counts = Counter(_word(each, known) for each in mutants)
        total += counts
        _say(_row(counts, path))
    _say(_row(total, "in all"))
    return total


def _word(mutant: Mutant, known: dict[kept.Key, str]) -> str:
    verdict = known.get(mutant.key, "not tried")
    return "explained" if verdict == "survived" and _is_explained(mutant) else verdict


def _row(counts: Counter[str], name: str) -> str:
    return " ".join(f"{counts[each]:>10}" for each in _COLUMNS) + f"  {name}"


def _is_explained(mutant: Mutant) -> bool:
    return any(each.is_of(mutant.key) for each in kept.explanations())


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutation")
    parser.add_argument("rooms", nargs="*", metavar="room", help=f"{', '.join(ROOMS)}; without one all")
    parser.add_argument("--each", type=int, help="so many mutants of each file")
    parser.add_argument("--seed", default="1", help="which these are")
    parser.add_argument("--only", default="", help="files whose path has this in it")
    parser.add_argument("--again", action="store_true", help="try those again that survived, and no others")
    wish = parser.parse_args()
    wish.rooms = wish.rooms or list(ROOMS)
    if unknown := set(wish.rooms) - set(ROOMS):
        parser.error(f"there is no room {', '.join(sorted(unknown))}: {', '.join(ROOMS)}")
    return wish


if __name__ == "__main__":
    sys.exit(main())
