// The ring of this report's nodes, equal point by point to the library's: profile aodh, hash md5.

class HashRing {
  /** nodes: {name, weight, rank}, of which the greater rank wins a shared position; format: {replicas, labels, collisions}. */
  static of(nodes, format) {
    return new HashRing(nodes.map(node => HashRing.#placed(node, format)), format);
  }

  #ranked;

  constructor(nodes, format) {
    this.nodes = nodes;
    this.format = format;
    this.#ranked = nodes.map((_, index) => index).sort(format.collisions === "canonical"
      ? (x, y) => compareBytes(nodes[x].utf8, nodes[y].utf8)
      : (x, y) => nodes[x].rank - nodes[y].rank);
    this.#place();
  }

  /** The points of a node of this weight, those in shadow too. */
  static replicasOf(weight, format) {
    return Math.max(1, Math.round(format.replicas * weight));
  }

  add(name, weight) {
    const rank = this.nodes.reduce((most, node) => Math.max(most, node.rank), -1) + 1;
    return new HashRing([...this.nodes, HashRing.#placed({ name, weight, rank }, this.format)], this.format);
  }

  remove(name) {
    return new HashRing(this.nodes.filter(node => node.name !== name), this.format);
  }

  reweight(name, weight) {
    return new HashRing(
      this.nodes.map(node => node.name === name ? HashRing.#placed({ name, weight, rank: node.rank }, this.format) : node), this.format);
  }

  /** Index of the first point strictly above a position, which wraps to the first; -1 on an empty ring. */
  pointAbove(position) {
    let low = 0, high = this.positions.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.positions[middle] > position) high = middle; else low = middle + 1;
    }
    return low < this.positions.length ? low : this.positions.length === 0 ? -1 : 0;
  }

  /** Name of the node that owns a position, or null. */
  ownerAt(position) {
    const point = this.pointAbove(position);
    return point < 0 ? null : this.nodes[this.owners[point]].name;
  }

  /** Name of the node that owns a key, or null. */
  owner(key) {
    return this.ownerAt(md5Position(utf8Of(key)));
  }

  /** The run of positions that a point owns. */
  arc(point) {
    const last = this.positions.length - 1;
    const start = this.positions[point === 0 ? last : point - 1];
    return { start, length: this.positions[point] - start + (point === 0 ? HashRing.circle : 0) };
  }

  /** Positions and points that each node owns, by name. */
  owned() {
    const lengths = new Float64Array(this.nodes.length), points = new Int32Array(this.nodes.length);
    this.owners.forEach((owner, point) => {
      lengths[owner] += this.arc(point).length;
      points[owner]++;
    });
    return new Map(this.nodes.map((node, index) => [node.name, { length: lengths[index], points: points[index] }]));
  }

  /** Number of positions whose owner is another on the other ring. */
  movedTo(other) {
    let moved = 0, mine = 0, its = 0;
    for (let start = 0; start < HashRing.circle;) {
      while (this.positions[mine] <= start) mine++;
      while (other.positions[its] <= start) its++;
      const end = Math.min(this.positions[mine] ?? HashRing.circle, other.positions[its] ?? HashRing.circle);
      if (this.nodes[this.owners[mine] ?? this.owners[0]]?.name !== other.nodes[other.owners[its] ?? other.owners[0]]?.name) moved += end - start;
      start = end;
    }
    return moved;
  }

  static #placed(node, format) {
    const utf8 = utf8Of(node.name);
    const stem = format.labels === "python-bytes" ? utf8Of(pythonBytes(utf8)) : utf8;
    const positions = new Uint32Array(HashRing.replicasOf(node.weight, format));
    const label = new Uint8Array(stem.length + 12);
    label.set(stem);
    label[stem.length] = 0x2d;
    for (let replica = 0; replica < positions.length; replica++) {
      const digits = String(replica);
      for (let i = 0; i < digits.length; i++) label[stem.length + 1 + i] = digits.charCodeAt(i);
      positions[replica] = md5Position(label, stem.length + 1 + digits.length);
    }
    return { ...node, utf8, positions };
  }

  // A number holds 53 bits: the position above, the precedence below, so that one sort does both.
  #place() {
    const ranks = 2 ** 21;
    const keys = new Float64Array(this.nodes.reduce((sum, node) => sum + node.positions.length, 0));
    let next = 0;
    this.#ranked.forEach((index, rank) => {
      for (const position of this.nodes[index].positions) keys[next++] = position * ranks + rank;
    });
    keys.sort();
    const positions = new Uint32Array(keys.length), owners = new Int32Array(keys.length);
    let count = 0;
    for (const key of keys) {
      const position = Math.floor(key / ranks);
      if (count > 0 && positions[count - 1] === position) count--;
      positions[count] = position;
      owners[count++] = this.#ranked[key % ranks];
    }
    this.positions = positions.subarray(0, count);
    this.owners = owners.subarray(0, count);
  }
}

HashRing.circle = 2 ** 32;

/** UTF-8 without replacement characters: a lone surrogate is an error. */
function utf8Of(text) {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("The text has a lone surrogate, which UTF-8 cannot hold.");
  return new TextEncoder().encode(text);
}

/** Python's repr of a bytes object. */
function pythonBytes(bytes) {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  const escapes = { 0x5c: "\\\\", 0x09: "\\t", 0x0a: "\\n", 0x0d: "\\r", [quote.charCodeAt(0)]: "\\" + quote };
  const shown = Array.from(bytes, byte => escapes[byte]
    ?? (byte < 0x20 || byte >= 0x7f ? "\\x" + byte.toString(16).padStart(2, "0") : String.fromCharCode(byte)));
  return "b" + quote + shown.join("") + quote;
}

function compareBytes(x, y) {
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i] - y[i];
  return x.length - y.length;
}
