#!/usr/bin/env bash
# Times the yardstick, a C program that does the ring's work with AVX-512, on this machine: what a compiler's best loop costs.
# Writes yardstick.json and .csv into DIR, results/<cpu>/ unless given. Run it after eng/bench.sh on the same machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v gcc >/dev/null; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "Installing gcc"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends gcc libc6-dev >/dev/null
fi

exec python3 eng/yardstick/yardstick.py "$@"
