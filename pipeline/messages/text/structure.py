"""Y13x and Y14x: keys, and what YAML can do and content may not."""

from pipeline.messages.entry import Entry, Words, error

_FORM_ZH = "文件由“栏目: 内容”组成，一行一个；下一级的栏目缩进两个空格，列表的每一项以“- ”开头。"
_FORM_EN = (
    "A file is made of “key: value”, one a line; nested keys are indented by two spaces, list items begin with “- ”."
)
_PLAIN_ZH = "YAML 的引用、锚点、标签和合并写法会使内容与看到的不同，因此一律不用。"
_PLAIN_EN = "Aliases, anchors, tags and merge keys make content differ from what is seen, so none is used."
_LIMIT_ZH = "正常的文件远远达不到这个限度；超过时不再往下读，以免占满内存。"
_LIMIT_EN = "No ordinary file comes near this limit; reading stops there so that memory is safe."


def _sign(sign: str, role_zh: str, role_en: str) -> tuple[Words, Words]:
    return (
        Words(
            f"内容不能以“{sign}”开头（YAML 会把它当作{role_zh}）",
            f'请给整段内容加上半角双引号，例如：职务: "{sign}主任"；多余的“{sign}”请删去',
            _PLAIN_ZH,
        ),
        Words(f"a value cannot begin with “{sign}” ({role_en})", "put the value in double quotes", _PLAIN_EN),
    )


_ALIAS_ZH, _ALIAS_EN = _sign("*", "引用", "an alias")
_ANCHOR_ZH, _ANCHOR_EN = _sign("&", "锚点", "an anchor")
_TAG_ZH, _TAG_EN = _sign("!", "标签", "a tag")

ENTRIES: tuple[Entry, ...] = (
    error(
        "Y130",
        zh=Words(
            "栏目重复，第 {line} 行已有同名的栏目",
            "请核对两处的内容，只保留正确的一处",
            "同一级里每个栏目只能写一次，否则无法确定以哪一处为准。",
        ),
        en=Words(
            "this key stands twice, first on line {line}",
            "compare the two and keep the right one",
            "A key may stand only once on a level; nobody could tell which one counts.",
        ),
    ),
    error("Y131", zh=_ALIAS_ZH, en=_ALIAS_EN),
    error("Y132", zh=_ANCHOR_ZH, en=_ANCHOR_EN),
    error("Y133", zh=_TAG_ZH, en=_TAG_EN),
    error(
        "Y134",
        zh=Words("不能用“<<”合并内容", "请把要合并的栏目逐个写出来", _PLAIN_ZH),
        en=Words("“<<” cannot be used to merge", "write the keys out", _PLAIN_EN),
    ),
    error(
        "Y135",
        zh=Words(
            "一个文件只能写一份内容，从这里起是第二份",
            "请删去中间的“---”或“...”；确是另一份的，请另存为一个文件",
            "每个文件只写一人或一项，第二份内容不会读取。",
        ),
        en=Words(
            "a second document begins here",
            "remove the “---” or “...” between them, or put the second one into its own file",
            "A file holds one document; a second one is not read.",
        ),
    ),
    error(
        "Y136",
        zh=Words("这里应逐行写“栏目: 内容”", "例如：姓名: 王示例", _FORM_ZH),
        en=Words("lines of “key: value” belong here", "for example: 姓名: 王示例", _FORM_EN),
    ),
    error(
        "Y137",
        zh=Words(
            "栏目名只能是一行文字，不能是括号或多行内容",
            "请写成“栏目: 内容”；内容以 {{ 或 [ 开头的，请给整段内容加上半角双引号",
            _FORM_ZH,
        ),
        en=Words(
            "a key is one line of text, no brackets and no block",
            "write “key: value”; put a value that begins with {{ or [ in double quotes",
            _FORM_EN,
        ),
    ),
    error(
        "Y138",
        zh=Words("冒号前面缺少栏目名", "请写上栏目名，例如：职务: 主任；多余的冒号请删去", _FORM_ZH),
        en=Words("there is no key before the colon", "write one, for example: 职务: 主任", _FORM_EN),
    ),
    error(
        "Y139",
        zh=Words("层次超过 20 层，从这里起没有读取", "请检查是否多写了括号或缩进", _LIMIT_ZH),
        en=Words(
            "nested deeper than 20 levels; not read from here on", "look for brackets or indents too many", _LIMIT_EN
        ),
    ),
    error(
        "Y140",
        zh=Words("内容超过 20000 项，从这里起没有读取", "请检查文件是否放错，删去多余的内容", _LIMIT_ZH),
        en=Words("more than 20,000 parts; not read from here on", "check that it is the right file", _LIMIT_EN),
    ),
    error(
        "Y141",
        zh=Words("不能有以“%”开头的行", "请删去这一行；内容以 % 开头的，请给内容加上半角双引号", _PLAIN_ZH),
        en=Words(
            "a line cannot begin with “%”", "remove it; put a value that begins with % in double quotes", _PLAIN_EN
        ),
    ),
    error(
        "Y142",
        zh=Words("栏目名的前面或后面有全角空格或其他特殊的空格", "请删去它；缩进请用半角空格，每级两个", _FORM_ZH),
        en=Words(
            "there is a wide or special space before or after this key", "remove it; indent by plain spaces", _FORM_EN
        ),
    ),
)
