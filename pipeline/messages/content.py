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
        "S283",
        zh=Words(
            "文件或文件夹的名称中有看不见或无法识别的字符，未读取",
            "请重新命名，用键盘输入新的名称；这里把这样的字符写成 \\u{{…}}。从旧系统的压缩包里解出来的文件常有乱码名称",
            "这样的名称在别的电脑上打不开，也可能使人看错是什么文件，因此不读取。",
        ),
        en=Words(
            "the name of this file or folder holds characters that nobody can see or read; it was not read",
            "rename it; such characters are shown here as \\u{{…}}",
            "A name like this cannot be opened elsewhere, and may look like another.",
        ),
    ),
    error(
        "S284",
        zh=Words(
            "这里应为文件夹，但读不出来",
            "请核对这个名称的是不是文件夹，以及有没有读取它的权限",
            "这个位置须是可以读取的文件夹；读不出来时，里面的文件都没有检查。",
        ),
        en=Words(
            "this should be a folder, but cannot be read",
            "see whether it is a folder, and whether it may be read",
            "Nothing in a folder that cannot be read was checked.",
        ),
    ),
    error(
        "S285",
        zh=Words(
            "文件夹套得太深，超过 {most} 层，里面的文件没有读取",
            "请把申报文件移到推荐单位的文件夹里，一层就够",
            "路径太长的文件在 Windows 上打不开；申报文件只需按推荐单位分一层文件夹。",
        ),
        en=Words(
            "folders within folders, more than {most} deep; nothing below was read",
            "move the submissions into their association's folder",
            "A path that long cannot be opened on Windows; one folder for each association is enough.",
        ),
    ),
    error(
        "S286",
        zh=Words(
            "没有这个名称的文件或文件夹，其中的内容没有读取，可能是“{known}”",
            "请改名为：{known}；确实无用的请移到别处",
            "内容文件夹里每样东西都有固定的名称，多一个字、少一个字都不会读取。",
        ),
        en=Words(
            "nothing is called so here, and it was not read; perhaps “{known}” is meant",
            "rename it to {known}, or move it elsewhere",
            "Everything under content/ has a fixed name; what is called otherwise is not read.",
        ),
    ),
    warning(
        "S287",
        zh=Words(
            "这里不放这样的文件或文件夹，其中的内容没有读取",
            "请移到别处；这里可以放：{known}",
            "内容文件夹里每样东西都有固定的名称，其他的不会读取，也不应与内容一起提交。",
        ),
        en=Words(
            "this does not belong here and was not read",
            "move it elsewhere; these belong here: {known}",
            "Everything under content/ has a fixed name; what is called otherwise is not read.",
        ),
    ),
    error(
        "S288",
        zh=Words(
            "{on} 既写在“放假”里，又写在“上班”里",
            "请照国务院办公厅的通知核对，删去写错的一处",
            "一天不是放假就是上班，两处都写就无法计算公示期。",
        ),
        en=Words(
            "{on} stands under both 放假 and 上班",
            "compare with the State Council’s notice and remove one",
            "A day is a holiday or a working day, not both.",
        ),
    ),
    warning(
        "S289",
        zh=Words(
            "“{field}”写的照片不在申报文件的同一个文件夹里",
            "请把照片放到这份申报旁边，文件名（包括大小写和扩展名）与所写的一致；还没有照片的，先删去这一行",
            "照片与申报文件放在一起，只印在导出的推荐表上，不会进入网站。",
        ),
        en=Words(
            "the photo named by {field} is not in the submission's folder",
            "put it beside the file under exactly that name, or take the line out until there is one",
            "Photos lie beside their submissions; they are printed on exported forms and never go to the site.",
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
            "申报文件夹里只放 .yml 文件和申报写明的照片；照片没有写明的，在申报的照片栏里写上文件名；名称以 .yml.txt 结尾的，请去掉 .txt（Windows 可能隐藏了它）；其他材料请移到别处保存",
            "submissions 文件夹里只放每人一份的 .yml 文件，以及其中写明的照片；其他文件不会进入网站，也不应与申报文件一起提交。",
        ),
        en=Words(
            "“{name}” is not a submission and was not read",
            "keep only .yml files and the photos that they name here; take .txt off a name that ends in .yml.txt; store other material elsewhere",
            "The submissions folder holds one .yml file per candidate, the photos that they name, and nothing else.",
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
            "请只用小写字母、数字和连字符，不超过 60 个字符，例如：longdu-2020；不能叫 roster、assets 或 sitemap，也不能用 con、nul 等系统保留名",
            "项目文件夹的名称就是网页地址的一部分，因此只能用小写字母、数字和连字符，也不能与网站自己的地址重名。",
        ),
        en=Words(
            "the programme folder's name cannot be part of an address",
            "use lower-case letters, digits and hyphens, at most 60, for example: longdu-2020; not roster, assets, sitemap, or a name that Windows keeps, such as con",
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
    error(
        "S299",
        zh=Words(
            "网站标识的图片不在 content 文件夹里",
            "请把标识管理机构发给的图片放进 content 文件夹，与 site.yml 并列，并核对文件名，区分大小写；没有标识的，请删去“网站标识”",
            "网站标识放在每页底部中间。图片随网站发布，不从别的网站读取，因此要放在本地。",
        ),
        en=Words(
            "the picture of the site's emblem is not in the content folder",
            "put the picture beside site.yml under exactly this name, or leave out 网站标识",
            "The emblem stands at the foot of every page. Its picture goes out with the site and is never loaded from another.",
        ),
    ),
)
