"""Golden vectors of the compatibility profiles, made with the originals.

    /usr/bin/python3 generate_profiles.py [OUTDIR]

needs Debian's python3-tooz, python3-uhashring, python3-xxhash and libmemcached11. OUTDIR defaults to the folder of this script; profiles.json is
the same bytes on every run. Every owner in it is the original's own answer; nothing is re-implemented here but the choice of inputs.
"""
import ctypes
import hashlib
import json
import os
import platform
import random
import struct
import subprocess
import sys

import xxhash

from tooz.hashring import HashRing as ToozRing
from uhashring import HashRing as UhashringRing

LIBMEMCACHED = ctypes.CDLL("libmemcached.so.11")
BEHAVIOR_HASH, BEHAVIOR_KETAMA_WEIGHTED, HASH_MD5 = 2, 16, 1  # numbers of memcached.h
LIBMEMCACHED.memcached_create.restype = ctypes.c_void_p
LIBMEMCACHED.memcached_behavior_set.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_uint64]
LIBMEMCACHED.memcached_behavior_get.argtypes = [ctypes.c_void_p, ctypes.c_int]
LIBMEMCACHED.memcached_behavior_get.restype = ctypes.c_uint64
LIBMEMCACHED.memcached_server_add_with_weight.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint16, ctypes.c_uint32]
LIBMEMCACHED.memcached_generate_hash.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
LIBMEMCACHED.memcached_generate_hash.restype = ctypes.c_uint32
LIBMEMCACHED.memcached_free.argtypes = [ctypes.c_void_p]

WORDS = ["", "a", "A", "b", " ", "é", "e\u0301", "漢字", "\U0001f600", "\ufeff", "node-0", "it's", "q\"q", "\t", "\n", "%s",
         "x" * 55, "y" * 56, "z" * 64, "w" * 119, "v" * 1000, "é" * 40, "c0ffee00-0000-4000-8000-0123456789ab"]
KEYS = [*WORDS, *(f"res-{i}" for i in range(177))]


def checksum(rule, points, position):
    """A ring's checksum, from docs/state.md."""
    utf8 = sorted({n.encode() for _, n in points})
    out = struct.pack("<I", len(utf8)) + b"".join(struct.pack("<I", len(n)) + n for n in utf8)
    if len(utf8) > 1:
        edges = [here for here, behind in zip(points, points[1:] + points[:1]) if here[1] != behind[1]]
        place = {n: i for i, n in enumerate(utf8)}
        out += struct.pack("<BI", rule, len(edges))
        out += b"".join(position(p) + struct.pack("<I", place[n.encode()]) for p, n in edges)
    return "%016x" % xxhash.xxh64_intdigest(out)


class Tooz:
    def __init__(self, nodes, replicas):
        self.ring = ToozRing([], partitions=replicas)
        for name, weight in nodes:  # one by one: a set has no order of its own
            self.ring.add_node(name, weight)
        self.points = sorted(self.ring._ring.items())

    def owner(self, key):
        found = self.ring.get_nodes(key.encode())
        return next(iter(found), None)

    def lines(self):
        return (f"{p:032x} {n}" for p, n in self.points)

    def checksum(self):
        return checksum(65, self.points, lambda p: p.to_bytes(16, "little"))


class Uhashring:
    def __init__(self, nodes, replicas):
        self.ring = UhashringRing(dict(nodes), hash_fn="ketama", vnodes=replicas)
        self.points = self.ring.get_points()

    def owner(self, key):
        return self.ring.get_node(key)

    def lines(self):
        return (f"{p} {n}" for p, n in sorted(self.ring.ring.items()))

    def checksum(self):
        return checksum(67, sorted(self.ring.ring.items()), lambda p: struct.pack("<I", p))


