#!/usr/bin/env bash
# Mutation testing of one project: eng/mutate.sh PROJECT [GLOB [DIR [TESTS...]]], such as eng/mutate.sh Ring '!(Hashing/*)'. PROJECT is a folder
# of src/; GLOB (bash, extended; default: all) says which of its files are mutated; TESTS are folders of tests/ (default: PROJECT.Tests),
# or parts of them: Ring.Tests=.Hashing. runs those whose names have that.
# Stryker makes the mutants; tests/Mutation runs the tests on each, since a mutant that never ends costs Stryker's own runner minutes.
# DIR (default: a temporary one) gets score.md: the score of each folder, and the mutants that no test sees.
set -euo pipefail
shopt -s extglob globstar
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=${1:?PROJECT is missing: eng/mutate.sh PROJECT [GLOB [DIR [TESTS...]]]}
glob=${2:-*}
out=$(realpath -m "${3:-$(mktemp -d)}")
mkdir -p "$out"
suites=("${@:4}")
[ ${#suites[@]} -gt 0 ] || suites=("$project.Tests")

dotnet tool restore >/dev/null
dotnet build tests/Mutation -c Release --nologo -v quiet
runner=$PWD/tests/Mutation/bin/Release/net10.0

# A copy, in which all other files are told not to be mutated: a mutated MD5 round would ask at each step which mutant it is.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -T - -c | tar -x -C "$copy"
cd "$copy/src/$project"
for file in **/*.cs; do
    # shellcheck disable=SC2053
    [[ $file == $glob ]] || sed -i '1i // Stryker disable all' "$file"
done

# All that Stryker gets to run is a test that asks for one mutant: it ends with a report of all mutants, and does not test them.
assembly=RingPerf.$project
mkdir "$copy/tests/AsksForOneMutant"
cd "$copy/tests/AsksForOneMutant"
cat >AsksForOneMutant.csproj <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <ProjectReference Include="../../src/$project/$project.csproj" />
  </ItemGroup>
</Project>
PROJECT
cat >AsksForOneMutant.cs <<TEST
namespace RingPerf.Tests;

public class AsksForOneMutant
{
    [Fact]
    public void IsActive_OfOne_IsNoted() =>
        System.Reflection.Assembly.Load("$assembly").GetTypes().FirstOrDefault(type => type.Name == "MutantControl")?.GetMethod("IsActive")!.Invoke(null, [0]);
}
TEST
sed -e "s#@PROJECT@#$project#" "$copy/eng/stryker-config.json" >stryker-config.json
bin=bin/Release/net10.0
dotnet stryker --output "$copy/stryker" >"$out/stryker.log" &
stryker=$!
size() { stat -c %s "$1" 2>/dev/null || echo 0; }
while kill -0 "$stryker" 2>/dev/null; do # The mutated assembly is there only while it runs; no other is as large.
    sleep 0.3
    [ "$(size "$bin/$assembly.dll")" -le "$(size "$copy/mutated.dll")" ] || cp "$bin/$assembly.dll" "$copy/mutated.dll" || true
done
wait "$stryker" || { cat "$out/stryker.log" >&2; exit 1; }

# The runner is copied beside the tests, which look for their files there.
paths=()
for suite in "${suites[@]}"; do
    tests=${suite%%=*}
    cd "$copy/tests/$tests"
    dotnet build -c Release --nologo -v quiet
    cp "$copy/mutated.dll" "$bin/$assembly.dll"
    cp "$runner"/RingPerf.Mutation.{dll,runtimeconfig.json} "$bin"
    paths+=("$PWD/$bin/RingPerf.$tests.dll${suite#"$tests"}")
done
dotnet "$runner/RingPerf.Mutation.dll" "$assembly" "$copy/stryker/reports/mutation-report.json" "$out" "$(nproc)" "${paths[@]}"
