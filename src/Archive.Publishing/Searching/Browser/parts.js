// What the search page and the palette share. Text from the index becomes text nodes only.
import { openIndex } from "./reader.js";

// this lies in assets/search.…/

const site = new URL("../../", import.meta.url);
const folder = new URL("search/", site);
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** An element; properties with a hyphen and `role` are attributes, those that are undefined are left out. */
export function make(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name === "role" || name.includes("-")) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((c) => c !== undefined));
  return made;
}

/** The address of a page of the site, from the index's own. */
export const hrefOf = (url, anchor) => new URL(encodeURI(url.slice(1)), site).href + (anchor ? `#${encodeURIComponent(anchor)}` : "");

/** The address of the search page for a text. */
export const pageOf = (text) => `${folder}?${new URLSearchParams({ q: text })}`;

export const count = (number, one) => `${number ? number.toLocaleString("en") : "No"} ${one}${number === 1 ? "" : "s"}`;

const day = (minutes) => {
  const at = new Date(minutes * 60000);
  return make("time", { dateTime: at.toISOString().slice(0, 10) }, `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`);
};

/** The two largest units, as everywhere on the site. */
const span = (minutes) => {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const units = days ? [[days, "d"], [hours, "h"]] : [[hours, "h"], [rest, "min"]];
  return units.filter(([n], i) => n || (i && !days && !hours)).map((u) => u.join(" ")).join(" ");
};

/** A box for one line takes pasted lines as one, with a sign where they ended; lines(value) has them back. */
export function keepLines(box) {
  box.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").trim();
    if (!text.includes("\n")) return;
    event.preventDefault();
    box.setRangeText(oneLine(text), box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}
export const oneLine = (text) => text.replace(/\s*\n/g, " ↵ ");
export const lines = (text) => text.replace(/ ↵ ?/g, "\n");

export const marked = (parts) => parts.map((p) => (p.isMatch ? make("mark", {}, p.text) : p.text));

/** What the page says of itself: which facets it offers, and which it shows on a result. */
export function settingsOf(element) {
  const { facets = "", shows, ramp } = element.dataset;
  const [noun, badge, about] = shows.split(" ");
  const [all, ...marks] = ramp.split(" ");
  return { facets: facets.split(" "), badge, about, noun, ramp: Object.fromEntries(marks.map((m) => m.split("=")).map(([value, mark = value]) => [value, `${all} ${mark}`])) };
}

/** The line of facts of a result: id, severity, day, duration, services. */
export function facts(hit, index, { badge, about, ramp }) {
  const labels = (name) => hit.facets[name]?.map((value) => [value, index.labelOf(name, value)]) ?? [];
  const { started, duration } = hit.numbers;
  const all = [make("span", { className: "id" }, hit.id), ...labels(badge).map(([value, label]) => make("span", { className: ramp[value] ?? "" }, label))];
  if (started !== undefined) all.push(day(started));
  if (duration !== undefined) all.push(make("span", {}, span(duration)));
  const others = labels(about).map(([, label]) => label).join(", ");
  if (others) all.push(make("span", {}, others));
  return make("span", { className: "hit-facts" }, ...all.flatMap((f) => [f, " "]));
}

/** What went wrong, for a person, and what can be done about it. */
export function trouble(error, again) {
  const reload = ["Reload the page", () => location.reload()];
  const [words, [label, act]] = {
    stale: ["Search is out of date: the archive was published anew since this page was opened.", reload],
    "unknown-format": ["Search is out of date: this page is older than its index.", reload],
    corrupt: ["The search index is damaged. If reloading does not help, the archive has to be built again.", reload],
  }[error.code] ?? ["The search index could not be loaded.", ["Try again", again]];
  console.error(error);
  return [`${words} `, make("button", { type: "button", onclick: act }, label)];
}

// milliseconds without a key before details are loaded

const pause = 150;

/**
 * Asks the index one question at a time; of those that come meanwhile only the last is asked.
 * @param {(answer, index, question) => void} show the hits
 * @param {(answer, index, question, isOver) => Promise} detail what may come later, and need not come where the next question is there
 * @param {(error) => void} fail
 */
export function asker(show, detail, fail, options) {
  let index;
  let next;
  let isBusy = false;
  let last;
  let waiting;
  const failed = (error) => {
    index = undefined;
    if (!next) fail(error);
  };
  return async (question) => {
    next = last = question;
    clearTimeout(waiting);
    if (isBusy) return;
    isBusy = true;
    while (next) {
      const now = next;
      next = undefined;
      try {
        index ??= openIndex(folder, options);
        const opened = await index;
        const answer = await opened.search(now.text, { ...now, counts: null });
        show(answer, opened, now);
        clearTimeout(waiting);
        waiting = setTimeout(() => detail(answer, opened, now, () => last !== now).catch(failed), now.isTyping ? pause : 0);
      } catch (error) {
        failed(error);
      }
    }
    isBusy = false;
  };
}