class Libmemcached:
    def __init__(self, nodes, replicas):
        assert replicas == 40
        self.names = [name for name, _ in nodes]
        self.memc = LIBMEMCACHED.memcached_create(None)
        assert LIBMEMCACHED.memcached_behavior_set(self.memc, BEHAVIOR_KETAMA_WEIGHTED, 1) == 0
        assert LIBMEMCACHED.memcached_behavior_get(self.memc, BEHAVIOR_KETAMA_WEIGHTED) == 1
        assert LIBMEMCACHED.memcached_behavior_get(self.memc, BEHAVIOR_HASH) == HASH_MD5
        for name, weight in nodes:
            assert LIBMEMCACHED.memcached_server_add_with_weight(self.memc, name.encode(), 11211, weight) == 0

    def owner(self, key):
        utf8 = key.encode()
        return self.names[LIBMEMCACHED.memcached_generate_hash(self.memc, utf8, len(utf8))]

    def lines(self):
        return None

    def __del__(self):
        LIBMEMCACHED.memcached_free(self.memc)


def case(kind, nodes, replicas, extra=(), keys=None):
    nodes = [n if isinstance(n, tuple) else (n, 1) for n in nodes]
    ring = {"tooz": Tooz, "uhashring-ketama": Uhashring, "ketama": Libmemcached}[kind](nodes, replicas)
    index = {name: i for i, (name, _) in enumerate(nodes)} | {None: -1}
    keys = KEYS if keys is None else keys
    result = {"profile": kind, "replicas": replicas, "nodes": [{"name": n, "weight": w} for n, w in nodes],
              "owners": [index[ring.owner(k)] for k in keys], "keys": len(keys),
              "extra": [{"key": k, "owner": index[ring.owner(k)]} for k in dict.fromkeys(extra)]}
    lines = ring.lines()
    if lines is not None:
        at = {f"{n}": i for n, i in index.items()}
        rows = [line.split(" ", 1) for line in lines]
        result["points"] = len(rows)
        result["checksum"] = ring.checksum()
        result["sha256"] = hashlib.sha256("".join(f"{p} {at[n]}\n" for p, n in rows).encode()).hexdigest()
    if kind == "tooz" and nodes:
        result["lists"] = list(lists(ring.ring, [n for n, _ in nodes], index))
    return result


def lists(ring, names, index):
    """get_nodes with some nodes ignored and some replicas, as sorted indexes: the original answers with a set."""
    draw = random.Random(len(names))
    for key in KEYS[::9]:
        ignored = draw.sample(names, draw.randint(0, len(names)))
        replicas = draw.randint(0, len(names) + 1)
        yield {"key": key, "ignored": [index[n] for n in ignored], "replicas": replicas,
               "nodes": sorted(index[n] for n in ring.get_nodes(key.encode(), ignore_nodes=ignored, replicas=replicas))}


def tooz_labels(name, count):
    """Keys that lie exactly on the points of a node."""
    return [name * (r + 2) for r in range(count)]


def close_keys():
    """A large ring of tooz, and keys whose first 32 bits are those of a point: found by search."""
    nodes = [(f"node-{i}", 20) for i in range(200)]
    points = Tooz(nodes, 32).points
    tops = [p >> 96 for p, _ in points]
    taken = set(tops)
    keys = [k for k in (f"k{i}" for i in range(1_500_000)) if int.from_bytes(hashlib.md5(k.encode()).digest()[:4], "big") in taken]
    for a, b in zip(range(len(tops)), range(1, len(tops))):
        if tops[a] == tops[b]:  # two points alike to 32 bits: the keys on them
            keys += [k for p, n in points[a:b + 1] for k in tooz_labels(n, 640) if int(hashlib.md5(k.encode()).hexdigest(), 16) == p]
    assert len(keys) > 40
    return nodes, keys


