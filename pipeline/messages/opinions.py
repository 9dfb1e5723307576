"""E334–E336: what can be wrong with the order of a candidate's opinions."""

from pipeline.messages.entry import Entry, Words, warning

ENTRIES: tuple[Entry, ...] = (
    warning(
        "E334",
        zh=Words(
            "“{opinion}”已经签署，它前面的“{before}”还没有",
            "请核对推荐表；“{before}”已经签署的，请补录，尚未签署的，请退回补签",
            "意见按推荐表上的次序逐级签署，前一级没有签署的，后一级不应先签。",
        ),
        en=Words(
            "{opinion} is given, {before} before it is not",
            "look at the form; add {before} if it is signed there, else have it signed",
            "Opinions are given one after the other, in the order of the form.",
        ),
    ),
    warning(
        "E335",
        zh=Words(
            "“{before}”为不同意，不应再签署“{opinion}”",
            "请核对两级意见；前一级确不同意的，登记“不予推荐”",
            "意见按推荐表上的次序逐级签署，有一级不同意，就不再往后报送。",
        ),
        en=Words(
            "{opinion} is given although {before} before it refuses",
            "check both; where the earlier one does refuse, record 不予推荐",
            "Opinions are given one after the other; after a refusal nothing follows.",
        ),
    ),
    warning(
        "E336",
        zh=Words(
            "“{opinion}”的日期（{on}）早于它前面的“{before}”（{earlier}）",
            "请核对两个日期，多半有一个录错；纸质表上确实如此的，请退回补正",
            "意见按推荐表上的次序逐级签署，后一级的日期不应早于前一级，可以是同一天。",
        ),
        en=Words(
            "{opinion} is dated {on}, before {before} of {earlier}",
            "check both dates; where the paper says so, return it",
            "Opinions are given in the order of the form; several may be of one day.",
        ),
    ),
)
