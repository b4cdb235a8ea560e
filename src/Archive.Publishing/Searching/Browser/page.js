// The search page. All that is asked stands in its address.
import { asker, count, facts, headingOf, hrefOf, keepLines, lines, make, marked, oneLine, settingsOf, titled, trouble } from "./parts.js";

const [form, box, status, note, found, filters, sort, chart, list, more, browse] =
  ["ask", "q", "status", "note", "found", "facets", "sort", "chart", "results", "more", "browse"].map((id) => document.getElementById(id));
const settings = settingsOf(form);
const step = 10;
const most = 8; // values of a facet before "more"
const opened = new Set();
let asked;

/** What the address asks for. */
function read() {
  const given = new URLSearchParams(location.search);
  return {
    text: given.get("q") ?? given.get("err") ?? "",
    isError: !given.has("q") && given.has("err"),
    facets: Object.fromEntries(settings.facets.map((f) => [f, given.getAll(f)]).filter(([, v]) => v.length)),
    sort: [...sort.options].some((o) => o.value === given.get("sort")) ? given.get("sort") : "relevance",
    isCorrecting: !given.has("exact"),
    limit: Math.min(Math.max(step, Number(given.get("n")) || 0), 500),
  };
}

/** The address that asks for it. */
function addressOf({ text, isError, facets, sort: by, isCorrecting, limit }) {
  const to = new URLSearchParams();
  if (text) to.set(isError ? "err" : "q", text);
  for (const [name, values] of Object.entries(facets)) for (const value of values) to.append(name, value);
  if (by !== "relevance") to.set("sort", by);
  if (!isCorrecting) to.set("exact", "1");
  if (limit > step) to.set("n", limit);
  return `${location.pathname}${to.size ? `?${to}` : ""}`;
}

const isEmpty = ({ text, facets }) => !text.trim() && !Object.keys(facets).length;

/** Asks anew with a change. A change of words takes the place of the one before, others can be gone back to. */
function change(to, isTyping = false) {
  asked = { ...asked, limit: step, ...to };
  history[isTyping ? "replaceState" : "pushState"](null, "", addressOf(asked));
  run(isTyping);
}

function run(isTyping = false) {
  document.title = `${asked.text.trim() ? `${asked.text.trim().slice(0, 60)} · ` : ""}${form.dataset.title}`;
  question({ ...asked, sort: asked.sort === "relevance" && !asked.text.trim() ? "newest" : asked.sort, isTyping });
}

function restore() {
  asked = read();
  box.value = oneLine(asked.text);
  sort.value = asked.sort;
  run();
}

const chosen = (name, value) => (asked.facets[name] ?? []).includes(value);

function toggle(name, value) {
  const values = chosen(name, value) ? asked.facets[name].filter((v) => v !== value) : [...(asked.facets[name] ?? []), value];
  const { [name]: _, ...rest } = asked.facets;
  change({ facets: values.length ? { ...rest, [name]: values } : rest });
}

/** Fills a part anew; what had the focus in it has it again. */
function fill(part, ...children) {
  const id = part.contains(document.activeElement) ? document.activeElement.id : "";
  part.replaceChildren(...children);
  if (id) (document.getElementById(id) ?? box).focus();
}

function facet(name, label, values) {
  const all = values.filter((v) => v.count || chosen(name, v.value));
  const rest = all.length - most;
  const isWhole = rest <= 1 || opened.has(name);
  const rows = all.filter((v, i) => isWhole || i < most || chosen(name, v.value)).map((v) => make("label", {},
    make("input", { type: "checkbox", id: `f-${name}-${v.value}`, checked: chosen(name, v.value), onchange: () => toggle(name, v.value) }),
    make("span", {}, v.label), make("span", { className: "count" }, v.count.toLocaleString("en"))));
  if (!isWhole) rows.push(make("button", { type: "button", id: `more-${name}`, onclick: () => {
    opened.add(name);
    run();
    document.getElementById(`f-${name}-${all[most].value}`)?.focus();
  } }, `${rest} more`));
  return all.length ? make("fieldset", {}, make("legend", {}, label), ...rows) : [];
}

