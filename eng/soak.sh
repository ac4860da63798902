#!/usr/bin/env bash
# Soaks fleets of .NET and Python agents on a real Redis and a real etcd with faults drawn by a seed, half of the time on each:
# eng/soak.sh MINUTES [SEED [DIR]]. Ends with exit code 1 at the first split that comes late or does not last; DIR gets the times measured.
# eng/soak.sh sizes DIR counts what settled fleets of 50 to 400 members cost their server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec dotnet run -c Release --project tests/Coordinator.Soak -- "$@"
