"""What `pip install .` delivers is the whole program: away from the checkout nothing is missing, nothing added."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("gongshi-*.whl"))


def _files(folder: Path) -> set[PurePosixPath]:
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {PurePosixPath(path.relative_to(folder).as_posix()) for path in found}


def test_wheel_carries_the_program_and_its_templates(wheel: Path) -> None:
    """The wheel holds every file of pipeline/, and of site_templates/ inside it, and no other."""
    program = {"pipeline" / each for each in _files(ROOT / "pipeline")}
    templates = {"pipeline/site_templates" / each for each in _files(ROOT / "site_templates")}
    with zipfile.ZipFile(wheel) as archive:
        delivered = {PurePosixPath(name) for name in archive.namelist()}
    assert {each for each in delivered if not each.parts[0].endswith(".dist-info")} == program | templates


def test_installed_program_builds_the_same_site(wheel: Path, content_copy: Path, tmp_path: Path) -> None:
    """Away from the checkout, with the templates it carries, the program builds the site that the checkout builds."""
    away = tmp_path / "away"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(away)
    (content_copy / "site_templates").rename(tmp_path / "unused")
    sites = [_build(home, content_copy, tmp_path / f"built-{home.name}") for home in (away, ROOT)]
    assert sites[0]
    assert sites[0] == sites[1]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the command as `pip install` puts it into an environment of its own, with the libraries that are here."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    python = folder / Path(sys.executable).name
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--disable-pip-version-check", wheel], check=True, capture_output=True)
    # A folder that is named here lends its packages, and not what is installed in it in place: our checkout.
    places = {sysconfig.get_path(each) for each in ("purelib", "platlib")}
    Path(site, "libraries.pth").write_text("\n".join(places) + "\n", encoding="utf-8")
    return folder / "gongshi"


def _gongshi(command: Path, *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    known = {name: said for name, said in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.run(
        [command, *arguments], cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def test_an_empty_folder_is_a_site_two_commands_later(installed: Path, tmp_path: Path) -> None:
    """With the installed command alone: nothing of the checkout is needed, and `verify` agrees."""
    named = ("--name", "首批科普专家推荐认定", "--issuer", "某市科学技术协会", "--deadline", "2027-01-31")
    made = _gongshi(installed, "new", "programme", "kepu-2026", *named, cwd=tmp_path)
    built = _gongshi(installed, "build", cwd=tmp_path)
    assert (made.returncode, built.returncode) == (0, 0), (made.stderr, built.stderr)
    assert "首批科普专家推荐认定" in (tmp_path / "output/site/kepu-2026/index.html").read_text(encoding="utf-8")
    assert str(ROOT) not in made.stderr + built.stderr
    verified = _gongshi(installed, "verify", "output/site", cwd=tmp_path)
    assert verified.returncode == 0, verified.stdout
    assert _gongshi(installed, "doctor", cwd=tmp_path).returncode in (0, 1)


def test_an_office_changes_looks_and_words_by_files_of_its_own(installed: Path, tmp_path: Path) -> None:
    """A template, colours and a finding's words, each by one file; a fault in one is told with its place."""
    named = ("--name", "首批科普专家推荐认定", "--issuer", "某市科学技术协会")
    assert _gongshi(installed, "new", "programme", "kepu-2026", *named, cwd=tmp_path).returncode == 0
    own = tmp_path / "site_templates"
    for name, text in {
        "blocks/footer.html": "<footer>本单位自己的页脚</footer>\n",
        "styles/own.css": ":root { --accent: #004b87; }\n",
        "messages.yml": "S203:\n  提示: 不会填的请打电话：0393-0000000\n",
    }.items():
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text(text, encoding="utf-8")
    assert _gongshi(installed, "build", cwd=tmp_path).returncode == 0
    site = tmp_path / "output/site"
    assert "本单位自己的页脚" in (site / "index.html").read_text(encoding="utf-8")
    assert "--accent: #004b87" in next((site / "assets").glob("site.*.css")).read_text(encoding="utf-8")
    (own / "blocks/footer.html").write_text("<footer>\n{{ nobody }}\n</footer>\n", encoding="utf-8")
    failed = _gongshi(installed, "build", cwd=tmp_path)
    assert failed.returncode == 1
    assert "site_templates/blocks/footer.html:2:1: 错误[T603]" in failed.stderr


def _build(home: Path, root: Path, output: Path) -> dict[PurePosixPath, bytes]:
    """Run the command as it stands in `home`, which comes first on the path; return the site's files."""
    command = [sys.executable, "-m", "pipeline", "--root", root, "build", "--output", output]
    subprocess.run(command, cwd=home, check=True, capture_output=True)
    return {path: (output / "site" / path).read_bytes() for path in _files(output / "site")}
