// What the search page and the palette need when there is something to type, to mark, or to complain of.
import { folder, make } from "./parts.js";

export const marked = (parts) => parts.map((p) => (p.isMatch ? make("mark", {}, p.text) : p.text));

/** The lines of a box for one line: see oneLine. */
export const lines = (text) => text.replace(/ ↵ ?/g, "\n");

/** The address of the search page for a text. */
export const pageOf = (text) => `${folder}?${new URLSearchParams({ q: text })}`;

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
