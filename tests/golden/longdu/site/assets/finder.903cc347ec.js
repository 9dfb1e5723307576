// Finds people in a long list as one types. The index and the search are scripts of their own, loaded when they are
// first needed: a page from a file system may read nothing else. What is looked for stands in the page's address.
(() => {
  "use strict";
  const form = document.getElementById("finder");
  const found = document.getElementById("finder-found");
  const [tables, none, more] = ["tables", "none", "more"].map((each) => found.querySelector(`.finder-${each}`));
  const said = form.querySelector("[role=status]");
  const controls = [...form.querySelectorAll("input, select")];
  const home = form.dataset.home.replace(/[^/]*$/, "");
  const AT_ONCE = 200;
  // A browser lets a page change its address about a hundred times in half a minute.
  const PAUSE = 400;
  let parts = [];
  let results = [];
  let shown = 0;
  let state = "";
  let timer = 0;

  // A row is a copy of one that the list's own template drew.
  const prepare = (part) => {
    const box = tables.appendChild(document.createElement("div"));
    box.innerHTML = part.table;
    const body = box.querySelector("tbody");
    const samples = [...body.rows];
    const names = samples.splice(part.shapes).map(({ cells }) => [[...cells[1].textContent].length, cells[1]]);
    return { ...part, box, body, samples, names: new Map(names) };
  };
  const draw = (part, row) => {
    const made = part.samples[part.shape[row]].cloneNode(true);
    const lead = (link, path, text) => {
      if (!link) return;
      link.href = home + link.getAttribute("href").slice(1).replace("~", finder.value(path, row));
      link.textContent = finder.value(text, row);
    };
    made.cells[0].textContent = row + 1;
    if (!made.querySelector(".note")) {
      part.columns.slice(1).forEach((each, at) => made.cells[at + 2].append(finder.value(each, row)));
      const text = finder.value(part.columns[0], row);
      if (text) {
        // How a name is set depends on its length; what else stands with it comes from the row.
        const name = part.names.get([...text].length).cloneNode(true);
        (name.firstElementChild || name).textContent = text;
        name.append(...made.cells[1].childNodes);
        made.cells[1].replaceWith(name);
      }
    }
    lead(made.querySelector(".code a"), part.ways.code, part.ways.code);
    lead(made.querySelector(".standing a"), part.ways.way, part.ways.other);
    return made;
  };
  const fill = (text, ...numbers) => numbers.reduce((filled, each) => filled.replace("#", each), text);
  const drawMore = () => {
    const all = results.flatMap((rows, at) => rows.map((row) => [parts[at], row]));
    const made = all.slice(shown, shown + AT_ONCE).map(([part, row]) => {
      part.box.hidden = false;
      return part.body.appendChild(draw(part, row));
    });
    shown += made.length;
    const left = all.length - shown;
    none.hidden = shown > 0;
    more.hidden = !left;
    more.textContent = fill(more.dataset.more, Math.min(AT_ONCE, left));
    said.textContent = fill(said.dataset[left ? "first" : shown ? "found" : "none"], all.length, shown);
    return made[0];
  };

  const asked = () => controls.filter((each) => each.value.trim()).map((each) => [each.name, each.value.trim()]);
  const show = () => {
    const wanted = asked();
    const active = wanted.length > 0 && state === "ready";
    found.hidden = !active;
    document.querySelector(".finder-whole").hidden = active;
    said.textContent = wanted.length && !active ? said.dataset[state] : "";
    if (!active) return;
    for (const part of parts) {
      part.box.hidden = true;
      part.body.replaceChildren();
    }
    results = finder.find(form.elements.q.value, wanted.filter(([key]) => key !== "q"));
    shown = 0;
    drawMore();
  };

  const load = () => {
    if (state && state !== "failed") return;
    state = "reading";
    const scripts = [form.dataset.search, form.dataset.index].map((each) => {
      const script = document.createElement("script");
      script.src = each;
      script.async = false; // in this order
      script.addEventListener("error", () => {
        state = "failed";
        show();
      });
      return script;
    });
    scripts[1].addEventListener("load", () => {
      if (state === "failed") return;
      parts = finder.parts.map(prepare);
      state = "ready";
      show();
    });
    document.head.append(...scripts);
  };

  // Where the address cannot be changed so (a file), what is looked for stands behind its #, which large type needs too.
  const keep = () => {
    const words = new URLSearchParams(location.search);
    for (const each of controls) words.delete(each.name);
    for (const [name, word] of asked()) words.set(name, word);
    const written = words.toString();
    try {
      history.replaceState(history.state, "", (written ? `?${written}` : location.pathname) + location.hash);
    } catch {
      if (location.hash !== "#large") location.replace(`#${written}`);
    }
  };
  const changed = () => {
    load();
    show();
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  };
  const clear = () => {
    for (const each of controls) each.value = "";
    changed();
    form.elements.q.focus();
  };

  form.addEventListener("focusin", load);
  form.addEventListener("input", (event) => event.isComposing || changed());
  form.addEventListener("compositionend", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.activeElement.blur(); // puts the keyboard of a phone away
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !asked().length) return;
    event.preventDefault();
    clear();
  });
  form.querySelector(".finder-clear").addEventListener("click", clear);
  more.addEventListener("click", () => {
    const first = drawMore();
    first.tabIndex = -1;
    first.focus();
  });

  const [address, behind] = [location.search, location.hash.slice(1)].map((each) => new URLSearchParams(each));
  for (const each of controls) {
    const word = address.get(each.name) || behind.get(each.name);
    if (word) each.value = word;
  }
  form.hidden = false;
  if (asked().length) {
    load();
    show();
    form.scrollIntoView();
  }
})();
