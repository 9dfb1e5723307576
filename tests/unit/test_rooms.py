"""The order of the rooms that pipeline/README.md tells holds in every module; and what holds it up sees each fault."""

from pathlib import Path

import pytest

from tests.tools import rooms

PIPELINE = Path(__file__).parents[2] / "pipeline"
HOUSE = rooms.read_table((PIPELINE / "README.md").read_text(encoding="utf-8"))
MODULES = sorted(path.relative_to(PIPELINE).as_posix() for path in PIPELINE.rglob("*.py"))

SMALL = """
## The rooms

| room | in → out | alone may touch |
|---|---|---|
| `ground/` | a | `yaml` |
| `middle` | b | `.cache/` |
| `server` | c | `http.server` |
| `street` | d | printing, exiting, the clock |

## Libraries
| `not` | a | room |
"""


def _faults(body: str, path: str = "middle.py") -> list[str]:
    return rooms.faults(f'"""A module."""\n{body}\n', path, rooms.read_table(SMALL))


def test_every_module_keeps_to_its_room() -> None:
    """A module does nothing that its room may not, says what it is for, and has no more than 300 lines."""
    assert len(MODULES) > 100
    texts = ((path, (PIPELINE / path).read_text(encoding="utf-8")) for path in MODULES)
    assert [fault for path, text in texts for fault in rooms.faults(text, path, HOUSE)] == []


def test_table_is_read_whole() -> None:
    """The table gives the rooms in their order, and who may touch what."""
    assert rooms.read_table(SMALL) == rooms.House(
        rooms=("ground", "middle", "server", "street"),
        modules={"yaml": {"ground"}, "http.server": {"server"}},
        deeds={"printing": {"street"}, "exiting": {"street"}, "the clock": {"street"}},
    )


def test_table_may_not_promise_what_nobody_checks() -> None:
    """A word in the right-hand column that no check knows is refused."""
    with pytest.raises(ValueError, match="the moon"):
        rooms.read_table(SMALL.replace("the clock", "the moon"))


@pytest.mark.parametrize("deed", rooms.DEEDS)
def test_house_guards_every_deed(deed: str) -> None:
    """The real table says who may print, exit and read the clock."""
    assert HOUSE.deeds.get(deed)


@pytest.mark.parametrize(
    "body",
    [
        "from pipeline import street",
        "import pipeline.street",
        "import pipeline.street.corner as corner",
        "from pipeline.street import corner",
        "from pipeline.street.corner import shop",
        "from . import street",
        "from .street import corner",
        "def late():\n    from pipeline import street",
        "if TYPE_CHECKING:\n    from pipeline import street",
        "import importlib\nimportlib.import_module('pipeline.street')",
        "__import__('pipeline.street')",
    ],
)
def test_import_from_below_is_seen(body: str) -> None:
    """However it is written, an import of a room that stands below is one fault."""
    assert [fault.partition(" imports ")[2] for fault in _faults(body)] == ["the room street, which stands below"]


def test_relative_import_is_counted_from_the_folder() -> None:
    """Inside a room that is a folder, one dot is the room itself and two are the house."""
    assert _faults("from . import stairs\nfrom .stairs import step", "ground/hall.py") == []
    assert len(_faults("from .. import street\nfrom ..street import corner", "ground/hall.py")) == 2


@pytest.mark.parametrize(
    "body", ["import yaml", "import yaml.nodes", "from yaml import nodes", "from yaml.nodes import X"]
)
def test_guarded_library_is_seen(body: str) -> None:
    """A library that one room alone may touch is a fault in every other, and none in that room."""
    assert _faults(body) == ["middle.py: line 2 imports yaml, which only ground may touch"]
    assert _faults(body, "ground/hall.py") == []


def test_guarded_module_of_a_package_is_seen() -> None:
    """`from http import server` is the same as `import http.server`; http itself is free."""
    assert len(_faults("from http import server\nimport http.server")) == 2
    assert _faults("import http\nfrom http import HTTPStatus\nimport yamllint") == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("print(1)", "print"),
        ("import sys\nsys.stdout.write('')", "sys.stdout"),
        ("from sys import stderr\nstderr.write('')", "sys.stderr"),
        ("import sys\nsys.exit(1)", "sys.exit"),
        ("from sys import exit as leave\nleave(1)", "sys.exit"),
        ("raise SystemExit(1)", "SystemExit"),
        ("from datetime import datetime\ndatetime.now()", "datetime.datetime.now"),
        ("import datetime as dt\ndt.datetime.now(dt.timezone.utc)", "datetime.datetime.now"),
        ("from datetime import date\nday = date.today", "datetime.date.today"),
        ("import time\ntime.time()", "time.time"),
        ("from time import time as now\nnow()", "time.time"),
    ],
)
def test_deed_is_seen(body: str, name: str) -> None:
    """Printing, exiting and reading the clock are seen under any name, and free where the table allows them."""
    assert [fault.partition(" does ")[2].partition(":")[0] for fault in _faults(body)] == [name]
    assert _faults(body, "street.py") == []


@pytest.mark.parametrize(
    "body",
    [
        "import time\ntime.monotonic()",
        "from pipeline import ground, middle, __version__",
        "from pipeline.ground.hall import door",
        "from datetime import date\ndate.fromisoformat('2020-12-14')",
    ],
)
def test_what_is_allowed_is_no_fault(body: str) -> None:
    """Rooms above, the room itself and a clock that tells no day are free."""
    assert _faults(body) == []


def test_module_without_room_is_seen() -> None:
    """A module that belongs to no room is a fault."""
    assert _faults("", "attic.py") == ["attic.py: belongs to no room"]


def test_first_line_of_the_package_stands_on_nothing() -> None:
    """The package's own __init__ may import no room, and __main__ any."""
    assert len(_faults("from pipeline import ground", "__init__.py")) == 1
    assert _faults("from pipeline import street", "__main__.py") == []


def test_module_without_docstring_is_seen() -> None:
    """A module that does not say what it is for is a fault."""
    assert rooms.faults("x = 1\n", "middle.py", rooms.read_table(SMALL)) == ["middle.py: has no docstring"]


def test_long_module_is_seen() -> None:
    """300 lines are the most that a module may have."""
    assert _faults("\n" * 298) == []
    assert _faults("\n" * 299) == ["middle.py: is longer than 300 lines"]
