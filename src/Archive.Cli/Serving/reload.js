// Reloads the page when the archive was built anew; lays the findings over it when it could not be.
(() => {
  const shown = document.currentScript.dataset.revision;
  let events = null;
  let panel = null;
  let hidden = "";
  let isConnected = false;

  function element(name, text, ...children) {
    const made = document.createElement(name);
    made.textContent = text;
    made.append(...children);
    return made;
  }

  function item(finding) {
    const place = element("p", "", element("code", finding.place), " ", element("strong", `${finding.level} ${finding.code}`));
    const made = element("li", "", place, element("p", finding.message));
    made.className = finding.level;
    if (finding.excerpt) made.append(element("pre", finding.excerpt));
    if (finding.hint) made.append(element("p", finding.hint));
    return made;
  }

  function remove() {
    panel?.remove();
    panel = null;
  }

  function show(report) {
    remove();
    const key = JSON.stringify(report);
    if (key === hidden) return;
    if (!document.querySelector('link[href="/_archive/findings.css"]')) {
      const link = element("link", "");
      link.rel = "stylesheet";
      link.href = "/_archive/findings.css";
      document.head.append(link);
    }
    const close = element("button", "Hide");
    close.type = "button";
    close.addEventListener("click", () => { hidden = key; remove(); });
    const list = element("ol", "", ...report.findings.map(item));
    panel = element("aside", "", close, element("h2", report.heading), element("p", report.sentence));
    if (report.trouble) panel.append(element("p", report.trouble));
    panel.append(list);
    panel.className = "archive-findings";
    panel.setAttribute("role", "alert");
    document.body.append(panel);
  }

  async function take(state) {
    if (state.revision !== shown) return location.reload();
    if (!state.isBroken) { hidden = ""; return remove(); }
    if (shown === "none") {
      // The page that stands in for a site that never was is all findings: it is read anew when they change.
      if (isConnected) location.reload();
      isConnected = true;
      return undefined;
    }
    const answer = await fetch("/_archive/findings.json", { cache: "no-store" });
    return show(await answer.json());
  }

  // A browser opens few connections to one host: a page that nobody looks at gives its own back.
  function connect() {
    if (document.visibilityState === "hidden") {
      events?.close();
      events = null;
    } else if (!events) {
      isConnected = false;
      events = new EventSource("/_archive/events");
      events.addEventListener("state", (event) => take(JSON.parse(event.data)));
    }
  }

  document.addEventListener("visibilitychange", connect);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") panel?.querySelector("button").click(); });
  connect();
})();
