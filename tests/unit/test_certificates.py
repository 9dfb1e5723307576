"""Certificates as documents: who has one, what it says, and the PDF that comes of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from pipeline import build
from pipeline.model import Programme, Site
from pipeline.render.environment import folders
from pipeline.staff import certificates
from tests import models, samples

DAY = date(2021, 3, 17)


def read(root: Path, *edits: tuple[str, str, str]) -> tuple[Site, Programme]:
    site = build.check(samples.write(root, *edits), DAY).site
    return site, site.programmes[0]


def texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_bounded().replace("\r", "").replace("\n", "") for page in document]
    document.close()
    return found


def pdf(root: Path, site: Site, programme: Programme) -> bytes:
    made = tuple(certificates.certificates(site, programme, programme.submissions, DAY))
    document, findings = next(certificates.drawn(site, programme, made, folders(root, None), together=True))
    assert (document is not None, findings) == (True, ())
    return document.data if document else b""


def test_certificate_says_who_what_and_how_long(tmp_path: Path) -> None:
    """The words come from the programme and the events; who was not certified has none."""
    site, programme = read(tmp_path)
    (made,) = certificates.certificates(site, programme, programme.submissions, DAY)
    assert (made.addressee, made.issuer, made.day) == ("王示例同志：", "示例市科学技术协会", "2020年12月25日")
    assert made.lines == (
        "经推荐、审核、公示，认定您为示例联络员（A类）。",
        "任期：2020年12月25日至2022年12月24日。",
        "特发此证。",
    )
    assert made.facts == ("证书编号：SL-2020-A001", "认定文号：示例〔2020〕1号", "扫描二维码可核验本证书")
    assert (made.address, made.note) == ("https://gongshi.example/shili/certificate/SL-2020-A001/", "")


def test_unit_is_addressed_as_a_unit() -> None:
    """A programme of units speaks of 你单位 and 有效期; without 系列 its name is told without what it does."""
    site = build.check(models.golden("danwei"), date(2022, 7, 1)).site
    programme = site.programmes[0]
    made = next(certificates.certificates(site, programme, programme.submissions, date(2022, 7, 1)))
    assert made.addressee.endswith("：")
    assert "同志" not in made.addressee
    assert made.lines[0] == "经推荐、审核、公示，认定你单位为示例市科普教育基地。"
    assert made.lines[1].startswith("有效期：")


def test_only_those_in_office_have_one(tmp_path: Path) -> None:
    """Who is not certified is told where named; whose term is over is left out, or marked where wanted."""
    site, programme = read(tmp_path)
    both, late = programme.submissions, date(2023, 1, 1)
    held, others = certificates.holders(programme, both, DAY, named=True, every=False)
    assert ([each.id for each in held], [each.code for each in others]) == (["a-001"], ["X934"])
    assert certificates.holders(programme, both, DAY, named=False, every=False) == (both[:1], ())
    assert certificates.holders(programme, both, late, named=False, every=False) == ((), ())
    assert certificates.holders(programme, both, late, named=False, every=True) == (both[:1], ())
    (made,) = certificates.certificates(site, programme, both, late)
    assert made.note == "任期届满，本证书不再有效，仅供存档"


def test_document_is_a_page_with_a_code_that_can_be_read(tmp_path: Path) -> None:
    """The page holds the words, and its code leads to the certificate's page; the same bytes come twice."""
    site, programme = read(tmp_path)
    data = pdf(tmp_path, site, programme)
    (page,) = texts(data)
    for words in ("王示例同志：", "认定您为示例联络员（A类）", "证书编号：SL-2020-A001", "示例市科学技术协会"):
        assert words in page
    picture = pypdfium2.PdfDocument(data)[0].render(scale=3).to_pil()
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == [
        "https://gongshi.example/shili/certificate/SL-2020-A001/"
    ]
    assert pdf(tmp_path, site, programme) == data


def test_rare_characters_of_a_name_are_printed(tmp_path: Path) -> None:
    """Characters beyond the common ones are set, the middle dot too."""
    site, programme = read(tmp_path, ("a-001", "姓名: 王示例", "姓名: 䶮堃·示例"))
    assert "䶮堃·示例同志：" in texts(pdf(tmp_path, site, programme))[0]


def test_character_that_no_font_has_is_told(tmp_path: Path) -> None:
    """That one is left out with the code point of the character; the others are set."""
    site, programme = read(tmp_path)
    (made,) = certificates.certificates(site, programme, programme.submissions, DAY)
    strange = replace(made, addressee="王\U000323af同志：")
    document, findings = next(
        certificates.drawn(site, programme, (made, strange), folders(tmp_path, None), together=True)
    )
    assert document is not None
    assert len(texts(document.data)) == 1
    assert [(each.code, dict(each.params)["characters"]) for each in findings] == [("X933", "U+323AF")]
    alone = list(certificates.drawn(site, programme, (strange,), folders(tmp_path, None), together=False))
    assert [(each, findings[0].code) for each, findings in alone] == [(None, "X933")]


def test_template_of_the_office_that_is_wrong_is_told(tmp_path: Path) -> None:
    """A template that cannot be set is a finding at the template, and nothing is made."""
    site, programme = read(tmp_path)
    own = tmp_path / "site_templates" / "print"
    own.mkdir(parents=True)
    (own / "certificate.typ").write_text("#nothing-of-that-name", encoding="utf-8")
    made = tuple(certificates.certificates(site, programme, programme.submissions, DAY))
    ((document, findings),) = certificates.drawn(site, programme, made, folders(tmp_path, None), together=True)
    assert (document, [each.code for each in findings]) == (None, ["X938"])


@pytest.mark.parametrize("together", [True, False])
def test_nobody_gives_no_document(tmp_path: Path, together: bool) -> None:
    """Without certificates there is no file."""
    site, programme = read(tmp_path)
    assert list(certificates.drawn(site, programme, (), folders(tmp_path, None), together=together)) == []
