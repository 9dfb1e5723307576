"""S330–S337: what can be wrong with the rows and the pages of a form's table."""

from pipeline.messages.entry import Entry, Words, error, note, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "S330",
        zh=Words(
            "一行只能写“格”“标题”“文字”中的一种，“签字”只能跟在“文字”后面",
            "请把它们分成几行，例如：- {{标题: 一、基本情况}} 和 - {{高: 10mm, 格: [姓名, 性别]}}",
            "“格”是供人填写的栏目，“标题”是各部分的标题，“文字”是印在表上的承诺、说明等，各占一整行。",
        ),
        en=Words(
            "a row is one of 格, 标题 and 文字, and 签字 goes with 文字 only",
            "make several rows of it, for example - {{标题: 一、基本情况}} and - {{高: 10mm, 格: [姓名, 性别]}}",
            "格 holds fields, 标题 is the heading of a part, 文字 is a text printed on the form; each takes a row.",
        ),
    ),
    error(
        "S331",
        zh=Words(
            "“{key}”应为文字",
            "请写上要印的文字，例如：{key}: 一、基本情况；分行的，在冒号后写“|”，下面各行缩进",
            "“标题”“文字”“签字”照原样印在表上。",
        ),
        en=Words(
            "“{key}” must be a text",
            "write what is to be printed, for example {key}: 一、基本情况",
            "标题, 文字 and 签字 are printed as they are.",
        ),
    ),
    error(
        "S337",
        zh=Words(
            "封面（封面）的“栏目”应为 1 至 {most} 行文字",
            "请写成：栏目: [申报单位, 推荐单位（盖章）, 填报日期]",
            "封面印在表的前面，每行一个栏目，留有填写的横线。",
        ),
        en=Words(
            "栏目 of 封面 must be 1 to {most} lines of text",
            "write, for example, 栏目: [申报单位, 推荐单位（盖章）, 填报日期]",
            "The cover is printed before the table: each line has a label and room to write.",
        ),
    ),
    error(
        "S332",
        zh=Words(
            "这一行太低，印不下其中的文字",
            "请把“高”改为 {needed}mm 以上，或者精简文字",
            "印在表上的文字不会被截去，因此行高须够；按 9 磅字估算，签字一行另占 8 毫米。",
        ),
        en=Words(
            "this row is too low for its text",
            "make 高 at least {needed}mm, or shorten the text",
            "What is printed is never cut; the height is reckoned for 9 pt, and 8 mm for the line to sign.",
        ),
    ),
    error(
        "S333",
        zh=Words(
            "“另起一页”只能写 true",
            "请写成“另起一页: true”，不另起一页的整项删去",
            "写了它的一行印在新的一页上；不写的，前一页放不下时自动接到下一页。",
        ),
        en=Words(
            "另起一页 can only be true",
            "write 另起一页: true, or take it out",
            "Such a row begins a page; others go on to the next page when one is full.",
        ),
    ),
    note(
        "S334",
        zh=Words(
            "表格印成 {pages} 页，最后一页只有 {over} 毫米",
            "要少一页的，请把别的行减低 {over} 毫米；确要如此的，在这一行写“另起一页: true”",
            "多半是各行的高合计略微超过了一页。",
        ),
        en=Words(
            "the table takes {pages} pages, and the last holds only {over} mm",
            "make other rows lower by {over} mm; if it is meant, write 另起一页: true in this row",
            "The heights probably exceed a page by a little.",
        ),
    ),
    error(
        "S335",
        zh=Words(
            "上面的栏目占到了这一行，“标题”“文字”放不下",
            "请把“标题”“文字”移到上面的栏目占完之后，或者减少该栏目所占的行数",
            "“标题”“文字”占一整行，不能与照片等占几行的栏目同行。",
        ),
        en=Words(
            "a cell of a row above reaches into this row of 标题 or 文字",
            "move it below that cell, or let the cell take fewer rows",
            "标题 and 文字 take a whole row.",
        ),
    ),
    warning(
        "S336",
        zh=Words(
            "“{field}”的选项太多，这一格印不下",
            "请加大这一行的高或者这一栏的宽；也可以在该栏目中写“x-boxes: false”，不印方框，改为填写",
            "选项各印一个方框供打勾，按 8 磅字估算仍然放不下。",
        ),
        en=Words(
            "the choices of “{field}” have no room in their cell",
            "make the row higher or the cell wider, or write x-boxes: false in the field to have it filled in instead",
            "Each choice is printed with a box to tick; even in 8 pt they do not fit.",
        ),
    ),
)
