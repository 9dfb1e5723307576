"""X9xx: what the disk or we ourselves did wrong."""

from pipeline.messages.entry import Entry, Words, error

_STAYS = "原来的网站保持不变。"
_STAYS_EN = "The last good site stays as it is."

ENTRIES: tuple[Entry, ...] = (
    error(
        "X910",
        zh=Words(
            "另一个生成正在进行，等了一分钟还没有结束",
            "请等它结束后再运行；如果开着 gongshi serve 或 watch，它会自动生成，不必再运行",
            "同一时间只能有一个生成在写网站，先到的先做。" + _STAYS,
        ),
        en=Words(
            "another build is running and did not end within a minute",
            "run again when it has ended; an open `gongshi serve` or `watch` builds by itself",
            "One build publishes at a time. " + _STAYS_EN,
        ),
    ),
    error(
        "X911",
        zh=Words(
            "磁盘空间不足，没有写完",
            "请清理磁盘后再运行",
            "网站先在旁边写好再整体替换，写不完就不替换。" + _STAYS,
        ),
        en=Words(
            "the disk is full",
            "free some room and run again",
            "The site is written beside the old one and swapped in whole. " + _STAYS_EN,
        ),
    ),
    error(
        "X912",
        zh=Words(
            "没有写入的权限",
            "请检查这个文件夹是否只读、是否属于别的用户；也可以用 --output 换一个文件夹",
            "生成网站需要在 output 文件夹里新建和删除文件。" + _STAYS,
        ),
        en=Words(
            "no permission to write",
            "see whether the folder is read-only or another user's, or name another with --output",
            "A build makes and removes files below output/. " + _STAYS_EN,
        ),
    ),
    error(
        "X913",
        zh=Words(
            "写入网站时磁盘出错（{kind}）",
            "请检查磁盘和文件夹后再运行；如果文件夹在网盘上，请改用本机的文件夹",
            "磁盘或文件系统拒绝了写入。" + _STAYS,
        ),
        en=Words(
            "the disk failed while the site was written ({kind})",
            "check the disk and the folder and run again; use a folder on this machine, not a network drive",
            "The disk or the file system refused. " + _STAYS_EN,
        ),
    ),
    error(
        "X920",
        zh=Words(
            "这个文件的“办理”写法特殊，不能自动添加，没有改动",
            "请把“办理”改成每项一行、以“- ”开头的写法，再运行一次",
            "添加事项时只在原文中插入一行，并重新读一遍核对；核对不上就不写。",
        ),
        en=Words(
            "办理 is written in a way that cannot be added to; nothing was changed",
            "write each event on a line of its own after “- ” and run again",
            "One line is inserted and the file read again; where that does not give what was meant, nothing is written.",
        ),
    ),
)
