"""What the author did, where the parser only says what it expected.

In: the parser's error, the text and the events before it. Out: faults in our own codes (Y13x, Y15x, Y16x); the
parser's words and the text's values go no further. Must not know what a key means.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from yaml import events as yaml_events

from pipeline.documents import lines
from pipeline.documents.fault import Fault

_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*(%)")
_KEY_BEFORE = re.compile(r"[^\n]*:[ \t]")
_SIGNS = {"*": "Y131", "&": "Y132", "!": "Y133"}
_BLOCK_STYLES = ("|", ">")


class Trouble(NamedTuple):
    """The parser stopped at index `at` while `doing` what began at `since`; `events` came before."""

    text: str
    doing: str
    at: int
    since: int
    events: list[Any]


def directive(text: str) -> Fault | None:
    """Return Y141 if the text begins with a line of `%`."""
    match = _DIRECTIVE.match(text)
    return Fault("Y141", match.start(1)) if match else None


def explain(error: yaml.MarkedYAMLError, text: str, events: list[Any]) -> list[Fault]:
    """Return the faults behind an error of libyaml or of PyYAML's own parser, which word the same differently."""
    at = min(error.problem_mark.index, len(text)) if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    doing = error.context or ""
    problem = error.problem or ""
    for context, words, cause in _CAUSES:
        if context in doing and words in problem:
            return cause(Trouble(text, doing, at, since, events))
    return [Fault("Y170", at)]


def without_colon(text: str, index: int, otherwise: str = "Y152") -> list[Fault]:
    """Return what is wrong at `index`, where “key: value” should stand: Y150, Y151 or Y162, else `otherwise`."""
    return lines.lacking(text, index) or [Fault(otherwise, index)]


def _open(events: list[Any]) -> list[Any]:
    """The starts of the lists and mappings that are still open."""
    starts: list[Any] = []
    for event in events:
        if isinstance(event, yaml_events.CollectionStartEvent):
            starts.append(event)
        elif _is_end(event):
            starts.pop()
    return starts


def _no_colon(trouble: Trouble) -> list[Fault]:
    return without_colon(trouble.text, trouble.since)


def _second_colon(trouble: Trouble) -> list[Fault]:
    """A colon where no key can stand: inside a value, after a line that lacks its own colon, or under a value."""
    text, at = trouble.text, trouble.at
    if _KEY_BEFORE.match(text, lines.line_start(text, at), at):
        return [Fault("Y157", at)]
    above = lines.previous_line(text, at)
    lacking = lines.lacking(text, above) if above is not None else []
    return lacking or [Fault("Y154", lines.first_letter(text, at))]


def _start(trouble: Trouble) -> list[Fault]:
    """A character that cannot begin a value."""
    if trouble.text[trouble.at] == "\t":
        return [Fault("Y153", trouble.at)]
    return [_special(trouble.text, trouble.at)]


def _special(text: str, at: int) -> Fault:
    return Fault("Y158", at, (("character", text[at]),))


def _indicator(trouble: Trouble) -> list[Fault]:
    """“- ” or “? ” where no list can begin: as the beginning of a value, or under one."""
    if _KEY_BEFORE.match(trouble.text, lines.line_start(trouble.text, trouble.at), trouble.at):
        return [_special(trouble.text, trouble.at)]
    return [Fault("Y165", trouble.at)]


def _unexpected(trouble: Trouble) -> list[Fault]:
    """Something where the next key or item should begin."""
    text, at = trouble.text, trouble.at
    last = next((each for each in reversed(trouble.events) if each.end_mark.index > each.start_mark.index), None)
    gap = text[last.end_mark.index : at] if last else "\n"
    if last and "\n" not in gap and getattr(last, "style", "") not in _BLOCK_STYLES:
        return _after(last, trouble)
    if "\n..." in gap:
        return [Fault("Y135", at)]
    if text.startswith(":", at):
        return [Fault("Y138", at)]
    if text.startswith(("- ", "-\n"), at):
        return [Fault("Y165", at)]
    return [Fault("Y166" if _closes(trouble) else "Y154", at)]


