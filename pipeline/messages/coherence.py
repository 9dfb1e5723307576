"""R440–R459: what can be wrong between a programme's own files."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "R440",
        zh=Words(
            "“{key}”这里写的不是推荐表中的栏目",
            "请改为 form.yml 中的栏目：{known}",
            "programme.yml 中提到的栏目，必须与 form.yml 的名称完全一致。",
        ),
        en=Words(
            "this, under {key}, is not a field of the form",
            "write a field of form.yml: {known}",
            "Fields named in programme.yml must be fields of form.yml.",
        ),
    ),
    error(
        "R441",
        zh=Words(
            "“{field}”是意见栏，不能公开",
            "请从“公开”中删去“{field}”",
            "意见栏里有负责人签名等内容，任何名单都不公开。",
        ),
        en=Words(
            "{field} is an opinion and cannot be public",
            "remove it from 公开",
            "Opinions are never public.",
        ),
    ),
    warning(
        "R442",
        zh=Words(
            "“{field}”属于个人联系方式或证件号码，按现在的设置会在网上公开",
            "如果不是有意公开，请从“公开”中删去“{field}”",
            "公示要求信息简洁、够用，不应公开身份证件号码、电话号码等（参照教财厅函〔2017〕28号）。",
        ),
        en=Words(
            "{field} is a personal contact or number, and these settings publish it",
            "remove it from 公开 unless it is meant",
            "Lists should show no more than they need.",
        ),
    ),
    error(
        "R443",
        zh=Words(
            "项目分了类别，但“角色”没有写类别是哪一栏",
            "请在“角色”中补上，例如：类别: 类别",
            "系统要知道推荐表的哪一栏是类别，才能核对和分列。",
        ),
        en=Words(
            "the programme has categories, but 角色 does not say which field holds them",
            "add to 角色, for example: 类别: 类别",
            "The category's field must be named.",
        ),
    ),
    error(
        "R444",
        zh=Words(
            "“角色”写了类别栏，但项目没有列出“类别”",
            "请在 programme.yml 中列出类别，或从“角色”中删去类别",
            "角色中的类别栏要与项目的类别相对应。",
        ),
        en=Words(
            "角色 names a category field, but the programme lists no 类别",
            "list the categories, or remove 类别 from 角色",
            "The two belong together.",
        ),
    ),
    error(
        "R445",
        zh=Words(
            "两个推荐单位的“{key}”相同",
            "请改为各不相同的{key}",
            "推荐单位的名称和文件夹都不能重复。",
        ),
        en=Words(
            "two associations share the same {key}",
            "make them differ",
            "Names and folders of associations are used once.",
        ),
    ),
    error(
        "R446",
        zh=Words(
            "这里写的类别不在项目的类别之列",
            "请改为：{known}",
            "推荐单位、条件、优先里写的类别，须是 programme.yml 中“类别”的代码。",
        ),
        en=Words(
            "this is not one of the programme's categories",
            "write one of: {known}",
            "Categories named elsewhere must be codes of 类别.",
        ),
    ),
    error(
        "R447",
        zh=Words(
            "条件的“号”重复",
            "请给每项条件编一个不同的号",
            "审核按号记录，号不能重复。",
        ),
        en=Words(
            "two conditions share this number",
            "number each condition differently",
            "Ticks go by number.",
        ),
    ),
    error(
        "R448",
        zh=Words(
            "“证书编号”的写法不能用",
            "只能使用 {{年}}、{{类别}}、{{流水:03}}，并且必须有“流水”；没有类别的项目不能用 {{类别}}。例如：KCLD-{{年}}-{{类别}}{{流水:03}}",
            "证书编号由固定文字和这三种占位组成，流水号保证不重复。",
        ),
        en=Words(
            "this pattern of 证书编号 cannot be used",
            "use {{年}}, {{类别}} and {{流水:03}} only, and always {{流水:03}}; a programme without categories has no {{类别}}",
            "The serial number keeps certificates apart.",
        ),
    ),
    warning(
        "R449",
        zh=Words(
            "“异议”没有写电话、邮箱或地址",
            "请至少写一种，群众才能提出异议",
            "公示须写明提出异议的途径，否则公示不完整。",
        ),
        en=Words(
            "异议 names no phone, e-mail or address",
            "write at least one, so that people can object",
            "A publicity list must say where to object.",
        ),
    ),
    error(
        "R450",
        zh=Words(
            "“{field}”是照片，不能公开",
            "请从“公开”中删去“{field}”",
            "照片只印在导出的推荐表上；名单、证书页都是文字。",
        ),
        en=Words(
            "{field} is a photo and cannot be public",
            "remove it from 公开",
            "Photos are printed on exported forms only; lists and certificates are text.",
        ),
    ),
    warning(
        "R455",
        zh=Words(
            "括号是半角的，与通常的“（一）”不同",
            "如果原文就是这样，请把这一处原文写进开头的“原文如此”；否则改为全角括号",
            "通知照原文登载；可能是笔误的地方，要由人确认。",
        ),
        en=Words(
            "the brackets are half-width, unlike the usual （一）",
            "list it under 原文如此 if the original has it so, else mend it",
            "The notice goes out word for word; what may be a slip must be confirmed.",
        ),
    ),
    warning(
        "R456",
        zh=Words(
            "这里的表名与推荐表的标题不同",
            "如果原文就是这样，请把这个表名写进开头的“原文如此”；否则改为一致",
            "同一张表在通知各处的名称应当一致，不一致的要由人确认。",
        ),
        en=Words(
            "this name of the form differs from the form's title",
            "list it under 原文如此 if the original has it so, else mend it",
            "The form should be called the same everywhere.",
        ),
    ),
    error(
        "R457",
        zh=Words(
            "通知里写了“{{推荐名额}}”，项目却没有规定名额",
            "请在 programme.yml 的“推荐单位”中逐个写上名额，例如：名额: 3；不限名额的，删去通知里的这一行",
            "通知中单独成行的“{{推荐名额}}”，登载时换成各推荐单位的名额表；名额只在 programme.yml 中写一次。",
        ),
        en=Words(
            "the notice asks for the table of quotas, but the programme has none",
            "give associations their 名额 in programme.yml, for example: 名额: 3; or remove the line",
            "A line of {{推荐名额}} in the notice becomes the table of quotas, which are written once, in programme.yml.",
        ),
    ),
)
