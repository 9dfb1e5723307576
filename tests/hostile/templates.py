"""Templates of an office that are wrong, or reach for more than words."""

from collections.abc import Iterable
from pathlib import Path

from pipeline import render
from pipeline.diagnostics import Diagnostic
from pipeline.pages import Page
from tests.hostile.case import Case

_NAME = "page.html"
DATA = {"words": "字", "row": {"name": "甲"}, "rows": [1, 2], "day": None}
TEXTS: dict[str, tuple[str, str]] = {
    "a good one": ("{{ words }}{% for each in rows %}{{ each }}{% endfor %}", ""),
    "empty": ("", ""),
    "a block that is not closed": ("{% if words %}", "T601"),
    "a block that was not opened": ("{% endif %}", "T601"),
    "a brace that is not closed": ("{{ words", "T601"),
    "a remark that is not closed": ("{# words", "T601"),
    "an unheard-of tag": ("{% do words %}", "T601"),
    "an unheard-of filter": ("{{ words | shout }}", "T601"),
    "an unheard-of test": ("{{ words is odder }}", "T601"),
    "two blocks of a name": ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "T601"),
    "brackets without end": ("{{ " + "(" * 500 + "1" + ")" * 500 + " }}", "T601"),
    "a wide brace": ("｛｛ words ｝｝", ""),
    "a name misspelt": ("{{ wrods }}", "T603"),
    "a part misspelt": ("{{ row.nmae }}", "T603"),
    "a part of nothing": ("{{ day.year }}", "T603"),
    "nothing as a day": ("{{ day | day }}", "T604"),
    "a division by nothing": ("{{ 1 / 0 }}", "T604"),
    "a loop over a number": ("{% for each in 5 %}{% endfor %}", "T604"),
    "a template that is not there": ("{% include 'gone.html' %}", "T602"),
    "a parent that is not there": ("{% extends 'gone.html' %}", "T602"),
    "a template from above": ("{% include '../../../../etc/passwd' %}", "T602"),
    "a template from the top": ("{% include '/etc/passwd' %}", "T602"),
    "a template that holds itself": ("{% include 'page.html' %}", "T604"),
    "a template that is its own parent": ("{% extends 'page.html' %}", "T604"),
    "a macro that calls itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "T604"),
    "all classes there are": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "T612"),
    "all classes by a filter": ("{{ ('' | attr('__class__')).__mro__ }}", "T612"),
    "the world of a helper": ("{{ cycler.__init__.__globals__.os.system('touch gongshi-was-here') }}", "T612"),
    "the world of a macro": ("{% macro a() %}{% endmacro %}{{ a.__globals__ }}", "T603"),
    "the world of itself": ("{{ self.__init__.__globals__ }}", "T612"),
    "an import": ("{{ lipsum.__globals__['__builtins__']['__import__']('os') }}", "T612"),
    "a format that reaches out": ("{{ '{0.__class__.__mro__}'.format(words) }}", "T612"),
    "a change of what was given": ("{{ rows.append(3) }}", "T612"),
    "a loop without end": ("{% for each in range(10 ** 12) %}{% endfor %}", "T604"),
    "an asset that is not there": ("{{ asset('assets/gone.css') }}", "T608"),
    "a script that it writes itself": ("<script>alert(1)</script>", ""),
    "a value that says it is safe": ("{{ '<b>' | safe }}", ""),
}
BYTES = {
    "another encoding": ("公示".encode("gb18030"), "T601"),
    "a byte order mark of UTF-16": ("公示".encode("utf-16"), "T601"),
    "no text at all": (bytes(range(256)), "T601"),
}


def look(folder: Path) -> Iterable[Diagnostic]:
    """Draw the one page of the folder."""
    return render.all((Page("index.html", _NAME, DATA),), folder, folder)[1]


def case(text: bytes, expected: str) -> Case:
    """Return the case of a template with these bytes."""

    def made(folder: Path) -> Path:
        (folder / _NAME).write_bytes(text)
        return folder

    return Case(made, look, expected)


CASES = {name: case(text.encode(), expected) for name, (text, expected) in TEXTS.items()}
CASES |= {name: case(data, expected) for name, (data, expected) in BYTES.items()}
