"""The form filled in on its own page, in a real browser: it saves, prints, keeps what it is told to, sends nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from pipeline import content, documents, edits, pages, public, render
from pipeline.forms import Form, judge
from pipeline.intake.scan import read_scan
from tests import samples, samples_expert

CV = "2010.07—2015.06  示例大学化学系教师\n2015.07—2020.11  示例大学科研处副处长"
PLAIN = {
    "姓名": "䶮 示例",
    "所在单位": "示例大学",
    "职务": "科研处副处长",
    "手机号": "138 0000 0001",
    "邮箱": "wang@example.com",
    "工作简历": CV,
}
SAVED = """\
# 示例联络员推荐表：在线填写
# 项目：shili
# 表单版本：{version}

类别: B
姓名: 䶮示例
所在单位: 示例大学
职务: 科研处副处长
手机号: 13800000001
邮箱: wang@example.com
工作简历: |
  2010.07—2015.06  示例大学化学系教师
  2015.07—2020.11  示例大学科研处副处长
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site of two programmes: the small sample and the expert's."""
    folder = tmp_path_factory.mktemp("site")
    root = samples.write(folder / "root", **samples_expert.FILES)
    loaded, _ = content.load(root)
    view, _ = public.project(loaded, date(2021, 4, 7))
    outputs, found = render.all(pages.plan(view), root)
    assert found == ()
    for each in outputs:
        (folder / each.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / each.path).write_bytes(each.data)
    return folder


@pytest.fixture(scope="module")
def programmes(site: Path) -> dict[str, Form]:
    """Give the forms of the site by programme."""
    loaded, _ = content.load(site / "root")
    return {each.slug: each.form for each in loaded.programmes}


@pytest.fixture
def page(chromium: Browser, site: Path) -> Iterator[Page]:
    """Give the page of the small sample's form, and fail where it said or asked for anything."""
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(error.message))
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    page.add_init_script("window.print = () => { window.printed = true; }")
    yield page
    context.close()
    assert said == []
    assert [each for each in asked if not each.startswith((f"GET {site.as_uri()}", "GET blob:"))] == []


def opened(page: Page, site: Path, slug: str = "shili") -> Page:
    """Open the form's page and begin."""
    page.goto((site / slug / "form/index.html").as_uri())
    page.click("#fill-open")
    return page


def box(page: Page, field: str, control: str = "input, textarea") -> Any:
    """Return the control of a field."""
    return page.locator(f'[data-field="{field}"]').locator(control)


def fill(page: Page, values: dict[str, str]) -> None:
    """Type values into their fields."""
    for field, text in values.items():
        box(page, field).fill(text)


def filled(page: Page, site: Path) -> Page:
    """Open the small sample's form and fill in everything."""
    opened(page, site)
    box(page, "类别", "input[value=B]").check()
    fill(page, PLAIN)
    return page


def saved(page: Page) -> tuple[str, bytes]:
    """Save, and return the file's name and bytes."""
    with page.expect_download() as download:
        page.click("#fill-save")
    return download.value.suggested_filename, download.value.path().read_bytes()


def printed(page: Page) -> bytes:
    """Print into a PDF."""
    page.evaluate("window.printed = false")
    page.click("#fill-print")
    # The page's policy lets nothing evaluate texts, and playwright's own way to wait does.
    page.evaluate("() => new Promise(done => { const look = () => printed ? done() : setTimeout(look, 20); look(); })")
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_a_form_is_filled_in_and_saved(page: Page, site: Path, programmes: dict[str, Form], width: int) -> None:
    """On a telephone and at a desk, what is saved is what staff would commit, without a finding."""
    page.set_viewport_size({"width": width, "height": 800})
    name, data = saved(filled(page, site))
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert name == "示例联络员推荐表-䶮示例.yml"
    assert data.decode() == SAVED.format(version=programmes["shili"].version)
    document, found = documents.parse(data, "a.yml")
    assert document is not None
    assert (found, judge(programmes["shili"], document)[1]) == ((), ())


def test_what_must_be_touched_is_large_enough(page: Page, site: Path) -> None:
    """Every control is at least 44 pixels high on a telephone, its label included."""
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, site, "zhuanjia")
    small = page.evaluate(
        "[...document.querySelectorAll('#fill :is(input, select, textarea, button)')]"
        ".map(each => each.closest('.fill-option') || each).filter(each => each.getBoundingClientRect().height < 44)"
        ".map(each => each.outerHTML)"
    )
    assert small == []


def test_every_control_has_a_name(page: Page, site: Path) -> None:
    """A reader of screens is told what each control is."""
    opened(page, site, "zhuanjia")
    nameless = page.locator("#fill :is(input, select, textarea)").evaluate_all(
        "all => all.filter(each => !each.labels.length).length"
    )
    described = page.locator("[aria-describedby]").evaluate_all(
        "all => all.flatMap(each => each.getAttribute('aria-describedby').trim().split(' '))"
        ".filter(id => !document.getElementById(id))"
    )
    assert (nameless, described) == (0, [])


def test_only_what_the_paper_asks_for(page: Page, site: Path) -> None:
    """Neither opinions nor staff's own fields appear, nor do their names stand in the page."""
    opened(page, site)
    names = page.locator("[data-field]").evaluate_all("all => all.map(each => each.dataset.field)")
    assert names == ["类别", "姓名", "所在单位", "职务", "手机号", "邮箱", "工作简历"]
    assert "园区管理经验年限" not in page.content()


