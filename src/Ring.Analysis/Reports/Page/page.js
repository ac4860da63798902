// Tables that sort by a click on a column's head, and values of plots under the pointer.

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  const numberIn = text => Number.parseFloat(text.replaceAll(",", ""));
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const rows = [...body.rows].map(row => ({ row, text: row.cells[column].textContent }));
      const numeric = rows.every(({ text }) => /^[-+]?[0-9]/.test(text) && !/^0x/.test(text));
      const sign = head.ariaSort === "ascending" || (numeric && head.ariaSort !== "descending") ? -1 : 1;
      rows.sort((a, b) => sign * (numeric ? numberIn(a.text) - numberIn(b.text) : a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
      heads.forEach(other => other.ariaSort = null);
      head.ariaSort = sign > 0 ? "ascending" : "descending";
      body.append(...rows.map(({ row }) => row));
    });
  });
}

{
  const tip = document.getElementById("tip");
  const hide = () => { tip.hidden = true; };
  // A browser's own tip comes late, and never under a finger.
  for (const title of document.querySelectorAll("figure svg :not(svg) > title")) {
    const mark = title.parentNode;
    if (mark.closest("#try-circle")) continue;
    mark.dataset.tip = title.textContent;
    title.remove();
  }
  document.addEventListener("pointerover", event => {
    const text = event.target.dataset?.tip;
    if (text === undefined) return hide();
    tip.textContent = text;
    tip.hidden = false;
    const width = document.documentElement.clientWidth;
    tip.style.left = Math.max(4, Math.min(event.clientX + 12, width - tip.offsetWidth - 4)) + "px";
    tip.style.top = (event.clientY + 24 + tip.offsetHeight > innerHeight ? event.clientY - tip.offsetHeight - 12 : event.clientY + 20) + "px";
  });
  document.addEventListener("scroll", hide, { passive: true });
}
