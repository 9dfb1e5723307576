// Decodes the index of a long list and finds rows in it; loaded with the index. Knows nothing of the page.
window.finder = (() => {
  "use strict";
  const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const digit = new Map([...LETTERS].map((each, at) => [each, at]));
  const parts = [];
  const readings = new Map();
  const surnames = new Map();

  // Width, case, tones, dots and apostrophes make no difference; ü is typed v.
  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/[üǖǘǚǜ]/g, "v").normalize("NFD")
    .replace(/[\u0300-\u036f'’‘·•‧・.]/g, "");

  // What pipeline/pages/columns.py wrote: the values, and which of them each row has.
  const places = (codes, rows) => Array.from({ length: rows }, (_, row) => {
    if (!codes) return row;
    const width = codes.length / rows;
    let place = 0;
    for (let at = row * width; at < row * width + width; at += 1) place = place * LETTERS.length + digit.get(codes[at]);
    return place;
  });
  const column = ({ v, c, p, d }, rows) => {
    const at = places(c, rows);
    if (v) return { values: v, at };
    const last = p.map(() => 0);
    const values = at.map((place, row) => {
      const [before, digits, after] = p[place];
      last[place] += d[row];
      return before + (digits ? `${last[place]}`.padStart(digits, "0") : "") + after;
    });
    return { values, at: places("", rows) };
  };
  const value = ({ values, at }, row) => values[at[row]];

  // The ways to write each character of a name: itself, and its readings. A surname may have readings of its own.
  const spelt = (said) => said.flatMap((each) => (each.includes("v") ? [each, each.replace("v", "yu"), each.replace("v", "u")] : each));
  const sounds = (name) => {
    const all = [...fold(name).replace(/\s/g, "")];
    const starts = name.includes("·") ? [] : [3, 2, 1].map((size) => size < all.length && surnames.get(all.slice(0, size).join("")));
    const own = starts.find(Boolean) || [];
    return all.map((each, at) => [each, ...(own[at] || readings.get(each) || [])]);
  };
  // Whether characters in a row are meant, each by one of its ways in full or by the initial of that, the last by any
  // beginning; or each by its first letter. Where zh is typed, z alone is not an initial: zhang is no 曾航.
  const goesOn = (name, at, text) => !text || (at < name.length && name[at].some((way) => {
    if (way.startsWith(text)) return true;
    if (text.startsWith(way) && goesOn(name, at + 1, text.slice(way.length))) return true;
    const initial = /^[zcs]h/.test(text) ? 2 : 1;
    return text.startsWith(way.slice(0, initial)) && goesOn(name, at + 1, text.slice(initial));
  }));

  const read = (list) => {
    const { rows } = list;
    const all = (some) => Object.fromEntries(Object.entries(some).map(([key, each]) => [key, column(each, rows)]));
    const columns = list.columns.map((each) => column(each, rows));
    const words = all(list.words);
    const ways = all(list.ways);
    return {
      rows, columns, ways,
      shapes: list.shapes,
      shape: places(list.c, rows),
      keys: { ...Object.fromEntries(Object.entries(list.keys).map(([key, at]) => [key, columns[at]])), ...words },
      searched: [...columns, ...Object.values(words), ...(ways.code ? [ways.code] : [])]
        .map(({ values, at }) => ({ values: values.map(fold), at })),
      names: places("", rows).map((row) => sounds(value(columns[list.name], row))),
    };
  };

  const isMeant = (name, text) => name.some((_, at) => goesOn(name, at, text) ||
    [...text].every((letter, place) => at + place < name.length && name[at + place].some((way) => way[0] === letter)));

  // Each word is in a column, or means the name together with the words beside it.
  const search = (part, words, chosen) => {
    const hits = words.map((word) => part.searched.map(({ values, at }) => ({ values: values.map((each) => each.includes(word)), at })));
    const fits = (row) => {
      if (chosen.some(([key, word]) => !part.keys[key] || value(part.keys[key], row) !== word)) return false;
      const open = [...words.keys()].filter((word) => !hits[word].some((each) => value(each, row)));
      const name = part.names[row];
      const text = words.slice(open[0], open[open.length - 1] + 1).join("");
      return !open.length || isMeant(name, text);
    };
    return [...Array(part.rows).keys()].filter(fits);
  };
  const find = (query, chosen) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return parts.map((part) => search(part, words, chosen));
  };

  const take = (index) => {
    for (const [, syllable, characters] of index.readings.matchAll(/([a-z]+)([^a-z]+)/g)) {
      for (const each of characters) readings.set(each, [...(readings.get(each) || []), ...spelt([syllable])]);
    }
    for (const [start, all] of Object.entries(index.surnames)) {
      surnames.set(start, all.split(" ").map((each) => spelt(each.split("/"))));
    }
    parts.push(...index.parts.map(({ table, list }) => ({ table, ...read(list) })));
  };
  return { take, find, value, parts };
})();
