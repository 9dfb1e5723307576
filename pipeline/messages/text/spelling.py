"""Y15x to Y17x: what was written where the parser expected something else."""

from pipeline.messages.entry import Entry, Words, error

_FORM_ZH = "文件由“栏目: 内容”组成，一行一个；栏目与内容之间是半角冒号加一个空格。"
_FORM_EN = "A file is made of “key: value”, one a line, with a half-width colon and a space between them."
_INDENT_ZH = "缩进表示层次：同一级左对齐，下一级多缩进两个半角空格，不能用制表符（Tab）或全角空格。"
_INDENT_EN = (
    "Indents show levels: one level is aligned, the next has two more spaces; tabs and wide spaces do not count."
)
_QUOTE_ZH = "有些符号在内容的开头或中间有特别的含义；给整段内容加上半角双引号，就会原样读入。"
_QUOTE_EN = "Some signs have a meaning of their own; a value in double quotes is taken as it stands."
_BRACKET_ZH = (
    "半角的 [ ] 表示列表，{ } 表示下一级栏目，各项之间用半角逗号加空格分隔，例如：{结论: 同意, 日期: 2020-12-01}。"
)
_BRACKET_EN = "[ ] is a list and { } holds nested keys; a comma and a space stand between their items."

ENTRIES: tuple[Entry, ...] = (
    error(
        "Y150",
        zh=Words("这里是全角冒号，应为半角冒号加一个空格", "例如：姓名: 王示例", _FORM_ZH),
        en=Words(
            "this colon is full-width", "write a half-width colon and a space, for example: 姓名: 王示例", _FORM_EN
        ),
    ),
    error(
        "Y151",
        zh=Words("冒号后面缺少一个半角空格", "例如：姓名: 王示例", _FORM_ZH),
        en=Words("there is no space after this colon", "for example: 姓名: 王示例", _FORM_EN),
    ),
    error(
        "Y152",
        zh=Words(
            "这里缺少冒号，分不出栏目和内容",
            "请写成“栏目: 内容”；若是上一栏的文字，请在上一栏的冒号后写 |，文字从下一行起缩进",
            _FORM_ZH,
        ),
        en=Words(
            "there is no colon here, so key and value cannot be told apart",
            "write “key: value”; if it is text of the key above, write | after that key and indent the text",
            _FORM_EN,
        ),
    ),
    error(
        "Y153",
        zh=Words("这里用了制表符（Tab）", "请把制表符都换成半角空格；行首的缩进每级两个空格", _INDENT_ZH),
        en=Words("there is a tab here", "write spaces instead; indent by two spaces a level", _INDENT_EN),
    ),
    error(
        "Y154",
        zh=Words(
            "这一行的缩进与上文对不齐",
            "同一级请左对齐，下一级比上一级多两个半角空格；上一行的冒号后已有内容时，这一行不能缩进得更深",
            _INDENT_ZH,
        ),
        en=Words(
            "the indent of this line does not fit the lines above",
            "align one level, indent the next by two spaces; nothing is nested under a key that has a value",
            _INDENT_EN,
        ),
    ),
    error(
        "Y155",
        zh=Words("从这里开始的引号没有结束", "请在内容的末尾补上同样的半角引号；不需要引号的，请删去", _QUOTE_ZH),
        en=Words(
            "the quote that opens here is not closed", "close it at the end of the value, or remove it", _QUOTE_EN
        ),
    ),
    error(
        "Y156",
        zh=Words(
            "从这里开始的括号没有结束",
            "请在末尾补上配对的半角括号；括号属于文字的，请给整段内容加上半角双引号",
            _BRACKET_ZH,
        ),
        en=Words(
            "the bracket that opens here is not closed", "close it, or put the value in double quotes", _BRACKET_EN
        ),
    ),
    error(
        "Y157",
        zh=Words(
            "内容里又有半角冒号加空格，会被当作另一个栏目",
            '请给整段内容加上半角双引号，例如：职务: "主任: 兼"；或者改用全角冒号',
            _QUOTE_ZH,
        ),
        en=Words("there is a second colon in this value", "put the value in double quotes", _QUOTE_EN),
    ),
    error(
        "Y158",
        zh=Words(
            "内容不能以“{character}”开头",
            '请给整段内容加上半角双引号，例如：职务: "{character}主任"',
            _QUOTE_ZH,
        ),
        en=Words("a value cannot begin with “{character}”", "put the value in double quotes", _QUOTE_EN),
    ),
    error(
        "Y159",
        zh=Words(
            "“|”和“>”后面不能接着写内容",
            "请从下一行起写内容，每行缩进两个半角空格；内容本身以它开头的，请给整段内容加上半角双引号",
            _QUOTE_ZH,
        ),
        en=Words(
            "nothing can follow “|” or “>” on its line",
            "begin the text on the next line, indented; put a value that begins with it in double quotes",
            _QUOTE_EN,
        ),
    ),
    error(
        "Y160",
        zh=Words(
            "引号结束后又有文字",
            "请把半角引号放在整段内容的首尾；内容中间的引号请用全角的“ ”",
            _QUOTE_ZH,
        ),
        en=Words("text follows the closing quote", "put the quotes around the whole value", _QUOTE_EN),
    ),
    error(
        "Y161",
        zh=Words(
            "从这里开始的括号结束后又有文字",
            '以 [ 或 {{ 开头的文字，请给整段内容加上半角双引号，例如：职务: "[兼] 主任"',
            _BRACKET_ZH,
        ),
        en=Words("text follows the bracket that opens here", "put the value in double quotes", _BRACKET_EN),
    ),
    error(
        "Y162",
        zh=Words("列表项应以半角的“-”加一个空格开头", "例如：- 纸质", _FORM_ZH),
        en=Words("a list item begins with a hyphen and a space", "for example: - 纸质", _FORM_EN),
    ),
    error(
        "Y163",
        zh=Words(
            "括号里用了全角标点分隔各项，应为半角逗号加空格",
            "例如：{{结论: 同意, 日期: 2020-12-01}}；标点属于文字的，请给那段文字加上半角双引号",
            _BRACKET_ZH,
        ),
        en=Words("full-width punctuation does not separate items", "write a comma and a space", _BRACKET_EN),
    ),
    error(
        "Y164",
        zh=Words("双引号里的反斜杠“\\”用法不对", "请把反斜杠写成两个“\\\\”，或者把双引号换成半角单引号", _QUOTE_ZH),
        en=Words("this backslash means nothing in double quotes", "write two of them, or use single quotes", _QUOTE_EN),
    ),
    error(
        "Y165",
        zh=Words(
            "这里不应有列表项",
            "同一列表的“-”请左对齐；列表写在栏目的下面，那个栏目的冒号后不能再有内容",
            _INDENT_ZH,
        ),
        en=Words(
            "a list item cannot stand here",
            "align the hyphens of a list; the key above a list has no value on its own line",
            _INDENT_EN,
        ),
    ),
    error(
        "Y166",
        zh=Words(
            "这个右括号没有配对的左括号",
            "请删去多余的括号，或改成配对的括号；属于文字的，请给整段内容加上半角双引号",
            _BRACKET_ZH,
        ),
        en=Words(
            "this closing bracket has no opening one", "remove it, or put the value in double quotes", _BRACKET_EN
        ),
    ),
    error(
        "Y167",
        zh=Words(
            "括号里的两项之间缺少逗号",
            "请用半角逗号加空格隔开各项；文字里有冒号、括号或引号的，请给那段文字加上半角双引号",
            _BRACKET_ZH,
        ),
        en=Words("there is no comma between two items", "write a comma and a space between them", _BRACKET_EN),
    ),
    error(
        "Y168",
        zh=Words("括号里多了一个逗号", "请删去多余的逗号；空着的一项请写“无”", _BRACKET_ZH),
        en=Words("there is a comma too many", "remove it", _BRACKET_EN),
    ),
    error(
        "Y169",
        zh=Words("这里是全角的右括号，应为半角", "请改成与左括号配对的半角括号", _BRACKET_ZH),
        en=Words("this closing bracket is full-width", "write the half-width one", _BRACKET_EN),
    ),
    error(
        "Y170",
        zh=Words(
            "这里的写法无法识别",
            "请检查这一行和上一行的冒号、引号、括号和缩进；把握不定的内容请加上半角双引号",
            _FORM_ZH,
        ),
        en=Words("this cannot be read", "check colons, quotes, brackets and indents here and above", _FORM_EN),
    ),
    error(
        "Y171",
        zh=Words(
            "双引号里的反斜杠“\\”写出了看不见或不能用的字符",
            "请直接写出需要的文字；反斜杠属于文字的，请写成两个“\\\\”",
            _QUOTE_ZH,
        ),
        en=Words(
            "a backslash in these quotes spells a character that nobody can see or use",
            "write the text itself; write two backslashes for one that is meant",
            _QUOTE_EN,
        ),
    ),
)