def test_mistakes_are_listed_and_lead_to_their_fields(page: Page, site: Path) -> None:
    """The words are those of the findings; the list has the focus, and its links go to the fields."""
    opened(page, site)
    fill(page, {"姓名": "王示例", "所在单位": "示例大学", "职务": "主任", "手机号": "1380000", "邮箱": "wang"})
    page.click("#fill-save")
    assert page.evaluate("document.activeElement.id") == "fill-summary"
    assert page.locator("#fill-summary li").all_inner_texts() == [
        "没有填写“类别”",
        "“手机号”应为 11 位手机号码",
        "“邮箱”不是电子邮箱的写法",
    ]
    page.click("#fill-summary li:nth-child(2) a")
    assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "手机号"
    box(page, "手机号").fill("13800000001")
    box(page, "手机号").blur()
    assert page.locator('[data-field="手机号"] .fill-error').inner_text() == ""


def test_the_sheet_prints_on_one_page_and_reads_back(page: Page, site: Path, programmes: dict[str, Form]) -> None:
    """The filled-in sheet is one page with the values on it, and its code gives them back."""
    data = printed(filled(page, site))
    document = pdfium.PdfDocument(data)
    text = "".join(document[0].get_textpage().get_text_bounded().split())
    assert len(document) == 1
    assert [each for each in ("䶮示例", "13800000001", "示例大学科研处副处长", "没有加密") if each not in text] == []
    found = read_scan(data, ".pdf", programmes)
    assert found.findings == ()
    assert {each.field: each.text for each in found.readings[0].reads} == {
        **PLAIN,
        "类别": "B",
        "姓名": "䶮示例",
        "手机号": "13800000001",
        "工作简历": f"{CV}\n",
    }


def test_a_long_text_goes_on_on_another_sheet(page: Page, site: Path) -> None:
    """Type shrinks first; what has no room even so is printed on a 续页, and nothing is lost."""
    filled(page, site)
    box(page, "工作简历").fill("\n".join(f"{year}.01—{year}.12  示例大学科研处科员" for year in range(1940, 2000)))
    document = pdfium.PdfDocument(printed(page))
    text = "".join("".join(each.get_textpage().get_text_bounded().split()) for each in document)
    assert len(document) == 2
    assert [year for year in range(1940, 2000) if f"{year}.01" not in text] == []
    assert ("转续页" in text, "（续页）" in text) == (True, True)


def test_a_code_of_other_values_is_not_printed(page: Page, site: Path) -> None:
    """After a change, printing by the browser's own menu gives the new values and no old code."""
    printed(filled(page, site))
    box(page, "职务").fill("主任")
    data = page.pdf(prefer_css_page_size=True)
    text = "".join(pdfium.PdfDocument(data)[0].get_textpage().get_text_bounded().split())
    assert ("主任" in text, "没有加密" in text) == (True, False)


def test_the_draft_is_kept_only_when_asked_for_and_wiped(page: Page, site: Path) -> None:
    """Without the tick nothing stays; with it everything does; wiping leaves nothing."""
    stored = "JSON.stringify(localStorage)"
    filled(page, site)
    assert page.evaluate(stored) == "{}"
    page.check("#fill-keep")
    opened(page, site)
    assert (box(page, "姓名").input_value(), box(page, "类别", ":checked").input_value()) == ("䶮示例", "B")
    page.click("#fill-wipe")
    assert page.evaluate(stored) == "{}"
    opened(page, site)
    assert box(page, "姓名").input_value() == ""


def test_sub_tables_boxes_and_a_photo(page: Page, site: Path, programmes: dict[str, Form], tmp_path: Path) -> None:
    """An expert's form, with rows added and taken away, is saved as `compose` writes it and prints on one page."""
    photo = tmp_path / "e-001.jpg"
    Image.new("RGB", (240, 320), "grey").save(photo)
    opened(page, site, "zhuanjia")
    fill(page, {"姓名": "阿依古丽·示例", "出生日期": "1949-12-31", "所在单位": "示例大学", "职称": "教授"})
    fill(page, {"身份证号": "11010519491231002X", "手机号": "13800000003"})
    box(page, "性别", "input[value=女]").check()
    box(page, "照片", "input").set_input_files(photo)
    for field in ("化工", "材料"):
        box(page, "专业领域", f"input[value={field}]").check()
    box(page, "博士生导师", "input[value=是]").check()
    for number, year in enumerate((1972, 1980, 1990)):
        if number:
            box(page, "工作经历", ".fill-add").click()
        row = box(page, "工作经历", ".fill-row").nth(number)
        row.locator("[data-part=起止时间]").fill(f"{year}.08—")
        row.locator("[data-part=单位]").fill("示例大学")
    box(page, "工作经历", ".fill-remove").nth(1).click()
    box(page, "获奖", "[data-part=名称]").fill("示例市科学技术进步奖")
    box(page, "获奖", "[data-part=等级]").select_option("二等奖")
    _, data = saved(page)
    document, found = documents.parse(data, "e.yml")
    assert document is not None
    assert (found, judge(programmes["zhuanjia"], document)[1]) == ((), ())
    head = data.decode().partition("\n\n")[0]
    assert data.decode() == edits.compose(document.values, head=[each[2:] for each in head.split("\n")])
    assert document.values["工作经历"] == [{"起止时间": f"{year}.08—", "单位": "示例大学"} for year in (1972, 1990)]
    sheet = printed(page)
    assert len(pdfium.PdfDocument(sheet)) == 1
    reading = read_scan(sheet, ".pdf", programmes).readings[0]
    assert {each.text for each in reading.reads if each.field == "专业领域"} == {"化工", "材料"}
    assert [each.part for each in reading.reads if each.field == "获奖"] == [(0, "名称"), (0, "等级")]
