"""What went wrong in a template → a finding with the template's file and line.

In: the exception, the page's template. Out: a finding T601 to T604, T612. Must say nothing of the page's text: a name
is told only where the template's own line has it.
"""

import re
import traceback
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from pipeline.diagnostics import Diagnostic, Location, finding

FOLDER = "site_templates"
_QUOTED = re.compile(r"'([^'\n]{1,60})'")
_UNTOLD = "…"


def fault(error: Exception, template: str, environment: Environment) -> Diagnostic:
    """Return the finding for an exception that drawing `template` raised."""
    folders = _folders(environment)
    if isinstance(error, TemplateSyntaxError):
        name = _within(folders, error.filename) or error.name or template
        return finding("T601", Location(f"{FOLDER}/{name}", error.lineno, 1))
    name, line = _place(error, folders)
    if not name and isinstance(error, TemplateNotFound):
        return finding("T602", Location(f"{FOLDER}/{template}"), name=template)
    if not name:
        return finding("T601", Location(f"{FOLDER}/{template}"))
    return _at(error, Location(f"{FOLDER}/{name}", line, 1), _line(folders, name, line))


def _at(error: Exception, where: Location, source: str) -> Diagnostic:
    """Return the finding for what failed on a line of a template; `source` is that line."""
    if isinstance(error, TemplateNotFound):
        return finding("T602", where, name=_told(str(error.name), source))
    if isinstance(error, SecurityError):
        return finding("T612", where)
    if isinstance(error, UndefinedError):
        return finding("T603", where, name=_told((_QUOTED.findall(error.message or "") or [""])[-1], source))
    return finding("T604", where, kind=type(error).__name__)


def _folders(environment: Environment) -> tuple[Path, ...]:
    loader = environment.loader
    return tuple(Path(each) for each in loader.searchpath) if isinstance(loader, FileSystemLoader) else ()


def _place(error: Exception, folders: tuple[Path, ...]) -> tuple[str, int]:
    """Return the innermost template and line that the error passed; no name where it never reached one."""
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        name = _within(folders, frame.f_code.co_filename)
        if name:
            return name, line
    return "", 0


def _within(folders: tuple[Path, ...], file: str | None) -> str:
    for folder in folders:
        if file and Path(file).is_relative_to(folder):
            return Path(file).relative_to(folder).as_posix()
    return ""


def _line(folders: tuple[Path, ...], name: str, line: int) -> str:
    for folder in folders:
        if (folder / name).is_file():
            lines = (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
            return lines[line - 1] if 0 < line <= len(lines) else ""
    return ""


def _told(name: str, source: str) -> str:
    return name if name and name in source else _UNTOLD
