#!/bin/bash
# Fetches Converse.js for ConverseTests from npm, into obj/ of the test project. Needs root when npm is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=14.0.0
integrity=LFUg030jDalV47vI/vyVPqYPZfJYXFbubq8v0cFDe2zXNeeGEk3Up0Fj/WTzT6t+6do+cAIToy73eAj7RNDj2Q==   # SHA-512, as npm has it
target=obj/converse
if [ "$(cat "$target/version" 2> /dev/null)" = "$version" ]; then echo "Converse: fetched already"; exit 0; fi

if ! command -v npm > /dev/null; then
  [ "$(id -u)" = 0 ] || { echo "Converse: ERROR: npm is missing, and root is needed to install it" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update -qq
  apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y -qq --no-install-recommends npm > /dev/null
fi

rm -rf "$target"
mkdir -p "$target"
archive=$target/converse.js-$version.tgz
(cd "$target" && npm pack --silent "converse.js@$version" > /dev/null)
[ "$(openssl dgst -sha512 -binary "$archive" | base64 -w 0)" = "$integrity" ] || { echo "Converse: ERROR: $archive is not what it was" >&2; exit 1; }
tar -xzf "$archive" -C "$target" --strip-components=1 package/dist package/LICENSE
rm "$archive"
echo "$version" > "$target/version"
echo "Converse: fetched"
