"""What the search over a long list asks for, what its index holds, and how small it is."""

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import leaks, pages, render
from pipeline.outputs import Output
from pipeline.pages import Page, columns, finder
from pipeline.pages.rows import Line, roster_line
from pipeline.public.decisions import Cell, Period, Record
from pipeline.public.guard import Guard, Withheld
from pipeline.public.types import Holder, PublicProgramme
from pipeline.terms import PERSON, UNIT
from tests.unit import crowd
from tests.unit import public_fixture as public

SLUG = public.SLUG
ROSTER = f"{SLUG}/roster/people.js"
TEXTS = st.lists(st.text(max_size=4), min_size=1, max_size=60)
CODED = st.lists(st.sampled_from([f"第{number}号" for number in range(60)]), min_size=1, max_size=300)
NUMBERED = st.lists(st.from_regex(r"[A-Z-]{0,3}[0-9]{0,12}[A-Z]?", fullmatch=True), min_size=1, max_size=60)


def decoded(codes: str, rows: int) -> list[int]:
    """Read codes back, as the page's script does."""
    width = len(codes) // rows
    letters = [columns._LETTERS.index(each) for each in codes]
    return [sum(letters[row * width + at] * 52 ** (width - 1 - at) for at in range(width)) for row in range(rows)]


def texts_of(written: Any, rows: int) -> list[str]:
    """Read a column of texts back."""
    return [written["v"][each] for each in decoded(written["c"], rows)] if "c" in written else list(written["v"])


def numbers_of(written: Any, rows: int) -> list[str]:
    """Read a column of numbers back."""
    last = [0] * len(written["p"])
    values = []
    for place, step in zip(decoded(written["c"], rows), written["d"], strict=True):
        last[place] += step
        before, digits, after = written["p"][place]
        values.append(before + (str(last[place]).zfill(digits) if digits else "") + after)
    return values


@given(TEXTS | CODED)
def test_column_of_texts_reads_back(values: list[str]) -> None:
    """Whatever is in it, often or once."""
    assert texts_of(columns.texts(values), len(values)) == values


@given(NUMBERED | TEXTS)
def test_column_of_numbers_reads_back(values: list[str]) -> None:
    """With zeros before, without a number, with a number longer than a script's."""
    assert numbers_of(columns.numbers(values), len(values)) == values


def test_codes_are_letters_of_one_width() -> None:
    """Digits in a row might be taken for a telephone number."""
    coded = columns.codes(range(3000), range(3000))
    assert (len(coded), re.fullmatch("[a-zA-Z]+", coded) is not None) == (9000, True)


def pages_of(*programmes: PublicProgramme) -> dict[str, Page]:
    """Return the planned pages of a site of the programmes."""
    return {each.path: each for each in pages.plan(public.site(*programmes)) if isinstance(each, Page)}


def part_of(page: Page) -> finder.Part:
    """Return the first part of an index."""
    parts: Sequence[finder.Part] = page.data["parts"]  # type: ignore[assignment]
    return parts[0]


def test_index_holds_what_the_list_shows() -> None:
    """Column by column, line by line; who left has no name, and the number of the certificate."""
    programme = crowd.programme(40)
    part = part_of(pages_of(programme)[ROSTER])
    data: Any = part.data
    expected = [tuple(cell.text for cell in each.cells) or ("",) * 4 for each in programme.roster]
    assert part.labels == crowd.LABELS
    assert list(zip(*(texts_of(each, 40) for each in data["columns"]), strict=True)) == expected
    assert numbers_of(data["ways"]["code"], 40) == [each.certificate_number for each in programme.roster]
    assert texts_of(data["words"]["standing"], 40) == [each.standing for each in programme.roster]


def test_index_has_no_column_that_the_list_has_not() -> None:
    """A part that a field plays is told only where the list shows that field."""
    programme = crowd.programme(40)
    without = ("姓名", "职务")
    entries = tuple(
        replace(each, cells=tuple(cell for cell in each.cells if cell.label in without))
        for each in programme.rounds[0].entries
    )
    shown = replace(programme, rounds=(replace(programme.rounds[0], entries=entries),), round_labels=without)
    drawn = pages_of(shown)
    index = drawn[f"{SLUG}/publicity/2020-12-14/people.js"]
    search: Any = drawn[f"{SLUG}/publicity/index.html"].data["finder"]
    data: Any = part_of(index).data
    assert (len(data["columns"]), data["keys"], data["words"], search.choices) == (2, {"name": 0}, {}, ())


