#!/usr/bin/env bash
# Soaks one ConcurrentHashRing with readers and writers: eng/soak-ring.sh SECONDS. Each answer is looked up in the rings published then, each
# change is followed once, in order, and readers must allocate nothing.
# eng/soak-ring.sh interleave FIRST-SEED COUNT runs orders of accesses that seeds draw.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ "${1:-}" = interleave ] || set -- soak "$@"
exec dotnet run -c Release --project tests/Ring.Concurrency -- "$@"
