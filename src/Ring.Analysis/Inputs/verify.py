"""Builds aodh's own HashRing and prints its points and the owner of each key.

Input on stdin, binary: one JSON line {"labels", "replicas", "nodes"}, then the keys, each as
a decimal byte count, LF, the bytes. Output: a JSON line {"original", "points": [[position, node], ...]},
then the owner's place among the distinct nodes for each key, a line each.
"""
import json
import sys

from importlib import metadata

try:
    from aodh.coordination import HashRing
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)

source = sys.stdin.buffer
request = json.loads(source.readline())
names = request["nodes"]
nodes = [name.encode("utf-8") for name in names] if request["labels"] == "python-bytes" else names
places = {node: place for place, node in enumerate(dict.fromkeys(nodes))}
ring = HashRing(nodes, replicas=request["replicas"])
points = sorted((position, places[node]) for position, node in ring._ring.items())
original = "aodh %s on Python %s" % (metadata.version("aodh"), sys.version.split()[0])
print(json.dumps({"original": original, "points": points}))
out = sys.stdout
while True:
    header = source.readline()
    if not header:
        break
    key = source.read(int(header)).decode("utf-8")
    print(places[ring.get_node(key)], file=out)
