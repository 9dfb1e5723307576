"""X940–X957, X966–X969: what can be wrong with a file that came back, and what becomes of it."""

from pipeline.messages.entry import Entry, Words, error, note, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "X940",
        zh=Words(
            "这种文件不能读取：{what}",
            "可以读取的有：Word（.docx、.doc、.wps）、Excel（.xlsx）、网页上保存的 .yml、扫描件（.pdf、.png、.jpg）；"
            "压缩包请先解压，旧式表格请另存为 .xlsx",
            "按文件的内容判断是哪一种，不只看扩展名；其他种类的文件请照原件录入。",
        ),
        en=Words(
            "this kind of file is not read: {what}",
            "read are .docx, .doc, .wps, .xlsx, .yml, .pdf, .png, .jpg; unpack archives first",
            "The kind is told by the content and not by the ending alone.",
        ),
    ),
    error(
        "X941",
        zh=Words(
            "文件太大：超过 {most}",
            "请去掉里面的大图片，或只留下推荐表，再试一次",
            "过大的文件可能是误发，也可能用来拖垮电脑，因此设有上限。",
        ),
        en=Words(
            "the file is too large: over {most}",
            "take large pictures out of it and try again",
            "Files have limits, so that none can exhaust the machine.",
        ),
    ),
    error(
        "X942",
        zh=Words(
            "这个文件设有打开密码，没有读取",
            "请向报送人索取没有密码的文件",
            "设有密码的文件无法读取，也不猜测密码。",
        ),
        en=Words(
            "the file is locked by a password and was not read",
            "ask the sender for a file without one",
            "Passwords are not guessed.",
        ),
    ),
    error(
        "X943",
        zh=Words(
            "这个文件打不开：不完整、已经损坏，或者内容与扩展名不符",
            "请用办公软件打开看看；能打开的，另存一份再试；不能打开的，请报送人重新发送",
            "传送中断、存盘出错的文件常常如此。其余文件照常读取。",
        ),
        en=Words(
            "the file cannot be opened: it is cut short, broken, or not what its ending says",
            "open it in its program and save it again, or ask the sender for another",
            "The other files are read all the same.",
        ),
    ),
    error(
        "X944",
        zh=Words(
            "这个文件可能有害，没有读取：{what}",
            "请与报送人核实；确是推荐表的，请复制到空白表里另存后再试",
            "正常的推荐表不会带有宏、外部实体，展开后也不会大得出奇；带有这些的文件一概不读。",
        ),
        en=Words(
            "the file may do harm and was not read: {what}",
            "ask the sender; copy a genuine form into a blank one",
            "A form has no macros and no external entities, and does not swell beyond measure when it is unpacked.",
        ),
    ),
    error(
        "X945",
        zh=Words(
            "看不出这个文件属于哪个项目",
            "请用 --programme 写明项目，现有：{known}",
            "文件里没有写明项目，或者写的项目这里没有；只有一个项目时不必写明。",
        ),
        en=Words(
            "the programme of this file cannot be told",
            "name it with --programme; there are: {known}",
            "The file names no programme, or one that is not here.",
        ),
    ),
    note(
        "X946",
        zh=Words(
            "这份文件已收过，没有再生成草稿：{other}",
            "要重新生成的，先删去原来的草稿再试",
            "同一个文件（内容完全相同）只生成一份草稿；已有的草稿和申报一概不覆盖。",
        ),
        en=Words(
            "this file was received before, see {other}",
            "delete the old draft to have it made again",
            "One file makes one draft; what is there is never overwritten.",
        ),
    ),
    warning(
        "X947",
        zh=Words(
            "“{field}”与另一份相同：{other}",
            "请核对是不是同一个人重复申报",
            "按项目设置中“查重”的栏目，与已有的申报和草稿比较。",
        ),
        en=Words(
            "{field} is the same as in {other}",
            "see whether one person applied twice",
            "Compared with submissions and drafts by the fields under 查重.",
        ),
    ),
    error(
        "X948",
        zh=Words(
            "没有读到推荐表的任何栏目",
            "请核对是不是推荐表；是的，请照原件录入",
            "栏目按名称识别；表格里一个认得的栏目名称也没有，或者都没有填写，就不生成草稿。",
        ),
        en=Words(
            "no field of the form was found",
            "see whether this is the form; if so, type it by hand",
            "Fields are known by their names; without any, or with none filled in, no draft is made.",
        ),
    ),
    note(
        "X949",
        zh=Words(
            "跳过：{what}",
            "不必处理；确是推荐表的，请改名或复制到文件夹里再试",
            "办公软件留下的临时文件、隐藏文件和快捷方式不读取。",
        ),
        en=Words(
            "passed over: {what}",
            "nothing is to be done; a form should be renamed or copied into the folder",
            "Temporary and hidden files and links are not read.",
        ),
    ),
    error(
        "X950",
        zh=Words(
            "这个 Word 文件里没有正文",
            "请用 Word 或 WPS 打开看看，另存为 .docx 再试；打不开的，请报送人重新发送",
            "文件的内容与扩展名不符，或者缺少存放正文的部分。",
        ),
        en=Words(
            "there is no document in this Word file",
            "open it and save it again as .docx, or ask the sender for another",
            "It is not what its ending says, or the part that holds the text is missing.",
        ),
    ),
    error(
        "X951",
        zh=Words(
            "这个 Word 文件的正文太长，或者表格套得太深，没有读取",
            "请只留下推荐表，另存后再试",
            "一份推荐表只有几页；正文大得出奇的文件可能用来拖垮电脑，因此设有上限。",
        ),
        en=Words(
            "the text of this Word file is too long, or its tables are nested too deeply; it was not read",
            "keep only the form and save it again",
            "A form has a few pages; larger texts have a limit, so that none can exhaust the machine.",
        ),
    ),
    error(
        "X952",
        zh=Words(
            "旧式或其他格式的文字文件要先转换，这台电脑上没有 LibreOffice",
            "请用 Word 或 WPS 打开，“另存为”选 .docx，再试；也可以安装 LibreOffice",
            ".doc、.wps、.rtf、.odt 由 LibreOffice 转换成 .docx 后读取；.docx 不需要它。",
        ),
        en=Words(
            "files of older or other formats are converted first, and LibreOffice is not on this machine",
            "open it in Word or WPS and save it as .docx, or install LibreOffice",
            ".doc, .wps, .rtf and .odt are converted to .docx by LibreOffice; a .docx does not need it.",
        ),
    ),
    error(
        "X953",
        zh=Words(
            "这个文件没有转换成功：可能设有密码，或者已经损坏",
            "请用 Word 或 WPS 打开，“另存为”选 .docx，再试",
            "LibreOffice 打不开这个文件。其余文件照常读取。",
        ),
        en=Words(
            "the file could not be converted: it may have a password or be broken",
            "open it in Word or WPS and save it as .docx",
            "LibreOffice cannot open it. The other files are read all the same.",
        ),
    ),
    error(
        "X954",
        zh=Words(
            "这个文件转换得太久，已经停下",
            "请用 Word 或 WPS 打开，“另存为”选 .docx，再试",
            "转换设有时限，以免一个文件耽误其他文件。",
        ),
        en=Words(
            "converting the file took too long and was stopped",
            "open it in Word or WPS and save it as .docx",
            "Converting has a time limit, so that one file does not keep the others waiting.",
        ),
    ),
    warning(
        "X955",
        zh=Words(
            "由旧式或其他格式的文件转换后读取",
            "请对照原件逐栏核对，特别是重复的文字和勾选",
            "转换可能使文字重复、勾选移位，因此每一栏最多按“按标签”对待。",
        ),
        en=Words(
            "the file was converted from an older or other format",
            "compare every field with the original, repeated text and boxes above all",
            "Converting may repeat text and move ticks, so no field counts as certain.",
        ),
    ),
    warning(
        "X966",
        zh=Words(
            "这份表是按另一版推荐表填写的",
            "请逐栏核对",
            "推荐表改版后，栏目可能增减或改变含义；按标记或名称认得的栏目照常读取。",
        ),
        en=Words(
            "the form was filled in on another version of it",
            "compare every field",
            "Fields may have come, gone or changed between versions.",
        ),
    ),
    error(
        "X967",
        zh=Words(
            "没有写成草稿：{kind}",
            "请查看磁盘空间和文件夹的权限，再运行一次；已经写成的不受影响",
            "草稿写在项目的 drafts 文件夹里；写不进去时不留下半份文件。",
        ),
        en=Words(
            "the draft was not written: {kind}",
            "see to the disk and the rights of the folder and run it again",
            "A draft is written whole or not at all.",
        ),
    ),
    warning(
        "X968",
        zh=Words(
            "{what}超过 {most}，超出的部分没有读取",
            "请把文件拆开后再试",
            "一张表里的行数和栏数设有上限。",
        ),
        en=Words(
            "{what} is more than {most}; the rest was not read",
            "split the file",
            "Rows and columns of a spreadsheet have limits.",
        ),
    ),
)
