"""X97x: revisions of the content, as git keeps them."""

from pipeline.messages.entry import Entry, Words, error

ENTRIES: tuple[Entry, ...] = (
    error(
        "X970",
        zh=Words(
            "这台机器上没有 git，不能与以前的内容比较",
            "请安装 git（Windows 上是 Git for Windows），重新打开窗口再试；只比较两天的网站，用 gongshi diff --on 2020-12-14 2020-12-25，不需要 git",
            "以前的内容由 git 保存，要由 git 取出。",
        ),
        en=Words(
            "there is no git on this machine, so nothing can be compared with earlier content",
            "install git and open a new window; `gongshi diff --on DAY DAY` compares two days without it",
            "Earlier content is kept by git and fetched from it.",
        ),
    ),
    error(
        "X971",
        zh=Words(
            "这个文件夹不在 git 仓库里，没有以前的内容可以比较",
            "请在内容仓库里运行；还没有仓库的，先运行 git init，再提交一次；只比较两天的网站，用 gongshi diff --on 2020-12-14 2020-12-25",
            "以前的内容由 git 保存。直接复制的文件夹、下载的压缩包里没有历史。",
        ),
        en=Words(
            "this folder is in no git repository: there is no earlier content to compare with",
            "run this in the content repository, or make one with `git init` and a first commit",
            "Earlier content is kept by git. A folder that was copied or downloaded as an archive has no history.",
        ),
    ),
    error(
        "X972",
        zh=Words(
            "这个仓库属于另一个用户，git 拒绝读取",
            "确认仓库可信之后，运行 git config --global --add safe.directory 并写上仓库的文件夹，再试一次",
            "仓库的文件夹由别的用户建立时（网络盘、容器、管理员账户都可能如此），git 要本人确认过才读。",
        ),
        en=Words(
            "the repository belongs to another user, and git refuses to read it",
            "when you trust it, run `git config --global --add safe.directory` with the repository's folder and try again",
            "git reads a repository that another user made (network drives, containers) only after it was told to trust it.",
        ),
    ),
    error(
        "X973",
        zh=Words(
            "没有“{revision}”这个版本",
            "请写分支名（main）、标签或提交的编号，用 git log --oneline 可以查看；要比较两天的网站，用 gongshi diff --on 2020-12-14 2020-12-25",
            "版本是 git 认识的名称：分支、标签、提交的编号，或 HEAD、HEAD~1 这样的写法。",
        ),
        en=Words(
            "there is no revision “{revision}”",
            "name a branch, a tag or a commit, as `git log --oneline` shows them; two days are compared by `gongshi diff --on DAY DAY`",
            "A revision is what git calls one: a branch, a tag, a commit, or HEAD and HEAD~1.",
        ),
    ),
    error(
        "X974",
        zh=Words(
            "这里只有一部分历史（浅克隆），其中没有“{revision}”",
            "请运行 git fetch --unshallow 取回全部历史；在自动流程里，把取代码的深度设为 0（GitHub 的 fetch-depth: 0，GitLab 的 GIT_DEPTH: 0）",
            "为了省时间，自动流程常常只取最近一次提交，较早的版本要另外取回。",
        ),
        en=Words(
            "only a part of the history is here (a shallow clone), and “{revision}” is not in it",
            "run `git fetch --unshallow`; in CI set the depth to 0 (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab)",
            "CI often fetches the last commit alone; earlier ones must be fetched too.",
        ),
    ),
    error(
        "X975",
        zh=Words(
            "{command} 没有成功",
            "请在同一个文件夹里运行 git status，按它的提示处理；仓库损坏的，重新克隆一份",
            "读取以前的内容时，git 报告了错误。git 的原话可能含有文件的路径，这里不转述。",
        ),
        en=Words(
            "{command} failed",
            "run `git status` in the same folder and do what it says; clone a damaged repository anew",
            "git reported an error while earlier content was read. Its own words may hold paths and are not repeated.",
        ),
    ),
    error(
        "X976",
        zh=Words(
            "这个版本里有的文件名，在这台机器上不能使用",
            "请在能打开它的机器上改名，文件名只用小写英文字母、数字和连字符",
            "文件名里有冒号、反斜杠，或者只有大小写不同的，有的系统写不出来。",
        ),
        en=Words(
            "the revision holds a file name that cannot be used on this machine",
            "rename the file where it can be opened: small letters, digits and hyphens",
            "Some systems cannot write names with colons or backslashes, or names that differ by capitals alone.",
        ),
    ),
    error(
        "X977",
        zh=Words(
            "“{revision}”的内容有 {count} 个错误，生成不了网站，没有比较",
            "请先改好错误，或者换一个没有错误的版本；有哪些错误，可以切换到那个版本之后运行 gongshi check",
            "有错误的内容不会发布，因此公众看到的不是它，比较没有意义。",
        ),
        en=Words(
            "the content of “{revision}” has {count} errors and makes no site; nothing was compared",
            "mend them, or compare with a revision that has none; `gongshi check` tells them when it is checked out",
            "Content with errors is never published, so nobody has seen a site of it.",
        ),
    ),
    error(
        "X978",
        zh=Words(
            "现在的内容有 {count} 个错误，生成不了网站，没有比较",
            "请先运行 gongshi check，改好之后再比较",
            "有错误的内容不会发布，公众看到的仍是原来的网站。",
        ),
        en=Words(
            "the content has {count} errors and makes no site; nothing was compared",
            "run `gongshi check`, mend them and compare again",
            "Content with errors is never published: the public keeps seeing the last site.",
        ),
    ),
    error(
        "X979",
        zh=Words(
            "提交之前的检查没有装上：这里已有别的钩子，或者不能写入",
            "已有钩子的，请在它里面加一行：gongshi check --staged；不能写入的，请检查 .git 文件夹的权限",
            "git 在每次提交之前运行这个文件。别的工具写的钩子不覆盖，以免丢失。",
        ),
        en=Words(
            "the check before each commit was not installed: another hook stands here, or nothing can be written",
            "add the line `gongshi check --staged` to the hook that is there, or see whether .git can be written",
            "git runs this file before each commit. A hook of another tool is never overwritten.",
        ),
    ),
)
