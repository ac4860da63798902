// The fields, circle and table in which a reader changes the ring.

const ringPage = (() => {
  const data = JSON.parse(document.getElementById("ring-data").textContent);
  const element = name => document.getElementById("try-" + name);
  const mostArcs = 20000, slots = 4000, radius = 320, middle = 360;
  const original = HashRing.of(data.nodes, data);
  const ownedBefore = original.owned();
  const colors = new Map(original.nodes.map((node, index) => [node.name, colorOf(index)]));
  const rows = new Map();
  let ring = original;

  function colorOf(index) {
    return data.palette[index] ?? `hsl(${index * 137.508 % 360} 55% 52%)`;
  }

  // What would move a cursor, turn the line round or not be seen at all, as in the rest of the page.
  function printable(text) {
    return text.replace(
      /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g,
      character => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"));
  }

  const shortened = text => text.length > 40 ? [...printable(text)].slice(0, 40).join("") + "\u2026" : printable(text);
  const percent = (length, digits = 3) => (length / HashRing.circle * 100).toFixed(digits) + " %";
  const counted = (count, noun) => count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");

  function weightIn(field) {
    const weight = field.value.trim() === "" ? NaN : Number(field.value);
    if (!(weight > 0 && weight < Infinity)) throw new RangeError(`The weight is "${field.value}"; it must be a number above 0.`);
    return weight;
  }

  function checkPoints(name, weight) {
    const points = ring.nodes.reduce((sum, node) => sum + (node.name === name ? 0 : node.positions.length), HashRing.replicasOf(weight, data));
    if (points > data.mostPoints) {
      throw new RangeError(`The ring would have ${counted(points, "point")}; in the page it may have ${data.mostPoints.toLocaleString("en")}.`);
    }
  }

  const present = name => ring.nodes.some(node => node.name === name);

  function add(name, weight) {
    if (present(name)) throw new RangeError(`The node "${shortened(name)}" is in the ring already.`);
    if (ring.nodes.length >= data.mostNodes) throw new RangeError(`In the page the ring may have ${counted(data.mostNodes, "node")}.`);
    checkPoints(name, weight);
    ring = ring.add(name, weight);
    if (!colors.has(name)) colors.set(name, colorOf(colors.size));
  }

  function remove(name) {
    if (ring.nodes.length === 1) throw new RangeError("The last node stays: a ring without nodes has no owners.");
    ring = ring.remove(name);
  }

  function reweight(name, weight) {
    checkPoints(name, weight);
    ring = ring.reweight(name, weight);
  }

  function attempt(field, change) {
    try {
      change();
      element("error").textContent = "";
      field?.removeAttribute("aria-invalid");
      show();
      return true;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      element("error").textContent = error.message;
      field?.setAttribute("aria-invalid", "true");
      return false;
    }
  }

  function sector(start, turn, inner, outer) {
    // An SVG arc from a point to itself draws nothing, so a whole turn is two halves.
    if (turn > 0.999999) return sector(start, 0.5, inner, outer) + sector(start + 0.5, 0.5, inner, outer);
    const large = turn > 0.5 ? 1 : 0;
    const at = (distance, where) => {
      const angle = 2 * Math.PI * where;
      return (middle + distance * Math.sin(angle)).toFixed(2) + " " + (middle - distance * Math.cos(angle)).toFixed(2);
    };
    return `M${at(outer, start)}A${outer} ${outer} 0 ${large} 1 ${at(outer, start + turn)}L${at(inner, start + turn)}A${inner} ${inner} 0 ${large} 0 ${at(inner, start)}Z`;
  }

  // Neighbouring arcs of one owner are drawn as one.
  function runs(ring) {
    const found = [];
    const put = (owner, start, turn) => {
      const last = found.at(-1);
      if (last?.owner === owner) last.turn += turn; else found.push({ owner, start, turn });
    };
    if (ring.positions.length <= mostArcs) {
      ring.owners.forEach((owner, point) => {
        const arc = ring.arc(point);
        put(owner, arc.start / HashRing.circle, arc.length / HashRing.circle);
      });
    } else {
      for (let slot = 0; slot < slots; slot++) {
        put(ring.owners[ring.pointAbove(Math.floor((slot + 0.5) / slots * HashRing.circle))], slot / slots, 1 / slots);
      }
    }
    return found;
  }

  function draw(group, ring, inner, outer) {
    const paths = ring.nodes.map(() => []);
    for (const { owner, start, turn } of runs(ring)) paths[owner].push(sector(start, turn, inner, outer));
    group.replaceChildren(...ring.nodes.map((node, index) => {
      const path = document.createElementNS(group.namespaceURI, "path");
      const title = document.createElementNS(group.namespaceURI, "title");
      title.textContent = shortened(node.name);
      path.setAttribute("d", paths[index].join(""));
      path.setAttribute("fill", colors.get(node.name));
      path.append(title);
      return path;
    }));
  }

  function rowOf(name) {
    const row = document.createElement("tr"), head = document.createElement("th"), swatch = document.createElement("i");
    const weight = document.createElement("input"), button = document.createElement("button");
    head.scope = "row";
    swatch.style.background = colors.get(name);
    head.append(swatch, shortened(name));
    head.title = printable(name);
    weight.className = "weight";
    weight.inputMode = "decimal";
    weight.autocomplete = "off";
    weight.setAttribute("aria-label", "Weight of " + shortened(name));
    weight.addEventListener("input", () => {
      attempt(weight, () => present(name) ? reweight(name, weightIn(weight)) : weightIn(weight));
    });
    button.type = "button";
    button.addEventListener("click", () => attempt(weight, () => present(name) ? remove(name) : add(name, weightIn(weight))));
    row.append(head, ...[0, 1, 2, 3, 4].map(() => document.createElement("td")));
    const [fieldCell, points, before, now, buttonCell] = row.querySelectorAll("td");
    fieldCell.append(weight);
    buttonCell.append(button);
    element("nodes").tBodies[0].append(row);
    return { row, weight, button, points, before, now };
  }

  function show() {
    const owned = ring.owned();
    const names = new Set([...ownedBefore.keys(), ...rows.keys(), ...owned.keys()]);
    let least = 0;
    for (const name of names) {
      const before = ownedBefore.get(name)?.length ?? 0, now = owned.get(name);
      least += Math.abs((now?.length ?? 0) - before) / 2;
      if (!rows.has(name)) rows.set(name, rowOf(name));
      const { row, button, points, before: beforeCell, now: nowCell } = rows.get(name);
      row.className = now ? "" : "gone";
      points.textContent = (now?.points ?? 0).toLocaleString("en");
      beforeCell.textContent = ownedBefore.has(name) ? percent(before) : "\u2013";
      nowCell.textContent = now ? percent(now.length) : "\u2013";
      button.textContent = now ? "Remove" : "Put back";
      button.setAttribute("aria-label", button.textContent + " " + shortened(name));
    }
    for (const node of ring.nodes) {
      const field = rows.get(node.name).weight;
      if (field !== document.activeElement && Number(field.value) !== node.weight) field.value = String(node.weight);
    }
    const moved = original.movedTo(ring);
    element("middle").textContent = percent(moved, 2) + " moved";
    element("under").textContent = counted(ring.nodes.length, "node") + ", " + counted(ring.positions.length, "point");
    element("status").textContent = `${percent(moved)} of the circle has another owner; ${percent(least)} is the least possible for these shares.`;
    draw(element("now"), ring, 230, radius);
    showOwner();
  }

  function showOwner() {
    const key = element("key").value;
    if (/\p{Surrogate}/u.test(key)) {
      element("owner").textContent = "has a lone surrogate, which UTF-8 cannot hold.";
      return;
    }
    const position = md5Position(utf8Of(key)), now = ring.ownerAt(position), before = original.ownerAt(position);
    const was = before === now ? "" : `, before to ${shortened(before)}`;
    element("owner").textContent = `at 0x${position.toString(16).padStart(8, "0")} belongs to ${shortened(now)}${was}`;
  }

  function reset() {
    ring = original;
    for (const [name, { row, weight }] of rows) {
      weight.removeAttribute("aria-invalid");
      if (ownedBefore.has(name)) continue;
      row.remove();
      rows.delete(name);
      colors.delete(name);
    }
    for (const node of original.nodes) rows.get(node.name).weight.value = String(node.weight);
  }

  element("add").addEventListener("submit", event => {
    event.preventDefault();
    const name = element("name");
    if (attempt(null, () => add(name.value, weightIn(element("weight"))))) name.value = "";
  });
  element("reset").addEventListener("click", () => attempt(null, reset));
  element("key").addEventListener("input", showOwner);
  element("ring").hidden = false;
  draw(element("before"), original, 205, 224);
  show();
  return { get ring() { return ring; } };
})();
