"""What the quick search finds is what a plain one finds, that folds every text and tries every value in turn."""

import html
from urllib.parse import unquote

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import leaks
from pipeline.leaks import values
from pipeline.outputs import Output
from pipeline.public.guard import Guard, Withheld

# Pieces that begin, continue and end like each other, and marks at which a text might be cut wrongly.
_PIECES = st.sampled_from(
    [
        "欧阳",
        "欧",
        "阳例",
        "例",
        "13800000001",
        "1380000",
        "王Wang",
        "wang@example.com",
        "WANG@",
        "Ｗ",
        "ｗ",
        "é",
        "É",
        "\u212a",
        "ß",
        " ",
        "，",
    ]
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=4).map("".join).filter(lambda text: bool(text.strip()))
_GLUE = st.sampled_from(
    ["", "\n", "\r\n", "<td>", ",", '"', "&amp;", "&#27431;", "%E6%AC%A7", "%0A", "&#10;", "a", "子", "�"]
)
_PAGES = st.lists(st.one_of(_TEXTS, _GLUE), max_size=12).map("".join)
_VALUES = st.lists(
    st.tuples(_TEXTS, st.sampled_from(["exact", "name"])), max_size=5, unique_by=lambda each: each[0].casefold()
)


def _plain(page: str, withheld: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return (code, value) as the rule says them, with nothing clever."""
    found = set()
    for text in (page, html.unescape(page), unquote(page)):
        folded = text.casefold()
        for value, secret in withheld:
            at = folded.find(value.casefold())
            while at >= 0:
                end = at + len(value.casefold())
                alone = not (folded[max(0, at - 1) : at].isalnum() or folded[end : end + 1].isalnum())
                if secret == "exact" or alone:
                    found.add(("P501" if secret == "exact" else "P502", value))
                at = folded.find(value.casefold(), at + 1)
    return found


def _quick(page: str, values: list[tuple[str, str]]) -> set[tuple[str, str]]:
    guard = Guard.over(Withheld(text, secret, text, "content/a.yml") for text, secret in values)
    found = leaks.scan([Output("a.html", page.encode())], guard)
    return {(each.code, dict(each.params)["field"]) for each in found if each.code in ("P501", "P502")}


@given(_PAGES, _VALUES)
@example("13800000001\n欧阳例", [("13800000001\n欧阳", "exact"), ("欧阳例", "name")])
@example("Éé x ＷａＮｇＬｉ \u212aang li", [("éÉ x", "exact"), ("ＷａｎｇＬｉ", "exact"), ("kang li", "exact")])
@example("<td>Ｗ</td><td>É</td>", [("Ｗ", "name"), ("é", "name")])
def test_quick_search_misses_nothing(page: str, values: list[tuple[str, str]]) -> None:
    """Every value that a plain search finds in a page, however encoded, the quick one finds too."""
    assert _plain(page, values) - _quick(page, values) == set()


@given(_PAGES, _VALUES)
def test_quick_search_invents_nothing(page: str, values: list[tuple[str, str]]) -> None:
    """No value is told that a plain search does not find."""
    assert _quick(page, values) - _plain(page, values) == set()


@given(st.lists(_PAGES, max_size=6), _VALUES)
@example(["<p>\n一\n", "<p>\n二\n", "<p>\n欧阳例\n<p>\n欧阳例\n", "<p>\n欧阳例\n"], [("欧阳例", "exact")])
@example(["&#27431;\n", "&#27431;\n", "&#27431;\n"], [("欧", "name")])
@example(["13800000001\n"] * 3, [])
def test_pages_seen_before_change_no_finding(pages: list[str], values: list[tuple[str, str]]) -> None:
    """A page has the findings that it would have alone, whatever pages were searched before it."""
    guard = Guard.over(Withheld(text, secret, text, "content/a.yml") for text, secret in values)
    search = leaks.Search(guard)
    for number, page in enumerate(pages):
        output = Output(f"{number}.html", page.encode())
        assert search.look(output) == leaks.Search(guard).look(output)


def test_value_over_a_line_end_is_found_in_lines_seen_before() -> None:
    """Lines that were clean each by itself may say a value of two lines together."""
    search = leaks.Search(Guard.over((Withheld("欧阳\n例", "exact", "姓名", "content/a.yml"),)))
    pages = ["欧阳\n一\n", "欧阳\n一\n", "例\n二\n", "例\n二\n", "欧阳\n例\n"]
    found = [search.look(Output(f"{number}.html", page.encode())) for number, page in enumerate(pages)]
    assert [[each.code for each in of_page] for of_page in found] == [[], [], [], [], ["P501"]]


def test_every_letter_of_several_cases_has_a_mark() -> None:
    """A text without marks reads the same in every case but for letters of ASCII."""
    letters = [chr(each) for each in range(0x80, 0x110000) if not 0xD800 <= each < 0xE000]
    cased = [each for each in letters if each.casefold() != each]
    assert len(cased) > 1000
    assert [each for each in cased if not values._marks(each.encode())] == []
