"""T6xx: what can be wrong with templates and output."""

from pipeline.messages.entry import Entry, Words, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "T601",
        zh=Words(
            "模板写法有误，无法读取",
            "请检查这一行及其前后：每个 {{% if %}}、{{% for %}}、{{% block %}} 都要有对应的结束标记，括号和引号要成对；文件要存为 UTF-8 编码",
            "页面由 site_templates 中的模板生成。模板不合 Jinja 的写法时，用到它的页面都无法生成，网站保持原样。",
        ),
        en=Words(
            "this template cannot be read",
            "look at this line and around it: every if, for and block needs its end, brackets and quotes their partner; save it as UTF-8",
            "Pages come from the templates in site_templates. A template that is not valid Jinja stops the build.",
        ),
    ),
    error(
        "T602",
        zh=Words(
            "缺少模板“{name}”",
            "请检查文件名是否写对；自行改过模板的，可先删去改过的文件，恢复使用自带的模板",
            "页面或模板用到了一个不存在的模板。先在内容目录的 site_templates 中找，再在自带的模板中找。",
        ),
        en=Words(
            "the template “{name}” is missing",
            "check its name; remove your own changed template to fall back to the shipped one",
            "Templates are looked for in the content's own site_templates, then among the shipped ones.",
        ),
    ),
    error(
        "T603",
        zh=Words(
            "模板用到了没有的名称“{name}”",
            "请检查这一行的名称是否写对，可对照自带的同名模板",
            "模板中的名称必须是页面给出的数据。写错的名称不会留下空白，而是停止生成，以免登出残缺的页面。",
        ),
        en=Words(
            "the template uses the name “{name}”, which is not there",
            "check the name on this line against the shipped template",
            "A name in a template must be among the page's data; a wrong one stops the build instead of leaving a gap.",
        ),
    ),
    error(
        "T604",
        zh=Words(
            "模板这一行执行失败（{kind}）",
            "请检查这一行的写法，可对照自带的同名模板",
            "模板能够读取，但生成页面时这一行出错，例如把日期的写法用在了文字上，或者模板互相引用成环。",
        ),
        en=Words(
            "this line of the template fails ({kind})",
            "check the line against the shipped template",
            "The template could be read, but drawing a page failed here, such as a date filter used on words.",
        ),
    ),
    error(
        "T612",
        zh=Words(
            "模板这一行的写法不允许使用",
            "请只用页面给出的内容和现成的过滤器，可对照自带的同名模板",
            "本单位的模板只能读取页面给出的内容，不能改动内容，也不能借此使用程序内部的功能。",
        ),
        en=Words(
            "this line of the template is not allowed",
            "use only what the page gives and the filters that are there; compare with the shipped template",
            "An office's templates can read what a page gives them. They cannot change it, or reach what is behind it.",
        ),
    ),
    error(
        "T605",
        zh=Words(
            "两个文件要放到同一个网址",
            "请给其中一个改名：项目文件夹名、附件名不能相同，也不能只有大小写不同，也不能与 roster、assets 等固定网址相同",
            "网站上一个网址只能对应一个文件。有的系统不区分大小写，所以只有大小写不同也算相同。",
        ),
        en=Words(
            "two files want the same address",
            "rename one: folders of programmes and attachments must differ by more than capitals, and from roster, assets …",
            "One address is one file. Some systems do not tell capitals apart, so such names count as the same.",
        ),
    ),
    error(
        "T606",
        zh=Words(
            "这个网址不安全，不能使用",
            "请改用小写英文字母、数字和短横线命名项目文件夹",
            "网址只能用英文字母、数字、点、短横线和下划线，不能含“..”，也不能是 Windows 保留的名字（如 con、aux），"
            "否则网站换一台机器就可能打不开。",
        ),
        en=Words(
            "this address is not safe",
            "name the programme's folder with lower-case letters, digits and hyphens",
            "Addresses hold letters, digits, dots, hyphens and underscores, no “..”, and no name reserved by Windows.",
        ),
    ),
    error(
        "T607",
        zh=Words(
            "附件读不出来",
            "请确认文件还在、可以打开，而且不是快捷方式（链接）",
            "附件原样放到网站上。生成网站时文件被移走、没有读取权限，或者是指向别处的链接，都会出现这个问题。",
        ),
        en=Words(
            "this attachment cannot be read",
            "make sure that the file is there, readable, and no link",
            "Attachments go out as they are. One that was moved, is not readable, or is a link cannot be copied.",
        ),
    ),
    error(
        "T608",
        zh=Words(
            "模板用到了不存在的样式或图片",
            "请检查模板中 asset(…) 里的文件名；可对照自带的同名模板",
            "样式和图片由 site_templates/assets 生成，名称里带有内容摘要。模板只能引用已经生成的文件。",
        ),
        en=Words(
            "the template uses a style or picture that does not exist",
            "check the file name in asset(…) against the shipped template",
            "Styles and pictures are made from site_templates/assets; a template can name only those that are made.",
        ),
    ),
    error(
        "T640",
        zh=Words(
            "没有这个问题编号，这些说法用不上",
            "编号由一个大写字母和三位数字组成，例如 S203；gongshi check 的输出里有编号",
            "site_templates/messages.yml 按问题编号改写说法。写错了编号，改写就不会生效。",
        ),
        en=Words(
            "there is no finding of this code, so its words are used nowhere",
            "a code is a capital letter and three digits, such as S203; `gongshi check` shows it",
            "site_templates/messages.yml says findings in an office's own words, by their codes.",
        ),
    ),
    error(
        "T641",
        zh=Words(
            "这里应写“说明”“提示”“解释”中的一项或几项，后面是文字",
            "例如：S203: {{说明: 手机号应为 11 位, 提示: 请核对后重填}}",
            "一个编号可以改写三处：说明（错在哪里）、提示（怎样改）、解释（check --explain 显示的话）。没有写的，用自带的。",
        ),
        en=Words(
            "here 说明, 提示 and 解释 are written, one or several, each with a text",
            "for example: S203: {{说明: 手机号应为 11 位, 提示: 请核对后重填}}",
            "Of a code three texts can be said otherwise: what is wrong, what to write, and what --explain tells.",
        ),
    ),
    error(
        "T642",
        zh=Words(
            "花括号里只能写会自动填入的名称，这里可用：{known}",
            "请照抄自带说法里的名称，例如 {{field}}；要写花括号本身，请写两次：{{{{ 和 }}}}",
            "说明和提示里花括号中的名称由程序填入，例如栏目名。写了没有的名称，就填不出来。",
        ),
        en=Words(
            "braces may hold only names that are filled in, here: {known}",
            "copy the names of the shipped words, such as {{field}}; write a brace itself twice",
            "Words in braces stand for what is filled in, such as a field's name. A name that is not there stays empty.",
        ),
    ),
)
