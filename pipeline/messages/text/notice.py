"""Y19x: the front matter of a notice."""

from pipeline.messages.entry import Entry, Words, error

_FORM_ZH = "通知文件先是写在两行“---”之间的栏目（标题、主送、发文单位、成文日期等），然后是正文。"
_FORM_EN = "A notice begins with keys between two lines of ---, then comes its body."

ENTRIES: tuple[Entry, ...] = (
    error(
        "Y190",
        zh=Words("通知应以一行“---”开头", "第一行写 ---，接着逐行写标题等栏目，再写一行 ---，下面是正文", _FORM_ZH),
        en=Words(
            "a notice begins with a line of ---", "write ---, then the keys, then --- again, then the body", _FORM_EN
        ),
    ),
    error(
        "Y191",
        zh=Words("开头的栏目没有以“---”结束", "请在栏目之后、正文之前加一行 ---", _FORM_ZH),
        en=Words("the front matter is not closed by ---", "put a line of --- between the keys and the body", _FORM_EN),
    ),
    error(
        "Y192",
        zh=Words("通知没有正文", "请在第二行 --- 的下面写正文", _FORM_ZH),
        en=Words("the notice has no body", "write the body below the second ---", _FORM_EN),
    ),
    error(
        "Y193",
        zh=Words("两行“---”之间没有栏目", "请在两行 --- 之间逐行写标题、主送等栏目", _FORM_ZH),
        en=Words("there are no keys between the two lines of ---", "write them there, one a line", _FORM_EN),
    ),
)
