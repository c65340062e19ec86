// Enhances pages that are complete without it: sorting of tables by their heads, and a line under each map that
// says what the pointer or the keyboard is on.
"use strict";

const valueOf = cell => {
  const text = cell ? cell.textContent.trim() : "";
  const number = Number.parseFloat(text.replace(/,/g, "").replace("\u2212", "-"));
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

for (const table of document.querySelectorAll("table")) {
  if (table.tBodies[0].rows.length < 3) continue;
  for (const head of table.tHead.rows[0].cells) {
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

for (const figure of document.querySelectorAll("figure")) {
  const picture = figure.querySelector("svg");
  if (!picture || !picture.querySelector("title")) continue;
  const line = document.createElement("p");
  line.className = "readout";
  line.setAttribute("aria-live", "polite");
  picture.parentElement.after(line);
  const read = event => {
    const mark = event.target.closest("a, path, circle, rect, g, use");
    const title = mark && mark !== picture && (mark.querySelector(":scope > title") || mark.closest("g")?.querySelector(":scope > title"));
    if (title) line.textContent = title.textContent;
  };
  picture.addEventListener("pointermove", read);
  picture.addEventListener("focusin", read);
}
