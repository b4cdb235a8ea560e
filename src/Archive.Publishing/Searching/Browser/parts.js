// What the search page and the palette share. Text from the index becomes text nodes only.
import { openIndex } from "./reader.js";

// this lies in assets/search.…/
const site = new URL("../../", import.meta.url);
export const folder = new URL("search/", site);

/** An element; properties with a hyphen and `role` are attributes. */
export function make(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/-|^role$/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

/** The address of a page of the site, from the index's own. */
export const hrefOf = (url, anchor) => new URL(encodeURI(url.slice(1)), site).href + (anchor ? `#${encodeURIComponent(anchor)}` : "");

export const count = (number, one) => `${number ? number.toLocaleString("en") : "No"} ${one}${number === 1 ? "" : "s"}`;

const day = (minutes) => {
  const at = new Date(minutes * 60000);
  return make("time", { dateTime: at.toISOString().slice(0, 10) }, at.toUTCString().replace(/.*?, 0?(.*) .*? GMT/, "$1"));
};

/** The two largest units, as everywhere on the site. */
const span = (minutes) => {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  const units = days ? [`${days} d`, `${hours} h`] : [`${hours} h`, `${minutes % 60} min`];
  return units.filter((unit) => !unit.startsWith("0 ")).join(" ") || "0 min";
};

/** Pasted lines in a box for one line, with a sign where they ended. */
export const oneLine = (text) => text.replace(/\s*\n/g, " ↵ ");

/** Lets a box take lines; lines() of details.js has them back. */
export const keepLines = (box) => box.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain").trim();
  if (!text.includes("\n")) return;
  event.preventDefault();
  box.setRangeText(oneLine(text), box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
});

/** What the page says of itself: which facets it offers, and which it shows on a result. */
export function settingsOf({ dataset: { facets = "", shows, ramp } }) {
  const [noun, badge, about] = shows.split(" ");
  const [all, ...marks] = ramp.split(" ").map((m) => m.split("="));
  return { facets: facets.split(" "), badge, about, noun, ramp: Object.fromEntries(marks.map(([value, mark = value]) => [value, `${all} ${mark}`])) };
}

/** The line of facts of a result: id, severity, day, duration, services. */
export function facts(hit, index, { badge, about, ramp }) {
  const { started, duration } = hit.numbers;
  const fact = (text, className = "") => make("span", { className }, text);
  const services = hit.facets[about]?.map((value) => index.labelOf(about, value)).join(", ");
  const all = [
    fact(hit.id, "id"), ...hit.facets[badge]?.map((value) => fact(index.labelOf(badge, value), ramp[value])) ?? [],
    started !== undefined && day(started), duration !== undefined && fact(span(duration)), services && fact(services),
  ];
  return make("span", { className: "hit-facts" }, ...all.filter(Boolean).flatMap((f) => [f, " "]));
}

/** Milliseconds without a key before details are loaded. */
const pause = 150;

// Asks the index one question at a time; of those that come meanwhile only the last is asked. show(answer, index, question) is for the hits,
// detail(answer, index, question, isOver) for what may come later, and need not come where the next question is there.
export function asker(show, detail, fail, manifest) {
  let index;
  let next;
  let last;
  let isBusy;
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
        index ??= openIndex(folder, { manifest });
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
