"""Characters of fonts of one's own: where GBK parked characters before Unicode had them.

In: a private-use character. Out: the character it stood for, by the mappings of GB 18030-2005 and GB 18030-2022 (bytes
FE50–FEA0, A6D9–A6F3, A8BC, A8BF, A2E3, A989–A995). Must not know where it was found.
"""


def _run(first: int, real: str) -> dict[str, str]:
    return {chr(first + step): character for step, character in enumerate(real)}


REAL_CHARACTERS = (
    _run(0xE815, "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱")
    | _run(0xE83D, "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻")
    | _run(0xE78D, "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19")
    | _run(0xE7C7, "ḿǹ")
    | _run(0xE76C, "€")
    | _run(0xE7E7, "\u303e\u2ff0\u2ff1\u2ff2\u2ff3\u2ff4\u2ff5\u2ff6\u2ff7\u2ff8\u2ff9\u2ffa\u2ffb")
)
