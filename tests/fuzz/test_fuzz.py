"""A slice of what `make fuzz` does, and everything that it ever found."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.promises import timed
from tests.fuzz.targets import CASES, TARGETS

FOUND = sorted(CASES.glob("*/*"))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_was_found_stays_mended(case: Path) -> None:
    """A file that once broke a promise breaks none."""
    timed(TARGETS[case.parent.name].run)(case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_any_damage_is_borne(name: str) -> None:
    """Whatever is cut out of a good file and put into it, no promise is broken."""
    _bear(name)


@pytest.mark.drill
@pytest.mark.parametrize("name", TARGETS)
def test_much_damage_is_borne(name: str) -> None:
    """The same, two thousand times, by another seed each day."""
    _bear(name)


def _bear(name: str) -> None:
    target = TARGETS[name]

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(target.cases())
    def run(data: bytes) -> None:
        timed(target.run)(data)

    run()
