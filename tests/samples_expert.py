"""A third form for tests: an expert's recommendation, with a photo, sub-tables, boxes and three opinions.

`write(root, **FILES)` of `tests.samples` adds it to the small content folder; it has no categories. The candidate e-001
was received on 2021-04-06.
"""

PROGRAMME_EXPERT = """\
名称: 示例市科技专家库专家推荐
系列: 示例市科技专家
角色: {名称: 姓名, 单位: 所在单位, 查重: [身份证号, 手机号]}
截止: 2021-04-30
条件:
  - {号: 1, 文字: 具有副高级以上专业技术职称。}
  - {号: 2, 文字: 近五年在本领域发表过论文。}
推荐单位:
  - {名称: 示例市化学学会, 文件夹: huaxue}
  - {名称: 示例市机械工程学会, 文件夹: jixie}
材料: [纸质, 电子]
公示: {天数: 7, 单位: 自然日, 含首日: 是, 排序: 按姓名笔画}
异议: {方式: 书面、电子邮件, 邮箱: yiyi@example.com, 须实名: 是}
任期: {月数: 36}
证书编号: ZJ-{年}-{流水:04}
公开: {公示: [姓名, 所在单位, 职称], 名单: [姓名, 所在单位, 职称, 专业领域], 证书: [姓名, 所在单位]}
联系: [{科室: 学会学术部, 电话: 0393-0000000}]
"""

NOTICE_EXPERT = """\
---
标题: 示例市科协关于推荐科技专家库专家的通知
主送: 各市级学会：
发文单位: 示例市科学技术协会
成文日期: 2021年3月25日
发布时间: 2021-03-25 09:00
---

## 一、推荐条件

填写《示例市科技专家推荐表》。
"""

FORM_EXPERT = """\
$schema: https://json-schema.org/draft/2020-12/schema
title: 示例市科技专家推荐表
type: object
required: [姓名, 性别, 出生日期, 所在单位, 职称, 身份证号, 手机号, 专业领域, 博士生导师, 工作经历]
additionalProperties: false
properties:
  姓名: {$ref: "gongshi:kinds#/姓名"}
  性别: {type: string, enum: [男, 女]}
  出生日期: {$ref: "gongshi:kinds#/日期", x-secret: exact}
  照片: {$ref: "gongshi:kinds#/照片"}
  专业领域:
    type: array
    minItems: 1
    maxItems: 3
    uniqueItems: true
    description: 最多选三项
    items: {type: string, enum: [材料, 化工, 机械, 电子, 农业, 医药]}
  研究方向: {$ref: "gongshi:kinds#/长文", maxLength: 300}
  所在单位: {$ref: "gongshi:kinds#/单位名称"}
  职称: {$ref: "gongshi:kinds#/短文", maxLength: 20}
  身份证号: {$ref: "gongshi:kinds#/身份证号"}
  手机号: {$ref: "gongshi:kinds#/手机号"}
  邮箱: {$ref: "gongshi:kinds#/邮箱"}
  博士生导师: {type: boolean, title: 是否博士生导师}
  海外经历: {type: boolean, title: 有无一年以上海外经历}
  工作经历:
    type: array
    title: 主要工作经历
    minItems: 1
    maxItems: 10
    x-rows: 3
    items:
      type: object
      required: [起止时间, 单位]
      additionalProperties: false
      properties:
        起止时间: {$ref: "gongshi:kinds#/短文", maxLength: 30, description: 起止年月, examples: [2015.07—2020.11]}
        单位: {$ref: "gongshi:kinds#/单位名称", title: 工作单位}
        职务: {$ref: "gongshi:kinds#/短文", maxLength: 40, title: 职务或职称}
  论文:
    type: array
    title: 代表性论文
    maxItems: 5
    x-rows: 2
    items:
      type: object
      required: [题目, 刊物]
      additionalProperties: false
      properties:
        题目: {$ref: "gongshi:kinds#/短文"}
        刊物: {$ref: "gongshi:kinds#/短文", maxLength: 60}
        发表时间: {$ref: "gongshi:kinds#/日期"}
        排名: {type: integer, minimum: 1, maximum: 99, title: 本人排名}
  获奖:
    type: array
    title: 科技奖励
    maxItems: 5
    x-rows: 2
    items:
      type: object
      required: [名称]
      additionalProperties: false
      properties:
        名称: {$ref: "gongshi:kinds#/短文", title: 奖项名称}
        等级: {type: string, enum: [一等奖, 二等奖, 三等奖]}
        年份: {type: integer, minimum: 1950, maximum: 2100}
  单位意见: {$ref: "gongshi:kinds#/意见", title: 所在单位意见}
  学会意见: {$ref: "gongshi:kinds#/意见", title: 推荐学会意见}
  科协意见: {$ref: "gongshi:kinds#/意见", title: 市科协意见}
  评审得分: {type: number, minimum: 0, maximum: 100}
x-layout:
  列宽: [24mm, 32mm, 24mm, 32mm, 24mm, 32mm]
  行:
    - {高: 9mm, 格: [姓名, 性别, 出生日期]}
    - {高: 32mm, 格: [照片, 专业领域, 研究方向]}
    - {高: 9mm, 格: [[所在单位, 3], 职称]}
    - {高: 9mm, 格: [[身份证号, 3], 手机号]}
    - {高: 12mm, 格: [邮箱, 博士生导师, 海外经历]}
    - {高: 26mm, 格: [[工作经历, 5]]}
    - {高: 20mm, 格: [[论文, 5]]}
    - {高: 20mm, 格: [[获奖, 5]]}
    - {高: 28mm, 格: [[单位意见, 5]]}
    - {高: 28mm, 格: [[学会意见, 5]]}
    - {高: 28mm, 格: [[科协意见, 5]]}
"""

