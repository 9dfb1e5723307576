"""What the desk's commands say: sentences for `Talk`, in both languages."""

SAY = {
    "next_status": {
        "zh": "下一步：gongshi record 登记办理事项；gongshi serve --open 在网页上看办理一览",
        "en": "next: `gongshi record` records an event; `gongshi serve --open` shows this as a page",
    },
    "next_diff": {
        "zh": "下一步：核对无误，gongshi build 生成网站；有不该变的，先改内容",
        "en": "next: if this is what was meant, `gongshi build`; else mend the content first",
    },
    "recorded": {
        "zh": "已登记“{event}”（{on}），共 {count} 份文件",
        "en": "recorded {event} ({on}) in {count} files",
    },
    "next_build": {
        "zh": "下一步：gongshi build 生成网站；git diff 可核对文件的改动",
        "en": "next: `gongshi build` makes the site; `git diff` shows what changed in the files",
    },
    "not_recorded": {
        "zh": "没有登记，文件都没有改动：{summary}。行号按登记之后的文件计",
        "en": "nothing was recorded, no file was changed: {summary}. Lines are those of the file with the event",
    },
    "only_shown": {
        "zh": "以上是试算，没有写入；去掉 --dry-run 即可登记",
        "en": "this was a rehearsal, nothing was written; leave out --dry-run to record",
    },
    "declined": {"zh": "没有登记，文件都没有改动", "en": "nothing was recorded, no file was changed"},
    "confirm": {"zh": "确认登记？", "en": "record this?"},
    "need_yes": {
        "zh": "没有登记：这里不能回答问题，确认无误请加 --yes",
        "en": "nothing was recorded: nobody can answer here; add --yes when sure",
    },
    "resumed": {"zh": "上一次没有写完的登记，已经补齐", "en": "the batch that was cut short is complete now"},
    "nothing_to_resume": {"zh": "没有需要补齐的登记", "en": "there is no batch to complete"},
    "no_event": {
        "zh": "请写明事项，例如：gongshi record 收到 --on 2020-12-07 a-001",
        "en": "say which event, for example: gongshi record 收到 --on 2020-12-07 a-001",
    },
    "no_ids": {
        "zh": "请写明申报人的编号（文件名），或用 --all-recommended、--from-list",
        "en": "name candidates by id (file name), or use --all-recommended or --from-list",
    },
    "nobody": {"zh": "{on} 没有状态为“已推荐”的申报人", "en": "nobody stands as 已推荐 on {on}"},
    "unknown_ids": {
        "zh": "项目 {slug} 中没有这些编号，或者它们的文件有错、读不出来（gongshi check 可查）：{ids}",
        "en": "programme {slug} has no candidate called {ids}, or the file cannot be read (see `gongshi check`)",
    },
    "unknown_lines": {
        "zh": "名单 {file} 中有项目 {slug} 没有的编号，或者它们的文件有错、读不出来，没有登记：{lines}",
        "en": "the list {file} names ids that programme {slug} does not have, nothing was recorded: {lines}",
    },
    "unreadable_list": {
        "zh": "名单 {file} 读不出来：请另存为 CSV（UTF-8 或 GB18030）",
        "en": "the list {file} cannot be read: save it as CSV (UTF-8 or GB 18030)",
    },
    "no_programme": {"zh": "没有这个项目。现有项目：{known}", "en": "there is no such programme. There are: {known}"},
    "which_programme": {
        "zh": "请用 --programme 写明是哪个项目：{known}",
        "en": "say which programme with --programme: {known}",
    },
    "exported": {
        "zh": "已导出 {count} 份文件，在 {where}（只有本人可读）",
        "en": "{count} files were exported into {where} (readable by their owner only)",
    },
    "next_exported": {
        "zh": "下一步：打开核对，再打印或归档；材料中有电话、邮箱的，请勿放到网上",
        "en": "next: look at them, then print or file them; never publish what holds phone numbers or addresses",
    },
    "nothing_exported": {"zh": "没有可以导出的材料", "en": "there was nothing to export"},
    "no_round": {
        "zh": "{on} 没有开始公示；公示的日期有：{known}",
        "en": "no round began on {on}; rounds began on: {known}",
    },
    "exporting": {"zh": "正在导出", "en": "exporting"},
    "hook_installed": {
        "zh": "已装上提交之前的检查：{where}\n下一步：照常 git commit；有错误时不会提交，改好再来一次",
        "en": "the check before each commit is installed: {where}\nnext: `git commit` as usual; errors stop it",
    },
    "nothing_changed": {"zh": "content 里没有改动", "en": "nothing changed in content/"},
    "changed_only": {
        "zh": "只看有改动的 {files} 个文件，和改动引起的问题；另有 {others} 个原有的问题没有列出",
        "en": "only the {files} changed files, and what the change brought about; {others} old findings are not told",
    },
    "staged_since": {
        "zh": "--staged 看的是将要提交的改动，不能再指定版本",
        "en": "--staged looks at what is to be committed; leave out the revision",
    },
    "content_of_now": {"zh": "现在的内容", "en": "the content as it is"},
    "diff_between": {"zh": "{head}", "en": "{head}"},
    "diff_too_many": {
        "zh": "最多比较两个版本；要比较两天，请写 gongshi diff --on 日期 日期",
        "en": "two revisions at most; two days are compared by `gongshi diff --on DAY DAY`",
    },
    "detail_missing": {"zh": "“{event}”要写明“{detail}”：{option}", "en": "{event} needs {detail}: {option}"},
    "detail_unknown": {
        "zh": "“{event}”没有“{detail}”这一项，请去掉 {option}",
        "en": "{event} has no {detail}: leave out {option}",
    },
}
