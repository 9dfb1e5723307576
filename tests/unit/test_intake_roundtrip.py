"""A register that goes out and comes back says the same, whatever stands in it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import content, documents, edits, forms
from pipeline.content import submission
from pipeline.intake.drafts import draft
from pipeline.intake.sheet_xlsx import read_xlsx
from pipeline.model import Programme
from pipeline.paper.xlsx import to_xlsx
from pipeline.staff.registers import register
from tests import samples

HAN = "王示例䶮𬱖堃㐂〇"
WRITTEN = HAN + "（），。、；：“”·—0123456789ABCabc .-/=+@'\"#&<>|"


def lines(most: int) -> st.SearchStrategy[str]:
    """Draw what says something: strokes alone mean that nothing is filled in."""
    return (
        st.text(WRITTEN, min_size=1, max_size=most)
        .map(lambda each: each.strip(" "))
        .filter(lambda each: each.strip("/- "))
    )


CANDIDATE = st.fixed_dictionaries(
    {
        "类别": st.sampled_from(["A", "B"]),
        "姓名": st.text(HAN, min_size=2, max_size=8),
        "所在单位": st.text(HAN + "（）", min_size=2, max_size=30),
        "职务": lines(40),
        "手机号": st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
        "邮箱": st.just("wang.shili@example.com"),
        "工作简历": st.lists(lines(100), min_size=1, max_size=5).map("\n".join),
        "单位意见": st.fixed_dictionaries({"结论": st.just("同意"), "意见": lines(40), "日期": st.just("2020-12-01")}),
        "推荐单位": st.just("示例大学科协"),
    }
)


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    root = samples.write(tmp_path_factory.mktemp("roundtrip"))
    return content.load(root)[0].programmes[0]


@settings(max_examples=25)
@given(said=st.lists(CANDIDATE, min_size=1, max_size=3))
def test_register_gives_back_every_field(programme: Programme, said: list[dict[str, object]]) -> None:
    """Rare characters, five-hundred-character texts, several lines, signs of formulas: what went out comes back."""
    parsed = [documents.parse(edits.compose(each).encode(), f"a-{number}.yml")[0] for number, each in enumerate(said)]
    candidates = [submission.parse(each, programme.form)[0] for each in parsed if each]
    table = register(programme, candidates, date(2020, 12, 7))
    found = read_xlsx(to_xlsx(table.title, table.headings, table.rows, {}), programme.form, "a.xlsx")
    back = [draft(programme.form, each, ("示例大学科协",)).values for each in found.readings]
    assert [_values(programme, each) for each in back] == [dict(each.values) for each in candidates]
    assert [each["推荐单位"] for each in back] == ["示例大学科协"] * len(said)


def _values(programme: Programme, top: object) -> dict[str, object]:
    document, _ = documents.parse(edits.compose(top).encode(), "a.yml")  # type: ignore[arg-type]
    assert document is not None
    return dict(forms.judge(programme.form, document)[0])
