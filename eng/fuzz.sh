#!/usr/bin/env bash
# Fuzzes one target with afl++, led by the coverage of the project's own assemblies: eng/fuzz.sh TARGET MINUTES [DIR].
# DIR (default: a temporary one) keeps afl's queue and what it found, crashes and hangs; exit code 1 where it found something.
# A finding is replayed by: dotnet run -c Release --project tests/Fuzz -- TARGET FILE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

target=${1:?TARGET is missing: eng/fuzz.sh TARGET MINUTES [DIR]}
minutes=${2:?MINUTES is missing: eng/fuzz.sh TARGET MINUTES [DIR]}
out=${3:-$(mktemp -d)}

if ! command -v afl-fuzz >/dev/null; then
    if ! command -v apt-get >/dev/null; then
        echo "This needs afl-fuzz (afl++ 4 or later)." >&2
        exit 2
    fi
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends afl++ >/dev/null
fi

# The program is copied before it is instrumented, so that no build output is changed.
program=$(mktemp -d)
trap 'rm -rf "$program"' EXIT
dotnet tool restore >/dev/null
dotnet build tests/Fuzz -c Release --nologo -v quiet
cp -r tests/Fuzz/bin/Release/net10.0/. "$program"
for assembly in RingPerf.Ring RingPerf.Coordinator RingPerf.Coordinator.Redis RingPerf.Coordinator.Etcd RingPerf.Coordinator.InMemory ringperf; do
    DOTNET_ROLL_FORWARD=Major dotnet sharpfuzz "$program/$assembly.dll"
done

export AFL_SKIP_BIN_CHECK=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1
export DOTNET_ReadyToRun=0 DOTNET_TieredPGO=0
afl-fuzz -i "tests/Fuzz/corpus/$target" -o "$out" -t 10000 -m none -V "$((minutes * 60))" -- \
    dotnet "$program/RingPerf.Fuzz.dll" "$target"

grep -E '^(run_time|execs_done|execs_per_sec|corpus_count|saved_crashes|saved_hangs|stability)' "$out/default/fuzzer_stats"
echo "Queue and findings: $out/default"
grep -qE '^saved_crashes +: 0$' "$out/default/fuzzer_stats" && grep -qE '^saved_hangs +: 0$' "$out/default/fuzzer_stats"
