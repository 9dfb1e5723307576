"""What `ingest` says: sentences for `Talk`, in both languages."""

SAY = {
    "received": {
        "zh": "共 {files} 个文件：新草稿 {made} 份，已收过 {known} 份，没有读成 {failed} 个",
        "en": "{files} files: {made} new drafts, {known} received before, {failed} not read",
    },
    "rehearsed": {
        "zh": "共 {files} 个文件：可生成草稿 {made} 份，已收过 {known} 份，读不成 {failed} 个；以上是试读，没有写入",
        "en": "{files} files: {made} drafts could be made, {known} received before, {failed} not read; a rehearsal",
    },
    "next_complete": {
        "zh": "下一步：打开草稿，对照原件逐栏核对、补全，再移到 submissions 文件夹；gongshi check 可查还缺什么",
        "en": "next: compare each draft with its original, complete it and move it to submissions/; "
        "`gongshi check` tells what is missing",
    },
    "no_files": {"zh": "没有可以读取的文件", "en": "there is no file to read"},
    "reading": {"zh": "正在读取", "en": "reading"},
    "inbox": {
        "zh": "正在留意收件文件夹 {where}：放进去的推荐表会读成草稿，文件本身不移动、不删除",
        "en": "watching the inbox {where}: forms dropped there become drafts; files are neither moved nor deleted",
    },
}
