// A filled-in form as the file that staff commit. Loaded for saving only.
(() => {
  "use strict";
  const object = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const length = (text) => [...text].length;

  // YAML as pipeline/edits/compose.py writes it.
  const PAIRS = ["“”", "‘’", "＂＂", "［］", "｛｝"];
  const isPlain = (text, signs) => text !== "" && !/^[ \t]|[ \t]$/.test(text) && !"-?:,[]{}#&*!|>'\"%@`".includes(text[0]) &&
    !(length(text) > 1 && PAIRS.includes(text[0] + text[text.length - 1])) && !/:(?=[ ?]|$)| #|[\t\n]/.test(text) && !signs.test(text);
  const quoted = (text, signs) => isPlain(text, signs) ? text : `'${text.replaceAll("'", "''")}'`;
  const KEY = /[,?[\]{}：]|^\.|^<<$/;
  const flow = (value) => {
    const list = Array.isArray(value);
    const inner = (each, signs) => typeof each === "string" ? quoted(each, signs) : flow(each);
    const all = Object.entries(value).map(([key, each]) => list ? inner(each, /[,?[\]{}，、；]/) : `${quoted(key, KEY)}: ${inner(each, /[,?[\]{}]/)}`);
    if (Object.values(value).some(object) || all.some((each) => each.includes("\n"))) return "";
    return list ? `[${all.join(", ")}]` : `{${all.join(", ")}}`;
  };
  const inline = (value, indent) => {
    if (typeof value === "string") {
      if (!value.includes("\n")) return [quoted(value, /(?!)/)];
      const lines = value.replace(/\n$/, "").split("\n");
      const end = !value.endsWith("\n") ? "-" : lines[lines.length - 1] ? "" : "+";
      return [`|${/^[ \t\n]/.test(value) ? "2" : ""}${end}`, ...lines.map((each) => each && `${indent}  ${each}`)];
    }
    const text = flow(value);
    return text && length(text) <= 100 ? [text] : [];
  };
  const below = (value, indent) => Array.isArray(value) ? value.flatMap((each) => item(each, indent))
    : Object.entries(value).flatMap(([key, each]) => entry(key, each, indent));
  const item = (value, indent) => {
    const [first, ...more] = inline(value, indent);
    if (first) return [`${indent}- ${first}`, ...more];
    const lines = below(value, `${indent}  `);
    return [`${indent}- ${lines[0].slice(indent.length + 2)}`, ...lines.slice(1)];
  };
  const entry = (key, value, indent) => {
    const head = `${indent}${quoted(key, KEY)}:`;
    if (value === "") return [head];
    const [first, ...more] = inline(value, indent);
    return first ? [`${head} ${first}`, ...more] : [head, ...below(value, `${indent}  `)];
  };
  const yaml = (about, tree) => [...about.head.map((each) => `# ${each}`), "", ...below(tree, "")].map((each) => `${each}\n`).join("");

  const use = (about, tree) => {
    const link = document.createElement("a");
    const name = [about.title, tree[about.namedBy]].filter((each) => typeof each === "string").join("-");
    link.download = `${name.replace(/[\\/:*?"<>|\s]/g, "")}.yml`;
    link.href = URL.createObjectURL(new Blob([yaml(about, tree)], { type: "application/yaml" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return `已保存为“${link.download}”，请在浏览器的下载文件夹中查找。`;
  };

  window.fillSave = { use, yaml };
})();
