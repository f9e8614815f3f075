"use strict";

// Draws each figure into its place; the page's body says when all of them stand.
const figures = JSON.parse(document.getElementById("figures").textContent);
const config = {
  responsive: true,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  modeBarButtonsToRemove: ["sendDataToCloud", "editInChartStudio", "lasso2d", "select2d", "autoScale2d"],
};
Promise.all(Object.entries(figures).map(([id, f]) => Plotly.newPlot(id, f.data, f.layout, config))).then((drawn) => {
  document.body.dataset.charts = String(drawn.length);
});

// A click on a column's name sorts by it: numbers from the most, words from A; a second click turns the order.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    head.firstElementChild.addEventListener("click", () => {
      const rows = [...table.tBodies[0].rows];
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
      const areNumbers = rows.every((row) => key(row) !== "" && !Number.isNaN(Number(key(row))));
      const turned = { ascending: "descending", descending: "ascending" }[head.getAttribute("aria-sort")];
      const order = turned ?? (areNumbers ? "descending" : "ascending");
      const sign = order === "ascending" ? 1 : -1;
      const compare = areNumbers ? (a, b) => a - b : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
      rows.sort((a, b) => sign * compare(key(a), key(b)));
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", order);
      table.tBodies[0].append(...rows);
    });
  });
}
