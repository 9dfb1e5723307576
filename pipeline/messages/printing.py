"""T61x: what can be wrong with the documents that are set as PDF."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "T610",
        zh=Words(
            "排版模板有误，PDF 无法生成",
            "请检查内容仓库 site_templates/print/ 下自己改过的模板；没有改过的，请把这个问题告诉维护者",
            "通知、公示、认定通知、名单等的 PDF 由 site_templates/print/ 下的模板排出，内容仓库里的同名模板优先。模板不合 Typst 的写法，"
            "或者用到了没有的数据时，停止生成，网站保持原样。",
        ),
        en=Words(
            "this print template fails, so the PDF cannot be made",
            "look at the templates below site_templates/print/ that you changed; if you changed none, tell the maintainers",
            "PDF documents are set by the Typst templates in site_templates/print; a wrong one stops the build.",
        ),
    ),
    warning(
        "T611",
        zh=Words(
            "“{field}”中有字体里没有的字（{characters}），没有生成这份 PDF",
            "请核对这个字是否写对；确实写对的，可在 site.yml 写“排版: {{字体: 系统}}”，改用本机装有的、收有这个字的字体",
            "缺字会印成空框，所以有缺字的 PDF 不登出，网页照常。字以统一码（U+ 加编号）表示。自带的字体收有 GBK 和扩展 A 的全部汉字。",
        ),
        en=Words(
            "“{field}” has characters that no font has ({characters}); this PDF was left out",
            "see whether the character is right; if it is, 排版: {{字体: 系统}} in site.yml uses the fonts of this machine",
            "A character without a glyph would print as an empty box, so the PDF is left out; the page stays.",
        ),
    ),
)
