#!/usr/bin/env bash
# Makes the pictures of README and docs from the sample data, in docs/pictures: what the first command prints, the page of the account report, that of a
# change of policy, and the CRM.
# Needs the .NET 10 SDK, chromium, pngquant, script (of util-linux), and the fonts of DejaVu.
# Takes the same data and date as README's first command; each picture stays under 300 KB, or the script fails.
set -euo pipefail
cd "$(dirname "$0")/.."
export TERM=xterm-256color DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

sample="samples/northwind --policy samples/northwind/policy.json --as-of 1998-07-20"
columns=120
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build src/AccountRules.Cli --output "$work/tool" -p:RunAnalyzers=false -v q > "$work/build.log" || { cat "$work/build.log"; exit 1; }
tool="dotnet $work/tool/AccountRules.Cli.dll"

# A page, a file or an address, at a size in points, two pixels each.
picture() {
  chromium --headless --no-sandbox --hide-scrollbars --force-device-scale-factor=2 --default-background-color=00000000 \
    --window-size="$3" --screenshot="$2" "$1" 2> "$work/chromium.log" || { cat "$work/chromium.log"; exit 1; }
  pngquant --force --speed 1 --output "$2" 128 "$2"
  local size
  size=$(wc -c < "$2")
  printf '%s: %s bytes\n' "$2" "$size"
  [ "$size" -le 300000 ] || { echo "$2 is larger than 300,000 bytes"; exit 1; }
}

# The console: what a terminal gets, with its colours as spans and the shades of bars as blocks. It shows the summary and the first of what needs attention.
script -qec "stty cols $columns rows 60; $tool assess $sample 2> /dev/null" /dev/null > "$work/console.ansi"
{
  cat << 'HTML'
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; }
main { position: relative; height: 1000px; overflow: hidden; background: #1b1f24; border-radius: 10px; }
header { height: 34px; background: #2a3038; padding: 0 14px; } header i { display: inline-block; width: 12px; height: 12px; margin: 11px 7px 0 0; border-radius: 50%; }
pre { margin: 0; padding: 12px 16px; color: #d7dbe0; font: 13px/16px "DejaVu Sans Mono", "Liberation Mono", monospace; }
.b { color: #fff; } .c2 { color: #62c08d; } .c8 { color: #6f7884; } .c9 { color: #f0776c; } .c11 { color: #e6b450; } .c13 { color: #c9a0e8; }
i.bar { display: inline-block; width: 1ch; height: 13px; vertical-align: top; margin-top: 2px; background: currentColor; }
.dark { opacity: .85; } .mid { opacity: .75; } .light { opacity: .4; } i.low { height: 9px; margin-top: 6px; }
main::after { content: ""; position: absolute; inset: auto 0 0; height: 70px; background: linear-gradient(transparent, #1b1f24); }
</style><main><header><i style="background:#f0776c"></i><i style="background:#e6b450"></i><i style="background:#62c08d"></i></header><pre>
HTML
  printf '<span class="c8">$</span> accountrules assess %s\n' "$sample"
  sed -e 's/\r$//; s/\x1b\[?1h\x1b=//; s/\x1b\[K//g; s/\x1b\[39;49m//g; s/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' \
    -e 's/\x1b\[38;5;\([0-9]*\)m/<span class="c\1">/g; s/\x1b\[1m/<span class="b">/g; s/\x1b\[0m/<\/span>/g' \
    -e 's/█/<i class="bar"><\/i>/g; s/▓/<i class="bar dark"><\/i>/g; s/▒/<i class="bar mid"><\/i>/g; s/░/<i class="bar light"><\/i>/g' \
    -e 's/▆/<i class="bar low"><\/i>/g' "$work/console.ansi"
  printf '</pre></main>\n'
} > "$work/console.html"
picture "file://$work/console.html" docs/pictures/console.png 974,1000

# The report on one account, cut off within its standings by rule.
$tool report $sample --account ERNSH --limit 3 --html "$work/report.html"
picture "file://$work/report.html" docs/pictures/report.png 1130,1264

# The page of a change of policy without and with facts, cut off below its scales and below who changes.
old=samples/northwind/policy.json new=samples/northwind/policy-stricter.json
$tool policy diff $old $new --html "$work/scales.html" || [ $? -eq 6 ]
picture "file://$work/scales.html" docs/pictures/scales.png 1130,1168
$tool impact samples/northwind --old $old --new $new --as-of 1998-05-06 --html "$work/change.html"
picture "file://$work/change.html" docs/pictures/change.png 1130,1440

# The CRM's first page, of a new database, cut off within its accounts.
dotnet build samples/Crm --output "$work/crm" -p:RunAnalyzers=false -v q > "$work/build.log" || { cat "$work/build.log"; exit 1; }
address=http://127.0.0.1:5417
dotnet "$work/crm/Crm.dll" --urls "$address" > "$work/crm.log" &
trap 'kill $!; rm -rf "$work"' EXIT
timeout 60 bash -c "until (exec 3<> /dev/tcp/127.0.0.1/5417) 2> /dev/null; do sleep 0.2; done"
picture "$address" docs/pictures/crm.png 1100,960
