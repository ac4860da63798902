"""Golden states and checksums of rings, written from docs/state.md by other code than the library's.

    /usr/bin/python3 generate_states.py [OUTDIR]

needs Debian's python3-xxhash, and python3-aodh, whose own HashRing is asked for the points wherever it can build the ring.
OUTDIR defaults to the folder of this script; states.json is the same bytes on every run.
"""
import hashlib
import json
import math
import os
import platform
import struct
import sys
import zlib

import xxhash
from aodh.coordination import HashRing

HASHES = ["md5", "md5-platform", "xxhash3", "xxhash64", "xxhash32", "crc32"]
LABELS = ["plain", "python-bytes"]
SEARCHES = ["auto", "linear", "binary", "branchless", "eytzinger", "interpolation", "bucket", "line"]
COLLISIONS = ["last-wins", "canonical"]

POSITION = {
    "md5": lambda b: int.from_bytes(hashlib.md5(b).digest()[:4], "big"),
    "md5-platform": lambda b: int.from_bytes(hashlib.md5(b).digest()[:4], "big"),
    "xxhash3": lambda b: xxhash.xxh3_64_intdigest(b) >> 32,
    "xxhash64": lambda b: xxhash.xxh64_intdigest(b) >> 32,
    "xxhash32": xxhash.xxh32_intdigest,
    "crc32": zlib.crc32,
}


def build(nodes, replicas, labels, hash, collisions):
    """Distinct names, their ranks and weights, the points {position: owner} and the shadows [(position, node)]."""
    names = list(dict.fromkeys(name for name, _ in nodes))
    weights = [dict(nodes)[name] for name in names]
    order = sorted(names, key=str.encode) if collisions == "canonical" else \
        sorted(names, key=lambda name: max(i for i, (other, _) in enumerate(nodes) if other == name))
    ranks = [order.index(name) for name in names]
    at = {}
    for name in order:
        node = names.index(name)
        shown = name if labels == "plain" else str(name.encode())
        for r in range(max(1, math.floor(replicas * weights[node] + 0.5))):
            at.setdefault(POSITION[hash](f"{shown}-{r}".encode()), []).append(node)
    points = {p: at[p][-1] for p in sorted(at)}
    shadows = [(p, node) for p in sorted(at) for node in at[p][:-1]]
    if hash.startswith("md5") and set(weights) <= {1}:
        ring = HashRing([n if labels == "plain" else n.encode() for n in order], replicas)
        assert {p: names.index(n if labels == "plain" else n.decode()) for p, n in ring._ring.items()} == points
    return names, ranks, weights, points, shadows


def state(case):
    names, ranks, weights, points, shadows = build(*(case[k] for k in ("nodes", "replicas", "labels", "hash", "collisions")))
    out = b"RINGPERF" + struct.pack("<IBBBBB3xiiii", 1, 0, LABELS.index(case["labels"]), HASHES.index(case["hash"]),
                                    SEARCHES.index(case["search"]), COLLISIONS.index(case["collisions"]), case["replicas"],
                                    len(names), len(points), len(shadows))
    for name, rank, weight in zip(names, ranks, weights):
        utf8 = name.encode()
        out += struct.pack("<i", len(utf8)) + utf8 + struct.pack("<id", rank, weight)
    out += b"".join(struct.pack("<I", p) for p in points) + b"".join(struct.pack("<i", n) for n in points.values())
    out += b"".join(struct.pack("<Ii", p, n) for p, n in shadows)
    return out + struct.pack("<Q", xxhash.xxh64_intdigest(out))


def checksum(case):
    names, _, _, points, _ = build(*(case[k] for k in ("nodes", "replicas", "labels", "hash", "collisions")))
    utf8 = sorted({names[n].encode() for n in points.values()})
    out = struct.pack("<I", len(utf8)) + b"".join(struct.pack("<I", len(n)) + n for n in utf8)
    if len(utf8) > 1:
        listed = [(p, names[n].encode()) for p, n in points.items()]
        edges = [here for here, behind in zip(listed, listed[1:] + listed[:1]) if here[1] != behind[1]]
        out += struct.pack("<BI", HASHES.index(case["hash"].removesuffix("-platform")), len(edges))
        out += b"".join(struct.pack("<II", p, utf8.index(n)) for p, n in edges)
    return "%016x" % xxhash.xxh64_intdigest(out)


def cases():
    def case(nodes, replicas=100, labels="plain", hash="md5", search="auto", collisions="last-wins"):
        return {"nodes": [n if isinstance(n, tuple) else (n, 1) for n in nodes], "replicas": replicas, "labels": labels,
                "hash": hash, "search": search, "collisions": collisions}

    abc = ["a", "b", "c"]
    yield case([])
    yield case(["a"])
    yield case(["a"], hash="crc32")
    yield case([""], 1)
    for hash in HASHES:
        yield case(abc, 3, hash=hash)
        yield case(abc, hash=hash, labels="python-bytes")
    for search in SEARCHES:
        yield case(abc, 2, search=search)
    yield case(abc[::-1], 3)
    yield case(["\u00e9", "e\u0301", "\U0001f600", "\u6f22\u5b57", "\ufffd", "it's", "\0", "a-0"], 5)
    yield case(["\ufffd", "\U0001f600", "z"], 5, collisions="canonical")
    yield case([("a", 0.5), ("b", 2), ("c", 0.001), ("d", 1.25)], 10)
    yield case([("a", 1), ("b", 2), ("a", 3)], 4)
    for nodes in (["agent-68", "agent-102"], ["agent-102", "agent-68"], ["agent-68", "agent-102", "agent-68"]):
        for collisions in COLLISIONS:
            yield case(nodes, collisions=collisions)
    alike = ["\ufffdaadababaplumlessplumless", "\ufffdaadababaplumlessbuckeroo", "\ufffdaadabababuckerooplumless"]
    for nodes in (alike, alike[::-1], [alike[1], *alike], [*alike, "other"]):
        yield case(nodes, 2, hash="crc32")
        yield case([(n, i + 1) for i, n in enumerate(nodes)], 3, hash="crc32", collisions="canonical")
    yield case([f"node-{i}" for i in range(1000)])
    yield case([(f"node-{i}", 1 + i % 7 / 4) for i in range(300)], labels="python-bytes")


def main():
    outdir = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    lines = []
    for case in cases():
        whole = state(case)
        result = {**case, "nodes": [{"name": n, "weight": w} for n, w in case["nodes"]], "checksum": checksum(case),
                  "sha256": hashlib.sha256(whole).hexdigest()}
        if len(whole) < 2000:
            result["state"] = whole.hex()
        lines.append(json.dumps(result))
    origin = {"original": "docs/state.md, read by this script; xxhash " + xxhash.VERSION,
              "python": platform.python_implementation() + " " + platform.python_version(),
              "command": "python3 generate_states.py",
              "about": "nodes in the order given; state in hexadecimal where it is short, and the SHA-256 of it"}
    with open(os.path.join(outdir, "states.json"), "w", encoding="ascii") as out:
        out.write('{\n"origin": ' + json.dumps(origin) + ',\n"cases": [\n' + ",\n".join(lines) + "\n]\n}\n")


if __name__ == "__main__":
    main()
