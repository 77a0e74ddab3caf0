"""All that touches network, disk and clock, and the application that drives `claims` and `reports`.

Small files serve every room: `outcome` (why something is missing, as a value), `urls` and `archive_urls` (addresses),
`timestamps` (the 14 digits of archives), `settings` (every option), `spool` (records kept on disk). Above them the
rooms build on each other: `net` sends requests, `archives` asks web archives and local files, `storage` keeps what
came, `extraction` turns bytes into text, `entailment` runs local models, `lookup` finds the capture that a citation
needs, `documents` reads the input, `stages` are the steps of a verification, `workers` do them on threads or cores,
`corpus` on a cluster, and `app` is the command line. A room imports only from rooms named before it. `example` is the
document of `citewatch demo` with its archive.
"""
