// Enhances pages that are complete without it: sorting of tables by their heads, arrow keys along the links of a
// picture, and a line under each picture that says what the pointer or the keyboard is on.
"use strict";

// French has narrow spaces between thousands and a comma before decimals.
const plain = document.documentElement.lang === "fr"
  ? text => text.replace(/\u202f/g, "").replace(",", ".")
  : text => text.replace(/,/g, "");

const valueOf = cell => {
  const text = cell ? cell.textContent.trim() : "";
  const number = Number.parseFloat(plain(text).replace("\u2212", "-"));
  return Number.isNaN(number) ? text : number;
};

const sort = (table, column, descending) => {
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => {
    const [a, b] = [valueOf(one.cells[column]), valueOf(other.cells[column])];
    // What has no number stands last in either direction: missing is not the least.
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    const order = typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
    return descending ? -order : order;
  });
  body.append(...rows);
};

for (const table of document.querySelectorAll("table:not([data-ordered])")) {
  if (table.tBodies[0].rows.length < 3) continue;
  for (const head of table.tHead.rows[0].cells) {
    // A head that leads somewhere cannot be a button too.
    if (head.querySelector("a")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") !== "descending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sort(table, head.cellIndex, descending);
    });
  }
}

const nameOf = mark => mark.querySelector(":scope > title") || mark.closest("a, g")?.querySelector(":scope > title");

for (const figure of document.querySelectorAll("figure")) {
  const picture = figure.querySelector("svg");
  if (!picture || !picture.querySelector("title")) continue;
  const links = [...picture.querySelectorAll("a[href]")];
  const line = document.createElement("p");
  line.className = "readout";
  line.setAttribute("aria-live", "polite");
  picture.parentElement.after(line);
  // A listener of focus on the picture itself would make it a stop of the tab key, so its box listens.
  const box = picture.parentElement;
  const read = event => {
    const mark = event.target.closest("svg a, svg path, svg circle, svg rect, svg g, svg use");
    const title = mark && nameOf(mark);
    if (title) line.textContent = title.textContent;
    else if (event.target === box && event.type === "focusin" && links.length > 1) line.textContent = figure.dataset.keys;
  };
  box.addEventListener("pointermove", read);
  box.addEventListener("focusin", read);

  // One stop for the whole picture: the arrow keys move along its links.
  if (links.length < 2) continue;
  const only = chosen => links.forEach(link => link.setAttribute("tabindex", link === chosen ? "0" : "-1"));
  only(links[0]);
  box.addEventListener("keydown", event => {
    const at = links.indexOf(event.target.closest("a"));
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const link = links[(to + links.length) % links.length];
    only(link);
    link.focus();
  });
}
