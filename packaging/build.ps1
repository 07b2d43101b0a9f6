# Builds dist\kiosk on Windows, tries it, and packs it as dist\kiosk-VERSION-windows-x64.zip with its checksum.
#
#     powershell -ExecutionPolicy Bypass -File packaging\build.ps1
#
# Python 3.11 or later (64 bit) must be there, as `py` or as `python`. The packages are those of requirements.lock, as on Linux.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Invoke-Checked([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "kiosk: failed with status ${LASTEXITCODE}: $Program $Arguments" }
}

# What Python writes to a pipe would else be in the encoding of old programs, which lacks most characters of the show.
$env:PYTHONUTF8 = "1"
$Python = ".venv\Scripts\python.exe"
if (-not (Test-Path $Python)) {
    $Launcher = if (Get-Command python -ErrorAction SilentlyContinue) { "python" } else { "py" }
    Invoke-Checked $Launcher @("-m", "venv", ".venv")
}
$Pip = @("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")
Invoke-Checked $Python ($Pip + @("install", "--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock"))
Invoke-Checked $Python ($Pip + @("install", "--no-deps", "--no-build-isolation", "-e", "."))

Invoke-Checked $Python @(
    "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", "dist", "--workpath", "build", "packaging\kiosk.spec"
)
foreach ($Name in "content", "docs", "LICENSE") {
    Copy-Item -Recurse -Force $Name dist\kiosk\
}

$Program = "dist\kiosk\kiosk.exe"
$Scratch = Join-Path ([System.IO.Path]::GetTempPath()) "kiosk-smoke"
Remove-Item -Recurse -Force $Scratch -ErrorAction SilentlyContinue
Invoke-Checked $Program @("--version")
Invoke-Checked $Program @("check")
Invoke-Checked $Program @("export", "$Scratch\sheet.png")
Invoke-Checked $Program @("licences")
Invoke-Checked $Program @("new", "$Scratch\show")
Invoke-Checked $Program @("check", "$Scratch\show")
if ((Get-Item "$Scratch\sheet.png").Length -lt 10000) { throw "kiosk: the contact sheet is empty" }

$Version = (Select-String -Path pyproject.toml -Pattern '^version = "(.+)"').Matches[0].Groups[1].Value
$Archive = "kiosk-$Version-windows-x64.zip"
# The folder in the archive bears the version, so that a new one never writes over an old one, nor over the show inside it.
$Named = "dist\kiosk-$Version"
Remove-Item -Recurse -Force $Named -ErrorAction SilentlyContinue
Move-Item dist\kiosk $Named
try { Compress-Archive -Force -Path $Named -DestinationPath "dist\$Archive" } finally { Move-Item $Named dist\kiosk }
$Sum = (Get-FileHash -Algorithm SHA256 "dist\$Archive").Hash.ToLower()
[System.IO.File]::WriteAllText((Join-Path (Get-Location) "dist\$Archive.sha256"), "$Sum  $Archive`n")
Write-Output "kiosk: see dist\$Archive; its checksum lies beside it"
