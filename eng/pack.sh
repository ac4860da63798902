#!/usr/bin/env bash
# Packs the libraries and the tool into DIR: eng/pack.sh DIR. More arguments go to dotnet pack, such as --no-build.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: eng/pack.sh DIR [ARGUMENTS]" >&2; exit 2; }
out=$(realpath -m -- "$1")
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec dotnet pack RingPerf.sln -c Release --nologo -v quiet -o "$out" "$@"
