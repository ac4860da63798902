#!/usr/bin/env bash
# Runs the ring's tests once for each path a processor may take: everything, no AVX-512, no AVX2, no intrinsics at all.
# Expects a Release build; result files go to the folder given, or to a temporary one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=${1:-$(mktemp -d)}
status=0
for path in default EnableAVX512 EnableAVX2 EnableHWIntrinsic; do
    settings=()
    [ "$path" = default ] || settings=("DOTNET_$path=0")
    echo "Ring tests, ${settings[*]:-all paths on}"
    env "${settings[@]}" dotnet test tests/Ring.Tests -c Release --no-build --nologo \
        --logger "trx;LogFileName=ring-$path.trx" --results-directory "$results" || status=$?
done
exit "$status"
