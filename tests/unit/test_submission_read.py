"""What a file says is a pure function of its bytes, plain enough to be kept or to come from another process."""

import pickle
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline import content, documents
from pipeline.content import submission
from tests import samples

FORM = content.load(Path(__file__).parents[2])[0].programmes[0].form
PATH = "content/programmes/longdu-2020/submissions/shili/a-001.yml"
PIECES = st.sampled_from(
    [
        *"\n:-,[]{}'\"#　·１王A",
        *(": ", "  ", "无", "是", "甲: 1\n", "2020-02-30", "[甲, 无, 乙]", "{日期: [1]}", "更正", "不同意"),
    ]
)
PLAIN = (dict, list, str, int, float, bool)
EDITS = st.lists(st.tuples(st.integers(0, len(samples.A_001)), st.integers(0, 6), PIECES), max_size=3)


def damaged(edits: list[tuple[int, int, str]]) -> bytes:
    """Return the sample with pieces cut out and put in."""
    text = samples.A_001
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    return text.encode()


def types(part: Any) -> set[type]:
    """Return the types of a tree's parts."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return {type(part)}.union(*map(types, inner))


@given(EDITS)
def test_what_was_kept_is_the_same_submission(edits: list[tuple[int, int, str]]) -> None:
    """Kept and brought back, a file says what it says when it is read anew, at the same places."""
    data = damaged(edits)
    said, findings = submission.read(data, PATH, FORM)
    document, of_file = documents.parse(data, PATH)
    if said is None or document is None:
        assert (document, findings) == (None, of_file)
        return
    anew, of_form = submission.parse(document, FORM)
    kept = submission.whole(PATH, pickle.loads(pickle.dumps(said)), FORM)
    assert (kept, findings) == (anew, of_file + of_form)
    assert [kept.at(key) for key in said.parts] == [anew.at(key) for key in said.parts]


def test_a_file_without_blank_items_is_plain() -> None:
    """Of the usual file nothing is left but what every way of keeping things knows."""
    said, findings = submission.read(samples.A_001.encode(), PATH, FORM)
    assert said is not None
    assert (findings, types(said.parts) | types(said.values) <= set(PLAIN)) == ((), True)


def test_blank_items_keep_their_places() -> None:
    """Where an item says nothing, what is wrong with the next one is told at its own line."""
    text = samples.A_001.replace("办理:", "办理:\n  - ''\n  - {日期: 2020-02-30, 事项: 收到}", 1)
    _, findings = submission.read(text.encode(), PATH, FORM)
    lines = text.split("\n")
    wrong = [each for each in findings if each.code == "S217"]
    assert [lines[each.where.line - 1] for each in wrong] == ["  - {日期: 2020-02-30, 事项: 收到}"]
