"""What `verify` says: sentences for `Talk`, in both languages."""

SAY = {
    "no_folder": {
        "zh": "读不到这个文件夹：{where}（{reason}）",
        "en": "this folder cannot be read: {where} ({reason})",
    },
    "not_verified": {
        "zh": "没有核对：内容有错误，生成不了网站。{summary}",
        "en": "nothing was compared: the content does not build. {summary}",
    },
    "verified": {
        "zh": "一致：{where} 就是现在的内容在 {as_of} 的网站",
        "en": "the same: {where} is what the content gives on {as_of}",
    },
    "differs": {
        "zh": "不一致：{where} 不是现在的内容在 {as_of} 的网站。"
        "内容不同的 {differing} 个，缺少的 {missing} 个，多出的 {extra} 个",
        "en": "not the same: {where} is not what the content gives on {as_of}; "
        "{differing} files differ, {missing} are missing, {extra} are too many",
    },
    "differing": {"zh": "不同  {path}", "en": "differs  {path}"},
    "missing": {"zh": "缺少  {path}", "en": "missing  {path}"},
    "extra": {"zh": "多出  {path}", "en": "extra  {path}"},
    "more": {"zh": "……另有 {count} 个；--format json 可以看全", "en": "… {count} more; --format json tells all"},
    "digests": {
        "zh": "网站摘要：现在的内容 {digest}，文件夹 {of_folder}",
        "en": "digest of the site: {digest} as the content gives it, {of_folder} in the folder",
    },
    "unread": {
        "zh": "{count} 个 .br 没有核对：这台机器上没有安装 brotli 库",
        "en": "{count} .br files were not looked into: the brotli library is not installed",
    },
    "next_other_day": {
        "zh": "下一步：如果它是别的日子生成的，请加 --as-of 写明那一天；如果是旧版本的内容，请先取出那个版本，再核对",
        "en": "next: if it was built on another day, name it with --as-of; if of earlier content, check that out first",
    },
}
