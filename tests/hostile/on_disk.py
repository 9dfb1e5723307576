"""Names and things on a disk that only somebody who means harm, or a strange system, would make."""

import os
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from pipeline import content, rules
from pipeline.diagnostics import Diagnostic
from tests import samples
from tests.hostile.case import Case

SUBMISSIONS = f"{samples.PROGRAMMES}/submissions/xian"
ATTACHMENTS = f"{samples.PROGRAMMES}/attachments"
_AS_OF = date(2021, 3, 17)
_NUMBERS = iter(range(100, 1_000))

Act = Callable[[Path], object]


def look(root: Path) -> Iterable[Diagnostic]:
    """Read and judge the content."""
    site, found = content.load(root)
    return (*found, *rules.check(site, _AS_OF))


def somebody(name: str = "") -> str:
    """Return the file of a candidate whom nobody else is like."""
    number = next(_NUMBERS)
    return samples.B_001.replace("13800000002", f"13800000{number}").replace(
        "欧阳例", name or f"李{chr(0x4E00 + number)}"
    )


def candidates(*names: str) -> Act:
    """Return what writes files of candidates under these names."""

    def act(root: Path) -> None:
        for name in names:
            file = root / SUBMISSIONS / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(somebody(), encoding="utf-8")

    return act


def files(*names: str) -> Act:
    """Return what writes files of a byte."""

    def act(root: Path) -> None:
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(b"x")

    return act


def folders(*names: str) -> Act:
    """Return what makes folders."""

    def act(root: Path) -> None:
        for name in names:
            (root / name).mkdir(parents=True, exist_ok=True)

    return act


def links(*pairs: tuple[str, str]) -> Act:
    """Return what makes links, from each name to its target."""

    def act(root: Path) -> None:
        for name, target in pairs:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(target)

    return act


def programmes(*names: str) -> Act:
    """Return what copies the programme under these names, without its candidates."""

    def act(root: Path) -> None:
        for name in names:
            place = root / "content/programmes" / name
            place.mkdir(parents=True)
            for file in ("programme.yml", "notice.md", "form.yml"):
                (place / file).write_bytes((root / samples.PROGRAMMES / file).read_bytes())

    return act


def twice(root: Path) -> None:
    """Make a file with a second name for the same data."""
    os.link(root / samples.SHORT["b-001"], root / SUBMISSIONS / "c-001.yml")


def unreadable(root: Path) -> None:
    """Make a link that leads to itself, and one round another."""
    links(
        (f"{SUBMISSIONS}/c-001.yml", "c-001.yml"), (f"{SUBMISSIONS}/d.yml", "e.yml"), (f"{SUBMISSIONS}/e.yml", "d.yml")
    )(root)


