"""X930–X939: what stands against a document for staff."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "X930",
        zh=Words(
            "这份申报有错误，没有导出；其余的照常导出",
            "请先按提示改正（gongshi check 加上这个文件的路径可只看它的问题），再导出一次",
            "有错误的申报可能缺内容或读错内容，不能印成正式材料，所以略过；别的申报不受影响。",
        ),
        en=Words(
            "this submission has errors and was left out; the others were exported",
            "mend it (`gongshi check` with this file's path shows what is wrong) and export again",
            "A submission with errors may lack content or be misread, so nothing official is printed from it.",
        ),
    ),
    error(
        "X931",
        zh=Words(
            "项目 {slug} 的设置有错误，没有导出",
            "请先运行 gongshi check，改正设置、表格或通知中的错误，再导出一次",
            "项目的设置（site.yml、programme.yml、form.yml 等）有错误时，每一份材料都可能印错，所以一份也不导出。",
        ),
        en=Words(
            "the settings of programme {slug} have errors, nothing was exported",
            "run `gongshi check`, mend the settings, the form or the notice, and export again",
            "Where site.yml, programme.yml or form.yml has errors, any document could come out wrong.",
        ),
    ),
    error(
        "X932",
        zh=Words(
            "系统不允许写入或磁盘出错（{kind}），这个文件没有写成",
            "请检查文件夹是否只读、磁盘是否已满、原来的文件是否正被别的程序打开，再导出一次",
            "文件先写在旁边，写完再换上；没有写成的，原来的文件保持不变。括号中是系统给出的错误代号。",
        ),
        en=Words(
            "the system refused to write ({kind}); the file was not made",
            "see whether the folder is read-only, the disk full, or the old file open in another program",
            "A file is written beside the old one and put in its place when it is whole.",
        ),
    ),
    error(
        "X933",
        zh=Words(
            "字体（{fonts}）中没有这些字：{characters}，没有导出这一份",
            "请核对这个字是否写对；确实写对的，请用 gongshi export forms 导出 Word 文件，用装有这个字的字体另行排印",
            "缺字会印成空框，姓名印错的材料不能用，所以不导出。字以统一码（U+ 加编号）表示，括号中是查找过的字体。",
        ),
        en=Words(
            "no font at hand ({fonts}) has {characters}; the document was not made",
            "see whether the character is right; if it is, set this one by hand with a font that has it",
            "A character that no font has would print as an empty box. Characters are given by code point.",
        ),
    ),
    error(
        "X934",
        zh=Words(
            "状态为“{standing}”，没有可以导出的证书",
            "已取消、已退出或者任期（有效期）已满的，确需补印请加 --all；还没有认定的，请先登记“认定”",
            "证书只发给在任的人员或在册的单位；加 --all 的，已不在任、不在册的也一并导出。",
        ),
        en=Words(
            "there is no certificate to export; the standing is {standing}",
            "add --all to print one that is no longer valid; record 认定 for who was not certified yet",
            "Certificates are printed for those in office; --all prints the others too.",
        ),
    ),
    error(
        "X935",
        zh=Words(
            "没有写网址，证书上印不了核验二维码",
            "请在 site.yml 写“网址”，如 https://www.example.com/，再导出一次",
            "证书上的二维码指向网站上的核验页，核验页的完整地址由“网址”和证书编号组成。",
        ),
        en=Words(
            "no address of the site (网址) is given, so a certificate cannot carry its code",
            "write 网址 in site.yml and export again",
            "The code on a certificate leads to its page on the site.",
        ),
    ),
    warning(
        "X936",
        zh=Words(
            "栏目“{field}”写的照片找不到或读不出来，照片栏留空",
            "请把照片（JPG 或 PNG，不超过 {most} MB）放在这份申报的同一个文件夹里，文件名与所写的一致",
            "导出的表格会印上照片；没有照片也可以导出，照片栏空着，供粘贴。",
        ),
        en=Words(
            "the photo named by {field} is not there or cannot be read; its cell is left open",
            "put the photo (JPG or PNG, at most {most} MB) into the submission's folder under that name",
            "A form can be exported without the photo; one can be pasted into the open cell.",
        ),
    ),
    warning(
        "X937",
        zh=Words(
            "有的格子超过 {most} 字，表格软件放不下，已截断",
            "完整内容请看申报文件或导出的推荐表",
            "一个单元格最多放 32767 个字符，这是 .xlsx 格式的限制。",
        ),
        en=Words(
            "a cell is longer than {most} characters and was cut",
            "see the submission's file or its form for the whole text",
            "A cell of an .xlsx holds at most 32,767 characters.",
        ),
    ),
    error(
        "X938",
        zh=Words(
            "排版失败，没有导出",
            "请检查内容仓库里 site_templates/print/ 下自己改过的模板；没有改过的，请把这个问题告诉维护者",
            "文件由 site_templates/print/ 下的模板排出，内容仓库里的同名模板优先。",
        ),
        en=Words(
            "the document could not be typeset",
            "look at the templates below site_templates/print/ that you changed; if you changed none, tell the maintainers",
            "Documents are set by templates; those of the content repository come first.",
        ),
    ),
)
