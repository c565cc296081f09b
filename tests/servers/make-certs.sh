#!/bin/bash
# Makes a throw-away CA and the certificates of the virtual hosts; keeps those that are there.
#   $CERTS/ca.crt         a client's only trust anchor
#   $CERTS/HOST.crt|.key  HOST.alpha.test is named by file, which is how Prosody finds them
#   $CERTS/client.pem     certificate and key of device@alpha.test, to show to a server; client-of-nobody.pem is from no authority
set -euo pipefail
. "$(dirname "$0")/env.sh"
[ -s "$CERTS/complete" ] && exit 0
umask 077
mkdir -p "$CERTS"
cd "$CERTS"

new_key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256)

# signed FILE SUBJECT_ALT_NAMES DAYS: a server certificate from our CA
signed() {
  openssl req -new "${new_key[@]}" -subj "/CN=$1" -keyout "$1.key" -out request.csr
  printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" \
    "extendedKeyUsage=serverAuth,clientAuth" "subjectAltName=$2" > extensions   # a server is another server's client
  openssl x509 -req -in request.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days "$3" -sha256 -extfile extensions -out "$1.crt"
}

make_all() {
  if [ -n "$RIG_AUTHORITY" ]; then
    cp "$RIG_AUTHORITY"/ca.{crt,key} .
  else
    openssl req -x509 "${new_key[@]}" -days 30 -subj "/CN=Throw-away CA of the test server" \
      -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign -keyout ca.key -out ca.crt
  fi
  signed "$RIG_DOMAIN" "DNS:$RIG_DOMAIN" 30
  for host in "${MECHANISM_HOSTS[@]}"; do signed "$host.$RIG_DOMAIN" "DNS:$host.$RIG_DOMAIN" 30; done

  openssl req -new "${new_key[@]}" -subj "/CN=device" -keyout client.key -out request.csr
  printf '%s\n' "basicConstraints=critical,CA:FALSE" "keyUsage=critical,digitalSignature" "extendedKeyUsage=clientAuth" \
    "subjectAltName=otherName:1.3.6.1.5.5.7.8.5;UTF8:device@$RIG_DOMAIN" > extensions
  openssl x509 -req -in request.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -sha256 -extfile extensions -out client.crt
  cat client.crt client.key > client.pem
  openssl req -x509 "${new_key[@]}" -days 30 -subj "/CN=device" \
    -addext "subjectAltName=otherName:1.3.6.1.5.5.7.8.5;UTF8:device@$RIG_DOMAIN" -keyout stranger.key -out stranger.crt
  cat stranger.crt stranger.key > client-of-nobody.pem

  signed "expired.$RIG_DOMAIN" "DNS:expired.$RIG_DOMAIN" -1   # ended yesterday
  signed "wronghost.$RIG_DOMAIN" "DNS:elsewhere.test" 30
  openssl req -x509 "${new_key[@]}" -days 30 -subj "/CN=selfsigned.$RIG_DOMAIN" \
    -addext "subjectAltName=DNS:selfsigned.$RIG_DOMAIN" -keyout "selfsigned.$RIG_DOMAIN.key" -out "selfsigned.$RIG_DOMAIN.crt"
}
make_all 2> openssl.log || { cat openssl.log >&2; die "openssl failed"; }
chmod 644 ./*.crt
echo yes > complete
