#!/bin/sh
# For cron: verifies documents and sends a mail when something changed or is wrong for the first time. For example
#   17 3 * * *  MAILTO=editor@example.org /usr/local/bin/citewatch-nightly.sh /srv/wiki/articles
# Set options for citewatch in citewatch.toml in the folder STATE, or in the environment (CITEWATCH_CONTACT=...).
set -eu

STATE=${STATE:-$HOME/.local/share/citewatch-nightly}
MAILTO=${MAILTO:-$(id -un)}
CITEWATCH=${CITEWATCH:-citewatch}

mkdir -p "$STATE"
cd "$STATE"

if [ -f last/report.json ]; then set -- --baseline last/report.json "$@"; fi
status=0
"$CITEWATCH" verify --quiet --out new --format html,json,markdown "$@" 2> errors.txt || status=$?

case $status in
0 | 1) ;;
3) exit 0 ;; # an archive did not answer: no news, and the next night goes on from here
*)
    mail -s "citewatch failed with status $status" "$MAILTO" < errors.txt
    exit "$status"
    ;;
esac

changes=""
if [ -f last/report.json ]; then changes=$("$CITEWATCH" diff last/report.json new/report.json || true); fi
if [ "$status" -eq 1 ] || [ -n "$changes" ]; then
    { printf '%s\n\n' "$changes" && cat new/report.md; } | mail -s "citewatch: citations changed" "$MAILTO"
fi
rm -rf last
mv new last
