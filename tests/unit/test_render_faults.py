"""What is wrong with a template or an address is a finding at its place, and says no word of the page."""

import sys
from pathlib import Path

import pytest

from pipeline import outputs, render
from pipeline.diagnostics import Diagnostic, Location, finding
from pipeline.pages import Copy, Page

SECRET = "13800000000"
DATA = {"row": {"name": SECRET}, "key": SECRET, "words": "字", "rows": [1]}


def _at(line: int, name: str = "page.html") -> Location:
    return Location(f"site_templates/{name}", line, 1)


def _faults(folder: Path, text: str, **others: str) -> tuple[Diagnostic, ...]:
    (folder / "page.html").write_text(text, encoding="utf-8")
    for name, content in others.items():
        (folder / f"{name}.html").write_text(content, encoding="utf-8")
    outputs, findings = render.all((Page("index.html", "page.html", DATA),), folder, folder)
    assert outputs == ()
    return findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一\n{% if words %}\n", finding("T601", _at(2))),
        ("{{ words | nofilter }}\n", finding("T601", _at(1))),
        ("\n{% nothing %}", finding("T601", _at(2))),
        ("一\n二\n{{ wrods }}\n", finding("T603", _at(3), name="wrods")),
        ("{{ row.nmae }}\n", finding("T603", _at(1), name="nmae")),
        ("{{ row[key] }}\n", finding("T603", _at(1), name="…")),
        ("\n{{ words | day }}\n", finding("T604", _at(2), kind="AttributeError")),
        ("{{ rows[0] / 0 }}\n", finding("T604", _at(1), kind="ZeroDivisionError")),
        ("{% include 'page.html' %}\n", finding("T604", _at(1), kind="RecursionError")),
        ("一\n{% include 'gone.html' %}\n", finding("T602", _at(2), name="gone.html")),
        ("{% include key %}\n", finding("T602", _at(1), name="…")),
        ("{{ asset('assets/gone.css') }}\n", finding("T608", Location("site_templates/page.html"))),
    ],
)
def test_fault_is_told_with_its_line(text: str, expected: Diagnostic, tmp_path: Path) -> None:
    """A fault names the template's file and line, and a name only if the line itself has it."""
    assert _faults(tmp_path, text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ link.__func__.__globals__ }}",
        "{{ link.__self__._assets }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ '%s'.__mod__ }}",
        "{{ '{0.__class__}'.format(words) }}",
        "{{ (words | attr('__class__')) }}",
        "{{ rows.append(2) }}",
        "{{ row.update(a=1) }}",
        "{{ self.__init__ }}",
    ],
)
def test_an_own_template_reaches_nothing_behind_its_values(text: str, tmp_path: Path) -> None:
    """Python behind the values is closed to an office's templates, and the values cannot be changed."""
    assert _faults(tmp_path, f"一\n{text}\n") == (finding("T612", _at(2)),)


def test_an_own_template_does_not_count_for_ever(tmp_path: Path) -> None:
    """A row of numbers has an end that a build lives to see."""
    assert _faults(tmp_path, "{% for each in range(999999999) %}{% endfor %}") == (
        finding("T604", _at(1), kind="OverflowError"),
    )


def test_fault_in_a_part_is_told_at_the_part(tmp_path: Path) -> None:
    """Where an included template fails, it is the one that is named."""
    assert _faults(tmp_path, "{% include 'part.html' %}", part="\n{{ gone }}") == (
        finding("T603", _at(2, "part.html"), name="gone"),
    )


def test_syntax_fault_in_a_part_is_told_at_the_part(tmp_path: Path) -> None:
    """So it is where the part cannot be read at all."""
    assert _faults(tmp_path, "{% include 'part.html' %}", part="\n{% if %}") == (finding("T601", _at(2, "part.html")),)


def test_missing_template_of_a_page(tmp_path: Path) -> None:
    """A page whose template is not there says which."""
    _, findings = render.all((Page("index.html", "gone.html", {}),), tmp_path, tmp_path)
    assert findings == (finding("T602", Location("site_templates/gone.html"), name="gone.html"),)


def test_template_in_another_encoding(tmp_path: Path) -> None:
    """A template that is not UTF-8 cannot be read, as one with a slip cannot."""
    (tmp_path / "page.html").write_bytes("公示".encode("gb18030"))
    _, findings = render.all((Page("index.html", "page.html", {}),), tmp_path, tmp_path)
    assert findings == (finding("T601", Location("site_templates/page.html")),)


def test_one_fault_of_many_pages_is_one_finding(tmp_path: Path) -> None:
    """A template that fails on every page is told once; the other pages are drawn."""
    (tmp_path / "bad.html").write_text("{{ gone }}", encoding="utf-8")
    (tmp_path / "good.html").write_text("好", encoding="utf-8")
    plan = (*(Page(f"{number}.html", "bad.html", {}) for number in range(9)), Page("good.html", "good.html", {}))
    outputs, findings = render.all(plan, tmp_path, tmp_path)
    assert [each.path for each in outputs] == ["good.html"]
    assert findings == (finding("T603", _at(1, "bad.html"), name="gone"),)


def test_no_value_in_any_message(tmp_path: Path) -> None:
    """No finding says a word of what the page would have shown."""
    for text in ("{{ row[key] }}", "{% include key %}", "{{ key | day }}", "{{ key() }}", "{{ rows[key] }}"):
        (found,) = _faults(tmp_path, text)
        assert SECRET not in f"{found.message()}{found.hint()}{found.message('en')}{found.params}"


def test_attachment_that_is_gone(tmp_path: Path) -> None:
    """An attachment that cannot be read is a finding at its own place."""
    assert render.all((Copy("a.pdf", "content/a.pdf"),), tmp_path)[1] == (finding("T607", Location("content/a.pdf")),)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("source", ["content/link", "content/folder/a.txt", "../outside.txt"])
def test_attachment_from_outside_is_refused(source: str, tmp_path: Path) -> None:
    """Neither a link, nor a way through a link, nor a way upwards brings in a file from outside."""
    root = tmp_path / "root"
    (root / "content").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("x", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.txt").write_text("x", encoding="utf-8")
    (root / "content/link").symlink_to(tmp_path / "outside.txt")
    (root / "content/folder").symlink_to(tmp_path / "out")
    assert render.all((Copy("a.txt", source),), root) == ((), (finding("T607", Location(source)),))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("a/index.html", "b/index.html", "assets/site.0f.css"), ()),
        (("a.html", "a.html"), (("T605", "a.html"),)),
        (("a/B.html", "A/b.html"), (("T605", "A/b.html"),)),
        (("a", "a/b.html"), (("T605", "a/b.html"),)),
        (("../a.html",), (("T606", "../a.html"),)),
        (("/a.html",), (("T606", "/a.html"),)),
        (("a//b.html",), (("T606", "a//b.html"),)),
        (("a\\b.html",), (("T606", "a\\b.html"),)),
        (("con.html",), (("T606", "con.html"),)),
        (("a/NUL/b.html",), (("T606", "a/NUL/b.html"),)),
        (("a./b.html",), (("T606", "a./b.html"),)),
        (("项目/a.html",), (("T606", "项目/a.html"),)),
        ((f"{'a' * 101}.html",), (("T606", f"{'a' * 101}.html"),)),
    ],
)
def test_addresses_are_safe_and_one_of_a_kind(given: tuple[str, ...], told: tuple[tuple[str, str], ...]) -> None:
    """A path that means another file elsewhere, or the same file twice, is refused."""
    assert [(each.code, each.where.path.removeprefix("output/site/")) for each in outputs.check(given)] == list(told)
