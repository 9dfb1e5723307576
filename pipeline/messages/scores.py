"""R460–R489: what can be wrong with materials, answers and scores."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "R460",
        zh=Words(
            "“{field}”不是列出各种材料的多选栏目",
            "请改为 form.yml 中的多选栏目，例如：申报材料: {{type: array, items: {{type: string, enum: [法人证书复印件]}}}}",
            "材料清单按多选栏目核对：栏目列出应交的材料，交了的打勾。",
        ),
        en=Words(
            "“{field}” is no field of several choices that lists materials",
            "name a field of form.yml whose type is array and whose items have an enum",
            "The list of materials is a field of several choices; those that are there are ticked.",
        ),
    ),
    error(
        "R461",
        zh=Words(
            "“可缺”中有一项不在材料清单之列",
            "请与栏目中的写法一致；清单列有：{known}",
            "没有也可以的材料，须是清单中的一种。",
        ),
        en=Words(
            "可缺 names what is not on the list of materials",
            "write it as the field does; the list has: {known}",
            "What may be missing must be on the list.",
        ),
    ),
    warning(
        "R462",
        zh=Words(
            "拟认定时，申报材料还缺：{names}",
            "材料补齐的，请在“{field}”中补上；确实可以不交的，请写进 programme.yml“材料清单”的“可缺”",
            "材料清单中除“可缺”的以外，拟认定之前都应交齐。",
        ),
        en=Words(
            "not handed in before 拟认定: {names}",
            "add what has come to “{field}”; what need not come belongs under 可缺 in programme.yml",
            "Every material of the list should be there before 拟认定, unless it may be missing.",
        ),
    ),
    error(
        "R463",
        zh=Words(
            "第 {number} 项条件要求“{field}”为“{wanted}”，填写的内容与此不符",
            "请核对“{field}”；确实不符的，不能拟认定",
            "条件中写了“栏目”和“应为”的，还要用填写的是或否核对。",
        ),
        en=Words(
            "condition {number} asks that {field} be {wanted}, which the file does not bear out",
            "check {field}; who does not meet it cannot be proposed",
            "A condition with 栏目 and 应为 is also checked by the answer.",
        ),
    ),
    error(
        "R470",
        zh=Words(
            "这个项目不评分，申报文件里却有“评分”",
            "请删去“评分”；项目确实评分的，请在 programme.yml 中写明，例如：评分: {{合格分: 70}}",
            "项目评不评分，由 programme.yml 的“评分”规定。",
        ),
        en=Words(
            "this programme does not score, but the file has 评分",
            "remove it, or say how to score in programme.yml, for example: 评分: {{合格分: 70}}",
            "Whether a programme scores is said in programme.yml.",
        ),
    ),
    error(
        "R471",
        zh=Words(
            "项目没有这个评分项目",
            "请改为项目规定的评分项目：{known}；只评总分的，直接写数字，例如：得分: 86.5",
            "评分项目由 programme.yml 的“评分”规定，名称须一致。",
        ),
        en=Words(
            "the programme has no such item to score",
            "write one of: {known}; where only a total is given, write the number: 得分: 86.5",
            "The items are those under 评分 in programme.yml.",
        ),
    ),
    error(
        "R472",
        zh=Words(
            "这份评分缺少：{items}",
            "请逐项补全；该项不得分的，写 0",
            "逐项评分的，每一项都要有分，否则各份评分不能相比。",
        ),
        en=Words(
            "this sheet does not score: {items}",
            "score every item; write 0 where there are no points",
            "Every item needs points, else the sheets cannot be compared.",
        ),
    ),
    error(
        "R473",
        zh=Words(
            "“{item}”的得分超过满分 {full} 分",
            "请核对得分",
            "满分由 programme.yml 的“评分”规定。",
        ),
        en=Words(
            "“{item}” has more points than its full mark, {full}",
            "check the points",
            "Full marks stand under 评分 in programme.yml.",
        ),
    ),
    error(
        "R474",
        zh=Words(
            "同一位评委有两份评分",
            "请只保留一份；是另一位评委的，请改正“评委”",
            "每位评委对一份申报只评一次分，重复的会多算一次。",
        ),
        en=Words(
            "one judge has two sheets",
            "keep one of them, or mend 评委",
            "Each judge scores a candidate once; a second sheet would count twice.",
        ),
    ),
    warning(
        "R475",
        zh=Words(
            "这份评分的日期（{on}）晚于拟认定（{proposed}），不计入得分",
            "请核对日期；拟认定以当时的得分为准",
            "名单公布以后，得分和名次不再变动。",
        ),
        en=Words(
            "this sheet is dated {on}, after 拟认定 ({proposed}), and is not counted",
            "check the date; what counts is the score on the day of 拟认定",
            "Once a list is published, scores and ranks do not move.",
        ),
    ),
    error(
        "R476",
        zh=Words(
            "{on} 拟认定时还没有评分",
            "请先补记“评分”，例如：评分: [{{日期: {on}, 评委: 评审组, 得分: 86.5}}]",
            "按评分择优的项目，评分以后才能拟认定；评分的日期不得晚于拟认定。",
        ),
        en=Words(
            "proposed on {on} without a score",
            "record it first, for example: 评分: [{{日期: {on}, 评委: 评审组, 得分: 86.5}}]",
            "Where a programme scores, nobody is proposed without a score.",
        ),
    ),
    error(
        "R477",
        zh=Words(
            "{on} 拟认定时，得分低于合格分 {passing} 分",
            "请核对各份评分；确实低于合格分的，不能拟认定，请删去“拟认定”，或者改为“不予推荐”",
            "合格分由 programme.yml 的“评分”规定。",
        ),
        en=Words(
            "proposed on {on} with a score below the pass mark, {passing}",
            "check the sheets; who is below the pass mark cannot be proposed",
            "The pass mark stands under 评分 in programme.yml.",
        ),
    ),
    warning(
        "R478",
        zh=Words(
            "按得分排在第 {rank} 名，超出名额（{places} 个），却已拟认定",
            "请核对评分和名额；得分在前的应先拟认定，确有理由的可以不改",
            "名额由 programme.yml 的“评分”规定，按得分从高到低取；已撤回、不予推荐、不予认定的不占名次。",
        ),
        en=Words(
            "proposed, though ranked {rank} by score and only {places} can be certified",
            "check scores and places; those with better scores go first",
            "The number of places stands under 评分 in programme.yml; who left or was refused has no rank.",
        ),
    ),
    error(
        "R479",
        zh=Words(
            "合格分超过了满分 {full} 分",
            "请核对合格分和各项的满分",
            "合格分不能高于满分，否则没有人能合格。",
        ),
        en=Words(
            "the pass mark is above the full mark, {full}",
            "check the pass mark and the full marks",
            "A pass mark above the full mark lets nobody pass.",
        ),
    ),
    error(
        "R480",
        zh=Words(
            "两个评分项目的名称相同",
            "请改为各不相同的名称",
            "评分按项目的名称填写，名称不能重复。",
        ),
        en=Words(
            "two items to score share this name",
            "make them differ",
            "Points go by the item's name.",
        ),
    ),
    error(
        "R481",
        zh=Words(
            "名单按得分排序，项目却没有规定评分",
            "请在 programme.yml 中补上“评分”，例如：评分: {{合格分: 70}}；不评分的，请改为：排序: 按姓氏笔画",
            "按得分排序须以评分为前提。",
        ),
        en=Words(
            "lists go by score, but the programme does not say how it scores",
            "add 评分 to programme.yml, or write another order: 排序: 按姓氏笔画",
            "An order by score needs scores.",
        ),
    ),
)
