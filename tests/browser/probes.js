// What a test asks a page about itself. Each answers with what is wrong, in words that name the place.
({
  // What the page left in the browser.
  kept: async () => [
    document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
  ],
  moving: () => [...document.querySelectorAll("*")].map((each) => getComputedStyle(each))
    .filter((style) => style.animationName !== "none" || parseFloat(style.transitionDuration)).length,
  // The spacing that people may set for themselves (WCAG 1.4.12); the page's policy lets no element say it.
  space: () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
      "p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
  },
  // Boxes that hide what has no room in them, where something has none.
  cut: () => [...document.querySelectorAll("main :not(.aside)")]
    .filter((each) => /hidden|clip/.test(getComputedStyle(each).overflow) && each.clientHeight > 4)
    .filter((each) => each.scrollHeight > each.clientHeight + 2 || each.scrollWidth > each.clientWidth + 2)
    .map((each) => each.className),
  // Boxes that scroll to the side which keys do not reach, or whose name nobody is told.
  boxes: () => [...document.querySelectorAll("body *")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX))
    .filter((each) => each.tabIndex < 0 || !each.matches("[role=region], [role=group]") || !each.getAttribute("aria-label"))
    .map((each) => each.className),
  // What is wrong with how the focused element shows itself: no outline, or something lies over it.
  unseen: () => {
    const each = document.activeElement;
    if (each.matches("body, .sheet-scroll, .list-scroll")) return "";
    const style = getComputedStyle(each);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${each.outerHTML}`;
    const spot = each.getClientRects()[0];
    const top = document.elementFromPoint(spot.left + spot.width / 2, spot.top + spot.height / 2);
    return top && (each.contains(top) || top.contains(each)) ? "" : `not to be seen: ${each.outerHTML}`;
  },
})
