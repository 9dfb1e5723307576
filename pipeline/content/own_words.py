"""An office's own words for findings (site_templates/messages.yml).

In: the source. Out: Words by code, in Chinese, and findings. What the office does not say is said as it always was.
Must not know when a finding is given.

    S203:
      说明: “{field}”应为 11 位手机号码      # what is wrong; {field} is filled in, as in our own words
      提示: 请核对后重填；不清楚的，请打电话 0393-0000000
      解释: 手机号用于通知申报人本人。        # for `check --explain S203`
"""

import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.content.source import Source
from pipeline.diagnostics import Diagnostic, finding
from pipeline.documents import Document
from pipeline.messages import CATALOGUE
from pipeline.messages.entry import Words

FILE = "site_templates/messages.yml"
_PARTS = {"说明": "message", "提示": "hint", "解释": "explain"}

Found = tuple[Mapping[str, Words], tuple[Diagnostic, ...]]


def read(source: Source) -> Found:
    """Return the office's words by code.

    Findings: T640 there is no such code, T641 what stands there is no words, T642 words in braces that are not filled
    in, and those of reading a file. What has a finding is not used.
    """
    if not source.has(FILE):
        return {}, ()
    document, findings = source.load(FILE)
    if document is None or not isinstance(document.values, Mapping):
        return {}, findings
    words, found = {}, list(findings)
    for code in document.values:
        faults = tuple(_faults(document, code))
        found += faults
        if not faults:
            words[code] = _words(document, code)
    return words, tuple(found)


def of(root: Path) -> Mapping[str, Words]:
    """Return the words that can be used, of the folder as it is."""
    return read(Source(root))[0]


def _words(document: Document, code: str) -> Words:
    said = {_PARTS[key]: " ".join(str(text).split()) for key, text in document.values[code].items()}
    return CATALOGUE[code].zh._replace(**said)


def _faults(document: Document, code: str) -> Iterator[Diagnostic]:
    entry, part = CATALOGUE.get(code), document.values[code]
    if entry is None:
        yield finding("T640", document.at_key(code))
        return
    if not isinstance(part, Mapping) or not part:
        yield finding("T641", document.at(code))
        return
    known = _named(entry.zh.message) | _named(entry.zh.hint)
    for key, text in part.items():
        if key not in _PARTS or not isinstance(text, str) or not text.strip():
            yield finding("T641", document.at_key(code, key))
        elif key != "解释" and not _fills(text, known):
            told = "、".join(f"{{{each}}}" for each in sorted(known)) or "（没有）"
            yield finding("T642", document.at(code, key), known=told)


def _named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _fills(text: str, known: set[str]) -> bool:
    """Tell whether the braces of a text hold nothing but the plain names that are filled in."""
    try:
        parts = tuple(string.Formatter().parse(text))
    except ValueError:
        return False
    return all(name is None or (name in known and not form and not how) for _, name, form, how in parts)
