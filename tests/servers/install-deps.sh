#!/bin/bash
# install-deps.sh [benchmarks]: installs what the interop tests, or the benchmarks too, need from the distribution; starts no service.
# Needs root unless all is there.
set -euo pipefail
. "$(dirname "$0")/env.sh"
packages=(prosody ejabberd python3-slixmpp openssl)
# For tests/Benchmarks -- network, and for publishing the tool as native code.
[ "${1:-}" != benchmarks ] || packages+=(gcc libc6-dev libstrophe-dev clang zlib1g-dev)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ] && [ -x "$PROSODY_13/usr/bin/prosody" ]; then say "installed already: ${packages[*]}"; exit 0; fi
[ "$(id -u)" = 0 ] || die "root is needed to install: ${missing[*]:-Prosody 13}"
quiet=(-qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)

# Prosody has SASL 2 in modules for its version 13, which Debian 12 keeps among its backports. Unpacked, not installed: beside the other.
unpack_prosody_13() {
  local place repository codename
  place=$(mktemp -d)
  chmod 755 "$place"
  read -r repository codename < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 'Component: main' | grep ' [a-z]*$' | head -n 1)
  mkdir -p "$place/lists/partial" "$place/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $repository $codename-backports main" > "$place/sources.list"
  local backports=(-o "Dir::Etc::SourceList=$place/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$place/lists" -o "Dir::Cache=$place/cache")
  (
    cd "$place"
    apt-get "${quiet[@]}" "${backports[@]}" update
    apt-get "${quiet[@]}" "${backports[@]}" download "prosody/$codename-backports" "prosody-modules/$codename-backports"
  ) && for package in "$place"/*.deb; do dpkg -x "$package" "$place/root"; done
  if [ -x "$place/root/usr/bin/prosody" ]; then
    sed -i "s|'/usr/lib/prosody|'$PROSODY_13/usr/lib/prosody|" "$place/root/usr/bin/prosody"
    rm -rf "$PROSODY_13"
    mkdir -p "$(dirname "$PROSODY_13")"
    mv "$place/root" "$PROSODY_13"
    say "unpacked: Prosody 13 with its community modules, at $PROSODY_13"
  else
    say "no Prosody 13 to be had for $codename: its tests are left out"
  fi
  rm -rf "$place"
}

if [ ${#missing[@]} -gt 0 ]; then
  # Keeps dpkg from starting the daemon: the tests start their own.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get "${quiet[@]}" update
  apt-get "${quiet[@]}" install -y --no-install-recommends "${missing[@]}" > /dev/null
  say "installed: ${missing[*]}"
fi
[ -x "$PROSODY_13/usr/bin/prosody" ] || unpack_prosody_13
