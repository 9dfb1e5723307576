"""X958–X965: what can be wrong with a scanned or photographed sheet and its QR code."""

from pipeline.messages.entry import Entry, Words, error, note, warning

ENTRIES: tuple[Entry, ...] = (
    warning(
        "X958",
        zh=Words(
            "没有找到推荐表的二维码",
            "请照原件逐栏录入；是在网页上填写、打印的表，可以重新扫描（300 dpi、黑白或灰度、不要缩小）后再试",
            "只有在网页上填写后打印的推荐表才带有所填内容的二维码；手写的表没有，只能照原件录入。",
        ),
        en=Words(
            "no QR code of a form was found",
            "type the sheet by hand; a sheet that was filled in on the web page can be scanned again (300 dpi)",
            "Only sheets that were filled in on the web page carry their values in a QR code.",
        ),
    ),
    warning(
        "X959",
        zh=Words(
            "这里的二维码不是推荐表所填内容的二维码，或者已经损坏",
            "请照原件逐栏录入；二维码被遮住或折损的，可以展平后重新扫描再试",
            "空白表角上的二维码只通向网页，不含所填的内容；内容的校验不符时一概不采用。",
        ),
        en=Words(
            "the QR code holds no values of a form, or is damaged",
            "type the sheet by hand, or scan it again",
            "The code in the corner of a blank form only leads to its page; a code with a wrong checksum is not used.",
        ),
    ),
    error(
        "X960",
        zh=Words(
            "这个文件打不开：已经损坏，或者内容与扩展名不符",
            "请重新扫描，存为 PDF、PNG 或 JPG",
            "扫描件和照片只收 PDF、PNG、JPG 三种格式。",
        ),
        en=Words(
            "the file cannot be opened: it is broken, or is not what its ending says",
            "scan it again as PDF, PNG or JPG",
            "Scans and photographs are read as PDF, PNG or JPG.",
        ),
    ),
    error(
        "X961",
        zh=Words(
            "这个 PDF 设有密码，没有读取",
            "请向报送人索取没有密码的文件",
            "设有密码的文件无法读取，也不猜测密码。",
        ),
        en=Words(
            "the PDF is locked by a password and was not read",
            "ask the sender for a file without one",
            "Passwords are not guessed.",
        ),
    ),
    warning(
        "X962",
        zh=Words(
            "{what}超过 {most}，超出的部分没有读取",
            "请把文件拆开或缩小后再试",
            "过大的文件可能是误发，也可能用来拖垮电脑，因此设有上限。",
        ),
        en=Words(
            "{what} is more than {most}; the rest was not read",
            "split the file or make it smaller",
            "Files have limits, so that none can exhaust the machine.",
        ),
    ),
    warning(
        "X963",
        zh=Words(
            "二维码里没有“{fields}”：内容太长，装不下",
            "请照原件补录这些栏目",
            "二维码的容量有限；装不下时省去最长的栏目，其余栏目照常读取。",
        ),
        en=Words(
            "the QR code does not hold {fields}: the text was too long",
            "type these fields from the sheet",
            "A QR code has limited room; the longest fields are left out and the others are read.",
        ),
    ),
    note(
        "X964",
        zh=Words(
            "第 {pages} 页没有推荐表的二维码",
            "是续页或其他材料的，不必处理；也是推荐表的，请照原件录入",
            "一个文件里有几份表时，每份表各按自己的二维码读取。",
        ),
        en=Words(
            "page {pages} has no QR code of a form",
            "continuation sheets need nothing; a form must be typed by hand",
            "Each form in a file is read by its own code.",
        ),
    ),
    warning(
        "X965",
        zh=Words(
            "这份表是按另一个项目或另一版推荐表填写的",
            "请核对项目；读到的内容已原样留作备查，请照现行的推荐表逐栏录入",
            "推荐表改版后，栏目的次序和含义可能不同，因此旧版的内容不自动归入各栏。",
        ),
        en=Words(
            "the sheet was filled in for another programme, or for another version of the form",
            "its values are kept as they are; type them into the fields of the present form",
            "Fields may have moved between versions, so nothing is put into a field by guessing.",
        ),
    ),
)