E_001 = """\
姓名: 阿依古丽·示例
性别: 女
出生日期: 1949-12-31
照片: e-001.jpg
专业领域: [化工, 材料]
研究方向: |
  高分子材料的合成与改性；
  催化剂的表征。
所在单位: 示例大学化学化工学院
职称: 教授
身份证号: 11010519491231002X
手机号: 13800000101
邮箱: ayi@example.com
博士生导师: 是
海外经历: 否
工作经历:
  - {起止时间: 1975.07—1990.08, 单位: 示例化工研究所, 职务: 助理研究员}
  - {起止时间: 1990.09—至今, 单位: 示例大学, 职务: 教授}
论文:
  - {题目: 一种示例催化剂的制备：方法与表征, 刊物: 示例化学学报, 发表时间: 2019-05, 排名: 1}
  - {题目: 'Example polymers: a review', 刊物: Journal of Examples, 发表时间: 2020, 排名: 2}
获奖:
  - {名称: 示例市科学技术进步奖, 等级: 二等奖, 年份: 2018}
单位意见: {结论: 同意, 意见: 情况属实，同意推荐。, 负责人: 周示例, 日期: 2021-04-01}
学会意见: {结论: 同意, 意见: 经理事会研究，同意推荐。, 负责人: 吴示例, 日期: 2021-04-02}
推荐单位: 示例市化学学会
审核: {1: 符合}
办理:
  - {日期: 2021-04-06, 事项: 收到, 纸质: 是, 电子: 是}
"""

EXPERT = "content/programmes/zhuanjia"
FILES = {
    f"{EXPERT}/programme.yml": PROGRAMME_EXPERT,
    f"{EXPERT}/notice.md": NOTICE_EXPERT,
    f"{EXPERT}/form.yml": FORM_EXPERT,
    f"{EXPERT}/submissions/huaxue/e-001.yml": E_001,
    f"{EXPERT}/submissions/huaxue/e-001.jpg": "（照片）",
}
