#!/usr/bin/env bash
# Builds the web applications, but only what is missing or out of date. Called by Maven (skip it with -Dskip.web=true)
# and by ./nadhir test. With the word "install" it only brings node_modules in line with package-lock.json.
set -euo pipefail
cd "$(dirname "$0")"

[ -f package.json ] || { echo "web: no package.json, nothing to build"; exit 0; }
command -v npm >/dev/null || { echo "web: Node 20 or newer is needed (or leave the web out: -Dskip.web=true)" >&2; exit 1; }

# A copy of the lock file remembers what is installed; "npm ci" removes it with the rest when it starts.
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  echo "web: installing libraries"
  npm ci --no-audit --no-fund --loglevel=error
  cp package-lock.json node_modules/.installed-lock
fi
if [ "${1:-}" = install ]; then exit 0; fi

built=node_modules/.built
changed() {
  find . \( -name node_modules -o -name dist -o -name target -o -name coverage \) -prune -o -type f -newer "$built" -print | head -n 1
}
if [ -f "$built" ] && [ -f console/dist/index.html ] && [ -z "$(changed)" ]; then
  echo "web: up to date"
  exit 0
fi

echo "web: building"
started=$(mktemp node_modules/.building.XXXXXX) # edits made while it builds count as newer
trap 'rm -f "$started"' EXIT
npm run --silent build
mv "$started" "$built"
