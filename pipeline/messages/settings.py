"""S260–S289: what can be wrong with form.yml."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "S260",
        zh=Words(
            "表单不能使用这个关键字",
            "请核对拼写，或删去这一行",
            "form.yml 是 JSON Schema；只接受每个都有中文提示的关键字，免得填表人看到看不懂的话。",
        ),
        en=Words(
            "this keyword cannot be used in a form",
            "check the spelling, or remove the line",
            "A form uses only keywords that have words of their own for whoever fills it in.",
        ),
    ),
    error(
        "S261",
        zh=Words(
            "没有这种栏目类型",
            "请改为 gongshi:kinds#/ 加下列之一：{known}",
            "$ref 只能指向共用的栏目类型。",
        ),
        en=Words(
            "there is no such kind of field",
            "write gongshi:kinds#/ and one of: {known}",
            "A $ref may point to the shared kinds only.",
        ),
    ),
    error(
        "S262",
        zh=Words(
            "这个格式（pattern）写得不对",
            "请核对括号是否成对、次数是否合理；可以用 [ ]、( )、|、* + ? {{n,m}}、^ $、\\d \\w \\s，不能用 (?=…)、\\b、\\1 等；长度不超过 {longest} 个字符",
            "pattern 是正则表达式。只用 JSON Schema 推荐的基本写法，各处的核对结果才会一致，也不会因为一个写法算上很久。",
        ),
        en=Words(
            "this pattern is not a regular expression that can be used",
            "check brackets and counts; use [ ], ( ), |, * + ? {{n,m}}, ^ $, \\d \\w \\s, but no (?=…), \\b, \\1; at most {longest} characters",
            "A pattern keeps to the part of ECMA 262 that JSON Schema recommends: it means the same everywhere and always ends.",
        ),
    ),
    error(
        "S263",
        zh=Words(
            "表单的这一处不符合 JSON Schema 的写法",
            "这里应写：{wanted}",
            "form.yml 须符合 JSON Schema 2020-12，否则无法核对填写的内容。",
        ),
        en=Words(
            "this part of the form is not valid JSON Schema",
            "what may stand here: {wanted}",
            "form.yml must be valid by JSON Schema 2020-12.",
        ),
    ),
    error(
        "S264",
        zh=Words(
            "版面中写了表单没有的栏目",
            "请改为 properties 中已有的栏目，可能是：{known}",
            "x-layout 的每一格都须是表单的栏目。",
        ),
        en=Words(
            "the layout names a field that the form does not have",
            "write a name that stands under properties, perhaps: {known}",
            "Each cell of x-layout is a field of the form.",
        ),
    ),
    error(
        "S265",
        zh=Words(
            "“{field}”在版面中出现了两次",
            "请删去一处",
            "一个栏目在纸上只有一格。",
        ),
        en=Words(
            "“{field}” stands twice in the layout",
            "remove one of them",
            "A field has one cell on paper.",
        ),
    ),
    error(
        "S266",
        zh=Words(
            "这一行没有正好占满 {columns} 列",
            "每个栏目占标签 1 列加内容若干列，合计须等于列宽的个数，例如四列：[职务, 职称] 或 [[工作简历, 3]]；上面的格往下占的列不再计算",
            "一行的各格合起来须与列宽的个数相等，否则表格对不齐。",
        ),
        en=Words(
            "this row does not fill {columns} columns",
            "a field takes 1 column for its label and some for its value, for example in four columns: [a, b] or [[a, 3]]",
            "The cells of a row must add up to the number of columns.",
        ),
    ),
    error(
        "S250",
        zh=Words(
            "“{field}”占的行或列放不下",
            "请核对 [栏目, 占几列, 占几行]：往下占的行不能超出表格，也不能把下面一行隔成两段而又横跨过去",
            "占几行的格（例如照片）占住下面各行的同几列，下面各行的格排在剩下的列里。",
        ),
        en=Words(
            "there is no room for the rows or columns that {field} takes",
            "check [field, columns, rows]: the rows must be there, and a cell cannot lie across one from above",
            "A cell of several rows keeps its columns in the rows below; their cells take what is left.",
        ),
    ),
    error(
        "S267",
        zh=Words(
            "这个尺寸写得不对",
            "请写毫米数，例如：28mm",
            "列宽和行高用毫米，数字和 mm 之间不空格，例如 28mm 或 28.5mm。",
        ),
        en=Words(
            "this length is not written as required",
            "write millimetres, for example: 28mm",
            "Widths and heights are in millimetres.",
        ),
    ),
    error(
        "S268",
        zh=Words(
            "表格{side} {total} 毫米，一页 A4 纸放不下（最多 {most} 毫米）",
            "请减小列宽或行高；一行太高的，分成几行",
            "表格宽不超过 170 毫米；超过一页的自动接到下一页，但一行（连同占几行的栏目、标题和它下面的一行）须在一页之内，高不超过 250 毫米。",
        ),
        en=Words(
            "the table is {total} mm, more than the {most} mm of one A4 page",
            "make columns or rows smaller",
            "A table is at most 170 mm wide. It goes on on the next page, but no row, with what must stand beside it, is over 250 mm high.",
        ),
    ),
    error(
        "S269",
        zh=Words(
            "“{field}”是系统自用的名称，表单不能使用",
            "请换一个栏目名称",
            "推荐单位、审核、办理、来源、前次由工作人员填写，不是推荐表的栏目。",
        ),
        en=Words(
            "“{field}” is the program's own key and cannot be a field",
            "choose another name",
            "推荐单位, 审核, 办理, 来源 and 前次 are the staff's own keys.",
        ),
    ),
    error(
        "S270",
        zh=Words(
            "必填栏目（required）中写了表单没有的栏目",
            "请改为 properties 中已有的栏目名称",
            "必填的栏目须先在表单中写明。",
        ),
        en=Words(
            "required names a field that the form does not have",
            "write a name that stands under properties",
            "What is required must be a field.",
        ),
    ),
    error(
        "S271",
        zh=Words(
            "栏目名称的写法不对",
            "请用不超过 30 个字的文字，不含空格、句点和冒号",
            "栏目名称会写在文件、表格和网页上，因此不能含特殊符号。",
        ),
        en=Words(
            "this is not a field name",
            "use at most 30 characters without blanks, dots and colons",
            "Field names appear in files, tables and pages.",
        ),
    ),
    error(
        "S272",
        zh=Words(
            "版面（x-layout）写得不完整",
            "请写明“列宽”（不超过 20 列）和“行”（不超过 120 行），每行有“高”和“格”，例如：{{高: 10mm, 格: [职务, 职称]}}；占几列的栏目写成 [工作简历, 3]，占几列又占几行的写成 [照片, 1, 4]",
            "x-layout 说明纸质表格的列宽、行高和每格的栏目。",
        ),
        en=Words(
            "x-layout is incomplete",
            "give 列宽 (at most 20) and 行 (at most 120), and for each row 高 and 格, for example: {{高: 10mm, 格: [a, b]}}; a wide cell is [a, 3]",
            "x-layout says the widths, the heights and the fields of the paper form.",
        ),
    ),
    warning(
        "S273",
        zh=Words(
            "这里没有写 additionalProperties: false，写错名称的栏目查不出来",
            "请在同一层补上一行：additionalProperties: false",
            "不写这一行，按 JSON Schema 的规定，任何多出来的名称都算对，录入时写错一个字的栏目会被悄悄忽略。",
        ),
        en=Words(
            "without additionalProperties: false a misspelt field is not noticed",
            "add beside it: additionalProperties: false",
            "By JSON Schema any other key is allowed where the line is missing.",
        ),
    ),
    error(
        "S274",
        zh=Words(
            "“{keyword}”不能这样写",
            "请改为其中之一：{allowed}",
            "以 x- 开头的是本系统自己的关键字，只能写规定的内容；x-secret 写错，发布前就查不出不该公开的内容。",
        ),
        en=Words(
            "{keyword} cannot say this",
            "write one of: {allowed}",
            "Keywords that begin with x- are the program’s own and take fixed words.",
        ),
    ),
    error(
        "S275",
        zh=Words(
            "没有这种格式（format）",
            "请改为其中之一：{known}；别的格式请用 pattern",
            "不认识的格式等于没有核对，因此不接受。",
        ),
        en=Words(
            "there is no such format",
            "write one of: {known}; use pattern for anything else",
            "A format that nobody knows would check nothing.",
        ),
    ),
    warning(
        "S276",
        zh=Words(
            "规定了格式，但没有举例",
            "请在同一层补上说明或例子，例如：examples: [示例内容]，或 description: 怎样填写",
            "填写不合格式时，提示里会引用这里的说明和例子；没有的话，填写人不知道该怎么改。",
        ),
        en=Words(
            "there is a format, but no example of it",
            "add examples: [...] or a description beside it",
            "Who fills in the form wrongly is shown the description and the example.",
        ),
    ),
    error(
        "S277",
        zh=Words(
            "表单不能使用这个关键字，可能是“{near}”",
            "请把冒号前的文字改为：{near}",
            "form.yml 是 JSON Schema，关键字的拼写和大小写须完全一致。",
        ),
        en=Words(
            "this keyword cannot be used in a form; perhaps “{near}” is meant",
            "write the keyword as: {near}",
            "Keywords of JSON Schema are spelled exactly so, capitals included.",
        ),
    ),
    error(
        "S278",
        zh=Words(
            "表单没有标题（title）",
            "请在最前面补上一行，例如：title: 示例联络员推荐表",
            "标题印在推荐表的上方，也用来和通知中的表名核对。",
        ),
        en=Words(
            "the form has no title",
            "add a line such as: title: 示例联络员推荐表",
            "The title is printed above the form and compared with the notice.",
        ),
    ),
    warning(
        "S279",
        zh=Words(
            "“{field}”是必填栏目，但版面中没有这一格",
            "请在 x-layout 的“格”中加上“{field}”，或从 required 中删去",
            "申报人照纸质表填写，表上没有的栏目无处可填。",
        ),
        en=Words(
            "“{field}” is required but has no cell in the layout",
            "add it to x-layout, or take it out of required",
            "An applicant fills in the paper form; what is not on it cannot be filled in.",
        ),
    ),
)
