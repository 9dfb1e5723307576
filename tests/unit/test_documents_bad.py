"""Bad files and exactly what is found in them: every file of tests/bad/text, and what only a disk can do."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pipeline.diagnostics import Diagnostic
from pipeline.documents import events, load, load_notice
from pipeline.documents.events import PARTS
from pipeline.documents.load import LIMIT
from pipeline.messages.text import ENTRIES

FOLDER = Path(__file__).parents[1] / "bad" / "text"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".expected")
CANARY = "秘而不宣"

Make = Callable[[Path, pytest.MonkeyPatch], None]


def spell(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Write findings as the .expected files do: line, column, code."""
    return [f"{each.where.line}:{each.where.column} {each.code}" for each in findings]


def find(file: Path) -> tuple[Diagnostic, ...]:
    """Read a file as what its name says it is."""
    return (load_notice if file.suffix == ".md" else load)(file, f"content/{file.name}")[1]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_a_bad_file_has_exactly_the_findings_written_beside_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Place and code of every finding are those of its .expected file, and no words repeat anything that it says.

    Where libyaml is not installed the findings are the same, words included.
    """
    findings = find(file)
    assert file.with_suffix(".expected").read_text(encoding="utf-8").splitlines() == spell(findings)
    words = [text for each in findings for lang in ("zh", "en") for text in (each.message(lang), each.hint(lang))]
    pieces = [CANARY[start : start + 2] for start in range(len(CANARY) - 1)]
    assert [text for text in words if any(piece in text for piece in pieces)] == []
    assert all(words)
    monkeypatch.setattr(events, "PARSER", yaml.BaseLoader)
    assert findings == find(file)


def test_every_bad_file_holds_a_value_that_could_leak() -> None:
    """Without the canary in it, a file could not show that nothing of it is repeated."""
    silent = {"empty", "only-dashes", "blank-lines", "only-bom", "notice-empty", "too-deep-indents"}
    encodings = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le")
    without = {file.stem for file in CASES if not any(CANARY.encode(each) in file.read_bytes() for each in encodings)}
    assert set() == without - silent


def _write(size: int) -> Make:
    return lambda file, _: file.write_bytes(b"a: " + b"b" * (size - 3)) and None


def _link(file: Path, _: pytest.MonkeyPatch) -> None:
    file.with_name("real.yml").write_text("姓名: 王示例\n", encoding="utf-8")
    try:
        file.symlink_to("real.yml")
    except OSError:
        pytest.skip("this account may not make symbolic links")


def _broken_link(file: Path, _: pytest.MonkeyPatch) -> None:
    try:
        file.symlink_to("nowhere.yml")
    except OSError:
        pytest.skip("this account may not make symbolic links")


def _pipe(file: Path, _: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(file)


def _socket(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("this system has no sockets in folders")
    monkeypatch.chdir(file.parent)  # a socket's name may hold only about 100 bytes
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(file.name)


def _folder(file: Path, _: pytest.MonkeyPatch) -> None:
    file.mkdir()


def _unreadable(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("姓名: 王示例\n", encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "not allowed")

    monkeypatch.setattr(os, "open", refuse)


def _gone(_: Path, __: pytest.MonkeyPatch) -> None:
    """Nothing is there."""


def _gone_before_opening(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("姓名: 王示例\n", encoding="utf-8")
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, flags: (file.unlink(missing_ok=True), opened(path, flags))[1])


def _swapped_for_a_folder(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the opening a folder took the file's place."""
    if os.name == "nt":
        pytest.skip("this system does not open folders")
    file.write_text("姓名: 王示例\n", encoding="utf-8")
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: opened(file.parent, flags))


def _swapped_for_a_link(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the opening a link took the file's place."""
    if not hasattr(os, "O_NOFOLLOW"):
        pytest.skip("this system cannot refuse to follow a link")
    file.write_text("姓名: 王示例\n", encoding="utf-8")
    link = file.with_name("link.yml")
    link.symlink_to(file.name)
    opened = os.open
    monkeypatch.setattr(os, "open", lambda _, flags: opened(link, flags))


def _written_while_read(*added: bytes) -> Make:
    """Another program adds these bytes to the file, some before each reading of ours."""

    def make(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file.write_text("姓名: 王示例\n", encoding="utf-8")
        read = os.read
        rest = iter(added)

        def write_and_read(descriptor: int, size: int) -> bytes:
            with file.open("ab") as other:
                other.write(next(rest, b""))
            return read(descriptor, size)

        monkeypatch.setattr(os, "read", write_and_read)

    return make


def _too_many_parts(file: Path, _: pytest.MonkeyPatch) -> None:
    file.write_text("材料: [" + "甲, " * PARTS + "]\n", encoding="utf-8")


def _unheard_of(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser of another version says something that no row of ours knows."""
    file.write_text(f"姓名: {CANARY}\n", encoding="utf-8")

    class Parser:
        def __init__(self, text: str) -> None:
            self.text = text

        def get_event(self) -> None:
            raise yaml.MarkedYAMLError(problem=f"unheard of: {self.text}")

    monkeypatch.setattr(events, "PARSER", Parser)


MADE: tuple[tuple[str, Make, str], ...] = (
    ("one byte over the limit", _write(LIMIT + 1), "0:0 Y102"),
    ("growing without end", _written_while_read(b"#" * LIMIT), "0:0 Y102"),
    ("link", _link, "0:0 Y103"),
    ("link to nothing", _broken_link, "0:0 Y103"),
    ("link in the last moment", _swapped_for_a_link, "0:0 Y103"),
    ("folder", _folder, "0:0 Y104"),
    ("folder in the last moment", _swapped_for_a_folder, "0:0 Y104"),
    ("pipe", _pipe, "0:0 Y105"),
    ("socket", _socket, "0:0 Y105"),
    ("unreadable", _unreadable, "0:0 Y106"),
    ("gone", _gone, "0:0 Y107"),
    ("gone in the last moment", _gone_before_opening, "0:0 Y107"),
    ("growing", _written_while_read(b"#"), "0:0 Y108"),
    ("too many parts", _too_many_parts, f"1:{6 + 3 * (PARTS - 4)} Y140"),
    ("unheard-of parser", _unheard_of, "1:1 Y170"),
)


@pytest.mark.parametrize(("make", "expected"), [pytest.param(make, spelt, id=name) for name, make, spelt in MADE])
def test_what_stands_in_a_file_s_place_is_a_finding(
    make: Make, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a disk or a parser does, the file is one finding and nothing is raised."""
    file = tmp_path / "a-001.yml"
    make(file, monkeypatch)
    document, findings = load(file, "content/a-001.yml")
    assert (None, [expected]) == (document, spell(findings))
    assert CANARY not in findings[0].message() + findings[0].hint()


def test_a_file_at_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """256 KiB are allowed, to the last byte."""
    file = tmp_path / "a-001.yml"
    _write(LIMIT)(file, monkeypatch)
    document, findings = load(file, "content/a-001.yml")
    assert document is not None
    assert (len(document.values["a"]), findings) == (LIMIT - 3, ())


def test_every_code_has_a_bad_case() -> None:
    """No row of the table is without a file that shows it."""
    shown = {line.split()[1] for file in FOLDER.glob("*.expected") for line in file.read_text("utf-8").splitlines()}
    shown |= {spelt.split()[1] for _, _, spelt in MADE}
    assert {entry.code for entry in ENTRIES} == shown