/** Bars by quarter; each leads to its quarter. */
function bars(quarters) {
  if (quarters.length < 2) return [];
  const svg = (tag, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const top = Math.max(...quarters.map((q) => q.count));
  const [width, height] = [100 / quarters.length, 32];
  const drawn = quarters.map(({ quarter, count: n }, i) => {
    const words = `${quarter.replace("-", " ")}: ${count(n, settings.noun).toLowerCase()}`;
    const tall = n && Math.max(3, (n / top) * height);
    const whole = svg("rect", { x: `${i * width}%`, width: `${width}%`, height, class: "hit-area" }, svg("title", {}, words));
    if (!n) return svg("g", {}, whole);
    const link = svg("a", { href: addressOf(within(quarter)), "aria-label": words }, whole, svg("rect", { x: `${(i + 0.2) * width}%`, y: height - tall, width: `${width * 0.6}%`, height: tall }));
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      box.value = oneLine(within(quarter).text);
      change(within(quarter));
    });
    return link;
  });
  return [
    svg("svg", { height, width: "100%", role: "group", "aria-label": `${settings.noun}s by quarter` }, ...drawn),
    make("div", { className: "ends" }, make("span", {}, quarters[0].quarter.replace("-", " ")), make("span", {}, `${top} at most in a quarter`), make("span", {}, quarters.at(-1).quarter.replace("-", " "))),
  ];
}

const within = (quarter) => ({ ...asked, isError: false, text: `${asked.text.replace(/\s*started:\S+/, "").trim()} started:${quarter}`.trim() });

function card(hit, answer, index) {
  const words = make("p", { className: "snippet" });
  const row = make("li", {}, make("h3", {}, make("a", { href: hrefOf(hit.url) }, ...titled(hit.title, answer))), make("p", {}, facts(hit, answer, settings)));
  if (asked.text.trim()) row.append(words);
  const look = async () => {
    const { anchor, parts } = await index.snippet(hit, answer);
    words.append(...marked(parts));
    if (anchor) words.append(" ", make("span", { className: "at" }, "in ", make("a", { href: hrefOf(hit.url, anchor) }, headingOf(anchor))));
  };
  return { row, look };
}

/** What is said beside the results: a correction, or what to do where there are none. */
function notes(answer) {
  const button = (label, to) => make("button", { type: "button", onclick: () => {
    if (to.text !== undefined) box.value = oneLine(to.text);
    change(to);
    box.focus();
  } }, label);
  if (answer.showing) return [`Showing results for “${answer.showing.text}”. `, button(`Search instead for “${answer.showing.insteadOf}”`, { isCorrecting: false })];
  if (answer.total) return [];
  if (Object.keys(asked.facets).length) return ["Nothing is left under these filters. ", button("Remove the filters", { facets: {} })];
  return ["Fewer words find more. An error text is found best as it was logged, with all its numbers."];
}

const question = asker(async (answer, index, { text }, isOver) => {
  const cards = answer.hits.map((hit) => card(hit, answer, index));
  const isAll = isEmpty(asked);
  found.hidden = !answer.total && !Object.keys(asked.facets).length;
  browse.hidden = !isAll && answer.total > 0;
  status.textContent = `${count(answer.total, settings.noun)}${isAll ? " in all" : answer.total ? "" : " found"}`;
  const said = notes(answer);
  note.hidden = !said.length;
  fill(note, ...said);
  fill(filters, ...settings.facets.flatMap((name) => {
    const label = index.manifest.facets.find((f) => f.name === name)?.label;
    return label ? facet(name, label, answer.facets[name]) : [];
  }));
  fill(chart, ...bars(answer.quarters));
  list.replaceChildren(...cards.map((c) => c.row));
  more.hidden = answer.hits.length >= answer.total;
  if (!text.trim()) return;
  for (const { look } of cards) {
    if (isOver()) return;
    await look();
  }
}, (error) => {
  found.hidden = true;
  browse.hidden = note.hidden = false;
  status.textContent = "";
  fill(note, ...trouble(error, () => run()));
}, { manifest: document.getElementById("manifest")?.href.match(/-(\w+)[.]bin$/)?.[1] });

const links = () => [...list.querySelectorAll("h3 a")];

box.addEventListener("input", () => change({ text: lines(box.value), isError: false, isCorrecting: true }, true));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  change({ text: lines(box.value) });
});
sort.addEventListener("change", () => change({ sort: sort.value }));
more.addEventListener("click", () => {
  const before = links().length;
  change({ limit: asked.limit + 2 * step });
  new MutationObserver((_, watch) => {
    watch.disconnect();
    links()[before]?.focus();
  }).observe(list, { childList: true });
});
addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = links();
  const at = all.indexOf(document.activeElement);
  const stepOf = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && document.activeElement !== box) box.focus();
  else if (stepOf && (document.activeElement === box || at >= 0)) (all[at + stepOf] ?? (at + stepOf < 0 ? box : all[at])).focus();
  else return;
  event.preventDefault();
});
addEventListener("popstate", restore);
keepLines(box);
restore();
document.querySelector(".filters").open = matchMedia("(min-width:60rem)").matches;
if (!asked.text) box.focus({ preventScroll: true });
