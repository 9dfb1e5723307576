// The filled-in form on paper: the sheet's cells, and its QR code: values -> bytes (as pipeline/paper/payload.py) ->
// a symbol of level L (ISO/IEC 18004: byte mode, versions 1 to 40, one fixed mask). Loaded for printing only.
(() => {
  "use strict";
  const LIMIT = 1100;
  const EC = "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 " + "30 ".repeat(14);
  const BLOCKS = "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25";
  const [ec, blocks] = [EC, BLOCKS].map((each) => [0, ...each.trim().split(" ").map(Number)]);
  const DIFFERING = /[\u01f9\u1e3f\u20ac\u9fb4-\u9fbb\p{Cs}\p{Co}\ufe10-\ufe19\ufffd-\uffff]/u;

  // GB 18030, by the browser's own decoder turned round; four bytes go up with the code point.
  const decoder = new TextDecoder("gb18030");
  const read = (bytes) => decoder.decode(new Uint8Array(bytes)).codePointAt(0);
  const four = (n) => [129 + Math.floor(n / 12600), 48 + Math.floor(n / 1260) % 10, 129 + Math.floor(n / 10) % 126, 48 + n % 10];
  let two = null;
  const pairs = () => {
    two = new Map();
    for (let a = 129; a < 255; a++) {
      for (let b = 64; b < 255; b++) {
        const code = b === 127 ? 65533 : read([a, b]);
        if (code !== 65533 && !two.has(code)) two.set(code, [a, b]);
      }
    }
  };
  const gb = (code) => {
    if (code < 128) return [code];
    if (code > 65535) return four(code - 65536 + 189000);
    if (!two) pairs();
    if (two.has(code)) return two.get(code);
    let low = 0;
    let high = 39419;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The one place that is out of order.
      if ((middle === 7457 ? 7743 : read(four(middle))) < code) low = middle + 1; else high = middle;
    }
    return four(low);
  };
  const escape = (each) => each.length === 1 && DIFFERING.test(each)
    ? "\\u" + each.charCodeAt(0).toString(16).padStart(4, "0") : each;
  const written = (text) => new Uint8Array([...text].flatMap((each) => [...escape(each)].flatMap((one) => gb(one.codePointAt(0)))));

  const deflated = async (bytes) => {
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      const size = [bytes.length & 255, bytes.length >> 8];
      return new Uint8Array([1, ...size, ...size.map((each) => each ^ 255), ...bytes]);
    }
  };
  const crc = (bytes) => {
    let sum = -1;
    for (const each of bytes) {
      sum ^= each;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
    }
    return ~sum >>> 0;
  };
  const packed = async (slug, version, left, values) => {
    const body = await deflated(written(JSON.stringify([1, slug, version, left, ...values])));
    const sum = crc(body);
    return new Uint8Array([0xb9, 0xfe, sum >>> 24, sum >>> 16, sum >>> 8, sum, ...body]);
  };
  const encode = async (slug, version, given) => {
    const values = given.map((each) => each === undefined ? null : each);
    const left = [];
    let bytes = await packed(slug, version, left, values);
    while (bytes.length > LIMIT && values.some((each) => each !== null)) {
      const sizes = values.map((each) => each === null ? 0 : JSON.stringify(each).length);
      const longest = sizes.indexOf(Math.max(...sizes));
      values[longest] = null;
      left.push(longest);
      left.sort((a, b) => a - b);
      bytes = await packed(slug, version, left, values);
    }
    return { bytes, left };
  };

  // Reed and Solomon over GF(256), 285.
  const power = [];
  const log = [];
  for (let at = 0, x = 1; at < 255; at++, x = x << 1 ^ (x > 127 ? 285 : 0)) { power[at] = x; log[x] = at; }
  const times = (a, b) => a && b ? power[(log[a] + log[b]) % 255] : 0;
  const rest = (data, count) => {
    let divisor = [1];
    for (let at = 0; at < count; at++) {
      divisor = [...divisor, 0].map((each, place) => each ^ times(divisor[place - 1] || 0, power[at]));
    }
    const left = [...data, ...Array(count).fill(0)];
    data.forEach((_, at) => {
      const head = left[at];
      divisor.forEach((each, place) => { left[at + place] ^= times(each, head); });
    });
    return left.slice(data.length);
  };

  const capacity = (version) => {
    const grid = version < 2 ? 0 : Math.floor(version / 7) + 2;
    const bits = (16 * version + 128) * version + 64 - (grid ? (25 * grid - 10) * grid - 55 : 0) - (version > 6 ? 36 : 0);
    return (bits >> 3) - ec[version] * blocks[version];
  };
  const codewords = (bytes, version) => {
    const total = capacity(version);
    const bits = [[4, 4], [bytes.length, version < 10 ? 8 : 16], ...[...bytes].map((each) => [each, 8])]
      .map(([value, width]) => value.toString(2).padStart(width, "0")).join("");
    const data = (bits + "0000").match(/.{1,8}/g).map((each) => parseInt(each.padEnd(8, "0"), 2)).slice(0, total);
    for (let pad = 236; data.length < total; pad ^= 236 ^ 17) data.push(pad);
    const short = Math.floor(total / blocks[version]);
    const longer = total % blocks[version];
    const parts = Array.from({ length: blocks[version] }, (_, at) => {
      const start = at * short + Math.max(0, at - blocks[version] + longer);
      return data.slice(start, start + short + (at >= blocks[version] - longer ? 1 : 0));
    });
    const woven = (rows) => Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, at) => rows.map((row) => row[at])).flat();
    return [...woven(parts), ...woven(parts.map((each) => rest(each, ec[version])))].filter((each) => each !== undefined);
  };

  const matrix = (bytes) => {
    let version = 1;
    while (capacity(version) < bytes.length + (version < 10 ? 2 : 3)) if (++version > 40) return null;
    const size = 17 + 4 * version;
    const cells = Array.from({ length: size }, () => Array(size).fill(-1));
    const put = (y, x, dark) => { if (cells[y] && cells[y][x] !== undefined) cells[y][x] = dark ? 1 : 0; };
    const square = (y, x, radius, light) => {
      for (let b = -radius; b <= radius; b++) {
        for (let a = -radius; a <= radius; a++) put(y + b, x + a, !light.includes(Math.max(Math.abs(a), Math.abs(b))));
      }
    };
    const step = version < 2 ? 0 : Math.ceil((size - 13) / (2 * Math.floor(version / 7) + 2)) * 2;
    const middles = step ? [6] : [];
    for (let at = size - 7; step && middles.length < Math.floor(version / 7) + 2; at -= version === 32 ? 26 : step) middles.splice(1, 0, at);
    const last = size - 7;
    const taken = ([y, x]) => Math.min(y, x) === 6 && [6, last].includes(Math.max(y, x));
    for (const place of middles.flatMap((y) => middles.map((x) => [y, x]))) if (!taken(place)) square(...place, 2, [1]);
    for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(y, x, 4, [2, 4]);
    for (let at = 8; at < size - 8; at++) { put(6, at, at % 2 === 0); put(at, 6, at % 2 === 0); }
    // Level L (1), mask 2, with their check; then the version's own.
    const said = (value, width, generator, degree) => {
      let left = value << degree;
      for (let bit = width + degree - 1; bit >= degree; bit--) if (left >> bit & 1) left ^= generator << (bit - degree);
      return value << degree | left;
    };
    const format = said(8 | 2, 5, 0x537, 10) ^ 0x5412;
    for (let at = 0; at < 15; at++) {
      const dark = format >> at & 1;
      put(at < 6 ? at : at < 8 ? at + 1 : size - 15 + at, 8, dark);
      put(8, at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at, dark);
    }
    put(size - 8, 8, 1);
    if (version > 6) {
      const named = said(version, 6, 0x1f25, 12);
      for (let at = 0; at < 18; at++) {
        const [far, near] = [size - 11 + at % 3, Math.floor(at / 3)];
        put(far, near, named >> at & 1);
        put(near, far, named >> at & 1);
      }
    }
    const words = codewords(bytes, version);
    let bit = 0;
    for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
      if (right === 6) right = 5;
      for (let row = 0; row < size; row++) {
        const y = up ? size - 1 - row : row;
        for (const x of [right, right - 1]) {
          if (cells[y][x] < 0) cells[y][x] = ((words[bit >> 3] || 0) >> (7 - bit++ % 8) & 1) ^ (x % 3 === 0 ? 1 : 0);
        }
      }
    }
    return cells;
  };

  const svg = (bytes) => {
    const cells = matrix(bytes);
    if (!cells) return null;
    const make = (tag, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const side = cells.length;
    const path = cells.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : "")).join("");
    const drawn = make("svg", { viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges", role: "img", "aria-label": "二维码" });
    drawn.append(make("path", { d: path }));
    return drawn;
  };

  // The sheet.
  const MM = 96 / 25.4;
  const POINT = 96 / 72;
  const [LARGEST, SMALLEST] = [12, 8];
  const HIGHEST = 250;
  const CODE = 35;
  const sheet = document.querySelector(".sheet");
  const cells = [...sheet.querySelectorAll(".form-grid > tbody > tr > td:not(.form-words)")];
  const blank = cells.map((each) => [...each.childNodes].map((node) => node.cloneNode(true)));
  const add = (parent, tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text) element.textContent = text;
    parent.append(element);
    return element;
  };
  const worded = (field, value) => {
    if (typeof value === "string") return value.replace(/\n$/, "");
    if (!Array.isArray(value)) return field.children.filter((each) => value[each.name]).map((each) => `${each.title}：${value[each.name]}`).join("；");
    return value.join("；");
  };
  // The text as large as the cell has room for; returns what even the smallest type has no room for.
  const fit = (cell, text, height) => {
    const style = getComputedStyle(cell);
    const used = [...cell.children].reduce((sum, each) => sum + each.offsetHeight, 0);
    const room = height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom) - used - 1;
    const block = add(cell, "div", "fill-text", text);
    for (let size = LARGEST; size >= SMALLEST; size -= 0.5) {
      block.style.fontSize = `${size}pt`;
      if (block.offsetHeight <= room) return "";
    }
    const characters = [...text];
    let [low, high] = [0, characters.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      block.textContent = `${characters.slice(0, middle).join("")}（转续页）`;
      if (block.offsetHeight <= room) low = middle; else high = middle - 1;
    }
    block.textContent = `${characters.slice(0, low).join("")}（转续页）`;
    return characters.slice(low).join("").replace(/^\n/, "");
  };
  const lines = (cell, field, rows, height) => {
    const line = (row) => field.children.map((each) => row[each.name] || "").join("　");
    const body = cell.querySelector("tbody");
    if (!body) return fit(cell, rows.map(line).join("\n"), height);
    const drawn = [...body.rows].filter((each) => each.querySelector("td"));
    const more = rows.slice(drawn.length).map(line);
    rows.slice(0, drawn.length).forEach((row, at) => field.children.forEach((each, place) => {
      const into = drawn[at].cells[place];
      const rest = row[each.name] && fit(into, row[each.name], into.clientHeight);
      if (rest) more.push(`${each.title}（第 ${at + 1} 行）：${row[each.name]}`);
    }));
    return more.join("\n");
  };
  const picture = (cell, box, height) => {
    const file = box.querySelector("input").files[0];
    if (!file) return;
    const drawn = add(cell, "img", "fill-photo", "");
    drawn.alt = "照片";
    drawn.src = URL.createObjectURL(file);
    drawn.style.maxHeight = `${height - 2 * MM}px`;
  };
  const ticked = (cell, field, value) => [...cell.querySelectorAll(".form-choice")].forEach((each, at) => {
    if ([].concat(value).includes(field.values[at])) each.classList.add("fill-ticked");
  });

  // The rows in which much is written by hand or in lines give way to the code; returns each row's height in pixels.
  const gives = (row) => row.querySelector(".form-long, .form-opinion") && !row.querySelector(".form-choices, .form-photo, .form-table");
  const room = (rows) => {
    rows.forEach((each) => { each.style.height = ""; });
    const heights = rows.map((each) => each.getBoundingClientRect().height);
    // The code stands on the last page.
    const there = rows.map((each) => last().contains(each));
    const over = Math.max(0, heights.reduce((sum, each, at) => sum + (there[at] ? each : 0), (CODE - HIGHEST) * MM));
    const giving = heights.map((each, at) => there[at] && gives(rows[at]) ? Math.max(0, each - 18 * MM) : 0);
    const most = giving.reduce((sum, each) => sum + each, 0);
    return heights.map((each, at) => {
      const height = giving[at] && over ? each - Math.min(giving[at], over * giving[at] / most) : each;
      if (height < each) rows[at].style.height = `${height}px`;
      return height;
    });
  };
  const last = () => [...sheet.querySelectorAll(".form-grid")].pop();
  let coded = "";
  const fill = (about, tree, boxes) => {
    // A code of other values than those that are printed must not be printed with them.
    if (coded !== JSON.stringify(tree)) sheet.querySelectorAll(".sheet-code").forEach((each) => each.remove());
    sheet.querySelectorAll(".sheet-more").forEach((each) => each.remove());
    sheet.classList.add("sheet-filled");
    cells.forEach((cell, at) => cell.replaceChildren(...blank[at].map((node) => node.cloneNode(true))));
    document.querySelectorAll(".cover-lines dd").forEach((line) => {
      const field = about.fields.find((each) => each.name === line.dataset.field);
      line.textContent = field && tree[field.name] ? worded(field, tree[field.name]) : "";
    });
    const rows = [...sheet.querySelectorAll(".form-grid > tbody > tr")];
    const heights = room(rows);
    const more = [];
    cells.forEach((cell, at) => {
      const field = about.fields.find((each) => each.name === about.cells[at]);
      const value = field && tree[field.name];
      if (!value) return;
      const first = rows.indexOf(cell.parentElement);
      const height = heights.slice(first, first + cell.rowSpan).reduce((sum, each) => sum + each, 0);
      if (field.values && cell.matches(".form-choices")) { ticked(cell, field, value); return; }
      if (field.widget === "photo") { picture(cell, boxes.get(field.name), height); return; }
      const rest = field.widget === "table" ? lines(cell, field, value, height) : fit(cell, worded(field, value), height);
      if (rest) more.push([field.title, rest]);
    });
    if (!more.length) return;
    const page = add(sheet, "section", "sheet-more", "");
    add(page, "h2", "sheet-title", `${about.title}（续页）`);
    more.forEach(([title, text]) => { add(page, "h3", "", `${title}（续）`); add(page, "div", "fill-text", text); });
  };
  const use = async (about, tree, boxes) => {
    fill(about, tree, boxes);
    const names = about.fields.map((each) => each.name);
    const { bytes, left } = await encode(about.slug, about.version, names.map((each) => tree[each] ?? null));
    const drawn = svg(bytes);
    const strip = document.createElement("div");
    strip.className = "sheet-code";
    const out = left.length ? `其中“${left.map((each) => about.fields[each].title).join("”“")}”太长，没有放入。` : "";
    add(strip, "p", "", `二维码内含本表所填的内容，供录入时使用。${out}手机号、电子邮箱等没有加密，扫描即可读出，请勿拍照外传。`);
    strip.append(drawn || "");
    sheet.querySelectorAll(".sheet-code").forEach((each) => each.remove());
    last().after(strip);
    coded = JSON.stringify(tree);
    await Promise.all([...sheet.querySelectorAll("img")].map((each) => each.decode().catch(() => {})));
    window.print();
    return "已送去打印；也可以在打印窗口中另存为 PDF。";
  };

  window.fillPrint = { use, fill, encode, matrix, written };
})();
