"""The commands that drills stop, and what must be so afterwards.

In: a root, a desk. Out: what a command does when nobody stops it, held against what there is when somebody did.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests import samples
from tests.drill.desk import Answer, Desk, Order

TODAY = ("site", "联系:", "演示: true\n今日: 2020-12-11\n联系:")
SETTINGS = ".vscode/settings.json"
RETURNED = "姓名: 李示例\n类别: A\n手机号: 13800000209\n"
COMMANDS = {
    "record": ("record", "退回补正", "a-001", "b-001", "--reason", "缺材料", "--on", "2020-12-10", "-y"),
    "ingest": ("ingest", "returned.yml", "--programme", "shili"),
    "submission": ("new", "submission", "a-009", "--association", "daxue"),
    "programme": (
        "new",
        "programme",
        "kepu-2026",
        "--name",
        "科普",
        "--issuer",
        "示例市科协",
        "--deadline",
        "2027-01-31",
    ),
    "export": ("export", "register", "--format", "csv"),
    "schema": ("schema",),
}
AFTERWARDS = {"record": (("record", "--resume"),), "programme": (("schema",),)}


def prepare(root: Path) -> Path:
    """Make the sample with two received candidates and a returned form."""
    shutil.rmtree(root, ignore_errors=True)
    certified = samples.A_001.partition("  - {日期: 2020-12-14")[0]
    samples.write(root, TODAY, **{"a-001": certified})
    (root / "returned.yml").write_text(RETURNED, encoding="utf-8")
    (root / SETTINGS).parent.mkdir()
    (root / SETTINGS).write_text('{"editor.fontSize": 16}\n', encoding="utf-8")
    return root


def files(root: Path) -> dict[str, bytes]:
    """Return every file that staff know of, by path."""
    paths = ((each.relative_to(root), each) for each in root.rglob("*") if each.is_file())
    known = ((path, each) for path, each in paths if not any(part.startswith(".") for part in path.parts))
    theirs = {path.as_posix(): each for path, each in known if path.parts[0] != "output"}
    return {path: each.read_bytes() for path, each in (theirs | {SETTINGS: root / SETTINGS}).items()}


def made(root: Path) -> dict[str, bytes]:
    """Return what was made beside the content: documents for staff, schemas for the editor."""
    found = (each for name in ("output/staff", ".vscode/schemas") for each in (root / name).rglob("[!.]*"))
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in found if each.is_file()}


@dataclass(frozen=True, slots=True)
class Whole:
    """What a command does when nobody stops it."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    beside: dict[str, bytes]
    steps: int


def whole(desk: Desk, root: Path, name: str) -> Whole:
    """Run a command unharmed."""
    before = files(prepare(root))
    answer = desk.run(Order(str(root), COMMANDS[name]))
    assert answer.code == 0, answer.said
    return Whole(before, files(root), made(root), answer.steps)


def stop(desk: Desk, root: Path, name: str, wanted: Whole, order: Order) -> Answer:
    """Run a command that is stopped; nothing is lost, cut or half done, and the next run brings it to its end."""
    prepare(root)
    answer = hinder(desk, root, wanted, order)
    end(desk, root, name, wanted)
    return answer


def hinder(desk: Desk, root: Path, wanted: Whole, order: Order) -> Answer:
    """Run a command that is stopped; nothing is lost, cut or half done."""
    answer = desk.run(order)
    assert answer.code == -9 or answer.is_calm(), answer.said
    found = files(root)
    assert found.keys() <= wanted.after.keys()
    for path, data in found.items():
        assert data in (wanted.before.get(path), wanted.after.get(path)), path
    assert wanted.before.keys() <= found.keys()
    assert made(root).items() <= wanted.beside.items()
    # A programme is there even where nothing could be done for the editor; it is said, and `schema` does it.
    assert answer.code or found | {SETTINGS: b""} == wanted.after | {SETTINGS: b""}, "it said that all was done"
    return answer


def end(desk: Desk, root: Path, name: str, wanted: Whole) -> None:
    """Run it again: who was stopped after it had happened is told that it has, and what was left to do is done."""
    for arguments in (COMMANDS[name], *AFTERWARDS.get(name, ())):
        again = desk.run(Order(str(root), arguments))
        assert again.is_calm() or "已经存在" in again.said, again.said
    assert (files(root), made(root)) == (wanted.after, wanted.beside)
