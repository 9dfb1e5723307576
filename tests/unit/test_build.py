"""The recipe as a whole: what is planted is caught, and the same content gives the same bytes anywhere."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from pipeline.build import Result
from tests import samples

ROOT = Path(__file__).parents[2]
TODAY = date(2021, 3, 17)
NAME = "欧阳例"
BASE, NOTICE = "site_templates/base.html", samples.SHORT["notice"]
ATTACHMENTS = f"{samples.PROGRAMMES}/attachments"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give small content with a copy of the page that all pages are made of, to be spoilt at will."""
    base = samples.write(tmp_path / "root") / BASE
    base.parent.mkdir()
    shutil.copy(ROOT / BASE, base)
    return tmp_path / "root"


def run(root: Path) -> Result:
    return build.build(root, root / "output", TODAY)


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def value(root: Path, key: str) -> str:
    """Return a private value of the candidate a-001."""
    lines = (root / samples.SHORT["a-001"]).read_text(encoding="utf-8").splitlines()
    return next(line.partition(": ")[2].strip() for line in lines if line.startswith(f"{key}:"))


def in_template(text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        file = root / BASE
        file.write_text(file.read_text(encoding="utf-8").replace("</body>", f"{text}</body>"), encoding="utf-8")

    return plant


def in_notice(text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        with (root / NOTICE).open("a", encoding="utf-8") as stream:
            stream.write(f"\n{text}\n")

    return plant


def in_attachment(name: str, text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        place = root / ATTACHMENTS / name
        place.parent.mkdir(exist_ok=True)
        if name.endswith((".docx", ".zip")):
            with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("word/document.xml", f"<w:t>{text}</w:t>")
        else:
            place.write_bytes(b"\x89PNG\r\n" + text.encode())

    return plant


WAYS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "entities": lambda text: "".join(f"&#{ord(each)};" for each in text),
    "percent": lambda text: "".join(f"%{ord(each):02x}" for each in text),
    "json": lambda text: "".join(f"\\u{ord(each):04x}" for each in text),
}


@pytest.mark.parametrize("key", ["手机号", "邮箱"])
@pytest.mark.parametrize("way", WAYS)
def test_a_value_planted_in_a_template_stops_the_build(root: Path, key: str, way: str) -> None:
    """However it is written, a private value in a page publishes nothing and leaves the old site to the byte."""
    assert run(root).published is not None
    before = tree(root / "output" / "site")
    in_template(f"<p>{WAYS[way](value(root, key))}</p>")(root)
    result = run(root)
    assert result.published is None
    assert "P501" in {each.code for each in result.findings}
    assert tree(root / "output" / "site") == before


@pytest.mark.parametrize("name", ["名单.docx", "a.zip", "a.png"])
def test_a_value_in_an_attachment_stops_the_build(root: Path, name: str) -> None:
    """Attachments go out as they are, so they are searched as they are, inside archives too."""
    in_attachment(name, value(root, "手机号"))(root)
    assert "P501" in {each.code for each in run(root).findings}


@pytest.mark.parametrize("markup", ["<td>{}</td>", '<p title="{}">x</p>', "<p>{}、李四</p>"])
def test_a_name_that_is_not_public_stops_the_build(root: Path, markup: str) -> None:
    """A candidate who is not yet public is withheld, name included."""
    in_template(markup.format(NAME))(root)
    assert "P502" in {each.code for each in run(root).findings}


def test_what_the_notice_says_is_lawful_but_a_strange_mobile_is_not(root: Path) -> None:
    """A mobile number that stands in no settings and in no notice is a finding even if no file holds it."""
    in_template("<p>13912345678</p>")(root)
    assert "P503" in {each.code for each in run(root).findings}
    in_notice("值班电话：13912345678")(root)
    assert "P503" not in {each.code for each in run(root).findings}


def test_findings_never_quote_what_leaked(root: Path) -> None:
    """The finding names page, field and file only."""
    secret = value(root, "手机号")
    in_template(f"<p>{secret}</p>")(root)
    for each in run(root).findings:
        assert secret not in "".join(each.message(lang) + each.hint(lang) for lang in ("zh", "en"))


DRIVER = """
import os, random, sys
from datetime import date
from pathlib import Path
real = os.scandir
class Shuffled:
    def __init__(self, path): self.it = real(path); self.found = list(self.it); random.shuffle(self.found)
    def __enter__(self): return self
    def __exit__(self, *_): self.it.close()
    def __iter__(self): return self
    def __next__(self):
        if not self.found: raise StopIteration
        return self.found.pop()
    def close(self): self.it.close()
os.scandir = Shuffled
from pipeline import build
result = build.build(Path(sys.argv[1]), Path(sys.argv[2]), date(2030, 1, 1))
sys.exit(result.published is None)
"""


def test_same_content_same_bytes(tmp_path: Path) -> None:
    """Hash seed, time zone, locale, directory order and working folder do not change a byte."""
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LANG": "zh_CN.GB18030"},
    ]
    sites = []
    for number, world in enumerate(worlds):
        output = tmp_path / str(number)
        cwd = tmp_path if number else ROOT
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **world}
        arguments = [sys.executable, "-c", DRIVER, str(ROOT), str(output)]
        assert subprocess.run(arguments, cwd=cwd, env=environment, check=False, timeout=60).returncode == 0
        sites.append(tree(output / "site"))
    assert sites[0] == sites[1]


def test_what_a_rule_stops_need_not_be_fit_to_be_shown(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While rules judge, the projection may fail: its failure counts only where no rule stops the build."""

    def fail(*_: object) -> None:
        raise RuntimeError("not fit")

    monkeypatch.setattr("pipeline.public.project", fail)
    with pytest.raises(RuntimeError, match="not fit"):
        run(root)
    file = root / samples.SHORT["a-001"]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^推荐单位: .*$", "推荐单位: 没有的单位", text), encoding="utf-8")
    stopped = run(root)
    assert stopped.published is None
    assert [each.where.path for each in stopped.findings] == [samples.SHORT["a-001"]]
