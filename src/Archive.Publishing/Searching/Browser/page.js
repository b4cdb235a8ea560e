// The search page: shows what its address asks for. What else one can do on it is in controls.js.
import { asker, count, facts, hrefOf, keepLines, make, oneLine, settingsOf } from "./parts.js";

export const [form, box, status, note, found, browse, sort, list, more] =
  ["ask", "q", "status", "note", "found", "browse", "sort", "results", "more"].map((id) => document.getElementById(id));
export const settings = settingsOf(form);
export const step = 10;
/** What is asked, and what controls.js adds to each answer. */
export const page = { asked: undefined, answered: undefined };

function read() {
  const given = new URLSearchParams(location.search);
  const by = given.get("sort");
  return {
    text: given.get("q") ?? given.get("err") ?? "",
    isError: !given.has("q") && given.has("err"),
    facets: Object.fromEntries(settings.facets.map((f) => [f, given.getAll(f)]).filter(([, v]) => v.length)),
    sort: [...sort.options].some((o) => o.value === by) ? by : "relevance",
    isCorrecting: !given.has("exact"),
    limit: Math.min(Math.max(step, Number(given.get("n")) || 0), 500),
  };
}

export function restore() {
  page.asked = read();
  box.value = oneLine(page.asked.text);
  sort.value = page.asked.sort;
  run();
}

export function run(isTyping = false) {
  const { asked } = page;
  const text = asked.text.trim();
  document.title = `${text ? `${text.slice(0, 60)} · ` : ""}${form.dataset.title}`;
  question({ ...asked, sort: asked.sort === "relevance" && !text ? "newest" : asked.sort, isTyping });
}

function card(hit, index) {
  const row = make("li", {}, make("h3", {}, make("a", { href: hrefOf(hit.url) }, hit.title)), make("p", {}, facts(hit, index, settings)));
  if (page.asked.text.trim()) row.append(make("p", { className: "snippet" }));
  return row;
}

let loaded;
const controls = (use) => (loaded ??= import("./controls.js")).then(use, () => {
  loaded = undefined;
  status.textContent = "Search could not be loaded. Reload the page.";
});

const question = asker((answer, index) => {
  const { text, facets } = page.asked;
  const isFiltered = Object.keys(facets).length > 0;
  const isAll = !text.trim() && !isFiltered;
  found.hidden = !answer.total && !isFiltered;
  browse.hidden = !isAll && answer.total > 0;
  status.textContent = `${count(answer.total, settings.noun)}${answer.total ? (isAll ? " in all" : "") : isAll ? " yet" : " found"}`;
  list.replaceChildren(...answer.hits.map((hit) => card(hit, index)));
  more.hidden = answer.hits.length >= answer.total;
  page.answered?.(answer);
}, (...all) => controls(({ detail }) => detail(...all)), (error) => controls(({ fail }) => fail(error)), document.getElementById("manifest")?.href.match(/-(\w+)[.]bin$/)?.[1]);

// What comes before controls.js waits for it.
box.addEventListener("input", () => controls(({ typed }) => typed()));
sort.addEventListener("change", () => controls(({ sorted }) => sorted()));
more.addEventListener("click", () => controls(({ seeMore }) => seeMore()));
addEventListener("keydown", (event) => page.answered ?? controls(({ pressed }) => pressed(event)));
keepLines(box);
restore();
document.querySelector(".filters").open = matchMedia("(min-width:60rem)").matches;
if (!page.asked.text) box.focus({ preventScroll: true });
