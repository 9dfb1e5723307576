"""Findings for people and for machines: text, JSON, GitHub annotations, GitLab's code quality, SARIF.

In: findings and a language. Out: printed text. With `cli` the only place that prints. Must not know content.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from typing import TextIO

import click

from pipeline import __version__
from pipeline.diagnostics import Diagnostic
from pipeline.folding import folded
from pipeline.messages import CATALOGUE, words
from pipeline.messages.entry import Entry, Severity

_WORDS = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def show(findings: Iterable[Diagnostic], form: str, lang: str, stream: TextIO | None = None) -> None:
    """Print findings; `form` is text, json, github, gitlab or sarif; `lang` is zh or en.

    A text for a terminal fits its width.
    """
    stream = stream or sys.stdout
    lines = FORMATS[form](tuple(findings), lang)
    if lines:
        on_terminal = form == "text" and stream.isatty()
        click.echo(folded(lines, screen_width() if on_terminal else None, "    "), file=stream)


def screen_width() -> int:
    """Return how many columns the terminal has."""
    import shutil  # noqa: PLC0415  # slow to load, and most output goes to no terminal

    return shutil.get_terminal_size().columns


def summary(findings: Iterable[Diagnostic], lang: str) -> str:
    """Return how many errors, warnings and notes there are, in words."""
    counts = Counter(each.severity for each in findings)
    if not counts:
        return "没有发现问题" if lang == "zh" else "no findings"
    if lang == "zh":
        return "，".join(f"{counts[each]} 个{_WORDS['zh'][each]}" for each in Severity if counts[each])
    return ", ".join(f"{counts[each]} {each.value}{'s' * (counts[each] > 1)}" for each in Severity if counts[each])


def severity(grave: Severity, lang: str) -> str:
    """Return how grave a finding is, as a word."""
    return _WORDS[lang][grave]


def explain(code: str, lang: str) -> str | None:
    """Return what a finding code means, None for an unknown code."""
    entry = CATALOGUE.get(code.upper())
    if entry is None:
        return None
    return f"{entry.code}（{_WORDS[lang][entry.severity]}）\n\n{words(entry.code, lang).explain}"


def as_text(findings: tuple[Diagnostic, ...], lang: str) -> str:
    """Return `place: severity[code] message` and the hint below it, a finding after the other."""
    return "\n".join(_lines(each, lang) for each in findings)


def _lines(each: Diagnostic, lang: str) -> str:
    severity = click.style(f"{_WORDS[lang][each.severity]}[{each.code}]", fg=_COLOURS[each.severity], bold=True)
    hint = each.hint(lang)
    return f"{each.where}: {severity} {each.message(lang)}" + (f"\n    {hint}" if hint else "")


def as_json(findings: tuple[Diagnostic, ...], lang: str) -> str:
    """Return an object with `findings`, each with path, line, column, code, severity, message and hint."""
    rows = [
        {
            "path": each.where.path,
            "line": each.where.line,
            "column": each.where.column,
            "code": each.code,
            "severity": each.severity.value,
            "message": each.message(lang),
            "hint": each.hint(lang),
        }
        for each in findings
    ]
    return json.dumps({"version": __version__, "findings": rows}, ensure_ascii=False, indent=2)


def as_github(findings: tuple[Diagnostic, ...], lang: str) -> str:
    """Return one workflow command a finding, so that a change is annotated at its line."""
    return "\n".join(_annotation(each, lang) for each in findings)


def _annotation(each: Diagnostic, lang: str) -> str:
    kind = {Severity.NOTE: "notice"}.get(each.severity, each.severity.value)
    place = f"file={_property(each.where.path)},line={max(each.where.line, 1)},col={max(each.where.column, 1)}"
    text = _data("\n".join(filter(None, (each.message(lang), each.hint(lang)))))
    return f"::{kind} {place},title={_property(each.code)}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(findings: tuple[Diagnostic, ...], lang: str) -> str:
    """Return a code quality report, which GitLab shows beside the lines of a merge request."""
    rows = [
        {
            "check_name": each.code,
            "description": "\n".join(filter(None, (each.message(lang), each.hint(lang)))),
            "fingerprint": blake2b(repr(each).encode("utf-8", "replace"), digest_size=16).hexdigest(),
            "severity": _GITLAB[each.severity],
            "location": {"path": each.where.path, "lines": {"begin": max(each.where.line, 1)}},
        }
        for each in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_panel(findings: tuple[Diagnostic, ...], lang: str, root: Path) -> list[dict[str, object]]:
    """Return the findings for the panel of `serve`, with the source line: it goes to a browser on this machine only."""
    return [
        {
            "place": str(each.where),
            "code": each.code,
            "severity": _WORDS[lang][each.severity],
            "message": each.message(lang),
            "hint": each.hint(lang),
            "source": _source_line(root, each),
        }
        for each in findings
        if each.severity is not Severity.NOTE
    ]


def _source_line(root: Path, each: Diagnostic) -> str:
    try:
        lines = (root / each.where.path).read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[each.where.line - 1] if 0 < each.where.line <= len(lines) else ""


def as_sarif(findings: tuple[Diagnostic, ...], lang: str) -> str:
    """Return a SARIF 2.1.0 log with one run and the rules that it uses."""
    codes = sorted({each.code for each in findings})
    rules = [_sarif_rule(CATALOGUE[code], lang) for code in codes]
    driver = {"name": "gongshi", "version": __version__, "rules": rules}
    results = [_sarif_result(each, codes.index(each.code), lang) for each in findings]
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_rule(entry: Entry, lang: str) -> dict[str, object]:
    said = words(entry.code, lang)
    return {"id": entry.code, "shortDescription": {"text": said.explain or said.message}}


def _sarif_result(each: Diagnostic, index: int, lang: str) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": each.where.path}}
    if each.where.line:
        place["region"] = {"startLine": each.where.line, "startColumn": max(each.where.column, 1)}
    return {
        "ruleId": each.code,
        "ruleIndex": index,
        "level": each.severity.value,
        "message": {"text": "\n".join(filter(None, (each.message(lang), each.hint(lang))))},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: dict[str, Callable[[tuple[Diagnostic, ...], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
