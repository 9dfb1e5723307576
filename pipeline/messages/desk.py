"""E37x and X92x: what the desk records, and what stands against writing it down."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "E370",
        zh=Words(
            "“{event}”（{on}）公布之后，公开的栏目被改动过，但没有登记",
            "公布的内容写错的，登记“更正”；情况有变化的，登记“变更”（用命令 gongshi record）；误改的，请改回原来的内容",
            "登记“拟认定”“认定”时会留下公布内容的摘要。以后公开的栏目只有登记了“更正”或“变更”才能改，公众才看得到改了什么。programme.yml 的“公开”增减了栏目的，摘要也会对不上：请改回，或者删去这一项的“摘要”。",
        ),
        en=Words(
            "a published field has changed since {event} of {on}, and no event says so",
            "record 更正 where what was published was wrong, 变更 where the fact changed, or put the old value back",
            "拟认定 and 认定 keep a digest of what they published. A published value changes by 更正 or 变更 only. Fields added to or taken from 公开 in programme.yml break the digest too: undo that, or remove 摘要 from the event.",
        ),
    ),
    warning(
        "E371",
        zh=Words(
            "“{event}”（{on}）之后，申报人报送的栏目被改动过，但没有登记",
            "申报人重新报送的，先登记“退回补正”，再登记“收到”；录入有误的，登记“更正”；情况有变化的，登记“变更”；误改的，请改回原来的内容",
            "登记“收到”时会留下所报内容的摘要，用来核对以后的内容仍与所报的一致。",
        ),
        en=Words(
            "a field that was handed in has changed since {event} of {on}, and no event says so",
            "record 退回补正 and 收到, or 更正, or 变更, or put the old value back",
            "收到 keeps a digest of what was handed in, so that the file can be held to it.",
        ),
    ),
    warning(
        "X921",
        zh=Words(
            "上一次登记没有写完就中断了；本次已按全部写完来读",
            "请运行 gongshi record --resume，把没有写完的文件补齐",
            "一批登记要么全部生效，要么全部不生效。写到一半中断（断电、强行关闭）的，这个文件记着还没写完的内容，补齐之后自动删除；请不要手工修改或删除它。",
        ),
        en=Words(
            "a batch of events was cut short; it is read here as if all of it were written",
            "run `gongshi record --resume` to finish the files",
            "A batch counts as a whole or not at all. What is still to be written stands in this file, which goes away when it is done.",
        ),
    ),
    error(
        "X922",
        zh=Words(
            "登记期间或中断之后，这个文件被改动过，为免覆盖，没有写入",
            "请核对这个文件；登记中断的，请按需要手工补上这一项，再删除 content/.record.json；否则再登记一次即可",
            "写入之前会核对文件仍是读取时的样子，对不上就不写。",
        ),
        en=Words(
            "this file was changed while or after a batch was written, and is left alone",
            "look at the file; after a cut-short batch add the event by hand and remove content/.record.json, else record again",
            "A file is written only where it still says what it said when it was read.",
        ),
    ),
    error(
        "X923",
        zh=Words(
            "另一个登记（进程号 {holder}）正在进行，没有写入",
            "请等它结束后再登记一次",
            "同一时间只能有一个登记写文件，后到的稍等片刻，等得过久就放弃。",
        ),
        en=Words(
            "another `gongshi record` (process {holder}) is at work; nothing was written",
            "record again when it has ended",
            "One batch is written at a time; a second one waits a little and gives up.",
        ),
    ),
    error(
        "X924",
        zh=Words(
            "系统不允许写入或磁盘出错（{kind}），这一批都没有写入",
            "请检查文件夹是否只读、磁盘是否已满、文件是否正被别的程序打开，再登记一次",
            "一批登记中有一个文件写不进去，其余的就恢复原样。括号中是系统给出的错误代号。",
        ),
        en=Words(
            "the system refused to write ({kind}); nothing of the batch was written",
            "see whether the folder is read-only, the disk full, or a file open in another program, and record again",
            "Where one file of a batch cannot be written, the others are put back. The system's own name for it stands in brackets.",
        ),
    ),
    error(
        "X925",
        zh=Words(
            "这个文件记着一次没有写完的登记，但内容已损坏，读不出来",
            "请核对最近一次登记的各个文件（可用 git diff），补齐后删除这个文件",
            "登记先整批写进这个文件，再逐个写入；它不应被手工修改。",
        ),
        en=Words(
            "this file should tell of a batch that was cut short, but cannot be read",
            "look at the files of the last batch (`git diff`), complete them, and remove this file",
            "A batch is written down here first; nobody should edit it.",
        ),
    ),
    error(
        "X926",
        zh=Words(
            "这个文件还有错误，不能登记",
            "请先运行 gongshi check，改好这个文件，再登记",
            "文件的写法有错误时，读到的内容可能不全，不在上面添加。",
        ),
        en=Words(
            "this file has errors; nothing can be recorded in it yet",
            "run `gongshi check`, mend the file and record again",
            "Where a file cannot be read as a whole, nothing is added to it.",
        ),
    ),
    error(
        "X927",
        zh=Words(
            "“{field}”的内容不能自动改写，没有改动",
            "请在文件中手工改好“{field}”，再用 --old 写明原来的内容登记一次；内容有几行的，“办理”也请手工添加",
            "只有写在一行之内的文字、数字可以自动改写；同一栏目在这一天之后已有更正或变更的，也请手工核对。",
        ),
        en=Words(
            "the value of {field} cannot be rewritten by itself; nothing was changed",
            "change {field} in the file by hand and record again with --old; for a value of several lines write 办理 by hand too",
            "Only texts and numbers within one line are rewritten; a field that a later 更正 or 变更 names is left to hand as well.",
        ),
    ),
    error(
        "X928",
        zh=Words(
            "“{field}”现在的内容与所说的不符，没有改动",
            "请核对 --old 和 --new：文件还是原来的内容时，--old 要与它一致；已经手工改好的，用 --old 写明原来的内容",
            "登记“更正”“变更”要写明原来的和新的内容，二者应当不同，并与文件一致。",
        ),
        en=Words(
            "{field} does not say what was told; nothing was changed",
            "check --old and --new: --old is what the file says now or, where it has been changed by hand, what it said before",
            "更正 and 变更 name the old and the new value; they differ, and the file agrees with them.",
        ),
    ),
    error(
        "X929",
        zh=Words(
            "没有 {year} 年的放假安排，“公示至”算不出来",
            "请用 --until 写明公示的最后一天，或者在 content/calendar/ 补上这一年的安排",
            "公示期按工作日计算，要知道当年的放假和调休安排。",
        ),
        en=Words(
            "the holidays of {year} are not known, so 公示至 cannot be counted",
            "name the last day with --until, or add the year to content/calendar/",
            "A publicity period is counted in Chinese working days.",
        ),
    ),
)
