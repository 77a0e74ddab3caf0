"""Report formats: one file each, behind the protocol in `interface`; `registry` lists them for `--format`."""
