"""The forms that Word files are read by in tests, and what a reading says in short."""

import functools
import tempfile
from pathlib import Path

from pipeline import content, documents
from pipeline.forms import Form, load_form
from pipeline.intake.types import Certainty, Found, Read
from pipeline.intake.word import read_docx
from tests import models, samples, samples_expert

ROOT = Path(__file__).parents[2]


@functools.cache
def longdu() -> Form:
    """Return the demonstration's form."""
    return content.load(ROOT)[0].programmes[0].form


@functools.cache
def danwei() -> Form:
    """Return the form with six columns and three opinions."""
    return content.load(models.golden("danwei"))[0].programmes[0].form


PROJECT = """\
$schema: https://json-schema.org/draft/2020-12/schema
title: 示例市科普项目申报书
type: object
required: [项目名称, 申报单位, 项目负责人]
additionalProperties: false
properties:
  项目名称: {$ref: "gongshi:kinds#/短文"}
  项目类型: {type: string, enum: [讲座类, 展览类, 竞赛类, 其他]}
  申报单位: {$ref: "gongshi:kinds#/单位名称"}
  项目负责人: {$ref: "gongshi:kinds#/姓名"}
  负责人职务: {$ref: "gongshi:kinds#/短文"}
  联系方式: {$ref: "gongshi:kinds#/手机号"}
  起止时间: {$ref: "gongshi:kinds#/短文", title: 项目起止时间}
  经费: {type: number, title: 申请经费（万元）}
  公益: {type: boolean, title: 是否公益性活动}
  项目简介: {$ref: "gongshi:kinds#/长文", maxLength: 1000}
  实施方案: {$ref: "gongshi:kinds#/长文", maxLength: 3000, title: 项目实施方案（含进度安排）}
  成员:
    type: array
    title: 项目组主要成员
    items:
      type: object
      required: [姓名]
      additionalProperties: false
      properties:
        姓名: {$ref: "gongshi:kinds#/姓名"}
        性别: {type: string, enum: [男, 女]}
        年龄: {type: integer}
        职称: {$ref: "gongshi:kinds#/短文", title: 专业技术职称}
        分工: {$ref: "gongshi:kinds#/短文", title: 项目分工}
  预算:
    type: array
    title: 经费预算
    items:
      type: object
      required: [科目]
      additionalProperties: false
      properties:
        科目: {$ref: "gongshi:kinds#/短文", title: 支出科目}
        金额: {type: number, title: 金额（万元）}
        说明: {$ref: "gongshi:kinds#/短文", title: 计算依据}
  单位意见: {$ref: "gongshi:kinds#/意见", title: 申报单位意见}
  专家意见: {$ref: "gongshi:kinds#/意见", title: 专家评审意见}
  科协意见: {$ref: "gongshi:kinds#/意见", title: 市科协审批意见}
x-layout:
  列宽: [28mm, 50mm, 28mm, 50mm]
  行:
    - {高: 10mm, 格: [项目名称, 项目类型]}
    - {高: 10mm, 格: [申报单位, 项目负责人]}
    - {高: 10mm, 格: [负责人职务, 联系方式]}
    - {高: 10mm, 格: [起止时间, 经费]}
    - {高: 10mm, 格: [公益, 项目简介]}
    - {高: 10mm, 格: [[实施方案, 3]]}
    - {高: 10mm, 格: [[成员, 3]]}
    - {高: 10mm, 格: [[预算, 3]]}
    - {高: 10mm, 格: [[单位意见, 3]]}
    - {高: 10mm, 格: [[专家意见, 3]]}
    - {高: 10mm, 格: [[科协意见, 3]]}
"""


@functools.cache
def project() -> Form:
    """Return a form whose fields share words with the parts of opinions and of sub-tables."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "form.yml")
        file.write_text(PROJECT, encoding="utf-8")
        document, _ = documents.load_schema(file, "form.yml")
    assert document is not None
    form, _ = load_form(document, ())
    assert form is not None
    return form


@functools.cache
def expert() -> Form:
    """Return the form with sub-tables, many boxes and three opinions."""
    with tempfile.TemporaryDirectory() as folder:
        site, _ = content.load(samples.write(Path(folder), **samples_expert.FILES))
    return next(each.form for each in site.programmes if each.form.title == "示例市科技专家推荐表")


def name(read: Read) -> str:
    """Return a read's field and part in short: 单位意见/意见, 论文/0/题目."""
    return "/".join(map(str, (read.field, *read.part)))


def values(found: Found) -> dict[str, str]:
    """Return what was read of the only form in a file; of two values for one part the first."""
    assert [each.code for each in found.findings] == []
    assert len(found.readings) == 1
    said: dict[str, str] = {}
    for each in found.readings[0].reads:
        if each.text:
            said.setdefault(name(each), each.text)
    return said


def doubtful(found: Found) -> set[str]:
    """Return the parts that staff must look at."""
    return {name(each) for each in found.readings[0].reads if each.certainty is Certainty.DOUBTFUL}


def left(found: Found) -> list[str]:
    """Return the texts that no field took."""
    return [text for text, _ in found.readings[0].leftover]


def read(data: bytes, form: Form) -> Found:
    """Read a file by a form."""
    return read_docx(data, form, "a.docx")
