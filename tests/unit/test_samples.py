"""What the tests build on is right by our own rules, so that each test fails by its own fault."""

from datetime import date
from pathlib import Path

from pipeline import content, documents, edits, rules
from tests import samples, samples_expert


def test_the_samples_have_no_findings(tmp_path: Path) -> None:
    """The small content folder with the expert's form added has nothing to be remarked."""
    site, found = content.load(samples.write(tmp_path, **samples_expert.FILES))
    assert [(each.code, str(each.where)) for each in (*found, *rules.check(site, date(2021, 4, 7)))] == []
    assert [each.form.title for each in site.programmes if each.form] == ["示例联络员推荐表", "示例市科技专家推荐表"]


def test_the_experts_submission_is_written_as_composed() -> None:
    """Every kind of value of the third form stands in its file as `compose` writes it."""
    document, found = documents.parse(samples_expert.E_001.encode(), "e-001.yml")
    assert found == ()
    assert document is not None
    assert edits.compose(document.values) == samples_expert.E_001
