#!/bin/bash
# Installs the PowerShell that runs flash.ps1 in the tests, for them alone: a .NET tool in a folder that git ignores.
set -euo pipefail
version=7.6.9
folder=$(dirname "${BASH_SOURCE[0]}")/obj/pwsh
if [ "$("$folder/pwsh" --version 2> /dev/null)" = "PowerShell $version" ]; then echo "pwsh: installed already: $version"; exit 0; fi
rm -rf "$folder"
dotnet tool install PowerShell --version "$version" --tool-path "$folder"
