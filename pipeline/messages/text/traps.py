"""Y18x: what parses and is not what its author meant."""

from pipeline.messages.entry import Entry, Words, warning

_QUOTE_ZH = "加上半角双引号的内容原样读入，不再作别的理解。"
_QUOTE_EN = "A value in double quotes is taken as it stands."

ENTRIES: tuple[Entry, ...] = (
    warning(
        "Y180",
        zh=Words(
            "从“#”起被当作注释，不会读入",
            '属于内容的，请给整段内容加上半角双引号，例如：职务: "主任 #1"；确是注释的，请在 # 后面加一个空格',
            "空格后面的 # 在 YAML 里是注释的开头。为区别笔误，注释请写成“# ”加文字。",
        ),
        en=Words(
            "what follows “#” is a comment and is dropped",
            "put the value in double quotes if it belongs to it; write “# ” with a space if it is a comment",
            "After a space, # begins a comment in YAML; a comment is written “# ” so that slips show.",
        ),
    ),
    warning(
        "Y181",
        zh=Words(
            "整段内容写在全角引号里，引号会一起印出来",
            '不需要引号的，请删去；确需保留的，请在外面再加半角双引号，例如：系列: "“龙都”"',
            "全角引号是文字的一部分，起不到 YAML 引号的作用。" + _QUOTE_ZH,
        ),
        en=Words(
            "the whole value stands in full-width quotes, which will be printed",
            "remove them, or put double quotes around them if they are meant",
            "Full-width quotes are text, no YAML quotes. " + _QUOTE_EN,
        ),
    ),
    warning(
        "Y182",
        zh=Words(
            "方括号里的全角标点不能分隔各项，这里会读成一项",
            "要分成几项的，请改用半角逗号加空格，例如：[纸质, 电子]；本来就是一项的，请给它加上半角双引号",
            "方括号里各项之间用半角逗号加空格分隔。" + _QUOTE_ZH,
        ),
        en=Words(
            "full-width punctuation does not separate items; this is read as one",
            "write a comma and a space between items, or put the one item in double quotes",
            "Items in brackets are separated by a comma and a space. " + _QUOTE_EN,
        ),
    ),
    warning(
        "Y183",
        zh=Words(
            "这里像是一个栏目，却会读成一段文字",
            "若是栏目，请写半角冒号加一个空格，例如：结论: 同意；若是文字，请在上一级栏目的冒号后写 |，文字从下一行起缩进",
            "只有半角冒号加空格才把栏目与内容分开。",
        ),
        en=Words(
            "this looks like a key and is read as text",
            "write a colon and a space for a key; write | after the key above for text",
            "Only a half-width colon and a space separate key and value.",
        ),
    ),
    warning(
        "Y184",
        zh=Words(
            "整段内容写在全角括号里，不会分成各项",
            "要分成各项的，请改用半角括号和半角逗号；本来就是文字的，请给整段加上半角双引号",
            "只有半角的 [ ] 和 { } 才表示列表和栏目。" + _QUOTE_ZH,
        ),
        en=Words(
            "the whole value stands in full-width brackets and is read as text",
            "write half-width brackets and commas, or put the text in double quotes",
            "Only half-width [ ] and { } make lists and mappings. " + _QUOTE_EN,
        ),
    ),
    warning(
        "Y185",
        zh=Words(
            "内容分成了几行，读入时会连成一行，行与行之间加一个空格",
            "要保留分行，请在冒号后写 |，内容从下一行起缩进；不要分行，请写在同一行；另有栏目的，请检查缩进和冒号",
            "没有写 | 的多行内容，YAML 会连成一行，汉字之间会多出空格。",
        ),
        en=Words(
            "the value runs over several lines, which are joined by spaces",
            "write | after the colon to keep the lines, or write them on one line",
            "Without | YAML joins the lines of a value by spaces, which do not belong between Chinese characters.",
        ),
    ),
    warning(
        "Y186",
        zh=Words(
            "这里像是列表的一项，却会读成一段文字",
            "若是列表，请写半角的“-”加一个空格，例如：- 纸质；若是文字，请在上一级栏目的冒号后写 |，文字从下一行起缩进",
            "列表的每一项以半角的“-”加一个空格开头。",
        ),
        en=Words(
            "this looks like a list item and is read as text",
            "write “- ” for an item; write | after the key above for text",
            "A list item begins with a hyphen and a space.",
        ),
    ),
)
