#!/usr/bin/env pwsh
#Requires -Version 7.0
<#
.SYNOPSIS
Flashes a board with nanoFramework's firmware, the device's settings and Presentity.
.DESCRIPTION
All the work is done by "presentity flash" (src/Tool/Flash); docs/FLASHING.md describes its steps.
.EXAMPLE
./flash.ps1 -Board Esp32DevKit -Port COM5 -Config device.conf
#>
[CmdletBinding()]
param(
    # A folder of boards.
    [Parameter(Mandatory)] [string] $Board,
    # The serial port; found when there is one alone.
    [string] $Port,
    # The device's configuration, as "presentity provision" makes it.
    [string] $Config,
    # An image that was built before.
    [string] $Image,
    # The version of the firmware; the newest stable one otherwise.
    [string] $FirmwareVersion,
    # Erase all of the flash first.
    [switch] $MassErase,
    # Leave the firmware as it is.
    [switch] $SkipFirmware,
    # Leave the Wi-Fi settings and the authority as they are.
    [switch] $SkipNetwork,
    # Print every command instead of running it.
    [switch] $WhatIf
)

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('dotnet is not installed: get the .NET 10 SDK from https://dot.net')
    exit 2
}

$arguments = @('flash', '--board', $Board)
if ($Port) { $arguments += @('--port', $Port) }
if ($Config) { $arguments += @('--config', $Config) }
if ($Image) { $arguments += @('--image', $Image) }
if ($FirmwareVersion) { $arguments += @('--firmware-version', $FirmwareVersion) }
if ($MassErase) { $arguments += '--mass-erase' }
if ($SkipFirmware) { $arguments += '--skip-firmware' }
if ($SkipNetwork) { $arguments += '--skip-network' }
if ($WhatIf) { $arguments += '--what-if' }

& dotnet run --project (Join-Path $PSScriptRoot 'src/Tool') -c Release -- @arguments
exit $LASTEXITCODE
