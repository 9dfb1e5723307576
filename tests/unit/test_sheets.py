"""A candidate's file on the form as it is printed: texts, boxes, sub-tables, opinions, photos, the code."""

from datetime import date
from pathlib import Path

import pytest

from pipeline import build
from pipeline.model import Programme, Submission
from pipeline.paper import payload
from pipeline.paper.sheet import WrittenOpinion
from pipeline.staff import sheets
from tests import samples, samples_expert

TODAY = date(2021, 4, 10)


def programme(root: Path, slug: str) -> Programme:
    site = build.check(root, TODAY).site
    return next(each for each in site.programmes if each.slug == slug)


@pytest.fixture
def expert(tmp_path: Path) -> Programme:
    return programme(samples.write(tmp_path, **samples_expert.FILES), "zhuanjia")


@pytest.fixture
def expert_candidate(expert: Programme) -> Submission:
    return expert.submissions[0]


def test_blank_sheet_says_nothing(expert: Programme) -> None:
    """The blank form has its title, version and slug, and nothing written."""
    blank = sheets.blank(expert)
    assert (blank.title, blank.programme, blank.version) == ("示例市科技专家推荐表", "zhuanjia", expert.form.version)
    assert (dict(blank.texts), dict(blank.ticked), dict(blank.tables), dict(blank.opinions)) == ({}, {}, {}, {})
    assert tuple(sheets.said(blank)) == ()


def test_texts_boxes_and_opinions_are_as_the_file_says(tmp_path: Path) -> None:
    """A category is a box by its code; long text keeps its lines; an opinion's day is as documents print it."""
    shili = programme(samples.write(tmp_path), "shili")
    made = sheets.sheet(shili, shili.submissions[0])
    assert made.texts == {
        "姓名": "王示例",
        "所在单位": "示例大学",
        "职务": "科研处副处长",
        "手机号": "13800000001",
        "邮箱": "wang@example.com",
        "工作简历": "2010.07—2015.06  示例大学化学系教师\n2015.07—2020.11  示例大学科研处副处长",
    }
    assert made.ticked == {"类别": frozenset({"A"})}
    assert made.opinions == {"单位意见": WrittenOpinion("同意", "同意推荐。", "李示例", "2020年12月1日")}


def test_boxes_of_several_kinds_are_ticked(expert: Programme, expert_candidate: Submission) -> None:
    """One of two, several of many, yes and no: each ticks the value that the file writes."""
    assert sheets.sheet(expert, expert_candidate).ticked == {
        "性别": frozenset({"女"}),
        "专业领域": frozenset({"化工", "材料"}),
        "博士生导师": frozenset({"是"}),
        "海外经历": frozenset({"否"}),
    }


def test_sub_tables_have_a_text_for_every_column(expert: Programme, expert_candidate: Submission) -> None:
    """A line has as many texts as its table has columns, empty where nothing was filled in."""
    tables = sheets.sheet(expert, expert_candidate).tables
    assert tables["工作经历"] == (
        ("1975.07—1990.08", "示例化工研究所", "助理研究员"),
        ("1990.09—至今", "示例大学", "教授"),
    )
    assert tables["论文"][0] == ("一种示例催化剂的制备：方法与表征", "示例化学学报", "2019-05", "1")
    assert tables["获奖"] == (("示例市科学技术进步奖", "二等奖", "2018"),)


def test_opinion_that_was_not_given_stays_open(expert: Programme, expert_candidate: Submission) -> None:
    """Two of three opinions were given; the third has nothing written."""
    assert set(sheets.sheet(expert, expert_candidate).opinions) == {"单位意见", "学会意见"}


def test_field_of_staff_is_not_on_the_sheet(tmp_path: Path) -> None:
    """What is not printed in the table is in none of the sheet's parts."""
    shili = programme(samples.write(tmp_path), "shili")
    made = sheets.sheet(shili, shili.submissions[1])
    assert "园区管理经验年限" not in made.texts
    assert "5" not in tuple(sheets.said(made))


def test_photo_goes_into_its_own_cell(expert: Programme, expert_candidate: Submission) -> None:
    """A picture is taken for the field that names one, and its file name is not printed."""
    made = sheets.sheet(expert, expert_candidate, photos={"照片": b"picture", "姓名以外": b"other"})
    assert made.photos == {"照片": b"picture"}
    assert "e-001.jpg" not in tuple(sheets.said(made))


def test_code_gives_back_what_the_applicant_wrote(expert: Programme, expert_candidate: Submission) -> None:
    """The code holds the printed fields without the opinions; with it comes the line that warns of it."""
    data = sheets.code(expert, expert_candidate)
    names = payload.carried(expert.form)
    found = payload.decode(data, lambda *_: names)
    assert found is not None
    assert (found.programme, found.version, found.left_out) == ("zhuanjia", expert.form.version, ())
    assert found.values["姓名"] == "阿依古丽·示例"
    assert "单位意见" not in found.values
    made = sheets.sheet(expert, expert_candidate, data)
    assert (made.code, made.code_note) == (data, sheets.CODE_NOTE)


@pytest.mark.parametrize(
    ("text", "shown"), [("2020-12-01", "2020年12月1日"), ("2020-12", "2020-12"), ("", ""), ("不详", "不详")]
)
def test_day_is_printed_without_leading_zeros(text: str, shown: str) -> None:
    """A whole date is printed as documents print it; anything else as it was written."""
    assert sheets.day(text) == shown


def test_code_says_what_it_had_no_room_for(tmp_path: Path) -> None:
    """A text that is too long for the code is named beside it, and still stands on the sheet."""
    long = "".join(chr(0x4E00 + number * 7 % 20000) for number in range(1900))
    text = samples.A_001.replace("工作简历: |\n", f"工作简历: |\n  {long}\n")
    shili = programme(samples.write(tmp_path, **{"a-001": text}), "shili")
    made = sheets.sheet(shili, shili.submissions[0], sheets.code(shili, shili.submissions[0]))
    assert made.code_note == f"{sheets.CODE_NOTE}工作简历过长，未载入，以表为准。"
    assert long in made.texts["工作简历"]
