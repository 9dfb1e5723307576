"""S281–S299: what can be wrong with calendars, and with the files and folders of content/ themselves."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "S281",
        zh=Words(
            "“{field}”中的这一天不在 {year} 年",
            "请核对年份：这个文件只写 {year} 年的日子；跨年的假期分别写进两年的文件",
            "content/calendar/ 下每个文件写一年，文件名就是年份。年份写错，公示期会按错误的假期计算。",
        ),
        en=Words(
            "this day under {field} is not in {year}",
            "check the year: the file holds days of {year} only",
            "Each file under content/calendar/ holds one year.",
        ),
    ),
    warning(
        "S282",
        zh=Words(
            "放假的日子只有 {count} 天，可能没有写全",
            "请照国务院办公厅的通知逐日列出元旦、春节、清明节、劳动节、端午节、中秋节、国庆节的假期",
            "没有列出的日子，周一至周五都算工作日；少写一天，公示期就会早一天结束。",
        ),
        en=Words(
            "only {count} holidays are listed; some may be missing",
            "list every day of the seven holidays as the State Council’s notice gives them",
            "A weekday that is not listed counts as a working day.",
        ),
    ),
    error(
        "S290",
        zh=Words(
            "缺少这个文件",
            "请补上该文件；可以从另一个项目的文件夹复制一份再改",
            "每个站点须有 content/site.yml，每个项目文件夹须有 programme.yml、notice.md、form.yml。缺少其一，网站无法生成。",
        ),
        en=Words(
            "this file is missing",
            "add it; a copy from another programme is a good start",
            "A site needs content/site.yml, a programme needs programme.yml, notice.md and form.yml.",
        ),
    ),
    error(
        "S291",
        zh=Words(
            "“{name}”是一个链接（快捷方式），不会读取",
            "请把实际的文件或文件夹放到这里，再删去链接",
            "链接可能指到内容文件夹以外，读取它会把不该公开的文件带进来，因此一律不读。",
        ),
        en=Words(
            "“{name}” is a link and is not followed",
            "put the real file or folder here and remove the link",
            "A link may lead outside the content folder, so links are never followed.",
        ),
    ),
    error(
        "S292",
        zh=Words(
            "“{name}”的扩展名应为小写的 .yml",
            "请把文件名的结尾改为 .yml",
            "申报文件只认小写的 .yml，避免同一个人在不同系统上出现两份文件。",
        ),
        en=Words(
            "“{name}” must end in lower-case .yml",
            "rename the file so that it ends in .yml",
            "Submissions end in lower-case .yml, so that no system sees two files where another sees one.",
        ),
    ),
    warning(
        "S293",
        zh=Words(
            "“{name}”不是申报文件，未读取",
            "申报文件夹里只放 .yml 文件；名称以 .yml.txt 结尾的，请去掉 .txt（Windows 可能隐藏了它）；其他材料请移到别处保存",
            "submissions 文件夹里只放每人一份的 .yml 文件，其他文件不会进入网站，也不应与申报文件一起提交。",
        ),
        en=Words(
            "“{name}” is not a submission and was not read",
            "keep only .yml files here; take .txt off a name that ends in .yml.txt; store other material elsewhere",
            "The submissions folder holds one .yml file per candidate and nothing else.",
        ),
    ),
    error(
        "S294",
        zh=Words(
            "文件名应为四位年份",
            "例如：content/calendar/2027.yml",
            "content/calendar/ 下每个文件写一年的放假和上班安排，文件名就是年份。",
        ),
        en=Words(
            "the file name must be a year of four digits",
            "for example: content/calendar/2027.yml",
            "Each file under content/calendar/ holds the arrangement of the year that it is named after.",
        ),
    ),
    warning(
        "S295",
        zh=Words(
            "这里只放项目文件夹，该文件未读取",
            "请把文件移到它所属的项目文件夹里",
            "content/programmes/ 下每个文件夹是一个项目。",
        ),
        en=Words(
            "only programme folders belong here; this file was not read",
            "move the file into the folder of its programme",
            "Each folder under content/programmes/ is one programme.",
        ),
    ),
    error(
        "S296",
        zh=Words(
            "项目文件夹的名称不能用作网址",
            "请只用小写字母、数字和连字符，例如：longdu-2020；不能叫 roster 或 assets",
            "项目文件夹的名称就是网页地址的一部分，因此只能用小写字母、数字和连字符，也不能与网站自己的地址重名。",
        ),
        en=Words(
            "the programme folder's name cannot be part of an address",
            "use lower-case letters, digits and hyphens, for example: longdu-2020; not roster or assets",
            "The folder's name is part of the programme's address.",
        ),
    ),
    error(
        "S297",
        zh=Words(
            "没有任何项目",
            "请在这个文件夹里为项目建一个文件夹，放入 programme.yml、notice.md 和 form.yml",
            "网站至少要有一个项目。",
        ),
        en=Words(
            "there is no programme",
            "make a folder for the programme here, with programme.yml, notice.md and form.yml",
            "A site has at least one programme.",
        ),
    ),
    error(
        "S298",
        zh=Words(
            "附件必须是普通文件",
            "请把实际的文件放到 attachments 文件夹里，不要放链接或文件夹",
            "attachments 文件夹里的文件会原样公开，因此不跟随链接，也不收子文件夹。",
        ),
        en=Words(
            "an attachment must be a plain file",
            "put the real file into the attachments folder, no link and no folder",
            "Attachments go out as they are, so links are not followed and folders are not taken.",
        ),
    ),
)