def cases():
    sizes = [1, 2, 3, 5, 8, 13, 27, 50]
    odd = [w for w in WORDS if w and len(w) < 200]
    for replicas in (1, 5, 32):
        for n in sizes:
            yield case("tooz", [f"agent-{i}" for i in range(n)], replicas, tooz_labels("agent-0", replicas))
    yield case("tooz", [], 32)
    yield case("tooz", WORDS, 32)
    yield case("tooz", [(w, 1 + i % 5) for i, w in enumerate(odd)], 3)
    yield case("tooz", ["a", "aa"], 32, tooz_labels("a", 70))  # many labels alike: the one added last has them
    yield case("tooz", ["aa", "a"], 32, tooz_labels("a", 70))
    yield case("tooz", ["aaa", "a", "aa", "aaaa"], 16, tooz_labels("a", 70))
    yield case("tooz", [("a", 3), ("aa", 1), ("", 2)], 8, tooz_labels("a", 30))
    for seed in range(12):
        draw = random.Random(seed)
        yield case("tooz", [(f"host{draw.randrange(10 ** 6)}", draw.randint(1, 9)) for _ in range(draw.randint(1, 12))],
                   draw.choice([1, 4, 32, 100]))
    nodes, keys = close_keys()
    yield case("tooz", nodes, 32, keys)

    for n in sizes:
        names = [f"cache-{i}" for i in range(n)]
        hits = [f"{name}-{r}" for name in names[:5] for r in range(40)]
        for replicas in (1, 10, 40):
            yield case("uhashring-ketama", names, replicas, hits)
    yield case("uhashring-ketama", [], 40)
    yield case("uhashring-ketama", WORDS, 40)
    yield case("uhashring-ketama", [("a", 1), ("b", 1000)], 40)  # a is left without a point
    for seed in range(14):
        draw = random.Random(seed)
        nodes = [(f"host{draw.randrange(10 ** 6)}", draw.randint(1, 40)) for _ in range(draw.randint(2, 12))]
        yield case("uhashring-ketama", nodes, draw.choice([4, 40, 160]), [f"{n}-{r}" for n, _ in nodes for r in range(9)])

    names = [w for w in odd if w.strip() and not w.startswith("/")]
    for n in (1, 2, 3, 5, 7, 10, 13, 27, 41, 47, 49, 50, 61, 83, 97, 98, 100):
        nodes = [f"cache-{i}" for i in range(n)]
        yield case("ketama", nodes, 40, [f"{name}-{r}" for name in nodes[:5] for r in range(40)])
    yield case("ketama", names, 40, [f"{name}-{r}" for name in names for r in range(5)])
    for seed in range(24):
        draw = random.Random(seed)
        nodes = [(f"host{draw.randrange(10 ** 6)}", draw.randint(1, draw.choice([3, 40, 10 ** 6]))) for _ in range(draw.randint(2, 30))]
        yield case("ketama", nodes, 40, [f"{n}-{r}" for n, _ in nodes for r in range(9)])


def package(name):
    return subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}", name], capture_output=True, text=True).stdout


def main():
    outdir = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    origin = {
        "originals": "tooz: tooz.hashring.HashRing, nodes added one by one; uhashring-ketama: uhashring.HashRing(hash_fn='ketama'); "
                     "ketama: libmemcached with KETAMA_WEIGHTED, every node on port 11211, so that labels have its name alone",
        "packages": [package(p) for p in ("python3-tooz", "python3-uhashring", "libmemcached11")],
        "python": platform.python_implementation() + " " + platform.python_version(),
        "command": "python3 generate_profiles.py",
        "about": {"owners": "index of the node of each of keys, -1 for none", "extra": "more keys of this ring",
                  "sha256": "of the lines 'position owner\\n' of the points, decimal, or 32 hexadecimal digits for tooz",
                  "lists": "get_nodes(key, ignored, replicas), a set, as ascending indexes"}}
    lines = [json.dumps(c, separators=(",", ":")) for c in cases()]
    with open(os.path.join(outdir, "profiles.json"), "w", encoding="ascii") as out:
        out.write('{\n"origin": ' + json.dumps(origin) + ',\n"keys": ' + json.dumps(KEYS) + ',\n"cases": [\n' + ",\n".join(lines) + "\n]\n}\n")
    print(len(lines), "rings")


if __name__ == "__main__":
    main()
