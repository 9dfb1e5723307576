"""S234–S259: what can be wrong with lists, parts and fields that belong together, and with names."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "S234",
        zh=Words(
            "“{field}”至少要有 {limit} 项",
            "请补全",
            "这一栏有最少项数。",
        ),
        en=Words(
            "“{field}” must have at least {limit} items",
            "add what is missing",
            "The field has a least number of items.",
        ),
    ),
    error(
        "S235",
        zh=Words(
            "“{field}”最多 {limit} 项",
            "请删减",
            "这一栏有最多项数。",
        ),
        en=Words(
            "“{field}” must have at most {limit} items",
            "remove some",
            "The field has a greatest number of items.",
        ),
    ),
    error(
        "S236",
        zh=Words(
            "“{field}”中有重复的项",
            "请删去重复的一项",
            "这一栏的各项不能重复。",
        ),
        en=Words(
            "“{field}” has an item twice",
            "remove one",
            "The items must differ.",
        ),
    ),
    error(
        "S237",
        zh=Words(
            "填写了“{field}”，就必须同时填写“{other}”",
            "请补上“{other}”",
            "这两栏要一起填写。",
        ),
        en=Words(
            "“{field}” needs “{other}” beside it",
            "fill in “{other}” too",
            "The two fields go together.",
        ),
    ),
    error(
        "S238",
        zh=Words(
            "“{field}”至少要有 {limit} 个分项",
            "请补全",
            "这一项有最少的分项数。",
        ),
        en=Words(
            "“{field}” must have at least {limit} parts",
            "add what is missing",
            "The key has a least number of parts.",
        ),
    ),
    error(
        "S239",
        zh=Words(
            "“{field}”最多 {limit} 个分项",
            "请删减",
            "这一项有最多的分项数。",
        ),
        en=Words(
            "“{field}” must have at most {limit} parts",
            "remove some",
            "The key has a greatest number of parts.",
        ),
    ),
    error(
        "S240",
        zh=Words(
            "冒号前的名称写法不对",
            "请改写冒号前的名称：{how}",
            "这里的名称有固定的写法。",
        ),
        en=Words(
            "this key is not written as required",
            "mend the text before the colon: {how}",
            "Keys of this part have a fixed format.",
        ),
    ),
    error(
        "S241",
        zh=Words(
            "“{field}”的各项不符合要求",
            "请核对各项的内容和数目",
            "这一栏规定了必须含有的项。",
        ),
        en=Words(
            "the items of “{field}” are not as required",
            "check the items and their number",
            "The field must hold certain items.",
        ),
    ),
    error(
        "S242",
        zh=Words(
            "“{field}”的内容不符合表单的规定",
            "请对照推荐表的填写要求，核对这一处以及与它有关的栏目",
            "有的栏目要根据别的栏目的内容来填写。",
        ),
        en=Words(
            "“{field}” is not as the form asks",
            "check it, and the fields that it depends on, against what the form asks",
            "Some fields depend on others.",
        ),
    ),
    warning(
        "S243",
        zh=Words(
            "“{field}”的两个字之间有空格",
            "请删去空格；两个字的姓名也不用空格对齐",
            "姓名中不加空格；公布时按没有空格的写法。",
        ),
        en=Words(
            "“{field}” has blanks between its characters",
            "remove them; short names need none either",
            "Names are published without blanks.",
        ),
    ),
    warning(
        "S244",
        zh=Words(
            "“{field}”中的间隔号不是规定的写法",
            "请改为“·”（U+00B7）",
            "民委发〔2016〕33号规定姓名间隔号统一用“·”（U+00B7）；公布时按规定的写法。",
        ),
        en=Words(
            "“{field}” has another dot than the prescribed one",
            "write · (U+00B7)",
            "The dot of names is U+00B7 by the rule of twelve ministries of 2016.",
        ),
    ),
    warning(
        "S245",
        zh=Words(
            "“{field}”中有一个字用的是部首或兼容字的编码 {point}，应为 {real}",
            "请删去这个字，用输入法重新输入；两者看上去一样，编码不同",
            "从 PDF 等处复制的文字常带有这种编码，看上去一样，却查不到、排不了序；公布时按正确的编码。",
        ),
        en=Words(
            "a character of “{field}” is the radical or compatibility form {point} of {real}",
            "remove the character and type it anew; the two look alike",
            "Text copied from a PDF often holds such forms. They look alike but are not found or sorted alike.",
        ),
    ),
    warning(
        "S246",
        zh=Words(
            "“{field}”中有看不见的字形选择符 {point}",
            "请删去相应的字，用输入法重新输入",
            "字形选择符只影响个别字体的显示，会使同一个姓名查不到、对不上；公布时不带选择符。",
        ),
        en=Words(
            "“{field}” holds the invisible variation selector {point}",
            "remove the character before it and type it anew",
            "A selector changes the look in some fonts only, and keeps equal names from being found equal.",
        ),
    ),
    error(
        "S247",
        zh=Words(
            "“{field}”不符合规定的任何一种写法",
            "请按其中一种写法填写：{ways}",
            "这一栏有几种写法可选，填写的内容须正好符合一种。",
        ),
        en=Words(
            "“{field}” is written in none of the ways that are allowed",
            "write it in one of these ways: {ways}",
            "The field may be written in one of several ways.",
        ),
    ),
    error(
        "S248",
        zh=Words(
            "几个栏目须任选其一填写，现在没有填写或填写得不对",
            "请核对是否漏填，或者填写了不能同时填写的栏目：{fields}",
            "有的栏目可以任选其一填写，但不能都空着。",
        ),
        en=Words(
            "one of several fields must be filled in",
            "look at these, of which one is missing or too many are there: {fields}",
            "Of some fields any one will do, but not none.",
        ),
    ),
    error(
        "S249",
        zh=Words(
            "同样的问题（{kind}）在这个文件中至少还有 {count} 处，不再逐一列出",
            "请先改正已列出的，再检查一次；问题很多时，多半是整个文件放错了地方或缩进不对",
            "一个文件里同一种问题最多列出 100 处。",
        ),
        en=Words(
            "at least {count} more findings like this one ({kind}) in the file are not listed",
            "mend those that are listed and check again; so many often mean a file in the wrong place",
            "Of one kind at most a hundred findings are listed for a file.",
        ),
    ),
    error(
        "S251",
        zh=Words(
            "“{field}”在这种情况下不应填写",
            "请删去这一栏，或核对与它有关的栏目",
            "有的栏目只在别的栏目填写了特定内容时才能填写。",
        ),
        en=Words(
            "“{field}” must not be filled in here",
            "remove it, or check the fields that it depends on",
            "Some fields may be filled in only where others say so.",
        ),
    ),
)
