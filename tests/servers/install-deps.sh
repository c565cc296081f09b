#!/bin/bash
# install-deps.sh [benchmarks]: installs what the interop tests, or the benchmarks too, need from the distribution; starts no service.
# Needs root unless all is there.
set -euo pipefail
. "$(dirname "$0")/env.sh"
packages=(prosody ejabberd python3-slixmpp openssl chromium)
# For tests/Benchmarks, and for publishing the tool as native code.
[ "${1:-}" != benchmarks ] || packages+=(gcc libc6-dev libstrophe-dev libexpat1-dev clang zlib1g-dev)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ] && [ -x "$NEWER/usr/bin/prosody" ]; then say "installed already: ${packages[*]}"; exit 0; fi
[ "$(id -u)" = 0 ] || die "root is needed to install: ${missing[*]:-newer servers}"
quiet=(-qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)

# Servers that have SASL 2, which Debian 12 keeps among its backports. Unpacked, not installed: beside the others.
newer_prosody=(prosody prosody-modules)
newer_ejabberd=(ejabberd erlang-jose erlang-p1-{acme,cache-tab,eimp,mqtree,pkix,stringprep,stun,tls,utils,xml,xmpp,yaml,yconf,zlib})

unpack_newer() {
  local place repository codename
  place=$(mktemp -d)
  chmod 755 "$place"
  read -r repository codename < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 'Component: main' | grep ' [a-z]*$' | head -n 1) || true
  mkdir -p "$place/lists/partial" "$place/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $repository $codename-backports main" > "$place/sources.list"
  local backports=(-o "Dir::Etc::SourceList=$place/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$place/lists" -o "Dir::Cache=$place/cache")
  (
    cd "$place"
    apt-get "${quiet[@]}" "${backports[@]}" update
    apt-get "${quiet[@]}" "${backports[@]}" download $(printf "%s/$codename-backports " "${newer_prosody[@]}" "${newer_ejabberd[@]}")
  ) && for package in "$place"/*.deb; do dpkg -x "$package" "$place/root"; done
  if [ -x "$place/root/usr/bin/prosody" ]; then
    sed -i "s|'/usr/lib/prosody|'$NEWER/usr/lib/prosody|" "$place/root/usr/bin/prosody"
    rm -rf "$NEWER"
    mkdir -p "$(dirname "$NEWER")"
    mv "$place/root" "$NEWER"
    say "unpacked: Prosody 13 with its community modules, and ejabberd 24, at $NEWER"
  else
    say "the servers with SASL 2 are not to be had for $codename: their tests are left out"
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
[ -x "$NEWER/usr/bin/prosody" ] || unpack_newer
