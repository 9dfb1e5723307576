"""The handbook's examples, put together to whole contents, and its commands, taken apart.

In: chapters. Out: contents to be checked, each with the example that made it; lines of a terminal. Must not know
pytest.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

import click

from pipeline.handbook.types import Chapter, Example

_PROGRAMME = "content/programmes/jiangshi-2026"
_PLACES = {
    "site.yml": "content/site.yml",
    "strokes.yml": "content/strokes.yml",
    "calendar/2021.yml": "content/calendar/2021.yml",
    "messages.yml": "site_templates/messages.yml",
    "a-001.yml": f"{_PROGRAMME}/submissions/shili-daxue/a-001.yml",
}
_HANDED_ON = ("|", ">")
_OF_FILES = ("yaml", "md")
_FIELDS = re.compile(r"^properties:\n(?: .*\n)*", re.MULTILINE)
_BLOCK = re.compile(r"^(?P<key>[^\s#:][^:\n]*):.*\n(?:[ ].*\n)*", re.MULTILINE)
_CODE = re.compile(r"`(gongshi [^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Trial:
    """A content to be checked: texts by path, the example that is tried in it, and where it stands."""

    chapter: str
    example: Example
    path: str
    files: Mapping[str, str]


def path(file: str) -> str:
    """Return where an example's file stands in a content repository."""
    return _PLACES.get(file, f"{_PROGRAMME}/{file}")


def whole(chapters: tuple[Chapter, ...]) -> dict[str, str]:
    """Return the files that the chapters give whole, by path."""
    return {
        path(each.file): f"{each.text}\n"
        for chapter in chapters
        for each in _of_files(chapter)
        if not each.is_part and not each.code
    }


def trials(chapters: tuple[Chapter, ...]) -> Iterator[Trial]:
    """Yield a content for each part: the whole files, with what the chapter said before, and with this part."""
    base = whole(chapters)
    for chapter in chapters:
        files = dict(base)
        for each in _of_files(chapter):
            if each.is_part or each.code:
                place = path(each.file)
                tried = files | {place: joined(files[place], f"{each.text}\n")}
                yield Trial(chapter.slug, each, place, tried)
                files = files if each.code else tried


def joined(text: str, part: str) -> str:
    """Return the file with a part in place of what it says of the same keys; indented parts are further fields."""
    if part.startswith(" "):
        return _FIELDS.sub(lambda found: found[0] + part, text)
    keys = {found["key"] for found in _BLOCK.finditer(part)}
    return _BLOCK.sub(lambda found: "" if found["key"] in keys else found[0], text) + part


def _of_files(chapter: Chapter) -> Iterator[Example]:
    yield from (each for each in chapter.parts if isinstance(each, Example) and each.language in _OF_FILES)


def typed(chapter: Chapter, source: str) -> Iterator[str]:
    """Yield every command of ours that a chapter shows, in blocks and in the line; `source` is its text."""
    for part in chapter.parts:
        if isinstance(part, Example) and part.language == "sh":
            yield from (line for line in part.text.splitlines() if line.startswith("gongshi "))
    yield from _CODE.findall(source)


def trouble(program: click.Command, line: str) -> str:
    """Return why the program would not take the line, empty where it would. Files named need not be there."""
    words = list(takewhile(lambda word: word not in _HANDED_ON, shlex.split(line)))[1:]
    ctx = click.Context(program, info_name="gongshi")
    try:
        while True:
            told, words, _ = ctx.command.make_parser(ctx).parse_args(words)
            if "--help" in line or "--version" in line:
                return ""
            _convert(ctx, told)
            if not isinstance(ctx.command, click.Group):
                return f"left over: {words}" if words else ""
            inner = ctx.command.get_command(ctx, words[0]) if words else None
            if inner is None:
                return f"no command: {words}"
            ctx, words = click.Context(inner, info_name=words[0], parent=ctx), words[1:]
    except click.ClickException as error:
        return error.format_message()


def _convert(ctx: click.Context, told: Mapping[str, object]) -> None:
    """Let each parameter look at what it was told, as far as it looks at no disk."""
    for parameter in ctx.command.params:
        value = told.get(parameter.name or "")
        if isinstance(value, str) and not isinstance(parameter.type, click.Path):
            parameter.type.convert(value, parameter, ctx)
