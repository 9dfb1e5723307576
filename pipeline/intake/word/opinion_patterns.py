"""How a line to sign, a stamp and a date look on paper, as patterns.

In: nothing. Out: patterns. Blanks may stand between any characters of a word. Must not know an opinion's parts.
"""

import re

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_B = r"[ \u3000]*"


def _spaced(*words: str) -> str:
    return "|".join(_B.join(each) for each in sorted(words, key=len, reverse=True))


_PEOPLE = """
负责人 领导 责任人 法定代表人 法人代表 法人 主任 组长 会长 主席 院长 校长 书记 理事长 秘书长 馆长 局长
审核人 审批人 经办人 推荐人 签字人 签名人 签发人 评审人
"""
_OF_WHOM = "单位 主要 部门 学会 科协 主管 分管 推荐 专家组 评审组 学院 所在 党组织 审核 县区 基地 申报 工作 人事"
_WHO, _WHOSE = _spaced(*_PEOPLE.split()), _spaced(*_OF_WHOM.split())
_SIGNS = _spaced("签字", "签名", "签章", "签署", "签字盖章", "盖章签字", "签名盖章")
_HINT = rf"(?:{_B}[（(][^（）()\n]{{0,12}}[）)])?"
_PERSON = rf"(?:(?:{_WHOSE}|[（(][{HAN}]{{0,6}}[)）]|[、/ \u3000]){{0,12}}(?:{_WHO}))"
TO_SIGN = re.compile(
    rf"{_PERSON}{_HINT}{_B}(?:{_SIGNS})?{_HINT}{_B}[:：]"
    rf"|(?:{_SIGNS}){_HINT}{_B}[:：]"
    rf"|(?:(?<=[\n\t])|^){_B}(?:{_PERSON}{_HINT}{_B}(?:{_SIGNS})?|(?:{_SIGNS})){_HINT}{_B}(?=[\t\n])"
)
IS_WHO = re.compile(rf"[{HAN}]{{0,15}}(?:{_WHO})")
# A name with 签字 in brackets behind it.
SIGNED = re.compile(rf"(?P<name>[{HAN}·•．]{{2,15}}|[{HAN}][ \u3000]{{1,4}}[{HAN}]){_B}[（(](?:{_SIGNS})[）)]")
# A name with nothing that says so, on the last line.
ALONE = re.compile(rf"[^\s\u3000][ \u3000\t]*\n[ \u3000\t\n]*([{HAN}]{{2,4}})$")
IS_SAID = re.compile("同意|推荐|属实|通过|合格|上报|报送|异议|审核|批准|日期|情况|符合|命名|认定")
NAME_ENDS = re.compile(r"\t|[ \u3000]{2,}|[:：（(，,。；;\d]")
STAMP = re.compile(
    rf"(?:(?:(?<=\n)|^){_B}[{HAN}]{{0,10}}(?:单位|部门|学会|科协|学院|大学|委员会|党委|党组织){_B})?"
    rf"[（(]{_B}(?:[{HAN}、/]{{0,8}}{_B})?(?:公{_B})?(?:盖{_B})?章{_B}处?{_B}[）)]{_B}[:：]?"
    rf"|(?:(?<=[\s\u3000])|^)(?:[{HAN}]{{0,6}})?(?:盖{_B}章|公{_B}章|印{_B}章){_B}处?{_B}(?:[:：]|(?=[\s\u3000]|$))",
    re.MULTILINE,
)
_G = r"[ \u3000\t_]*"
_YEAR, _MONTH = r"(?:\d{4}|\d{2}|[〇○零O一二三四五六七八九]{4})", "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_MARK = rf"{_B}[-./－．—]{_B}"
DAY = re.compile(
    rf"{_YEAR}{_G}年{_G}{_MONTH}{_G}月(?:{_G}{_MONTH}{_G}[日号])?"
    rf"|(?<!\d)\d{{4}}{_MARK}\d{{1,2}}{_MARK}\d{{1,2}}(?!\d)|(?<!\d)20\d{{6}}(?!\d)"
)
NO_DAY = re.compile(rf"(?<!\d)(?:\d{{2,4}})?{_G}年{_G}月{_G}日?(?![间份度])")
DATED = re.compile(rf"(?:(?:签{_B}字|填{_B}写|落{_B}款)?{_B}(?:日{_B}期|时{_B}间)){_B}(?:[:：]|(?=[\t\n]))")
CONCLUDED = re.compile(rf"结{_B}论{_B}[:：]{_B}(\S{{1,6}}){_B}")
BOX = re.compile("[☑☐□☒■√✓✔]|[(（\\[]\\s*[√✓✔]?\\s*[)）\\]]")
# Choices that are printed to be struck out.
EITHER = re.compile(rf"^{_B}[（(]?{_B}(?:是否同意|同意{_B}[/／、或]{_B}不同意){_B}[)）]?{_B}[:：]?{_B}$", re.MULTILINE)
PREPARED = re.compile(rf"(?:审核|推荐|审批|评审)?意见{_B}[:：]")
