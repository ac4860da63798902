#!/usr/bin/env bash
# Runs every test. Installs what they need where it is missing (Debian), builds with warnings as errors,
# checks formatting, and ends with "N passed, N failed, N skipped" counted from the result files.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The Python originals, the servers they share with ours, a browser for the report's page, a font for PNG plots, and NativeAOT's linker.
packages=(python3-aodh python3-tooz python3-uhashring libmemcached11 redis-server etcd-server etcd-client chromium fonts-dejavu-core clang zlib1g-dev)

install_missing() {
    local missing=() package
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed$' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

if command -v apt-get >/dev/null; then
    install_missing
else
    echo "No apt-get here: tests that need ${packages[*]} are skipped where those are absent." >&2
fi

dotnet build RingPerf.sln -c Release --nologo -v quiet
dotnet format RingPerf.sln --verify-no-changes --no-restore

results=$(mktemp -d)
waiting=
trap '[ -z "$waiting" ] || kill -- "-$waiting" 2>/dev/null || true; rm -rf "$results"' EXIT

in_turn() {
    local status=0 project
    for project; do
        dotnet test "$project" -c Release --no-build --nologo \
            --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" || status=$?
    done
    return "$status"
}

# The drivers' tests on real servers mostly wait, within bounds of real time: they run beside all others, which give way to them.
waiting_projects=(tests/Coordinator.Etcd.Tests/ tests/Coordinator.Redis.Tests/)
projects=()
for project in tests/*.Tests/; do
    [[ " tests/Ring.Tests/ ${waiting_projects[*]} " == *" $project "* ]] || projects+=("$project")
done

set -m # A process group of its own, to end it by.
in_turn "${waiting_projects[@]}" >"$results/waiting.log" 2>&1 &
waiting=$!
set +m

status=0
nice -n 19 eng/test-paths.sh "$results" || status=$?
(renice -n 19 -p "$BASHPID" >/dev/null && in_turn "${projects[@]}") || status=$?
wait "$waiting" || status=$?
waiting=
cat "$results/waiting.log"

# Counters of all result files: what was not executed was skipped.
find "$results" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + | awk '
    { for (i = 2; i <= NF; i++) { split($i, pair, "=\""); count[pair[1]] += pair[2] + 0 } }
    END { printf "%d passed, %d failed, %d skipped\n", count["passed"], count["failed"], count["total"] - count["executed"] }'
exit "$status"
