"""A whole submission as YAML text, written the way a careful person writes it.

In: texts, lists and objects by key; comments. Out: the text of a file, read again and compared. Pure; must not know
what a key means. The script of the form's page follows the same rules, which are these:

1. One key a line, `key: value`, in the order given; an empty text is `key:` and nothing behind it.
2. A text without a line end stands plain where the reader gives exactly that text back (`_is_plain`), else in single
   quotes with every `'` doubled. In brackets and lists an empty text is `''`.
3. Any other text is a block: `|`, then `2` where its first character is a blank, tab or line end, then `-` where it
   does not end with a line end, `+` where it ends with an empty line; its lines stand two columns further in.
4. An object or a list stands in brackets on one line, `{名称: 内容}` or `[甲, 乙]`, where it has no line end and no
   object in it and takes at most 100 characters; else one part a line, two columns further in, items after `- `.
5. A comment stands before its key, a line for each of its lines; the head stands on top with an empty line after it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pipeline import documents
from pipeline.documents.load import LIMIT
from pipeline.edits.insert import EditError

_WIDTH = 100
_STEP = "  "
_BLANKS = " \t"
_SIGNS = "-?:,[]{}#&*!|>'\"%@`"
# What the reader takes for quotes or brackets of the wrong keyboard.
_PAIRS = frozenset(("“”", "‘’", "＂＂", "［］", "｛｝"))
# As in `insert`, compiled when they are needed.
_CUT = r":(?=[ ?]|$)| #|[\t\n]"
_IN_BRACKETS = r"[,?\[\]{}]"
_IN_A_LIST = r"[,?\[\]{}，、；]"
_IN_A_KEY = r"[,?\[\]{}：]|^\.|^<<$"
_ANYTHING = r"(?!)"
_LINE_ENDS = "\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"
_NO_COMMENTS: Mapping[str, Sequence[str]] = MappingProxyType({})


def compose(
    values: Mapping[str, Any], comments: Mapping[str, Sequence[str]] = _NO_COMMENTS, head: Sequence[str] = ()
) -> str:
    """Return the text of a file that says `values`: texts, lists (or tuples) and mappings of such, at least one key.

    `comments`: by top-level key, what stands before it; `head`: what stands on top. What no line can hold is a blank
    there. A text for a block should end with `\\n`, as a person's does. Raises EditError where the text, read again,
    would not say exactly this, as for control characters, numbers, or a comment without its key.
    """
    if not comments.keys() <= values.keys():
        raise EditError("a comment without its key")
    lines = [*_comments(head), ""] if head else []
    for key, value in values.items():
        lines += [*_comments(comments.get(key, ())), *_entry(key, value, "")]
    return _proved("".join(f"{line}\n" for line in lines), values)


def _proved(text: str, values: Mapping[str, Any]) -> str:
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise EditError("half a character") from error
    again, _ = documents.parse(data, "")
    if again is None or again.values != _listed(values) or len(data) > LIMIT:
        raise EditError("text that no file can hold")
    return text


def _listed(value: Any) -> Any:
    """Return the value with dict and list for whatever mapping and sequence it is made of."""
    if isinstance(value, Mapping):
        return {key: _listed(each) for key, each in value.items()}
    return list(map(_listed, value)) if isinstance(value, list | tuple) else value


def _comments(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (f"# {_harmless(line)}".rstrip() for line in re.split(_LINE_ENDS, text))


def _harmless(line: str) -> str:
    """Return the line with a blank for each unreadable character; those of a private font stay, for staff to see."""
    return "".join(" " if documents.is_odd(each) and unicodedata.category(each) != "Co" else each for each in line)


def _entry(key: str, value: Any, indent: str) -> list[str]:
    head = f"{indent}{_scalar(key, _IN_A_KEY)}:"
    if value == "":
        return [head]
    inline = _inline(value, indent)
    return [f"{head} {inline[0]}", *inline[1:]] if inline else [head, *_block(value, indent + _STEP)]


def _inline(value: Any, indent: str) -> list[str]:
    """Return the lines of a value that begins behind its key or hyphen, none where it has to begin below."""
    if isinstance(value, str):
        return _text(value, indent)
    flow = _flow(value)
    return [flow] if flow and len(flow) <= _WIDTH else []


def _block(value: Any, indent: str) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, each in value.items() for line in _entry(key, each, indent)]
    return [line for each in value for line in _item(each, indent)]


def _item(value: Any, indent: str) -> list[str]:
    inline = _inline(value, indent)
    if inline:
        return [f"{indent}- {inline[0]}", *inline[1:]]
    below = _block(value, indent + _STEP)
    return [f"{indent}- {below[0].removeprefix(indent + _STEP)}", *below[1:]]


def _text(text: str, indent: str) -> list[str]:
    if "\n" not in text:
        return [_scalar(text, _ANYTHING)]
    lines = text.removesuffix("\n").split("\n")
    deep = "2" if text[0] in " \t\n" else ""
    chomp = "-" if not text.endswith("\n") else "" if lines[-1] else "+"
    return [f"|{deep}{chomp}", *(indent + _STEP + line if line else "" for line in lines)]


def _flow(value: Any) -> str:
    """Return a list or an object in brackets, "" where it cannot stand so."""
    return _bracketed(value, _IN_BRACKETS) if _fits_on_a_line(value) else ""


def _fits_on_a_line(value: Any) -> bool:
    if not isinstance(value, Mapping | list | tuple):
        raise EditError("no text")
    parts = value.values() if isinstance(value, Mapping) else value
    return not any(_breaks(each) for each in parts)


def _breaks(part: Any) -> bool:
    if isinstance(part, str):
        return "\n" in part
    return isinstance(part, Mapping) or not _fits_on_a_line(part)


def _bracketed(value: Any, signs: str) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key, _IN_A_KEY)}: {_bracketed(value[key], signs)}" for key in value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_bracketed(each, _IN_A_LIST) for each in value) + "]"
    return _scalar(value, signs)


def _scalar(text: Any, signs: str) -> str:
    if not isinstance(text, str):
        raise EditError("no text")
    return text if _is_plain(text, signs) else "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, signs: str) -> bool:
    """Tell whether the text may stand without quotes.

    It is not empty; neither end is a blank; it begins with none of `_SIGNS`, is not wrapped in one of `_PAIRS`; has no
    tab, no ` #`, no colon before a blank, a `?` or the end; and none of the `signs` of the place where it stands.
    """
    return (
        bool(text)
        and text == text.strip(_BLANKS)
        and text[0] not in _SIGNS
        and not (len(text) > 1 and text[0] + text[-1] in _PAIRS)
        and not re.search(_CUT, text)
        and not re.search(signs, text)
    )
