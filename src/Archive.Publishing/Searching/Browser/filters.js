// The filters and the bars of the search page: what is counted once the results are there.
import { count, make, oneLine } from "./parts.js";

// values of a facet before "more"

const most = 8;
const opened = new Set();

const chosen = (asked, name, value) => (asked.facets[name] ?? []).includes(value);

function toggle({ asked, change }, name, value) {
  const values = chosen(asked, name, value) ? asked.facets[name].filter((v) => v !== value) : [...(asked.facets[name] ?? []), value];
  const { [name]: _, ...rest } = asked.facets;
  change({ facets: values.length ? { ...rest, [name]: values } : rest });
}

/** @param page { asked, settings, change, run, addressOf, box } */
function facet(page, name, label, values) {
  const all = values.filter((v) => v.count || chosen(page.asked, name, v.value));
  const rest = all.length - most;
  const isWhole = rest <= 1 || opened.has(name);
  const rows = all.filter((v, i) => isWhole || i < most || chosen(page.asked, name, v.value)).map((v) => make("label", {},
    make("input", { type: "checkbox", id: `f-${name}-${v.value}`, checked: chosen(page.asked, name, v.value), onchange: () => toggle(page, name, v.value) }),
    make("span", {}, v.label), make("span", { className: "count" }, v.count.toLocaleString("en"))));
  if (!isWhole) rows.push(make("button", { type: "button", id: `more-${name}`, onclick: (event) => {
    opened.add(name);
    event.target.closest("fieldset").replaceWith(facet(page, name, label, values));
    document.getElementById(`f-${name}-${all[most].value}`)?.focus();
  } }, `${rest} more`));
  return all.length ? make("fieldset", {}, make("legend", {}, label), ...rows) : "";
}

export const filtersOf = (page, index, facets) => page.settings.facets.map((name) => {
  const label = index.manifest.facets.find((f) => f.name === name)?.label;
  return label ? facet(page, name, label, facets[name]) : "";
});

function svg(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Bars by quarter; each leads to its quarter. */
export function bars({ asked, settings, change, addressOf, box }, quarters) {
  if (quarters.length < 2) return [];
  const within = (quarter) => ({ ...asked, isError: false, text: `${asked.text.replace(/\s*started:\S+/, "").trim()} started:${quarter}`.trim() });
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
