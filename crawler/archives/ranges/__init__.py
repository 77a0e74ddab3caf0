"""Files of which only ranges of bytes are read: on a web server, in object storage, or inside a WACZ.

`interface.py` says what such files do; `http_files.py` reads them by `Range` requests, `object_storage.py` by fsspec,
`wacz_members.py` reads the members of a WACZ on either; `sorted_lines.py` finds lines in a sorted file by bisection;
`seekable_file.py` makes a file object of one, for the libraries that want one.
"""
