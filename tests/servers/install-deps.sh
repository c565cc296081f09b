#!/bin/bash
# install-deps.sh [benchmarks]: installs what the interop tests, or the benchmarks too, need from the distribution; starts no service.
# Needs root unless all is there.
set -euo pipefail
packages=(prosody ejabberd python3-slixmpp openssl)
# For tests/Benchmarks, and for publishing the tool as native code.
[ "${1:-}" != benchmarks ] || packages+=(gcc libc6-dev libstrophe-dev libexpat1-dev clang zlib1g-dev)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then echo "rig: installed already: ${packages[*]}"; exit 0; fi
[ "$(id -u)" = 0 ] || { echo "rig: ERROR: root is needed to install: ${missing[*]}" >&2; exit 1; }

# Keeps dpkg from starting the daemon: the tests start their own.
if [ ! -e /usr/sbin/policy-rc.d ]; then
  trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
  chmod 755 /usr/sbin/policy-rc.d
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 update -qq
apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
echo "rig: installed: ${missing[*]}"
