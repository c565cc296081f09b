#!/usr/bin/env pwsh
#Requires -Version 7.0
<#
.SYNOPSIS
Flashes a board with nanoFramework's firmware, the device's settings and Presentity.
.DESCRIPTION
All the work is done by "presentity flash" (src/Tool/Flash); docs/FLASHING.md describes its steps and its exit codes.
.PARAMETER Board
A folder of boards.
.PARAMETER Port
The serial port; found when there is one alone.
.PARAMETER Config
The device's configuration, as "presentity provision" makes it.
.PARAMETER Image
An image that was built before.
.PARAMETER FirmwareVersion
The version of the firmware; the newest stable one otherwise.
.PARAMETER MassErase
Erase all of the flash first.
.PARAMETER SkipFirmware
Leave the firmware as it is.
.PARAMETER SkipNetwork
Leave the Wi-Fi settings and the authority as they are.
.PARAMETER WhatIf
Print every command instead of running it.
.EXAMPLE
./flash.ps1 -Board Esp32DevKit -Port COM5 -Config device.conf
#>
[CmdletBinding()]
param(
    [string] $Board,
    [string] $Port,
    [string] $Config,
    [string] $Image,
    [string] $FirmwareVersion,
    [switch] $MassErase,
    [switch] $SkipFirmware,
    [switch] $SkipNetwork,
    [switch] $WhatIf
)

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('dotnet is not installed: get the .NET 10 SDK from https://dot.net')
    exit 2
}

$arguments = @('flash')
if ($Board) { $arguments += @('--board', $Board) }
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
