"""R401–R439: what can be wrong across records."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "R401",
        zh=Words(
            "文件名不能用作申报编号",
            "请只用小写字母、数字和连字符，例如：a-001.yml；不超过 60 个字符，也不能用 con、nul 等系统保留名",
            "文件名就是申报编号，会出现在办理命令和证书核对中，因此只能用小写字母、数字和连字符。",
        ),
        en=Words(
            "the file name cannot be an id",
            "use lower-case letters, digits and hyphens, for example: a-001.yml",
            "The file name is the candidate's id.",
        ),
    ),
    error(
        "R402",
        zh=Words(
            "申报编号重复，“{other}”已使用这个文件名",
            "请给其中一个文件改名",
            "同一项目内，无论放在哪个文件夹，文件名都不能重复，否则无法分清两位申报人。",
        ),
        en=Words(
            "this id is used twice, first by “{other}”",
            "rename one of the two files",
            "A file name is used once in a programme, whatever the folder.",
        ),
    ),
    error(
        "R410",
        zh=Words(
            "没有写“推荐单位”",
            "请补上一行，例如：推荐单位: 示例县科协；名称应与 programme.yml 中的一致",
            "项目列有推荐单位的，每份申报都须写明由谁推荐。",
        ),
        en=Words(
            "推荐单位 is missing",
            "add a line such as: 推荐单位: 示例县科协",
            "Where a programme lists associations, every submission names the one that recommends it.",
        ),
    ),
    error(
        "R411",
        zh=Words(
            "“推荐单位”不在本项目的推荐单位之列",
            "请改为其中之一：{known}",
            "推荐单位须与 programme.yml 中“推荐单位”的某个名称完全一致。",
        ),
        en=Words(
            "推荐单位 is not one of this programme's associations",
            "write one of: {known}",
            "推荐单位 must equal a name under 推荐单位 in programme.yml.",
        ),
    ),
    error(
        "R412",
        zh=Words(
            "文件放在“{folder}”文件夹，“推荐单位”却不是{name}",
            "请把文件移到所属单位的文件夹，或把“推荐单位”改为{name}",
            "文件夹与推荐单位不一致，多半是放错了地方或写错了单位。",
        ),
        en=Words(
            "the file lies in the folder “{folder}”, but 推荐单位 is not {name}",
            "move the file, or write {name}",
            "A file in an association's folder must name that association.",
        ),
    ),
    error(
        "R413",
        zh=Words(
            "{name}不推荐这一类别的申报人",
            "请核对类别；该单位可推荐的类别：{categories}",
            "每个推荐单位可推荐哪些类别，由 programme.yml 规定（通知第三部分第（一）项）。",
        ),
        en=Words(
            "{name} does not recommend this category",
            "check the category; it may recommend: {categories}",
            "programme.yml says which categories an association may recommend.",
        ),
    ),
    error(
        "R414",
        zh=Words(
            "“审核”中有一项不是该申报人适用的条件",
            "请核对冒号前的号，或删去这一项；该申报人适用的条件：{known}",
            "审核的序号须是 programme.yml 中“条件”的“号”，并且适用于该申报人的类别。",
        ),
        en=Words(
            "a tick under 审核 is of no condition that applies to this candidate",
            "check the number, or remove the line; those that apply: {known}",
            "A tick must be of a condition that applies to the candidate's category.",
        ),
    ),
    error(
        "R415",
        zh=Words(
            "拟认定之前，第 {numbers} 项条件还没有审核为“符合”",
            "请在“审核”中逐项写明，例如：审核: {{1: 符合, 2: 符合}}；不符合的不能拟认定",
            "拟认定须以审核为前提：适用的条件必须全部符合（通知第一部分第（二）项）。",
        ),
        en=Words(
            "conditions {numbers} are not ticked 符合 before 拟认定",
            "tick each under 审核, for example: 审核: {{1: 符合, 2: 符合}}",
            "Every condition that applies must be met before 拟认定.",
        ),
    ),
    error(
        "R416",
        zh=Words(
            "第 {number} 项条件要求“{field}”不少于 {least}，填写的内容达不到",
            "请核对“{field}”；确实不足的，不能拟认定",
            "条件中写了“栏目”和“最少”的，还要用填写的数字核对。",
        ),
        en=Words(
            "condition {number} asks for {field} of at least {least}, which the file does not bear out",
            "check {field}; who falls short cannot be proposed",
            "A condition with 栏目 and 最少 is also checked by number.",
        ),
    ),
    warning(
        "R417",
        zh=Words(
            "{name}有 {most} 个{category}名额，已推荐 {count} 份，这一份超出名额",
            "请商推荐单位确定人选：不再推荐的登记“撤回”或“不予推荐”；名额另有调整的，修改 programme.yml 中该单位的“名额”",
            "名额内的按拟认定、收到的先后计算；已撤回、不予推荐、不予认定的不占名额。超出名额的不能拟认定。",
        ),
        en=Words(
            "{name} may recommend {most} {category}, has recommended {count}, and this one is beyond its quota",
            "let the association choose and record 撤回 or 不予推荐, or change its 名额 in programme.yml",
            "Who was proposed or received first uses the quota; withdrawn and refused candidates use none.",
        ),
    ),
    error(
        "R418",
        zh=Words(
            "{name}有 {most} 个{category}名额，拟认定了 {count} 份，这一份超出名额",
            "请核对推荐单位；确实超出的，不能拟认定；名额另有调整的，修改 programme.yml 中该单位的“名额”",
            "拟认定不能超过 programme.yml 中“推荐单位”的“名额”；已撤回、不予推荐、不予认定的不占名额。",
        ),
        en=Words(
            "{name} has a quota of {most} {category}, {count} were proposed, and this one is beyond it",
            "check the association; who is beyond the quota cannot be proposed, unless 名额 in programme.yml changes",
            "No more may be proposed than the 名额 of the association.",
        ),
    ),
    error(
        "R419",
        zh=Words(
            "第 {number} 项条件要求“{field}”不早于 {earliest}，填写的内容不符合，或者没有写到日",
            "请核对“{field}”，写全年月日；确实不符合的，不能拟认定",
            "条件中写了“栏目”和“不早于”的，还要用填写的日期核对，例如年龄的限制。",
        ),
        en=Words(
            "condition {number} asks for {field} no earlier than {earliest}, which the file does not bear out",
            "check {field} and give the whole date; who does not meet it cannot be proposed",
            "A condition with 栏目 and 不早于 is also checked by date, as limits of age are.",
        ),
    ),
    error(
        "R420",
        zh=Words(
            "“{field}”与 {other} 重复",
            "请核对是否同一人重复申报，或有一份填错；同一人只保留一份",
            "同一号码只能出现在一份申报中；已撤回、不予推荐、不予认定的不计。",
        ),
        en=Words(
            "{field} repeats that of {other}",
            "keep one file of the same person, or mend the wrong one",
            "Withdrawn and rejected candidates are not counted.",
        ),
    ),
    warning(
        "R421",
        zh=Words(
            "姓名和单位都与 {other} 相同，可能是重复申报",
            "请核对；确是同名的两个人，可以不改",
            "同名同单位的可能是同一人，也可能是两个人；系统不会自行合并。",
        ),
        en=Words(
            "name and unit are those of {other}; it may be the same person",
            "check; nothing needs changing for true homonyms",
            "Homonyms are never merged by themselves.",
        ),
    ),
    error(
        "R430",
        zh=Words(
            "姓名中的 {point} 不在笔画表内，无法排序",
            '请在 content/strokes.yml 中补一行：这个字、冒号、空格，然后是带引号的笔顺数字（横1 竖2 撇3 点4 折5），例如：王: "1121"',
            "名单按笔画排序，表外的字须由人补上笔顺，不会悄悄排到最后。笔画表收 GB 13000.1 的 20902 字。",
        ),
        en=Words(
            "{point} of the name is not in the stroke table, so the name cannot be put in order",
            'add the character with its stroke order to content/strokes.yml, for example: 王: "1121" (1 across, 2 down, 3 left, 4 dot, 5 turn)',
            "Lists by strokes need the stroke order of every character; the table holds the 20,902 of GB 13000.1.",
        ),
    ),
    error(
        "R431",
        zh=Words(
            "“前次”所指的申报不存在",
            "请写成“项目/编号”，例如：前次: longdu-2020/a-001",
            "再次认定的人用“前次”指向上一次的申报文件，名单才能认出是同一个人。",
        ),
        en=Words(
            "前次 names a submission that is not there",
            "write programme/id, for example: 前次: longdu-2020/a-001",
            "前次 points to the earlier file of the same person.",
        ),
    ),
    error(
        "R432",
        zh=Words(
            "“前次”绕回了这份申报自己",
            "请核对这份申报和 {other} 的“前次”，只保留后一次指向前一次的",
            "“前次”总是指向更早的一次，顺着往前找不会回到自己。",
        ),
        en=Words(
            "前次 leads back to this very submission",
            "look at 前次 here and in {other}; only the later file points to the earlier one",
            "前次 points to an earlier file, so following it never comes back.",
        ),
    ),
    error(
        "R433",
        zh=Words(
            "认定没有写“证书编号”",
            "请补上，编号按 programme.yml 的“证书编号”编排；用“gongshi record 认定”登记的，会自动编号",
            "项目规定了证书编号的，每次认定都要写明，发出后不再改变。",
        ),
        en=Words(
            "this 认定 has no 证书编号",
            "add the number by the programme's pattern",
            "Where the programme has a pattern, every certification carries a number, and it never moves.",
        ),
    ),
    error(
        "R434",
        zh=Words(
            "证书编号重复，“{other}”已使用",
            "请核对两份文件，改正写错的一个",
            "一个证书编号只属于一个人或一家单位，重复的编号会让核验出错。",
        ),
        en=Words(
            "this certificate number is used by “{other}” too",
            "mend the wrong one of the two",
            "A number belongs to one holder.",
        ),
    ),
    error(
        "R435",
        zh=Words(
            "证书编号不符合项目规定的写法 {pattern}",
            "请核对年份（认定的年份）、类别和流水号的位数",
            "证书编号由 programme.yml 的“证书编号”规定：年为认定的年份，类别为申报人的类别代码。",
        ),
        en=Words(
            "the certificate number does not follow the programme's pattern {pattern}",
            "check the year (that of 认定), the category and the digits of the serial number",
            "The pattern stands under 证书编号 in programme.yml.",
        ),
    ),
    warning(
        "R436",
        zh=Words(
            "“前次”所指的申报属于另一系列，两次认定不会合并",
            "同一系列的才用“前次”；如果两个项目本来就是一个系列，请把 programme.yml 中的“系列”改成一样的",
            "系列相同的各批合成一份名单，“前次”说明其中哪两份申报是同一个人。",
        ),
        en=Words(
            "前次 names a submission of another series, so nothing is tied together",
            "use 前次 within one series only; if both programmes are one series, write the same 系列 in both",
            "Batches of one series make one roster; 前次 says which two files are one person.",
        ),
    ),
    warning(
        "R437",
        zh=Words(
            "“前次”所指的申报没有更早的认定，两次认定不会合并",
            "请核对 {other} 的“办理”；指反了的，把“前次”移到后一次的文件里",
            "“前次”写在后一次的申报文件里，指向已经认定的前一次。",
        ),
        en=Words(
            "前次 names a submission that was not certified earlier, so nothing is tied together",
            "look at 办理 in {other}; if the two are the wrong way round, move 前次 to the later file",
            "前次 stands in the later file and points to the one that was certified before.",
        ),
    ),
)
