"""Golden vectors for the hash ring, made with the original: aodh.coordination.HashRing.

Run with the Python that has Debian's python3-aodh (and python3-xxhash for hashes.json):

    /usr/bin/python3 generate_vectors.py [OUTDIR]

OUTDIR defaults to the folder of this script. The output is ASCII JSON, the same bytes on every
run. Every ring, position and owner in it comes from the original class; nothing is re-implemented
here but the choice of inputs.

rings.json      rings and the owners of keys
positions.json  key text -> position
labels.json     node name -> label text when the node is a Python bytes, and its position
hashes.json     key text -> position under other hashes (xxhash, zlib)
"""
import bisect
import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import zlib

from aodh.coordination import HashRing

try:
    import xxhash
except ImportError:
    xxhash = None

position = HashRing._hash  # of str(x)

# Long keys are made by rule: character i is ALPHABET[i % 61]. 61 is prime, so that no two
# 4-byte words or 64-byte blocks of a key are alike and a mix-up of either shows.
ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY"


def by_length(n):
    return (ALPHABET * (n // len(ALPHABET) + 1))[:n]


# ---------------------------------------------------------------- writing


def package(name):
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}", name],
                          capture_output=True, text=True)
    return done.stdout or name + " (not a Debian package)"


def write(outdir, name, about, packages=("python3-aodh",), **sections):
    """One JSON object; each section is an array with one item a line."""
    origin = {
        "original": "aodh.coordination.HashRing, aodh " + importlib.metadata.version("aodh"),
        "packages": [package(p) for p in packages],
        "python": platform.python_implementation() + " " + platform.python_version(),
        "command": "python3 generate_vectors.py",
        "about": about,
    }
    parts = ['"origin":' + json.dumps(origin, indent=1)]
    for key, items in sections.items():
        lines = ",\n".join(json.dumps(i, separators=(",", ":")) for i in items)
        parts.append(f'"{key}":[\n{lines}\n]')
    with open(os.path.join(outdir, name), "w", encoding="ascii", newline="\n") as f:
        f.write("{\n" + ",\n".join(parts) + "\n}\n")


# ---------------------------------------------------------------- texts

TEXTS = [  # asked of every ring
    "", "a", "A", "\u00e9", "e\u0301", "\U0001f600", "\ufeffa", "\u6f22\u5b57", "\u05e9\u05dc\u05d5\u05dd",
    "\0", "tab\tline\n\\", "b'x'", "-5",
]
MORE_TEXTS = TEXTS + [
    "abc-0", "b'abc'-0", " a", "a ", "a\0", "\0a", "\r\n", "it's", 'q"q', "both'\"", "\ufeff", "a\ufeff",
    "x", "1", "01", "1.0", "True", "None", "1000000000000000000000000000000", "\u22125",
    "c0ffee00-0000-4000-8000-0123456789ab", "C0FFEE00-0000-4000-8000-0123456789AB",
    "\x7f", "\x80", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\ufffd", "\ufffe", "\uffff",
    "\U00010000", "\U0010ffff",  # edges of the UTF-8 lengths
    "\u00c5", "\u212b", "A\u030a", "\u00df", "ss", "\u0130", "\u0131", "i", "I", "\ufb01", "fi",
    "a\u00ad", "a\u200b", "a\u200d", "\u200fabc", "\u202eabc", "\u2028", "\u0085", "\u00a0",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "a\U0001f600b", "\u00e9\u20ac\U0001f600",
]

# ---------------------------------------------------------------- rings

# res-0, res-1 ... by position, to find the keys nearest to a point.
NEAR = sorted((position(f"res-{i}"), f"res-{i}") for i in range(200_000))
NEAR_AT = [p for p, _ in NEAR]


