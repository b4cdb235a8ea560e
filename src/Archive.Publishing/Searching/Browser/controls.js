// What one can do on the search page once its results are there: type, filter, sort, see more, use the keys. All that is asked stands in the address.
import { box, browse, form, found, list, note, page, restore, run, settings, sort, status, step } from "./page.js";
import { hrefOf, make, oneLine } from "./parts.js";
import { lines, marked, trouble } from "./details.js";
import { bars, filtersOf } from "./filters.js";
import "./prefix.js"; // the first key asks for it

const [filters, chart] = ["facets", "chart"].map((id) => document.getElementById(id));

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

/** Asks anew with a change. A change of words takes the place of the one before, others can be gone back to. */
function change(to, isTyping = false) {
  page.asked = { ...page.asked, limit: step, ...to };
  history[isTyping ? "replaceState" : "pushState"](null, "", addressOf(page.asked));
  run(isTyping);
}

export const typed = () => change({ text: lines(box.value), isError: false, isCorrecting: true }, true);

/** Fills a part anew; what had the focus in it has it again. */
function fill(part, ...children) {
  const id = part.contains(document.activeElement) ? document.activeElement.id : "";
  part.replaceChildren(...children);
  if (id) (document.getElementById(id) ?? box).focus();
}

/** What is said beside the results: a filter that is none, a correction, or what to do where there are none. */
const notes = (answer) => [...answer.strayFilters.map((filter) => `No ${settings.noun} has “${filter}”: it is searched as words. `), ...advice(answer)];

function advice({ showing, total }) {
  const button = (label, to) => make("button", { type: "button", onclick: () => {
    change(to);
    box.focus();
  } }, label);
  if (showing) return [`Showing results for “${showing.text}”. `, button(`Search instead for “${showing.insteadOf}”`, { isCorrecting: false })];
  if (total) return [];
  if (Object.keys(page.asked.facets).length) return ["Nothing is left under these filters. ", button("Remove the filters", { facets: {} })];
  return page.asked.text.trim() ? ["Fewer words find more. An error text is found best as it was logged, with all its numbers."] : [];
}

page.answered = (answer) => {
  const said = notes(answer);
  note.hidden = !said.length;
  fill(note, ...said);
};

/** An anchor as the heading it was made of, near enough; the number of an action item is a part of it. */
const headingOf = (anchor) => {
  const item = anchor.match(/^item-([a-z]+-?\d+)$/);
  const words = item ? `item ${item[1].toUpperCase()}` : anchor.replace(/(-\d+|_)$/, "").replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
};

/** Marks the words in a result, and adds the passage that has most of them. */
async function look(row, hit, answer, index) {
  const [title, { anchor, parts }] = await Promise.all([index.marked(hit.title, answer), index.snippet(hit, answer)]);
  row.querySelector("h3 a").replaceChildren(...marked(title));
  row.lastChild.replaceChildren(...marked(parts), ...(anchor ? [" ", make("span", { className: "at" }, "in ", make("a", { href: hrefOf(hit.url, anchor) }, headingOf(anchor)))] : []));
}

/** Adds to the hits what comes later. */
export async function detail(answer, index, now, isOver) {
  if (isOver()) return;
  page.answered(answer);
  const rows = [...list.children];
  const counted = async () => {
    const { facets, quarters } = await index.search(now.text, { ...now, limit: 0, counts: settings.facets });
    if (isOver()) return;
    const on = { asked: page.asked, settings, change, addressOf, box };
    fill(filters, ...filtersOf(on, index, facets));
    fill(chart, ...bars(on, quarters));
    chart.hidden = !chart.hasChildNodes();
  };
  await Promise.all([counted(), ...(now.text.trim() ? answer.hits.map((hit, i) => look(rows[i], hit, answer, index)) : [])]);
}

export function fail(error) {
  found.hidden = true;
  browse.hidden = note.hidden = false;
  status.textContent = "";
  fill(note, ...trouble(error, () => run()));
}

const links = () => [...list.querySelectorAll("h3 a")];

form.addEventListener("submit", (event) => {
  event.preventDefault();
  change({ text: lines(box.value) });
});
export const sorted = () => change({ sort: sort.value });
export function seeMore() {
  const before = links().length;
  change({ limit: page.asked.limit + 2 * step });
  new MutationObserver((_, watch) => {
    watch.disconnect();
    links()[before]?.focus();
  }).observe(list, { childList: true });
}
export function pressed(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = links();
  const at = all.indexOf(document.activeElement);
  const stepOf = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && document.activeElement !== box) box.focus();
  else if (stepOf && (document.activeElement === box || at >= 0)) (all[at + stepOf] ?? (at + stepOf < 0 ? box : all[at])).focus();
  else return;
  event.preventDefault();
}
addEventListener("keydown", pressed);
addEventListener("popstate", restore);
