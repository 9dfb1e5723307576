"""P5xx: what would leak."""

from pipeline.messages.entry import Entry, Words, error

_WHY_ZH = "发布前会把网站的每个文件解码后逐一查找不公开的内容，查到一处就不发布，原来的网站保持不变。"
_WHY_EN = "Before anything is published every file is decoded and searched for private values; one hit stops it all."
_MEND_ZH = (
    "请检查 site_templates/ 里的模板、通知正文和附件，删去这项内容；确需公开的，在 programme.yml 的“公开”中写明该栏目"
)
_MEND_EN = "look into site_templates/, the notice and the attachments; what is meant to be public is named under 公开"

ENTRIES: tuple[Entry, ...] = (
    error(
        "P501",
        zh=Words("这个文件会公开“{source}”中不公开的“{field}”", _MEND_ZH, _WHY_ZH),
        en=Words("this file would publish the private “{field}” of “{source}”", _MEND_EN, _WHY_EN),
    ),
    error(
        "P502",
        zh=Words("这个文件会公开“{source}”中尚不公开的“{field}”", _MEND_ZH, _WHY_ZH),
        en=Words("this file would publish “{field}” of “{source}”, which is not public now", _MEND_EN, _WHY_EN),
    ),
    error(
        "P503",
        zh=Words(
            "这个文件里有一个没有声明为公开的手机号码",
            "请删去号码；办公用的联系电话请写在 programme.yml 的“联系”或“异议”里",
            _WHY_ZH,
        ),
        en=Words(
            "this file holds a mobile number that nothing declares public",
            "remove it; an office's own number belongs under 联系 or 异议 in programme.yml",
            _WHY_EN,
        ),
    ),
    error(
        "P504",
        zh=Words("这个文件里有一个身份证号码", "请删去号码；身份证号码不应出现在公开网站上", _WHY_ZH),
        en=Words("this file holds an identity number", "remove it; identity numbers never belong on the site", _WHY_EN),
    ),
    error(
        "P505",
        zh=Words(
            "这个文件打不开，无法检查里面有没有不公开的内容",
            "请换成没有加密、没有损坏的文件",
            "看不到内容的文件不能保证不泄露个人信息，因此不发布。",
        ),
        en=Words(
            "this file cannot be opened, so it cannot be searched for private values",
            "replace it by one that is neither encrypted nor broken",
            "A file that cannot be read cannot be shown to be clean.",
        ),
    ),
)
