"""The order in which ECMA-376 (Part 4, transitional) lets the elements of a Word file stand, as far as ours go.

Word takes no other order; LibreOffice takes any.
"""

from lxml import etree

_ORDER = {
    "document": "body",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tblGrid": "gridCol",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcMar": "top left start bottom right end",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex equation comboBox"
    " date docPartObj docPartList dropDownList picture richText text citation group bibliography checkbox",
    "checkbox": "checked checkedState uncheckedState",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "settings": "writeProtection view zoom defaultTabStop characterSpacingControl compat themeFontLang",
    "compat": "compatSetting",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
    "nvPicPr": "cNvPr cNvPicPr",
    "blipFill": "blip srcRect stretch",
    "spPr": "xfrm prstGeom",
    "xfrm": "off ext",
    "positionH": "posOffset",
    "positionV": "posOffset",
    "graphic": "graphicData",
    "graphicData": "pic",
    "cNvGraphicFramePr": "graphicFrameLocks",
    "stretch": "fillRect",
    "prstGeom": "avLst",
}
# Their children stand in any order; a cell ends with a paragraph.
_FREE = {
    "body": "p tbl sdt sectPr",
    "tc": "tcPr p tbl sdt",
    "trPr": "cantSplit trHeight tblHeader",
    "p": "pPr r sdt",
    "r": "rPr t tab br drawing",
    "drawing": "inline anchor",
    "sdtContent": "p r tbl",
    "ftr": "p",
}


def misplaced(part: bytes) -> list[str]:
    """Return `parent: child` for each element that may not stand where it does."""
    found = []
    for parent in etree.fromstring(part).iter():
        name = etree.QName(parent).localname
        children = [etree.QName(each).localname for each in parent]
        free = _FREE.get(name, "").split()
        order = _ORDER.get(name, "").split()
        found += [f"{name}: {each}" for each in children if each not in (free or order)]
        known = [order.index(each) for each in children if each in order]
        at = [each for each in children if each in order]
        found += [f"{name}: {at[i + 1]}" for i, each in enumerate(known[:-1]) if each > known[i + 1]]
        if name == "tc" and (children[0] != "tcPr" or children[-1] != "p"):
            found.append(f"tc: {children[-1]}")
    return found
