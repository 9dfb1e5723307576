"""X98x and X99x: a site that is brought to where the public reads it."""

from pipeline.messages.entry import Entry, Words, error, warning

_AGAIN = "已经送到的文件都是完整的，再运行一次会接着做完，网站不会缺页。"
_AGAIN_EN = "Files that arrived are whole; running it again finishes the rest, and no link leads nowhere meanwhile."

ENTRIES: tuple[Entry, ...] = (
    error(
        "X980",
        zh=Words(
            "这里还没有生成好的网站",
            "请先运行 gongshi build，再发布；网站生成在别处的，用 --output 指明",
            "只发布由 gongshi build 生成并登记过的网站。别的文件夹（包括 output/staff）不能发布，以免个人信息外泄。",
        ),
        en=Words(
            "no site was built here yet",
            "run `gongshi build` first; a site that was built elsewhere is named with --output",
            "Only a site that `gongshi build` wrote and wrote down is deployed; no other folder, output/staff/ least of all.",
        ),
    ),
    error(
        "X981",
        zh=Words(
            "这里的网站生成之后又被改动过：多了、少了或改了文件，或者放进了链接（快捷方式）",
            "请运行 gongshi build 重新生成，改动会被恢复；要改的内容写在 content 里",
            "生成的网站经过检查和个人信息扫描，手工改动的没有，所以不发布。",
        ),
        en=Words(
            "the site was changed after it was built: files came, went or changed, or a link was put into it",
            "run `gongshi build`, which mends it; what is to change belongs into content/",
            "What was built was checked and scanned for private values; what was changed by hand was not.",
        ),
    ),
    error(
        "X982",
        zh=Words(
            "发布期间网站又重新生成了，没有发完",
            "请再运行一次；开着 gongshi serve 或 watch 的，等它生成完再发布",
            "发布的必须是同一次生成的网站，不能新旧混在一起。" + _AGAIN,
        ),
        en=Words(
            "the site was built anew while it was being deployed, so that was not finished",
            "run it again; where `gongshi serve` or `watch` is open, wait until it has built",
            "What is deployed must be of one build. " + _AGAIN_EN,
        ),
    ),
    error(
        "X983",
        zh=Words(
            "这是演示网站，名单中的人员和单位都是虚构的，没有发布",
            "确实要发布演示网站的，加上 --demonstration；要发布真实的网站，请先从 content/site.yml 中去掉“演示”",
            "演示网站放到正式的网址上，公众会误以为名单是真的，所以要写明才发布。",
        ),
        en=Words(
            "this is a demonstration with invented people and was not deployed",
            "add --demonstration to deploy it all the same; for a real site take 演示 out of content/site.yml",
            "On a real address a demonstration would be taken for real lists, so it has to be asked for.",
        ),
    ),
    error(
        "X984",
        zh=Words(
            "不能发布到这里：它是内容仓库本身，或者是仓库里另有用途的文件夹（content、output 等）",
            "请换一个文件夹，例如网站服务器的 /srv/gongshi/site",
            "内容仓库里有个人信息，不能和公开的网站放在一起；output 由 gongshi build 写入。",
        ),
        en=Words(
            "no site may lie here: it is the content repository, or a folder of it that is for other things",
            "name another folder, for example /srv/gongshi/site of the web server",
            "The repository holds private data and must not stand where the public reads; output/ belongs to `gongshi build`.",
        ),
    ),
    error(
        "X985",
        zh=Words(
            "这里已有别的文件，不是由 gongshi deploy 放的；为免覆盖，没有发布",
            "请换一个空的地方；确认就是要发布到这里的，加上 --adopt：同名的文件会换成网站的，其他文件不动",
            "第一次发布时，目标应当是空的。以后每次发布只改动、只删除 gongshi deploy 自己放过的文件。",
        ),
        en=Words(
            "something is here already that `gongshi deploy` did not put here; nothing was changed",
            "name an empty place, or add --adopt: files of the same names are replaced, and no others touched",
            "The first deploy expects an empty place. Later ones change and remove only what an earlier one put there.",
        ),
    ),
    error(
        "X986",
        zh=Words(
            "看不懂要发布到哪里，或者地址里写了密码、特殊字符",
            "可以写文件夹（/srv/gongshi/site）、服务器（user@host:/srv/gongshi/site 或 ssh://user@host:22/srv/gongshi/site）、"
            "对象存储（s3://存储桶/前缀，并用 --endpoint https://… 指明服务地址）",
            "密码和密钥不能写在命令里：命令会留在历史记录和日志中。服务器用 ssh 密钥登录，对象存储的密钥放在环境变量里。",
        ),
        en=Words(
            "it is not clear where to deploy to, or the address holds a password or odd characters",
            "name a folder (/srv/gongshi/site), a server (user@host:/srv/gongshi/site or ssh://user@host:22/srv/gongshi/site), "
            "or storage (s3://bucket/prefix, with --endpoint https://…)",
            "Passwords and keys never belong on a command line, which stays in histories and logs. ssh has keys, storage reads "
            "the environment.",
        ),
    ),
    warning(
        "X987",
        zh=Words(
            "网站生成之后，内容或模板又有改动，这些改动不在这次发布里",
            "要发布最新的，请先运行 gongshi build",
            "发布的是上一次生成的网站，不会自动重新生成。",
        ),
        en=Words(
            "content or templates were changed after the site was built; that is not in what is deployed",
            "run `gongshi build` first to deploy the latest",
            "What is deployed is the site as it was last built.",
        ),
    ),
    error(
        "X988",
        zh=Words(
            "没有可用的 rsync（3.1 或更新的版本）",
            "本机和服务器上都要有：Debian、Ubuntu 用 apt install rsync，macOS 用 brew install rsync，Windows 请在 WSL 中运行；"
            "也可以发布到文件夹或对象存储",
            "发布到服务器由 rsync 经 ssh 传送，只传有变化的文件，两头都要装。",
        ),
        en=Words(
            "there is no rsync that can be used (3.1 or later)",
            "both machines need it: apt install rsync, brew install rsync, WSL on Windows; or deploy to a folder or storage",
            "Files go to a server by rsync over ssh, which has to be installed at both ends.",
        ),
    ),
    error(
        "X989",
        zh=Words(
            "连不上服务器，或者服务器不让登录",
            "请先用 ssh 单独试一次同样的用户和主机，能登录之后再发布；密钥、端口等写在 ~/.ssh/config 里",
            "主机名、网络、主机指纹、密钥，任何一项不对都连不上。" + _AGAIN,
        ),
        en=Words(
            "the server cannot be reached, or does not let us in",
            "try the same user and host with ssh alone first; keys and ports belong into ~/.ssh/config",
            "A wrong host name, network, host key or key, each keeps us out. " + _AGAIN_EN,
        ),
    ),
    error(
        "X990",
        zh=Words(
            "rsync 没有做完（代号 {kind}）",
            "请看 rsync 的原话：多半是文件夹不存在、没有写入权限，或者磁盘已满；处理之后再运行一次",
            "目标文件夹的上一级要先建好，登录的用户要能写入。" + _AGAIN,
        ),
        en=Words(
            "rsync did not finish (code {kind})",
            "read what rsync said: most often a folder is missing or not writable, or the disk is full; then run it again",
            "The folder above the destination must be there, and the user be allowed to write. " + _AGAIN_EN,
        ),
    ),
    error(
        "X991",
        zh=Words(
            "写不进这个文件夹（{kind}）",
            "请检查文件夹是否只读、磁盘是否已满，里面是否有链接（快捷方式）；处理之后再运行一次",
            "括号中是系统给出的错误代号：EACCES 是没有权限，ENOSPC 是磁盘已满，ENOTDIR 是网站的文件夹处放着链接或文件。"
            + _AGAIN,
        ),
        en=Words(
            "this folder cannot be written ({kind})",
            "see whether it is read-only, the disk full, or a link stands in it; then run it again",
            "In brackets is the system's own name: EACCES not allowed, ENOSPC disk full, ENOTDIR a link or a file stands where "
            "the site has a folder. " + _AGAIN_EN,
        ),
    ),
    error(
        "X992",
        zh=Words(
            "发布到对象存储需要 boto3 库，这台机器上没有安装",
            "请运行 python -m pip install boto3（或者安装时写 gongshi[s3]），再运行一次",
            "多数单位不用对象存储，所以不随 gongshi 一起安装。",
        ),
        en=Words(
            "deploying to storage needs the library boto3, which is not installed",
            "run `python -m pip install boto3` (or install gongshi[s3]) and try again",
            "Most do without object storage, so it is not installed with gongshi.",
        ),
    ),
    error(
        "X993",
        zh=Words(
            "对象存储不接受：没有找到密钥，或者密钥不对、没有权限、电脑的时间不准",
            "请把密钥放在环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 里（阿里云、腾讯云的密钥也放在这两个变量里），"
            "并核对它对这个存储桶有列出、读、写、删除的权限",
            "密钥由 boto3 从环境变量或 ~/.aws/credentials 读取，不写在命令里。请为发布单独建一个子账号，只给这一个存储桶的权限。"
            + _AGAIN,
        ),
        en=Words(
            "storage does not let us in: no key was found, or it is wrong, or not allowed, or the clock is off",
            "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (for any service), and let the key list, read, write and delete "
            "in the bucket",
            "boto3 reads keys from the environment or ~/.aws/credentials, never from the command. Give deploys an account of "
            "their own with just this bucket. " + _AGAIN_EN,
        ),
    ),
    error(
        "X994",
        zh=Words(
            "没有这个存储桶，或者连不上对象存储服务",
            "请核对存储桶的名称和 --endpoint：阿里云 https://s3.oss-cn-hangzhou.aliyuncs.com，"
            "腾讯云 https://cos.ap-guangzhou.myqcloud.com，自建的写它自己的地址；地域要与存储桶一致",
            "服务地址也可以放在环境变量 AWS_ENDPOINT_URL_S3 里。" + _AGAIN,
        ),
        en=Words(
            "there is no such bucket, or the storage service cannot be reached",
            "check the bucket's name and --endpoint, for example https://s3.oss-cn-hangzhou.aliyuncs.com or "
            "https://cos.ap-guangzhou.myqcloud.com; the region must be the bucket's",
            "The service may also be named by AWS_ENDPOINT_URL_S3. " + _AGAIN_EN,
        ),
    ),
    error(
        "X995",
        zh=Words(
            "对象存储没有照办（代号 {kind}）",
            "请稍后再运行一次；还不行的，按代号查服务商的说明，或者换一种 --addressing（path 或 virtual）",
            "代号是服务商给出的。服务繁忙时会自动重试几次。" + _AGAIN,
        ),
        en=Words(
            "storage did not do what it was asked ({kind})",
            "run it again later; else look the code up with the service, or try the other --addressing (path or virtual)",
            "The code is the service's own. Some tries are made where it is busy. " + _AGAIN_EN,
        ),
    ),
    error(
        "X996",
        zh=Words(
            "这里的发布记录（.gongshi/deployed.json）读不出来：损坏了，或者是更新版本写的",
            "请换用最新的 gongshi；记录已损坏的，删去它，再用 --adopt 发布一次",
            "发布记录写明以前放过哪些文件，据此只送有变化的、只删自己放过的。",
        ),
        en=Words(
            "the record of deploys here (.gongshi/deployed.json) cannot be read: damaged, or of a later version",
            "use the latest gongshi; remove a damaged record and deploy once with --adopt",
            "It says what was put here before, so that only changes are sent, and only our own files removed.",
        ),
    ),
    warning(
        "X997",
        zh=Words(
            "这里有 {count} 个文件被人改过或删掉，与上次发布的不同",
            "这次发布会把它们恢复；要改的内容写在 content 里",
            "用 --verify 时逐个核对目标处的文件，平时只看发布记录。",
        ),
        en=Words(
            "{count} files were changed or removed here since they were deployed",
            "this deploy puts them right; what is to change belongs into content/",
            "With --verify every file at the destination is compared; otherwise the record of deploys is trusted.",
        ),
    ),
    warning(
        "X998",
        zh=Words(
            "网站是 {day} 生成的，今天还没有重新生成",
            "公示期满、任期届满的网页到了日子就会变，请先运行 gongshi build",
            "网页上的状态按生成那天计算。",
        ),
        en=Words(
            "the site was built on {day} and not today",
            "pages change when a period or a term ends; run `gongshi build` first",
            "What pages say is as of the day on which they were built.",
        ),
    ),
)
