// Large type goes along: where the address asks for it, so does that of every page of this site that is opened from here.
"use strict";
(() => {
  const MARK = "#large";
  const here = (link) => link.protocol === location.protocol && link.host === location.host;
  const carry = (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link || location.hash !== MARK || link.closest(".reading") || !here(link)) return;
    if (!link.hash) {
      if (!link.hasAttribute("download")) link.hash = MARK;
    } else if (link.hash !== MARK && link.pathname === location.pathname && link.search === location.search) {
      // A place on this page must not take the address's mark away.
      const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!place) return;
      event.preventDefault();
      place.scrollIntoView();
      place.focus({ preventScroll: true });
    }
  };
  ["click", "auxclick"].forEach((kind) => document.addEventListener(kind, carry, true));
})();
