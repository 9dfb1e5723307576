"""What `doctor` says around what it found: sentences for `Talk`, in both languages."""

SAY = {
    "doctor_item": {"zh": "项目", "en": "item"},
    "doctor_state": {"zh": "情况", "en": "state"},
    "doctor_says": {"zh": "看到的", "en": "found"},
    "doctor_advice": {"zh": "怎么办", "en": "what to do"},
    "doctor_fine": {"zh": "正常", "en": "fine"},
    "doctor_mind": {"zh": "注意", "en": "mind"},
    "doctor_wrong": {"zh": "有误", "en": "wrong"},
    "doctor_all_fine": {"zh": "全部正常。下一步：gongshi check 检查内容", "en": "all fine; next: `gongshi check`"},
    "doctor_some": {
        "zh": "有误 {wrong} 项，注意 {mind} 项。下一步：照“怎么办”一列处理，再运行一次 gongshi doctor",
        "en": "{wrong} wrong, {mind} to be minded; next: do what the last column says and run `gongshi doctor` again",
    },
}
