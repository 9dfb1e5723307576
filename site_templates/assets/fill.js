// The form filled in on its page, judged as `check` judges. Nothing is sent.
(() => {
  "use strict";
  const about = JSON.parse(document.getElementById("fill-data").textContent);
  const form = document.getElementById("fill");
  const named = new Map(about.fields.map((each) => [each.name, each]));

  // Text -> value, as pipeline/forms/convert.py does.
  const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const WORD = "\\p{L}\\p{N}";
  const HAN = "〇㐀-鿿\\u{20000}-\\u{3fffd}";
  const re = (text, flags = "u") => new RegExp(text, flags);
  const fits = (text, pattern) => re(`^(?:${pattern})$`).test(text);
  const ENDS = re(`^[${BLANK}]+|[${BLANK}]+$`, "gu");
  const SHAPES = re("[\\u2f00-\\u2fd5\\uf900-\\ufaff\\u{2f800}-\\u{2fa1f}]", "gu");
  const HAN_BLANKS = re(`([${HAN}])[${BLANK}]+(?=[${HAN}])`, "gu");
  const DOTS = re(`[${BLANK}]*[•‧・･∙⋅．●˙᛫‐.·][${BLANK}]*`, "gu");
  const UNSEEN = re("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufff9-\\ufffb\\u202a-\\u202e\\u2066-\\u2069\\xad\\u034f\\u061c\\u115f" +
    "\\u1160\\u180e\\u200b-\\u200f\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ufeff\\uffa0\\u{e0000}-\\u{e007f}]", "gu");
  const ODD = /[\p{Co}\p{Cs}\p{NChar}\ufffc\ufffd]/u;
  const ABSENT = new Set(["", "无", "暂无", "/", "／", "-", "—", "——", "－", "~", "null"]);
  const NUMBERS = new Set(["手机号", "固定电话", "身份证号", "统一社会信用代码"]);
  const YES = { 是: true, true: true, 否: false, false: false };

  const strip = (text) => text.replace(ENDS, "");
  const wide = (text) => text.replace(/[\uff01-\uff5e]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
  const length = (text) => [...text].length;
  const object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  const personal = (given) => {
    const text = strip(given);
    if (length(text) > 200) return text;
    return text.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, "").replace(SHAPES, (each) => each.normalize("NFKC"))
      .replace(HAN_BLANKS, "$1").replace(DOTS, (found, at, whole) => {
        const sign = strip(found);
        if (sign !== "." && sign !== "‐") return "·";
        const around = [...whole.slice(0, at)].slice(-1).join("") + [...whole.slice(at + found.length)].slice(0, 1).join("");
        return fits(around, `[${HAN}]{2}`) ? "·" : found;
      });
  };
  const tidy = (text, kind) => {
    const plain = NUMBERS.has(kind) ? wide(text) : text;
    if (kind === "手机号") return plain.replace(re(`[${BLANK}-]`, "gu"), "");
    return kind === "姓名" ? personal(plain) : plain;
  };
  const typed = (text, type) => {
    const plain = wide(text);
    if (type === "integer" && /^-?[0-9]{1,15}$/.test(plain)) return Number(plain);
    if (type === "number" && /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/.test(plain)) return Number(plain);
    return type === "boolean" && Object.hasOwn(YES, text) ? YES[text] : null;
  };
  const chosen = (text, choices) => {
    const spelt = new Map(choices.filter((each) => typeof each !== "boolean").map((each) => [String(each), each]));
    for (const [word, value] of Object.entries(YES)) if (choices.includes(value)) spelt.set(word, value);
    const found = [text, wide(text)].find((each) => spelt.has(each));
    if (found !== undefined) return spelt.get(found);
    return ABSENT.has(text) ? null : text;
  };
  const scalar = (given, schema) => {
    const text = strip(given);
    const choices = [...(schema.enum || []), ...("const" in schema ? [schema.const] : [])];
    if (choices.length) return chosen(text, choices);
    const kind = schema["x-kind"];
    if (ABSENT.has(text) && !(text === "无" && kind === "是否说明")) return null;
    for (const type of [].concat(schema.type)) {
      const value = typed(text, type);
      if (value !== null) return value;
    }
    return tidy(text, kind);
  };
  const convert = (part, given) => {
    const schema = object(given) ? given : {};
    if (Array.isArray(part)) {
      const first = schema.prefixItems || [];
      const all = part.map((each, at) => [at, convert(each, at < first.length ? first[at] : schema.items)]);
      const filled = all.filter(([, each]) => each !== null);
      return Object.assign(filled.map(([, each]) => each), { places: filled.map(([at]) => at) });
    }
    if (!object(part)) return scalar(String(part), schema);
    const parts = Object.entries(part).map(([key, each]) => [key, convert(each, (schema.properties || {})[key])]);
    const filled = parts.filter(([, each]) => each !== null);
    return filled.length ? Object.fromEntries(filled) : null;
  };

  // Values are judged as pipeline/forms/formats.py, patterns.py and JSON Schema do.
  const isDay = (text) => {
    if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
    const [year, month, day] = text.split("-").map(Number);
    return month > 0 && month < 13 && day > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  };
  const isName = (text) => text.split("·").every((part) => part && part === strip(part) && fits(part, `[\\p{L} .'’${HAN}-]+`) &&
    (!re(`[${HAN}]`).test(part) || !/[ .'’-]/.test(part)));
  const isIdentity = (text) => {
    if (!/^[1-9]\d{16}[\dX]$/.test(text) || !isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return false;
    const by = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    return "10X98765432"[by.reduce((sum, each, at) => sum + each * text[at], 0) % 11] === text[17];
  };
  const isCredit = (text) => {
    const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    if (!fits(text, `[${signs}]{18}`)) return false;
    let weight = 1;
    let sum = 0;
    for (const each of text.slice(0, 17)) { sum += signs.indexOf(each) * weight; weight = weight * 3 % 31; }
    return signs[(31 - sum % 31) % 31] === text[17];
  };
  const isPrinted = (text) => {
    const found = text.match(re(`^(\\d{4})年[${BLANK}]*(\\d{1,2})月[${BLANK}]*(\\d{1,2})日$`));
    return isDay(text) || Boolean(found && isDay(`${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}`));
  };
  const isMail = (text) => /^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}$/.test(text);
  const PORT = "[0-5]?\\d{1,4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]";
  const isAddress = (text) => fits(text, `https?://([${WORD}]([${WORD}_.-]{0,250}[${WORD}])?|\\[[\\da-fA-F:.]{2,45}\\])(:(${PORT}))?` +
    `([/?#][^${BLANK}\\\\<>"\\x60{}|^]*)?`);
  const FORMATS = {
    姓名: isName, 日: isDay, date: isDay, 身份证号: isIdentity, 统一社会信用代码: isCredit, 成文日期: isPrinted,
    email: isMail, uri: isAddress,
    日期: (text) => isDay(text) || /^(19|20|21)\d\d(-(0[1-9]|1[0-2]))?$/.test(text),
    发布时间: (text) => isDay(text.slice(0, 10)) && /^.{10}( ([01]\d|2[0-3]):[0-5]\d)?$/.test(text),
  };
  const patterns = new Map();
  const pattern = (text) => {
    if (!patterns.has(text)) {
      let inside = false;
      patterns.set(text, re(text.replace(/\\u[0-9a-fA-F]{4}|\\?[^]/gu, (each) => {
        if (each === "[" && !inside) inside = true; else if (each === "]") inside = false;
        if (each === "\\s") return inside ? BLANK : `[${BLANK}]`;
        if (each === "\\S" && !inside) return `[^${BLANK}]`;
        return /^\\[^\w^$\\.*+?()[\]{}|/]/u.test(each) && !(inside && each === "\\-") ? each.slice(1) : each;
      })));
    }
    return patterns.get(text);
  };
  const TYPES = {
    string: (value) => typeof value === "string", boolean: (value) => typeof value === "boolean", array: Array.isArray, object,
    integer: Number.isInteger, number: (value) => typeof value === "number", null: (value) => value === null,
  };
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const size = (value) => typeof value === "string" ? length(value) : NaN;
  const count = (value) => Array.isArray(value) ? value.length : NaN;
  const parts = (value) => object(value) ? Object.keys(value).length : NaN;
  const number = (value) => typeof value === "number" ? value : NaN;
  const good = (schema, value) => judge(schema, value, []).length === 0;
  const some = (schema, value) => count(value) >= 0 ? value.filter((each) => good(schema.contains, each)).length : NaN;
  // Each tells what is wrong; a comparison with NaN is never true, so that what is of another kind passes.
  const WRONG = {
    type: (value, types) => ![].concat(types).some((each) => TYPES[each](value)),
    enum: (value, all) => !all.some((each) => same(each, value)),
    const: (value, one) => !same(one, value),
    minLength: (value, least) => size(value) < least,
    maxLength: (value, most) => size(value) > most,
    pattern: (value, text, schema) => size(value) <= (schema.maxLength ?? Infinity) && (size(value) > 1000 || !pattern(text).test(value)),
    format: (value, name) => typeof value === "string" && !FORMATS[name](value),
    minimum: (value, least) => number(value) < least,
    maximum: (value, most) => number(value) > most,
    exclusiveMinimum: (value, least) => number(value) <= least,
    exclusiveMaximum: (value, most) => number(value) >= most,
    multipleOf: (value, step) => Math.abs(Number.isInteger(step) ? number(value) % step : number(value) / step % 1) > 0,
    minItems: (value, least) => count(value) < least,
    maxItems: (value, most) => count(value) > most,
    uniqueItems: (value, wanted) => wanted && new Set((count(value) ? value : []).map((each) => JSON.stringify(each))).size < count(value),
    contains: (value, _, schema) => some(schema, value) < (schema.minContains ?? 1) || some(schema, value) > (schema.maxContains ?? Infinity),
    minProperties: (value, least) => parts(value) < least,
    maxProperties: (value, most) => parts(value) > most,
    anyOf: (value, all) => !all.some((each) => good(each, value)),
    oneOf: (value, all) => all.filter((each) => good(each, value)).length !== 1,
    not: (value, one) => good(one, value),
  };
  const judge = (schema, value, path) => {
    if (schema === true || schema === undefined) return [];
    if (schema === false) return [{ path, key: "not", schema }];
    const errors = Object.entries(schema).flatMap(([key, asked]) =>
      WRONG[key] && WRONG[key](value, asked, schema) ? [{ path, key, schema }] : []);
    const into = (inner, each, step) => errors.push(...judge(inner, each, step === undefined ? path : [...path, step]));
    (schema.allOf || []).forEach((each) => into(each, value));
    if ("if" in schema) into(good(schema.if, value) ? schema.then : schema.else, value);
    if (Array.isArray(value)) {
      const first = schema.prefixItems || [];
      value.forEach((each, at) => into(at < first.length ? first[at] : schema.items, each, at));
    } else if (object(value)) {
      const known = schema.properties || {};
      for (const name of schema.required || []) if (!(name in value)) errors.push({ path: [...path, name], key: "required", schema });
      for (const [name, needed] of Object.entries(schema.dependentRequired || {})) {
        const lacking = name in value ? needed.filter((each) => !(each in value)) : [];
        errors.push(...lacking.map((other) => ({ path: [...path, name], key: "dependentRequired", schema, other })));
      }
      for (const [name, each] of Object.entries(value)) into(name in known ? known[name] : schema.additionalProperties, each, name);
    }
    return errors;
  };
  const whole = { ...about.rules, properties: Object.fromEntries(about.fields.map((each) => [each.name, each.schema])) };
  const odd = (part, path) => typeof part === "string" ? (ODD.test(part) ? [{ path, key: "odd", schema: {} }] : [])
    : Object.entries(part).flatMap(([key, each]) => odd(each, [...path, key]));
  const faults = (tree) => {
    const values = convert(tree, whole) || {};
    const rank = (each) => ["odd", "type", "enum"].indexOf(each.key) + 1 || 9;
    return [...odd(tree, []), ...judge(whole, values, [])].sort((a, b) => rank(a) - rank(b)).map((each) => {
      let part = values;
      const placed = each.path.map((step) => {
        const place = part && part.places ? part.places[step] : step;
        part = part ? part[step] : part;
        return place;
      });
      return { ...each, path: placed };
    });
  };

  // The page.
  const one = (selector, from = form) => from.querySelector(selector);
  const all = (selector, from = form) => [...from.querySelectorAll(selector)];
  const on = (target, type, act) => target.addEventListener(type, act);
  const boxes = new Map(all("[data-field]").map((each) => [each.dataset.field, each]));
  const full = (value) => value !== "" && Object.keys(value).length > 0;
  const said = (control) => {
    if (control.type === "file") return control.files[0] ? control.files[0].name : "";
    const lines = control.value.replace(UNSEEN, "").replace(/\r\n?|[\x85\u2028\u2029]/g, "\n").replace(/[ \t]+$/gm, "");
    const text = strip(lines);
    return text.includes("\n") ? `${text}\n` : text;
  };
  const partsOf = (scope) => Object.fromEntries(all("[data-part]", scope).map((each) => [each.dataset.part, said(each)]).filter(([, each]) => each));
  const READ = {
    text: (box) => said(one("input, textarea", box)),
    one: (box) => (one(":checked", box) || { value: "" }).value,
    many: (box) => all(":checked", box).map((each) => each.value),
    lines: (box) => said(one("textarea", box)).split("\n").map(strip).filter(Boolean),
    parts: partsOf,
    table: (box) => all(".fill-row", box).map(partsOf).filter(full),
  };
  const read = () => Object.fromEntries([...boxes].map(([name, box]) => [name, READ[box.dataset.widget](box)]).filter(([, each]) => full(each)));
  const more = (box) => one(".fill-rows", box).append(one("template", box).content.cloneNode(true));
  const put = (scope, values) => all("[data-part]", scope).forEach((each) => { each.value = values[each.dataset.part] || ""; });
  const tick = (box, values) => all("input", box).forEach((each) => { each.checked = values.includes(each.value); });
  const WRITE = {
    text: (box, value) => { const control = one("input, textarea", box); if (control.type !== "file") control.value = value; },
    one: (box, value) => tick(box, [value]),
    many: tick,
    lines: (box, value) => { one("textarea", box).value = value.join("\n"); },
    parts: put,
    table: (box, value) => {
      one(".fill-rows", box).replaceChildren();
      (full(value) ? value : [{}]).forEach((each) => { more(box); put(all(".fill-row", box).pop(), each); });
    },
  };
  const EMPTY = { text: "", one: "", many: [], lines: [], parts: {}, table: [] };
  const write = (tree) => boxes.forEach((box, name) => {
    const { widget } = box.dataset;
    try { WRITE[widget](box, tree[name] ?? EMPTY[widget]); } catch { /* a draft of another form */ }
  });

  const title = (path) => {
    const names = path.filter((each) => typeof each === "string");
    const field = named.get(names[0]);
    const child = field && (field.children || []).find((each) => each.name === names[1]);
    return child ? child.title : field ? field.title : about.title;
  };
  const worded = ({ path, key, schema, other }) => {
    const keys = [`${key} ${[].concat(schema.type)[0]}`, `kind ${schema["x-kind"]}`, `format ${schema.format}`];
    const exact = key === "type" ? keys.slice(0, 1) : key === "pattern" || key === "format" ? keys.slice(1) : [];
    const text = [...exact, key, "together"].map((each) => about.messages[each]).find(Boolean);
    const words = { field: title(path), limit: schema[key], other, point: "生僻字或乱码" };
    return text.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
  };
  const mark = (box, found) => {
    const wrong = found.length > 0;
    one(".fill-error", box).textContent = wrong ? worded(found[0]) : "";
    box.classList.toggle("fill-wrong", wrong);
    all("input, textarea, select", box).forEach((each) => each.setAttribute("aria-invalid", wrong));
  };
  const of = (found, name) => found.filter((each) => each.path[0] === name);
  const summary = one("#fill-summary");
  const check = () => {
    const found = faults(read());
    const first = [...boxes.keys(), undefined].map((name) => of(found, name)[0]).filter(Boolean);
    boxes.forEach((box, name) => mark(box, of(found, name)));
    one("#fill-count").textContent = first.length;
    one("ul", summary).replaceChildren(...first.map((each) => {
      const link = document.createElement("a");
      const box = boxes.get(each.path[0]);
      link.textContent = worded(each);
      link.href = `#${box ? box.id : form.id}`;
      on(link, "click", (event) => {
        event.preventDefault();
        (box ? one("input, textarea, select, button", box) : form).focus();
      });
      const line = document.createElement("li");
      line.append(link);
      return line;
    }));
    summary.hidden = !first.length;
    if (first.length) summary.focus();
    return !first.length;
  };

  const tell = (text) => { one("#fill-said").textContent = text; };
  const key = `gongshi ${about.slug}`;
  const keep = one("#fill-keep");
  const store = (act) => { try { return act(localStorage); } catch { keep.disabled = true; return null; } };
  const draft = () => { if (keep.checked) store((place) => place.setItem(key, JSON.stringify(read()))); };
  const left = () => all("[data-most]").forEach((each) => {
    const used = length(said(one("textarea", each.parentElement)).replace(/\n$/, ""));
    each.textContent = `已填 ${used} 字，最多 ${each.dataset.most} 字`;
    each.classList.toggle("fill-over", used > each.dataset.most);
  });
  const open = (shown) => {
    form.hidden = !shown;
    document.body.classList.toggle("filling", shown);
    one("#fill-open", document).hidden = shown;
    one(shown ? "#fill-title" : "#fill-open", document).focus();
  };
  // What prints and what saves is fetched when it is asked for.
  const use = async (name) => {
    if (!check()) return;
    if (!window[name]) {
      await new Promise((done) => {
        const script = document.createElement("script");
        script.src = document.getElementById("fill-data").dataset[name];
        script.onload = script.onerror = done;
        document.head.append(script);
      });
    }
    tell(window[name] ? await window[name].use(about, read(), boxes) : "文件没有取到，请刷新网页后再试。");
  };

  on(form, "input", () => { left(); draft(); tell(""); });
  on(form, "change", (event) => {
    const box = event.target.closest("[data-field]");
    if (!box) return;
    const field = named.get(box.dataset.field);
    const kinds = event.target.dataset.part ? (field.schema.items || field.schema).properties[event.target.dataset.part] : field.schema;
    if (/^(text|tel)$/.test(event.target.type)) event.target.value = tidy(said(event.target), kinds["x-kind"]);
    mark(box, of(faults(read()), field.name));
    draft();
  });
  on(form, "click", ({ target }) => {
    if (target.matches(".fill-add")) more(target.closest("[data-field]"));
    if (target.matches(".fill-remove")) { target.closest(".fill-row").remove(); draft(); }
  });
  on(form, "submit", (event) => event.preventDefault());
  on(keep, "change", () => keep.checked ? draft() : store((place) => place.removeItem(key)));
  on(one("#fill-wipe"), "click", () => {
    store((place) => place.removeItem(key));
    keep.checked = false;
    tell("草稿已清除。");
  });
  on(one("#fill-save"), "click", () => use("fillSave"));
  on(one("#fill-print"), "click", () => use("fillPrint"));
  on(one("#fill-close"), "click", () => open(false));
  on(one("#fill-open", document), "click", () => open(true));
  addEventListener("beforeprint", () => { if (window.fillPrint && !form.hidden) window.fillPrint.fill(about, read(), boxes); });

  const kept = store((place) => JSON.parse(place.getItem(key)));
  write(kept || {});
  keep.checked = Boolean(kept);
  left();
  open(true);
  window.fillFaults = faults;
})();
