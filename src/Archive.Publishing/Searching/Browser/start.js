// On every internal page: opens the palette on /, on Ctrl K and on the header's link to search.
const link = document.querySelector("a.find");

async function open() {
  const box = document.getElementById("q");
  if (box) {
    box.focus();
    box.select();
    return;
  }
  try {
    const [palette] = await Promise.all([import("./palette.js"), styled()]);
    palette.open(link);
  } catch {
    // the page says what is wrong
    location.href = link.href;
  }
}

let sheet;
const styled = () => sheet ??= new Promise((done, failed) => {
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("search.css", import.meta.url), onload: done, onerror: failed });
  document.head.append(style);
});

const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.altKey;
const isSlash = (event) => event.key === "/" && isPlain(event) && localStorage.getItem("slash") !== "off"
  && !event.target.closest?.("input,textarea,select,[contenteditable]");
const isCtrlK = (event) => event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

addEventListener("keydown", (event) => {
  if (!isSlash(event) && !isCtrlK(event)) return;
  event.preventDefault();
  open();
});
link.addEventListener("click", (event) => {
  if (!isPlain(event) || event.shiftKey || event.button) return;
  event.preventDefault();
  open();
});
