"""Times aodh.coordination.HashRing as it is installed: build, get_node, and the share of a million items.

Node names, key form and the items of the share are those of src/Ring.Benchmarks: node-0, node-1, ..., and UUIDs as 36-byte text.
"""
import argparse
import csv
import gc
import hashlib
import json
import pathlib
import platform
import random
import statistics
import sys
import time
import types
import uuid

from importlib import metadata

from aodh.coordination import HashRing, PartitionCoordinator

import machine

SEED = 20140801
RUNS = 9
LOOKUPS = 20000
ITEMS = 1000000
MEMBERS = 10
REPLICAS = 100
SIZES = (100, 1000)


def node_names(count):
    return ["node-%d" % number for number in range(count)]


def uuid_keys(count):
    source = random.Random(SEED)
    return [str(uuid.UUID(int=source.getrandbits(128), version=4)) for _ in range(count)]


def time_runs(action, operations, runs):
    """Nanoseconds an operation of each run, after one run that is not counted."""
    action()
    samples = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter_ns()
        action()
        samples.append((time.perf_counter_ns() - start) / operations)
    return samples


def row(name, nodes, operations, samples):
    return {
        "name": name,
        "nodes": nodes,
        "replicas": REPLICAS,
        "operations": operations,
        "runs": len(samples),
        "medianNs": round(statistics.median(samples), 1),
        "minNs": round(min(samples), 1),
        "maxNs": round(max(samples), 1),
    }


def look_up(ring, keys):
    for key in keys:
        ring.get_node(key)


def share_items(count):
    """The items of src/Ring.Benchmarks/Inputs/ShareItems.cs."""
    return [str(uuid.UUID(bytes=hashlib.md5(b"item-%d" % number).digest(), version=4)) for number in range(count)]


class StableGroup:
    """What a coordinator of tooz answers while its group stays the same."""
    is_started = True

    def __init__(self, members):
        self.members = set(members)

    def get_members(self, group_id):
        return types.SimpleNamespace(get=lambda: self.members)

    def join_group(self, group_id):
        return types.SimpleNamespace(get=lambda: None)


def member_of(members):
    """The first member's PartitionCoordinator, in a group of all of them."""
    conf = types.SimpleNamespace(coordination=types.SimpleNamespace(
        backend_url="stable://", retry_backoff=1, max_retry_interval=30))
    coordinator = PartitionCoordinator(conf, members[0])
    coordinator._coordinator = StableGroup(members)
    return coordinator


def measure(runs, items):
    rows = []
    for nodes in SIZES:
        names = node_names(nodes)
        rows.append(row("build", nodes, 1, time_runs(lambda: HashRing(names, REPLICAS), 1, runs)))
    keys = uuid_keys(LOOKUPS)
    for nodes in SIZES:
        ring = HashRing(node_names(nodes), REPLICAS)
        samples = time_runs(lambda: look_up(ring, keys), LOOKUPS, runs)
        rows.append(row("get_node", nodes, LOOKUPS, samples))
    universal = share_items(items)
    coordinator = member_of([name.encode() for name in node_names(MEMBERS)])
    samples = time_runs(lambda: coordinator.extract_my_subset("share", universal), 1, max(3, runs // 3))
    share = len(coordinator.extract_my_subset("share", universal))
    rows.append(dict(row("extract_my_subset", MEMBERS, 1, samples), items=items, share=share))
    return rows


def write(folder, document):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "python-original.json").write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    columns = ["name", "nodes", "replicas", "items", "share", "operations", "runs", "medianNs", "minNs", "maxNs"]
    with open(folder / "python-original.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(document["rows"])


def main():
    parser = argparse.ArgumentParser(description="Times the Python original of the ring.")
    parser.add_argument("dir", metavar="DIR", nargs="?", type=pathlib.Path, default=machine.results_folder())
    parser.add_argument("--runs", type=int, default=RUNS, help="counted runs of each row [%(default)s]")
    parser.add_argument("--items", type=int, default=ITEMS, help="items of the share [%(default)s]")
    arguments = parser.parse_args()
    if arguments.runs < 1 or arguments.items < 1:
        parser.error("--runs and --items must be at least 1")
    document = {
        "generator": "eng/bench_python.py",
        "utc": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "original": "aodh %s" % metadata.version("aodh"),
        "python": "%s %s" % (platform.python_implementation(), platform.python_version()),
        "cpu": machine.cpu_numbers()[0],
        "key": "36-byte UUID text",
        "rows": measure(arguments.runs, arguments.items),
    }
    write(arguments.dir, document)
    for entry in document["rows"]:
        print("%-18s %5d x %d: median %.1f ns, %.1f to %.1f" % (
            entry["name"], entry["nodes"], REPLICAS, entry["medianNs"], entry["minNs"], entry["maxNs"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