_WINDOWS = ("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "conin$", "clock$")
ACTS: dict[str, tuple[Act, str]] = {
    "nothing odd": (candidates("c-001.yml"), ""),
    "candidates called like devices": (candidates(*(f"{name}.yml" for name in _WINDOWS)), "R401"),
    "a candidate called like a device with an ending": (candidates("aux.b-001.yml"), "R401"),
    "programmes called like devices": (programmes("con", "nul", "com1", "lpt9"), "S296"),
    "programmes called like pages": (programmes("roster", "assets", "sitemap"), "S296"),
    "programmes called like files of the site": (programmes("feed.xml", "404.html", "robots.txt"), "S296"),
    "a programme of a dot": (programmes("shili."), "S296"),
    "a programme that is hidden": (programmes(".shili"), ""),
    "a programme with a blank": (programmes("shi li"), "S296"),
    "a programme in capitals": (programmes("Shili"), "S296"),
    "a programme of another script": (programmes("ѕhili"), "S296"),
    "a programme with a hyphen first": (programmes("-rf"), "S296"),
    "a programme of 200 characters": (programmes("a" * 200), "S296"),
    "a candidate with a hyphen first": (candidates("-rf.yml"), "R401"),
    "a candidate of dots": (candidates("...yml"), ""),
    "a candidate of a dot more": (candidates("c-001..yml"), "R401"),
    "a candidate of no name": (candidates(".yml"), ""),
    "a candidate of a blank": (candidates(" .yml"), "R401"),
    "a candidate of a blank at the end": (candidates("c-001 .yml"), "R401"),
    "a candidate of signs": (
        candidates("$(reboot).yml", "a;b.yml", "a&b.yml", "a|b.yml", "`a`.yml", "a'b\".yml"),
        "R401",
    ),
    "a candidate of markup": (candidates("<script>.yml", "{{ 7 }}.yml", "%s%n.yml", "=1+1.yml"), "R401"),
    "a candidate of backslashes": (candidates("..\\..\\a.yml", "c:\\a.yml"), "R401"),
    "a candidate of percents": (candidates("%2e%2e%2fa.yml", "a%00b.yml"), "R401"),
    "a candidate of colours": (candidates("\x1b[31mc.yml"), "S283"),
    "a candidate of line ends": (candidates("a\nb.yml", "a\rb.yml"), "S283"),
    "a candidate that turns": (candidates("a\u202emly.yml", "a\u2066b.yml"), "S283"),
    "a candidate with unseen characters": (candidates("a\u200bb.yml", "a\ufeffb.yml", "a\u00adb.yml"), "S283"),
    "a candidate in private use": (candidates("\ue863.yml"), "S283"),
    "candidates that only a disk tells apart": (
        candidates(unicodedata.normalize("NFC", "é.yml"), unicodedata.normalize("NFD", "é.yml")),
        "R401",
    ),
    "candidates that only capitals tell apart": (candidates("C-001.yml", "c-001.yml"), "R401 R402"),
    "candidates of one id in two folders": (candidates("x/c-001.yml", "y/c-001.yml"), "R402"),
    "a candidate of wide characters": (candidates("ｃ－００１.yml"), "R401"),
    "a candidate with a long name": (candidates("c" * 251 + ".yml"), "R401"),
    "a candidate with a long name in Han": (candidates("王" * 83 + ".yml"), "R401"),
    "a candidate in deep folders": (candidates("/".join("d" * 9) + "/c-001.yml"), "S285"),
    "a folder called like a candidate": (folders(f"{SUBMISSIONS}/c-001.yml"), "Y104"),
    "a folder called like a file of settings": (folders("content/strokes.yml"), "Y104"),
    "files of others": (
        files(*(f"{SUBMISSIONS}/{name}" for name in ("a.YML", "a.yaml", "a.yml.txt", "a.docx", "a"))),
        "S292 S293",
    ),
    "leavings of editors": (
        files(*(f"{SUBMISSIONS}/{name}" for name in (".a.swp", "a~", "~$a.docx", "Thumbs.db", "a.tmp"))),
        "",
    ),
    "leavings of systems": (files("content/.DS_Store", "content/desktop.ini", "content/.git/config"), "S287"),
    "a link to a candidate": (links((f"{SUBMISSIONS}/c-001.yml", "b-001.yml")), "Y103"),
    "a link to secrets": (links((f"{SUBMISSIONS}/c-001.yml", "/etc/passwd")), "Y103"),
    "links without end": (unreadable, "Y103"),
    "a link to the folder above": (links((f"{SUBMISSIONS}/d", "..")), "S291"),
    "a link to the whole disk": (links((f"{SUBMISSIONS}/d", "/")), "S291"),
    "an attachment that is a link to secrets": (links((f"{ATTACHMENTS}/a.pdf", "/etc/passwd")), "S298"),
    "an attachment that is a link to a candidate": (
        links((f"{ATTACHMENTS}/a.yml", "../submissions/xian/b-001.yml")),
        "S298",
    ),
    "a second name for a candidate's data": (twice, "R420 R421"),
    "attachments of odd names": (
        files(*(f"{ATTACHMENTS}/{name}" for name in ("-a.pdf", "a b.pdf", "con.pdf", "a#b?.pdf"))),
        "",
    ),
    "attachments that capitals tell apart": (files(f"{ATTACHMENTS}/A.pdf", f"{ATTACHMENTS}/a.pdf"), ""),
    "an attachment with a long name": (files(f"{ATTACHMENTS}/{'王' * 83}.pdf"), ""),
    "an attachment that turns": (files(f"{ATTACHMENTS}/a\u202efdp.exe"), "S283"),
    "calendars of odd names": (files("content/calendar/2027 .yml", "content/calendar/２０２７.yml"), "S294 Y136"),
    "settings of other names": (files("content/Site.yml", "content/site.yaml", "content/site .yml"), "S286"),
}


def case(act: Act, expected: str) -> Case:
    """Return the case of a good content with one thing done to it."""

    def made(folder: Path) -> Path:
        root = samples.write(folder / "root")
        act(root)
        return root

    return Case(made, look, expected)


CASES = {name: case(act, expected) for name, (act, expected) in ACTS.items()}
