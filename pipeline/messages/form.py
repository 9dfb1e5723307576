"""S201–S219: what can be wrong with a value of a shared kind, or with the keys beside it."""

from pipeline.messages.entry import Entry, Words, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "S201",
        zh=Words(
            "没有填写“{field}”",
            "请补上这一栏，例如写成：{field}: {example}（冒号后空一格）",
            "必填栏目不能为空；推荐表的栏目写“无”“/”“—”也视为没有填写。",
        ),
        en=Words(
            "“{field}” is not filled in",
            "add a line such as: {field}: {example}",
            "A required field must not be empty; in a form’s fields 无, / and — count as empty.",
        ),
    ),
    error(
        "S202",
        zh=Words(
            "这一项的名称不对，可能是“{near}”",
            "请把冒号前的名称改为：{near}",
            "名称须与推荐表或设置说明完全一致，多一个字、少一个字都认不出。",
        ),
        en=Words(
            "this key is not known; perhaps “{near}” is meant",
            "write the key as: {near}",
            "Keys must be spelled as the form or the settings spell them.",
        ),
    ),
    error(
        "S203",
        zh=Words(
            "“{field}”应为 11 位手机号码",
            "请写成 11 位数字，例如：{field}: 13800000000",
            "手机号码以 1 开头，共 11 位数字。",
        ),
        en=Words(
            "“{field}” must be a mobile number of 11 digits",
            "write 11 digits, for example: {field}: 13800000000",
            "A mobile number has 11 digits and begins with 1.",
        ),
    ),
    error(
        "S204",
        zh=Words(
            "“{field}”不是固定电话号码的写法",
            "请写成“区号-号码”，例如：{field}: 0393-0000000；有分机的写在后面：0393-0000000-123；几个号码用“、”隔开",
            "固定电话为 7 至 8 位，区号和分机可以不写。",
        ),
        en=Words(
            "“{field}” is not written as a landline number",
            "write area code, hyphen, number, for example: {field}: 0393-0000000",
            "A landline has 7 or 8 digits; area code and extension may be left out.",
        ),
    ),
    error(
        "S205",
        zh=Words(
            "“{field}”不是电子邮箱的写法",
            "请核对是否少了“@”或多了空格，例如：{field}: wang@example.com",
            "电子邮箱由用户名、@ 和域名组成，不含空格和汉字。",
        ),
        en=Words(
            "“{field}” is not an e-mail address",
            "look for a missing @ or a blank, for example: {field}: wang@example.com",
            "An e-mail address has a name, an @ and a domain.",
        ),
    ),
    error(
        "S206",
        zh=Words(
            "“{field}”不是日期的写法，或没有这一天",
            "请写成“年-月-日”，月和日都写两位，例如：{field}: 2020-12-01；不知道日或月的可写 2020-12 或 2020",
            "日期用短横线连接，月和日写两位，并且必须是真实存在的日子。",
        ),
        en=Words(
            "“{field}” is not a date, or there is no such day",
            "write year-month-day, for example: {field}: 2020-12-01, or 2020-12, or 2020",
            "Dates are written with hyphens and must exist.",
        ),
    ),
    error(
        "S207",
        zh=Words(
            "“{field}”不是有效的身份证号码",
            "请核对 18 位号码：出生年月日是否真实，最后一位是 X 的写大写 X",
            "按国家标准 GB 11643，最后一位是校验码，多半是录错了某一位。",
        ),
        en=Words(
            "“{field}” is not a valid identity number",
            "check the 18 characters; a final X is a capital",
            "The last character is a check character (GB 11643).",
        ),
    ),
    error(
        "S208",
        zh=Words(
            "“{field}”不是有效的统一社会信用代码",
            "请核对 18 位代码，字母用大写，不含 I、O、S、V、Z",
            "按国家标准 GB 32100-2015，最后一位是校验码，多半是录错了某一位。",
        ),
        en=Words(
            "“{field}” is not a valid unified social credit code",
            "check the 18 characters; letters are capitals without I, O, S, V, Z",
            "The last character is a check character (GB 32100-2015).",
        ),
    ),
    error(
        "S209",
        zh=Words(
            "“{field}”应当是人的姓名，不能含数字、括号或其他符号",
            "请只写姓名；少数民族姓名的间隔号“·”写在两部分之间；生僻字请用输入法打出，不要拆成几部分来写；性别等写到别的栏目",
            "姓名会原样出现在名单上，因此只能是文字和间隔号“·”。",
        ),
        en=Words(
            "“{field}” must be a name without digits, brackets or other signs",
            "write the name alone; join the parts of a name with ·",
            "The name appears on lists as it is written.",
        ),
    ),
    error(
        "S210",
        zh=Words(
            "没有这样的一项",
            "请核对名称；这里可以写：{known}",
            "名称须与推荐表或设置说明完全一致。",
        ),
        en=Words(
            "this key is not known",
            "these are: {known}",
            "Keys must be spelled as the form or the settings spell them.",
        ),
    ),
    error(
        "S211",
        zh=Words(
            "“{field}”应以“是”“否”“有”或“无”开头",
            "需要说明的写在后面，例如：{field}: 是（每周二至周日）",
            "先回答，再说明，便于核对和统计。",
        ),
        en=Words(
            "“{field}” must begin with 是, 否, 有 or 无",
            "write the answer first, for example: {field}: 是（每周二至周日）",
            "The answer comes first, the explanation after it.",
        ),
    ),
    error(
        "S212",
        zh=Words(
            "“{field}”不是网址的写法",
            "请写全，例如：{field}: https://example.com/",
            "网址以 https:// 或 http:// 开头，不含空格。",
        ),
        en=Words(
            "“{field}” is not a web address",
            "write it in full, for example: {field}: https://example.com/",
            "A web address begins with https:// or http://.",
        ),
    ),
    error(
        "S213",
        zh=Words(
            "“{field}”应为整数",
            "请只写数字（不超过 15 位），不带单位，例如：{field}: 5",
            "这一栏要用来核对或统计，因此只能是整数。",
        ),
        en=Words(
            "“{field}” must be a whole number",
            "write digits only, at most 15, for example: {field}: 5",
            "The field is counted with, so it must be a whole number.",
        ),
    ),
    error(
        "S214",
        zh=Words(
            "“{field}”应为数字",
            "请只写数字（不超过 15 位），不带单位和千位逗号，例如：{field}: 12.5",
            "这一栏要用来核对或统计，因此只能是数字。",
        ),
        en=Words(
            "“{field}” must be a number",
            "write digits only, for example: {field}: 12.5",
            "The field is counted with, so it must be a number.",
        ),
    ),
    error(
        "S215",
        zh=Words(
            "“{field}”应为“是”或“否”",
            "请写成“{field}: 是”或“{field}: 否”",
            "这一栏只有两种回答。",
        ),
        en=Words(
            "“{field}” must be 是 or 否",
            "write {field}: 是 or {field}: 否",
            "The field has two answers only.",
        ),
    ),
    error(
        "S216",
        zh=Words(
            "“{field}”应为照片的文件名",
            "请写 jpg 或 png 文件的名称，例如：{field}: a-001.jpg",
            "照片栏写文件名，不写路径。",
        ),
        en=Words(
            "“{field}” must be the name of a picture",
            "write the name of a jpg or png file, for example: {field}: a-001.jpg",
            "The field holds a file name without a path.",
        ),
    ),
    error(
        "S217",
        zh=Words(
            "“{field}”不是日期的写法，或没有这一天",
            "请写成“年-月-日”，月和日都写两位，例如：2020-12-01；几天的，逐日分开写",
            "这里要用来推算期限，必须是真实存在的一天，写法为四位年、两位月、两位日。",
        ),
        en=Words(
            "“{field}” is not a date, or there is no such day",
            "write year-month-day, for example: 2020-12-01; write several days one by one",
            "Periods are counted from it, so it must be a day that exists.",
        ),
    ),
    error(
        "S218",
        zh=Words(
            "“{field}”不是成文日期的写法，或没有这一天",
            "请照原文写，例如：{field}: 2020年11月25日",
            "成文日期用阿拉伯数字写明年、月、日。",
        ),
        en=Words(
            "“{field}” is not a date as a notice prints it",
            "write it as the original does, for example: {field}: 2020年11月25日",
            "The date of a notice gives year, month and day.",
        ),
    ),
    error(
        "S219",
        zh=Words(
            "“{field}”的写法不对，或没有这一天",
            "请写成：{field}: 2020-11-25，或者 {field}: 2020-11-25 09:00",
            "时间写到日；也可以空一格再写时和分，中间是半角冒号。",
        ),
        en=Words(
            "“{field}” is not a day, nor a day with an hour",
            "write {field}: 2020-11-25 or {field}: 2020-11-25 09:00",
            "The time is a day, with or without hours and minutes.",
        ),
    ),
)
