"""Bad content, and exactly what is found in it: every folder of tests/bad/content, and what only a disk can hold.

A folder holds files that are laid over the small content of tests/samples.py, and `expected`: a line for each finding
of reading and of the rules, its place without the programme's folder.
"""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline import content, rules
from pipeline.diagnostics import Diagnostic, ordered
from tests import samples

FOLDER = Path(__file__).parents[1] / "bad" / "content"
CASES = sorted(each for each in FOLDER.iterdir() if each.is_dir())
AS_OF = date(2021, 3, 17)
CANARY = "秘而不宣"
PROGRAMME = samples.PROGRAMMES
SUBMISSIONS = f"{PROGRAMME}/submissions/xian"
JOURNAL = "content/.record.json"
posix = pytest.mark.skipif(sys.platform == "win32", reason="names, links and pipes of POSIX")

Act = Callable[[Path], object]


def find(root: Path) -> tuple[Diagnostic, ...]:
    site, findings = content.load(root)
    return ordered((*findings, *rules.check(site, AS_OF)))


def spell(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Write findings as the `expected` files do, the place without the folders that are always the same."""
    shorter = (str(each.where).removeprefix("content/").removeprefix("programmes/shili/") for each in findings)
    return [f"{where} {each.code}" for where, each in zip(shorter, findings, strict=True)]


def lay(case: Path, root: Path) -> Path:
    samples.write(root)
    shutil.copytree(case / "content", root / "content", dirs_exist_ok=True)
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_content_has_exactly_the_findings_written_beside_it(case: Path, tmp_path: Path) -> None:
    """Place and code of every finding are those of `expected`, and no words repeat what a file says."""
    found = find(lay(case, tmp_path))
    assert (case / "expected").read_text(encoding="utf-8").splitlines() == spell(found)
    words = [text for each in found for lang in ("zh", "en") for text in (each.message(lang), each.hint(lang))]
    assert all(words)
    assert [text for text in words if CANARY[:2] in text or CANARY[2:] in text or "13712345678" in text] == []


def put(path: str, data: bytes = b"x") -> Act:
    def act(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    return act


def put_bytes_name(folder: str, name: bytes) -> Act:
    def act(root: Path) -> None:
        (root / folder).mkdir(parents=True, exist_ok=True)
        try:
            Path(os.fsdecode(os.path.join(os.fsencode(root / folder), name))).write_bytes(b"x")  # noqa: PTH118  # bytes
        except OSError:
            pytest.skip("this file system takes names of UTF-8 only")

    return act


def pipe(path: str) -> Act:
    def act(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        os.mkfifo(file)

    return act


def link(path: str, target: str) -> Act:
    def act(root: Path) -> None:
        file = root / path
        (root / "elsewhere").mkdir()
        if file.is_dir():
            shutil.rmtree(file)
        file.unlink(missing_ok=True)
        file.symlink_to(root / target)

    return act


def in_place_of_a_folder(path: str) -> Act:
    def act(root: Path) -> None:
        shutil.rmtree(root / path, ignore_errors=True)
        (root / path).write_bytes(b"x")

    return act


MADE: dict[str, tuple[Act, list[str]]] = {
    "name of another encoding": (
        put_bytes_name(SUBMISSIONS, b"\xd6\xd0.yml"),
        [r"submissions/xian/\u{dcd6}\u{dcd0}.yml S283"],
    ),
    "attachment of another encoding": (
        put_bytes_name(f"{PROGRAMME}/attachments", b"\xd6\xd0.pdf"),
        [r"attachments/\u{dcd6}\u{dcd0}.pdf S283"],
    ),
    "programme of another encoding": (put_bytes_name("content/programmes", b"\xd6"), [r"programmes/\u{dcd6} S283"]),
    "name with a line end": (put(f"{SUBMISSIONS}/a\n::error::x.yml"), [r"submissions/xian/a\u{a}::error::x.yml S283"]),
    "name that turns": (put(f"{SUBMISSIONS}/\u202egpj.yml"), [r"submissions/xian/\u{202e}gpj.yml S283"]),
    "name that colours": (put(f"{SUBMISSIONS}/\x1b[31mx.jpg"), [r"submissions/xian/\u{1b}[31mx.jpg S283"]),
    "attachment that turns": (put(f"{PROGRAMME}/attachments/\u202efdp.exe"), [r"attachments/\u{202e}fdp.exe S283"]),
    "name of 255 bytes": (
        put(f"{SUBMISSIONS}/{'c' * 251}.yml", samples.B_001.replace("00002", "00009").replace("欧阳", "李").encode()),
        [f"submissions/xian/{'c' * 251}.yml R401"],
    ),
    "names that differ in case": (
        put(f"{SUBMISSIONS}/B-001.yml", samples.B_001.replace("00002", "00009").replace("欧阳", "李").encode()),
        ["submissions/xian/B-001.yml R401", "submissions/xian/b-001.yml R402"],
    ),
    "folders without end": (
        lambda root: (root / SUBMISSIONS / ("d/" * 300)).mkdir(parents=True),
        ["submissions/xian" + "/d" * 8 + " S285"],
    ),
    "pipe among candidates": (pipe(f"{SUBMISSIONS}/c-001.yml"), ["submissions/xian/c-001.yml Y105"]),
    "pipe among attachments": (pipe(f"{PROGRAMME}/attachments/x.pdf"), ["attachments/x.pdf S298"]),
    "pipe for the site": (pipe("content/site.yml"), ["site.yml Y105"]),
    "pipe for the notice": (pipe(f"{PROGRAMME}/notice.md"), ["notice.md Y105"]),
    "pipe for the form": (pipe(f"{PROGRAMME}/form.yml"), ["form.yml Y105"]),
    "pipe for the strokes": (pipe("content/strokes.yml"), ["strokes.yml Y105"]),
    "pipe for the journal": (pipe(JOURNAL), [".record.json X925"]),
    "folder for the journal": (lambda root: (root / JOURNAL).mkdir(), [".record.json X925"]),
    "journal without end": (put(JOURNAL, b"[" * 100_000), [".record.json X925"]),
    "journal that leads away": (
        put(JOURNAL, b'{"files": [{"path": "content/../x.yml", "before": "", "after": "x"}]}'),
        [".record.json X925"],
    ),
    "link to a programme": (link(PROGRAMME, "elsewhere"), ["programmes/shili S291"]),
    "link to the programmes": (link("content/programmes", "elsewhere"), ["programmes S291"]),
    "link to the candidates": (link(f"{PROGRAMME}/submissions", "elsewhere"), ["submissions S291"]),
    "link to attachments": (link(f"{PROGRAMME}/attachments", "elsewhere"), ["attachments S291"]),
    "link to the calendar": (link("content/calendar", "elsewhere"), ["calendar S291"]),
    "file for the candidates": (in_place_of_a_folder(f"{PROGRAMME}/submissions"), ["submissions S284"]),
    "file for the attachments": (in_place_of_a_folder(f"{PROGRAMME}/attachments"), ["attachments S284"]),
    "file for the programmes": (in_place_of_a_folder("content/programmes"), ["programmes S284"]),
    "file for everything": (
        in_place_of_a_folder("content"),
        ["content S284", "calendar S284", "programmes S284", "site.yml S290"],
    ),
}


@posix
@pytest.mark.parametrize("name", MADE)
def test_what_only_a_disk_can_hold(name: str, tmp_path: Path) -> None:
    """Odd names, links, pipes and folders are findings; nothing waits or breaks, and any log can print them."""
    act, expected = MADE[name]
    root = samples.write(tmp_path / "root")
    act(root)
    found = find(root)
    assert spell(found) == expected
    assert "\n" not in "".join(f"{each.where}" for each in found)
    "".join(f"{each.where}{each.message()}{each.hint()}" for each in found).encode("utf-8")


def test_every_code_of_the_folders_has_a_bad_case() -> None:
    """What can be wrong with files, folders and calendars is shown here, or where a file is simply missing."""
    from pipeline.messages import certification  # noqa: PLC0415
    from pipeline.messages import content as table  # noqa: PLC0415

    shown = {line.split()[-1] for case in CASES for line in (case / "expected").read_text("utf-8").splitlines()}
    shown |= {line.split()[-1] for _, expected in MADE.values() for line in expected}
    no_programme = {"S297"}
    assert {each.code for each in (*table.ENTRIES, *certification.ENTRIES)} - shown == no_programme
