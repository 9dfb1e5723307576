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
)
