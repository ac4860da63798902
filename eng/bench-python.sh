#!/usr/bin/env bash
# Times the Python original, aodh's HashRing of Debian, on the node names and key form of the benchmarks.
# Writes python-original.json and .csv into DIR, results/<cpu>/ unless given. Run it after eng/bench.sh on the same machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -q '^installed$'; }

if ! installed python3-aodh; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "Installing python3-aodh"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends python3-aodh >/dev/null
fi

exec /usr/bin/python3 eng/bench_python.py "$@"
