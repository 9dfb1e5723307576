"""E350–E369: what can be wrong with dates against the calendar, the programme's rules and other candidates."""

from pipeline.messages.entry import Entry, Words, error, warning

ENTRIES: tuple[Entry, ...] = (
    warning(
        "E350",
        zh=Words(
            "“{label}”的日期（{on}）晚于网站当天（{today}）",
            "请核对日期；确属预先写好的，到了那一天才会在网站上出现",
            "日期晚于网站当天的事项视为尚未发生。",
        ),
        en=Words(
            "{label} is dated {on}, later than the site's day ({today})",
            "check the date; what is written ahead appears on its day",
            "What is dated later than the site's day has not happened yet.",
        ),
    ),
    warning(
        "E351",
        zh=Words(
            "“{label}”的日期（{on}）不合情理",
            "请核对年份，例如：2020-12-14",
            "年份过早，或与相关日期相隔过久，多半是笔误。",
        ),
        en=Words(
            "the date of {label} ({on}) is implausible",
            "check the year, for example: 2020-12-14",
            "A year that is far too early or far from its neighbours is mostly a slip.",
        ),
    ),
    warning(
        "E352",
        zh=Words(
            "“公示至”（{until}）不是工作日",
            "请核对日期；公示期一般在工作日期满",
            "公示期止于周末或节假日的，期满当天无人受理异议。调休上班的周末算工作日。",
        ),
        en=Words(
            "公示至 ({until}) is not a working day",
            "check the date; a period mostly ends on a working day",
            "On a day off nobody is there to take objections. Weekends that are worked count as working days.",
        ),
    ),
    warning(
        "E353",
        zh=Words(
            "公示开始的日期（{on}）不是工作日",
            "请核对日期；公示一般从工作日开始，非工作日不计入工作日天数",
            "公示始于周末或节假日的，当天不计入工作日。调休上班的周末算工作日。",
        ),
        en=Words(
            "the publicity period begins on {on}, which is not a working day",
            "check the date; a day off does not count as a working day",
            "Weekends that are worked count as working days.",
        ),
    ),
    warning(
        "E354",
        zh=Words(
            "{on} 至 {until} 实际是 {count} 个{unit}，项目规定公示 {days} 个{unit}",
            "按规定应为：公示至: {expected}；确有理由的，可以不改",
            "项目的“公示”规定了天数、单位和首日是否计入，写下的起止日期应与之相符。",
        ),
        en=Words(
            "{on} to {until} is {count} {unit}; the programme says {days}",
            "by the rule it would be 公示至: {expected}; leave it if there is a reason",
            "The programme's 公示 sets the number and kind of days and whether the first one counts.",
        ),
    ),
    warning(
        "E355",
        zh=Words(
            "没有 {year} 年的放假安排，无法核对公示期",
            "请按国务院办公厅的通知编写 content/calendar/{year}.yml，或自行核对“公示至”",
            "每年的放假和调休安排在上一年年底公布。系统尚不知道的年份，“公示至”由人算好填写，"
            "或者编写这一年的安排，一年一个文件，只写两行，日子逐个列出，用半角逗号加空格隔开：\n\n"
            "放假: [2027-01-01, 2027-01-02, 2027-01-03]\n"
            "上班: [2027-02-06]\n\n"
            "“放假”写节假日和调休放假的日子，“上班”写调休上班的周末；没有写到的，周一至周五上班，周末休息。"
            "例子里的日子只说明写法。",
        ),
        en=Words(
            "the working days of {year} are not known, so the period cannot be checked",
            "write content/calendar/{year}.yml from the official arrangement, or check 公示至 by hand",
            "Each year's days off are announced late in the year before. Until then 公示至 is counted by hand; "
            "or write the year's arrangement, one file a year, of two lines that list single days:\n\n"
            "放假: [2027-01-01, 2027-01-02, 2027-01-03]\n"
            "上班: [2027-02-06]\n\n"
            "放假 are the days off, 上班 the weekends worked; any other day is as in a plain week. "
            "The days here only show the spelling.",
        ),
    ),
    warning(
        "E356",
        zh=Words(
            "收到的日期（{on}）晚于截止日期（{deadline}）",
            "请核对日期；同意逾期受理的，可以不改",
            "截止当日收到的不算逾期。项目写明“逾期: 拒收”的，逾期的申报不予受理。",
        ),
        en=Words(
            "received on {on}, after the deadline of {deadline}",
            "check the date; leave it if the late form is accepted",
            "The day of the deadline is in time. Under 逾期: 拒收 a late form is refused.",
        ),
    ),
    error(
        "E357",
        zh=Words(
            "收到的日期（{on}）晚于截止日期（{deadline}），按规定拒收",
            "请核对日期；确系逾期的，请移出这份申报",
            "项目写明“逾期: 拒收”，截止日期以后收到的申报不予受理。",
        ),
        en=Words(
            "received on {on}, after the deadline of {deadline}: refused",
            "check the date; if it did come late, remove the submission",
            "The programme says 逾期: 拒收, so a late form is refused.",
        ),
    ),
    error(
        "E358",
        zh=Words(
            "同在 {on} 拟认定的申报人，“公示至”应当一致：这里是 {until}，另有 {other}",
            "请改为同一个日期",
            "同一天拟认定的为同一轮公示，公示期相同。",
        ),
        en=Words(
            "candidates proposed on {on} must share one 公示至: here {until}, elsewhere {other}",
            "write the same date for all of them",
            "All 拟认定 of one day are one round with one period.",
        ),
    ),
    error(
        "E359",
        zh=Words(
            "同一文号的“认定”应在同一天：这里是 {on}，另有 {other}",
            "请核对文号和日期，改为一致",
            "同一文号是同一份认定通知，只有一个日期。",
        ),
        en=Words(
            "all 认定 under one 文号 must share one day: here {on}, elsewhere {other}",
            "check the document number and the date",
            "One 文号 is one certification notice with one date.",
        ),
    ),
    warning(
        "E360",
        zh=Words(
            "“任期至”（{until}）与项目规定的任期不符",
            "按规定应为：任期至: {expected}；确有理由的，可以不改",
            "任期写“月数”的，从认定当日起算，最后一天是期满对应日的前一天；写“至”的，都到那一天为止。",
        ),
        en=Words(
            "任期至 ({until}) does not match the programme's term",
            "by the rule it would be 任期至: {expected}; leave it if there is a reason",
            "A term in 月数 begins on the day of 认定 and ends on the day before the anniversary; one with 至 ends then.",
        ),
    ),
)
