// Live reload and the panel of findings; served by `gongshi serve` only, never part of the site.
(() => {
  "use strict";
  // The build that this page is of, so that one that was not looked at when the next came is known to be old.
  const build = Number(document.currentScript.dataset.build);
  let panel = null;

  const make = (tag, text, style) => {
    const element = document.createElement(tag);
    element.textContent = text;
    Object.assign(element.style, style);
    return element;
  };

  const close = () => { if (panel) { panel.remove(); panel = null; } };

  const row = (finding) => {
    const item = make("li", "", { margin: "0 0 12px", listStyle: "none" });
    item.append(
      make("div", finding.place, { fontFamily: "monospace", fontSize: "13px", opacity: ".75" }),
      make("div", finding.severity + "[" + finding.code + "] " + finding.message, { fontWeight: "600" }),
    );
    if (finding.source) {
      item.append(make("pre", finding.source, {
        margin: "4px 0", padding: "6px 8px", background: "#3a2a2a", color: "#fff", overflowX: "auto",
        whiteSpace: "pre-wrap", font: "13px monospace",
      }));
    }
    if (finding.hint) item.append(make("div", finding.hint, { whiteSpace: "pre-line" }));
    return item;
  };

  const show = (findings) => {
    close();
    panel = document.createElement("div");
    const root = panel.attachShadow({ mode: "open" });
    const box = make("section", "", {
      position: "fixed", insetInline: "0", bottom: "0", maxHeight: "45vh", overflowY: "auto", zIndex: "2147483647",
      background: "#241a1a", color: "#fff", padding: "14px 18px", font: "15px/1.6 system-ui, sans-serif",
      borderTop: "4px solid #d64541", boxSizing: "border-box",
    });
    box.setAttribute("role", "alert");
    box.lang = "zh-CN";
    const head = make("div", "", { display: "flex", justifyContent: "space-between", gap: "12px", marginBottom: "10px" });
    const button = make("button", "收起", { font: "inherit", padding: "2px 12px", cursor: "pointer", flex: "none", alignSelf: "start" });
    button.type = "button";
    button.addEventListener("click", close);
    head.append(make("strong", "内容有 " + findings.length + " 个问题，网页仍是上一次生成的样子", {}), button);
    const list = make("ul", "", { margin: "0", padding: "0" });
    list.append(...findings.map(row));
    box.append(head, list);
    root.append(box);
    document.documentElement.append(panel);
  };

  // A browser opens six connections to a server and no more, so a page that nobody sees lets go of its own.
  let source = null;

  const heard = (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== build) { location.reload(); return; }
    if (state.findings.length) show(state.findings); else close();
  };

  const leave = () => { if (source) { source.close(); source = null; } };

  const follow = () => {
    if (document.visibilityState === "hidden") { leave(); return; }
    if (source) return;
    source = new EventSource("/__gongshi/events");
    source.addEventListener("message", heard);
  };

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", leave);
  addEventListener("pageshow", follow);
  follow();
})();
