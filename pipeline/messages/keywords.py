"""S220–S233: what can be wrong with one value by a keyword of its schema."""

from pipeline.messages.entry import Entry, Words, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "S220",
        zh=Words(
            "“{field}”应为一段文字",
            "请把内容直接写在冒号后面，不要用 [ ] 或 {{ }}，也不要分成几项",
            "这一栏只填一个内容。",
        ),
        en=Words(
            "“{field}” must be one text",
            "write it after the colon, without [ ] or {{ }}",
            "The field holds one text.",
        ),
    ),
    error(
        "S221",
        zh=Words(
            "“{field}”应为若干项",
            "请写成列表，例如：{example}；也可以每项另起一行，以“- ”开头",
            "这一项可以有多个内容，要写成列表。",
        ),
        en=Words(
            "“{field}” must be a list",
            "write a list, for example: {example}; or one item a line after “- ”",
            "The key holds a list.",
        ),
    ),
    error(
        "S222",
        zh=Words(
            "“{field}”应分项填写",
            "请把这些小项分开写，每项另起一行并缩进两格：{parts}；也可以写在一行，例如：{example}",
            "这一项由几个小项组成，每个小项有自己的名称。",
        ),
        en=Words(
            "“{field}” must have parts",
            "write one part a line, indented by two: {parts}; or on one line, for example: {example}",
            "The key holds parts with names of their own.",
        ),
    ),
    error(
        "S223",
        zh=Words(
            "“{field}”的内容不在可选范围内",
            "请改为其中之一：{allowed}",
            "这一栏只能从给定的内容中选择。",
        ),
        en=Words(
            "“{field}” is none of the choices",
            "write one of: {allowed}",
            "The field takes one of the given choices.",
        ),
    ),
    error(
        "S224",
        zh=Words(
            "“{field}”只能是固定的内容",
            "请写：{limit}",
            "这一栏的内容是固定的。",
        ),
        en=Words(
            "“{field}” must be the fixed text",
            "write: {limit}",
            "The field has a fixed text.",
        ),
    ),
    error(
        "S225",
        zh=Words(
            "“{field}”的写法不符合要求",
            "请按要求的格式填写：{how}",
            "这一栏有固定的格式。",
        ),
        en=Words(
            "“{field}” is not written as required",
            "follow the format: {how}",
            "The field has a fixed format.",
        ),
    ),
    error(
        "S227",
        zh=Words(
            "“{field}”太短，至少 {limit} 个字",
            "请补全内容；不要用简称或代号",
            "这一栏有最少字数。",
        ),
        en=Words(
            "“{field}” is too short: at least {limit} characters",
            "complete it",
            "The field has a least length.",
        ),
    ),
    error(
        "S228",
        zh=Words(
            "“{field}”太长，最多 {limit} 个字",
            "请删减内容",
            "这一栏有字数限制，与纸质表格的空间相应。",
        ),
        en=Words(
            "“{field}” is too long: at most {limit} characters",
            "shorten it",
            "The field has a greatest length, as the paper has.",
        ),
    ),
    error(
        "S229",
        zh=Words(
            "“{field}”不能小于 {limit}",
            "请核对数字",
            "这一栏有最小值。",
        ),
        en=Words(
            "“{field}” must not be less than {limit}",
            "check the number",
            "The field has a least value.",
        ),
    ),
    error(
        "S230",
        zh=Words(
            "“{field}”不能大于 {limit}",
            "请核对数字",
            "这一栏有最大值。",
        ),
        en=Words(
            "“{field}” must not be more than {limit}",
            "check the number",
            "The field has a greatest value.",
        ),
    ),
    error(
        "S231",
        zh=Words(
            "“{field}”必须大于 {limit}",
            "请核对数字",
            "这一栏有最小值，且不含该值。",
        ),
        en=Words(
            "“{field}” must be more than {limit}",
            "check the number",
            "The field has a lower bound.",
        ),
    ),
    error(
        "S232",
        zh=Words(
            "“{field}”必须小于 {limit}",
            "请核对数字",
            "这一栏有最大值，且不含该值。",
        ),
        en=Words(
            "“{field}” must be less than {limit}",
            "check the number",
            "The field has an upper bound.",
        ),
    ),
    error(
        "S233",
        zh=Words(
            "“{field}”必须是 {limit} 的倍数",
            "请核对数字",
            "这一栏只接受某个数的倍数。",
        ),
        en=Words(
            "“{field}” must be a multiple of {limit}",
            "check the number",
            "The field takes multiples only.",
        ),
    ),
)
