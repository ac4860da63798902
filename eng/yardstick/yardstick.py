"""Compiles and runs the C yardstick, and writes yardstick.json and .csv into DIR, results/<cpu>/ unless given."""
import argparse
import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import machine

STEPS = 61
GROUPS = 4
ROTATIONS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
TRUTH_TABLES = ["0xCA", "0xE4", "0x96", "0x39"]
SIZES = [(100, 100), (1000, 100), (1000, 1000), (10000, 1000)]
COMPILER = ["gcc", "-O3", "-march=native", "-mprefer-vector-width=512"]


def word(step):
    turn, index = divmod(step, 16)
    return [index, (5 * index + 1) % 16, (3 * index + 5) % 16, (7 * index) % 16][turn]


def constant(step):
    return "0x%08xu" % (int(abs(math.sin(step + 1)) * 2 ** 32) & 0xFFFFFFFF)


def steps():
    """Number, round, rotation and the four words in the order of each step."""
    words = list("abcd")
    for step in range(STEPS):
        yield step, step // 16, ROTATIONS[step // 16][step % 4], words
        words = [words[3], *words[:3]]


def scalar():
    lines = []
    for step, turn, rotation, (a, b, c, d) in steps():
        if turn == 1:
            sums = f"{a} += {constant(step)} + w[{word(step)}] + ({c} & ~{d}); {a} += {b} & {d};"
        else:
            mix = {0: f"{d} ^ ({b} & ({c} ^ {d}))", 2: f"({c} ^ {d}) ^ {b}", 3: f"{c} ^ ({b} | ~{d})"}[turn]
            sums = f"{a} += {constant(step)} + w[{word(step)}]; {a} += {mix};"
        lines.append(f"{sums} {a} = ROL({a}, {rotation}) + {b};")
    return "\n".join(lines)


def lanes():
    lines = []
    for step, turn, rotation, words in steps():
        lines.append(f"k = _mm512_set1_epi32((int){constant(step)});")
        for group in range(GROUPS):
            a, b, c, d = (name + str(group) for name in words)
            lines.append(
                f"{a} = AD({a}, AD(w{group}[{word(step)}], k)); "
                f"{a} = AD({a}, _mm512_ternarylogic_epi32({b}, {c}, {d}, {TRUTH_TABLES[turn]})); "
                f"{a} = AD(_mm512_rol_epi32({a}, {rotation}), {b});")
    return "\n".join(lines)


def start():
    return " ".join(f"V a{group} = A0, b{group} = B0, c{group} = C0, d{group} = D0;" for group in range(GROUPS))


def measure(folder):
    source = (HERE / "yardstick.in.c").read_text()
    for field, text in (("@SCALAR@", scalar()), ("@INIT@", start()), ("@LANES@", lanes())):
        source = source.replace(field, text)
    program = pathlib.Path(folder) / "yardstick"
    (program.parent / "yardstick.c").write_text(source)
    subprocess.run([*COMPILER, "-o", str(program), str(program) + ".c"], check=True)
    rows = []
    for nodes, replicas in SIZES:
        run = subprocess.run([str(program), str(nodes), str(replicas)], check=True, stdout=subprocess.PIPE, text=True)
        for line in run.stdout.splitlines():
            name, nanoseconds = line.split()[:2]
            rows.append({"name": name, "nodes": nodes, "replicas": replicas, "bestNs": float(nanoseconds)})
            print("%-18s %6d x %-5d %8.2f ns a key" % (name, nodes, replicas, float(nanoseconds)))
    return rows


def main():
    parser = argparse.ArgumentParser(description="Times a C program that does the ring's work with AVX-512.")
    parser.add_argument("dir", metavar="DIR", nargs="?", type=pathlib.Path, default=machine.results_folder())
    arguments = parser.parse_args()
    if "avx512bw" not in pathlib.Path("/proc/cpuinfo").read_text():
        print("error: this CPU has no AVX-512 (avx512bw in /proc/cpuinfo), which the yardstick is written with.", file=sys.stderr)
        return 1
    version = subprocess.run(["gcc", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[0]
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(folder)
    document = {
        "generator": "eng/yardstick/yardstick.py",
        "utc": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "compiler": version,
        "flags": " ".join(COMPILER[1:]),
        "cpu": machine.cpu_numbers()[0],
        "key": "36-byte text",
        "rows": rows,
    }
    arguments.dir.mkdir(parents=True, exist_ok=True)
    (arguments.dir / "yardstick.json").write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    with open(arguments.dir / "yardstick.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, ["name", "nodes", "replicas", "bestNs"], lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
