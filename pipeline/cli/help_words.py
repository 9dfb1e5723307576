"""What each command is for, in both languages, with examples to be copied.

In: nothing. Out: `HELP`, by the words of the command. Must not know how help is set.
"""

from collections.abc import Mapping
from typing import NamedTuple

Both = Mapping[str, str]


class Help(NamedTuple):
    """One command: a sentence, more where that is not enough, and examples: (what to type, what it does, zh and en)."""

    said: Both
    more: Both
    examples: tuple[tuple[str, str, str], ...]


def _help(zh: str, en: str, *examples: tuple[str, str, str], more: tuple[str, str] = ("", "")) -> Help:
    return Help({"zh": zh, "en": en}, {"zh": more[0], "en": more[1]}, examples)


HELP: Mapping[str, Help] = {
    "": _help(
        "公示：把一个文件夹的 YAML 变成推荐认定项目的网站",
        "A folder of YAML becomes the website of a recommend-and-certify programme",
        ("gongshi new programme zhuanjia-2026", "在空文件夹里新建一个项目", "a programme in an empty folder"),
        ("gongshi serve --open", "边改边看", "see it while you edit"),
        ("gongshi build", "检查并生成网站", "check, then write the site"),
        ("gongshi build --help", "看一个命令的用法", "how a command is used"),
    ),
    "build": _help(
        "检查内容，生成网站 output/site/",
        "Check, then write the site to output/site/",
        ("gongshi build", "", ""),
        ("gongshi build --as-of 2022-12-25 --output preview", "另一天的网站，另放一处", "another day's, elsewhere"),
        ("gongshi build --strict --compress", "有警告也不发布；另写 .gz、.br", "no warnings; .gz and .br too"),
        more=("有错误时不发布，原来的网站保持不变。", "With an error nothing is published; the last site stays."),
    ),
    "check": _help(
        "检查全部内容，列出所有问题",
        "List all findings",
        ("gongshi check", "", ""),
        ("gongshi check content/programmes/longdu-2020", "只看这里", "only below this folder"),
        ("gongshi check --changed main", "只看从 main 以来的改动", "only what changed since main"),
        ("gongshi check --explain S203", "解释一个问题编号", "what a code means"),
    ),
    "completion": _help(
        "让命令行按 Tab 键自动补全",
        "Let the shell complete commands, events, ids and programmes",
        ('eval "$(gongshi completion bash)"', "写进 ~/.bashrc", "into ~/.bashrc"),
        ('eval "$(gongshi completion zsh)"', "写进 ~/.zshrc", "into ~/.zshrc"),
        ("gongshi completion fish | source", "写进 ~/.config/fish/config.fish", "into config.fish"),
        ("gongshi completion powershell | Out-String | Invoke-Expression", "写进 $PROFILE", "into $PROFILE"),
    ),
    "deploy": _help(
        "把生成好的网站发布到文件夹、服务器或对象存储；只送有变化的",
        "Put the built site where the public reads it; only what changed is sent",
        ("gongshi deploy /srv/gongshi/site --dry-run", "只看计划", "show the plan only"),
        ("gongshi deploy www@example.cn:/srv/gongshi/site", "经 ssh 用 rsync 发布", "by rsync over ssh"),
        ("gongshi deploy s3://my-bucket/site --endpoint https://s3.example.cn", "发布到对象存储", "to object storage"),
        more=(
            "只发布 output/site/。服务器的密钥由 ssh 管理，对象存储的密钥放在环境变量里，都不写在命令里。",
            "Nothing but output/site/ is sent. Keys stay with ssh or in the environment, never in the command.",
        ),
    ),
    "diff": _help(
        "列出公众将看到的变化：两个版本之间，或者两天之间",
        "What the public will see change, between revisions or days",
        ("gongshi diff", "上次提交以来的改动", "since the last commit"),
        ("gongshi diff main", "从 main 到现在的内容", "from main to the content as it is"),
        ("gongshi diff main HEAD --format markdown", "两个版本之间，用作评审意见", "between two, for a review"),
        ("gongshi diff --on 2020-12-25", "内容不变，从今天到那一天", "the same content, today and that day"),
        ("gongshi diff --on 2020-12-14 2020-12-25", "内容不变，两天之间", "the same content, between two days"),
    ),
    "doctor": _help(
        "检查这台机器和这个内容仓库是否设置妥当",
        "Is this machine, and this content repository, set up right?",
        ("gongshi doctor", "", ""),
        ("gongshi doctor --format json", "供程序读取", "for programs"),
        more=(
            "只看不改。有“有误”的一项，退出码是 1；“注意”的只是提醒。",
            "Looks and changes nothing. Exits with 1 where something is wrong; what is only to be minded exits with 0.",
        ),
    ),
    "export": _help(
        "导出工作材料到 output/staff/（只有本人可读，不会公布）",
        "Documents for staff, into output/staff/, for their owner's eyes only",
        ("gongshi export register", "汇总表", "the register"),
        ("gongshi export forms a-001 b-002", "填好的推荐表", "filled-in forms"),
        ("gongshi export certificates", "证书", "certificates"),
        ("gongshi export roster", "认定名单", "the certified roster"),
    ),
    "export certificates": _help(
        "导出证书（PDF，A4 横向），印有核验二维码，留有盖章位置",
        "Certificates (PDF) with a code to check them and room for the seal",
        ("gongshi export certificates", "", ""),
        ("gongshi export certificates a-001 b-002", "只要这几位", "only these"),
        ("gongshi export certificates --together", "合成一个文件", "one file for all"),
    ),
    "export forms": _help(
        "导出填好的推荐表（PDF 或 Word），每人一份；有电话、邮箱，请勿外传",
        "Filled-in forms (PDF or Word), one a candidate; they hold private data",
        ("gongshi export forms", "", ""),
        ("gongshi export forms --together", "合成一个文件", "one file for all"),
        ("gongshi export forms --format docx --blank-opinions a-001", "Word，意见栏留空", "Word, opinions left open"),
    ),
    "export register": _help(
        "导出汇总表，每人一行；有电话、邮箱，请勿外传",
        "The register as a spreadsheet, a line a candidate; it holds private data",
        ("gongshi export register", "", ""),
        ("gongshi export register --format csv", "", ""),
        ("gongshi export register --blank", "空白的，供推荐单位填写", "an empty one to fill in"),
    ),
    "export roster": _help(
        "导出认定名单或一次公示（PDF），太长的分成几份",
        "The certified roster or a round (PDF), in parts where it is long",
        ("gongshi export roster", "", ""),
        ("gongshi export roster --rows 500", "每份最多 500 行", "at most 500 lines a part"),
        ("gongshi export roster --round 2020-12-14", "这一天开始的公示", "the round that began that day"),
    ),
    "handbook": _help(
        "生成使用手册：从收表到认定通知，全部设置、命令和问题",
        "The staff's handbook (in Chinese), every setting, command and finding in it",
        ("gongshi handbook --open", "", ""),
        ("gongshi handbook --output 手册", "写到别处", "elsewhere"),
    ),
    "hook": _help(
        "提交之前自动检查",
        "Check before each commit",
        ("gongshi hook install", "在本机这个仓库里装上", "install it in this repository"),
    ),
    "hook install": _help(
        "装上提交之前的检查：每次 git commit 先看将要提交的内容",
        "Install the hook: each `git commit` first checks what is staged",
        ("gongshi hook install", "", ""),
        more=(
            "只在本机这个仓库里有效，不进提交。",
            "It is of this machine and this repository, and goes into no commit.",
        ),
    ),
    "ingest": _help(
        "把收到的推荐表（Word、Excel、扫描件、网页保存的文件）读成草稿",
        "Returned forms (Word, Excel, scans, the page's own files) become drafts",
        ("gongshi ingest 收件", "整个文件夹", "a whole folder"),
        ("gongshi ingest 王示例.docx 汇总表.xlsx --programme longdu-2020", "", ""),
        ("gongshi ingest 收件 --dry-run", "只试读，不写入", "rehearse only"),
        more=("草稿由工作人员核对、补全。原件不移动、不删除。", "Staff complete the drafts. Originals are left alone."),
    ),
    "new": _help(
        "新建项目或申报文件",
        "Scaffold a programme or a submission",
        ("gongshi new programme zhuanjia-2026", "", ""),
        ("gongshi new submission", "", ""),
    ),
    "new programme": _help(
        "新建一个项目；在空文件夹里，连同整个内容仓库",
        "A programme; in an empty folder, a whole content repository",
        ("gongshi new programme", "逐项询问", "it asks"),
        ("gongshi new programme zhuanjia-2026 --like zhuanjia", "", ""),
        (
            "gongshi new programme kepu-2026 --name 科普教育基地认定 --issuer 某市科学技术协会",
            "不再询问",
            "asks nothing",
        ),
        more=(
            "项目用小写字母、数字和连字符命名，用作文件夹名和网址。样例：zhuanjia 专家推荐，danwei 单位申报。",
            "Its name is a folder and an address. Models: zhuanjia (experts), danwei (organisations).",
        ),
    ),
    "new submission": _help(
        "新建一份空白申报，每一栏都有说明",
        "A blank submission, every field explained",
        ("gongshi new submission", "逐项询问，按已有的编号接着编", "it asks, and takes the next id"),
        ("gongshi new submission b-021 --association shili-xian --category B --name 王示例", "", ""),
        ("gongshi new submission --draft", "先放进草稿", "into the drafts"),
    ),
    "record": _help(
        "登记办理事项：先检查，再给出公众将看到的变化，确认后一次写入",
        "Record an event: checked, shown, and after a yes written into all files or none",
        ("gongshi record 收到 --on 2020-12-07 a-001", "", ""),
        ("gongshi record 拟认定 --on 2020-12-14 --all-recommended", "“已推荐”的全部", "everyone recommended"),
        ("gongshi record 认定 --on 2020-12-25 --文号 示例〔2020〕1号 --from-list 名单.csv", "", ""),
        ("gongshi record 变更 --栏目 职务 --新 科研处处长 a-001", "", ""),
        ("gongshi record 收到 a-001 --dry-run", "只看结果，不写入", "rehearse only"),
    ),
    "schema": _help(
        "生成编辑器用的填写提示（JSON Schema）",
        "JSON Schema for editors, with the settings that point to it",
        ("gongshi schema", "全部，写到 .vscode/schemas/", "all, into .vscode/schemas/"),
        ("gongshi schema --programme longdu-2020", "一个项目的，显示在屏幕上", "one programme's, on the screen"),
    ),
    "serve": _help(
        "在本机浏览器中边改边看",
        "Build, watch, and show it in the browser, which reloads by itself",
        ("gongshi serve --open", "", ""),
        ("gongshi serve --port 9000 --inbox 收件", "另留意收件文件夹", "and read what is dropped in a folder"),
    ),
    "status": _help(
        "列出各申报的状态、缺什么、待办什么、网站下一次何时变化",
        "Where everything stands, what is missing, what is due, when the site changes next",
        ("gongshi status", "", ""),
        ("gongshi status --as-of 2020-12-16", "按那一天", "on that day"),
        ("gongshi status --format json", "供程序读取", "for programs"),
    ),
    "verify": _help(
        "核对一个已发布的文件夹，是不是现在的内容生成的网站",
        "Is a published folder just what this content gives?",
        ("gongshi verify output/site", "", ""),
        ("gongshi verify /var/www/gongshi --as-of 2020-12-25", "按那一天生成", "as the site of that day"),
        more=(
            "逐字节比较；压缩副本（.gz、.br）看解压后是否相同。什么都不改。不一致时看不出是谁改的：内容改过、"
            "日期不同、gongshi 或所用库的版本不同、字体不同（“字体: 系统”时），都会使个别文件不同。",
            "Compares byte for byte; of .gz and .br copies what they unpack to. Changes nothing. It cannot tell why "
            "files differ: edited content, another day, another version of gongshi or of a library, or other fonts "
            "of the machine.",
        ),
    ),
    "watch": _help(
        "内容一改就重新生成，不带服务器",
        "Rebuild on change, without a server",
        ("gongshi watch", "", ""),
        ("gongshi watch --poll", "网络盘等收不到改动通知时", "where a network drive tells of no change"),
    ),
}
