"""A small, complete content folder for tests, and the means to change one thing in it.

Two candidates: a-001 was received, proposed on Monday 2020-12-14 and certified on 2020-12-25; b-001 was only received.
"""

from pathlib import Path

SITE = """\
名称: 示例市科学技术协会
网址: https://gongshi.example/
联系: 示例市科协学会部
"""

PROGRAMME = """\
名称: 示例联络员推荐认定
系列: 示例联络员
角色: {名称: 姓名, 单位: 所在单位, 类别: 类别, 查重: [手机号]}
截止: 2020-12-08
类别:
  A: {名称: A类, 对象: 高校工作人员。, 职责: 联系专家。, 单位意见: 单位负责人审核}
  B: {名称: B类, 对象: 园区工作人员。, 职责: 联系企业。, 单位意见: 园区负责人初审}
条件:
  - {号: 1, 文字: 热爱科技事业。}
  - {号: 2, 类别: B, 文字: 3年以上园区管理经验。, 栏目: 园区管理经验年限, 最少: 3}
优先: {类别: B, 栏目: 资格证书}
推荐单位:
  - {名称: 示例大学科协, 文件夹: daxue, 类别: [A]}
  - {名称: 示例县科协, 文件夹: xian, 类别: [B]}
材料: [纸质, 电子]
公示: {天数: 5, 单位: 工作日, 含首日: 是, 排序: 按姓氏笔画, 期满处理: 保留}
异议: {方式: 书面、电话, 电话: "0393-0000000", 须实名: 是}
任期: {月数: 24}
证书编号: SL-{年}-{类别}{流水:03}
公开: {公示: [姓名, 类别, 所在单位], 名单: [姓名, 类别, 所在单位, 职务], 证书: [姓名], 已取消: []}
联系: [{科室: 学会部, 姓名: [赵示例], 电话: "0393-0000000", 邮箱: xuehui@example.com}]
"""

NOTICE = """\
---
标题: 示例市科协关于开展示例联络员推荐认定工作的通知
主送: 各县（区）科协：
发文单位: 示例市科学技术协会
成文日期: 2020年11月25日
发布时间: 2020-11-25 09:00
---

## 一、推荐对象

热爱科技事业的工作人员，填写《示例联络员推荐表》。
"""

FORM = """\
$schema: https://json-schema.org/draft/2020-12/schema
title: 示例联络员推荐表
type: object
required: [类别, 姓名, 所在单位, 职务, 手机号]
additionalProperties: false
properties:
  类别: {$ref: "gongshi:kinds#/类别"}
  姓名: {$ref: "gongshi:kinds#/姓名"}
  所在单位: {$ref: "gongshi:kinds#/单位名称"}
  职务: {$ref: "gongshi:kinds#/短文"}
  手机号: {$ref: "gongshi:kinds#/手机号"}
  邮箱: {$ref: "gongshi:kinds#/邮箱"}
  资格证书: {$ref: "gongshi:kinds#/短文"}
  工作简历: {$ref: "gongshi:kinds#/长文", maxLength: 2000}
  单位意见: {$ref: "gongshi:kinds#/意见"}
  园区管理经验年限: {type: integer, minimum: 0}
x-layout:
  列宽: [28mm, 50mm, 28mm, 50mm]
  行:
    - {高: 10mm, 格: [类别, 姓名]}
    - {高: 10mm, 格: [所在单位, 职务]}
    - {高: 10mm, 格: [手机号, 邮箱]}
    - {高: 70mm, 格: [[工作简历, 3]]}
    - {高: 35mm, 格: [[单位意见, 3]]}
"""

A_001 = """\
类别: A
姓名: 王示例
所在单位: 示例大学
职务: 科研处副处长
手机号: 13800000001
邮箱: wang@example.com
工作简历: |
  2010.07—2015.06  示例大学化学系教师
  2015.07—2020.11  示例大学科研处副处长
单位意见: {结论: 同意, 意见: 同意推荐。, 负责人: 李示例, 日期: 2020-12-01}
推荐单位: 示例大学科协
审核: {1: 符合}
办理:
  - {日期: 2020-12-07, 事项: 收到, 纸质: 是, 电子: 是}
  - {日期: 2020-12-14, 事项: 拟认定, 公示至: 2020-12-18}
  - {日期: 2020-12-25, 事项: 认定, 文号: 示例〔2020〕1号, 证书编号: SL-2020-A001, 任期至: 2022-12-24}
"""

B_001 = """\
类别: B
姓名: 欧阳例
所在单位: 示例科技园
职务: 企业服务部部长
手机号: 13800000002
单位意见: {结论: 同意, 意见: 同意推荐。, 负责人: 孙示例, 日期: 2020-12-02}
园区管理经验年限: 5
推荐单位: 示例县科协
办理:
  - {日期: 2020-12-08, 事项: 收到, 纸质: 是, 电子: 是}
"""

PROGRAMMES = "content/programmes/shili"
FILES = {
    "content/site.yml": SITE,
    f"{PROGRAMMES}/programme.yml": PROGRAMME,
    f"{PROGRAMMES}/notice.md": NOTICE,
    f"{PROGRAMMES}/form.yml": FORM,
    f"{PROGRAMMES}/submissions/daxue/a-001.yml": A_001,
    f"{PROGRAMMES}/submissions/xian/b-001.yml": B_001,
}
SHORT = {
    "site": "content/site.yml",
    "programme": f"{PROGRAMMES}/programme.yml",
    "notice": f"{PROGRAMMES}/notice.md",
    "form": f"{PROGRAMMES}/form.yml",
    "a-001": f"{PROGRAMMES}/submissions/daxue/a-001.yml",
    "b-001": f"{PROGRAMMES}/submissions/xian/b-001.yml",
}


def write(root: Path, *edits: tuple[str, str, str], **more: str) -> Path:
    """Write the sample content below `root` with (file, old, new) edits and whole files `more`; return `root`.

    A file is named by its key in SHORT; an `old` that is not there fails, so that no test passes by accident.
    """
    texts = dict(FILES)
    for name, old, new in edits:
        path = SHORT[name]
        assert old in texts[path], f"{old!r} is not in {name}"
        texts[path] = texts[path].replace(old, new, 1)
    texts |= {SHORT.get(name, name): text for name, text in more.items()}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return root
