"""A photo in a returned form, or beside it, goes into a file beside the draft."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import content
from pipeline.forms import Form
from pipeline.intake import ingest as recipe
from pipeline.intake.gathering import gather
from pipeline.intake.ingest import Order, Received
from pipeline.intake.word import read_docx
from pipeline.paper import word
from pipeline.staff import sheets
from tests import models, samples_expert
from tests.unit.word_sheets import ROOT

DAY = date(2022, 4, 6)
DRAFTS = "content/programmes/zhuanjia-2022/drafts"
GOLDEN = ROOT / "tests" / "golden" / "zhuanjia"
PICTURE = (GOLDEN / "content/programmes/zhuanjia-2022/submissions/yixue/yx-001.jpg").read_bytes()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the model's content folder."""
    return models.whole(GOLDEN, tmp_path / "root")


@pytest.fixture
def form(root: Path) -> Form:
    """Give the model's form."""
    return content.load(root)[0].programmes[0].form


def returned(root: Path, **photos: bytes) -> bytes:
    """Return a candidate's form in Word, as it comes back."""
    (programme,) = content.load(root)[0].programmes
    candidate = next(each for each in programme.submissions if each.id == "yx-001")
    return word.to_docx(sheets.sheet(programme, candidate, b"an address", photos))


def run(root: Path, file: Path, *, dry_run: bool = False) -> list[Received]:
    site, _ = content.load(root)
    return list(recipe.ingest(root, site, gather([file])[0], replace(Order(DAY), dry_run=dry_run)))


def test_photo_of_a_word_form_becomes_a_file(root: Path, tmp_path: Path) -> None:
    """The draft names it, it lies beside the draft byte for byte, and nothing is found wrong with it."""
    file = tmp_path / "a.docx"
    file.write_bytes(returned(root, 照片=PICTURE))
    (received,) = run(root, file)
    (draft,) = received.drafts
    photo = (root / draft.path).with_suffix(".jpg")
    assert photo.read_bytes() == PICTURE
    assert f"\n照片: {photo.name}\n" in (root / draft.path).read_text(encoding="utf-8")
    assert next(each.where for each in draft.rows if each.field == "近期二寸免冠照片") == "原件中的图片"
    assert content.load(root)[1] == ()


def test_rehearsal_writes_no_photo(root: Path, tmp_path: Path) -> None:
    """A rehearsal tells of the photo and leaves the disk alone."""
    file = tmp_path / "a.docx"
    file.write_bytes(returned(root, 照片=PICTURE))
    (received,) = run(root, file, dry_run=True)
    assert [each.field for each in received.drafts[0].rows if each.where == "原件中的图片"] == ["近期二寸免冠照片"]
    assert not (root / DRAFTS).exists()


def test_photo_beside_a_saved_form_comes_along(root: Path, tmp_path: Path) -> None:
    """The browser saves the photo's name; the photo is sent beside the file."""
    (tmp_path / "wo.jpg").write_bytes(PICTURE)
    (tmp_path / "a.yml").write_text("姓名: 卞样本\n类别: Z\n照片: wo.jpg\n", encoding="utf-8")
    (received,) = run(root, tmp_path / "a.yml")
    assert (root / received.drafts[0].path).with_suffix(".jpg").read_bytes() == PICTURE


@pytest.mark.parametrize("name", ["../wo.jpg", "wo.png"])
def test_photo_elsewhere_is_not_fetched(root: Path, tmp_path: Path, name: str) -> None:
    """A name with a folder in it, or of nothing that is there, stays what it is: words for staff."""
    (tmp_path / "wo.jpg").write_bytes(PICTURE)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yml").write_text(f"姓名: 卞样本\n类别: Z\n照片: {name}\n", encoding="utf-8")
    (received,) = run(root, tmp_path / "in" / "a.yml")
    assert [each.name for each in (root / DRAFTS).iterdir()] == [Path(received.drafts[0].path).name]


def test_the_code_is_no_photo(root: Path, form: Form) -> None:
    """A form without a photo has none, whatever other pictures stand on its pages."""
    (reading,) = read_docx(returned(root), form).readings
    assert reading.photos == ()


def changed(data: bytes, old: str, new: str) -> bytes:
    """Return the package with a text of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part if name.startswith("word/media") else part.replace(old.encode(), new.encode()))
    return made.getvalue()


def test_photo_is_found_without_its_control(root: Path, form: Form) -> None:
    """In a form whose controls were lost, the only picture of the table is the photo."""
    (reading,) = read_docx(changed(returned(root, 照片=PICTURE), 'w:val="照片"', 'w:val="pic"'), form).readings
    assert reading.photos == (("照片", PICTURE),)


@pytest.mark.parametrize(
    ("old", "new"),
    [('Target="media/', 'TargetMode="External" Target="media/'), ("media/", "nowhere/")],
)
def test_photo_that_is_not_in_the_file(root: Path, form: Form, old: str, new: str) -> None:
    """A picture that the file only points to is none."""
    data = changed(returned(root, 照片=PICTURE), old, new)
    (reading,) = read_docx(data, form).readings
    assert reading.photos == ()


def test_no_picture_is_no_photo(root: Path, tmp_path: Path) -> None:
    """What does not begin as a picture does is left to staff."""
    (tmp_path / "e-001.jpg").write_text(
        samples_expert.FILES[f"{samples_expert.EXPERT}/submissions/huaxue/e-001.jpg"], encoding="utf-8"
    )
    (tmp_path / "a.yml").write_text("姓名: 卞样本\n类别: Z\n照片: e-001.jpg\n", encoding="utf-8")
    run(root, tmp_path / "a.yml")
    assert [each.suffix for each in (root / DRAFTS).iterdir()] == [".yml"]
