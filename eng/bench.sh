#!/usr/bin/env bash
# Measures this machine: every suite, results in results/<cpu>/, which is where every number in this repository comes from.
# Arguments go to the benchmarks: eng/bench.sh --quick for a few minutes in place of a long run, --help for the rest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

echo "Building and running the benchmarks; results go to results/<cpu>/. Leave the machine alone meanwhile."
exec dotnet run -c Release --project src/Ring.Benchmarks -- "$@" --out 'results/{cpu}'
