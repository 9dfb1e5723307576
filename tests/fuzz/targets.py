"""The targets by name: what is tried, from which files it begins, and how hypothesis makes more of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz import damage, of_documents, of_events, of_forms, of_returned

CASES = Path(__file__).parents[1] / "bad" / "fuzz"
"""A folder for each target: files that once broke a promise, and are tried in every test run since."""

MADE = "-made"
"""After a target's name: its files are made by hypothesis, which takes the fuzzer's bytes for its choices."""


@dataclass(frozen=True, slots=True)
class Target:
    """`run` takes the bytes of a file and raises where a promise is broken. `made`: files that have a shape."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...]
    made: st.SearchStrategy[bytes] | None = None

    def cases(self) -> st.SearchStrategy[bytes]:
        """Return the files that hypothesis tries."""
        damaged = damage.damaged(self.seeds, self.words)
        return damaged if self.made is None else st.one_of(self.made, damaged)


TARGETS = {
    "documents": Target(of_documents.run, of_documents.SEEDS, of_documents.WORDS),
    "forms": Target(of_forms.run, of_forms.SEEDS, of_forms.WORDS, of_forms.cases()),
    "events": Target(of_events.run, of_events.SEEDS, of_events.WORDS, of_events.cases()),
    "returned": Target(of_returned.run, of_returned.SEEDS, of_returned.WORDS),
}
