"""What `deploy` says: sentences for `Talk`, in both languages."""

SAY = {
    "deploy_reading": {"zh": "正在核对 {where} …", "en": "comparing with {where} …"},
    "deploy_same": {
        "zh": "{where} 已经是最新的：{same} 个文件都不用动",
        "en": "{where} is up to date: {same} files, none to send",
    },
    "deploy_only_shown": {
        "zh": "以上只是计划，没有发布；去掉 --dry-run 即可发布",
        "en": "this was only the plan, nothing was sent; leave out --dry-run to deploy",
    },
    "deploy_declined": {"zh": "没有发布，目标没有改动", "en": "nothing was deployed, the destination was not touched"},
    "deploy_confirm": {"zh": "发布到 {where}？", "en": "deploy to {where}?"},
    "deploy_need_yes": {
        "zh": "没有发布：这里不能回答问题，确认无误请加 --yes",
        "en": "nothing was deployed: nobody can answer here; add --yes when sure",
    },
    "deploying": {"zh": "正在发布", "en": "deploying"},
    "deployed": {
        "zh": "已发布到 {where}：新增 {new} 个，更新 {changed} 个，删除 {removed} 个，{same} 个未变",
        "en": "deployed to {where}: {new} new, {changed} changed, {removed} removed, {same} unchanged",
    },
    "not_deployed": {"zh": "没有发布，目标没有改动", "en": "nothing was deployed, the destination was not touched"},
    "deploy_cut": {
        "zh": "发布没有做完：{count} 个文件中已处理 {done} 个。网站仍可正常浏览；再运行一次，会接着做完",
        "en": "the deploy is not finished: {done} of {count} files are done. The site still works; run it again",
    },
    "said": {"zh": "    对方说：{line}", "en": "    it said: {line}"},
    "next_deployed": {
        "zh": "下一步：打开 {url} 看一看；网页最多缓存五分钟，前面有 CDN 的，按它的缓存时间更新",
        "en": "next: look at {url}; pages are kept for five minutes at most, or as long as a CDN before it keeps them",
    },
    "no_endpoint": {
        "zh": "--endpoint 应写服务地址，如 https://s3.oss-cn-hangzhou.aliyuncs.com，不带存储桶、用户名和密码",
        "en": "--endpoint is the service, such as https://s3.oss-cn-hangzhou.aliyuncs.com, without bucket or keys",
    },
}