def case(name, labels, replicas, nodes, extra=(), texts=TEXTS, owners=False):
    """One ring, asked for texts, extra keys and keys about some points. owners: list those of res-0..res-1999."""
    given = nodes if labels == "plain" else [n.encode() for n in nodes]
    ring = HashRing(given, replicas)
    index = {n: i for i, n in enumerate(dict.fromkeys(given))}  # node -> place among distinct nodes
    points = [(p, index[ring._ring[p]]) for p in sorted(ring._ring)]
    label_at = {position(f"{n}-{r}"): f"{n}-{r}" for n in given for r in range(replicas)}

    keys = [*texts, *extra]
    if points:
        # The first, a middle and the last point: a key exactly on it (its label), the nearest below and above.
        for p, _ in (points[0], points[len(points) // 2], points[-1]):
            below, above = bisect.bisect_left(NEAR_AT, p) - 1, bisect.bisect(NEAR_AT, p) % len(NEAR)
            keys += [label_at[p], NEAR[below][1], NEAR[above][1]]
    if len(points) > 50_000:  # dense enough to find keys one below, on and one above a point
        keys += [k for p, k in NEAR if not ring._ring.keys().isdisjoint((p - 1, p, p + 1))]

    def owner(key):
        return index.get(ring.get_node(key))  # None for an empty ring

    result = {"name": name, "labels": labels, "replicas": replicas, "nodes": nodes, "points": len(points),
              "sha256": hashlib.sha256("".join(f"{p} {o}\n" for p, o in points).encode()).hexdigest()}
    if len(points) <= 400:
        result["positions"] = [p for p, _ in points]
        result["owners"] = [o for _, o in points]
    result["keys"] = [{"key": k, "node": owner(k)} for k in dict.fromkeys(keys)]
    if points:
        found = [owner(f"res-{i}") for i in range(10_000)]
        result["bulk"] = {"prefix": "res-", "count": len(found), "per_node": [found.count(i) for i in index.values()],
                          "sha256": hashlib.sha256("".join(f"{o}\n" for o in found).encode()).hexdigest()}
        if owners:
            result["bulk"]["owners"] = found[:2000]
    return result


# Pairs of names with one position in common: label format, name (vnode), name (vnode), keys known to change hands
# with the order of the two.
COLLISIONS = [
    ("plain", "agent-68", 58, "agent-102", 11, [21, 169, 180]),
    ("plain", "node989", 65, "node994", 73, [267, 349]),
    ("plain", "73", 52, "134", 49, [4, 696]),
    ("plain", "agent_342", 52, "agent_442", 72, []),
    ("plain", "worker-262", 13, "worker-1094", 41, []),
    ("plain", "node-71", 89, "node-407", 48, []),
    ("plain", "node-546", 28, "node-699", 28, []),
    ("plain", "node-309", 78, "node-709", 78, []),
    ("plain", "member-152", 18, "member-1140", 86, []),
    ("plain", "aodh-evaluator-104", 85, "aodh-evaluator-693", 56, []),
    ("python-bytes", "node194", 13, "node204", 77, [52, 339, 431, 572, 672, 823, 931]),
    ("python-bytes", "agent-1211", 76, "agent-1228", 61, [331, 534, 1082]),
    ("python-bytes", "44", 27, "666", 27, [374, 976]),
    ("python-bytes", "agent_167", 98, "agent_895", 1, []),
    ("python-bytes", "worker-308", 90, "worker-1581", 90, []),
    ("python-bytes", "node-665", 57, "node-980", 28, []),
    ("python-bytes", "node-111", 55, "node-986", 28, []),
]

ODD_NAMES = {
    "unicode": ["\u00e9", "e\u0301", "\U0001f600", "\u6f22\u5b57", "\u05e9\u05dc\u05d5\u05dd", "\ufeff", "\ufeffa", "a",
                "\u202ea", "\U0010ffff"],
    "look-alikes": ["A", "a", "\u00c5", "\u212b", "A\u030a", "\u00df", "ss", "a\u00ad", "a\u200d", "\u0130"],
    "controls": ["\0", "a\0", "a\0b", "\t", "new\nline", "cr\r", "\x01\x1b", "\x7f", "\x80", "\u2028"],
    "quotes": ["it's", 'q"q', "both'\"", "'", '"', "back\\slash", "\\'", '\\"', "\\x00", "'\\\""],
    "plain-text": ["", "0", "1", "01", "-1", "1.0", "a name with spaces", " ", "a", " a"],
    "traps": ["%s", "%", "{0}", "{", "b'a'", "a-0", "a-", "-", "None", "$a"],
}


def at(node, labels):
    """The node as its label shows it."""
    return node if labels == "plain" else str(node.encode())


def collision_cases(labels, a, a_vnode, b, b_vnode, known, full):
    hit = position(f"{at(a, labels)}-{a_vnode}")
    assert hit == position(f"{at(b, labels)}-{b_vnode}"), (a, b)
    ab, ba = HashRing([at(a, labels), at(b, labels)]), HashRing([at(b, labels), at(a, labels)])
    flips = [i for i in range(20_000) if ab.get_node(f"res-{i}") != ba.get_node(f"res-{i}")]
    assert set(known) <= set(flips), (a, b, flips)
    keys = [f"res-{i}" for i in dict.fromkeys([*known, *flips[:10]])]
    keys += [f"{at(a, labels)}-{a_vnode}", f"{at(b, labels)}-{b_vnode}"]
    above = bisect.bisect(NEAR_AT, hit)
    keys += [k for _, k in NEAR[above - 2:above + 1]]  # two below the position and one above it
    what = f"collision {labels} {a}/{b} at {hit}: "
    orders = {"A B": [a, b], "B A": [b, a]}
    if full:
        orders |= {"A B A": [a, b, a], "B A B": [b, a, b]}
    orders |= {"A B among others": ["x", a, "y", b, "z"], "B A among others": ["z", b, "y", a, "x"]}
    for order, nodes in orders.items():
        yield case(what + order, labels, 100, nodes, keys, texts=())
    if full:  # one vnode fewer and there is no collision
        for replicas in (max(a_vnode, b_vnode), max(a_vnode, b_vnode) + 1):
            yield case(what + f"A B, {replicas} replicas", labels, replicas, [a, b], keys, texts=())


def ring_cases():
    for labels in ("plain", "python-bytes"):
        yield case(f"no nodes, {labels}", labels, 100, [])
        yield case(f"no replicas, {labels}", labels, 0, ["a"])
        for n in (1, 2, 3, 10):
            for replicas in (1, 37, 100, 400):
                yield case(f"{n} agents x {replicas}, {labels}", labels, replicas, [f"agent-{i + 1}" for i in range(n)],
                           [f"r{i}" for i in range(12)])
        points = sorted(HashRing([at(n, labels) for n in "abc"])._ring)
        assert [position(k) for k in ONE_OFF[labels]] == [p + d for p in (points[0], points[-1]) for d in (-1, 1)]
        yield case(f"a b c, {labels}", labels, 100, ["a", "b", "c"], ONE_OFF[labels])
        # Asked for the label of every point, each an exact hit.
        yield case(f"exact hits, {labels}", labels, 37, ["abc", "b", "c"],
                   [f"{at(n, labels)}-{r}" for n in ("abc", "b", "c") for r in range(37)], texts=())
        for name, nodes in ODD_NAMES.items():
            yield case(f"{name} x 20, {labels}", labels, 20, nodes)
            yield case(f"{name} x 100, {labels}", labels, 100, nodes)
            yield case(f"{name} x 3 reversed, {labels}", labels, 3, nodes[::-1])
        yield case(f"duplicates a a, {labels}", labels, 100, ["a", "a"])
        yield case(f"duplicates A B A, {labels}", labels, 100, ["A", "B", "A"])
        yield case(f"duplicates c a a b c b, {labels}", labels, 100, ["c", "a", "a", "b", "c", "b"])
        # Points at both ends of the circle, and keys there.
        assert [position(label) for label in ENDS[labels]] == [0, 0, 2 ** 32 - 1, 2 ** 32 - 1]
        zero, zero2, top, top2 = (label.strip("b'")[:9] for label in ENDS[labels])
        for nodes in ([zero], [top], [zero, top], [zero, zero2, top, top2], [top2, zero2, top, zero]):
            yield case(f"ends {' '.join(nodes)}, {labels}", labels, 100, nodes,
                       ENDS["plain"] + ENDS["python-bytes"], texts=())
    # A str that reads like a bytes has the labels of that bytes.
    yield case("plain names that read like bytes", "plain", 100, [f"b'agent-{i}'" for i in (1, 2, 3)])
    # One node that collides with itself.
    yield case("own collision, plain", "plain", 20_000, ["n7"])
    yield case("own collision, python-bytes", "python-bytes", 20_000, ["n39"])
    for i, (labels, *rest) in enumerate(COLLISIONS):
        yield from collision_cases(labels, *rest, full=i in (0, 10))
    thousand = [f"node-{i}" for i in range(1000)]
    for labels in ("plain", "python-bytes"):  # three and two collisions in these
        keys = [f"{at(n, labels)}-{r}" for c in COLLISIONS if c[0] == labels for n, r in ((c[1], c[2]), (c[3], c[4]))
                if n in thousand]
        yield case(f"1000 nodes x 100, {labels}", labels, 100, thousand, keys, owners=True)


# Found by search. Labels, two at position 0 and then two at 2^32 - 1:
ENDS = {"plain": ["n12542669-14", "n34942912-98", "n15670538-70", "n25359669-61"],
        "python-bytes": ["b'n15337625'-57", "b'n67310737'-42", "b'n06301926'-78", "b'n58472450'-10"]}
# Keys one below and one above the first point of the ring a, b, c, then the last point:
ONE_OFF = {"plain": ["n16225591-75", "n06549938-46", "n27290144-86", "n02956261-39"],
           "python-bytes": ["b'n61992284'-54", "b'n05360009'-27", "b'n07936882'-64", "b'n56478580'-37"]}

# ---------------------------------------------------------------- positions, labels, hashes


def lengths():
    """0..300, then the edges of MD5's padding and blocks (55 56 57 63 64 65 and so on) up to 1 MB."""
    edges = [64 * k for k in range(5, 17)] + [2 ** k for k in range(11, 21)]
    return [*range(301), *sorted(e + d for e in edges for d in (-9, -8, -7, -1, 0, 1)), 1_000_000]


def repeats():
    """prefix + count times repeat: characters of several bytes across every kind of edge."""
    counts = [1, 13, 14, 15, 16, 18, 19, 21, 22, 27, 28, 31, 32, 33, 64, 128, 255, 256, 257, 341, 342, 512,
              1024, 1025, 1365, 1366, 2048, 2049, 4096, 4097, 65537]
    for repeat in ("\u00e9", "\u20ac", "\U0001f600", "a\u00e9\u20ac\U0001f600"):
        for prefix in ("", "x", "xy", "xyz"):
            yield from ((prefix, repeat, count) for count in counts)
    yield from [("", "x", 10 ** 7), ("", "x", 10 * 2 ** 20), ("x", "\u00e9", 5 * 2 ** 20)]


def label_names():
    names = [chr(i) for i in range(256)]
    # One character for each lead byte of UTF-8: with the above, all the bytes text can have.
    names += [chr(i) for i in range(0x100, 0x800, 0x40)] + ["\u0800"]
    names += [chr(i) for i in range(0x1000, 0x10000, 0x1000)] + [chr(i) for i in range(0x10000, 0x110000, 0x10000)]
    assert {b for n in names for b in n.encode()} == set(range(256)) - {0xC0, 0xC1, *range(0xF5, 0x100)}
    names += [n for group in ODD_NAMES.values() for n in group]
    names += ["".join(map(chr, range(128))), "''", '""', "'\"", "\"'", "a'b'c", 'a"b"c', "'\"'\"", "\\\\", "\\n", "\n\\'",
              "\u00e9'", "\u00e9'\"\\\n\x7f", "agent-1", "it's-7", "q\"q-7", "x" * 200, "\u00e9" * 60]
    return dict.fromkeys(names)


def label_vector(name):
    first, last = (f"{name.encode()}-{r}" for r in (0, 99))
    return {"name": name, "label0": first, "position0": position(first), "label99": last, "position99": position(last)}


def hash_vector(text):
    data = text.encode()
    return {"md5": position(text),
            "xxhash3": xxhash.xxh3_64_intdigest(data, seed=0) >> 32,
            "xxhash64": xxhash.xxh64_intdigest(data, seed=0) >> 32,
            "xxhash32": xxhash.xxh32_intdigest(data, seed=0),
            "crc32": zlib.crc32(data)}


def main():
    outdir = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    write(outdir, "rings.json", {
        "labels": "plain: nodes are Python str; python-bytes: nodes are Python bytes, the UTF-8 of the name",
        "nodes": "in the order given to HashRing, duplicates kept",
        "node, owners, per_node": "a node's index among the distinct nodes, first seen first; node is null for None",
        "points": "number of distinct positions",
        "sha256": "of the lines 'position owner\\n' of all distinct positions in rising order, decimal",
        "positions, owners": "the same in full, for up to 400 points",
        "keys": "HashRing.get_node(key)",
        "bulk": "keys prefix + i, i = 0..count-1: how many each node owns, sha256 of the lines 'owner\\n', "
                "for some rings the owners of the first 2000",
    }, cases=ring_cases())
    write(outdir, "positions.json", {
        "texts": "position of the key", "lengths": "the key's character i is alphabet[i % 61]",
        "alphabet": ALPHABET, "repeats": "the key is prefix + count times repeat",
    }, texts=({"key": t, "position": position(t)} for t in MORE_TEXTS),
        lengths=({"length": n, "position": position(by_length(n))} for n in lengths()),
        repeats=({"prefix": p, "repeat": r, "count": c, "position": position(p + r * c)} for p, r, c in repeats()))
    write(outdir, "labels.json", {
        "labels": "labels of replica 0 and 99 of the node name.encode(), a Python bytes, and their positions",
    }, labels=map(label_vector, label_names()))
    if xxhash is None:
        sys.exit("python3-xxhash is missing: hashes.json not written")
    write(outdir, "hashes.json", {
        "md5, xxhash32, crc32": "the position: first 32 bits of MD5 (HashRing._hash), the value of xxh32 and zlib.crc32",
        "xxhash3, xxhash64": "the position: high 32 bits of the 64-bit value; all seeds 0, keys in UTF-8",
        "texts": "of the key", "lengths": "the key's character i is alphabet[i % 61]", "alphabet": ALPHABET,
    }, packages=("python3-aodh", "python3-xxhash"),
        texts=({"key": t, **hash_vector(t)} for t in [
            *TEXTS, "res-0", "abc-0", "b'abc'-0", "\u00e9\u20ac\U0001f600" * 40]),
        lengths=({"length": n, **hash_vector(by_length(n))} for n in (
            0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 31, 32, 33, 63, 64, 65, 96, 97, 127, 128, 129, 160, 239, 240, 241,
            255, 256, 257, 300, 512, 1023, 1024, 1025, 2048, 2049, 65537)))


if __name__ == "__main__":
    main()
