"""Holds up the order of the rooms.

In: the table of rooms in pipeline/README.md, and the text of a module. Out: what the module does that its room may not,
one line each. Reads sources by `ast` and never imports them; imports in functions and for type checking count too.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 300
PACKAGE = "pipeline"
ENTRY = "__main__"

# What else the table may say that a room alone does, and the names by which it is done.
DEEDS = {
    "printing": frozenset({"print", "sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}),
    "exiting": frozenset({"exit", "quit", "sys.exit", "os._exit", "SystemExit"}),
    "the clock": frozenset(
        {
            "datetime.datetime.now",
            "datetime.datetime.today",
            "datetime.datetime.utcnow",
            "datetime.date.today",
            "time.asctime",
            "time.ctime",
            "time.gmtime",
            "time.localtime",
            "time.strftime",
            "time.time",
            "time.time_ns",
        }
    ),
}
# A name cannot show these; they are kept by those who read the change.
FOLDERS = frozenset({"writing under content/", "walking content/", "`.cache/`", "output/"})


@dataclass(frozen=True, slots=True)
class House:
    """The rooms from the ground up; for each guarded module and deed the rooms that may touch it."""

    rooms: tuple[str, ...]
    modules: dict[str, set[str]]
    deeds: dict[str, set[str]]


def read_table(text: str) -> House:
    """Return the house that the table under “The rooms” describes; raise ValueError at a word that nobody checks."""
    rows = [[cell.strip() for cell in line.strip("|\n ").split("|")] for line in _table(text)]
    house = House(tuple(row[0].strip("`").rstrip("/") for row in rows), {}, {})
    for room, row in zip(house.rooms, rows, strict=True):
        for word in (each.strip() for each in (row[2:] or [""])[0].split(",")):
            if word in DEEDS:
                house.deeds.setdefault(word, set()).add(room)
            elif word.startswith("`") and word not in FOLDERS:
                house.modules.setdefault(word.strip("`"), set()).add(room)
            elif word and word not in FOLDERS:
                raise ValueError(f"nobody checks “{word}”")
    return house


def _table(text: str) -> list[str]:
    lines = text.partition("\n## The rooms\n")[2].partition("\n## ")[0].splitlines()
    return [line for line in lines if line.startswith("| `")]


def faults(source: str, path: str, house: House) -> list[str]:
    """Return what is wrong with a module; `path` is relative to the package, with '/'."""
    tree = ast.parse(source)
    room = path.partition("/")[0].removesuffix(".py")
    found = [] if ast.get_docstring(tree) else ["has no docstring"]
    if len(source.splitlines()) > LONGEST:
        found.append(f"is longer than {LONGEST} lines")
    if room == "__init__":
        reachable: tuple[str, ...] = ()
    elif room == ENTRY:
        reachable = house.rooms
    elif room in house.rooms:
        reachable = house.rooms[: house.rooms.index(room) + 1]
    else:
        return [f"{path}: belongs to no room"]
    package = (PACKAGE, *path.split("/")[:-1])
    found += _import_faults(tree, package, room, reachable, house)
    found += _deed_faults(tree, room, house)
    return [f"{path}: {each}" for each in found]


def _import_faults(
    tree: ast.Module, package: tuple[str, ...], room: str, reachable: tuple[str, ...], house: House
) -> Iterator[str]:
    for line, name in _imports(tree, package):
        head, _, rest = name.partition(".")
        target = rest.partition(".")[0]
        if head == PACKAGE and target in house.rooms and target not in reachable:
            yield f"line {line} imports the room {target}, which stands below"
        for module, owners in house.modules.items():
            if f"{name}.".startswith(f"{module}.") and room not in owners:
                yield f"line {line} imports {module}, which only {_listed(owners)} may touch"


def _imports(tree: ast.Module, package: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Give every imported dotted name; what stands after `from x import` is given as if it were a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            near = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*near, *((node.module,) if node.module else ())))
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("__import__", "import_module")):
            name = node.args[0] if node.args else None
            yield (node.lineno, str(name.value) if isinstance(name, ast.Constant) else f"{PACKAGE}.{ENTRY}")


def _deed_faults(tree: ast.Module, room: str, house: House) -> Iterator[str]:
    known = _known_names(tree)
    forbidden = [(deed, DEEDS[deed], owners) for deed, owners in house.deeds.items() if room not in owners]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            name = _full_name(node, known)
            for deed, names, owners in forbidden:
                if name in names:
                    yield f"line {node.lineno} does {name}: {deed} is for {_listed(owners)}"


def _known_names(tree: ast.Module) -> dict[str, str]:
    """Return what each imported name stands for: `from time import time as now` makes `now` time.time."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            known |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            known |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return known


def _full_name(node: ast.Name | ast.Attribute, known: dict[str, str]) -> str:
    head, dot, rest = ast.unparse(node).partition(".")
    return f"{known.get(head, head)}{dot}{rest}"


def _listed(rooms: set[str]) -> str:
    return " and ".join(sorted(rooms))
