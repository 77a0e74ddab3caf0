"""All that touches network, disk and clock, and the application that drives `claims` and `reports`.

Three small files serve every room: `outcome.py` (why something is missing, as a value), `urls.py` and `archive_urls.py`
(addresses), `timestamps.py` (the 14 digits of archives). Above them the rooms build on each other: `net` sends
requests, `archives` asks web archives and local files, `storage` keeps what came, `extraction` turns bytes into text,
`lookup` finds the capture that a citation needs, `documents` reads the input, `app` is the command line. A room
imports only from rooms named before it.
"""