def test_search_asks_for_what_there_is() -> None:
    """Choices are the words of the list; beyond a hundred, as of the units of a thousand, one types."""
    of_roster: Any = pages_of(crowd.programme(400))[f"{SLUG}/roster/index.html"].data["finder"]
    assert [(each.key, each.label, len(each.words)) for each in of_roster.choices] == [
        ("category", "类别", 2),
        ("unit", "所在单位", 42),
        ("standing", "", 3),
    ]
    assert (of_roster.name, of_roster.others, of_roster.measure) == ("姓名", ("类别", "所在单位", "职务"), "名")
    many: Any = pages_of(crowd.programme(1500))[f"{SLUG}/roster/index.html"].data["finder"]
    assert [each.key for each in many.choices] == ["category", "standing"]


def test_batches_of_a_series_are_a_choice() -> None:
    """Those in office of two batches are told apart, and each has its place among those of its series."""
    first = crowd.programme(20)
    second = replace(first, slug="lianluoyuan-2021", name="第二批", rounds=())
    search: Any = pages_of(first, second)["roster/index.html"].data["finder"]
    batch = next(each for each in search.choices if each.key == "batch")
    assert batch.words == ("首批“样本之光”联络员推荐认定", "第二批")


@pytest.mark.parametrize(("count", "searched"), [(4, False), (5, True)])
def test_few_names_need_no_search(count: int, searched: bool) -> None:
    """A list that is read at a glance has neither search nor index."""
    drawn = pages_of(crowd.programme(count))
    assert (drawn[f"{SLUG}/roster/index.html"].data["finder"] is not None) is searched
    assert (ROSTER in drawn) is searched
    assert ("assets/finder.js" in drawn) is searched


def test_list_whose_names_are_gone_has_no_search() -> None:
    """Where nobody is named any more there is nothing to find."""
    base = crowd.programme(20)
    entries = tuple(replace(each, cells=(), note="已隐去") for each in base.rounds[0].entries)
    drawn = pages_of(replace(base, rounds=(replace(base.rounds[0], entries=entries),), roster=()))
    assert drawn[f"{SLUG}/publicity/index.html"].data["finder"] is None


def test_units_have_no_surnames() -> None:
    """朝 at the beginning of a unit's name is no surname: all its readings count."""
    units = tuple(Line(number, (Cell("名称", "名称", f"朝阳示例馆{number}"),), "", None) for number in range(1, 9))
    group = finder.Group("", ("名称",), units, (("name", "名称"),), UNIT)
    _, (index,) = finder.plan("roster/people.js", (group,))
    assert (index.data["surnames"], "zhao朝" in str(index.data["readings"])) == ({}, True)


def test_rows_that_differ_in_their_own_words_alone_are_drawn_once() -> None:
    """A row to copy for each difference, and one for each length of a name."""
    lines = (
        *(Line(number, (Cell("姓名", "姓名", "王示例"),), "", None) for number in range(1, 8)),
        Line(8, (), "已撤回", None),
        Line(9, (Cell("姓名", "姓名", "李例"),), "", Period(date(2021, 1, 4), date(2021, 1, 8), False, None)),
    )
    _, (index,) = finder.plan("roster/people.js", (finder.Group("", ("姓名",), lines, (), PERSON),))
    part = part_of(index)
    assert (part.data["shapes"], [each.note for each in part.samples]) == (3, ["", "已撤回", "", "", ""])
    assert [len(each.cells[0].text) for each in part.samples[3:]] == [2, 3]


