#!/bin/sh
# Makes a Docker image out of this machine's own redis-server, for a machine that can pull none.
# Usage: redis-image.sh NAME:TAG
set -eu

image=${1:?"usage: redis-image.sh NAME:TAG"}
server=$(command -v redis-server) || {
  echo "redis-image.sh: no redis-server is installed (Debian: apt-get install redis-server)" >&2
  exit 1
}
server=$(readlink -f "$server")

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT INT TERM
mkdir -p "$root/usr/bin" "$root/data" "$root/tmp"
cp "$server" "$root/usr/bin/redis-server"

# The libraries that it is linked with, the loader among them, each at its own place.
ldd "$server" | grep -o '/[^ ]*' | while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done

tar -C "$root" -c . | docker import \
  --change 'ENTRYPOINT ["/usr/bin/redis-server"]' \
  --change 'WORKDIR /data' \
  --change 'EXPOSE 6379' \
  - "$image"
