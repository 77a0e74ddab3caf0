#!/bin/sh
# For cron: verifies documents and sends a mail when something changed or is wrong for the first time. For example
#   17 3 * * *  MAILTO=editor@example.org /usr/local/bin/citewatch-nightly.sh /srv/wiki/articles
# A night on which an archive does not answer ends with a mail that names it; after UNFINISHED_NIGHTS of them in a row the
# script fails.
# Set options for citewatch in citewatch.toml in the folder STATE, or in the environment (CITEWATCH_CONTACT=...).
set -eu

STATE=${STATE:-$HOME/.local/share/citewatch-nightly}
MAILTO=${MAILTO:-$(id -un)}
CITEWATCH=${CITEWATCH:-citewatch}
UNFINISHED_NIGHTS=${UNFINISHED_NIGHTS:-7}

mkdir -p "$STATE"
cd "$STATE"

if [ -f last/report.json ]; then set -- --baseline last/report.json "$@"; fi
status=0
"$CITEWATCH" verify --quiet --out new --format html,json,markdown "$@" 2> errors.txt || status=$?

case $status in
0 | 1 | 3) ;;
*)
    mail -s "citewatch failed with status $status" "$MAILTO" < errors.txt
    exit "$status"
    ;;
esac

# unfinished.txt has a line for each unfinished night since the last finished one, with the archive and the reason.
finished=yes
if reason=$(grep '^Not finished: ' errors.txt); then
    finished=no
    echo "$(date -u +%F) $reason" >> unfinished.txt
    nights=$(grep -c '' unfinished.txt)
    mail -s "citewatch: night $nights without an end, of $UNFINISHED_NIGHTS at most" "$MAILTO" < unfinished.txt
    if [ "$status" -eq 3 ]; then
        if [ "$nights" -ge "$UNFINISHED_NIGHTS" ]; then exit 3; fi
        exit 0
    fi
else
    rm -f unfinished.txt
fi

changes=""
if [ -f last/report.json ]; then changes=$("$CITEWATCH" diff last/report.json new/report.json || true); fi
if [ "$status" -eq 1 ] || [ -n "$changes" ]; then
    { printf '%s\n\n' "$changes" && cat new/report.md; } | mail -s "citewatch: citations changed" "$MAILTO"
fi
if [ "$finished" = no ]; then exit 0; fi # its report has gaps: the last finished one remains to compare with
rm -rf last
mv new last