def test_ways_to_later_certifications_stand_in_columns() -> None:
    """Each line's own certificate and the later one, in words that the list shows."""
    base = crowd.programme(30)
    roster = tuple(
        replace(each, again=Record("lianluoyuan-2022", "第二批", f"YBZG-2022-A{each.number:05}", date(2022, 1, 4)))
        if each.number % 3 == 0
        else each
        for each in base.roster
    )
    data: Any = part_of(pages_of(replace(base, roster=roster))[ROSTER]).data
    lines = [roster_line(each, crowd.LABELS, each.number, SLUG) for each in roster]
    assert numbers_of(data["ways"]["way"], 30) == [each.again.path if each.again else "" for each in lines]
    assert numbers_of(data["ways"]["other"], 30) == [each.again.number if each.again else "" for each in lines]
    assert data["shapes"] < 10


def drawn(programme: PublicProgramme, folder: Path) -> dict[str, bytes]:
    """Return the drawn indexes by their paths."""
    planned = [each for each in pages.plan(public.site(programme)) if each.path.endswith("people.js")]
    outputs, findings = render.all(planned, folder)
    assert findings == ()
    return {each.path: each.data for each in outputs}


def test_index_is_small(tmp_path: Path) -> None:
    """A person of ten thousand takes 30 bytes at most, and 10 of them over the wire."""
    files = drawn(crowd.programme(10_000), tmp_path)
    assert sorted(files) == sorted([ROSTER, f"{SLUG}/publicity/2020-12-14/people.js", "roster/people.js"])
    sizes = {name: (len(data) / 10_000, len(gzip.compress(data)) / 10_000) for name, data in files.items()}
    assert {name: size for name, size in sizes.items() if size[0] > 30 or size[1] > 10} == {}


def test_scripts_are_small() -> None:
    """What every page of a list loads is under 8 kB, and so is what comes with the index."""
    folder = Path(__file__).parents[2] / "site_templates/assets"
    sizes = {name: (folder / name).stat().st_size for name in ("finder.js", "finder-search.js")}
    assert {name: size for name, size in sizes.items() if size >= 8000} == {}


def test_index_is_one_call_with_plain_text(tmp_path: Path) -> None:
    """The same bytes each time; data between two brackets; names stand in it as they are."""
    programme = crowd.programme(40)
    data = drawn(programme, tmp_path)[ROSTER]
    assert data == drawn(programme, tmp_path)[ROSTER]
    text = data.decode("utf-8").strip()
    read = json.loads(text.removeprefix("finder.take(").removesuffix(");"))
    assert sorted(read) == ["parts", "readings", "surnames"]
    assert [name for each in programme.roster for name in [each.cells[:1]] if name and name[0].text not in text] == []


@pytest.mark.parametrize("secret", ["exact", "name"])
def test_scan_sees_into_the_index(tmp_path: Path, secret: str) -> None:
    """A private value that got into a list would be found in its index too."""
    programme = crowd.programme(40)
    wrong = replace(programme.roster[4], cells=(Cell("姓名", "姓名", "泄示露"), *programme.roster[4].cells[1:]))
    roster: tuple[Holder, ...] = (*programme.roster[:4], wrong, *programme.roster[5:])
    data = drawn(replace(programme, roster=roster), tmp_path)[ROSTER]
    guard = Guard.over((Withheld("泄示露", secret, "姓名", "content/x.yml"),))
    assert [each.where.path for each in leaks.scan([Output("roster/people.js", data)], guard)] == [
        "output/site/roster/people.js"
    ]


def test_values_cannot_leave_their_place(tmp_path: Path) -> None:
    """What a value holds is text in the index, and nothing in it ends a script's element."""
    bad = '</script><script>x("1337")</script><!--"\\\u2028'
    programme = crowd.programme(40)
    roster = tuple(replace(each, standing=bad, cells=(Cell("姓名", "姓名", bad),)) for each in programme.roster)
    text = drawn(replace(programme, roster=roster), tmp_path)[ROSTER].decode("utf-8")
    read = json.loads(text.strip().removeprefix("finder.take(").removesuffix(");"))
    assert ("</script" in text, "<!--" in text) == (False, False)
    assert read["parts"][0]["list"]["columns"][0]["v"] == [bad]
    assert "<script" not in read["parts"][0]["table"]
