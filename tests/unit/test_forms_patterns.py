"""Patterns mean what they mean everywhere, and end soon whatever they are given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.forms import patterns
from pipeline.forms.schema import kinds

ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", "[a-c]", r"\d", r"\.", r"\w", r"[\d-]"])
TAILS = st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{2,}", "*?"])
TREES = st.recursive(
    ATOMS,
    lambda inner: (
        st.tuples(inner, inner).map("".join)
        | st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})")
        | st.tuples(inner, TAILS).map(lambda pair: f"(?:{pair[0]}){pair[1]}")
    ),
    max_leaves=6,
)


@given(st.sampled_from(["", "^"]), TREES, st.sampled_from(["", "$"]), st.text("abc.1-\n", max_size=8))
def test_a_pattern_holds_where_the_standard_library_says_so(begin: str, tree: str, end: str, text: str) -> None:
    """What both can read, both read alike; only our `$` is never the place before a final line end."""
    theirs = re.search(begin + tree + end.replace("$", r"\Z"), text, re.ASCII)
    assert patterns.holds(begin + tree + end, text) == bool(theirs)


def test_the_end_is_the_very_end() -> None:
    """`$` does not let a line end through."""
    assert patterns.holds("^a$", "a")
    assert not patterns.holds("^a$", "a\n")


WRONG = (
    *("(", "a)", "[", "[]", "a{2", "a{,3}", "a{b}", "*a", "(?=a)", "(?<n>a)", r"\1", r"\b", r"\p{Han}", r"\u12"),
    *("a{9999}", "(a{100}){100}", "(" * 30, "[b-a]", r"[\d-z]", "a**", "a{3,2}", "{1}", "^*", "a" * 501, "\\"),
)


@pytest.mark.parametrize("pattern", [*WRONG, 5, None, ["a"]])
def test_what_cannot_be_read_is_no_pattern(pattern: object) -> None:
    """Neither half a pattern nor one that looks around, refers back or counts too far is taken."""
    assert not patterns.is_one(pattern)


RUNAWAYS = (
    *("^(a+)+$", "(a|a)*c", "^(a|aa)+$", ".*.*.*.*.*x", "(x+x+)+y", "((a{1,10}){1,10}){1,10}c", "((a*)*)*c"),
    *("(a|b){500}c", "(" * 20 + "a" + ")*" * 20 + "c"),
)


@pytest.mark.parametrize("pattern", RUNAWAYS)
def test_no_text_makes_a_pattern_run_away(pattern: str) -> None:
    """A backtracking search would take longer than the universe is old for some of these; a test run would notice."""
    text = "a" * (patterns.LONGEST_TEXT - 1) + "b"
    assert not patterns.holds(pattern, text)


@pytest.mark.parametrize(("escape", "yes", "no"), [(r"\S", "a", " "), (r"\D", "a", "1"), (r"\u738b", "王", "玉")])
def test_escapes(escape: str, yes: str, no: str) -> None:
    """Escapes mean what ECMA 262 says."""
    assert (patterns.holds(f"^{escape}$", yes), patterns.holds(f"^{escape}$", no)) == (True, False)


def test_line_ends_and_the_dot() -> None:
    """A point is no line end; an escape can be."""
    assert not patterns.holds("^.$", "\n")
    assert patterns.holds(r"^\n$", "\n")


def test_every_shipped_pattern_can_be_read() -> None:
    """No kind has a pattern that only another library understands."""
    own = [each["pattern"] for each in kinds().values() if "pattern" in each]
    assert own
    assert [each for each in own if not patterns.is_one(each)] == []
