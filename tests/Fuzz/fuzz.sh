#!/bin/bash
# Fuzzes a target with afl-fuzz, guided by coverage, until it is interrupted; README.md says what is needed.
# Usage: fuzz.sh tokenizer|session [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
target=${1:-}
seconds=${2:-0}
[ -d "Corpus/$target" ] && [ -n "$target" ] || { echo "usage: fuzz.sh $(ls Corpus | paste -sd'|') [SECONDS]" >&2; exit 2; }
command -v afl-fuzz > /dev/null || { echo "fuzz: afl-fuzz is missing: apt-get install afl++" >&2; exit 1; }

work=obj/fuzz
tools=$work/tools
program=$work/program
findings=$work/findings/$target
mkdir -p "$findings"
[ -x "$tools/sharpfuzz" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$tools"

# A copy that counts its branches; an assembly is changed in place, and once only.
rm -rf "$program"
dotnet publish Fuzz.csproj -c Release -v q -nologo -o "$program"
for assembly in Presentity.Xml Presentity.PortableXml Presentity.Xmpp; do
  "$tools/sharpfuzz" "$program/$assembly.dll"
done

# The golden files are good to begin with, too.
seeds=$work/seeds/$target
rm -rf "$seeds"
mkdir -p "$seeds"
cp "Corpus/$target"/* "$seeds"
if [ "$target" = tokenizer ]; then
  find ../Xml.Tests/Golden -name '*.xml' -size -4k | while read -r file; do
    cp "$file" "$seeds/$(echo "${file#../Xml.Tests/Golden/}" | tr / -)"
  done
fi

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_AUTORESUME=1
export DOTNET_TieredPGO=0
limits=()
[ "$seconds" = 0 ] || limits=(-V "$seconds")
exec afl-fuzz -i "$seeds" -o "$findings" -x xml.dict -t 10000 -m none "${limits[@]}" dotnet "$program/Presentity.Fuzz.dll" "$target"
