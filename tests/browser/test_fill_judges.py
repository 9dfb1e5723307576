"""What the form's page accepts is what `check` accepts, and what it saves is what `compose` writes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pipeline import content, documents, edits, pages, public, render
from pipeline.forms import Form, judge, load_form
from tests import samples
from tests.tools import forms

SAVE = Path(__file__).parents[2] / "site_templates/assets/fill-save.js"
WRONG = "trees => trees.map(tree => [...new Set(fillFaults(tree).map(each => each.path[0]))])"
WRITTEN = "trees => trees.map(tree => fillSave.yaml({ head: ['示例'] }, tree))"


@pytest.fixture(scope="module")
def form() -> Form:
    """Give the form that asks for everything."""
    document, _ = documents.parse_schema(forms.form().encode(), "form.yml")
    assert document is not None
    loaded, found = load_form(document)
    assert loaded is not None
    assert found == ()
    return loaded


@pytest.fixture(scope="module")
def page(chromium: Browser, form: Form, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give the page of that form."""
    folder = tmp_path_factory.mktemp("site")
    site, _ = content.load(samples.write(folder / "root"))
    asking = replace(site, programmes=tuple(replace(each, form=form) for each in site.programmes))
    view, _ = public.project(asking, date(2020, 12, 1))
    outputs, _ = render.all(pages.plan(view), folder / "root")
    for each in outputs:
        (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / each.path).write_bytes(each.data)
    context = chromium.new_context()
    page = context.new_page()
    page.goto((folder / "shili/form/index.html").as_uri())
    page.click("#fill-open")
    page.wait_for_selector("#fill")
    yield page
    context.close()


def wrong(form: Form, tree: dict[str, Any]) -> set[str]:
    """Return the fields of which `check` finds fault."""
    document, found = documents.parse(edits.compose(tree).encode(), "a.yml")
    assert document is not None
    lines = {document.at_key(name).line: name for name in tree}
    errors = [each for each in (*found, *judge(form, document)[1]) if each.severity == "error"]
    return {_field(form, each, lines) for each in errors}


def _field(form: Form, error: Any, lines: dict[int, str]) -> str:
    named = dict(error.params).get("field", "")
    if error.code == "S201" and form.field(named):
        return str(named)
    return lines[max(line for line in lines if line <= error.where.line)]


def differences(page: Page, form: Form, trees: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """Return (field, value) wherever the page and `check` disagree."""
    return [
        (name, tree.get(name))
        for tree, found in zip(trees, page.evaluate(WRONG, trees), strict=True)
        for name in wrong(form, tree) ^ set(found)
    ]


def test_the_page_accepts_what_check_accepts(page: Page, form: Form) -> None:
    """Two thousand values for every kind and keyword: the same verdict on each."""
    assert differences(page, form, forms.trees(1, 55)) == []


@pytest.mark.drill
def test_the_page_accepts_what_check_accepts_at_length(page: Page, form: Form) -> None:
    """Forty thousand values."""
    assert differences(page, form, forms.trees(2, 1100)) == []


def test_both_verdicts_are_there(form: Form) -> None:
    """For every field the values are now right, now wrong: otherwise agreeing would say nothing."""
    trees = forms.trees(1, 55)
    verdicts = {(name, name in found) for tree in trees for found in [wrong(form, tree)] for name in tree}
    assert [name for name, _, _ in forms.FIELDS if not {(name, True), (name, False)} <= verdicts] == []


def test_the_page_writes_what_compose_writes(page: Page) -> None:
    """The same text for the same values, whatever they are."""
    trees = forms.trees(3, 55)
    page.evaluate(SAVE.read_text(encoding="utf-8"))
    assert page.evaluate(WRITTEN, trees) == [edits.compose(tree, head=["示例"]) for tree in trees]
