"""Files with something wrong in them: pieces cut out, doubled and put in.

In: good files, words that matter to their reader. Out: hypothesis strategies of bytes.
"""

from collections.abc import Sequence

from hypothesis import strategies as st

_ODD = tuple(
    each.encode("utf-8", "surrogatepass")
    for each in (
        *"\t\n\r\0:：-|>#[]{},，\"'@`\\&*!%?<>=·\u200b\ufeff\u202e\ue863\u3000\u2028\U0001f600\ud800\ufffe",
        *(": ", "- ", "? ", " #", "\n\n", "  ", "---\n", "...\n", "{}", "[]", "''", '""', "~", "null", "true", "无"),
        *("0", "-1", "1e9", "9" * 30, "2020-02-30", "9999-12-31", "0001-01-01", "字" * 300, "e\u0301" * 50),
    )
)
_Cut = tuple[int, int, bytes]


def damaged(seeds: Sequence[bytes], words: Sequence[bytes] = ()) -> st.SearchStrategy[bytes]:
    """Return files that are one of the seeds with up to six pieces replaced by an odd one, a word or another piece."""
    piece = st.one_of(st.sampled_from((*_ODD, *words)), st.binary(max_size=6))
    cut = st.tuples(st.integers(0, 1 << 16), st.integers(0, 40), piece)
    return st.tuples(st.sampled_from(seeds), st.lists(cut, max_size=6)).map(_done)


def _done(said: tuple[bytes, list[_Cut]]) -> bytes:
    data, cuts = said
    for start, length, piece in cuts:
        at = start % (len(data) + 1)
        data = data[:at] + piece + data[at + length :]
    return data
