"""What forms print that no field of ours takes, as tables.

In: nothing. Out: words, squeezed as headings are. Must not know a form.
"""

import re

from pipeline.intake.labels import squeezed

# Headings of forms at large: they end a value, and what stands beside one belongs to no field that it does not name.
_GENERAL = """
姓名 曾用名 性别 民族 籍贯 出生地 出生年月 出生日期 年龄 政治面貌 党派 入党时间 健康状况 婚姻状况 国籍 照片 相片
学历 学位 学历学位 最高学历 最高学位 文化程度 毕业院校 毕业学校 毕业时间 毕业院校及专业 所学专业 专业 专业方向
专业特长 外语水平 特长 参加工作时间 工作时间 工作年限 从业年限 任现职时间 任职时间 评定时间 行政级别 级别 身份证号
身份证号码 证件号码 证件类型 户籍所在地 家庭住址 通讯地址 通信地址 联系地址 单位地址 地址 邮编 邮政编码 传真
传真号码 微信 微信号 QQ 电话 联系电话 手机 手机号 手机号码 办公电话 住宅电话 家庭电话 邮箱 电子邮箱 网址 单位
单位名称 工作单位 所在单位 单位性质 单位类型 单位类别 单位简介 单位规模 所属行业 行业 行业领域 部门 所在部门 科室
职务 职称 技术职称 社会职务 社会兼职 职业资格 联系人 联系方式 法定代表人 法人代表 统一社会信用代码 组织机构代码
开户行 开户银行 银行账号 账号 推荐单位 推荐人 推荐理由 推荐类别 推荐渠道 申报单位 申报类别 申报时间 申报日期
申报理由 填表人 填表时间 填表日期 填报人 填报时间 填报日期 填报单位 编号 序号 表号 备注 说明 附注 其他 其它 基本情况
基本信息 个人信息 个人情况 个人基本情况 个人基本信息 申报人情况 申报人基本情况 单位情况 单位基本情况 单位基本信息
主要情况 申报信息 通讯信息 联系信息 推荐信息 工作情况 学习经历 教育经历 教育背景 工作经历 工作简历 个人简历 主要业绩
工作业绩 主要事迹 先进事迹 主要成果 科研成果 学术成果 主要成就 获奖情况 奖惩情况 表彰奖励情况 荣誉称号 主要荣誉
论文著作 代表性论文 家庭成员 家庭主要成员 社会关系 自我评价 个人承诺 承诺 承诺书 本人承诺 本人签字 申请人签字
申报人签字 个人签名 本人签名 意见 审核意见 审批意见 推荐意见 单位意见 初审意见 复审意见 上级意见 部门意见
主管部门意见 负责人 单位负责人 负责人签字 负责人签名 签字 签名 签章 盖章 公章 单位公章 单位盖章 日期 时间 年月日
签字日期 填写日期 起止时间 起止年月 证明人 称谓 关系 与本人关系
"""
GENERAL = frozenset(_GENERAL.split())
# Columns of lists in which other people stand.
OF_OTHERS = frozenset({"称谓", "关系", "与本人关系", "家庭成员", "亲属姓名"})
# What may stand around a field's name in a heading, and change nothing.
HARMLESS = re.compile(
    r"(?:本人|申报人选?|申请人选?|被推荐人选?|推荐人选|推荐对象|候选人选?|联络员|人选|专家|个人|主要|现任|现|拟|所在|工作|单位|情况|信息|"
    r"填写|全称|名称|中文|真实|联系|简要|详细|简介|概况|内容|是否|有无|具备|具有|持有|相应|目前|有关|相关|近期|近五年|近3年|近三年|"
    r"name|gender|sex|mobile|cell|phone|telephone|tel|email|mail|address|title|position|affiliation|organi[sz]ation|unit|"
    r"company|employer|category|type|date|no|number|id|resume|cv|education|work|experience|of|birth|m2|m²|㎡|平方米|万元|"
    r"号码|号|电子|有效|代表性|基本|另附页?|可另附页?|以内|不超过|必填|选填|请|注明|类型|类别|栏|一栏|与|和|及|等|的|为|"
    r"年月日?|时间|日期|常用|移动|手机|办公|\d{1,4}字|限|字|天|元|岁|个|项|篇|[※★▲△*])*"
)
# Letters and spaces that leave an opinion's name as it is.
OPINION = "意见"
OF_OPINIONS = re.compile(
    "推荐|审核|审查|审批|初审|复审|终审|评审|评议|签署|签章|盖章|公章|主管|所在|工作|申报|及|或|和|并|栏|情况|建议|签字|"
    "党组织|党委|人事部门|负责人|意见|县区|\\d"
)
# What stands before a heading and counts it.
COUNTED = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}\s*[、.．)）]|[①-⑳]|[•·●■◆▪➢★*＊※]+)\s*"
)
# Texts that a form prints and nobody fills in.
_HINT = re.compile(
    r"[（(][^（）()]*(?:限|不超过|可另|另附|请|附页|加页|注明|打√|打勾|单选|多选|盖章|公章|签字|签名|签章|接续页|续页|粘贴|一式|"
    r"必填|以内|可复制)[^（）()]*[）)]"
)
_PRINTED = re.compile(
    r"附件\d*[：:]?|附表\d*|附\d*|[（(]?(?:[一二两12]寸)?(?:彩色|近期)?(?:免冠)?(?:彩色)?(?:照片|相片|贴照片处|照片粘贴处)[）)]?|"
    r"年月日|第?\d*页?共?\d*页?|续页|\d{1,3}|[_＿—\-/]+"
)
_BRACKETS, _SHORT = re.compile(r"[(（][^()（）]*[)）]"), 4


def is_printed(text: str, title: str) -> bool:
    """Tell whether a form prints the text: its title, 续页 or the like behind it, 附件, a place for a photo."""
    bare, plain = "".join(text.split()), _BRACKETS.sub("", title)
    said = squeezed(_BRACKETS.sub("", text))
    return is_hint(text) or bool(_PRINTED.fullmatch(bare)) or (len(said) > _SHORT and said in squeezed(plain))


def is_hint(text: str) -> bool:
    """Tell whether a text is nothing but a hint in brackets on how to fill in."""
    return bool(_HINT.fullmatch("".join(text.split())))
