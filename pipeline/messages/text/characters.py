"""Y12x: characters that nobody can see, print or mean."""

from pipeline.messages.entry import Entry, Words, error, note

_UNSEEN_ZH = "从网页、聊天软件或 PDF 复制文字时常会带上看不见的字符。它们会使查重、排序和检索出错，也可能使文字显示得与实际不同。"
_UNSEEN_EN = (
    "Text copied from pages, chats or PDF often brings unseen characters, which break searching, sorting and comparing."
)
_RETYPE_ZH = "请删去这个字符；看不出在哪里的，请把这几个字删去后重新输入"
_RETYPE_EN = "remove it; where it cannot be seen, delete these few characters and type them again"
_PRIVATE_ZH = (
    "自造字（Unicode 专用区的编码）只在装有同一字库的电脑上显示得出来，在别处是空白或方框。"
    "GB 18030-2022 已为常见的生僻字给出正式编码，应改用正式编码的字。"
)
_PRIVATE_EN = (
    "A private-use character shows only where the same font is installed; GB 18030-2022 gives most of them real codes."
)

ENTRIES: tuple[Entry, ...] = (
    error(
        "Y120",
        zh=Words("这里有看不见的控制字符（{point}）", _RETYPE_ZH, _UNSEEN_ZH),
        en=Words("there is a control character here ({point})", _RETYPE_EN, _UNSEEN_EN),
    ),
    error(
        "Y121",
        zh=Words("这里有看不见的、改变文字方向的字符（{point}）", _RETYPE_ZH, _UNSEEN_ZH),
        en=Words(
            "there is an unseen character here that turns the direction of text ({point})", _RETYPE_EN, _UNSEEN_EN
        ),
    ),
    error(
        "Y122",
        zh=Words("这里有看不见的零宽字符（{point}）", _RETYPE_ZH, _UNSEEN_ZH),
        en=Words("there is an unseen character of no width here ({point})", _RETYPE_EN, _UNSEEN_EN),
    ),
    error(
        "Y123",
        zh=Words(
            "这里是乱码或占位符号（{point}），原来的文字已经丢失",
            "请对照原件重新输入这里的文字",
            "文件以错误的编码打开后再保存，或者复制时带上了图片的位置，就会出现这种符号。",
        ),
        en=Words(
            "there is a replacement or placeholder character here ({point}); what stood here is lost",
            "type it again from the original",
            "It comes from saving a file that was opened in the wrong encoding, or from copying the place of a picture.",
        ),
    ),
    error(
        "Y124",
        zh=Words(
            "这里有残缺的字符，只剩半个字的编码",
            "请对照原件重新输入这个字",
            "扩展区的生僻字由两半编码合成，有的软件会弄丢其中一半。",
        ),
        en=Words(
            "there is half a character here",
            "type the character again from the original",
            "Some software loses one of the two halves by which a rare character is coded.",
        ),
    ),
    error(
        "Y125",
        zh=Words("这里的编码不是任何文字（{point}）", "请对照原件重新输入这里的文字", _UNSEEN_ZH),
        en=Words("this code is no character at all ({point})", "type it again from the original", _UNSEEN_EN),
    ),
    error(
        "Y126",
        zh=Words(
            "这里是自造字（{point}），别的电脑上显示不出来，应写作“{real}”（{real_point}）",
            "请与原件核对，改为“{real}”",
            _PRIVATE_ZH,
        ),
        en=Words(
            "this is a private-use character ({point}); its real code is “{real}” ({real_point})",
            "compare with the original and write “{real}”",
            _PRIVATE_EN,
        ),
    ),
    error(
        "Y127",
        zh=Words(
            "这里是自造字（{point}），别的电脑上显示不出来",
            "请用支持 GB 18030-2022 的输入法重新输入这个字；输入不出的，请与本人核对身份证件上的写法",
            _PRIVATE_ZH,
        ),
        en=Words(
            "this is a private-use character ({point}), which other computers cannot show",
            "type the character again with an input method for GB 18030-2022",
            _PRIVATE_EN,
        ),
    ),
    error(
        "Y128",
        zh=Words("这里有看不见的换行符（{point}）", "请删去它；需要换行的，请按回车键", _UNSEEN_ZH),
        en=Words(
            "there is an unseen line separator here ({point})", "remove it; press Enter for a new line", _UNSEEN_EN
        ),
    ),
    note(
        "Y129",
        zh=Words(
            "从这里起还有 {count} 处同类的问题，没有逐一列出",
            "请先改正已列出的各处，再检查一次",
            "同一个文件里同类的问题最多列出 100 处；问题这么多，多半是整个文件放错了地方，或者格式从头就不对。",
        ),
        en=Words(
            "from here on there are {count} more of the same kind, which are not listed",
            "mend those that are listed and check again",
            "At most 100 of one kind are listed for a file; so many often mean a file in the wrong place.",
        ),
    ),
)
