# The word "test" of the launcher (sourced by ./nadhir, which has found JDK, Maven and Node).
# Everything runs even after a failure; what fails is collected and counted at the end.
# shellcheck shell=bash disable=SC2154

failed_gates=()

# gate NAME LOG COMMAND…: runs it quietly, remembers NAME when it fails and shows the start of what it said.
gate() {
  local name=$1 log=$2
  shift 2
  say "$(printf '%5ds  %s' "$SECONDS" "$name")"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    say "         failed (all of it: $log):"
    grep -vE '^(npm warn|npm error)? *$|^npm warn' "$log" | head -n 30 | sed 's/^/         | /' >&2 || true
    failed_gates+=("$name")
    return 1
  fi
}

# Debian's Chromium (browser tests), redis-server and mosquitto (tests of a real server and a real broker). Where they
# cannot be installed the tests that need them are skipped, and say so.
install_test_tools() {
  local missing=() tool policy=/usr/sbin/policy-rc.d ours=""
  for tool in chromium redis-server mosquitto; do
    command -v "$tool" >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    say "Not installed, and only root on Debian can let this script do it: ${missing[*]}. Tests that need them are skipped."
    return 0
  fi
  say "Installing from Debian for the tests: ${missing[*]}"
  if [ ! -e "$policy" ]; then # keeps the packages from starting servers of their own
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && ours=yes
  fi
  if ! { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"; } \
    >"$data/test-apt.log" 2>&1 </dev/null; then
    say "That did not work (see .data/test-apt.log). Tests that need them are skipped."
  fi
  [ -z "$ours" ] || rm -f "$policy"
}

web_gates() {
  local web=$root/ops/web
  [ -f "$web/package.json" ] || return 0
  say "Front end"
  gate "web: libraries (npm ci)" "$data/test-npm.log" bash "$web/build.sh" install || return 0
  gate "web: Biome" "$data/test-biome.log" npm --prefix "$web" run --silent lint || true
  gate "web: types (tsc)" "$data/test-tsc.log" npm --prefix "$web" run --silent check || true
  # A failed test is in Vitest's report; the gate counts only where there is no report that says so.
  say "$(printf '%5ds  %s' "$SECONDS" "web: Vitest")"
  if ! npm --prefix "$web" test >"$data/test-vitest.log" 2>&1 </dev/null &&
    ! grep -qsE '<(failure|error)' "$web"/target/vitest*.xml; then
    tail -n 30 "$data/test-vitest.log" | sed 's/^/         | /' >&2
    failed_gates+=("web: Vitest")
  elif ! ls "$web"/target/vitest*.xml >/dev/null 2>&1; then
    failed_gates+=("web: Vitest left no report")
  fi
}

spotless_check() {
  (maven -q -ntp spotless:check -Dspotless.check.skip=false)
}

# Failed tests do not stop Maven, so that every module is tested; they are counted from the reports. What else goes
# wrong (a compile error, a test JVM that dies) is a failed gate.
maven_gates() {
  local log=$data/test-maven.log started=$root/ops/target/.build-started found
  say "Java (Maven's own words: .data/test-maven.log)"
  gate "formatter (Spotless; ./nadhir format mends it)" "$data/test-spotless.log" spotless_check || true
  touch "$started" # what is edited from here on is newer than this build
  if run_maven "$log" verify -fae -Dmaven.test.failure.ignore=true -Dspotless.check.skip=true; then
    mv "$started" "$stamp"
  else
    maven_errors "$log"
    while IFS= read -r found; do
      failed_gates+=("$found")
    done < <(sed -nE 's/^\[ERROR\] Failed to execute goal [^ ]*:([a-z-]+-maven-plugin|maven-[a-z-]+):[^: ]+:([A-Za-z-]+) .*on project ([a-z-]+).*/\3: \1:\2/p' "$log" | sort -u)
    [ ${#failed_gates[@]} -gt 0 ] || failed_gates+=("Maven failed")
  fi
  # A dead test JVM has no report for what it did not finish.
  while IFS= read -r found; do
    failed_gates+=("the JVM died in a test, or timed out: $found")
  done < <(awk '/^\[ERROR\] Crashed tests:/ { crashed = 1; next } crashed { print $2; crashed = 0 } /There was a timeout/ { print "see .data/test-maven.log" }' "$log" | sort -u)
  found=$(sed -nE 's/^\[INFO\] Nadhir: ([a-z]+) \.+ SKIPPED.*/\1/p' "$log" | tr '\n' ' ')
  [ -z "$found" ] || say "Not tested because of that: $found"
}

run_all_tests() {
  local code=0
  # Old reports would be counted, and old classes whose source is gone would be tested.
  rm -rf "$root"/*/target/classes "$root"/*/target/test-classes \
    "$root"/*/target/surefire-reports "$root"/*/target/failsafe-reports "$root"/ops/web/target
  install_test_tools
  docker info >/dev/null 2>&1 || say "Docker does not run here: tests in containers are skipped."
  web_gates
  maven_gates
  say ""
  "$JAVA_HOME/bin/java" "$root/.ci/TestSummary.java" "$root" ${failed_gates[@]+"${failed_gates[@]}"} || code=$?
  exit "$code"
}
