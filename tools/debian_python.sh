#!/usr/bin/env bash
# Run the tests, except those in a browser, on the Python of another Debian release.
#
#     tools/debian_python.sh [RELEASE [PYTEST ARGUMENT...]]
#
# Needs root and Debian's package debootstrap. The first run makes the release's root in .debian/RELEASE (300 MB, about
# five minutes) from the archive that apt uses. The default, trixie, has Python 3.13.
set -euo pipefail
cd "$(dirname "$0")/.."
release=${1:-trixie}
root=$PWD/.debian/$release
shift || true

if [ ! -x "$root/usr/bin/python3" ]; then
    archive=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 'Created-By: Packages' | head -n 1)
    debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates,git "$release" "$root" "$archive"
fi

# The network, its certificates and the package index are those of this machine.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
[ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"

rm -rf "$root/citewatch"
mkdir "$root/citewatch"
git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory "$root/citewatch"

# A mount namespace of its own, so that nothing stays mounted.
unshare --mount bash -euo pipefail -c '
    mount -t proc proc "$0/proc"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts"
    exec chroot "$0" bash -euo pipefail -s -- "$@"
' "$root" "$@" <<'INSIDE'
cd /citewatch
python3 --version
python3 -m venv .venv
.venv/bin/pip install --quiet --constraint constraints.txt --editable '.[dev,fit]'
# Some tests leave SQLite files to the garbage collector, which Python 3.13 reports; the application closes them.
.venv/bin/pytest -n auto -q --ignore tests/reports/browser -W default::pytest.PytestUnraisableExceptionWarning "$@"
INSIDE
