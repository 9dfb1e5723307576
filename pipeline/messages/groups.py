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
            "请核对冒号前的名称，按设置说明的写法填写",
            "这里的名称有固定的写法。",
        ),
        en=Words(
            "this key is not written as required",
            "check the text before the colon",
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
            "“{field}”与其他栏目合起来不符合要求",
            "请对照推荐表的填写要求核对这一栏和相关的栏目",
            "有的栏目要根据别的栏目的内容来填写。",
        ),
        en=Words(
            "“{field}” does not fit with the other fields",
            "check it against what the form asks of these fields together",
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
)
