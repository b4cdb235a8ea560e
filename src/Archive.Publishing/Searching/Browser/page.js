// The search page. All that is asked stands in its address.
import { asker, count, facts, hrefOf, keepLines, lines, make, marked, oneLine, settingsOf, trouble } from "./parts.js";

const [form, box, status, note, found, filters, sort, chart, list, more, browse] =
  ["ask", "q", "status", "note", "found", "facets", "sort", "chart", "results", "more", "browse"].map((id) => document.getElementById(id));
const settings = settingsOf(form);
const step = 10;
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

/** Fills a part anew; what had the focus in it has it again. */
function fill(part, ...children) {
  const id = part.contains(document.activeElement) ? document.activeElement.id : "";
  part.replaceChildren(...children);
  if (id) (document.getElementById(id) ?? box).focus();
}

/** An anchor as the heading it was made of, near enough; the number of an action item is a part of it. */
const headingOf = (anchor) => {
  const item = anchor.match(/^item-([a-z]+-?\d+)$/);
  const words = item ? `item ${item[1].toUpperCase()}` : anchor.replace(/-\d+$/, "").replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
};

function card(hit, index) {
  const link = make("a", { href: hrefOf(hit.url) }, hit.title);
  const row = make("li", {}, make("h3", {}, link), make("p", {}, facts(hit, index, settings)));
  if (asked.text.trim()) row.append(make("p", { className: "snippet" }));
  return row;
}

/** Marks the words in a result, and adds the passage that has most of them. */
async function look(row, hit, answer, index) {
  const [title, { anchor, parts }] = await Promise.all([index.marked(hit.title, answer), index.snippet(hit, answer)]);
  row.querySelector("h3 a").replaceChildren(...marked(title));
  row.lastChild.replaceChildren(...marked(parts), ...(anchor ? [" ", make("span", { className: "at" }, "in ", make("a", { href: hrefOf(hit.url, anchor) }, headingOf(anchor)))] : []));
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

const question = asker((answer, index) => {
  const isAll = isEmpty(asked);
  found.hidden = !answer.total && !Object.keys(asked.facets).length;
  browse.hidden = !isAll && answer.total > 0;
  status.textContent = `${count(answer.total, settings.noun)}${isAll ? " in all" : answer.total ? "" : " found"}`;
  const said = notes(answer);
  note.hidden = !said.length;
  fill(note, ...said);
  list.replaceChildren(...answer.hits.map((hit) => card(hit, index)));
  more.hidden = answer.hits.length >= answer.total;
}, async (answer, index, now, isOver) => {
  const rows = [...list.children];
  const counted = async () => {
    const [{ filtersOf, bars }, { facets, quarters }] = await Promise.all([import("./filters.js"), index.search(now.text, { ...now, limit: 0, counts: settings.facets })]);
    if (isOver()) return;
    const page = { asked, settings, change, addressOf, box };
    fill(filters, ...filtersOf(page, index, facets));
    fill(chart, ...bars(page, quarters));
    chart.hidden = !chart.hasChildNodes();
  };
  await Promise.all([counted(), ...(now.text.trim() ? answer.hits.map((hit, i) => look(rows[i], hit, answer, index)) : [])]);
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
