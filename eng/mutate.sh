#!/usr/bin/env bash
# Mutation testing by Stryker of some files of one project: eng/mutate.sh PROJECT GLOB [TESTS [DIR]], such as
# eng/mutate.sh Ring 'Search/*.cs' or eng/mutate.sh Ring 'Keys/*.cs' 'FullyQualifiedName~Keys'. PROJECT is a folder of src/ with tests of its
# name in tests/; GLOB is relative to it; TESTS, a filter of dotnet test, leaves out tests that are slow and have nothing to say. DIR
# (default: a temporary one) gets the report. STRYKER_MINUTES bounds the time (default: no bound).
set -euo pipefail
shopt -s globstar
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=${1:?PROJECT is missing: eng/mutate.sh PROJECT GLOB [TESTS [DIR]]}
glob=${2:?GLOB is missing: eng/mutate.sh PROJECT GLOB [TESTS [DIR]]}
tests=${3:-}
out=$(realpath -m "${4:-$(mktemp -d)}")

# A copy, in which all other files are told not to be mutated: a mutated MD5 round would ask at each step which mutant it is.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -T - -c | tar -x -C "$copy"
cd "$copy/src/$project"
for file in **/*.cs; do
    # shellcheck disable=SC2053
    [[ $file == $glob ]] || sed -i '1i // Stryker disable all' "$file"
done

cd "$copy/tests/$project.Tests"
sed -e "s#@PROJECT@#$project#" -e "s#@GLOB@#$glob#" -e "s#@TESTS@#$tests#" "$copy/eng/stryker-config.json" >stryker-config.json
dotnet tool restore >/dev/null
run=(dotnet stryker --output "$out")
[ -z "${STRYKER_MINUTES:-}" ] || run=(timeout "$((STRYKER_MINUTES * 60))" "${run[@]}")
nice -n 19 "${run[@]}"
