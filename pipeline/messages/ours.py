"""X9xx: what the disk or we ourselves did wrong."""

from pipeline.messages.entry import Entry, Words, error, warning

_STAYS = "原来的网站保持不变。"
_STAYS_EN = "The last good site stays as it is."

ENTRIES: tuple[Entry, ...] = (
    error(
        "X910",
        zh=Words(
            "另一个生成任务（进程号 {holder}）正在发布网站，等了 {seconds} 秒还没有结束",
            "请等它结束后再运行一次；如果开着 gongshi serve 或 watch，内容一改就会自动生成，不必再运行",
            "同一时间只能有一个任务写网站，先到的先做，后到的等待；等得过久就放弃。" + _STAYS,
        ),
        en=Words(
            "another build (process {holder}) is publishing and did not end within {seconds} seconds",
            "run again when it has ended; an open `gongshi serve` or `watch` builds by itself",
            "One build publishes at a time; a second one waits, and gives up when it takes too long. " + _STAYS_EN,
        ),
    ),
    error(
        "X911",
        zh=Words(
            "磁盘空间不足，网站没有写完",
            "请清理磁盘后再运行一次；网站需要约两倍于自身大小的空间",
            "新网站先在旁边写好，再整体替换旧网站；没有写完就不替换，写了一半的也已删除。" + _STAYS,
        ),
        en=Words(
            "the disk is full and the site could not be written",
            "free some room and run again; the site needs about twice its own size",
            "A new site is written beside the old one and swapped in whole; what was half-written was removed. "
            + _STAYS_EN,
        ),
    ),
    error(
        "X912",
        zh=Words(
            "系统不允许写入",
            "请检查这个文件夹是否只读、是否属于别的用户，其中的文件或文件夹是否正被别的程序打开；也可以用 --output 换一个文件夹",
            "生成网站需要在 output 文件夹里新建、改名和删除文件。" + _STAYS,
        ),
        en=Words(
            "writing is not allowed",
            "see whether the folder is read-only, another user's, or open in another program; or name another with --output",
            "A build makes, renames and removes files below output/. " + _STAYS_EN,
        ),
    ),
    error(
        "X913",
        zh=Words(
            "写入网站时磁盘出错（{kind}）",
            "请检查磁盘和文件夹后再运行一次；如果文件夹在网盘上，请改用本机的文件夹",
            "磁盘或文件系统拒绝了写入，括号中是系统给出的错误代号。" + _STAYS,
        ),
        en=Words(
            "the disk failed while the site was written ({kind})",
            "check the disk and the folder and run again; use a folder on this machine, not a network drive",
            "The disk or the file system refused; the system's own name for it stands in brackets. " + _STAYS_EN,
        ),
    ),
    error(
        "X914",
        zh=Words(
            "这个文件夹不能整体替换，它可能是挂载点，或者来自容器的镜像",
            "请改为挂载整个 output 文件夹，而不是只挂载其中的 site；来自镜像的，请先删除这个文件夹再运行一次；也可以用 --output 换一个文件夹",
            "新旧网站要在同一个磁盘上互换名称，才能一步完成替换。" + _STAYS,
        ),
        en=Words(
            "this folder cannot be swapped: it may be a mount point, or come from a container's image",
            "mount the whole output folder instead of site alone, or remove the folder and run again, or use --output",
            "The new and the old site exchange their names, so both must be on one file system. " + _STAYS_EN,
        ),
    ),
    error(
        "X915",
        zh=Words(
            "这里应当是一个普通文件夹，现在却是链接（快捷方式）或文件",
            "请把它移走或删除，再运行一次；要发布到别处，请用 --output 指定文件夹",
            "网站所在的文件夹每次都会整体替换。如果它是链接，替换的只是链接，公众看到的内容并不会更新。" + _STAYS,
        ),
        en=Words(
            "a plain folder should stand here, but it is a link or a file",
            "move it away or remove it and run again; name another folder with --output to publish elsewhere",
            "The site's folder is replaced whole. A link would be replaced itself, and what it leads to would stay old. "
            + _STAYS_EN,
        ),
    ),
    error(
        "X916",
        zh=Words(
            "这个文件夹里已有别的文件，不是由本工具生成的；为免误删，没有改动",
            "请把这个文件夹移走，或者确认不再需要后删除，再运行一次；也可以用 --output 换一个文件夹",
            "网站所在的文件夹由本工具整体替换，其中的其他文件会被删除，因此第一次发布时不使用已有内容的文件夹。",
        ),
        en=Words(
            "this folder holds files that were not made here; nothing was changed, so that nothing is lost",
            "move the folder away, or remove it if it is not needed, and run again; or name another with --output",
            "The site's folder is replaced whole and anything else in it is removed, so the first publish takes no folder "
            "that already holds something.",
        ),
    ),
    warning(
        "X917",
        zh=Words(
            "环境变量 SOURCE_DATE_EPOCH 写的不是有效的时间，没有采用",
            "请写成自 1970 年 1 月 1 日起的整秒数，例如：1606262400；不需要的，请取消这个变量",
            "SOURCE_DATE_EPOCH 只决定所生成文件的修改时间，用于核对两次生成是否完全相同，与网站内容无关。",
        ),
        en=Words(
            "the environment variable SOURCE_DATE_EPOCH is no valid time and was not used",
            "write whole seconds since 1970-01-01, for example: 1606262400; or unset it",
            "SOURCE_DATE_EPOCH sets the times of the files that are made and nothing of what they say.",
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
