#!/bin/bash
# Takes the pictures of Converse.js in docs/OPERATING.md anew, into docs/pictures. Needs what ConverseTests need, and pngquant.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
command -v pngquant > /dev/null || { echo "pngquant is missing: apt-get install pngquant" >&2; exit 1; }
export PRESENTITY_PICTURES=$PWD/docs/pictures
mkdir -p "$PRESENTITY_PICTURES"
dotnet test tests/Interop.Tests --filter AnOperatorAddsReadsAndSwitches
pngquant --force --ext .png --strip 64 "$PRESENTITY_PICTURES"/converse-*.png
