"""S280: what can be wrong with the text of a certification notice."""

from pipeline.messages.entry import Entry, Words, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "S280",
        zh=Words(
            "花括号里的词不是可用的代入项",
            "请改为其中之一：{known}；不需要代入的，请不用花括号",
            "认定通知的文字写在 certification.md 里，花括号中的词由系统按名单和项目设置代入，例如 {人数} 由名单数出。"
            "一段里有一项没有内容可代的，整段略去：例如没有规定任期的项目，写有 {任期} 的一段不会出现。",
        ),
        en=Words(
            "the word in braces is not one that can be filled in",
            "write one of: {known}; leave the braces out where nothing is to be filled in",
            "The words in braces of certification.md are filled in from the list and the programme's settings. "
            "A paragraph that asks for something this programme does not have is left out.",
        ),
    ),
)
