@echo off
rem Runs Maven 3.9 or newer. It takes the first of these that there is:
rem   1. a Maven 3.9.x that a wrapper has already fetched below %USERPROFILE%\.m2\wrapper
rem   2. an installed mvn that is new enough
rem   3. an installed older mvn, by which Maven itself is fetched from wherever that one fetches its artifacts
rem   4. a download from Apache's own archive, checked against its checksum
setlocal EnableExtensions EnableDelayedExpansion
set "VERSION=3.9.16"
set "SHA512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3"
set "ARCHIVE=https://archive.apache.org/dist/maven/maven-3/%VERSION%/binaries/apache-maven-%VERSION%-bin.zip"
set "MAVEN_PROJECTBASEDIR=%~dp0"
if "%MAVEN_PROJECTBASEDIR:~-1%"=="\" set "MAVEN_PROJECTBASEDIR=%MAVEN_PROJECTBASEDIR:~0,-1%"
if defined MAVEN_USER_HOME (set "PLACE=%MAVEN_USER_HOME%\wrapper") else (set "PLACE=%USERPROFILE%\.m2\wrapper")

set "MVN="
for /d %%d in ("%PLACE%\apache-maven-3.9.*") do if exist "%%d\bin\mvn.cmd" set "MVN=%%d\bin\mvn.cmd"
if defined MVN goto run

set "INSTALLED="
for /f "tokens=3" %%v in ('mvn -B --color never -v 2^>nul ^| findstr /b /c:"Apache Maven"') do set "INSTALLED=%%v"
if defined INSTALLED (
  for /f "tokens=1,2 delims=." %%a in ("!INSTALLED!") do (
    if %%a GEQ 4 set "MVN=mvn"
    if %%a EQU 3 if %%b GEQ 9 set "MVN=mvn"
  )
)
if defined MVN goto run

set "DRAFT=%PLACE%\fetch.%RANDOM%%RANDOM%"
set "ZIP=%DRAFT%\apache-maven-%VERSION%-bin.zip"
mkdir "%DRAFT%" || exit /b 1
if defined INSTALLED (
  echo mvnw: the installed Maven %INSTALLED% is too old; it fetches Maven %VERSION% 1>&2
  pushd "%DRAFT%"
  call mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy "-Dartifact=org.apache.maven:apache-maven:%VERSION%:zip:bin" "-DoutputDirectory=%DRAFT%" -Dmdep.useBaseVersion=true
  popd
)
if not exist "%ZIP%" (
  echo mvnw: fetching Maven %VERSION% 1>&2
  powershell -NoProfile -Command "$ProgressPreference='SilentlyContinue'; Invoke-WebRequest -UseBasicParsing -Uri $env:ARCHIVE -OutFile $env:ZIP"
)
powershell -NoProfile -Command "if ((Get-FileHash -Algorithm SHA512 $env:ZIP).Hash -ne $env:SHA512) { exit 1 }; Expand-Archive -Path $env:ZIP -DestinationPath $env:DRAFT"
if errorlevel 1 (
  echo mvnw: Maven %VERSION% could not be fetched, or has not its checksum 1>&2
  rmdir /s /q "%DRAFT%"
  exit /b 1
)
if not exist "%PLACE%\apache-maven-%VERSION%" move "%DRAFT%\apache-maven-%VERSION%" "%PLACE%" >nul
rmdir /s /q "%DRAFT%"
set "MVN=%PLACE%\apache-maven-%VERSION%\bin\mvn.cmd"

:run
call "%MVN%" %*
exit /b %ERRORLEVEL%
