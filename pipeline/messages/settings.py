"""S260–S289: what can be wrong with form.yml."""

from pipeline.messages.entry import Entry, Words, error

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
            "请核对括号是否成对，长度不超过 500 个字符",
            "pattern 是正则表达式，写错了就无法核对填写的内容。",
        ),
        en=Words(
            "this pattern is not a regular expression, or it is too long",
            "check the brackets; at most 500 characters",
            "A pattern is a regular expression of at most 500 characters.",
        ),
    ),
    error(
        "S263",
        zh=Words(
            "表单的这一处不符合 JSON Schema 的写法",
            "请核对这个关键字应写文字、数字还是列表；表单必须有 properties",
            "form.yml 须符合 JSON Schema 2020-12，否则无法核对填写的内容。",
        ),
        en=Words(
            "this part of the form is not valid JSON Schema",
            "check whether the keyword takes a text, a number or a list; a form needs properties",
            "form.yml must be valid by JSON Schema 2020-12.",
        ),
    ),
    error(
        "S264",
        zh=Words(
            "版面中写了表单没有的栏目",
            "请改为 properties 中已有的栏目名称",
            "x-layout 的每一格都须是表单的栏目。",
        ),
        en=Words(
            "the layout names a field that the form does not have",
            "write a name that stands under properties",
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
            "每个栏目占标签 1 列加内容若干列，合计须等于列宽的个数，例如四列：[职务, 职称] 或 [[工作简历, 3]]",
            "一行的各格合起来须与列宽的个数相等，否则表格对不齐。",
        ),
        en=Words(
            "this row does not fill {columns} columns",
            "a field takes 1 column for its label and some for its value, for example in four columns: [a, b] or [[a, 3]]",
            "The cells of a row must add up to the number of columns.",
        ),
    ),
    error(
        "S267",
        zh=Words(
            "这个尺寸写得不对",
            "请写毫米数，例如：28mm",
            "列宽和行高用毫米，例如 28mm 或 28.5mm。",
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
            "表格合计 {total} 毫米，一页 A4 纸放不下（最多 {most} 毫米）",
            "请减小列宽或行高",
            "推荐表要印在一页 A4 纸上：宽不超过 170 毫米，高不超过 250 毫米。",
        ),
        en=Words(
            "the table measures {total} mm, more than the {most} mm of one A4 page",
            "make columns or rows smaller",
            "The form is printed on one A4 page: at most 170 mm wide and 250 mm high.",
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
            "请写明“列宽”和“行”，每行有“高”和“格”，例如：{{高: 10mm, 格: [职务, 职称]}}",
            "x-layout 说明纸质表格的列宽、行高和每格的栏目。",
        ),
        en=Words(
            "x-layout is incomplete",
            "give 列宽 and 行, and for each row 高 and 格, for example: {{高: 10mm, 格: [a, b]}}",
            "x-layout says the widths, the heights and the fields of the paper form.",
        ),
    ),
)
