"""Y10x and Y11x: the file as such, and its encoding."""

from pipeline.messages.entry import Entry, Words, error

_PLAIN_ZH = "内容文件夹里只读普通的文本文件。链接、文件夹、管道和设备一律不读，以免读到内容文件夹以外的东西。"
_PLAIN_EN = "Only plain text files are read under content/; links, folders, pipes and devices are not."
_UTF8_ZH = "所有文件都应以 UTF-8 编码保存（带不带 BOM 均可），这样姓名里的生僻字才不会丢失，各种系统上看到的也一样。"
_UTF8_EN = "Every file is UTF-8, with or without a byte order mark, so that rare characters survive on every system."

ENTRIES: tuple[Entry, ...] = (
    error(
        "Y101",
        zh=Words(
            "文件里没有内容",
            "请每行写一个栏目，例如：姓名: 王示例；不需要这个文件的，请删去",
            "文件是空的，或者只有注释（以 # 开头的行）。",
        ),
        en=Words(
            "the file holds nothing",
            "write one field per line, for example: 姓名: 王示例; delete the file if it is not needed",
            "The file is empty or holds only comments.",
        ),
    ),
    error(
        "Y102",
        zh=Words(
            "文件超过 256 KB，没有读取",
            "请检查文件是否放错；这里只写文字，照片、扫描件等请另外保存",
            "一份申报通常只有几 KB。过大的文件多半是放错了位置，因此不读取。",
        ),
        en=Words(
            "the file is larger than 256 KB and was not read",
            "check that it is the right file; only text belongs here",
            "A submission has a few KB; a file this large is in the wrong place.",
        ),
    ),
    error(
        "Y103",
        zh=Words("这是一个链接（快捷方式），没有读取", "请把实际的文件放到这里，再删去链接", _PLAIN_ZH),
        en=Words("this is a link and was not read", "put the real file here and remove the link", _PLAIN_EN),
    ),
    error(
        "Y104",
        zh=Words("这里应是一个文件，却是文件夹", "请把文件夹改名或移走；文件夹的名称不要以 .yml 结尾", _PLAIN_ZH),
        en=Words("a file belongs here, but this is a folder", "rename or move the folder", _PLAIN_EN),
    ),
    error(
        "Y105",
        zh=Words("这不是普通文件，没有读取", "请删去它，在这里放一个普通的文本文件", _PLAIN_ZH),
        en=Words("this is no plain file and was not read", "remove it and put a plain text file here", _PLAIN_EN),
    ),
    error(
        "Y106",
        zh=Words(
            "文件打不开",
            "请关闭正在使用它的程序（如 Word、WPS），确认有读取这个文件的权限，然后再试一次",
            "文件正被别的程序占用、没有读取权限，或者磁盘出了故障。",
        ),
        en=Words(
            "the file cannot be opened",
            "close programs that use it, check that you may read it, and try again",
            "Another program holds the file, you may not read it, or the disk is faulty.",
        ),
    ),
    error(
        "Y107",
        zh=Words(
            "文件不见了",
            "文件可能刚被移走、改名或删除；请放回原处，再试一次",
            "列出文件之后、读取之前，文件从原来的位置消失了。",
        ),
        en=Words(
            "the file is gone",
            "it may just have been moved, renamed or deleted; put it back and try again",
            "The file was there when the folder was listed and was gone when it was to be read.",
        ),
    ),
    error(
        "Y108",
        zh=Words(
            "文件在读取时被改动了",
            "请等保存完成后再试一次",
            "读到一半被改动的内容不可靠，因此不采用。",
        ),
        en=Words(
            "the file changed while it was being read",
            "wait until it is saved and try again",
            "Content that changes while it is read cannot be trusted.",
        ),
    ),
    error(
        "Y110",
        zh=Words(
            "文件是 UTF-16 编码，应为 UTF-8",
            "请用记事本打开，点“文件”“另存为”，在“编码”处选“UTF-8”，保存",
            _UTF8_ZH,
        ),
        en=Words("the file is UTF-16, not UTF-8", "open it in an editor and save it as UTF-8", _UTF8_EN),
    ),
    error(
        "Y111",
        zh=Words(
            "文件看起来是 GBK（ANSI）编码，应为 UTF-8",
            "用记事本：打开后点“文件”“另存为”，在“编码”处选“UTF-8”，保存；"
            "用 WPS：另存为纯文本，编码选“Unicode (UTF-8)”，再把扩展名改回原样",
            _UTF8_ZH,
        ),
        en=Words("the file looks like GBK (ANSI), not UTF-8", "open it in an editor and save it as UTF-8", _UTF8_EN),
    ),
    error(
        "Y112",
        zh=Words(
            "这里有不符合 UTF-8 编码的内容，显示为乱码",
            "请对照原件重新输入这里的文字，并以 UTF-8 编码保存",
            _UTF8_ZH,
        ),
        en=Words("there are bytes here that are not UTF-8", "type the text here again and save it as UTF-8", _UTF8_EN),
    ),
    error(
        "Y113",
        zh=Words(
            "这不是文本文件",
            "可能是 Word、Excel 或图片文件改了扩展名；请新建一个文本文件，把文字写进去，以 UTF-8 编码保存",
            _UTF8_ZH,
        ),
        en=Words(
            "this is not a text file",
            "it may be a Word, Excel or picture file under another name; write the text into a new file",
            _UTF8_EN,
        ),
    ),
)
