"""What is said of each thing that may be found: what it is about, how it is, the words and what to do, zh and en.

In: nothing. Out: `WORDS`, by key. Must not know how anything is found out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.doctor.types import State

Both = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """One row: `item` it is about, its state, what was found, and what to do (empty: nothing)."""

    item: Both
    state: State
    says: Both
    advice: Both


def _both(zh: str, en: str) -> Both:
    return {"zh": zh, "en": en}


PYTHON = _both("Python", "Python")
LIBRARIES = _both("所用的库", "libraries")
ENCODING = _both("文字编码", "encoding")
CLOCK = _both("时钟", "clock")
CALENDAR = _both("放假安排", "calendar")
OUTPUT = _both("输出文件夹", "output folder")
SWAP = _both("发布方式", "publishing")
CASE = _both("文件名大小写", "capitals")
STAFF = _both("工作材料权限", "staff documents")
FONTS = _both("公文字体", "fonts")
OFFICE = _both("LibreOffice", "LibreOffice")
WATCH = _both("改动通知", "watching")
CONTENT = _both("内容", "content")
GIT = _both("git", "git")
REMOTE = _both("远端仓库", "remotes")
IGNORED = _both("不进仓库的文件", "ignored files")
HOOK = _both("提交前检查", "hook")
EDITOR = _both("编辑器提示", "editors")

_NOTHING = _both("", "")


def _fine(item: Both, zh: str, en: str) -> Words:
    return Words(item, State.FINE, _both(zh, en), _NOTHING)


def _mind(item: Both, zh: tuple[str, str], en: tuple[str, str]) -> Words:
    return Words(item, State.MIND, _both(zh[0], en[0]), _both(zh[1], en[1]))


def _wrong(item: Both, zh: tuple[str, str], en: tuple[str, str]) -> Words:
    return Words(item, State.WRONG, _both(zh[0], en[0]), _both(zh[1], en[1]))


WORDS: Mapping[str, Words] = {
    "python": _fine(PYTHON, "{version}，{bits} 位", "{version}, {bits} bit"),
    "python_old": _wrong(
        PYTHON,
        ("{version} 太旧", "请安装 Python 3.11 或更新的版本"),
        ("{version} is too old", "install Python 3.11 or later"),
    ),
    "libraries": _fine(LIBRARIES, "{count} 个都已安装", "all {count} are installed"),
    "libraries_wrong": _wrong(
        LIBRARIES,
        ("缺少或太旧：{names}", "请重新安装：pip install --upgrade gongshi（在项目文件夹里是 make site）"),
        ("missing or too old: {names}", "install again: pip install --upgrade gongshi (`make site` in a checkout)"),
    ),
    "libraries_untold": _mind(
        LIBRARIES,
        ("看不出需要哪些库：不是用 pip 安装的", "请用 pip install 安装，或在项目文件夹里运行 make site"),
        ("what is needed cannot be told: not installed by pip", "install with pip, or run `make site`"),
    ),
    "encoding": _fine(ENCODING, "文件名 {names}，屏幕 {screen}", "file names {names}, screen {screen}"),
    "encoding_names": _wrong(
        ENCODING,
        ("文件名的编码是 {names}，中文文件名会读错", "请设置环境变量 LC_ALL=C.UTF-8 或 PYTHONUTF8=1"),
        ("file names are read as {names}", "set LC_ALL=C.UTF-8 or PYTHONUTF8=1"),
    ),
    "encoding_screen": _mind(
        ENCODING,
        ("屏幕的编码是 {screen}，生僻字会显示成问号", "文件不受影响；想看全，请换用 UTF-8 的终端"),
        ("the screen shows {screen}, rare characters become question marks", "use a UTF-8 terminal"),
    ),
    "clock": _fine(CLOCK, "北京时间 {now}，本机时区 {zone}", "{now} in Beijing, this machine is at {zone}"),
    "clock_behind": _wrong(
        CLOCK,
        ("现在是 {now}，比内容最近一次改动（{latest}）还早", "请校准时钟：公示期和任期都按日期计算"),
        ("it is {now}, earlier than the last change of the content ({latest})", "set the clock: dates are rules here"),
    ),
    "clock_ahead": _mind(
        CLOCK,
        ("现在是 {now}，比内容最近一次改动晚了 {years} 年", "请看时钟是否正确"),
        ("it is {now}, {years} years after the last change of the content", "see whether the clock is right"),
    ),
    "calendar": _fine(CALENDAR, "{years} 年的都有", "known for {years}"),
    "calendar_missing": _mind(
        CALENDAR,
        ("没有 {year} 年的", "国务院办公厅公布以后，请写进 content/calendar/{year}.yml，或升级 chinesecalendar"),
        ("not known for {year}", "once published, write content/calendar/{year}.yml or update chinesecalendar"),
    ),
    "output": _fine(OUTPUT, "可以写入，剩余 {free}", "can be written, {free} left"),
    "output_full": _wrong(
        OUTPUT,
        ("只剩 {free}", "请腾出空间：新旧两个网站要同时放得下"),
        ("only {free} left", "make room: the new and the old site stand side by side"),
    ),
    "output_tight": _mind(
        OUTPUT,
        ("剩余 {free}，不多了", "请留意：新旧两个网站要同时放得下"),
        ("{free} left, which is little", "the new and the old site stand side by side"),
    ),
    "output_closed": _wrong(
        OUTPUT,
        ("写不进去（{reason}）", "请改正 output 文件夹的权限，或用 --output 换一个地方"),
        ("cannot be written ({reason})", "mend the permissions of output/, or use --output"),
    ),
    "swap": _fine(SWAP, "新旧网站一步互换", "two sites exchange their names in one step"),
    "swap_renames": _mind(
        SWAP,
        ("这个磁盘不能一步互换，改用几次改名", "不必处理；断电恰在其间时，下一次运行会自动补完"),
        ("this disk cannot exchange names, so folders are renamed", "nothing to do: a cut is repaired at the next run"),
    ),
    "case": _fine(CASE, "区分", "told apart"),
    "case_same": _mind(
        CASE,
        ("不区分", "文件名请一律用小写，以免换一台机器就找不到"),
        ("not told apart", "use small letters in file names, so that they are found on other machines"),
    ),
    "staff": _fine(STAFF, "只有本人可读", "readable by their owner only"),
    "staff_none": _fine(STAFF, "还没有导出过", "none were exported yet"),
    "staff_open": _wrong(
        STAFF,
        ("别的用户也能读 output/staff/ 里的 {count} 个文件或文件夹", "请运行：chmod -R go= output/staff"),
        ("other users can read {count} files or folders in output/staff/", "run: chmod -R go= output/staff"),
    ),
    "staff_windows": _fine(STAFF, "按 Windows 用户文件夹的权限", "as the user's folder on Windows is"),
    "fonts_packaged": _fine(FONTS, "使用自带字体，各台机器生成的 PDF 相同", "packaged: the same PDF on every machine"),
    "fonts": _fine(FONTS, "找到 {names}", "{names}"),
    "fonts_missing": _mind(
        FONTS,
        ("“字体: 系统”，但没有找到{names}，用自带字体代替", "请安装这些字体，或在 site.yml 中去掉“字体: 系统”"),
        ("字体: 系统, but there is no {names}; packaged fonts stand in", "install them, or leave out 字体: 系统"),
    ),
    "office": _fine(OFFICE, "已安装，可以读 .doc、.wps", "installed: .doc and .wps can be read"),
    "office_missing": _mind(
        OFFICE,
        ("没有安装", "收到 .doc、.wps 时才需要；也可以请对方另存为 .docx"),
        ("not installed", "needed only to read .doc and .wps; .docx needs nothing"),
    ),
    "watch": _fine(WATCH, "{means}，可留意 {most} 个文件夹，内容有 {count} 个", "{means}: {count} of {most} folders"),
    "watch_plain": _fine(WATCH, "{means}", "{means}"),
    "watch_few": _wrong(
        WATCH,
        (
            "系统只许留意 {most} 个文件夹，内容有 {count} 个",
            "请运行：sudo sysctl fs.inotify.max_user_watches=524288；或用 serve --poll",
        ),
        ("only {most} folders can be watched, there are {count}", "raise fs.inotify.max_user_watches, or use --poll"),
    ),
    "content": _fine(
        CONTENT, "{programmes} 个项目，{submissions} 份申报", "{programmes} programmes, {submissions} files"
    ),
    "content_none": _mind(
        CONTENT,
        ("这里没有内容仓库，下面只看机器", "请在内容仓库里运行；新建一个：gongshi new programme"),
        ("there is no content repository here", "run this inside one, or make one: gongshi new programme"),
    ),
    "content_wrong": _mind(
        CONTENT,
        ("{count} 个错误", "请运行 gongshi check"),
        ("{count} errors", "run `gongshi check`"),
    ),
    "git_none": _mind(
        GIT,
        ("没有安装", "没有 git 也能用；装上以后可以看变化（gongshi diff）、留下历史"),
        ("not installed", "gongshi works without it; with it there is a history, and `gongshi diff`"),
    ),
    "git_no_repository": _mind(
        GIT,
        ("这里不是 git 仓库", "请运行 git init，并把内容提交进去；远端仓库必须是私有的"),
        ("this is no git repository", "run `git init` and commit the content; a remote must be private"),
    ),
    "git_foreign": _wrong(
        GIT,
        (
            "仓库属于另一个用户，git 拒绝读取",
            "请用仓库的主人运行，或运行 git config --global --add safe.directory 文件夹",
        ),
        ("the repository is another user's", "run as its owner, or use git config --global --add safe.directory"),
    ),
    "git_failed": _wrong(
        GIT,
        ("git 不能正常运行", "请在这个文件夹里运行 git status，看它说什么"),
        ("git fails", "run `git status` in this folder and see what it says"),
    ),
    "git": _fine(GIT, "{version}，没有未提交的改动", "{version}, nothing uncommitted"),
    "git_changed": _mind(
        GIT,
        ("{version}，content 有 {count} 个文件的改动没有提交", "核对以后请提交：git add content，再 git commit"),
        ("{version}, {count} files of content/ are not committed", "look at them and commit"),
    ),
    "remote_none": _fine(REMOTE, "没有", "none"),
    "remote": _fine(REMOTE, "{hosts}，不是常见的公共代码平台", "{hosts}: not a well-known public host"),
    "remote_public": _mind(
        REMOTE,
        (
            "在公共代码平台 {hosts}；是否公开，这里看不出来",
            "请到平台的仓库设置里确认是“私有”，成员只有经办人：历史版本里也有电话、邮箱",
        ),
        (
            "on {hosts}; whether it is public cannot be seen from here",
            "make sure in its settings that it is private: every version holds phone numbers and e-mail addresses",
        ),
    ),
    "ignored": _fine(IGNORED, "output、drafts、.cache 都不进仓库", "output/, drafts/ and .cache/ stay out"),
    "ignored_not": _wrong(
        IGNORED,
        ("会进仓库：{names}", "请在 .gitignore 里各加一行：{lines}"),
        ("would be committed: {names}", "add to .gitignore, a line each: {lines}"),
    ),
    "ignored_tracked": _wrong(
        IGNORED,
        ("已经进了仓库：{names}", "请运行 git rm -r --cached {names}，再提交；推送过的，历史里仍有，请告知管理员"),
        ("already committed: {names}", "run git rm -r --cached {names}; what was pushed stays in the history"),
    ),
    "hook": _fine(HOOK, "已装上", "installed"),
    "hook_none": _mind(
        HOOK,
        ("没有装", "请运行 gongshi hook install，有错误的内容就提交不了"),
        ("not installed", "run `gongshi hook install`, and errors stop a commit"),
    ),
    "hook_other": _mind(
        HOOK,
        ("有别的 pre-commit，不是 gongshi 的", "请确认它会运行 gongshi check --staged"),
        ("there is another pre-commit hook", "make sure that it runs `gongshi check --staged`"),
    ),
    "editor": _fine(EDITOR, "已生成", "made"),
    "editor_none": _mind(
        EDITOR,
        ("没有生成，或缺了新项目的", "请运行 gongshi schema"),
        ("not made, or not for every programme", "run `gongshi schema`"),
    ),
}
"""Every thing that may be found, by key."""
