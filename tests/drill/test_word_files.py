"""A thousand Word files in one folder become a thousand drafts."""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import content, documents
from pipeline.intake.ingest import Order, ingest
from pipeline.paper.word import to_docx
from tests.unit.word_sheets import ROOT, filled

MANY = 1000

pytestmark = pytest.mark.drill


def test_a_thousand_files_are_read(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Every file gives the draft of its own candidate; the time goes into the report (at most 60 s on two cores)."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    sheet = replace(filled(), code=b"")
    files = []
    for number in range(MANY):
        file = tmp_path / f"{number:04}.docx"
        file.write_bytes(to_docx(replace(sheet, texts={**sheet.texts, "手机号": f"138{number:08}"})))
        files.append(file)
    site, _ = content.load(tmp_path)
    began = time.perf_counter()
    received = list(ingest(tmp_path, site, files, Order(date(2020, 12, 1))))
    record_property("seconds", round(time.perf_counter() - began, 1))
    drafts = [documents.load(tmp_path / one.path, one.path)[0] for each in received for one in each.drafts]
    assert [each.values["手机号"] for each in drafts if each] == [f"138{number:08}" for number in range(MANY)]
