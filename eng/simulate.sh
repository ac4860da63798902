#!/usr/bin/env bash
# Simulates fleets of coordinators in virtual time with faults drawn from seeds: eng/simulate.sh [run SEEDS [FIRST [DIR]]],
# 10,000 seeds unless given. RINGPERF_SIMULATION_SEED=N eng/simulate.sh replays one seed and prints its trace.
# eng/simulate.sh restart DIR simulates a rolling restart of 10,000 members.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -n "${RINGPERF_SIMULATION_SEED:-}" ]; then
    set -- replay "$RINGPERF_SIMULATION_SEED"
elif [ $# -eq 0 ]; then
    set -- run 10000
fi

exec dotnet run -c Release --project tests/Coordinator.Simulation -- "$@"
