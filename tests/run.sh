#!/usr/bin/env bash
# Builds everything, checks the formatting and runs all tests. Needs the .NET SDK and nothing else:
# where no Chromium is found, one is installed. The last line is the sum of all projects.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

projects=(Archive.Tests Archive.BrowserTests)
results=TestResults
passed=0 failed=0 skipped=0

step() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

folder_of() { printf 'tests/%s/bin/Release/net10.0' "$1"; }

# An installed Chromium that starts; a distribution's stub that only names a store does not.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium google-chrome google-chrome-stable chromium-browser; do
    if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      command -v -- "$candidate"
      return
    fi
  done
}

is_debian() { [ -r /etc/os-release ] && grep -qx 'ID=debian' /etc/os-release; }

install_chromium() {
  if is_debian && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
    return
  fi
  # Playwright brings the installer with the built tests. Where it is there already, this does nothing.
  local driver node
  driver="$(folder_of Archive.BrowserTests)/.playwright"
  node="$(find "$driver/node" -type f \( -name node -o -name node.exe \) | head -n 1)"
  chmod +x "$node"
  if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then
    "$node" "$driver/package/cli.js" install --with-deps chromium
  else
    "$node" "$driver/package/cli.js" install chromium
  fi
}

# A number from a report: the sum of an attribute over its assemblies.
sum_of() {
  local sum=0 number
  for number in $(grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n'); do
    sum=$((sum + number))
  done
  printf '%d' "$sum"
}

# Each skipped test of a report with its reason, a line each.
print_skipped() {
  { grep -o '<test [^>]*result="Skip"[^>]*><reason><!\[CDATA\[[^]]*' "$1" || true; } |
    sed 's/^.* name="\([^"]*\)".*<!\[CDATA\[\(.*\)$/skipped: \1: \2/'
}

run_tests() {
  local project="$1" report="$results/$1.xml" status=0 broken
  step "$project"
  dotnet "$(folder_of "$project")/$project.dll" --no-progress --no-ansi \
    --results-directory "$results" --report-xunit --report-xunit-filename "$project.xml" || status=$?
  if [ ! -s "$report" ]; then
    printf '%s ended with exit code %d and without a report.\n' "$project" "$status"
    failed=$((failed + 1))
    return
  fi
  broken=$(($(sum_of "$report" failed) + $(sum_of "$report" errors)))
  if [ "$status" != 0 ] && [ "$broken" = 0 ]; then
    printf '%s ended with exit code %d.\n' "$project" "$status"
    broken=1
  fi
  passed=$((passed + $(sum_of "$report" passed)))
  failed=$((failed + broken))
  skipped=$((skipped + $(sum_of "$report" skipped)))
}

# The sum is the last line however the run ends.
finish() {
  local status=$? project
  step 'Sum'
  for project in "${projects[@]}"; do
    if [ -s "$results/$project.xml" ]; then print_skipped "$results/$project.xml"; fi
  done
  if [ "$is_formatted" = no ]; then printf 'The formatting differs: run dotnet format.\n'; fi
  if [ "$((passed + failed))" = 0 ]; then
    printf 'No test ran.\n'
    failed=1
  fi
  if [ "$status" = 0 ] && { [ "$failed" != 0 ] || [ "$is_formatted" = no ]; }; then status=1; fi
  printf '%d passed, %d failed' "$passed" "$failed"
  if [ "$skipped" != 0 ]; then printf ', %d skipped' "$skipped"; fi
  printf '\n'
  exit "$status"
}

rm -rf -- "$results"
is_formatted=yes
trap finish EXIT

step 'Restore'
dotnet restore Archive.sln
step 'Build, warnings as errors'
dotnet build Archive.sln --configuration Release --no-restore -warnaserror -nodeReuse:false
step 'Formatting'
dotnet format Archive.sln --verify-no-changes --no-restore || is_formatted=no

step 'Chromium'
chromium="$(find_chromium)"
if [ -z "$chromium" ]; then
  install_chromium
  chromium="$(find_chromium)"
fi
if [ -n "$chromium" ]; then export CHROMIUM="$chromium"; fi
printf '%s\n' "${chromium:-the one of Playwright}"

for project in "${projects[@]}"; do run_tests "$project"; done
