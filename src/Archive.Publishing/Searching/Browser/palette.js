// Search over the page that one is on: a combobox with a listbox of links.
import { asker, count, facts, hrefOf, keepLines, make, settingsOf } from "./parts.js";
import { lines, marked, pageOf, trouble } from "./details.js";
import "./entry.js"; // both are asked for at once
import "./prefix.js";

const shown = 8;
let parts;

/** Opens the palette. @param link the header's link to search, which knows what results show */
export function open(link) {
  parts ??= build(settingsOf(link));
  if (parts.dialog.open) return;
  parts.dialog.showModal();
  parts.box.select();
  parts.ask();
}

function build(settings) {
  const list = make("div", { id: "palette-list", role: "listbox", className: "hits", "aria-label": `${settings.noun}s found` });
  const status = make("p", { role: "status", className: "small quiet" });
  const box = make("input", {
    type: "text", className: "ask", role: "combobox", autocomplete: "off", spellcheck: false, enterKeyHint: "go",
    placeholder: "Words, or an error as it was logged", "aria-label": "Search", "aria-expanded": "false",
    "aria-controls": "palette-list", "aria-autocomplete": "list",
  });
  const slash = make("input", { type: "checkbox", checked: localStorage.getItem("slash") !== "off", onchange: () => localStorage.setItem("slash", slash.checked ? "on" : "off") });
  const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close");
  const foot = make("footer", { className: "small quiet" },
    make("span", {}, make("kbd", {}, "↑"), " ", make("kbd", {}, "↓"), " choose, ", make("kbd", {}, "Enter"), " open"),
    make("label", {}, slash, " open with ", make("kbd", {}, "/")), close);
  const dialog = make("dialog", { className: "palette", "aria-label": "Search" }, box, status, list, foot);
  let at = 0;
  // the text whose options are shown
  let shownFor;
  // Enter came before they were
  let entered;

  const typed = () => lines(box.value).trim();
  const go = ({ ctrlKey, metaKey }) => {
    const chosen = list.children[at];
    if (ctrlKey || metaKey) window.open(chosen.href, "_blank", "noopener");
    else chosen.click();
  };
  const choose = (to) => {
    const options = list.children;
    if (!options.length) return box.removeAttribute("aria-activedescendant");
    options[at]?.setAttribute("aria-selected", "false");
    at = (to + options.length) % options.length;
    options[at].setAttribute("aria-selected", "true");
    options[at].scrollIntoView({ block: "nearest" });
    return box.setAttribute("aria-activedescendant", options[at].id);
  };
  const show = (options) => {
    list.replaceChildren(...options.map((o, i) => Object.assign(o, { id: `palette-${i}`, onpointermove: () => at === i || choose(i) })));
    box.setAttribute("aria-expanded", String(options.length > 0));
    at = 0;
    choose(0);
  };
  const option = (href, ...children) => make("a", { role: "option", href, tabIndex: -1, "aria-selected": "false" }, ...children);

  const question = asker((answer, index, { text }) => {
    const words = answer.showing ? `Showing results for ${answer.showing.text}. ` : "";
    status.textContent = text ? `${words}${count(answer.total, settings.noun)}` : `The latest ${settings.noun}s`;
    const hits = answer.hits.map((hit) => option(hrefOf(hit.url), make("b", {}, hit.title), facts(hit, index, settings), make("span", { className: "snippet" })));
    if (text) hits.push(option(pageOf(text), answer.total ? "All results, with filters" : "Search page, with filters"));
    show(hits);
    shownFor = text;
    if (entered && text === typed()) go(entered);
  }, async (answer, index, { text }) => {
    const shown = [...list.children];
    await Promise.all(text ? answer.hits.map(async (hit, i) => {
      const [title, { parts }] = await Promise.all([index.marked(hit.title, answer), index.snippet(hit, answer)]);
      shown[i].firstChild.replaceChildren(...marked(title));
      shown[i].lastChild.replaceChildren(...marked(parts));
    }) : []);
  }, (error) => {
    show([]);
    entered = undefined;
    status.replaceChildren(...trouble(error, ask));
  });
  const ask = () => {
    const text = typed();
    entered = undefined;
    question({ text, limit: shown, sort: text ? "relevance" : "newest", isTyping: true });
  };

  box.addEventListener("input", ask);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(at + step);
    else if (event.key !== "Enter") return;
    else if (shownFor !== typed()) entered = event;
    else if (list.children[at]) go(event);
    event.preventDefault();
  });
  // a link to a place on the page that one is on leaves nothing to load
  list.addEventListener("click", (event) => event.ctrlKey || event.metaKey || dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  keepLines(box);
  document.body.append(dialog);
  return { dialog, box, ask };
}
