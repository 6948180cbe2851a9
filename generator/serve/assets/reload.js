// The preview's script: reloads the page after a new build and shows the build's problems over it. The published site
// does not carry it.
"use strict";
(() => {
  const { revision: mine, standIn } = document.currentScript.dataset; // a stand-in lists the problems itself

  const host = document.createElement("courtsite-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/-/overlay.css";
  let closed = ""; // the problems that the reader has put away
  let escape = () => {};
  let asked = 0;

  const element = (name, className, text) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  };

  const item = (problem, labels) => {
    const li = element("li", problem.severity);
    if (problem.place) li.append(element("code", "place", problem.place));
    const p = element("p");
    p.append(element("strong", "", problem.label), " " + problem.message + " ", element("code", "code", problem.code));
    li.append(p);
    if (problem.hint) li.append(element("p", "hint", labels.hint + problem.hint));
    return li;
  };

  const panel = (report, close) => {
    const section = element("section", report.errors ? "panel" : "panel calm");
    section.lang = report.lang;
    section.setAttribute("role", report.errors ? "alert" : "region");
    const heading = report.errors ? report.labels.title : report.labels.warnings;
    section.setAttribute("aria-label", heading);
    const button = element("button", "close", report.labels.close);
    button.type = "button";
    button.addEventListener("click", close);
    const list = element("ol");
    list.append(...report.problems.map((p) => item(p, report.labels)));
    section.append(button, element("h2", "", heading), list);
    return section;
  };

  const counter = (report, open) => {
    const button = element("button", "counter", report.labels.counter + (report.errors + report.warnings));
    button.type = "button";
    button.lang = report.lang;
    button.addEventListener("click", () => {
      open();
      root.querySelector(".close").focus(); // the button that had it is gone
    });
    return button;
  };

  // Notes alone say nothing about the last change, so they don't bring up anything.
  const show = (report) => {
    escape = () => {};
    if (report.errors + report.warnings === 0) {
      host.remove();
      return;
    }
    const key = JSON.stringify(report.problems);
    const small = () => {
      closed = key;
      escape = () => {};
      root.replaceChildren(style, counter(report, large));
    };
    const large = () => {
      closed = "";
      escape = small;
      root.replaceChildren(style, panel(report, small));
    };
    if (report.errors && key !== closed) large(); else small();
    if (!host.isConnected) document.documentElement.append(host);
  };

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") escape(); });

  const built = async (revision) => {
    if (revision !== mine) {
      location.reload();
      return;
    }
    if (standIn !== undefined) return;
    const turn = ++asked;
    const response = await fetch("/-/problems", { cache: "no-store" });
    const report = await response.json();
    if (turn === asked) show(report); // else a newer answer is on its way
  };

  // A browser opens few connections to one host, and a stream takes one for each tab: so only a visible
  // page listens. It hears the current state as soon as it listens again.
  let stream = null;
  const listen = () => {
    const visible = document.visibilityState === "visible";
    if (visible && !stream) {
      stream = new EventSource("/-/events");
      stream.addEventListener("built", (event) => { built(event.data).catch(() => {}); });
    } else if (!visible && stream) {
      stream.close();
      stream = null;
    }
  };
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => { if (stream) { stream.close(); stream = null; } });
  window.addEventListener("pageshow", listen);
  listen();
})();