def _after(last: Any, trouble: Trouble) -> list[Fault]:
    """Something on the line on which a quoted or bracketed value has just ended."""
    if _closes(trouble):
        return [Fault("Y166", trouble.at)]
    if _is_end(last):
        return [Fault("Y161", _opening(trouble.events, last).start_mark.index)]
    start = last.start_mark.index
    if getattr(last, "style", None):
        return [Fault("Y155", start) if _runs_on(last) else Fault("Y160", trouble.at)]
    return [Fault(_SIGNS.get(trouble.text[start], "Y170"), start)]


def _is_end(event: Any) -> bool:
    return isinstance(event, yaml_events.CollectionEndEvent)


def _runs_on(event: Any) -> bool:
    """Whether the event is a quoted text that ends on another line than it begins."""
    quoted = getattr(event, "style", None) in ('"', "'")
    return quoted and bool(event.start_mark.line < event.end_mark.line)


def _closes(trouble: Trouble) -> bool:
    return trouble.text[trouble.at : trouble.at + 1] in ("]", "}")


def _open_bracket(trouble: Trouble) -> int:
    """Where the innermost bracket stands that is still open."""
    starts = [event.start_mark.index for event in _open(trouble.events) if event.flow_style]
    return next((start for start in reversed(starts) if trouble.text[start] in "[{"), trouble.since)


def _opening(events: list[Any], end: Any) -> Any:
    """The event that opened what `end` closes."""
    return _open(events[: events.index(end)])[-1]


def _content(trouble: Trouble) -> list[Fault]:
    """A comma or a closing bracket where a value should begin, or the end of the file inside brackets."""
    text, at = trouble.text, trouble.at
    if not text[at:].strip():
        return [Fault("Y156", _open_bracket(trouble))]
    if _closes(trouble):
        return [Fault("Y166", at)]
    if text[at] == ":":
        return [Fault("Y138", at)]
    return [Fault("Y168", at) if "flow" in trouble.doing else _special(text, at)]


def _brackets(trouble: Trouble) -> list[Fault]:
    """Something inside brackets that is neither a comma nor the closing bracket."""
    text, at = trouble.text, trouble.at
    since = _open_bracket(trouble)
    if _runs_on(trouble.events[-1]):
        return [Fault("Y155", trouble.events[-1].start_mark.index)]
    if _closes(trouble):
        return [Fault("Y166", at)]
    same_line = text[since:at].split("\n", 1)[0]
    for code, characters in (("Y169", "］｝】"), ("Y163", "，、；")):
        place = next((place for place, character in enumerate(same_line) if character in characters), None)
        if place is not None:
            return [Fault(code, since + place)]
    unclosed = "\n" in text[since:at] or not text[at:].strip()
    return [Fault("Y156", since) if unclosed else Fault("Y167", at)]


def _escape(trouble: Trouble) -> list[Fault]:
    return [Fault("Y164", trouble.text.rfind("\\", 0, trouble.at + 1))]


def _at(code: str) -> Callable[[Trouble], list[Fault]]:
    return lambda trouble: [Fault(code, trouble.at)]


def _since(code: str) -> Callable[[Trouble], list[Fault]]:
    return lambda trouble: [Fault(code, trouble.since)]


# (words of what it was doing, words of what it met, cause): the first row that fits is taken.
_CAUSES: tuple[tuple[str, str, Callable[[Trouble], list[Fault]]], ...] = (
    ("", "tab character", _at("Y153")),
    ("", "cannot start any token", _start),
    ("simple key", "", _no_colon),
    ("", "mapping values are not allowed", _second_colon),
    ("", "sequence entries are not allowed", _indicator),
    ("", "mapping keys are not allowed", _indicator),
    ("alias", "", _since("Y131")),
    ("anchor", "", _since("Y132")),
    ("a tag", "", _since("Y133")),
    ("", "tag handle", _since("Y133")),
    ("directive", "", _since("Y141")),
    ("block scalar", "", _since("Y159")),
    ("quoted scalar", "unexpected", _since("Y155")),
    ("quoted scalar", "Unicode character", _since("Y171")),
    ("quoted scalar", "", _escape),
    ("", "node content", _content),
    ("flow", "", _brackets),
    ("block", "", _unexpected),
    ("", "document start", _unexpected),
)
