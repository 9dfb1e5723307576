"""What the rules over one candidate found when they were last asked about the very same file.

In: a context, submissions, how to judge some. Out: findings of all, in any order. A submission is a pure function of
its path, its text and the form, and these findings are one of it, the programme's settings, the calendar and the day:
all that is in the key. Where no store is open, all are judged.
"""

import json
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Any

from pipeline import cache, crew
from pipeline.diagnostics import Diagnostic, of_plain, plain
from pipeline.listing import own
from pipeline.model import Submission
from pipeline.rules.context import Context
from pipeline.working_days import Calendar

_AT_A_TIME = 64
_LENGTH = 16

Some = tuple[Submission, ...]
Judge = Callable[[Some], list[tuple[str, list[Diagnostic]]]]


def each(context: Context, calendar: Calendar, every: Some, judge: Judge) -> Iterator[Diagnostic]:
    """Yield the findings; `judge` gives those of some submissions by path, if need be in another process."""
    store, key = cache.current(), _key(context, calendar)
    before = _recall(store, key)
    marks = {each.document.path: _mark(each) for each in every} if store and key else {}
    told: dict[str, tuple[str, list[Any]]] = {}
    lacking: list[Submission] = []
    for one in every:
        path = one.document.path
        known = before.get(path)
        if known is not None and known[0] == marks.get(path):
            told[path] = known
            yield from map(of_plain, known[1])
        else:
            lacking.append(one)
    parts = [tuple(lacking[at : at + _AT_A_TIME]) for at in range(0, len(lacking), _AT_A_TIME)]
    for judged in crew.spread(judge, parts):
        for path, findings in judged:
            if marks:
                told[path] = (marks[path], [plain(found) for found in findings])
            yield from findings
    if store and key and lacking and len(every) == len(context.programme.submissions):
        store.keep(key, json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
        # This may be the copy of a process, whose memory goes with it.
        store.write()


def _recall(store: cache.Store | None, key: bytes) -> dict[str, Any]:
    data = store.get(key) if store and key else None
    if data is None:
        return {}
    try:
        told = json.loads(data.decode("utf-8", "surrogatepass"))
        return {str(path): (str(mark), list(map(plain, map(of_plain, found)))) for path, (mark, found) in told.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _key(context: Context, calendar: Calendar) -> bytes:
    """Return what stands for all that the rules know besides a file, empty where that cannot be told."""
    programme = context.programme
    notice = (programme.notice.document.text, programme.notice.body)
    texts = (programme.slug, programme.document.text, programme.form.document.text, *notice)
    years = sorted((year, sorted(each.holidays), sorted(each.workdays)) for year, each in calendar.years.items())
    try:
        made_of = (
            own(),
            *(each.encode("utf-8", "surrogatepass") for each in (*texts, repr(years), repr(context.as_of))),
        )
    except OSError:
        return b""
    return cache.key_of((), (b"rules", *made_of))


def _mark(submission: Submission) -> str:
    return blake2b(submission.document.text.encode("utf-8", "surrogatepass"), digest_size=_LENGTH).hexdigest()
