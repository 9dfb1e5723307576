"""E301–E349, E361–E369: what can be wrong with the events and opinions of one submission."""

from pipeline.messages.entry import Entry, Words, error, note, warning

ENTRIES: tuple[Entry, ...] = (
    error(
        "E301",
        zh=Words(
            "“{event}”不能接在“{stage}”之后",
            "此时可以办理的事项：{allowed}；请核对事项和日期，或补上漏记的事项",
            "事项按日期先后办理，每一步只能接在规定的状态之后，例如先“收到”，再“拟认定”，公示期满后才能“认定”。",
        ),
        en=Words(
            "{event} cannot follow {stage}",
            "what can follow now: {allowed}; check the event and its date, or add the event that is missing",
            "Events go by their dates, and each may follow only certain standings: 收到, then 拟认定, then 认定.",
        ),
    ),
    error(
        "E302",
        zh=Words(
            "已于 {on} 认定，不能再次“认定”",
            "任期延长请改用“续聘”；在新的一批中重新认定的，请另建申报文件，并用“前次”指向本文件",
            "一份申报文件只认定一次，证书编号和文号一经发出不再改变。",
        ),
        en=Words(
            "already certified on {on}: 认定 cannot come twice",
            "write 续聘 for a longer term; for another batch make a new file that points here by 前次",
            "One file is certified once; certificate and document numbers never move.",
        ),
    ),
    error(
        "E303",
        zh=Words(
            "“{event}”不能接在“{stage}”之后，此后不再办理任何事项",
            "请核对事项和日期；重新申报的，请另建一份申报文件",
            "公示前撤回或不予推荐的，办理到此为止。",
        ),
        en=Words(
            "{event} cannot follow {stage}: nothing can",
            "check the event and its date; who applies again gets a new file",
            "Who withdrew before publicity or was not recommended is done with.",
        ),
    ),
    error(
        "E310",
        zh=Words(
            "“{event}”没有写“{detail}”",
            "请在这一事项中补上，例如：{detail}: {example}",
            "每种事项都有必须写明的内容，缺少时无法公布，也无法日后查考。",
        ),
        en=Words(
            "{event} does not say its {detail}",
            "add it to this event, for example: {detail}: {example}",
            "Each kind of event has details that it must give.",
        ),
    ),
    error(
        "E311",
        zh=Words(
            "“{event}”不能写“{detail}”",
            "请删去“{detail}”，或核对事项名称；这一事项可以写：{allowed}",
            "每种事项只能写与它有关的内容；写了别的内容，多半是事项名称选错了。",
        ),
        en=Words(
            "{event} cannot have {detail}",
            "remove {detail}, or check the event's name; this event can have: {allowed}",
            "An event gives only details of its own kind; another detail mostly means the wrong event.",
        ),
    ),
    error(
        "E320",
        zh=Words(
            "“公示至”（{until}）早于公示开始的日期（{on}）",
            "请核对两个日期，“公示至”是公示的最后一天",
            "公示期从“拟认定”或重新公示的当日开始，到“公示至”当日为止。",
        ),
        en=Words(
            "公示至 ({until}) is before the day on which the period begins ({on})",
            "check both dates; 公示至 is the last day of publicity",
            "The period runs from the day of the event to 公示至, both included.",
        ),
    ),
    error(
        "E321",
        zh=Words(
            "“任期至”（{until}）早于任期开始的日期（{on}）",
            "请核对两个日期，“任期至”是任期的最后一天",
            "任期从“认定”或“续聘”起，到“任期至”当日为止。",
        ),
        en=Words(
            "任期至 ({until}) is before the day on which the term begins ({on})",
            "check both dates; 任期至 is the last day of the term",
            "The term runs from 认定 or 续聘 to 任期至, both included.",
        ),
    ),
    error(
        "E322",
        zh=Words(
            "“{event}”写了“公示至”，但没有写“重新公示: 是”",
            "需要重新公示的，请加上“重新公示: 是”；不需要的，请删去“公示至”",
            "更正或变更只有在重新公示时才有新的公示期。",
        ),
        en=Words(
            "{event} gives 公示至 without 重新公示: 是",
            "add 重新公示: 是 for a new period, or remove 公示至",
            "Only a 更正 or 变更 that is published anew has a period.",
        ),
    ),
    error(
        "E323",
        zh=Words(
            "状态为“{stage}”的申报人不能重新公示",
            "请改为“重新公示: 否”；只有已经公示、尚未认定的申报人才能重新公示",
            "重新公示会开始新的公示期，只适用于公示中或公示期满、尚未认定的申报人。",
        ),
        en=Words(
            "a candidate whose standing is {stage} cannot be published anew",
            "write 重新公示: 否; only who is published and not yet certified can be",
            "重新公示 opens a new period for a candidate between 拟认定 and 认定.",
        ),
    ),
    error(
        "E330",
        zh=Words(
            "{on} 拟认定时，“{opinion}”还没有给出",
            "请补填“{opinion}”的结论；意见的日期不能晚于拟认定的日期",
            "拟认定以前，推荐表上的每一项意见都须为“同意”。",
        ),
        en=Words(
            "{opinion} was not yet given when the candidate was proposed on {on}",
            "fill it in; it cannot be dated later than 拟认定",
            "Before 拟认定 every opinion of the form must agree.",
        ),
    ),
    error(
        "E331",
        zh=Words(
            "“{opinion}”为“不同意”，不能在 {on} 拟认定",
            "请核对意见的结论；确实不同意的，请把“拟认定”改为“不予推荐”",
            "拟认定以前，推荐表上的每一项意见都须为“同意”。",
        ),
        en=Words(
            "{opinion} does not agree, so the candidate cannot be proposed on {on}",
            "check the opinion; if it stands, write 不予推荐 in place of 拟认定",
            "Before 拟认定 every opinion of the form must agree.",
        ),
    ),
    note(
        "E332",
        zh=Words(
            "“{opinion}”的日期（{on}）晚于收到推荐表的日期（{received}）",
            "意见本来就在收到以后给出的（例如专家组评审），不必修改；否则请核对两个日期",
            "申报单位的意见签在推荐表上，早于收到的日期；收到以后，全部意见为“同意”之日起才算已推荐。",
        ),
        en=Words(
            "{opinion} is dated {on}, after the form was received on {received}",
            "leave it if that opinion is given after receipt, as a panel's is; else check both dates",
            "A candidate counts as recommended from the day on which the last opinion agrees.",
        ),
    ),
    warning(
        "E333",
        zh=Words(
            "{on} 拟认定时，“{material}”材料还没有收到",
            "材料补齐的，请补记一次“收到”，写明“{material}: 是”",
            "项目要求的材料应在拟认定以前收齐。",
        ),
        en=Words(
            "the {material} copy was still missing when the candidate was proposed on {on}",
            "when it has come, add another 收到 with {material}: 是",
            "Copies that the programme asks for should be there before 拟认定.",
        ),
    ),
    error(
        "E340",
        zh=Words(
            "公示期到 {until} 才满，不能在 {on} 认定",
            "“认定”的日期最早是 {until} 的次日，请改正；“公示至”写错的，请改“公示至”",
            "公示期的最后一天仍属公示期，次日起才能认定。",
        ),
        en=Words(
            "the publicity period runs to {until}, so 认定 cannot be on {on}",
            "move 认定 to a later day, or mend 公示至 if it is wrong",
            "The last day still belongs to the period; 认定 can come on the next.",
        ),
    ),
    error(
        "E341",
        zh=Words(
            "还有 {count} 件异议没有处理，不能在 {on} 认定",
            "请先记录“异议处理”，日期不晚于认定；或推迟认定",
            "对申报人的异议须全部处理完毕，才能认定该申报人；其他申报人不受影响。",
        ),
        en=Words(
            "{count} objection(s) are still open, so 认定 cannot be on {on}",
            "record 异议处理 first, or certify later",
            "Every objection to a candidate must be settled before that candidate is certified.",
        ),
    ),
    error(
        "E342",
        zh=Words(
            "异议的“编号”重复",
            "请给每件异议写不同的编号",
            "“异议处理”按编号对应“异议”，同一份文件内编号不能重复。",
        ),
        en=Words(
            "two objections share this 编号",
            "give each objection a number of its own",
            "异议处理 finds its 异议 by the number, which is used once in a file.",
        ),
    ),
    warning(
        "E343",
        zh=Words(
            "异议的日期（{on}）在公示期满（{until}）以后",
            "请核对日期；确系逾期提出的，不必修改，处理以前仍不能认定",
            "公示期满以后提出的异议同样记录，未处理以前不能认定。",
        ),
        en=Words(
            "the objection is dated {on}, after the publicity period ended on {until}",
            "check the date; if it did come late, leave it: it still stops 认定",
            "Late objections are recorded too and stop 认定 until they are settled.",
        ),
    ),
    error(
        "E344",
        zh=Words(
            "“异议处理”没有与之对应、尚未处理的异议",
            "请核对“编号”和日期；处理的日期不能早于异议",
            "每件异议处理一次，“编号”与“异议”的编号一致。",
        ),
        en=Words(
            "no open objection has the number of this 异议处理",
            "check the number and the dates; it cannot come before its 异议",
            "Each objection is settled once, by its number.",
        ),
    ),
    error(
        "E361",
        zh=Words(
            "“栏目”不是推荐表中的栏目",
            "请改为 form.yml 中已有的栏目名称",
            "更正和变更针对推荐表的某一栏，名称须与 form.yml 完全一致。",
        ),
        en=Words(
            "栏目 is not a field of the form",
            "write the name of a field that form.yml has",
            "A 更正 or 变更 is about one field, named as form.yml names it.",
        ),
    ),
    error(
        "E362",
        zh=Words(
            "“新”与文件中“{field}”现在的内容不一致",
            "请核对：“{field}”一栏应已改为更正或变更后的内容",
            "文件里写的是现在的内容，最后一次更正或变更的“新”应与之相同；原来的内容记在“原”里。",
        ),
        en=Words(
            "新 is not what “{field}” says in the file now",
            "check both: the field must hold the new text",
            "A file says what holds now, so the last 更正 or 变更 of a field ends at it; the text before stands in 原.",
        ),
    ),
)
