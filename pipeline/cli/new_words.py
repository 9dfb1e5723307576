"""What `new` says: sentences for `Talk`, in both languages."""

SAY = {
    "made": {"zh": "已新建 {path}", "en": "made {path}"},
    "ask_name": {"zh": "项目名称（例如：首批科普专家推荐认定）", "en": "name of the programme"},
    "ask_issuer": {"zh": "发文单位（全称，与公章一致）", "en": "who issues the notice (full name)"},
    "ask_slug": {
        "zh": "项目的文件夹名，也是网址（小写字母、数字、连字符，例如 zhuanjia-2026）",
        "en": "folder of the programme, and its address (small letters, digits, hyphens, such as zhuanjia-2026)",
    },
    "ask_model": {"zh": "照哪个样例？", "en": "which model?"},
    "ask_programme": {"zh": "哪个项目？", "en": "which programme?"},
    "ask_association": {"zh": "哪个推荐单位？", "en": "which association?"},
    "ask_category": {"zh": "哪个类别？", "en": "which category?"},
    "colon": {"zh": "：", "en": ": "},
    "ask_number": {"zh": "请输入序号", "en": "number"},
    "no_such_number": {"zh": "请输入 1 到 {most} 之间的序号", "en": "give a number from 1 to {most}"},
    "bad_length": {
        "zh": "“{option}”应为 2 到 60 个字",
        "en": "{option} takes 2 to 60 characters",
    },
    "need_options": {
        "zh": "没有新建：这里不能回答问题，请写明 {options}",
        "en": "nothing was made: nobody can answer here; give {options}",
    },
    "bad_slug": {
        "zh": "“{slug}”不能用作文件夹名或文件名。只用小写字母、数字和单个连字符，最多 60 个，例如 zhuanjia-2026",
        "en": "{slug} cannot be a folder; use small letters, digits and single hyphens, at most 60",
    },
    "bad_text": {
        "zh": "“{option}”里有换行或者读不出的字符，请写成一行文字",
        "en": "{option} holds a line end or an unreadable character; write one line of text",
    },
    "there_already": {
        "zh": "{slug} 已经存在，不会覆盖。请换一个名字",
        "en": "{slug} is there already and is never overwritten; take another name",
    },
    "not_made": {
        "zh": "没有新建：写不进 {path}（{reason}）",
        "en": "nothing was made: {path} cannot be written ({reason})",
    },
    "next_programme": {
        "zh": "下一步：改 {path} 和它旁边的 notice.md、form.yml，再运行 gongshi serve --open 看效果",
        "en": "next: edit {path}, notice.md and form.yml beside it, then see it with `gongshi serve --open`",
    },
    "next_submission": {
        "zh": "下一步：填好 {path}，再运行 gongshi check {path}",
        "en": "next: fill in {path}, then run `gongshi check {path}`",
    },
    "whose_programme": {
        "zh": "没有新建：请写明是哪个项目，可选：{slugs}",
        "en": "nothing was made: say which programme: {slugs}",
    },
    "which_association": {
        "zh": "没有新建：请用 --association 写明推荐单位，可选：{names}",
        "en": "nothing was made: name the association with --association: {names}",
    },
    "which_category": {
        "zh": "没有新建：没有类别“{category}”，可选：{codes}",
        "en": "nothing was made: there is no category {category}; one of: {codes}",
    },
}
